/** Names of the API's parts in the reader's language. The comparison itself is independent of languages. */
import type { Api } from '../ir/types.ts';
import type { SdkNames } from '../lib/sdk-names.ts';
import { splitWords } from '../lib/words.ts';

export type Naming = (api: Api) => SdkNames;

const camel = (key: string): string =>
  splitWords(key)
    .map((word, index) =>
      index === 0 ? word.toLowerCase() : word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase(),
    )
    .join('');

const capitalized = (name: string): string =>
  splitWords(name)
    .map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)
    .join('') || name;

/** Names for no particular language: words in camel case. */
export const plainNames: Naming = (api) => ({
  call: (resource, method) => ['client', ...[...resource, method].map(camel)].join('.'),
  resource: (keys) => keys.map(camel).join('.'),
  page: () => undefined,
  client: api.client.name,
  option: camel,
  property: (name) => name,
  argument: (name) => name,
  keywords: false,
  type: capitalized,
  model: () => undefined,
  home: (resource) => resource.join('/'),
});

/** Computes the names of an API once. */
export function rememberedNaming(naming: Naming): Naming {
  const known = new WeakMap<Api, SdkNames>();
  return (api) => {
    const names = known.get(api) ?? naming(api);
    known.set(api, names);
    return names;
  };
}
