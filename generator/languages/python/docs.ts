/** Lines of docstrings: prose of the document, wrapped. */
import type { Deprecation, Property, TypeNode } from '../../ir/types.ts';
import { proseLines, wrap } from '../prose.ts';
import { valueLiteral } from './code.ts';

export { proseLines, wrap } from '../prose.ts';

const MOST_VALUES = 30;

/** Values of an enum that the document names or describes. */
function valueLines(type: TypeNode): readonly string[] {
  const node = type.kind === 'nullable' ? type.type : type;
  if (node.kind !== 'union' || node.mode !== 'enum') return [];
  const told = node.members.flatMap((one) =>
    one.kind === 'literal' &&
    (one.description !== undefined || (one.label !== undefined && one.label !== String(one.value)))
      ? [one]
      : [],
  );
  if (told.length === 0 || told.length > MOST_VALUES) return [];
  return [
    '',
    ...told.flatMap((one) => {
      const label = one.label === undefined || one.label === String(one.value) ? [] : [one.label];
      const description = one.description === undefined ? [] : [one.description.replace(/\s+/g, ' ').trim()];
      return wrap(`- \`${valueLiteral(one.value)}\`: ${[...label, ...description].join(': ')}`);
    }),
  ];
}

export const deprecationText = (deprecated: Deprecation): string =>
  deprecated.message ?? (deprecated.sunset === undefined ? 'deprecated' : `Ends on ${deprecated.sunset}.`);

const deprecationLines = (deprecated: Deprecation | undefined): readonly string[] =>
  deprecated === undefined ? [] : ['', ...wrap(`Deprecated: ${deprecationText(deprecated)}`)];

const stabilityLines = (stability: string | undefined): readonly string[] =>
  stability === undefined || stability === 'stable' ? [] : ['', `Stability: ${stability}.`];

export const propertyDoc = (property: Property): readonly string[] => [
  ...proseLines(property.description ?? property.type.description),
  ...valueLines(property.type),
  ...stabilityLines(property.stability),
  ...deprecationLines(property.deprecated ?? property.type.deprecated),
];
