/** What the default names use besides an operation's own path. */
import { singular } from '../../lib/words.ts';
import type { Operation } from '../operations/collect.ts';
import type { Phrase } from './phrase.ts';
import type { Route } from './route.ts';
import { isVerb } from './verbs.ts';

export interface DefaultName {
  readonly resource: readonly string[];
  readonly key: string;
  /** The rule that decided, for `explain`. */
  readonly detail: string;
}

/** The properties of an operation's types that names depend on. */
export interface Shape {
  /** True if the result is an array. */
  readonly isArray: boolean;
  /** True if the result is an array, or an object that does little more than wrap an array. */
  readonly isList: boolean;
  /** True if the request must list the ids of the items that it asks for. */
  readonly wantsIds: boolean;
  /** True if the result is an object without a list in it. */
  readonly isObject: boolean;
  /** True if the request can ask for a part of the result. */
  readonly takesPage: boolean;
}

/** The names that this API uses for its standard methods, learnt from methods that are already named. */
export interface Habits {
  readonly retrieve: string;
  /** The name of PUT on a single item. */
  readonly put: string;
}

export interface Surroundings {
  readonly routes: ReadonlyMap<string, Route>;
  /** Shape of path → HTTP methods there. */
  readonly verbs: ReadonlyMap<string, ReadonlySet<string>>;
  /** Shapes that further segments follow. */
  readonly extended: ReadonlySet<string>;
  /**
   * Resources (static keys, joined by dots) that contain other resources, or a
   * single item behind a parameter.
   */
  readonly held: ReadonlySet<string>;
  /** The same resources with the routes below them. */
  readonly below: ReadonlyMap<string, readonly Route[]>;
  /** Resources with the shapes of the paths that end in them. */
  readonly ends: ReadonlyMap<string, ReadonlySet<string>>;
  /** Verb and shape → all routes with both, the plainest first. */
  readonly twins: ReadonlyMap<string, readonly Route[]>;
  /** Tag → the root segments of the operations that list it as their first tag. */
  readonly tags: ReadonlyMap<string, ReadonlySet<string>>;
  /** Keys of top-level resources. */
  readonly tops: ReadonlySet<string>;
  readonly habits: Habits;
  readonly shapeOf: (operation: Operation) => Shape;
}

export const isPluralKey = (key: string): boolean => {
  const word = key.split('_').at(-1) ?? '';
  return singular(word) !== word && !isVerb(word);
};

/** `vehicles_for_agency`: the response lists what precedes `for` or `with`. */
export const isPluralFor = (key: string): boolean => {
  const words = key.split('_');
  const at = words.findIndex((word) => word === 'for' || word === 'with' || word === 'by');
  return at > 0 && isPluralKey(words[at - 1] ?? '');
};

/** Plurals that name a single object, as the settings of a user do. */
const ONE_THING = new Set(['settings', 'preferences', 'details']);

export const isOneThing = (key: string): boolean => ONE_THING.has(key.split('_').at(-1) ?? '');

/** The phrase joined to a key, if it is short enough for a name. */
export const compact = (phrase: Phrase): string | undefined =>
  phrase.words.length <= 3 ? phrase.words.join('_') : undefined;
