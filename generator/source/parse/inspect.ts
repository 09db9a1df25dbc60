import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { JsonValue } from '../../lib/json.ts';
import { escapeToken } from '../../lib/origin.ts';

/** Deeper texts are rejected, so that later stages may recurse. Real documents stay below 60. */
const MAX_DEPTH = 400;
/** Notes about the same kind of number stop at this count. */
const MAX_NUMBER_NOTES = 20;

export interface Inspected {
  readonly diagnostics: readonly Diagnostic[];
  /** Members of all objects; each object counts once. */
  readonly keys: number;
  readonly tooDeep: boolean;
}

interface Inspection {
  readonly document: string;
  readonly diagnostics: Diagnostic[];
  /** Keys from the root to the current node. */
  readonly path: (string | number)[];
  /** Present if the same object may be in several places. */
  readonly seen: Set<object> | undefined;
  keys: number;
  notes: number;
}

/**
 * Checks a freshly parsed value in a single pass: its depth, and numbers that JSON or a 64-bit float cannot
 * hold. Replaces Infinity and NaN by null in place (no other code has the value yet). `shared` means that
 * an object may be in several places.
 */
export function inspect(
  document: string,
  root: JsonValue,
  { shared }: { readonly shared: boolean },
): Inspected {
  const inspection: Inspection = {
    document,
    diagnostics: [],
    path: [],
    seen: shared ? new Set() : undefined,
    keys: 0,
    notes: 0,
  };
  const tooDeep = typeof root === 'object' && root !== null && !visit(inspection, root);
  return { diagnostics: inspection.diagnostics, keys: inspection.keys, tooDeep };
}

/** False if the value is nested too deeply; recursion ends there. */
function visit(inspection: Inspection, node: object): boolean {
  const { seen, path, document, diagnostics } = inspection;
  if (seen?.has(node)) return true;
  seen?.add(node);
  if (path.length >= MAX_DEPTH) {
    diagnostics.push(
      diagnostic('nested-too-deep', { limit: MAX_DEPTH }, { origin: { document, pointer: pointerOf(path) } }),
    );
    return false;
  }
  if (Array.isArray(node))
    return node.every((child: unknown, index) => visitChild(inspection, node, index, child));
  const names = Object.keys(node);
  inspection.keys += names.length;
  return names.every((name) => visitChild(inspection, node, name, Reflect.get(node, name)));
}

function visitChild(inspection: Inspection, node: object, key: string | number, child: unknown): boolean {
  if (typeof child === 'object' && child !== null) {
    inspection.path.push(key);
    const isFine = visit(inspection, child);
    inspection.path.pop();
    return isFine;
  }
  if (typeof child !== 'number' || Number.isSafeInteger(child)) return true;
  if (isSuspect(child) && inspection.notes < MAX_NUMBER_NOTES) {
    inspection.notes++;
    const origin = { document: inspection.document, pointer: pointerOf([...inspection.path, key]) };
    inspection.diagnostics.push(
      Number.isFinite(child)
        ? diagnostic('number-inexact', { number: String(child) }, { origin })
        : diagnostic('number-not-finite', {}, { origin }),
    );
  }
  if (!Number.isFinite(child)) Reflect.set(node, key, null);
  return true;
}

const isSuspect = (value: number): boolean =>
  !Number.isFinite(value) || (Number.isInteger(value) && Math.abs(value) < 1e21);

const pointerOf = (path: readonly (string | number)[]): string =>
  path.map((key) => `/${escapeToken(String(key))}`).join('');
