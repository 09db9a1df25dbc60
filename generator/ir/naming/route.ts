/** A path as names are read off it. */
import { singular } from '../../lib/words.ts';
import type { Operation } from '../operations/collect.ts';

export type Segment =
  | {
      readonly kind: 'static';
      readonly key: string /** Custom verb of `/levels:append`. */;
      readonly action: boolean;
    }
  | { readonly kind: 'parameter'; readonly name: string };

export interface Route {
  readonly operation: Operation;
  readonly segments: readonly Segment[];
  /** Versions that were left out, `v2`. */
  readonly versions: readonly string[];
  /** What else than its own segments placed it, for `explain`. */
  readonly why?: string;
}

/** One text per shape of path: parameters are `{}`. */
export const shapeOf = (segments: readonly Segment[]): string =>
  segments.map((segment) => (segment.kind === 'static' ? segment.key : '{}')).join('/');

export const staticKeys = (segments: readonly Segment[]): readonly string[] =>
  segments.flatMap((segment) => (segment.kind === 'static' ? [segment.key] : []));

export const singularKey = (key: string): string => key.split('_').map(singular).join('_');
