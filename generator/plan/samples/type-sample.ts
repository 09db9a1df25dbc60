/**
 * An example value of a type: from the document's examples, otherwise from default,
 * constants and enums, otherwise generated.
 */
import type { JsonObject, JsonValue } from '../../lib/json.ts';
import type { ObjectType, Property, TypeNode, UnionType } from '../../ir/types.ts';
import { flatten, objectBehind, resolveNode } from '../shapes.ts';
import { chooseMember } from './choose-member.ts';
import { fitSample } from './fit.ts';
import { shownProperties } from './shown.ts';
import type { SampleSite } from './site.ts';
import { sampleNumber, sampleText } from './text.ts';
import { type SampleEntry, type SampleValue, emptyObject, literalSample, scalarSample } from './value.ts';

/** Objects nested this deep have only their required properties, to keep samples readable. */
const FULL_LEVEL = 3;
/** Maximum number of steps from type to type. */
const LAST_DEPTH = 24;

/** Undefined if no value can be generated: a type that requires itself or too much, or `never`. */
export function sampleType(node: TypeNode, site: SampleSite, example?: JsonValue): SampleValue | undefined {
  if (site.depth > LAST_DEPTH || site.budget.left <= 0) return undefined;
  site.budget.left -= 1;
  const given = site.member ? undefined : givenSample(node, site, example);
  if (given) return given;
  const deeper = (name: string = site.name): SampleSite => ({ ...site, name, depth: site.depth + 1 });
  switch (node.kind) {
    case 'scalar':
      return sampleScalar(node, site);
    case 'literal':
      return literalSample(node.value);
    case 'array':
      return sampleArray(node, { ...deeper(), isPart: true });
    case 'tuple': {
      const items = (site.extent === 'all' ? node.items : node.items.slice(0, node.required)).map((item) =>
        sampleType(item, { ...deeper(), isPart: true }),
      );
      return items.some((item) => item === undefined)
        ? undefined
        : { kind: 'array', items: items.flatMap((item) => item ?? []) };
    }
    case 'record': {
      if (site.extent === 'required' && !node.constraints?.minProperties) return emptyObject;
      const key = node.keys ? sampleType(node.keys, deeper('key')) : undefined;
      const value = sampleType(node.values, { ...deeper('value'), level: levelOf(site) + 1, isPart: true });
      return {
        kind: 'object',
        entries: value
          ? [{ name: key?.kind === 'literal' && key.value !== null ? String(key.value) : 'key', value }]
          : [],
      };
    }
    case 'object':
      return sampleObject(node, site);
    case 'union':
      return sampleUnion(node, deeper());
    case 'intersection': {
      const parts = node.members.map((member) => sampleType(member, deeper()));
      if (parts.includes(undefined)) return undefined;
      return {
        kind: 'object',
        entries: mergeEntries(parts.flatMap((part) => (part?.kind === 'object' ? part.entries : []))),
      };
    }
    case 'nullable':
      return sampleType(node.type, deeper()) ?? literalSample(null);
    case 'ref': {
      const schema = site.shapes.schemas.get(node.id);
      if (!schema || site.within.has(node.id)) return undefined;
      return sampleType(schema.type, {
        ...deeper(),
        within: new Set([...site.within, node.id]),
        ...(site.isPart && site.whole?.has(node.id) && { direction: 'both' as const }),
      });
    }
    case 'unknown':
      return emptyObject;
    case 'never':
      return undefined;
    default:
      return node satisfies never;
  }
}

/** The document's own example or default, if it fits the type and the extent. */
function givenSample(
  node: TypeNode,
  site: SampleSite,
  example: JsonValue | undefined,
): SampleValue | undefined {
  const candidates = [
    ...(example === undefined ? [] : [example]),
    ...(node.examples ?? []),
    ...(node.default === undefined ? [] : [node.default]),
  ];
  for (const candidate of candidates) {
    // The example of a whole object rarely has every property, so each property uses its
    // own example if all are requested.
    if (
      site.extent === 'all' &&
      typeof candidate === 'object' &&
      candidate !== null &&
      !Array.isArray(candidate)
    )
      continue;
    const found = fitSample(site, node, candidate);
    if (found) return found;
  }
  return undefined;
}

function sampleScalar(node: Extract<TypeNode, { kind: 'scalar' }>, site: SampleSite): SampleValue {
  switch (node.scalar) {
    case 'string':
      return scalarSample(
        node,
        sampleText({
          name: site.name,
          format: node.format,
          constraints: node.constraints,
          style: site.style,
        }),
      );
    case 'integer':
    case 'number':
      return scalarSample(
        node,
        sampleNumber({ integer: node.scalar === 'integer', constraints: node.constraints }),
      );
    case 'boolean':
      return literalSample(true);
    case 'null':
      return literalSample(null);
    case 'binary':
      return { kind: 'file' };
    default:
      return node.scalar satisfies never;
  }
}

function sampleArray(node: Extract<TypeNode, { kind: 'array' }>, site: SampleSite): SampleValue | undefined {
  const { left } = site.budget;
  const item = sampleType(node.items, site);
  if (!item) return site.budget.left > 0 ? { kind: 'array', items: [] } : undefined;
  const cost = left - site.budget.left;
  const least = node.constraints?.minItems ?? 1;
  const count =
    node.constraints?.maxItems === 0
      ? 0
      : node.constraints?.uniqueItems
        ? 1
        : Math.min(Math.max(least, 1), 10);
  site.budget.left -= cost * Math.max(0, count - 1);
  if (site.budget.left < 0) return undefined;
  return { kind: 'array', items: Array.from({ length: count }, () => item) };
}

function sampleObject(node: ObjectType, site: SampleSite): SampleValue | undefined {
  const entries: SampleEntry[] = [];
  const properties = shownProperties(site.shapes, node, site.direction ?? 'request');
  const least = node.constraints?.minProperties ?? 0;
  for (const property of properties) {
    // Optional properties follow the required properties, so a minimum number of properties is
    // reached with the first of them.
    if (!property.required && !isWanted(property, site) && entries.length >= least) continue;
    const value = sampleProperty(property, site);
    if (value === undefined) {
      if (property.required) return undefined;
    } else if (!isCutShort(property, value, site) || entries.length < least)
      entries.push({ name: property.name, value });
  }
  return { kind: 'object', entries };
}

export const sampleProperty = (property: Property, site: SampleSite): SampleValue | undefined =>
  sampleType(
    property.type,
    { ...site, name: property.name, depth: site.depth + 1, level: levelOf(site) + 1, isPart: true },
    property.example ?? property.default,
  );

const levelOf = ({ level = 0 }: SampleSite): number => level;

/**
 * An object that is empty only because of the level limit, or a list of such objects, is not
 * informative, and a server may reject it.
 */
const isCutShort = (property: Property, value: SampleValue, site: SampleSite): boolean =>
  !property.required && site.extent === 'all' && levelOf(site) + 1 >= FULL_LEVEL && isHollow(value);

const isHollow = (value: SampleValue): boolean =>
  value.kind === 'object'
    ? value.entries.length === 0
    : value.kind === 'array' && value.items.length > 0 && value.items.every(isHollow);

const isWanted = (property: Property, site: SampleSite): boolean =>
  property.expected
    ? property.deprecated === undefined
    : site.extent === 'all'
      ? levelOf(site) < FULL_LEVEL && property.deprecated === undefined
      : site.style.optional === 'with-example' && hasExample(site.shapes, property.type, property.example);

/** True if the document has an example of the whole value or of a property. */
export function hasExample(
  shapes: SampleSite['shapes'],
  node: TypeNode,
  own: JsonValue | undefined,
): boolean {
  if (own !== undefined || (node.examples?.length ?? 0) > 0) return true;
  const target = resolveNode(shapes, node);
  if ((target.examples?.length ?? 0) > 0) return true;
  return (
    target.kind === 'object' &&
    target.properties.some(
      (property) => property.example !== undefined || (property.type.examples?.length ?? 0) > 0,
    )
  );
}

/** The first member with a value; for `oneOf`, the first whose value fits no other member. */
export function sampleUnion(node: UnionType, site: SampleSite): SampleValue | undefined {
  const chosen =
    site.member?.(node) ?? chooseMember(node, site, (index, at) => sampleMember(node, index, at));
  const value = sampleMember(node, chosen, site);
  if (value) return value;
  for (const index of node.members.keys()) {
    const other = index === chosen ? undefined : sampleMember(node, index, site);
    if (other) return other;
  }
  return undefined;
}

function sampleMember(node: UnionType, index: number, site: SampleSite): SampleValue | undefined {
  const member = node.members[index];
  if (!member || (member.kind === 'scalar' && member.scalar === 'null' && node.members.length > 1))
    return undefined;
  const value = sampleType(member, site);
  const tag = node.discriminator?.mapping.find((item) => item.member === index)?.value;
  return tag === undefined ||
    value?.kind !== 'object' ||
    node.discriminator === undefined ||
    !mayHave(site.shapes, member, node.discriminator.property)
    ? value
    : withTag(value.entries, node.discriminator.property, tag);
}

/**
 * False for a tag that no member declares (it is declared a level above, or missing in the document);
 * such a tag must not be in the value.
 */
function mayHave(shapes: SampleSite['shapes'], member: TypeNode, name: string): boolean {
  const target = objectBehind(shapes, member);
  if (target === undefined) return true;
  const { properties, additional } = flatten(shapes, target);
  return (
    (additional !== undefined && additional !== false) ||
    properties.some((property) => property.name === name)
  );
}

/** If a member declares its tag as any text, the tag needs the value that selects the member. */
const withTag = (entries: readonly SampleEntry[], name: string, tag: string): SampleValue => ({
  kind: 'object',
  entries: entries.some((entry) => entry.name === name)
    ? entries.map((entry) => (entry.name === name ? { name, value: literalSample(tag) } : entry))
    : [{ name, value: literalSample(tag) }, ...entries],
});

function mergeEntries(entries: readonly SampleEntry[]): readonly SampleEntry[] {
  const byName = new Map<string, SampleEntry>();
  for (const entry of entries) byName.set(entry.name, entry);
  return [...byName.values()];
}

export const isExampleObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
