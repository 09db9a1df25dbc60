import type { Api, Schema } from '../../ir/types.ts';
import { type RefName, signature } from './structure.ts';

export interface SchemaMatch {
  /** Base id → the corresponding schema of the revision. */
  readonly toRevision: ReadonlyMap<string, Schema>;
  readonly toBase: ReadonlyMap<string, Schema>;
  /** A name for references that is equal on both sides. */
  readonly refName: RefName;
}

const pointerOf = (id: string): string => id.slice(id.indexOf('#') + 1);

/**
 * Pairs schemas by `renamed` (base id → revision id), then by pointer, by name, and by an equal shape that is
 * unique on both sides.
 */
export function matchSchemas(
  base: Api,
  revision: Api,
  renamed: ReadonlyMap<string, string> = new Map(),
): SchemaMatch {
  const toRevision = new Map<string, Schema>();
  const toBase = new Map<string, Schema>();
  const link = (a: Schema, b: Schema): void => {
    toRevision.set(a.id, b);
    toBase.set(b.id, a);
  };
  const fresh = new Map(renamed.size === 0 ? [] : revision.schemas.map((schema) => [schema.id, schema]));
  for (const schema of base.schemas) {
    const other = fresh.get(renamed.get(schema.id) ?? '');
    if (other !== undefined) link(schema, other);
  }
  for (const key of [
    (schema: Schema): string => pointerOf(schema.id),
    (schema: Schema): string => schema.name,
  ]) {
    const open = unique(
      revision.schemas.filter((schema) => !toBase.has(schema.id)),
      key,
    );
    for (const [name, schema] of unique(
      base.schemas.filter((each) => !toRevision.has(each.id)),
      key,
    )) {
      const other = open.get(name);
      if (other !== undefined) link(schema, other);
    }
  }
  const refName = (id: string): string => {
    const base = toBase.get(id);
    return base !== undefined ? pointerOf(base.id) : toRevision.has(id) ? pointerOf(id) : '?';
  };
  const shape = (schema: Schema): string => signature(schema.type, refName);
  const named = (schema: Schema): boolean => schema.type.kind !== 'scalar' && schema.type.kind !== 'unknown';
  const left = unique(
    revision.schemas.filter((schema) => !toBase.has(schema.id) && named(schema)),
    shape,
  );
  for (const [text, schema] of unique(
    base.schemas.filter((each) => !toRevision.has(each.id) && named(each)),
    shape,
  )) {
    const other = left.get(text);
    if (other !== undefined) link(schema, other);
  }
  return { toRevision, toBase, refName };
}

function unique(schemas: readonly Schema[], key: (schema: Schema) => string): Map<string, Schema> {
  const found = new Map<string, Schema>();
  const twice = new Set<string>();
  for (const schema of schemas) {
    const name = key(schema);
    if (found.has(name)) twice.add(name);
    found.set(name, schema);
  }
  for (const name of twice) found.delete(name);
  return found;
}
