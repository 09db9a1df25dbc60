/** The output of `sdkwright explain` for a Go SDK. */
import type { Method } from '../../ir/types.ts';
import { type Explained, type ExplainedCall, isSameMethod } from '../explained.ts';
import { signatureOf } from './method-view.ts';
import type { GoMethod } from './methods.ts';
import type { GoSdk } from './sdk.ts';

export const explainGo = (sdk: GoSdk, module: string): Explained => ({
  calls: sdk.methods.map((method) => explainCall(sdk, method)),
  types: sdk.declarations.map(({ name, file, schema }) => ({
    name,
    names: schema ? [name, schema.name] : [name],
    schema,
    method: undefined,
    imported: `import "${module}"`,
    file: `${file}.go`,
  })),
});

/** Undefined if the SDK does not have the method. */
export function explainMethod(sdk: GoSdk, method: Method): ExplainedCall | undefined {
  const found = sdk.methods.find(({ planned }) => isSameMethod(planned.method, method));
  return found && explainCall(sdk, found);
}

const explainCall = (sdk: GoSdk, method: GoMethod): ExplainedCall => ({
  method: method.planned.method,
  resource: method.service.resource,
  call: ['client', ...method.service.fields, method.name].join('.'),
  signatures: [signatureOf(sdk, method)],
  className: method.service.path.length === 0 ? undefined : method.service.name,
  types: typesOf(sdk, method),
  file: `${method.service.file}.go`,
});

/** Declarations named by its arguments, result and errors, each once. */
function typesOf({ declarations }: GoSdk, { struct, result, errors }: GoMethod): readonly string[] {
  const results =
    result.kind === 'value'
      ? [result.type]
      : result.kind === 'page'
        ? [result.item]
        : result.kind === 'stream'
          ? [result.event, ...(typeof result.plain === 'object' ? [result.plain] : [])]
          : [];
  const known = new Set(declarations.map(({ name }) => name));
  const all = [...results, ...errors.map(({ type }) => type)].flatMap(
    ({ text }) => text.match(/[\p{L}\p{Nd}_]+/gu) ?? [],
  );
  return [...new Set([...(struct ? [struct.name] : []), ...all.filter((name) => known.has(name))])];
}
