/**
 * Sample values and calls in Python, in ruff's layout, because they also appear in text that is not
 * formatted.
 */
import type { SampleCall } from '../../../plan/samples/call.ts';
import type { SampleValue } from '../../../plan/samples/value.ts';
import { type Code, code, identifier, join, stringLiteral, valueLiteral } from '../code.ts';
import type { Argument } from '../methods/arguments.ts';
import type { PythonMethod } from '../methods/method.ts';
import type { Declaration } from '../types/declaration.ts';
import type { TypeExpression } from '../types/expr.ts';

const WIDTH = 88;

/** How a sample represents a file. */
export type FileSample = 'disk' | 'memory';

interface SamplePosition {
  readonly indent: number;
  /** The column at which the value starts, and the text that follows it on the line. */
  readonly column: number;
  readonly file: FileSample;
}

const pad = (indent: number): Code =>
  join(
    Array.from({ length: indent }, () => code` `),
    '',
  );

/** A value of a type; dictionary keys have their Python names. */
function printValue(value: SampleValue, type: TypeExpression | undefined, place: SamplePosition): Code {
  const flat = flatValue(value, type, place.file);
  if (place.column + flat.length <= WIDTH || value.kind === 'literal' || value.kind === 'file') return flat;
  const inner = place.indent + 4;
  const lines =
    value.kind === 'array'
      ? value.items.map((item) =>
          printValue(item, itemType(type), { ...place, indent: inner, column: inner + 1 }),
        )
      : keyed(value, type).map(({ key, value: sampleValue, type: own }) => {
          const lead = code`${stringLiteral(key)}: `;
          return code`${lead}${printValue(sampleValue, own, { ...place, indent: inner, column: inner + lead.length + 1 })}`;
        });
  if (lines.length === 0) return flat;
  const body = join(
    lines.map((line) => code`${pad(inner)}${line},\n`),
    '',
  );
  return value.kind === 'array'
    ? code`[\n${body}${pad(place.indent)}]`
    : code`{\n${body}${pad(place.indent)}}`;
}

function flatValue(value: SampleValue, type: TypeExpression | undefined, file: FileSample): Code {
  switch (value.kind) {
    case 'literal':
      return valueLiteral(value.value);
    case 'file':
      return value.type === undefined
        ? file === 'disk'
          ? code`Path("path/to/file")`
          : code`b"content"`
        : code`("file", b"content", ${stringLiteral(value.type)})`;
    case 'array':
      return code`[${join(
        value.items.map((item) => flatValue(item, itemType(type), file)),
        ', ',
      )}]`;
    case 'object':
      return code`{${join(
        keyed(value, type).map(
          (keyedValue) =>
            code`${stringLiteral(keyedValue.key)}: ${flatValue(keyedValue.value, keyedValue.type, file)}`,
        ),
        ', ',
      )}}`;
    default:
      return value satisfies never;
  }
}

export interface KeyedValue {
  readonly key: string;
  readonly value: SampleValue;
  readonly type: TypeExpression | undefined;
}

/** Properties with the keys of the matching dictionary type. */
export function keyed(
  { entries }: Extract<SampleValue, { kind: 'object' }>,
  type: TypeExpression | undefined,
): readonly KeyedValue[] {
  const names = entries.map((entry) => entry.name);
  const dictionary = dictionariesOf(type).find((declaration) => {
    const members = membersOf(declaration);
    return (
      names.every((name) => members.has(name)) &&
      entries.every(({ name, value }) => fits(value, members.get(name)?.type))
    );
  });
  const members = dictionary && membersOf(dictionary);
  return entries.map(({ name, value }) => {
    const member = members?.get(name);
    return { key: member?.name ?? name, value, type: member?.type ?? mapType(type) };
  });
}

/** False if the value has a literal that the union member does not allow. */
function fits(value: SampleValue, type: TypeExpression | undefined): boolean {
  if (value.kind !== 'literal' || value.value === null || type === undefined) return true;
  const plain = resolved(type).filter((typeExpression) => typeExpression.kind !== 'none');
  return (
    !plain.every((item) => item.kind === 'literal') ||
    plain.some((item) => item.kind === 'literal' && item.values.some((each) => each === value.value))
  );
}

/** The possible types of an expression, with aliases resolved. */
function resolved(type: TypeExpression, depth = 0): readonly TypeExpression[] {
  if (depth > 20) return [];
  switch (type.kind) {
    case 'annotated':
      return resolved(type.type, depth + 1);
    case 'union':
      return type.members.flatMap((member) => resolved(member, depth + 1));
    case 'declaration':
      return type.declaration.body.kind === 'alias'
        ? resolved(type.declaration.body.type, depth + 1)
        : [type];
    default:
      return [type];
  }
}

const dictionariesOf = (type: TypeExpression | undefined): readonly Declaration[] =>
  type === undefined
    ? []
    : resolved(type).flatMap((typeExpression) =>
        typeExpression.kind === 'declaration' && typeExpression.declaration.body.kind === 'dictionary'
          ? [typeExpression.declaration]
          : [],
      );

function membersOf(
  declaration: Declaration,
): ReadonlyMap<string, { readonly name: string; readonly type: TypeExpression }> {
  const { body } = declaration;
  if (body.kind !== 'dictionary') return new Map();
  return new Map([
    ...body.bases.flatMap((base) => [...membersOf(base)]),
    ...body.members.map((member) => [member.wireName, member] as const),
  ]);
}

const genericOf = (
  type: TypeExpression | undefined,
  isMeant: (name: string) => boolean,
): TypeExpression | undefined =>
  type &&
  resolved(type).flatMap((typeExpression) =>
    typeExpression.kind === 'generic' && 'name' in typeExpression.head && isMeant(typeExpression.head.name)
      ? (typeExpression.arguments.at(-1) ?? [])
      : [],
  )[0];

/** The type of a list's items. */
export const itemType = (type: TypeExpression | undefined): TypeExpression | undefined =>
  genericOf(type, (name) => name !== 'dict');
const mapType = (type: TypeExpression | undefined): TypeExpression | undefined =>
  genericOf(type, (name) => name === 'dict');

/** The arguments of a call: positional, then keyword arguments. */
export function argumentsOf(
  sample: SampleCall,
  sdk: PythonMethod,
): readonly {
  readonly name: string | undefined;
  readonly value: SampleValue;
  readonly type: TypeExpression;
}[] {
  const { positional, keywords, variants } = sdk.arguments;
  const byPosition = sample.positional.flatMap((value, index) => {
    const own = positional[index];
    return own ? [{ name: undefined, value, type: own.type }] : [];
  });
  const { argument } = sample;
  if (!argument) return byPosition;
  const isWhole =
    argument.kind !== 'object' ||
    (sample.planned.arguments.kind === 'body' && sample.planned.arguments.body.kind === 'property');
  if (isWhole) {
    const own = keywords.find((keyword) => keyword.group === 'body');
    return own ? [...byPosition, { name: own.name, value: argument, type: own.type }] : byPosition;
  }
  const given = new Map(argument.entries.map((entry) => [entry.name, entry.value]));
  const ofUnion = variants.find(
    (variant) =>
      [...given.keys()].every((name) => variant.keywords.some((each) => isCalled(each, name))) &&
      [...given].every(([name, value]) =>
        fits(value, variant.keywords.find((each) => isCalled(each, name))?.type),
      ),
  );
  const own = ofUnion?.keywords ?? keywords;
  return [
    ...byPosition,
    ...own.flatMap((item) => {
      const value = given.get(item.field) ?? given.get(item.wireName);
      return value === undefined ? [] : [{ name: item.name, value, type: item.type }];
    }),
  ];
}

const isCalled = (argument: Argument, name: string): boolean =>
  argument.field === name || argument.wireName === name;

export interface CallText {
  /** Text before the call on its line: `server = `. */
  readonly lead: Code;
  readonly callee: Code;
  readonly tail: Code;
  readonly indent: number;
  readonly file: FileSample;
}

/** For example `server = client.servers.retrieve("id")`. */
export function printCall(sample: SampleCall, sdk: PythonMethod, text: CallText): Code {
  const { lead, callee, tail, indent, file } = text;
  const own = argumentsOf(sample, sdk);
  const item = ({ name, value, type }: (typeof own)[number], at: number): Code => {
    const start = name === undefined ? code`` : code`${identifier(name)}=`;
    return code`${start}${printValue(value, type, { indent: at, column: at + start.length + 1, file })}`;
  };
  const flat = own.map(({ name, value, type }) => {
    const start = name === undefined ? code`` : code`${identifier(name)}=`;
    return code`${start}${flatValue(value, type, file)}`;
  });
  const line = code`${pad(indent)}${lead}${callee}(${join(flat, ', ')})${tail}`;
  if (line.length <= WIDTH || own.length === 0) return line;
  const inner = indent + 4;
  const lines = own.map((each) => code`${pad(inner)}${item(each, inner)},\n`);
  return code`${pad(indent)}${lead}${callee}(\n${join(lines, '')}${pad(indent)})${tail}`;
}
