/**
 * Combines several documents into one file, for tools that accept only one. Content of other files is added
 * under `components.x-bundled`. An unresolvable reference becomes `x-unresolved-ref`, because mock servers
 * and viewers would reject the whole document.
 */
import { type JsonObject, type JsonValue, isJsonObject, own } from '../lib/json.ts';
import { escapeToken } from '../lib/origin.ts';
import type { Documents } from '../source/types.ts';

const UNRESOLVED = 'x-unresolved-ref';

/** Undefined if all references are within the document. */
export function bundleDocuments(documents: Documents): JsonObject | undefined {
  if (isSelfContained(documents)) return undefined;
  const entry = documents.originOf(documents.root).document;
  const parts = new Map<string, { readonly name: string; readonly value: JsonValue }>();
  const taken = new Set<string>();

  const partFor = (id: string, value: JsonValue): string => {
    const known = parts.get(id);
    if (known) return known.name;
    const wanted =
      (id.split(/[/#]/).findLast((part) => part !== '') ?? '')
        .replace(/\.(?:ya?ml|json)$/, '')
        .replace(/[^\w.-]/g, '_') || 'part';
    let name = wanted;
    for (let count = 2; taken.has(name); count++) name = `${wanted}_${count}`;
    taken.add(name);
    parts.set(id, { name, value });
    return name;
  };
  const reference = (node: JsonObject): string | undefined => {
    const ref = own(node, '$ref');
    if (typeof ref !== 'string') return undefined;
    const { value: found } = documents.resolve(ref, node);
    if (!found) return undefined;
    if (ref.startsWith('#') && documents.originOf(node).document === entry) return ref;
    return found.id.startsWith(`${entry}#`)
      ? found.id.slice(entry.length)
      : `#/components/x-bundled/${escapeToken(partFor(found.id, found.value))}`;
  };
  const copy = (node: JsonValue): JsonValue => {
    if (Array.isArray(node)) return node.map((item: JsonValue) => copy(item));
    if (!isJsonObject(node)) return node;
    const isReference = typeof own(node, '$ref') === 'string';
    const ref = isReference ? reference(node) : undefined;
    return Object.fromEntries(
      Object.entries(node).map(([key, value]) => {
        if (!isReference || key !== '$ref') return [key, copy(value)];
        return ref === undefined ? [UNRESOLVED, value] : [key, ref];
      }),
    );
  };
  /** Path items and operations are inlined, so that samples can be added to them. */
  const inPlace = (node: JsonValue, levels: number): JsonValue => {
    if (!isJsonObject(node)) return copy(node);
    const ref = own(node, '$ref');
    const found = typeof ref === 'string' ? documents.resolve(ref, node).value : undefined;
    if (found && isJsonObject(found.value) && found.value !== node) return inPlace(found.value, levels);
    return levels === 0
      ? copy(node)
      : Object.fromEntries(
          Object.entries(node).map(([key, value]) => [
            key,
            isJsonObject(value) ? inPlace(value, levels - 1) : copy(value),
          ]),
        );
  };

  const root = Object.fromEntries(
    Object.entries(documents.root).map(([key, value]) => [
      key,
      key === 'paths' && isJsonObject(value)
        ? Object.fromEntries(Object.entries(value).map(([path, item]) => [path, inPlace(item, 1)]))
        : copy(value),
    ]),
  );
  const bundled: Record<string, JsonValue> = {};
  // Copying a part may add further parts, which the loop then also processes.
  for (const { name, value } of parts.values()) bundled[name] = copy(value);
  const components = root['components'];
  return { ...root, components: { ...(isJsonObject(components) ? components : {}), 'x-bundled': bundled } };
}

function isSelfContained(documents: Documents): boolean {
  const { root } = documents;
  const entry = documents.originOf(root).document;
  const queue: JsonValue[] = [root];
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if (typeof node !== 'object' || node === null) continue;
    if (isJsonObject(node)) {
      const ref = own(node, '$ref');
      if (typeof ref === 'string' && !documents.resolve(ref, node).value?.id.startsWith(`${entry}#`))
        return false;
    }
    // A list may have more items than a call can have arguments.
    for (const child of Object.values(node)) queue.push(child);
  }
  return true;
}
