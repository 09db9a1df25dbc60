/** Sample values in Go: composite literals of the SDK's types. */
import type { SampleEntry, SampleValue } from '../../../plan/samples/value.ts';
import {
  type Code,
  code,
  identifier,
  indented,
  isRequired,
  join,
  numberLiteral,
  partOf,
  qualifiedType,
  stringLiteral,
  without,
} from '../code.ts';
import type { GoSdk } from '../sdk.ts';
import type { GoDeclaration, GoField, GoStruct } from '../types.ts';
import { wireName } from '../unions.ts';

export interface SampleScope {
  readonly sdk: GoSdk;
  /** The package name in code. */
  readonly packageName: Code;
  readonly declarations: ReadonlyMap<string, GoDeclaration>;
  /** Values of constants by name. */
  readonly constants: ReadonlyMap<string, string>;
}

export function sampleScope(sdk: GoSdk, packageName: string): SampleScope {
  return {
    sdk,
    packageName: identifier(packageName),
    declarations: new Map(sdk.declarations.map((declaration) => [declaration.name, declaration])),
    constants: new Map([...sdk.constants].map(([value, name]) => [`constant.${name}`, value])),
  };
}

/** A type as files of other packages write it: `[]Book` → `[]bookshop.Book`. */
export const qualified = ({ packageName }: SampleScope, text: Code): Code => qualifiedType(text, packageName);

const listItem = (text: Code): Code | undefined => partOf(text, /^\[\](.+)$/s);
const mapValue = (text: Code): Code | undefined => partOf(text, /^map\[string\](.+)$/s);
const pointed = (text: Code): Code | undefined => partOf(text, /^\*(.+)$/s);
const optional = (text: Code): Code | undefined => partOf(text, /^param\.Opt\[(.+)\]$/s);

/** Functions of the package that create optional values. */
const HELPERS: ReadonlyMap<string, Code> = new Map([
  ['string', code`String`],
  ['int64', code`Int`],
  ['float64', code`Float`],
  ['bool', code`Bool`],
  ['time.Time', code`Time`],
]);

/** The value as an expression of the type. */
export function valueCode(scope: SampleScope, value: SampleValue, type: Code): Code {
  const { packageName, declarations } = scope;
  const own = optional(type);
  if (own !== undefined) {
    if (isNull(value)) return code`param.Null[${qualified(scope, own)}]()`;
    const helper = HELPERS.get(own);
    const inner = valueCode(scope, value, own);
    return helper
      ? code`${packageName}.${helper}(${inner})`
      : code`param.NewOpt[${qualified(scope, own)}](${inner})`;
  }
  const item = listItem(type);
  if (item !== undefined) {
    if (value.kind !== 'array')
      return isNull(value) ? code`param.NullSlice[${qualified(scope, type)}]()` : code`nil`;
    const isStruct = declarations.get(item)?.kind === 'struct';
    const items = value.items.map((each) => {
      const text = valueCode(scope, each, item);
      // The list states the type of its items.
      return isStruct ? without(text, qualified(scope, item)) : text;
    });
    return literal(qualified(scope, type), items);
  }
  const ofMap = mapValue(type);
  if (ofMap !== undefined) {
    if (value.kind !== 'object')
      return isNull(value) ? code`param.NullMap[${qualified(scope, type)}]()` : code`nil`;
    return literal(
      qualified(scope, type),
      value.entries.map(
        ({ name, value: each }) => code`${stringLiteral(name)}: ${valueCode(scope, each, ofMap)}`,
      ),
    );
  }
  const target = pointed(type);
  if (target !== undefined) return isNull(value) ? code`nil` : code`&${valueCode(scope, value, target)}`;
  const declaration = declarations.get(type);
  if (declaration?.kind === 'alias') return valueCode(scope, value, declaration.type.text);
  if (declaration?.kind === 'struct')
    return isNull(value)
      ? code`param.NullStruct[${qualified(scope, type)}]()`
      : structCode(scope, declaration, value);
  if (declaration?.kind === 'enum') {
    const plain = plainCode(scope, value, declaration.base);
    const known = declaration.values.find((each) => each.literal === plain);
    return known ? code`${packageName}.${identifier(known.name)}` : plain;
  }
  if (type.startsWith('constant.')) return code`constant.ValueOf[${type}]()`;
  return type === 'any' ? anyCode(scope, value) : plainCode(scope, value, type);
}

const isNull = (value: SampleValue): boolean => value.kind === 'literal' && value.value === null;

const ZERO: Readonly<Record<string, Code>> = {
  string: code`""`,
  bool: code`false`,
  'time.Time': code`time.Time{}`,
};

function plainCode(scope: SampleScope, value: SampleValue, type: Code): Code {
  if (type === 'io.Reader') return fileCode(scope, value);
  const own = value.kind === 'literal' ? value.value : null;
  if (type === 'time.Time') return typeof own === 'string' ? timeCode(own) : code`time.Time{}`;
  const isFitting = typeof own === (type === 'string' ? 'string' : type === 'bool' ? 'boolean' : 'number');
  if (!isFitting)
    return type === 'string' && own !== null ? stringLiteral(String(own)) : (ZERO[type] ?? code`0`);
  // JavaScript rounds the largest int64 up.
  if (type === 'int64' && typeof own === 'number' && own >= 2 ** 63) return code`9223372036854775807`;
  return literalCode(own);
}

function literalCode(value: string | number | boolean | null): Code {
  if (typeof value === 'string') return stringLiteral(value);
  if (typeof value === 'number') return numberLiteral(value);
  return value === null ? code`nil` : value ? code`true` : code`false`;
}

function timeCode(text: string): Code {
  const moment = new Date(text);
  if (Number.isNaN(moment.getTime())) return code`time.Time{}`;
  const parts = [
    moment.getUTCFullYear(),
    moment.getUTCMonth() + 1,
    moment.getUTCDate(),
    moment.getUTCHours(),
    moment.getUTCMinutes(),
    moment.getUTCSeconds(),
    moment.getUTCMilliseconds() * 1_000_000,
  ];
  return code`time.Date(${join(parts.map(numberLiteral), ', ')}, time.UTC)`;
}

function fileCode({ packageName }: SampleScope, value: SampleValue): Code {
  const isText = value.kind === 'literal' && typeof value.value === 'string';
  const reader = code`strings.NewReader(${isText ? literalCode(value.value) : code`"content"`})`;
  return value.kind === 'file' && value.type !== undefined
    ? code`${packageName}.NewFile(${reader}, "file", ${stringLiteral(value.type)})`
    : reader;
}

function anyCode(scope: SampleScope, value: SampleValue): Code {
  switch (value.kind) {
    case 'literal':
      return literalCode(value.value);
    case 'file':
      return fileCode(scope, value);
    case 'array':
      return literal(
        code`[]any`,
        value.items.map((item) => anyCode(scope, item)),
      );
    case 'object':
      return literal(
        code`map[string]any`,
        value.entries.map((entry) => code`${stringLiteral(entry.name)}: ${anyCode(scope, entry.value)}`),
      );
    default:
      return value satisfies never;
  }
}

const WIDTH = 70;

/** `T{a, b}`, on several lines if it is long or has several named parts. */
function literal(type: Code, parts: readonly Code[]): Code {
  const flat = code`${type}{${join(parts, ', ')}}`;
  const isShort = flat.length <= WIDTH && !flat.includes('\n');
  if (isShort && (parts.length < 2 || !parts[0]?.includes(': '))) return flat;
  return code`${type}{\n${join(
    parts.map((part) => code`\t${indented(part)},\n`),
    '',
  )}}`;
}

const isVariant = ({ tag }: GoField): boolean => tag[0]?.[1] === ',omitzero,inline';

function fieldOf(struct: GoStruct, name: string): GoField | undefined {
  const plain = struct.fields.filter((field) => !isVariant(field) && field.name !== 'ExtraFields');
  return plain.find(({ argument }) => argument === name) ?? plain.find((field) => wireName(field) === name);
}

/** A struct with a field for each property. Remaining properties form a variant of a union. */
export function structCode(scope: SampleScope, struct: GoStruct, value: SampleValue): Code {
  const entries = value.kind === 'object' ? value.entries : [];
  const type = qualified(scope, identifier(struct.name));
  const parts: Code[] = [];
  const rest: SampleEntry[] = [];
  for (const entry of entries) {
    const field = fieldOf(struct, entry.name);
    if (field === undefined) rest.push(entry);
    else if (!field.type.text.startsWith('constant.'))
      parts.push(code`${identifier(field.name)}: ${valueCode(scope, entry.value, field.type.text)}`);
  }
  const variants = struct.fields.filter(isVariant);
  const left: SampleValue = value.kind === 'object' ? { kind: 'object', entries: rest } : value;
  if (variants.length > 0 && (rest.length > 0 || value.kind !== 'object' || parts.length === 0)) {
    const chosen = variants.find((field) => fits(scope, left, field)) ?? variants[0];
    if (chosen) parts.push(code`${identifier(chosen.name)}: ${valueCode(scope, left, chosen.type.text)}`);
  }
  const extra = struct.fields.find((field) => field.name === 'ExtraFields');
  if (extra && rest.length > 0 && variants.length === 0)
    parts.push(code`ExtraFields: ${valueCode(scope, left, extra.type.text)}`);
  return literal(type, parts);
}

/** Whether a value belongs to a variant: tag, constants and required properties match. */
function fits(scope: SampleScope, value: SampleValue, { type, tag }: GoField): boolean {
  const [property, wanted] = (tag.find(([key]) => key === 'variant')?.[1] ?? '').split(/:(.*)/s);
  const others = tag.find(([key]) => key === 'others')?.[1].split(' ') ?? [];
  if (property && value.kind === 'object') {
    const found = value.entries.find(({ name }) => name === property)?.value;
    if (found?.kind === 'literal') return [wanted, ...others].includes(String(found.value));
  }
  return isOf(scope, value, type.text, 0);
}

function isOf(scope: SampleScope, value: SampleValue, type: Code, depth: number): boolean {
  if (depth > 12 || type === 'any') return true;
  const own = optional(type) ?? pointed(type);
  if (own !== undefined) return isOf(scope, value, own, depth + 1);
  const item = listItem(type);
  if (item !== undefined)
    return value.kind === 'array' && value.items.every((each) => isOf(scope, each, item, depth + 1));
  const ofMap = mapValue(type);
  if (ofMap !== undefined)
    return (
      value.kind === 'object' && value.entries.every((each) => isOf(scope, each.value, ofMap, depth + 1))
    );
  const declaration = scope.declarations.get(type);
  if (declaration?.kind === 'alias') return isOf(scope, value, declaration.type.text, depth + 1);
  if (declaration?.kind === 'struct') return isOfStruct(scope, value, declaration, depth + 1);
  if (type === 'io.Reader') return value.kind === 'file';
  if (value.kind !== 'literal') return false;
  if (declaration?.kind === 'enum')
    return declaration.values.some(({ literal: known }) => known === literalCode(value.value));
  if (type.startsWith('constant.')) return scope.constants.get(type) === value.value;
  if (type === 'time.Time') return typeof value.value === 'string' && !Number.isNaN(Date.parse(value.value));
  if (type === 'int64') return Number.isInteger(value.value);
  return typeof value.value === (type === 'float64' ? 'number' : type === 'bool' ? 'boolean' : 'string');
}

function isOfStruct(scope: SampleScope, value: SampleValue, struct: GoStruct, depth: number): boolean {
  const variants = struct.fields.filter(isVariant);
  if (variants.length > 0) return variants.some((field) => isOf(scope, value, field.type.text, depth));
  if (value.kind !== 'object') return false;
  const given = new Map(value.entries.map((entry) => [entry.name, entry.value]));
  const isOpen = struct.fields.some((field) => field.name === 'ExtraFields');
  return (
    struct.fields.every((field) => !isRequired(field) || given.has(wireName(field))) &&
    [...given].every(([name, each]) => {
      const field = fieldOf(struct, name);
      return field === undefined ? isOpen : isNull(each) || isOf(scope, each, field.type.text, depth);
    })
  );
}
