/** A path, split into the segments from which names are derived. */
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
  /** Versions that were removed from the path: `v2`. */
  readonly versions: readonly string[];
  /** The reason for the route's position if it is not simply its path, for `explain`. */
  readonly why?: string;
}

/** Key of the path's shape; parameters become `{}`. */
export const shapeOf = (segments: readonly Segment[]): string =>
  segments.map((segment) => (segment.kind === 'static' ? segment.key : '{}')).join('/');

export const staticKeys = (segments: readonly Segment[]): readonly string[] =>
  segments.flatMap((segment) => (segment.kind === 'static' ? [segment.key] : []));

export const singularKey = (key: string): string => key.split('_').map(singular).join('_');
