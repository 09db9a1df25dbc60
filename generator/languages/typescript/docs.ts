/** Lines of JSDoc: wrapped prose of the document, followed by tags. */
import type { Deprecation, Method, Property } from '../../ir/types.ts';
import { deprecationReason, proseLines as plainLines, stabilityText, valueLines, wrap } from '../prose.ts';
import { type Code, valueLiteral } from './code.ts';

export { wrap } from '../prose.ts';

/** Lines of a comment, none of which is read as a tag. */
export const proseLines = (text: string | undefined): readonly string[] => plainLines(text).map(untagged);

/** Escapes a line that would be read as a JSDoc tag. */
const untagged = (line: string): string => (line.includes('@') ? line.replace(/^(\s*)@/, '$1\\@') : line);

export const deprecationLines = (deprecated: Deprecation | undefined): readonly string[] =>
  deprecated === undefined ? [] : ['', ...wrap(`@deprecated ${deprecationReason(deprecated) ?? ''}`.trim())];

/** The TSDoc tag for unstable APIs. */
export const stabilityLines = (stability: string | undefined): readonly string[] =>
  stability === undefined
    ? []
    : /^(?:draft|alpha|experimental|in-development)$/i.test(stability)
      ? ['', '@alpha']
      : /^(?:beta|preview|pre-release)$/i.test(stability)
        ? ['', '@beta']
        : stabilityText(stability) === undefined
          ? []
          : ['', ...proseLines(stabilityText(stability))];

export function propertyDoc(
  property: Property,
  group?: 'Path' | 'Query' | 'Body' | 'Header',
): readonly string[] {
  const prose = proseLines(property.description ?? property.type.description);
  const lead =
    group === undefined
      ? prose
      : [`${group} param${prose.length > 0 ? `: ${prose[0]}` : ''}`, ...prose.slice(1)];
  return [
    ...lead,
    ...valueLines(property.type, valueLiteral),
    ...stabilityLines(property.stability),
    ...deprecationLines(property.deprecated ?? property.type.deprecated),
  ];
}

/** A default value as prose; only if it is short. */
export function shortValue(value: unknown): Code | undefined {
  const text = valueLiteral(value);
  return text.length <= 60 ? text : undefined;
}

export function methodDoc(
  method: Method,
  example: readonly string[],
  notes: readonly string[] = [],
): readonly string[] {
  const summary = proseLines(method.description ?? method.summary);
  return [
    ...summary,
    ...stabilityLines(method.stability),
    ...deprecationLines(method.deprecated),
    ...(notes.length > 0 ? ['', ...notes] : []),
    ...(example.length > 0 ? ['', '@example', '```ts', ...example, '```'] : []),
  ];
}
