/** Decides which schema nodes have a name, and keeps the list of those still to be read. */
import { type JsonObject, type JsonValue, isJsonObject } from '../../lib/json.ts';
import { type Origin, escapeToken, originKey, pointerTokens } from '../../lib/origin.ts';
import type { Documents, Resolved } from '../../source/types.ts';
import type { TypeNode } from '../types.ts';

export interface NamedSchema {
  readonly id: string;
  readonly name: string;
  readonly node: JsonValue;
  readonly origin: Origin;
  type?: TypeNode;
  isBeingRead: boolean;
}

export interface NameRegistry {
  /** Components in document order, followed by other named schemas in the order in which they were found. */
  readonly entries: readonly NamedSchema[];
  readonly byId: ReadonlyMap<string, NamedSchema>;
  readonly entryOf: (node: JsonObject) => NamedSchema | undefined;
  /** The entry of a reference's target. Undefined if the target has no name. */
  readonly target: (resolved: Resolved) => NamedSchema | undefined;
  /** Names a node that refers to itself and therefore needs a name. */
  readonly promote: (node: JsonObject, origin: Origin) => NamedSchema;
  /** The schema that holds an inline `id`: the component with that key, or the first schema with the `id`. */
  readonly withInlineId: (name: string) => NamedSchema | undefined;
  readonly addInlineId: (name: string, node: JsonObject, origin: Origin, type: TypeNode) => NamedSchema;
}

/** Pointer tokens that do not describe the schema. */
const DULL = new Set([
  'schema',
  'schemas',
  'properties',
  'items',
  'content',
  'responses',
  'requestBody',
  'allOf',
  'anyOf',
  'oneOf',
  'additionalProperties',
  'patternProperties',
  'prefixItems',
  'parameters',
  'get',
  'put',
  'post',
  'patch',
  'delete',
  'paths',
  'components',
  '$defs',
  'definitions',
  'not',
  'if',
  'then',
  'else',
  'itemSchema',
]);

export function createNameRegistry(documents: Documents): NameRegistry {
  const entries: NamedSchema[] = [];
  const byId = new Map<string, NamedSchema>();
  const byNode = new Map<JsonObject, NamedSchema>();
  const byInlineId = new Map<string, NamedSchema>();

  for (const [key, node] of Object.entries(componentSchemas(documents.root))) {
    const resolved = isJsonObject(node)
      ? undefined
      : documents.resolve(`#/components/schemas/${escapeToken(key)}`, documents.root).value;
    const id = documents.resolve(`#/components/schemas/${escapeToken(key)}`, documents.root).value?.id;
    const origin = isJsonObject(node)
      ? documents.originOf(node)
      : (resolved?.origin ?? documents.originOf(documents.root));
    const entry = add(id ?? originKey(origin), key, node, origin);
    byInlineId.set(key, entry);
  }
  for (const entry of [...entries]) {
    const id = isJsonObject(entry.node) ? inlineId(entry.node) : undefined;
    if (id !== undefined && !byInlineId.has(id)) byInlineId.set(id, entry);
  }

  return {
    entries,
    byId,
    entryOf: (node) => byNode.get(node),
    target,
    promote: (node, origin) =>
      byNode.get(node) ??
      add(originKey(origin), inlineId(node) ?? lastSensibleToken(origin.pointer), node, origin),
    withInlineId: (name) => byInlineId.get(name),
    addInlineId: (name, node, origin, type) => {
      const entry = byNode.get(node) ?? add(`id:${name}`, name, node, origin);
      entry.type = type;
      byInlineId.set(name, entry);
      return entry;
    },
  };

  /**
   * Each node has a single entry. A node that appears in two places through a
   * YAML alias belongs to the first.
   */
  function add(wanted: string, name: string, node: JsonValue, origin: Origin): NamedSchema {
    const known = isJsonObject(node) ? byNode.get(node) : undefined;
    const entry: NamedSchema = known ?? { id: unique(wanted), name, node, origin, isBeingRead: false };
    byId.set(wanted, entry);
    if (known !== undefined) return known;
    entries.push(entry);
    if (isJsonObject(node)) byNode.set(node, entry);
    return entry;
  }

  function unique(wanted: string): string {
    let id = wanted;
    while (byId.has(id)) id += "'";
    return id;
  }

  function target({ value, id, origin }: Resolved): NamedSchema | undefined {
    const known = isJsonObject(value) ? byNode.get(value) : byId.get(id);
    if (known !== undefined) return known;
    const name = nameOfTarget(id);
    return name === undefined || (!isJsonObject(value) && typeof value !== 'boolean')
      ? undefined
      : add(id, name, value, origin);
  }
}

/** `id: Foo`: a plain name, as zod-openapi writes it. A URI is not a name. */
export function inlineId(node: JsonObject): string | undefined {
  const id = Object.hasOwn(node, 'id') ? node['id'] : undefined;
  return typeof id === 'string' && /^[\p{L}_$][\p{L}\p{N}_$.-]*$/u.test(id) ? id : undefined;
}

function componentSchemas(root: JsonObject): JsonObject {
  const components = Object.hasOwn(root, 'components') ? root['components'] : undefined;
  const schemas =
    isJsonObject(components) && Object.hasOwn(components, 'schemas') ? components['schemas'] : undefined;
  return isJsonObject(schemas) ? schemas : {};
}

/**
 * Keys under `$defs`, `definitions` and `components/schemas`, top-level keys of a file of parts, and whole
 * files have names. Other places do not.
 */
function nameOfTarget(id: string): string | undefined {
  const hash = id.indexOf('#');
  const document = hash < 0 ? id : id.slice(0, hash);
  const tokens = pointerTokens(hash < 0 ? '' : id.slice(hash + 1));
  const last = tokens.at(-1);
  if (last === undefined) return fileStem(document);
  const holder = tokens.at(-2);
  if (holder === undefined) return DULL.has(last) ? fileStem(document) : last;
  if (holder === '$defs' || holder === 'definitions') return last;
  return holder === 'schemas' && (tokens.length === 2 || tokens.at(-3) === 'components') ? last : undefined;
}

const fileStem = (document: string): string | undefined =>
  document
    .split(/[\\/]/)
    .at(-1)
    ?.replace(/\.[^.]*$/, '') || undefined;

function lastSensibleToken(pointer: string): string {
  const tokens = pointerTokens(pointer);
  return (
    tokens.findLast(
      (token) => token !== '' && !/^\d+$/.test(token) && !DULL.has(token) && !token.includes('/'),
    ) ?? 'Node'
  );
}
