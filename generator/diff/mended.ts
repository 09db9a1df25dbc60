/** Findings for which `sdkwright upgrade` writes the users' code anew. */
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
  'params-type-renamed',
  'path-parameter-renamed',
  'path-parameters-swapped',
  'positional-changed',
  'result-unwrapped-changed',
]);

/** What is renamed by likeness alone is not among them: the report says that it was removed. */
export const isMended = ({ rule }: Pick<Change, 'rule'>): boolean => MENDED.has(rule);
