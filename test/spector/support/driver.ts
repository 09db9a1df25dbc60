/** An expectation as a call of the TypeScript client. */
import type { TypescriptMethod } from '../../../generator/languages/typescript/methods/method.ts';
import type { TypescriptSdk } from '../../../generator/languages/typescript/sdk.ts';
import { optionName } from '../../../generator/languages/typescript/layout.ts';
import { wantedFor } from './drive.ts';
import type { Expectation } from './install.ts';

/** A call: where the method stands, what it gets, and what the client is made with. */
export interface Call {
  readonly plan: TypescriptMethod;
  readonly args: readonly unknown[];
  readonly options: Readonly<Record<string, unknown>>;
}

/** The method whose verb and path (below that of a server) are those of the expectation. */
export function callFor(sdk: TypescriptSdk, expectation: Expectation, url: string): Call | undefined {
  const driven = {
    api: sdk.api,
    shapes: sdk.context,
    methods: sdk.methods,
    optionName: (key: string) => optionName(sdk.names, key),
    baseURL: 'baseURL',
  };
  const wanted = wantedFor(driven, expectation, url);
  if (!wanted) return undefined;
  const { plan, positional, argument, accept, options } = wanted;
  const requestOptions = accept === undefined ? {} : { headers: { accept } };
  const own =
    argument === undefined
      ? []
      : // Null says that there is no argument at all, an empty object that the body is empty.
        [argument.kind === 'raw' ? argument.body : (argument.properties ?? null)];
  return { plan, args: [...positional, ...own, requestOptions], options };
}
