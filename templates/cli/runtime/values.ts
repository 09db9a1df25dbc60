/** Converts the text of a flag to the value that the schema of the argument allows. */
import { type Schema, isRecord } from './catalogue-types.ts';
import { UsageError } from './exit.ts';

/** JSON types that a schema allows; empty if it allows any. */
export function kindsOf(schema: Schema): ReadonlySet<string> {
  const { anyOf, type } = schema;
  if (Array.isArray(anyOf)) return new Set(anyOf.filter(isRecord).flatMap((member) => [...kindsOf(member)]));
  return new Set(typeof type === 'string' ? [type] : []);
}

export const isSwitch = (schema: Schema): boolean => schema['type'] === 'boolean';

/** `flag` is used in messages: `--page`. */
export function valueOf(schema: Schema, text: string, flag: string): unknown {
  const kinds = kindsOf(schema);
  const takesText = kinds.has('string') || kinds.size === 0;
  if ((kinds.has('object') || kinds.has('array') || kinds.size === 0) && /^\s*[[{]/.test(text)) {
    const json = jsonOf(text, flag);
    if (json !== undefined) return json.value;
    if (!takesText) throw new UsageError(`${flag}: is not valid JSON: ${text.slice(0, 60)}`);
  }
  if (kinds.has('string')) return text;
  if ((kinds.has('boolean') || kinds.size === 0) && /^(?:true|false)$/.test(text)) return text === 'true';
  if (kinds.has('integer') || kinds.has('number') || kinds.size === 0) {
    const isNumber = /^-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text);
    if (isNumber) return numberOf(text, flag);
  }
  return text;
}

/** Undefined if the text is not JSON. Throws if one of its numbers would change. */
export function jsonOf(text: string, flag: string): { readonly value: unknown } | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const outsideStrings = text.replace(/"(?:[^"\\]|\\.)*"/g, '""');
  for (const [number] of outsideStrings.matchAll(/-?\d[\d.eE+-]*/g)) numberOf(number, flag);
  return { value };
}

function numberOf(text: string, flag: string): number {
  const number = Number(text);
  if (!Number.isFinite(number) || (/^-?\d+$/.test(text) && !Number.isSafeInteger(number)))
    throw new UsageError(`${flag}: ${text.slice(0, 60)} cannot be sent exactly because it is too large`);
  return number;
}

/** Sets the value at a path in a copy: for `metadata.owner.name`, the path is `owner.name`. */
export function withValueAt(target: unknown, path: readonly string[], value: unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  const copy: Record<string, unknown> = isRecord(target) ? { ...target } : {};
  const inside = withValueAt(Object.hasOwn(copy, name) ? copy[name] : undefined, rest, value);
  // Assigning `__proto__` would change the prototype of the object.
  Object.defineProperty(copy, name, { value: inside, enumerable: true, configurable: true, writable: true });
  return copy;
}

/** The schema at a path; an empty schema if none is known. */
export function schemaBelow(schema: Schema, path: readonly string[]): Schema {
  const [name, ...rest] = path;
  if (name === undefined) return schema;
  const { properties, additionalProperties } = schema;
  const own =
    isRecord(properties) && Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
  return isRecord(own) ? schemaBelow(own, rest) : {};
}
