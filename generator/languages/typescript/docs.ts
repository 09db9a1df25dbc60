/** Documentation lines for JSDoc: prose of the document, wrapped, followed by tags. */
import type { Deprecation, Method, Property } from '../../ir/types.ts';
import { proseLines as plainLines, valueLines, wrap } from '../prose.ts';
import { type Code, valueLiteral } from './code.ts';

export { wrap } from '../prose.ts';

/** As lines of a comment, none of which reads as a tag. */
export const proseLines = (text: string | undefined): readonly string[] => plainLines(text).map(untagged);

/** A line of prose must not read as a JSDoc tag. */
const untagged = (line: string): string => (line.includes('@') ? line.replace(/^(\s*)@/, '$1\\@') : line);

export const deprecationLines = (deprecated: Deprecation | undefined): readonly string[] =>
  deprecated === undefined
    ? []
    : [
        '',
        ...wrap(
          `@deprecated ${deprecated.message ?? (deprecated.sunset ? `Ends on ${deprecated.sunset}.` : '')}`.trim(),
        ),
      ];

/** TSDoc has a tag for what may still change. */
const stabilityLines = (stability: string | undefined): readonly string[] =>
  stability === undefined
    ? []
    : /^(?:draft|alpha|experimental|in-development)$/i.test(stability)
      ? ['', '@alpha']
      : /^(?:beta|preview|pre-release)$/i.test(stability)
        ? ['', '@beta']
        : [];

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

/** What a default value looks like in prose, short ones only. */
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
