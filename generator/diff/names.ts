/** How the reader's language calls what the API has. The comparison itself knows no language. */
import type { Api } from '../ir/types.ts';
import { splitWords } from '../lib/words.ts';

export interface Names {
  /** Keys of a resource and of its method → `client.pets.list`. */
  readonly call: (resource: readonly string[], method: string) => string;
  /** Keys of a resource → `pets.toys`. */
  readonly resource: (keys: readonly string[]) => string;
  /** Keys of a resource → its page below the SDK's documentation; undefined where it has none. */
  readonly page: (keys: readonly string[]) => string | undefined;
  /** The class of the client. */
  readonly client: string;
  readonly option: (key: string) => string;
  /** A property of a result or of a body, by its name on the wire and the one that the config gives it. */
  readonly property: (name: string, alias?: string) => string;
  /** An argument of a method, by the name of its parameter and the one that the config gives it. */
  readonly argument: (name: string, alias?: string) => string;
  /** Arguments are passed by name: their order means nothing, and those passed by position have names too. */
  readonly keywords: boolean;
  /** Any name of the document as the name of a type. */
  readonly type: (name: string) => string;
  /** Id of a schema → the name that it is imported by; undefined where it has none of its own. */
  readonly model: (id: string) => string | undefined;
}

export type Naming = (api: Api) => Names;

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

/** Of no language in particular: words joined by capitals. */
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
});

/** The names of an API are made once. */
export function rememberedNaming(naming: Naming): Naming {
  const known = new WeakMap<Api, Names>();
  return (api) => {
    const names = known.get(api) ?? naming(api);
    known.set(api, names);
    return names;
  };
}
