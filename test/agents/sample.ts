/** Values that a full schema takes, by chance from a seed: what nothing can express for agents is left out. */
export type Schema = Readonly<Record<string, unknown>>;

export interface Chance {
  /** A whole number below this. */
  readonly below: (most: number) => number;
}

/** A small generator (Mulberry32), so that a failure can be repeated. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return {
    below: (most) => {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) % most;
    },
  };
}

/** Undefined: nothing was found that is not null and not too deep. */
export function sampleOf(root: Schema, chance: Chance): unknown {
  const definitions = (root['$defs'] ?? {}) as Readonly<Record<string, Schema>>;
  const pick = <T>(items: readonly T[]): T | undefined => items[chance.below(Math.max(1, items.length))];
  const sample = (schema: Schema, depth: number): unknown => {
    if (depth > 12) return undefined;
    const { $ref, anyOf, allOf } = schema as { $ref?: string; anyOf?: Schema[]; allOf?: Schema[] };
    if (typeof $ref === 'string') return sample(definitions[$ref.slice('#/$defs/'.length)] ?? {}, depth + 1);
    if (anyOf) return sample(pick(anyOf.filter((part) => part['type'] !== 'null')) ?? { not: {} }, depth + 1);
    if (allOf) {
      const parts = allOf.map((part) => sample(part, depth + 1));
      return parts.every((part) => typeof part === 'object' && part !== null && !Array.isArray(part))
        ? Object.assign({}, ...parts)
        : parts.find((part) => part !== undefined);
    }
    if ('const' in schema) return schema['const'] ?? undefined;
    if (Array.isArray(schema['enum'])) return pick(schema['enum'].filter((value) => value !== null));
    switch (schema['type']) {
      case 'string':
        return TEXTS[String(schema['format'])] ?? pick(['a', 'some text', 'x'.repeat(12)]);
      case 'integer':
        return Number(schema['minimum'] ?? 0) + chance.below(5);
      case 'number':
        return Number(schema['minimum'] ?? 0) + chance.below(10) / 4;
      case 'boolean':
        return chance.below(2) === 0;
      case 'null':
        return undefined;
      case 'array': {
        const items = (schema['items'] ?? {}) as Schema;
        const fixed = (schema['prefixItems'] ?? []) as Schema[];
        const found = fixed.map((part) => sample(part, depth + 1));
        for (let index = chance.below(3); index > 0 && fixed.length === 0; index--)
          found.push(sample(items, depth + 1));
        return found.includes(undefined) ? undefined : found;
      }
      case 'object':
        return sampleObject(schema, depth);
      default:
        return 'not' in schema ? undefined : pick(['any', 3, true, { a: 1 }, ['b']]);
    }
  };
  const sampleObject = (schema: Schema, depth: number): unknown => {
    const required = new Set((schema['required'] ?? []) as string[]);
    const found: Record<string, unknown> = {};
    for (const [name, property] of Object.entries((schema['properties'] ?? {}) as Record<string, Schema>)) {
      if (!required.has(name) && chance.below(3) > 0) continue;
      const value = sample(property, depth + 1);
      if (value === undefined && required.has(name)) return undefined;
      if (value !== undefined)
        Object.defineProperty(found, name, { value, enumerable: true, configurable: true, writable: true });
    }
    const more = schema['additionalProperties'];
    if (typeof more === 'object' && more !== null && chance.below(2) === 0) {
      const value = sample(more as Schema, depth + 1);
      if (value !== undefined) found['extra'] = value;
    }
    return found;
  };
  return sample(root, 0);
}

const TEXTS: Readonly<Record<string, string>> = {
  date: '2026-11-23',
  'date-time': '2026-11-23T10:00:00Z',
  uuid: '7b6f4c1e-6a5e-4f5e-9d0a-0d5a3f1c2b4d',
  uri: 'https://example.com/a',
  email: 'a@example.com',
};
