import { type JsonValue, isJsonObject } from '../lib/json.ts';
import { type Origin, escapeToken } from '../lib/origin.ts';

/**
 * The parent of a node. A node in several places (YAML alias) has the place
 * that comes first in the document.
 */
export interface Link {
  readonly parent: object | undefined;
  readonly key: string | number;
  /** The document whose base URI applies to references in the node. */
  readonly document: string;
  /** Cached when first requested. */
  origin?: Origin;
}

export interface TreeIndex {
  readonly links: Map<object, Link>;
  /** Absolute URI of a `$id` → the schema that carries it. */
  readonly ids: Map<string, object>;
  /** Schemas with a `$anchor` or `$dynamicAnchor`, by name. */
  readonly anchors: Map<string, object[]>;
}

export const emptyIndex = (): TreeIndex => ({ links: new Map(), ids: new Map(), anchors: new Map() });

/** Keys that contain data, not structure: a `$ref` in there is only an example. */
const DATA_KEYS: ReadonlySet<string> = new Set(['example', 'default', 'enum', 'const', 'value', 'dataValue']);
/** Keys whose value maps free names to structure; these names must not be taken for keywords. */
const NAME_MAPS: ReadonlySet<string> = new Set([
  'properties',
  'patternProperties',
  '$defs',
  'definitions',
  'dependentSchemas',
  'schemas',
  'responses',
  'parameters',
  'examples',
  'requestBodies',
  'headers',
  'securitySchemes',
  'securityDefinitions',
  'links',
  'callbacks',
  'pathItems',
  'mediaTypes',
  'paths',
  'webhooks',
  'x-webhooks',
  'content',
  'mapping',
  'encoding',
  'variables',
]);

/**
 * Extensions that contain parts of the document. Any other extension is data, in
 * which references are not resolved.
 */
const STRUCTURAL_EXTENSIONS: ReadonlySet<string> = new Set(['x-webhooks', 'x-stainless-override-schema']);

const isOpaqueExtension = (key: string): boolean => key.startsWith('x-') && !STRUCTURAL_EXTENSIONS.has(key);

interface IndexStep {
  readonly node: object;
  readonly names: boolean;
  readonly data: boolean;
}

/** Adds a document to the index and returns its references in document order, except those in data. */
export function indexTree(index: TreeIndex, document: string, root: JsonValue): readonly string[] {
  const refs = new Set<string>();
  if (typeof root !== 'object' || root === null) return [];
  index.links.set(root, { parent: undefined, key: '', document });
  const work: IndexStep[] = [{ node: root, names: false, data: false }];
  for (let step = work.pop(); step !== undefined; step = work.pop()) {
    const { node } = step;
    if (!step.data && !step.names) noteKeywords(index, node, refs);
    // A whole map may be in another file. A property named `$ref`, in contrast, has a
    // schema as its value, never text.
    if (!step.data && step.names && isJsonObject(node) && typeof node['$ref'] === 'string')
      refs.add(node['$ref']);
    const isArray = Array.isArray(node);
    const keys = isArray ? undefined : Object.keys(node);
    for (let at = (isArray ? node : (keys ?? [])).length - 1; at >= 0; at--) {
      const key = keys === undefined ? at : (keys[at] ?? '');
      const child: unknown = Reflect.get(node, key);
      if (typeof child !== 'object' || child === null) continue;
      const plainKey = keys !== undefined && !step.names && typeof key === 'string';
      const data =
        step.data ||
        (plainKey &&
          (DATA_KEYS.has(key) || isOpaqueExtension(key) || (key === 'examples' && Array.isArray(child))));
      if (index.links.has(child)) continue;
      index.links.set(child, { parent: node, key, document });
      work.push({ node: child, names: plainKey && NAME_MAPS.has(key) && !Array.isArray(child), data });
    }
  }
  return [...refs];
}

function noteKeywords(index: TreeIndex, node: object, refs: Set<string>): void {
  if (!isJsonObject(node)) return;
  const { $ref, $id, $anchor, $dynamicAnchor, mapping } = node;
  if (typeof $ref === 'string') refs.add($ref);
  if (typeof $id === 'string' && !index.ids.has($id)) index.ids.set($id.replace(/#$/, ''), node);
  for (const anchor of [$anchor, $dynamicAnchor]) {
    if (typeof anchor === 'string') index.anchors.set(anchor, [...(index.anchors.get(anchor) ?? []), node]);
  }
  if (isJsonObject(mapping))
    for (const target of Object.values(mapping))
      if (typeof target === 'string' && /[/#]|\.(?:ya?ml|json)$/i.test(target)) refs.add(target);
}

/**
 * The origin of an indexed node. It is cached for the node and all its ancestors, so that
 * requesting every node takes linear time.
 */
export function linkedOrigin(index: TreeIndex, node: object): Origin | undefined {
  const known = index.links.get(node)?.origin;
  if (known !== undefined) return known;
  const waiting: Link[] = [];
  let origin: Origin | undefined;
  for (let at: object | undefined = node; at !== undefined && origin === undefined; ) {
    const link = index.links.get(at);
    if (link === undefined) return undefined;
    origin = link.origin;
    if (origin === undefined) waiting.push(link);
    at = link.parent;
  }
  for (let link = waiting.pop(); link !== undefined; link = waiting.pop()) {
    origin = {
      document: link.document,
      pointer: origin === undefined ? '' : `${origin.pointer}/${escapeToken(String(link.key))}`,
    };
    link.origin = origin;
  }
  return origin;
}
