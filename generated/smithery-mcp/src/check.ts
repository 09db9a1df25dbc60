/** Arguments are checked before anything is sent, and the answer says what would be right. */
import { CallError, type Entry, type Schema, isRecord } from './catalogue-types.ts';
import { nearest } from './near.ts';

/** Throws a `CallError` that names every fault. `own`: names of arguments that are not the API's. */
export function checkArguments(
  entry: Entry,
  args: Readonly<Record<string, unknown>>,
  own: readonly string[],
): void {
  const names = entry.arguments.map((argument) => argument.name);
  const faults: string[] = [];
  const isOpen = entry.input['additionalProperties'] === true;
  for (const name of Object.keys(args)) {
    if (names.includes(name) || own.includes(name)) continue;
    if (name === '__proto__') faults.push('__proto__: not a name of an argument');
    else if (!isOpen || entry.isCut) faults.push(unknownName(name, [...names, ...own]));
  }
  for (const { name, required } of entry.arguments)
    if (required && (args[name] === undefined || args[name] === null)) faults.push(`${name}: missing`);
  const properties = isRecord(entry.input['properties']) ? entry.input['properties'] : {};
  for (const { name } of entry.arguments) {
    const schema = Object.hasOwn(properties, name) ? properties[name] : undefined;
    const value = args[name];
    if (isRecord(schema) && value !== undefined && value !== null) check(schema, value, { at: name, faults });
  }
  if (faults.length === 0) return;
  const shown = faults.slice(0, MOST_FAULTS);
  const more = faults.length - shown.length;
  throw new CallError(`${entry.id}: ${shown.join('; ')}${more > 0 ? `; and ${more} more` : ''}`);
}

const MOST_FAULTS = 8;

/** `querry: unknown, did you mean query?` */
export function unknownName(name: string, names: readonly string[]): string {
  const near = nearest(name, names);
  const shown = short(name);
  if (near.length > 0) return `${shown}: unknown, did you mean ${near.join(' or ')}?`;
  return names.length === 0
    ? `${shown}: unknown, there are none`
    : `${shown}: unknown; there are ${listOf(names)}`;
}

const listOf = (names: readonly string[]): string =>
  names.length <= 20 ? names.join(', ') : `${names.slice(0, 20).join(', ')} and ${names.length - 20} more`;

interface Report {
  readonly at: string;
  readonly faults: string[];
}

function check(schema: Schema, value: unknown, report: Report): void {
  const { anyOf, type } = schema;
  if (Array.isArray(anyOf)) {
    const alternatives = anyOf.filter(isRecord);
    if (!alternatives.some((alternative) => isFine(alternative, value)))
      report.faults.push(`${report.at}: is ${described(value)}, and may be ${kindsOf(alternatives)}`);
    return;
  }
  if (typeof type === 'string' && !isOfType(type, value)) {
    report.faults.push(`${report.at}: is ${described(value)}, and must be ${nameOf(schema)}`);
    return;
  }
  const values = schema['enum'];
  if (Array.isArray(values) && !values.includes(value)) {
    const near = nearest(String(value), values.map(String));
    const advice =
      near.length > 0 ? `did you mean ${near.join(' or ')}?` : `it may be ${listOf(values.map(String))}`;
    report.faults.push(`${report.at}: ${described(value)} is not one of its values; ${advice}`);
  }
  checkRange(schema, value, report);
  if (Array.isArray(value) && isRecord(schema['items'])) {
    const items = schema['items'];
    for (const [index, item] of value.slice(0, 1000).entries())
      check(items, item, { ...report, at: `${report.at}[${index}]` });
  }
  if (isRecord(value)) checkObject(schema, value, report);
}

function checkObject(schema: Schema, value: Record<string, unknown>, report: Report): void {
  const required = Array.isArray(schema['required']) ? schema['required'].map(String) : [];
  for (const name of required)
    if (!Object.hasOwn(value, name) || value[name] === null)
      report.faults.push(`${report.at}.${name}: missing`);
  const properties = isRecord(schema['properties']) ? schema['properties'] : {};
  for (const [name, inside] of Object.entries(value)) {
    const own = Object.hasOwn(properties, name) ? properties[name] : undefined;
    const rest = schema['additionalProperties'];
    const expected = isRecord(own) ? own : isRecord(rest) ? rest : undefined;
    if (expected && inside !== null && inside !== undefined)
      check(expected, inside, { ...report, at: `${report.at}.${short(name)}` });
  }
}

function checkRange(schema: Schema, value: unknown, { at, faults }: Report): void {
  const { minimum, maximum } = schema;
  if (typeof value !== 'number') return;
  if (typeof minimum === 'number' && value < minimum)
    faults.push(`${at}: is ${value}, and must be at least ${minimum}`);
  if (typeof maximum === 'number' && value > maximum)
    faults.push(`${at}: is ${value}, and must be at most ${maximum}`);
}

function isFine(schema: Schema, value: unknown): boolean {
  const faults: string[] = [];
  check(schema, value, { at: '', faults });
  return faults.length === 0;
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
