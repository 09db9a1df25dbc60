/** Text that editors show for a member or method in addition to its description: limits, default, errors. */
import type { Method, Parameter } from '../../ir/types.ts';
import { shortValue, wrap } from './docs.ts';
import { limits } from './docs/facts.ts';
import { STATUS_NAMES } from '../status-names.ts';
import type { Member } from './types/declaration.ts';

/** The documentation of a member, with its limits as a sentence and `@default`. */
export function memberHover({ about, doc }: Member): readonly string[] {
  if (about === undefined) return doc;
  const inner = about.type.kind === 'nullable' ? about.type.type : about.type;
  const fallback = about.default ?? about.type.default ?? inner.default;
  const value = fallback === undefined ? undefined : shortValue(fallback);
  const tagAt = doc.findIndex((line) => line.startsWith('@'));
  const [prose, tags] = tagAt < 0 ? [doc, []] : [doc.slice(0, tagAt), doc.slice(tagAt)];
  const facts = inner.constraints ? wrap(limits(inner.constraints, prose.join(' ')).join(' ')) : [];
  const sections = [trimmed(prose), facts, [...(value === undefined ? [] : [`@default ${value}`]), ...tags]];
  return sections
    .filter((lines) => lines.length > 0)
    .flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}

/** Removes blank lines that preceded tags. */
const trimmed = (lines: readonly string[]): readonly string[] =>
  lines.slice(0, lines.findLastIndex((line) => line !== '') + 1);

/** `@param` for each positional argument with a description. */
export const paramLines = (
  parameters: readonly { readonly parameter: Parameter; readonly variable: string }[],
): readonly string[] =>
  parameters.flatMap(({ parameter, variable }) => {
    const description = parameter.description ?? parameter.type.description ?? '';
    const about = firstParagraph(description);
    return about === '' ? [] : tagLines(`@param ${variable} ${about}`);
  });

/** The first paragraph on one line. */
const firstParagraph = (text: string): string =>
  (text.split(/\n\s*\n/, 1)[0] ?? '').replace(/\s+/g, ' ').trim();

/** A JSDoc tag; continuation lines are indented. */
function tagLines(text: string): readonly string[] {
  const [first, ...rest] = wrap(text);
  return first === undefined ? [] : [first, ...rest.map((line) => `  ${line}`)];
}

/** `@throws` for each documented error with a description. */
export function throwsLines(method: Method): readonly string[] {
  return method.responses.flatMap(({ status, description }, index) => {
    if (index === method.success || !/^[45]|^default$/.test(status)) return [];
    const kind = STATUS_NAMES.get(status) ?? (status.startsWith('5') ? 'InternalServer' : 'API');
    const statuses = status === 'default' ? 'other statuses' : status;
    const meaning = firstParagraph(description ?? '');
    return tagLines(`@throws {${kind}Error} ${meaning === '' ? statuses : `${statuses}: ${meaning}`}`);
  });
}
