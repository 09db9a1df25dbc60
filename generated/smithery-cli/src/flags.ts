/** Parses what follows a command: the arguments of the call and the program's own flags. */
import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Argument, type Schema, isRecord } from './catalogue-types.ts';
import type { CommandEntry, OwnFlag } from './command-types.ts';
import { UsageError } from './exit.ts';
import { nearest } from './near.ts';
import { readInput } from './read-input.ts';
import { isSwitch, jsonOf, schemaBelow, valueOf, withValueAt } from './values.ts';

export const FORMATS = ['json', 'jsonl', 'yaml', 'table', 'raw'] as const;
export type Format = (typeof FORMATS)[number];

export interface Asked {
  readonly args: Readonly<Record<string, unknown>>;
  readonly isHelp: boolean;
  readonly isJson: boolean;
  readonly format?: Format;
  readonly select?: string;
  /** Absent: the default number of items. `all`: no limit. */
  readonly limit?: number | 'all';
  readonly output?: string;
  readonly isAgreed: boolean;
}

const SWITCHES: readonly OwnFlag[] = ['all', 'help', 'json', 'yes'];
const TEXTS: readonly OwnFlag[] = ['data', 'format', 'limit', 'output', 'select'];

export const ownFlag = ({ renamed }: Pick<CommandEntry, 'renamed'>, flag: OwnFlag): string =>
  renamed[flag] ?? flag;

/** The program's own flags for a command: limits only for lists, `--select` only if there is a result. */
export function ownFlagsOf(entry: CommandEntry): readonly OwnFlag[] {
  const { result, arguments: args, effect } = entry;
  const hasValue = result === 'value' || result === 'page' || result === 'stream';
  return [
    ...(args.some(({ as }) => as !== 'positional') ? (['data'] as const) : []),
    ...(hasValue ? (['select', 'format'] as const) : []),
    ...(result === 'page' ? (['limit', 'all'] as const) : result === 'stream' ? (['limit'] as const) : []),
    ...(result === 'void' ? [] : (['output'] as const)),
    ...(effect === 'destroy' ? (['yes'] as const) : []),
    'help',
    'json',
  ];
}

export const schemaOf = ({ input }: CommandEntry, { name }: Argument): Schema => {
  const properties = isRecord(input['properties']) ? input['properties'] : {};
  const schema = Object.hasOwn(properties, name) ? properties[name] : undefined;
  return isRecord(schema) ? schema : {};
};

interface Reading {
  readonly entry: CommandEntry;
  readonly byFlag: ReadonlyMap<string, Argument>;
  readonly own: ReadonlyMap<string, OwnFlag>;
}

/** Throws a `UsageError` that says how to correct the command. Reads the file of `--data @file`. */
export async function readFlags(
  entry: CommandEntry,
  rest: readonly string[],
  stdin: () => Promise<string>,
): Promise<Asked> {
  const reading: Reading = {
    entry,
    byFlag: new Map(
      entry.arguments.map((argument, index) => [entry.flags[index] ?? argument.name, argument]),
    ),
    own: new Map(ownFlagsOf(entry).map((flag) => [ownFlag(entry, flag), flag])),
  };
  const { given, texts, positionals } = tokensOf(reading, rest);
  const has = (flag: OwnFlag): boolean => texts.get(flag) === 'true';
  const isHelp = has('help');
  let args: Record<string, unknown> = {};
  const data = texts.get('data');
  if (data !== undefined && !isHelp) args = dataArguments(entry, await dataOf(data, stdin));
  for (const [name, value] of given) args = withValueAt(args, [name], value) as Record<string, unknown>;
  const names = entry.arguments.filter(({ as }) => as === 'positional').map(({ name }) => name);
  const free = names.filter((name) => !given.has(name));
  for (const [index, text] of positionals.entries()) {
    const name = free[index];
    if (name === undefined)
      throw new UsageError(
        `${short(text)}: this command takes ${names.length === 0 ? 'no values' : `${names.length} values`} without a flag`,
      );
    const argument = entry.arguments.find((candidate) => candidate.name === name);
    args = withValueAt(
      args,
      [name],
      valueOf(argument ? schemaOf(entry, argument) : {}, text, name),
    ) as Record<string, unknown>;
  }
  const select = texts.get('select');
  const output = texts.get('output');
  const format = formatOf(texts.get('format'));
  const limit = has('all') ? 'all' : limitOf(texts.get('limit'));
  return {
    args,
    isHelp,
    isJson: has('json'),
    isAgreed: has('yes'),
    ...(format !== undefined && { format }),
    ...(select !== undefined && { select }),
    ...(limit !== undefined && { limit }),
    ...(output !== undefined && { output }),
  };
}

interface Tokens {
  readonly given: ReadonlyMap<string, unknown>;
  readonly texts: ReadonlyMap<OwnFlag, string>;
  readonly positionals: readonly string[];
}

function tokensOf(reading: Reading, rest: readonly string[]): Tokens {
  const { entry, byFlag, own } = reading;
  const { tokens } = parseArgs({
    args: [...rest],
    options: optionsOf(reading, rest),
    strict: false,
    tokens: true,
  });
  const given = new Map<string, unknown>();
  const texts = new Map<OwnFlag, string>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const { rawName, value } = token;
    const isShort = !rawName.startsWith('--');
    const flag = isShort ? SHORT.get(rawName) : own.get(token.name);
    if (flag !== undefined) {
      if (value === undefined && TEXTS.includes(flag)) throw new UsageError(`${rawName}: requires a value`);
      texts.set(flag, value ?? 'true');
      continue;
    }
    const [name = '', ...path] = token.name.split('.');
    const negated = name.startsWith('no-') ? byFlag.get(name.slice(3)) : undefined;
    const argument =
      byFlag.get(name) ?? (negated && isSwitch(schemaOf(entry, negated)) ? negated : undefined);
    if (!argument || isShort) throw new UsageError(unknownFlag(reading, rawName));
    const schema = schemaBelow(schemaOf(entry, argument), path);
    const text = value ?? (isSwitch(schema) ? String(argument !== negated) : undefined);
    if (text === undefined) throw new UsageError(`${rawName}: requires a value`);
    if (token.inlineValue === false && /^--[a-z]/.test(text))
      throw new UsageError(
        `${rawName}: requires a value; to pass this text, write ${rawName}=${short(text)}`,
      );
    const before = given.get(argument.name);
    const isList = schema['type'] === 'array';
    const read = valueOf(
      isList && !/^\s*\[/.test(text) && isRecord(schema['items']) ? schema['items'] : schema,
      text,
      rawName,
    );
    const found = isList ? [...listAt(before, path), ...(Array.isArray(read) ? read : [read])] : read;
    if (!isList && path.length === 0 && given.has(argument.name))
      throw new UsageError(`${rawName}: was passed twice`);
    given.set(argument.name, withValueAt(before, path, found));
  }
  return { given, texts, positionals };
}

const SHORT: ReadonlyMap<string, OwnFlag> = new Map([
  ['-h', 'help'],
  ['-o', 'output'],
]);

function listAt(value: unknown, path: readonly string[]): readonly unknown[] {
  let found = value;
  for (const name of path) found = isRecord(found) && Object.hasOwn(found, name) ? found[name] : undefined;
  return Array.isArray(found) ? (found as unknown[]) : [];
}

/** The flags that take a value, including those of a field, such as `--metadata.key`. */
function optionsOf(
  { entry, byFlag, own }: Reading,
  rest: readonly string[],
): Record<string, { type: 'string' | 'boolean'; short?: string }> {
  const options: [string, { type: 'string' | 'boolean'; short?: string }][] = [];
  for (const [name, argument] of byFlag)
    options.push([name, { type: isSwitch(schemaOf(entry, argument)) ? 'boolean' : 'string' }]);
  for (const [name, flag] of own) {
    const short = [...SHORT].find(([, candidate]) => candidate === flag)?.[0].slice(1);
    options.push([
      name,
      { type: SWITCHES.includes(flag) ? 'boolean' : 'string', ...(short !== undefined && { short }) },
    ]);
  }
  for (const arg of rest) {
    const [, name, root = ''] = /^--(([^=.]+)\.[^=]+)/.exec(arg) ?? [];
    if (name !== undefined && byFlag.has(root)) options.push([name, { type: 'string' }]);
  }
  return Object.fromEntries(options);
}

function unknownFlag({ byFlag, own }: Reading, given: string): string {
  const names = [...byFlag.keys(), ...own.keys()];
  const near = nearest(given.replace(/^-+/, ''), names).map((name) => `--${name}`);
  const advice = near.length > 0 ? `did you mean ${near.join(' or ')}?` : '--help lists them';
  return `${short(given)}: unknown flag, ${advice}`;
}

async function dataOf(text: string, stdin: () => Promise<string>): Promise<unknown> {
  const isFile = text.startsWith('@');
  const json = text === '-' ? await stdin() : isFile ? await readText(text.slice(1)) : text;
  const parsed = jsonOf(json, '--data');
  if (parsed) return parsed.value;
  const what = text === '-' ? 'standard input' : isFile ? short(text.slice(1)) : 'it';
  throw new UsageError(`--data: ${what} is not valid JSON; write '{"name": 1}', @file.json or -`);
}

async function readText(path: string): Promise<string> {
  try {
    return (await readInput(createReadStream(path), short(path))).toString('utf8');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'error';
    throw new UsageError(`${short(path)}: cannot be read (${code})`);
  }
}

/** Accepts names of flags and of the API. Other keys belong to the body if the body is a single value. */
function dataArguments(entry: CommandEntry, data: unknown): Record<string, unknown> {
  const whole = entry.arguments.find(({ as }) => as === 'whole');
  if (whole) return { [whole.name]: typeof data === 'string' ? data : JSON.stringify(data) };
  if (!isRecord(data)) throw new UsageError('--data: must be an object: {"name": "value"}');
  const spread = entry.arguments.find(({ as }) => as === 'spread');
  const byKey = new Map(
    entry.arguments.flatMap(
      ({ name, key = name }) =>
        [
          [key, name],
          [name, name],
        ] as const,
    ),
  );
  let found: unknown = {};
  for (const [key, value] of Object.entries(data)) {
    const name = byKey.get(key);
    found = withValueAt(found, name === undefined && spread ? [spread.name, key] : [name ?? key], value);
  }
  return found as Record<string, unknown>;
}

function formatOf(text: string | undefined): Format | undefined {
  const found = FORMATS.find((format) => format === text);
  if (text !== undefined && found === undefined)
    throw new UsageError(`--format ${short(text)}: allowed are ${FORMATS.join(', ')}`);
  return found;
}

function limitOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(text))
    throw new UsageError(`--limit ${short(text)}: it is a whole number from 1`);
  return Number(text);
}

export const short = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, 59)}…`);
