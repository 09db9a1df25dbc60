import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { type JsonValue, isJsonObject } from '../lib/json.ts';
import { type Origin, at, escapeToken, pointerTokens, unescapeToken } from '../lib/origin.ts';
import { type Result, failed, ok } from '../lib/result.ts';
import { decodePart, joinTarget, splitReference } from './reference.ts';
import { type TreeIndex, linkedOrigin } from './tree-index.ts';

/** All loaded trees and the data about their nodes, before any upgrade. */
export interface DocumentGraph {
  readonly entry: string;
  readonly roots: ReadonlyMap<string, JsonValue>;
  readonly index: TreeIndex;
  /** Why a document is not among the roots; reported when a reference needs it. */
  readonly missing: ReadonlyMap<string, Diagnostic>;
  readonly originOf: (node: object) => Origin | undefined;
  /**
   * Cache of resolved pointers by document and fragment, because documents refer to
   * the same few schemas many times.
   */
  readonly followed: Map<string, FoundNode>;
}

/**
 * A target in the trees as written. `tokens` lead from the root of `document` to
 * the value, with the actual keys.
 */
export interface FoundNode {
  readonly value: JsonValue;
  readonly document: string;
  readonly tokens: readonly string[];
  /** The object or array that holds the value; undefined at a root. */
  readonly parent: object | undefined;
}

/** The origin of a target in the texts. */
export function foundOrigin(graph: DocumentGraph, found: FoundNode): Origin {
  if (typeof found.value === 'object' && found.value !== null)
    return graph.originOf(found.value) ?? { document: found.document, pointer: '' };
  const parent = found.parent === undefined ? undefined : graph.originOf(found.parent);
  return parent === undefined
    ? { document: found.document, pointer: '' }
    : at(parent, found.tokens.at(-1) ?? '');
}

/**
 * Pointers may lead through references. A single budget for the whole search ends cycles and stops
 * branching searches from multiplying.
 */
interface Budget {
  hops: number;
}
const MAX_HOPS = 64;

/**
 * Finds the target of `ref` as written in the node `from`
 * (OpenAPI 3.1 section 4.6, JSON Schema 2020-12 section 8.2).
 */
export function findTarget(
  graph: DocumentGraph,
  ref: string,
  from: object,
  budget: Budget = { hops: MAX_HOPS },
): Result<FoundNode | undefined> {
  if (--budget.hops < 0) return failed([diagnostic('ref-ring', { ref }, refPlace(graph, from, ref))]);
  const base = graph.index.links.get(from)?.document ?? graph.entry;
  const { target, fragment } = splitReference(ref);
  const byId = target === '' ? undefined : schemaWithId(graph, base, from, target);
  if (byId !== undefined) return fromNode(graph, byId, fragment, { ref, budget, from });
  const document = joinTarget(base, target);
  const root = graph.roots.get(document) ?? graph.roots.get(decodePart(document));
  if (root === undefined) return missingDocument(graph, ref, { document, from, budget });
  const holder = target === '' ? enclosingId(graph, from) : undefined;
  if (holder !== undefined) {
    const inside = fromNode(graph, holder, fragment, { ref, budget, from });
    if (inside.value !== undefined) return inside;
  }
  const named = graph.roots.has(document) ? document : decodePart(document);
  const key = `${named}#${fragment}`;
  const found = graph.followed.get(key) ?? walk(graph, rootOf(named, root), fragment, budget);
  if (found !== undefined) {
    graph.followed.set(key, found);
    return ok(found);
  }
  return (
    nearby(graph, ref, { fragment, from, document: named, budget }) ??
    failed([diagnostic('ref-not-found', { ref }, refPlace(graph, from, ref))])
  );
}

interface ResolveContext {
  readonly ref: string;
  readonly budget: Budget;
  readonly from: object;
}

function fromNode(
  graph: DocumentGraph,
  node: object,
  fragment: string,
  { ref, budget, from }: ResolveContext,
): Result<FoundNode | undefined> {
  const start = foundNode(graph, node);
  const found = start === undefined ? undefined : walk(graph, start, fragment, budget);
  return found === undefined
    ? failed([diagnostic('ref-not-found', { ref }, refPlace(graph, from, ref))])
    : ok(found);
}

/** Follows a fragment: a JSON Pointer, or the plain name of an anchor. */
function walk(
  graph: DocumentGraph,
  start: FoundNode,
  fragment: string,
  budget: Budget,
): FoundNode | undefined {
  if (fragment === '') return start;
  if (!fragment.startsWith('/'))
    return decodePart(fragment).startsWith('/')
      ? walk(graph, start, decodePart(fragment), budget)
      : anchored(graph, start, fragment);
  let here = start;
  for (const token of fragment.slice(1).split('/')) {
    const next = stepThrough(graph, here, token, budget);
    if (next === undefined) return undefined;
    here = next;
  }
  return here;
}

/** A pointer may lead through an object that is itself a reference, even to another reference. */
function stepThrough(
  graph: DocumentGraph,
  here: FoundNode,
  token: string,
  budget: Budget,
): FoundNode | undefined {
  const direct = step(here, token);
  const behind = direct === undefined ? through(graph, here, budget) : undefined;
  return behind === undefined ? direct : stepThrough(graph, behind, token, budget);
}

/**
 * Some authors percent-encode a pointer in a reference, as the URI rules require. Others have keys that
 * look encoded. The raw token is tried first.
 */
function step(here: FoundNode, token: string): FoundNode | undefined {
  if (typeof here.value !== 'object' || here.value === null) return undefined;
  const holder = here.value;
  const isMember = (key: string): boolean =>
    Object.hasOwn(holder, key) && !(Array.isArray(holder) && key === 'length');
  const key = isMember(token)
    ? token
    : [unescapeToken(token), unescapeToken(decodePart(token)), decodePart(token)].find(isMember);
  if (key === undefined) return undefined;
  const value: JsonValue = Reflect.get(holder, key);
  return { value, document: here.document, tokens: [...here.tokens, key], parent: holder };
}

function through(graph: DocumentGraph, here: FoundNode, budget: Budget): FoundNode | undefined {
  if (!isJsonObject(here.value) || typeof here.value['$ref'] !== 'string') return undefined;
  return findTarget(graph, here.value['$ref'], here.value, budget).value;
}

function anchored(graph: DocumentGraph, start: FoundNode, name: string): FoundNode | undefined {
  const candidates = graph.index.anchors.get(decodePart(name)) ?? [];
  const inside =
    candidates.find((node) => isUnder(graph, node, start.value)) ??
    candidates.find((node) => graph.index.links.get(node)?.document === start.document);
  return inside === undefined ? undefined : foundNode(graph, inside);
}

function isUnder(graph: DocumentGraph, node: object, root: unknown): boolean {
  for (let at: object | undefined = node; at !== undefined; at = graph.index.links.get(at)?.parent)
    if (at === root) return true;
  return false;
}

function schemaWithId(graph: DocumentGraph, base: string, from: object, target: string): object | undefined {
  if (graph.index.ids.size === 0) return undefined;
  const holder = enclosingId(graph, from);
  const id =
    holder !== undefined && isJsonObject(holder) && typeof holder['$id'] === 'string'
      ? holder['$id']
      : undefined;
  return (
    graph.index.ids.get(target) ??
    graph.index.ids.get(joinTarget(id ?? base, target)) ??
    graph.index.ids.get(joinTarget(base, target))
  );
}

function enclosingId(graph: DocumentGraph, from: object): object | undefined {
  if (graph.index.ids.size === 0) return undefined;
  for (let at: object | undefined = from; at !== undefined; at = graph.index.links.get(at)?.parent) {
    if (
      isJsonObject(at) &&
      typeof at['$id'] === 'string' &&
      graph.index.ids.get(at['$id'].replace(/#$/, '')) === at
    )
      return at;
  }
  return undefined;
}

/**
 * Finds the target that the author evidently intended although the rules do not lead
 * there. Each case adds a warning.
 */
function nearby(
  graph: DocumentGraph,
  ref: string,
  {
    fragment,
    from,
    document,
    budget,
  }: { readonly fragment: string; readonly from: object; readonly document: string; readonly budget: Budget },
): Result<FoundNode | undefined> | undefined {
  const where = (): { origin: Origin } => refPlace(graph, from, ref);
  if (/^\/(?:\$defs|definitions)\//.test(fragment)) {
    for (
      let node: object | undefined = from;
      node !== undefined;
      node = graph.index.links.get(node)?.parent
    ) {
      const start = foundNode(graph, node);
      const found = start === undefined ? undefined : walk(graph, start, fragment, budget);
      if (found !== undefined) return ok(found, [diagnostic('ref-into-schema', { ref }, where())]);
    }
  }
  const entry = graph.roots.get(graph.entry);
  if (document === graph.entry || entry === undefined || splitReference(ref).target !== '') return undefined;
  const found = walk(graph, rootOf(graph.entry, entry), fragment, budget);
  return found === undefined
    ? undefined
    : ok(found, [diagnostic('ref-into-entry', { ref, file: graph.entry }, where())]);
}

function missingDocument(
  graph: DocumentGraph,
  ref: string,
  { document, from, budget }: { readonly document: string; readonly from: object; readonly budget: Budget },
): Result<FoundNode | undefined> {
  const where = refPlace(graph, from, ref);
  const entry = graph.roots.get(graph.entry);
  for (const path of ['/components/schemas/', '/definitions/']) {
    const found =
      entry === undefined || /[/.#]/.test(ref)
        ? undefined
        : walk(graph, rootOf(graph.entry, entry), path + escapeToken(ref), budget);
    if (found !== undefined)
      return ok(found, [diagnostic('ref-is-a-name', { ref, pointer: `#${path}${ref}` }, where)]);
  }
  const cause = graph.missing.get(document) ?? graph.missing.get(decodePart(document));
  return failed([
    cause === undefined
      ? diagnostic('ref-not-found', { ref }, where)
      : { ...cause, ...(cause.position === undefined ? where : {}) },
  ]);
}

function foundNode(graph: DocumentGraph, node: object): FoundNode | undefined {
  const link = graph.index.links.get(node);
  const place = linkedOrigin(graph.index, node);
  if (link === undefined || place === undefined) return undefined;
  const value: unknown = node;
  if (!isJsonObject(value) && !Array.isArray(value)) return undefined;
  return {
    value,
    document: link.document,
    tokens: pointerTokens(place.pointer),
    parent: link.parent,
  };
}

const rootOf = (document: string, value: JsonValue): FoundNode => ({
  value,
  document,
  tokens: [],
  parent: undefined,
});

function refPlace(graph: DocumentGraph, from: object, ref: string): { readonly origin: Origin } {
  const origin = graph.originOf(from) ?? { document: graph.entry, pointer: '' };
  return { origin: isJsonObject(from) && from['$ref'] === ref ? at(origin, '$ref') : origin };
}
