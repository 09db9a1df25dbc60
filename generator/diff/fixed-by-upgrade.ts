/** Findings that `sdkwright upgrade` fixes in the users' code. */
import type { RuleId } from './rules/catalogue.ts';
import type { Change } from './types.ts';

const MENDED: ReadonlySet<RuleId> = new Set<RuleId>([
  'argument-renamed',
  'client-renamed',
  'model-moved',
  'model-renamed',
  'operation-moved',
  'operation-renamed',
  'parameter-added-first',
  'parameter-renamed',
  'params-type-renamed',
  'path-parameter-renamed',
  'path-parameters-swapped',
  'positional-changed',
  'property-renamed',
  'result-unwrapped-changed',
]);

export const isFixedByUpgrade = ({ rule }: Pick<Change, 'rule'>): boolean => MENDED.has(rule);
