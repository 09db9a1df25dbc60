/**
 * Text that is safe to print into generated files. Text of the document in a view is a type error; the
 * functions here, and those in a language's `code.ts`, turn it into `Code`.
 */
declare const brand: unique symbol;
export type Code = string & { readonly [brand]: 'code' };

/** Only for the `code.ts` of a language: declares that the text is safe there. */
export const trusted = (text: string): Code => text as Code;

/** Joins literal text of the generator with `Code`. Text of the document is not accepted. */
export function code(strings: TemplateStringsArray, ...holes: readonly Code[]): Code {
  let text = strings[0] ?? '';
  for (let index = 0; index < holes.length; index++)
    text += (holes[index] ?? '') + (strings[index + 1] ?? '');
  return trusted(text);
}

export const empty: Code = code``;

export const join = (parts: readonly Code[], separator: string): Code => trusted(parts.join(separator));

/** One line of prose for comments, Markdown and other targets, without control characters and line breaks. */
export const lineText = (text: string): Code => trusted(visible(text).replace(/\s+/g, ' ').trim());

/** Prose with its line breaks. */
export const proseText = (text: string): Code =>
  trusted(visible(text.replace(/\r\n?|\u2028|\u2029/g, '\n')).trim());

/** Marks that change the direction of surrounding text (Unicode UAX 9 section 2), for a character class. */
const DIRECTION_MARKS = '\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069';

/**
 * Characters that literals of every language escape, because they end a line, are invisible, or change the
 * look of surrounding text; for a character class.
 */
const ESCAPED = `\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029${DIRECTION_MARKS}\\ufeff`;

const LONE_SURROGATE = '[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]';

/** Matches everything that a string literal with these delimiters must escape. */
export const unsafeIn = (delimiters: string): RegExp =>
  new RegExp(`[${delimiters}\\\\${ESCAPED}]|${LONE_SURROGATE}`, 'g');

const DIRECTION = new RegExp(`[${DIRECTION_MARKS}]`, 'g');

/** Writes the marks as escapes, which JSON and quoted YAML support. */
export const withMarksNamed = (text: string): string =>
  text.replace(DIRECTION, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** A JSON document. Marks of text direction, which only occur in strings, are escaped. */
export const jsonText = (value: unknown): Code =>
  trusted(withMarksNamed(JSON.stringify(value, null, 2) ?? 'null'));

/** A path below the output folder, or a relative import: letters, digits, `/`, `.`, `_` and `-`. */
export function filePath(path: string): Code {
  if (!/^[\p{L}\p{N}/._-]+$/u.test(path)) throw new Error(`not a file path: ${JSON.stringify(path)}`);
  return trusted(path);
}

const LONE = new RegExp(LONE_SURROGATE, 'g');

const CONTROL = '\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f';

const INVISIBLE = new RegExp(`[${CONTROL}${DIRECTION_MARKS}\\ufeff]`, 'g');

/** Removes control characters, marks of text direction and lone surrogates. */
export const visible = (text: string): string =>
  /^[\t\n\r -~]*$/.test(text) ? text : text.replace(INVISIBLE, '').replace(LONE, '\ufffd');
