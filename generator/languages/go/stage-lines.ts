/** Lines of a comment about things that may change or go. */
import type { Deprecation } from '../../ir/types.ts';
import { deprecationReason, proseLines, stabilityText } from '../prose.ts';

export function stageLines({
  stability,
  deprecated,
}: {
  readonly stability?: string;
  readonly deprecated?: Deprecation;
}): readonly string[] {
  const text = stabilityText(stability);
  return [
    ...(text === undefined ? [] : ['', text]),
    // Editors and linters look for a paragraph that starts with this word.
    ...(deprecated === undefined
      ? []
      : ['', ...proseLines(`Deprecated: ${deprecationReason(deprecated) ?? 'It will be removed.'}`)]),
  ];
}
