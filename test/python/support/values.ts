/** Arguments of calls as data that the player reads (`test/python/play.py`), and the same for TypeScript. */
import type { Argument } from '../../../generator/languages/python/methods/arguments.ts';
import type { PythonMethod } from '../../../generator/languages/python/methods/method.ts';
import { argumentsOf, itemType, keyed } from '../../../generator/languages/python/samples/print.ts';
import type { TypeExpression } from '../../../generator/languages/python/types/expr.ts';
import type { SampleCall } from '../../../generator/plan/samples/call.ts';
import type { SampleValue } from '../../../generator/plan/samples/value.ts';

/** JSON in which files and bytes are objects with one key of their own. */
export type Data =
  | null
  | boolean
  | number
  | string
  | readonly Data[]
  | { readonly [name: string]: Data | undefined };

/** A file of a value as data. */
export type FileData = (file: Extract<SampleValue, { kind: 'file' }>) => Data;

/** How a file is given: with a name, or as nothing but its bytes. */
export type FileKind = 'named' | 'bytes';

/** Python's guesses a type from endings that it knows, TypeScript's does not. */
export const FILE_NAME = 'file';
export const CONTENT = 'content of a file, ä';

export interface PythonCall {
  readonly path: readonly string[];
  readonly args: readonly Data[];
  readonly kwargs: Readonly<Record<string, Data>>;
}

/** A sample as Python passes it. */
export function pythonCall(sample: SampleCall, design: PythonMethod, file: FileData): PythonCall {
  const all = argumentsOf(sample, design);
  const data = all.map((one) => ({ name: one.name, value: pythonValue(one.value, one.type, file) }));
  return {
    path: [...design.resource.properties, design.layout.name],
    args: data.flatMap((one) => (one.name === undefined ? [one.value] : [])),
    kwargs: Object.fromEntries(
      data.flatMap((one) => (one.name === undefined ? [] : [[one.name, one.value] as const])),
    ),
  };
}

/** Files of samples. */
export const sampleFile =
  (kind: FileKind): FileData =>
  ({ type }) => {
    const content = Buffer.from(CONTENT).toString('base64');
    return kind === 'bytes' && type === undefined
      ? { $bytes: content }
      : { $file: { name: FILE_NAME, content, ...(type === undefined ? {} : { type }) } };
  };

/** Keys are those that Python has. */
export function pythonValue(value: SampleValue, type: TypeExpression | undefined, file: FileData): Data {
  switch (value.kind) {
    case 'literal':
      return value.value;
    case 'file':
      return file(value);
    case 'array':
      return value.items.map((item) => pythonValue(item, itemType(type), file));
    case 'object':
      return Object.fromEntries(
        keyed(value, type).map((one) => [one.key, pythonValue(one.value, one.type, file)]),
      );
    default:
      return value satisfies never;
  }
}

/** The same as TypeScript passes it: names of the wire. */
export function typescriptValue(value: SampleValue, files: FileKind): unknown {
  switch (value.kind) {
    case 'literal':
      return value.value;
    case 'file':
      return files === 'bytes' && value.type === undefined
        ? new TextEncoder().encode(CONTENT)
        : new File([CONTENT], FILE_NAME, value.type === undefined ? {} : { type: value.type });
    case 'array':
      return value.items.map((item) => typescriptValue(item, files));
    case 'object':
      return Object.fromEntries(value.entries.map((one) => [one.name, typescriptValue(one.value, files)]));
    default:
      return value satisfies never;
  }
}

/** The argument of TypeScript with its properties in the order in which Python's signature has them. */
export function inOrderOf(design: PythonMethod, argument: SampleValue): SampleValue {
  if (argument.kind !== 'object') return argument;
  const rank = (name: string): number => {
    const { keywords, variants } = design.arguments;
    const all: readonly Argument[] = [...variants.flatMap((one) => one.keywords), ...keywords];
    return all.findIndex((one) => one.field === name || one.wireName === name);
  };
  return { ...argument, entries: [...argument.entries].sort((a, b) => rank(a.name) - rank(b.name)) };
}
