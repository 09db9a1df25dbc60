/**
 * Text that is safe to print into what is generated. A spec string in a view is a type error: it becomes
 * `Code` by the functions here, or by those of a language's own `code.ts`.
 */
declare const brand: unique symbol;
export type Code = string & { readonly [brand]: 'code' };

/** For the `code.ts` of a language alone: says that the text is safe there. */
export const trusted = (text: string): Code => text as Code;

/**
 * Joins literal template text written in the generator's own source with `Code`. Spec strings do not fit the
 * holes.
 */
export function code(strings: TemplateStringsArray, ...holes: readonly Code[]): Code {
  let text = strings[0] ?? '';
  for (let index = 0; index < holes.length; index++)
    text += (holes[index] ?? '') + (strings[index + 1] ?? '');
  return trusted(text);
}

export const empty: Code = code``;

export const join = (parts: readonly Code[], separator: string): Code => trusted(parts.join(separator));

/**
 * One line of plain prose: for comments, Markdown and other targets. No control characters, no line breaks.
 */
export const lineText = (text: string): Code => trusted(visible(text).replace(/\s+/g, ' ').trim());

/** Prose that keeps its line breaks. */
export const proseText = (text: string): Code =>
  trusted(visible(text.replace(/\r\n?|\u2028|\u2029/g, '\n')).trim());

/** For a character class: marks that change the direction of the text around them (Unicode UAX 9 section 2). */
const DIRECTION_MARKS = '\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069';

/**
 * For a character class: characters that a literal of any language writes as escapes, because they end a line, do
 * not show, or change what is seen of the text around them.
 */
const ESCAPED = `\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029${DIRECTION_MARKS}\\ufeff`;

const LONE_SURROGATE = '[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]';

/** Everything in a text that a string literal with these delimiters has to escape. */
export const unsafeIn = (delimiters: string): RegExp =>
  new RegExp(`[${delimiters}\\\\${ESCAPED}]|${LONE_SURROGATE}`, 'g');

const DIRECTION = new RegExp(`[${DIRECTION_MARKS}]`, 'g');

/** The marks as escapes, which JSON, YAML in quotes and readers understand. */
export const withMarksNamed = (text: string): string =>
  text.replace(DIRECTION, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** A JSON document, for files that are JSON. Marks of direction, which only strings hold, are escaped. */
export const jsonText = (value: unknown): Code =>
  trusted(withMarksNamed(JSON.stringify(value, null, 2) ?? 'null'));

/** A path below the output folder, or a relative import of one: letters, digits, `/`, `.`, `_` and `-`. */
export function filePath(path: string): Code {
  if (!/^[\p{L}\p{N}/._-]+$/u.test(path)) throw new Error(`not a file path: ${JSON.stringify(path)}`);
  return trusted(path);
}

const LONE = new RegExp(LONE_SURROGATE, 'g');

const CONTROL = '\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f';

const INVISIBLE = new RegExp(`[${CONTROL}${DIRECTION_MARKS}\\ufeff]`, 'g');

/** Without control characters, marks of direction and lone surrogates. */
export const visible = (text: string): string =>
  /^[\t\n\r -~]*$/.test(text) ? text : text.replace(INVISIBLE, '').replace(LONE, '\ufffd');
