/** What an editor shows of a member or a method beside its prose: limits, default, errors. */
import type { Constraints, Method } from '../ir/types.ts';
import { shortValue, wrap } from './docs.ts';
import { limits } from './docs/facts.ts';
import type { Member } from './types/declaration.ts';

/** The documentation of a member with its limits as a sentence, and `@default`. */
export function memberHover({ about, doc }: Member): readonly string[] {
  if (about === undefined) return doc;
  const inner = about.type.kind === 'nullable' ? about.type.type : about.type;
  const fallback = about.default ?? about.type.default ?? inner.default;
  const value = fallback === undefined ? undefined : shortValue(fallback);
  const facts = limitText(inner.constraints);
  const firstTag = doc.findIndex((line) => line.startsWith('@'));
  const prose = trimmed(firstTag < 0 ? doc : doc.slice(0, firstTag));
  const tags = firstTag < 0 ? [] : doc.slice(firstTag);
  return [
    ...prose,
    ...(facts === '' ? [] : [...gap(prose), ...wrap(facts)]),
    ...(value === undefined ? [] : [...gap([...prose, facts].join('') === '' ? [] : ['']), `@default ${value}`]),
    ...(tags.length === 0 ? [] : [...(value === undefined ? gap(prose.length > 0 || facts !== '' ? [''] : []) : []), ...tags]),
  ];
}

const limitText = (constraints: Constraints | undefined): string => (constraints ? limits(constraints).join(' ') : '');
const gap = (before: readonly string[]): readonly string[] => (before.length > 0 ? [''] : []);

/** Without the blank lines that stood before tags. */
const trimmed = (lines: readonly string[]): readonly string[] => lines.slice(0, lines.findLastIndex((line) => line !== '') + 1);

/** Classes of errors by status (see the runtime's `error.ts`). */
const CLASSES = new Map([
  ['400', 'BadRequestError'], ['401', 'AuthenticationError'], ['403', 'PermissionDeniedError'], ['404', 'NotFoundError'],
  ['409', 'ConflictError'], ['422', 'UnprocessableEntityError'], ['429', 'RateLimitError'],
]);

/** `@throws` for each documented error that has a meaning of its own. */
export function throwsLines(method: Method): readonly string[] {
  return method.responses.flatMap(({ status, description }, index) => {
    if (index === method.success || !/^[45]|^default$/.test(status)) return [];
    const name = CLASSES.get(status) ?? (status.startsWith('5') ? 'InternalServerError' : 'APIError');
    const meaning = (description ?? '').split(/\n\s*\n/, 1)[0]?.replace(/\s+/g, ' ').trim() ?? '';
    const [first, ...rest] = wrap(`@throws {${name}} ${[status === 'default' ? '' : status, meaning].filter((one) => one !== '').join(': ')}`.trim());
    return first === undefined ? [] : [first, ...rest.map((line) => `  ${line}`)];
  });
}
