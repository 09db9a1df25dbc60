/** Text that is safe to print into Python: names, literals, docstrings and comments. */
import { type Code, empty, join, trusted, unsafeIn, visible } from '../../text/code.ts';
import { trimBlank } from '../prose.ts';

export { type Code, code, empty, filePath, join, jsonText, lineText, proseText } from '../../text/code.ts';

/** Accepts only valid identifiers; anything else is a bug of the caller. */
export function identifier(name: string): Code {
  if (!isIdentifier(name)) throw new Error(`not a Python identifier: ${JSON.stringify(name)}`);
  return trusted(name);
}

/** Python names that do not change under NFKC, which Python applies when it reads them. */
export const isIdentifier = (name: string): boolean =>
  /^[A-Za-z_]\w*$/.test(name) ||
  (/^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(name) && name.normalize('NFKC') === name);

/** Comment lines with any text. */
export const comment = (text: string): Code =>
  trusted(
    text
      .split(/\r\n|[\n\r\f\v\u0085\u2028\u2029]/)
      // At the start of a file, this text would declare an encoding (PEP 263).
      .map((line) => `# ${visible(line).replace(/coding(?=[:=])/g, 'coding ')}`.trimEnd())
      .join('\n'),
  );

/** A path of identifiers, for modules and attributes: `a.b.c`. */
export const dottedName = (names: readonly string[]): Code => join(names.map(identifier), '.');

/**
 * A string literal in double quotes. Escapes control characters, marks of text direction, line separators and
 * lone surrogates.
 */
export const stringLiteral = (text: string): Code => trusted(`"${text.replace(UNSAFE, escape)}"`);

const UNSAFE = unsafeIn('"');

function escape(character: string): string {
  switch (character) {
    case '"':
      return '\\"';
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

/** An int if the number is whole, otherwise a float. */
export const numberLiteral = (value: number): Code =>
  Number.isFinite(value) ? trusted(Object.is(value, -0) ? '0' : plainNumber(value)) : trusted('0');

/** Python reads `1e21` as a float, so large whole numbers are written with all digits. */
const plainNumber = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value);

/** A JSON value as an expression, with the order of keys preserved. */
export function valueLiteral(value: unknown): Code {
  if (typeof value === 'string') return stringLiteral(value);
  if (typeof value === 'number') return numberLiteral(value);
  if (typeof value === 'boolean') return trusted(value ? 'True' : 'False');
  if (Array.isArray(value)) return listOf(value.map((item) => valueLiteral(item)));
  if (typeof value === 'object' && value !== null)
    return dictOf(Object.entries(value).map(([key, item]) => [key, valueLiteral(item)]));
  return trusted('None');
}

export const listOf = (items: readonly Code[]): Code => trusted(`[${items.join(', ')}]`);

export const dictOf = (entries: readonly (readonly [key: string, value: Code])[]): Code =>
  trusted(`{${entries.map(([key, value]) => `${stringLiteral(key)}: ${value}`).join(', ')}}`);

/** A tuple; a single item is followed by a comma. */
export const tupleOf = (items: readonly Code[]): Code =>
  trusted(`(${items.join(', ')}${items.length === 1 ? ',' : ''})`);

/**
 * A docstring with the indentation of its place; empty if there are no lines. It is a raw string if it
 * contains backslashes, and never contains three quotes.
 */
export function docstring(lines: readonly string[], indent = ''): Code {
  const safe = trimBlank(
    lines.flatMap((line) =>
      visible(line)
        .replaceAll('"""', "'''")
        .split(/\r\n|[\n\r\u2028\u2029]/),
    ),
  ).map((line) => line.trimEnd());
  if (safe.length === 0) return empty;
  const raw = safe.some((line) => line.includes('\\')) ? 'r' : '';
  const [only] = safe;
  if (safe.length === 1 && only !== undefined && only.length < 100 && !/["\\]$/.test(only))
    return trusted(`${indent}${raw}"""${only}"""`);
  // A raw docstring cannot end with a backslash, and no docstring ends with a quote, so the closing quotes
  // are on a separate line.
  const body = safe.map((line) => (line === '' ? '' : `${indent}${line}`));
  return trusted([`${indent}${raw}"""`, ...body, `${indent}"""`].join('\n'));
}

/**
 * A type as a string annotation: `"list[Literal['a']]"`. Type checkers do not accept escapes there, so a type
 * that needs them is left as it is.
 */
export const quotedType = (type: Code): Code =>
  isQuotable(type) ? trusted(`"${type.replaceAll('"', "'")}"`) : type;

export const isQuotable = (type: Code): boolean => !/['\\]/.test(type);

/** A basic string of TOML 1.0, for `pyproject.toml`. */
export const tomlString = (text: string): Code =>
  trusted(`"${visible(text).replace(/["\\\u0000-\u001f\u007f]/g, escape)}"`);
