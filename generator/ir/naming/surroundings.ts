/** What the default names look at beside an operation's own path. */
import { singular } from '../../lib/words.ts';
import type { Operation } from '../operations/collect.ts';
import type { Phrase } from './phrase.ts';
import type { Route } from './route.ts';
import { isVerb } from './verbs.ts';

export interface DefaultName {
  readonly resource: readonly string[];
  readonly key: string;
  /** What decided, for `explain`. */
  readonly detail: string;
}

/** What the names need to know about an operation's types. */
export interface Shape {
  /** The result is an array. */
  readonly isArray: boolean;
  /** The result is an array, or an object that is little more than one. */
  readonly isList: boolean;
  /** The request must name the things it wants by their ids. */
  readonly wantsIds: boolean;
  /** The result is an object and no list is found in it. */
  readonly isObject: boolean;
  /** The request can ask for a part of the result. */
  readonly takesPage: boolean;
}

/** How this API calls its standard methods, learnt from those that are named already. */
export interface Habits {
  readonly retrieve: string;
  /** PUT on one thing. */
  readonly put: string;
}

export interface Surroundings {
  readonly routes: ReadonlyMap<string, Route>;
  /** Shape of path → HTTP methods there. */
  readonly verbs: ReadonlyMap<string, ReadonlySet<string>>;
  /** Shapes with further segments behind them. */
  readonly extended: ReadonlySet<string>;
  /**
   * Resources (static keys in dots) that hold something: further resources, or one thing behind a parameter.
   */
  readonly held: ReadonlySet<string>;
  /** The same with the routes that they hold. */
  readonly below: ReadonlyMap<string, readonly Route[]>;
  /** Resources with the shapes of the paths that lead to them. */
  readonly ends: ReadonlyMap<string, ReadonlySet<string>>;
  /** Verb and shape → all routes that have them, the plainest first. */
  readonly twins: ReadonlyMap<string, readonly Route[]>;
  /** Tag → the root segments of the operations that carry it first. */
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

/** `vehicles_for_agency`: what comes before `for` or `with` is what the answer lists. */
export const isPluralFor = (key: string): boolean => {
  const words = key.split('_');
  const at = words.findIndex((word) => word === 'for' || word === 'with' || word === 'by');
  return at > 0 && isPluralKey(words[at - 1] ?? '');
};

/** Plurals that mean one thing: the settings of a user are one object. */
const ONE_THING = new Set(['settings', 'preferences', 'details']);

export const isOneThing = (key: string): boolean => ONE_THING.has(key.split('_').at(-1) ?? '');

/** A phrase that is short enough for a name. */
export const compact = (phrase: Phrase): string | undefined =>
  phrase.words.length <= 3 ? phrase.words.join('_') : undefined;
