import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type JsonValue, isJsonObject } from '../lib/json.ts';
import { type Origin, at, escapeToken, unescapeToken } from '../lib/origin.ts';
import { type Result, failed, ok } from '../lib/result.ts';
import { decodePart } from './reference.ts';
import { type DocumentGraph, findTarget, foundOrigin } from './resolver.ts';
import { type TreeIndex, linkedOrigin } from './tree-index.ts';
import type { Documents, Prepared, Resolved, SourceText, Upgrade } from './types.ts';

export interface Loaded {
  readonly entry: string;
  readonly roots: ReadonlyMap<string, JsonValue>;
  readonly sources: ReadonlyMap<string, SourceText>;
  /** The trees that later stages read: the entry document after overlays, and the other documents. */
  readonly index: TreeIndex;
  /** The entry document as written; the same as `index` if nothing changed it. */
  readonly written: TreeIndex;
  readonly missing: ReadonlyMap<string, Diagnostic>;
  readonly prepared: Prepared;
  readonly upgrade: Upgrade;
  readonly diagnostics: readonly Diagnostic[];
}

/** Upgrades the loaded trees and combines both views: references as written, values as upgraded. */
export function createDocuments(loaded: Loaded): Result<Documents | undefined> {
  const { entry, index, roots } = loaded;
  const root = roots.get(entry);
  if (root === undefined || !isJsonObject(root)) return failed(loaded.diagnostics);
  const upgradedOf = new Map<object, object>();
  const sourceOf = new Map<object, object>();
  const graph: DocumentGraph = {
    entry,
    roots,
    index,
    missing: loaded.missing,
    originOf: (node) => treeOrigin(loaded, node),
    followed: new Map(),
  };
  const writtenNode = (node: object): object => lastOf(sourceOf, node);
  const originOf = (node: object): Origin =>
    treeOrigin(loaded, writtenNode(node)) ?? { document: entry, pointer: '' };

  const { value: upgraded, diagnostics } = loaded.upgrade({
    root,
    entry,
    originOf,
    find: (ref, from) => findTarget(graph, ref, writtenNode(from)),
    current: (node) => {
      const latest: unknown = lastOf(upgradedOf, node);
      return isJsonObject(latest) ? latest : node;
    },
    became: (written, node) => {
      if (written === node) return;
      upgradedOf.set(written, node);
      sourceOf.set(node, written);
    },
    madeFrom: (result, source) => void (sourceOf.has(result) || sourceOf.set(result, source)),
  });
  const all = [...loaded.diagnostics, ...diagnostics];
  if (upgraded === undefined) return failed(all);

  const current = (value: JsonValue): JsonValue => {
    if (typeof value !== 'object' || value === null) return value;
    const node: unknown = lastOf(upgradedOf, value);
    return isJsonObject(node) || Array.isArray(node) ? node : value;
  };
  const resolve = (ref: string, from: object): Result<Resolved | undefined> => {
    const found = findTarget(graph, ref, writtenNode(from));
    if (found.value === undefined) {
      const late = ref.startsWith('#/') ? lookUp(upgraded.root, ref.slice(1)) : undefined;
      if (late === undefined) return failed(found.diagnostics);
      return ok({
        value: late.value,
        id: `${entry}#${late.pointer}`,
        origin: at(originOf(late.parent), ...late.last),
      });
    }
    const { value, document, tokens } = found.value;
    const pointer = tokens.map((token) => `/${escapeToken(token)}`).join('');
    const id = `${document}#${document === entry ? upgraded.movedPointer(pointer) : pointer}`;
    return ok({ value: current(value), id, origin: foundOrigin(graph, found.value) }, found.diagnostics);
  };
  return ok(
    {
      root: upgraded.root,
      version: upgraded.version,
      sources: loaded.sources,
      originOf,
      resolve,
      diagnostics: all,
    },
    all,
  );
}

/**
 * A node that an overlay added has its origin in the overlay. A node that was copied to
 * change a member keeps its origin.
 */
function treeOrigin(loaded: Loaded, node: object): Origin | undefined {
  const tokens: (string | number)[] = [];
  for (let here: object | undefined = node; here !== undefined; ) {
    const known =
      loaded.prepared.origins?.get(here) ??
      linkedOrigin(loaded.written, here) ??
      (loaded.written === loaded.index ? undefined : otherDocument(loaded, here));
    if (known !== undefined) return tokens.length === 0 ? known : at(known, ...tokens.reverse());
    const link = loaded.index.links.get(here);
    if (link === undefined) return undefined;
    if (link.parent === undefined) return at({ document: link.document, pointer: '' }, ...tokens.reverse());
    tokens.push(link.key);
    here = link.parent;
  }
  return undefined;
}

/** Overlays change only the entry document, so the nodes of other documents are in the main index alone. */
const otherDocument = (loaded: Loaded, node: object): Origin | undefined =>
  loaded.index.links.get(node)?.document === loaded.entry ? undefined : linkedOrigin(loaded.index, node);

function lastOf(next: ReadonlyMap<object, object>, start: object): object {
  let node = start;
  for (let hop = next.get(node); hop !== undefined; hop = next.get(node)) node = hop;
  return node;
}

/**
 * Finds a pointer that exists only in the upgraded document, such as
 * `#/components/schemas/…` of a 2.0 document.
 */
function lookUp(
  root: JsonValue,
  pointer: string,
): { value: JsonValue; pointer: string; parent: object; last: readonly string[] } | undefined {
  let value = root;
  let parent: object | undefined;
  const keys: string[] = [];
  for (const token of pointer.slice(1).split('/')) {
    if (typeof value !== 'object' || value === null) return undefined;
    const holder: object = value;
    const key = [unescapeToken(token), unescapeToken(decodePart(token))].find(
      (name) => Object.hasOwn(holder, name) && !(Array.isArray(holder) && name === 'length'),
    );
    if (key === undefined) return undefined;
    parent = holder;
    keys.push(key);
    const child: JsonValue = Reflect.get(holder, key);
    value = child;
  }
  const isNode = typeof value === 'object' && value !== null;
  return parent === undefined
    ? undefined
    : {
        value,
        pointer: keys.map((key) => `/${escapeToken(key)}`).join(''),
        parent: isNode ? (value as object) : parent,
        last: isNode ? [] : keys.slice(-1),
      };
}
