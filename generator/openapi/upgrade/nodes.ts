import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { type JsonObject, type JsonValue, isJsonObject } from '../../lib/json.ts';
import { at } from '../../lib/origin.ts';
import { type Result, ok } from '../../lib/result.ts';
import type { UpgradeInput } from '../../source/types.ts';
import { type NodeKind, type Slot, slotOf } from '../grammar.ts';
import type { Version } from '../version.ts';
import { upgradeSchema } from './schema.ts';

interface UpgradeWalk {
  readonly input: UpgradeInput;
  readonly version: Version;
  readonly diagnostics: Diagnostic[];
  /**
   * Node → its upgraded form. It also marks visited nodes, so that shared and
   * recursive parts are upgraded once.
   */
  readonly done: Map<object, JsonValue>;
  /** Nodes from which a chain of references is known to end, so that long chains are followed once. */
  readonly ending: Set<object>;
  /**
   * Targets of references, which are upgraded after the tree, because a long chain of references
   * must not become deep recursion.
   */
  readonly targets: { readonly node: JsonObject; readonly kind: NodeKind }[];
}

/** Traverses the document by the table of kinds, upgrades its schemas and checks every reference. */
export function upgradeNodes(input: UpgradeInput, root: JsonObject, version: Version): Result<JsonObject> {
  const walk: UpgradeWalk = {
    input,
    version,
    diagnostics: [],
    done: new Map(),
    ending: new Set(),
    targets: [],
  };
  const upgraded = visit(walk, root, 'document');
  for (let next = walk.targets.pop(); next !== undefined; next = walk.targets.pop())
    visit(walk, next.node, next.kind);
  return ok(isJsonObject(upgraded) ? upgraded : root, walk.diagnostics);
}

/** Recursion follows the nesting of a text, which the parser has limited. */
function visit(walk: UpgradeWalk, value: JsonValue, kind: NodeKind): JsonValue {
  if (!isJsonObject(value)) return value;
  const known = walk.done.get(value);
  if (known !== undefined) return known;
  walk.done.set(value, value);
  follow(walk, value, kind);
  const withMembers = upgradeMembers(walk, value, (key, member) => {
    const slot = typeof member === 'object' ? slotOf(kind, key) : undefined;
    return slot === undefined ? member : visitSlot(walk, member, slot);
  });
  if (kind !== 'schema') return remember(walk, value, withMembers);
  const { value: upgraded, diagnostics } = upgradeSchema(withMembers, {
    version: walk.version,
    origin: () => walk.input.originOf(value),
    madeFrom: (result) => walk.input.madeFrom(result, value),
  });
  walk.diagnostics.push(...diagnostics);
  return remember(walk, value, upgraded === withMembers ? withMembers : renew(walk, value, upgraded));
}

function visitSlot(walk: UpgradeWalk, member: JsonValue, { shape, kind }: Slot): JsonValue {
  if (Array.isArray(member)) {
    if (shape !== 'list' && shape !== 'either') return member;
    const items: readonly JsonValue[] = member;
    const upgraded = items.map((item) => visit(walk, item, kind));
    return upgraded.every((item, at) => item === items[at]) ? member : renew(walk, member, upgraded);
  }
  if (!isJsonObject(member) || shape === 'list') return member;
  if (shape !== 'map') return visit(walk, member, kind);
  const known = walk.done.get(member);
  if (known !== undefined) return known;
  return remember(
    walk,
    member,
    upgradeMembers(walk, member, (_, value) => visit(walk, value, kind)),
  );
}

/** Returns the same object unless a member changed, because most documents need few changes. */
function upgradeMembers(
  walk: UpgradeWalk,
  value: JsonObject,
  upgradeMember: (key: string, member: JsonValue) => JsonValue,
): JsonObject {
  let changed: Map<string, JsonValue> | undefined;
  for (const key of Object.keys(value)) {
    const member = value[key];
    if (member === undefined) continue;
    const upgraded = upgradeMember(key, member);
    if (upgraded !== member) (changed ??= new Map()).set(key, upgraded);
  }
  return changed === undefined
    ? value
    : renew(
        walk,
        value,
        Object.fromEntries(Object.entries(value).map(([key, member]) => [key, changed.get(key) ?? member])),
      );
}

function follow(walk: UpgradeWalk, node: JsonObject, kind: NodeKind): void {
  const ref = Object.hasOwn(node, '$ref') ? node['$ref'] : undefined;
  if (ref !== undefined && typeof ref !== 'string' && kind !== 'example') {
    const found =
      ref === null
        ? 'null'
        : Array.isArray(ref)
          ? 'a list'
          : typeof ref === 'object'
            ? 'an object'
            : `the ${typeof ref} ${String(ref)}`;
    walk.diagnostics.push(
      diagnostic('ref-not-text', { found }, { origin: at(walk.input.originOf(node), '$ref') }),
    );
  }
  if (typeof ref !== 'string' || kind === 'example') return;
  const { value: target, diagnostics } = walk.input.find(ref, node);
  walk.diagnostics.push(...diagnostics);
  if (target === undefined || !isJsonObject(target.value)) return;
  // The schema reader reports cycles of schemas, because it also finds longer cycles.
  if (kind !== 'schema' && goesRound(walk, target.value))
    walk.diagnostics.push(diagnostic('ref-ring', { ref }, { origin: at(walk.input.originOf(node), '$ref') }));
  walk.targets.push({ node: walk.input.current(target.value), kind });
}

/** True if references lead from here only to further references in a cycle. */
function goesRound(walk: UpgradeWalk, start: JsonObject): boolean {
  const seen = new Set<object>();
  for (let node: JsonValue | undefined = start; isJsonObject(node) && !walk.ending.has(node); ) {
    if (seen.has(node)) return node === start;
    seen.add(node);
    const ref: JsonValue | undefined = Object.hasOwn(node, '$ref') ? node['$ref'] : undefined;
    if (typeof ref !== 'string') break;
    node = walk.input.find(ref, node).value?.value;
  }
  for (const node of seen) walk.ending.add(node);
  return false;
}

function renew<T extends JsonValue & object>(walk: UpgradeWalk, written: object, upgraded: T): T {
  walk.input.became(written, upgraded);
  return upgraded;
}

function remember(walk: UpgradeWalk, written: object, upgraded: JsonValue): JsonValue {
  // An unchanged node was recorded when it was entered.
  if (upgraded !== written || !walk.done.has(written)) walk.done.set(written, upgraded);
  return upgraded;
}
