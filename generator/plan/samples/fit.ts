/**
 * Converts a JSON example of the document to a sample of a type if it fits; properties
 * unknown to the type are dropped.
 */
import { type JsonValue, isJsonObject } from '../../lib/json.ts';
import type { ObjectType, TypeNode } from '../../ir/types.ts';
import { type Direction, type Shapes, flatten } from '../shapes.ts';
import { shownProperties } from './shown.ts';
import { meetsNumber, meetsText } from './text.ts';
import type { SampleSite } from './site.ts';
import { type SampleEntry, type SampleValue, anySample, literalSample, scalarSample } from './value.ts';

type Schemas = Pick<Shapes, 'schemas' | 'sortProperties'>;

const LAST_DEPTH = 24;

/** A sample value as JSON. The placeholder of a file fits no type but a file's. */
export function jsonOf(sample: SampleValue): JsonValue {
  switch (sample.kind) {
    case 'literal':
      return sample.value;
    case 'file':
      return null;
    case 'array':
      return sample.items.map(jsonOf);
    case 'object':
      return Object.fromEntries(sample.entries.map((entry) => [entry.name, jsonOf(entry.value)]));
    default:
      return sample satisfies never;
  }
}

export const fitSample = (
  {
    shapes,
    direction = 'request',
    whole,
    isPart = false,
  }: Pick<SampleSite, 'direction' | 'whole' | 'isPart'> & { readonly shapes: Schemas },
  node: TypeNode,
  value: JsonValue,
): SampleValue | undefined =>
  fit(
    { shapes, direction, isStrict: false, steps: { left: MOST_STEPS }, isPart, ...(whole && { whole }) },
    node,
    value,
    0,
  );

/**
 * True if the value fits the type exactly: without dropping anything, and with
 * exactly one member of a `oneOf`.
 */
export const accepts = (shapes: Schemas, node: TypeNode, value: JsonValue): boolean =>
  fit({ shapes, direction: 'request', isStrict: true, steps: { left: MOST_STEPS } }, node, value, 0) !==
  undefined;

interface Fitting {
  readonly shapes: Schemas;
  readonly direction: Direction;
  readonly isStrict: boolean;
  readonly whole?: ReadonlySet<string>;
  readonly isPart?: boolean;
  /** Remaining steps, because nested alternatives would otherwise take time that doubles at each level. */
  readonly steps: { left: number };
}

const MOST_STEPS = 100_000;

function fit(context: Fitting, node: TypeNode, value: JsonValue, depth: number): SampleValue | undefined {
  if (depth > LAST_DEPTH || context.steps.left-- <= 0) return undefined;
  const inside = (type: TypeNode, item: JsonValue): SampleValue | undefined =>
    fit(context, type, item, depth + 1);
  const part = (type: TypeNode, item: JsonValue): SampleValue | undefined =>
    fit({ ...context, isPart: true }, type, item, depth + 1);
  switch (node.kind) {
    case 'scalar':
      return fitScalar(node, value);
    case 'literal':
      return value === node.value ? literalSample(node.value) : undefined;
    case 'array': {
      if (!Array.isArray(value)) return undefined;
      return all(value.map((item: JsonValue) => part(node.items, item)));
    }
    case 'tuple': {
      if (!Array.isArray(value) || value.length < node.required) return undefined;
      const rest = node.rest;
      return all(
        value.map((item: JsonValue, index) => {
          const type = node.items[index] ?? (rest === false ? undefined : rest);
          return type ? part(type, item) : undefined;
        }),
      );
    }
    case 'record': {
      if (!isJsonObject(value)) return undefined;
      return fromEntries(
        Object.entries(value).map(([name, item]) => ({ name, value: part(node.values, item) })),
      );
    }
    case 'object':
      return isJsonObject(value) ? fitObject(context, node, value, depth) : undefined;
    case 'union': {
      const isExclusive = context.isStrict && node.mode === 'oneOf';
      let found: SampleValue | undefined;
      for (const member of node.members) {
        const sampleValue = inside(member, value);
        if (sampleValue && found) return undefined;
        found ??= sampleValue;
        if (found && !isExclusive) return found;
      }
      if (found) return found;
      return node.open === typeof value && (typeof value === 'string' || typeof value === 'number')
        ? literalSample(value)
        : undefined;
    }
    case 'intersection': {
      const parts = node.members.map((member) => inside(member, value));
      if (parts.some((part) => part?.kind !== 'object')) return undefined;
      const byName = new Map(
        parts.flatMap((part) =>
          part?.kind === 'object' ? part.entries.map((entry) => [entry.name, entry] as const) : [],
        ),
      );
      return { kind: 'object', entries: [...byName.values()] };
    }
    case 'nullable':
      return value === null ? literalSample(null) : inside(node.type, value);
    case 'ref': {
      const schema = context.shapes.schemas.get(node.id);
      if (schema === undefined) return undefined;
      const isWhole = context.isPart === true && context.whole?.has(node.id) === true;
      return fit(isWhole ? { ...context, direction: 'both' } : context, schema.type, value, depth + 1);
    }
    case 'unknown':
      return anySample(value);
    case 'never':
      return undefined;
    default:
      return node satisfies never;
  }
}

function fitScalar(node: Extract<TypeNode, { kind: 'scalar' }>, value: JsonValue): SampleValue | undefined {
  switch (node.scalar) {
    case 'string':
      return typeof value === 'string' && meetsText(value, node) ? scalarSample(node, value) : undefined;
    case 'number':
      return typeof value === 'number' && meetsNumber(value, node.constraints)
        ? scalarSample(node, value)
        : undefined;
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value) && meetsNumber(value, node.constraints)
        ? scalarSample(node, value)
        : undefined;
    case 'boolean':
      return typeof value === 'boolean' ? literalSample(value) : undefined;
    case 'null':
      return value === null ? literalSample(null) : undefined;
    case 'binary':
      return undefined;
    default:
      return node.scalar satisfies never;
  }
}

function fitObject(
  context: Fitting,
  node: ObjectType,
  value: { readonly [key: string]: JsonValue },
  depth: number,
): SampleValue | undefined {
  const { shapes } = context;
  const parts = { ...context, isPart: true };
  const flat = flatten(shapes, node);
  const own = new Map(Object.entries(value));
  if (context.isStrict && node.undeclared?.some((name) => !own.has(name))) return undefined;
  const entries: { readonly name: string; readonly value: SampleValue | undefined }[] = [];
  for (const property of shownProperties(shapes, node, context.direction)) {
    const item = own.get(property.name);
    if (item !== undefined)
      entries.push({ name: property.name, value: fit(parts, property.type, item, depth + 1) });
    else if (property.required) return undefined;
  }
  const known = new Set(flat.properties.map((property) => property.name));
  const extra = flat.additional;
  if (extra === false && context.isStrict && [...own.keys()].some((name) => !known.has(name)))
    return undefined;
  if (extra)
    for (const [name, item] of own)
      if (!known.has(name)) entries.push({ name, value: fit(parts, extra, item, depth + 1) });
  return fromEntries(entries);
}

function all(items: readonly (SampleValue | undefined)[]): SampleValue | undefined {
  const found = items.flatMap((item) => item ?? []);
  return found.length === items.length ? { kind: 'array', items: found } : undefined;
}

function fromEntries(
  entries: readonly { readonly name: string; readonly value: SampleValue | undefined }[],
): SampleValue | undefined {
  const found = entries.flatMap((entry): readonly SampleEntry[] =>
    entry.value ? [{ name: entry.name, value: entry.value }] : [],
  );
  return found.length === entries.length ? { kind: 'object', entries: found } : undefined;
}
