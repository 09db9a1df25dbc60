/** What the published SDKs of the pairs call each operation. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createNames } from '../../generator/languages/typescript/casing.ts';

export interface Pair {
  readonly name: string;
  readonly spec: string;
  /** Groups that the experts put around resources and that stand nowhere in the document. */
  readonly groups?: readonly string[];
}

export const PAIRS: readonly Pair[] = [
  { name: 'lithic', spec: 'openapi.yml' },
  { name: 'modern-treasury', spec: 'openapi.yml' },
  { name: 'spotify', spec: 'openapi.yml' },
  { name: 'llama-stack', spec: 'openapi.yml' },
  { name: 'phoebe', spec: 'openapi.yml' },
  { name: 'onebusaway', spec: 'openapi.yml' },
  { name: 'linq', spec: 'openapi.yaml' },
];

/** `get /books/{}`: names of parameters and final slashes make no difference. */
export const operationKey = (verb: string, path: string): string =>
  `${verb} ${path
    .replace(/[?#].*$/, '')
    .replace(/\{[^{}]*\}/g, '{}')
    .replace(/(.)\/$/, '$1')}`;

/** Calls in dots by operation; one operation can have several. */
export function publishedCalls(folder: string, name: string): ReadonlyMap<string, readonly string[]> {
  const calls = new Map<string, string[]>();
  for (const { key, call } of listing(folder, name)) calls.set(key, [...(calls.get(key) ?? []), call]);
  return calls;
}

interface Listed {
  readonly key: string;
  readonly call: string;
}

function listing(folder: string, name: string): readonly Listed[] {
  const file = (end: string): string | undefined => {
    try {
      return readFileSync(join(folder, name, `surface.${end}`), 'utf8');
    } catch {
      return undefined;
    }
  };
  const json = file('json');
  if (json === undefined) return ofText(file('txt') ?? '');
  const surface = JSON.parse(json) as {
    readonly methods: readonly { readonly path: string; readonly verb: string; readonly url: string }[];
  };
  return surface.methods.map(({ path, verb, url }) => ({ key: operationKey(verb, url), call: path }));
}

/** Listings of an older form tell the file of each class, which is its place in the tree. */
function ofText(text: string): readonly Listed[] {
  const { camel } = createNames([]);
  let resource: readonly string[] = [];
  return text.split('\n').flatMap((line) => {
    const file = /^## (\S+)\.ts /.exec(line)?.[1];
    if (file !== undefined) {
      const parts = file.split('/');
      resource = (parts.at(-1) === parts.at(-2) ? parts.slice(0, -1) : parts).map(camel);
    }
    const method = /^ {3}(\w+)\(.*=> ([a-z]+)(?:\(\w+\))? (\S+)/.exec(line);
    return method === null
      ? []
      : [
          {
            key: operationKey(method[2] ?? '', method[3] ?? ''),
            call: [...resource, method[1] ?? ''].join('.'),
          },
        ];
  });
}
