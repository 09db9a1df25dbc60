/**
 * Text that is safe to print into TypeScript. Only this module makes `Code`; a spec string in a view is a
 * type error.
 */
declare const brand: unique symbol;
export type Code = string & { readonly [brand]: 'code' };

const brandAs = (text: string): Code => text as Code;

/**
 * Joins literal template text written in the generator's own source with `Code`. Spec strings do not fit the
 * holes.
 */
export function code(strings: TemplateStringsArray, ...holes: readonly Code[]): Code {
  let text = strings[0] ?? '';
  for (let index = 0; index < holes.length; index++)
    text += (holes[index] ?? '') + (strings[index + 1] ?? '');
  return brandAs(text);
}

export const empty: Code = code``;

export const join = (parts: readonly Code[], separator: string): Code => brandAs(parts.join(separator));

/** A name that is already a legal identifier; anything else is a bug of the caller. */
export function identifier(name: string): Code {
  if (!isIdentifier(name)) throw new Error(`not an identifier: ${JSON.stringify(name)}`);
  return brandAs(name);
}

/** ECMAScript IdentifierName without escapes. Unicode letters are legal and stay. */
export const isIdentifier = (name: string): boolean =>
  /^[A-Za-z_$][\w$]*$/.test(name) || /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name);

/**
 * Printable ASCII but quotes and backslashes: most texts are just that, and need no look at each character
 * class.
 */
const PLAIN = /^[ !#-&(-[\]-_a-~]*$/;

/** A string literal in single quotes. Control characters, lone surrogates and line separators are escaped. */
export function stringLiteral(text: string): Code {
  if (PLAIN.test(text)) return brandAs(`'${text}'`);
  const body = text.replace(
    /['\\\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    escape,
  );
  return brandAs(`'${body}'`);
}

/** A member name: bare when it may be, else quoted. */
export const propertyKey = (name: string): Code =>
  isIdentifier(name) && name !== '__proto__' ? brandAs(name) : stringLiteral(name);

/** A key in an object literal; `__proto__` is computed so that it is a property and no prototype. */
export const literalKey = (name: string): Code =>
  name === '__proto__' ? brandAs(`['__proto__']`) : propertyKey(name);

/** Access to a member: `.name` or `['na me']`. */
export const access = (name: string): Code =>
  isIdentifier(name) ? brandAs(`.${name}`) : brandAs(`[${stringLiteral(name)}]`);

export function numberLiteral(value: number): Code {
  if (Number.isFinite(value)) return brandAs(Object.is(value, -0) ? '0' : String(value));
  return brandAs('number');
}

/** A JSON value as an expression. Keys keep their order. */
export function valueLiteral(value: unknown): Code {
  if (typeof value === 'string') return stringLiteral(value);
  if (typeof value === 'number') return Number.isFinite(value) ? numberLiteral(value) : brandAs('null');
  if (typeof value === 'boolean' || value === null) return brandAs(String(value));
  if (Array.isArray(value)) return brandAs(`[${value.map((item) => valueLiteral(item)).join(', ')}]`);
  if (typeof value === 'object') {
    const entries = Object.entries(value).map(([key, item]) => `${literalKey(key)}: ${valueLiteral(item)}`);
    return entries.length === 0 ? brandAs('{}') : brandAs(`{ ${entries.join(', ')} }`);
  }
  return brandAs('undefined');
}

/** The inside of a template literal: backquotes, backslashes, `${` and control characters are escaped. */
export const templateText = (text: string): Code =>
  brandAs(
    text.replace(/[`\\\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/g, escape).replaceAll('${', '\\${'),
  );

/**
 * One line of plain prose: for comments, Markdown and other targets. No control characters, no line breaks.
 */
export const lineText = (text: string): Code => brandAs(visible(text).replace(/\s+/g, ' ').trim());

/** Prose that keeps its line breaks. */
export const proseText = (text: string): Code =>
  brandAs(visible(text.replace(/\r\n?|\u2028|\u2029/g, '\n')).trim());

/** A JSON document, for files that are JSON. */
export const jsonText = (value: unknown): Code => brandAs(JSON.stringify(value, null, 2) ?? 'null');

/** A path below the output folder, or a relative import of one: letters, digits, `/`, `.`, `_` and `-`. */
export function filePath(path: string): Code {
  if (!/^[\p{L}\p{N}/._-]+$/u.test(path)) throw new Error(`not a file path: ${JSON.stringify(path)}`);
  return brandAs(path);
}

/** One line of ASCII that cannot end a comment. */
const HARMLESS = /^[ -.0-~]*(?:(?<!\*)\/[ -.0-~]*)*$/;

/** A JSDoc block; empty when there is nothing to say. Lines are prose: no end of comment gets through. */
export function docComment(lines: readonly string[]): Code {
  const safe = trimBlank(
    lines.every((line) => HARMLESS.test(line))
      ? lines
      : lines.flatMap((line) =>
          visible(line)
            .replaceAll('*/', '*\\/')
            .split(/\r\n|[\n\r\u2028\u2029]/),
        ),
  );
  if (safe.length === 0) return empty;
  if (safe.length === 1 && (safe[0] ?? '').length < 100) return brandAs(`/** ${safe[0]} */`);
  return brandAs(['/**', ...safe.map((line) => ` * ${line}`.trimEnd()), ' */'].join('\n'));
}

const trimBlank = (lines: readonly string[]): readonly string[] => {
  let start = 0;
  let end = lines.length;
  while (start < end && (lines[start] ?? '').trim() === '') start++;
  while (end > start && (lines[end - 1] ?? '').trim() === '') end--;
  return lines.slice(start, end);
};

const visible = (text: string): string =>
  /^[\t\n\r -~]*$/.test(text)
    ? text
    : text
        .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
        .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');

function escape(character: string): string {
  switch (character) {
    case "'":
      return "\\'";
    case '`':
      return '\\`';
    case '\\':
      return '\\\\';
    case '\n':
      return '\\n';
    case '\r':
      return '\\r';
    case '\t':
      return '\\t';
    default:
      return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  }
}
