/** Text that is safe to print into Go: names, literals, tags and comments. */
import { type Code, code, empty, join, trusted, unsafeIn, visible } from '../../text/code.ts';

export { type Code, code, empty, filePath, join, jsonText, lineText, proseText } from '../../text/code.ts';

export const isIdentifier = (name: string): boolean => /^[\p{L}_][\p{L}\p{Nd}_]*$/u.test(name);

/** Accepts only valid identifiers; anything else is a bug of the caller. */
export function identifier(name: string): Code {
  if (!isIdentifier(name)) throw new Error(`not a Go identifier: ${JSON.stringify(name)}`);
  return trusted(name);
}

const UNSAFE = unsafeIn('"');

/**
 * An interpreted string literal. Go cannot escape a lone surrogate, so it becomes the replacement character.
 */
export const stringLiteral = (text: string): Code =>
  trusted(
    `"${text.replace(UNSAFE, (character) =>
      character === '"' || character === '\\'
        ? `\\${character}`
        : character === '\n'
          ? '\\n'
          : /[\ud800-\udfff]/.test(character)
            ? '\\ufffd'
            : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )}"`,
  );

export const numberLiteral = (value: number): Code =>
  trusted(
    Number.isFinite(value) ? (Number.isInteger(value) ? BigInt(value).toString() : String(value)) : '0',
  );

/** Values of a composite literal by field; a field without a value is left out. */
export type LiteralFields = Readonly<Record<string, Code | undefined>>;

const setFields = (fields: LiteralFields): readonly Code[] =>
  Object.entries(fields).flatMap(([name, value]) =>
    value === undefined || value === empty ? [] : [code`${identifier(name)}: ${value}`],
  );

/** `Name: "page", Explode: true` */
export const fieldList = (fields: LiteralFields): Code => join(setFields(fields), ', ');

/** A line with a comma for each field. */
export const fieldLines = (fields: LiteralFields): Code =>
  join(
    setFields(fields).map((field) => code`${field},`),
    '\n',
  );

/** Undefined for an empty text, which Go's zero value already is. */
export const textValue = (text: string | undefined): Code | undefined =>
  text === undefined || text === '' ? undefined : stringLiteral(text);

/** Undefined for false, which Go's zero value already is. */
export const flagValue = (flag: boolean | undefined): Code | undefined =>
  flag === true ? code`true` : undefined;

export type Tag = readonly (readonly [key: string, value: string])[];

/** Whether a field with this tag must be set. */
export const isRequired = ({ tag }: { readonly tag: Tag }): boolean =>
  tag.some(([key, value]) => key === 'api' && value === 'required');

/** A struct tag, for example `json:"id" api:"required"`. */
export function tagLiteral(tag: Tag): Code {
  const text = tag.map(([key, value]) => `${key}:${stringLiteral(value)}`).join(' ');
  return /^[ -_a-~\p{L}]*$/u.test(text) ? trusted(`\`${text}\``) : stringLiteral(text);
}

/** Comment lines, none of which is a directive for the compiler or a tool. */
export const comment = (lines: readonly string[], indent = ''): Code =>
  trusted(
    lines
      .flatMap((line) => visible(line).split(/\r\n|[\n\r\u2028\u2029]/))
      .map((line) => `${indent}// ${line.trimEnd()}`.trimEnd())
      .join('\n'),
  );

const BUILT_IN: ReadonlySet<string> = new Set('string int64 float64 bool any byte error map'.split(' '));

/** A type as files of other packages write it: `[]Book` → `[]bookshop.Book`. */
export const qualifiedType = (type: Code, packageName: Code): Code =>
  trusted(
    type.replace(/(?<![\p{L}\p{Nd}_.])[\p{L}_][\p{L}\p{Nd}_]*(?![\p{L}\p{Nd}_.])/gu, (name) =>
      BUILT_IN.has(name) ? name : `${packageName}.${name}`,
    ),
  );

/** The first group of a pattern that matches the type. */
export function partOf(type: Code, pattern: RegExp): Code | undefined {
  const part = pattern.exec(type)?.[1];
  return part === undefined ? undefined : trusted(part);
}

/** Indents all lines but the first by a tab. Literals have no line breaks. */
export const indented = (text: Code): Code => trusted(text.replace(/\n(?!\n|$)/g, '\n\t'));

/** A composite literal without its type, which the surrounding list already states. */
export const without = (text: Code, type: Code): Code =>
  text.startsWith(`${type}{`) ? trusted(text.slice(type.length)) : text;
