/** Lines of docstrings: wrapped prose of the document. */
import type { Deprecation, Property } from '../../ir/types.ts';
import { proseLines, valueLines, wrap } from '../prose.ts';
import { valueLiteral } from './code.ts';

export { proseLines, wrap } from '../prose.ts';

export const deprecationText = (deprecated: Deprecation): string =>
  deprecated.message ??
  (deprecated.sunset === undefined ? 'This is deprecated.' : `Ends on ${deprecated.sunset}.`);

export const deprecationLines = (deprecated: Deprecation | undefined): readonly string[] =>
  deprecated === undefined
    ? []
    : [
        '',
        ...wrap(
          deprecated.message === undefined && deprecated.sunset === undefined
            ? 'Deprecated.'
            : `Deprecated: ${deprecationText(deprecated)}`,
        ),
      ];

/** Mentions the stability unless it is `stable`. */
export const stabilityLines = (stability: string | undefined): readonly string[] =>
  stability === undefined || stability === 'stable' ? [] : ['', `Stability: ${stability}.`];

export const propertyDoc = (property: Property): readonly string[] => [
  ...proseLines(property.description ?? property.type.description),
  ...valueLines(property.type, valueLiteral),
  ...stabilityLines(property.stability),
  ...deprecationLines(property.deprecated ?? property.type.deprecated),
];
