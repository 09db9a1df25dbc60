/** Lines of docstrings: wrapped prose of the document. */
import type { Deprecation, Property } from '../../ir/types.ts';
import { deprecationReason, proseLines, stabilityText, valueLines, wrap } from '../prose.ts';
import { valueLiteral } from './code.ts';

export { proseLines, wrap } from '../prose.ts';

export const deprecationText = (deprecated: Deprecation): string =>
  deprecationReason(deprecated) ?? 'This is deprecated.';

export const deprecationLines = (deprecated: Deprecation | undefined): readonly string[] =>
  deprecated === undefined
    ? []
    : [
        '',
        ...wrap(
          deprecationReason(deprecated) === undefined
            ? 'Deprecated.'
            : `Deprecated: ${deprecationReason(deprecated)}`,
        ),
      ];

export const stabilityLines = (stability: string | undefined): readonly string[] => {
  const text = stabilityText(stability);
  return text === undefined ? [] : ['', text];
};

export const propertyDoc = (property: Property): readonly string[] => [
  ...proseLines(property.description ?? property.type.description),
  ...valueLines(property.type, valueLiteral),
  ...stabilityLines(property.stability),
  ...deprecationLines(property.deprecated ?? property.type.deprecated),
];
