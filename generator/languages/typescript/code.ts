/** Text that is safe to print into TypeScript: names, literals and comments. */
import { type Code, empty, trusted, unsafeIn, visible } from '../../text/code.ts';
import { trimBlank } from '../prose.ts';

export {
  type Code,
  code,
  empty,
  filePath,
  join,
  jsonText,
  lineText,
  proseText,
} from '../../text/code.ts';

/** Accepts only valid identifiers; anything else is a bug of the caller. */
export function identifier(name: string): Code {
  if (!isIdentifier(name)) throw new Error(`not an identifier: ${JSON.stringify(name)}`);
  return trusted(name);
}

/** An ECMAScript IdentifierName without escapes. Unicode letters are allowed. */
export const isIdentifier = (name: string): boolean =>
  /^[A-Za-z_$][\w$]*$/.test(name) || /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name);

/** Printable ASCII without quotes and backslashes: a fast path for most texts. */
const PLAIN = /^[ !#-&(-[\]-_a-~]*$/;

/**
 * A string literal in single quotes. Escapes control characters, marks of text direction, lone surrogates and
 * line separators.
 */
export function stringLiteral(text: string): Code {
  if (PLAIN.test(text)) return trusted(`'${text}'`);
  return trusted(`'${text.replace(UNSAFE_IN_QUOTES, escape)}'`);
}

const UNSAFE_IN_QUOTES = unsafeIn("'");

/** A member name, quoted only if necessary. */
export const propertyKey = (name: string): Code =>
  isIdentifier(name) && name !== '__proto__' ? trusted(name) : stringLiteral(name);

/**
 * A key of an object literal. `__proto__` is computed, so that it becomes a property and not the prototype.
 */
export const literalKey = (name: string): Code =>
  name === '__proto__' ? trusted(`['__proto__']`) : propertyKey(name);

/** Member access: `.name` or `['na me']`. */
export const access = (name: string): Code =>
  isIdentifier(name) ? trusted(`.${name}`) : trusted(`[${stringLiteral(name)}]`);

export function numberLiteral(value: number): Code {
  if (Number.isFinite(value)) return trusted(Object.is(value, -0) ? '0' : String(value));
  return trusted('number');
}

export const bigintLiteral = (value: bigint): Code => trusted(`${value}n`);

/** A JSON value as an expression, with the order of keys preserved. */
export function valueLiteral(value: unknown): Code {
  if (typeof value === 'string') return stringLiteral(value);
  if (typeof value === 'number') return Number.isFinite(value) ? numberLiteral(value) : trusted('null');
  if (typeof value === 'boolean' || value === null) return trusted(String(value));
  if (Array.isArray(value)) return trusted(`[${value.map((item) => valueLiteral(item)).join(', ')}]`);
  if (typeof value === 'object') {
    const entries = Object.entries(value).map(([key, item]) => `${literalKey(key)}: ${valueLiteral(item)}`);
    return entries.length === 0 ? trusted('{}') : trusted(`{ ${entries.join(', ')} }`);
  }
  return trusted('undefined');
}

/** The content of a template literal. Escapes backquotes, backslashes, `${` and control characters. */
export const templateText = (text: string): Code =>
  trusted(text.replace(UNSAFE_IN_TEMPLATE, escape).replaceAll('${', '\\${'));

const UNSAFE_IN_TEMPLATE = unsafeIn('`');

/** One line of ASCII that cannot end a comment. */
const HARMLESS = /^[ -.0-~]*(?:(?<!\*)\/[ -.0-~]*)*$/;

/** A JSDoc block; empty if there are no lines. The lines are prose and cannot end the comment. */
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
  if (safe.length === 1 && (safe[0] ?? '').length < 100) return trusted(`/** ${safe[0]} */`);
  return trusted(['/**', ...safe.map((line) => ` * ${line}`.trimEnd()), ' */'].join('\n'));
}

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
