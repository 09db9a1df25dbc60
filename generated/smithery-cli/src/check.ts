/** Checks arguments before anything is sent. The error says how to correct them. */
import { CallError, type Entry, type Schema, isRecord } from './catalogue-types.ts';
import { nearest } from './near.ts';

/** Throws a `CallError` that lists every fault. `own` names arguments that do not belong to the API. */
export function checkArguments(
  entry: Entry,
  args: Readonly<Record<string, unknown>>,
  own: readonly string[],
): void {
  const names = entry.arguments.map((argument) => argument.name);
  const report: Report = { at: '', faults: [], most: MOST_FAULTS };
  const known = new Set([...names, ...own]);
  for (const name of Object.keys(args)) {
    if (known.has(name)) continue;
    if (isFull(report)) break;
    if (name === '__proto__') report.faults.push('__proto__: not a name of an argument');
    else if (entry.withheld?.includes(name) === true) report.faults.push(withheldName(name));
    else if (!isOpen(entry)) report.faults.push(unknownName(name, [...known]));
  }
  const properties = isRecord(entry.input['properties']) ? entry.input['properties'] : {};
  for (const argument of entry.arguments) {
    const { name, required } = argument;
    const schema = Object.hasOwn(properties, name) ? properties[name] : undefined;
    // An argument may be named `constructor`, which every object inherits.
    const value = (Object.hasOwn(args, name) ? args[name] : undefined) ?? undefined;
    if (value === undefined) {
      if (required) report.faults.push(`${name}: missing`);
      continue;
    }
    if (isRecord(schema)) check(schema, value, { ...report, at: name });
    if (argument.in === 'path' && typeof value === 'string' && STEPS.test(value))
      report.faults.push(`${name}: must not contain the path segment ..`);
    if (argument.in !== 'body' && isLongText(value))
      report.faults.push(`${name}: is longer than ${LONGEST_OUTSIDE_BODY} characters`);
    if (argument.as === 'spread' && isRecord(value))
      for (const withheld of entry.withheld ?? [])
        if (Object.hasOwn(value, withheld)) report.faults.push(withheldName(`${name}.${withheld}`));
  }
  const { faults } = report;
  if (faults.length === 0) return;
  const shown = faults.slice(0, MOST_FAULTS);
  const more = faults.length > shown.length ? '; and more' : '';
  throw new CallError(`${entry.id}: ${shown.join('; ')}${more}`);
}

/**
 * Whether the body allows properties that the document does not list. A shortened schema is not evidence of
 * that.
 */
export const isOpen = ({ input, whole, isCut }: Entry): boolean =>
  (whole ?? input)['additionalProperties'] === true && (whole !== undefined || !isCut);

const MOST_FAULTS = 8;

/** For example `a/../b`: it is sent as one encoded segment, but a server may decode and resolve it. */
const STEPS = /(?:^|[\\/])\.{1,2}(?:$|[\\/])/;

/** Maximum length of a value in a URL or a header; servers reject longer requests. */
const LONGEST_OUTSIDE_BODY = 64_000;

function isLongText(value: unknown): boolean {
  let room = LONGEST_OUTSIDE_BODY;
  const take = (part: unknown): void => {
    if (room < 0) return;
    if (typeof part === 'string') room -= part.length;
    else if (typeof part === 'object' && part !== null)
      for (const [name, inside] of Object.entries(part)) {
        room -= name.length + 1;
        if (room < 0) return;
        take(inside);
      }
  };
  take(value);
  return room < 0;
}

const withheldName = (name: string): string =>
  `${name}: is a credential; it is configured when this program starts`;

/** For example `querry: unknown, did you mean query?`. */
export function unknownName(name: string, names: readonly string[]): string {
  const near = nearest(name, names);
  const shown = short(name);
  if (near.length > 0) return `${shown}: unknown, did you mean ${near.join(' or ')}?`;
  return names.length === 0
    ? `${shown}: unknown; this call takes no arguments`
    : `${shown}: unknown; the arguments are ${listOf(names)}`;
}

const listOf = (names: readonly string[]): string =>
  names.length <= 20 ? names.join(', ') : `${names.slice(0, 20).join(', ')} and ${names.length - 20} more`;

interface Report {
  readonly at: string;
  readonly faults: string[];
  /** Limits the number of reported faults, because a caller may send a megabyte of them. */
  readonly most: number;
}

const isFull = ({ faults, most }: Report): boolean => faults.length > most;

function check(schema: Schema, value: unknown, report: Report): void {
  if (isFull(report)) return;
  const { anyOf, type } = schema;
  if (Array.isArray(anyOf)) {
    const alternatives = anyOf.filter(isRecord);
    if (!alternatives.some((alternative) => isFine(alternative, value)))
      report.faults.push(`${report.at}: is ${described(value)}, but must be ${kindsOf(alternatives)}`);
    return;
  }
  if (typeof type === 'string' && !isOfType(type, value)) {
    report.faults.push(`${report.at}: is ${described(value)}, but must be ${nameOf(schema)}`);
    return;
  }
  const values = schema['enum'];
  if (Array.isArray(values) && !values.includes(value)) {
    report.faults.push(
      report.most === 0
        ? 'other'
        : `${report.at}: ${described(value)} is not allowed; ${adviceOf(values, value)}`,
    );
  }
  checkRange(schema, value, report);
  if (Array.isArray(value) && isRecord(schema['items'])) {
    const items = schema['items'];
    for (const [index, item] of value.slice(0, 1000).entries())
      check(items, item, { ...report, at: `${report.at}[${index}]` });
  }
  if (isRecord(value)) checkObject(schema, value, report);
}

function adviceOf(values: readonly unknown[], value: unknown): string {
  const near = nearest(String(value), values.map(String));
  return near.length > 0 ? `did you mean ${near.join(' or ')}?` : `allowed are ${listOf(values.map(String))}`;
}

function checkObject(schema: Schema, value: Record<string, unknown>, report: Report): void {
  const required = Array.isArray(schema['required']) ? schema['required'].map(String) : [];
  for (const name of required)
    if (!Object.hasOwn(value, name) || value[name] === null)
      report.faults.push(`${report.at}.${name}: missing`);
  const properties = isRecord(schema['properties']) ? schema['properties'] : {};
  const rest = schema['additionalProperties'];
  for (const [name, inside] of Object.entries(value)) {
    if (isFull(report)) return;
    const own = Object.hasOwn(properties, name) ? properties[name] : undefined;
    const expected = isRecord(own) ? own : isRecord(rest) ? rest : undefined;
    if (expected && inside !== null && inside !== undefined)
      check(expected, inside, { ...report, at: `${report.at}.${short(name)}` });
  }
}

function checkRange(schema: Schema, value: unknown, { at, faults }: Report): void {
  const { minimum, maximum } = schema;
  if (typeof value !== 'number') return;
  if (typeof minimum === 'number' && value < minimum)
    faults.push(`${at}: is ${value}, but must be at least ${minimum}`);
  if (typeof maximum === 'number' && value > maximum)
    faults.push(`${at}: is ${value}, but must be at most ${maximum}`);
}

function isFine(schema: Schema, value: unknown): boolean {
  const report: Report = { at: '', faults: [], most: 0 };
  check(schema, value, report);
  return report.faults.length === 0;
}

function isOfType(type: string, value: unknown): boolean {
  switch (type) {
    case 'object':
      return isRecord(value);
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    default:
      return typeof value === type;
  }
}

const kindsOf = (schemas: readonly Schema[]): string =>
  [...new Set(schemas.map(nameOf))].slice(0, 8).join(' or ');

function nameOf(schema: Schema): string {
  const names = isRecord(schema['properties']) ? Object.keys(schema['properties']) : [];
  const required = Array.isArray(schema['required']) ? schema['required'].map(String) : [];
  const shown = required.length > 0 ? required : names.slice(0, 5);
  switch (schema['type']) {
    case 'object':
      return shown.length > 0 ? `an object with ${shown.slice(0, 8).join(', ')}` : 'an object';
    case 'array':
      return 'a list';
    case 'integer':
      return 'a whole number';
    case 'number':
      return 'a number';
    case 'boolean':
      return 'true or false';
    case 'string':
      return Array.isArray(schema['enum']) ? `one of ${listOf(schema['enum'].map(String))}` : 'text';
    default:
      return 'something else';
  }
}

function described(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return short(JSON.stringify(value) ?? typeof value);
}

const short = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, 59)}…`);
