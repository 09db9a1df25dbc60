/** Data that every part of the build needs: the documents, the schema reader and the list of diagnostics. */
import { type DiagnosticCode } from '../diagnostics/catalogue.ts';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { LanguageSelector } from '../lib/language-selector.ts';
import { type JsonObject, type JsonValue, isJsonObject } from '../lib/json.ts';
import { type Origin, at } from '../lib/origin.ts';
import type { Documents } from '../source/types.ts';
import type { FieldCoverage } from './operations/fields.ts';
import type { TypeNode } from './types.ts';

export interface ReportContext {
  readonly documents: Documents;
  /** Selects the language for which hints are read. */
  readonly audience: LanguageSelector;
  readonly report: (
    code: DiagnosticCode,
    parameters: Readonly<Record<string, string | number>>,
    origin?: Origin,
    related?: Diagnostic['related'],
  ) => void;
}

/** While the documents are read. */
export interface Context extends ReportContext {
  /** Reads the type of the schema node at `origin`. */
  readonly readType: (node: JsonValue, origin: Origin) => TypeNode;
  /** Records which fields of an object of the document have an effect. */
  readonly visit: FieldCoverage['visit'];
}

/** A node of a document and its origin. References have been resolved. */
export interface DocumentNode {
  readonly node: JsonObject;
  readonly origin: Origin;
}

/** Longer chains of references are treated as cycles. */
const LONGEST_CHAIN = 64;

export const report =
  (into: Diagnostic[]): Context['report'] =>
  (code, parameters, origin, related) => {
    into.push(diagnostic(code, parameters, { ...(origin && { origin }), ...(related && { related }) }));
  };

/**
 * The object that `value` is or refers to through any number of `$ref`s. Undefined if there is none,
 * which the resolver reports. Text beside a `$ref` (`summary`, `description`; OpenAPI 3.1 section
 * 4.8.23) overrides the target's own.
 */
export function follow(
  context: ReportContext,
  value: JsonValue | undefined,
  fallback: Origin,
): DocumentNode | undefined {
  if (!isJsonObject(value)) return undefined;
  let node = value;
  let origin = originOf(context, value, fallback);
  let beside: Record<string, JsonValue> | undefined;
  for (let step = 0; step < LONGEST_CHAIN; step += 1) {
    const ref = Object.hasOwn(node, '$ref') ? node['$ref'] : undefined;
    if (typeof ref !== 'string')
      return { node: beside === undefined ? node : { ...node, ...beside }, origin };
    for (const key of ['summary', 'description']) {
      const text = Object.hasOwn(node, key) ? node[key] : undefined;
      if (typeof text === 'string' && beside?.[key] === undefined) beside = { ...beside, [key]: text };
    }
    const target = context.documents.resolve(ref, node).value;
    if (target === undefined || !isJsonObject(target.value)) return undefined;
    node = target.value;
    origin = target.origin;
  }
  return undefined;
}

/**
 * The origin of a descendant: its own if it is an object or array, otherwise that of its nearest such
 * ancestor plus the remaining keys.
 */
export function originAt(
  context: ReportContext,
  parent: DocumentNode,
  ...keys: readonly (string | number)[]
): Origin {
  let nearest: object = parent.node;
  let depth = 0;
  let node: JsonValue | undefined = parent.node;
  for (const key of keys) {
    node = childOf(node, key);
    if (typeof node !== 'object' || node === null) break;
    nearest = node;
    depth += 1;
  }
  const origin = depth === 0 ? parent.origin : context.documents.originOf(nearest);
  return depth === keys.length ? origin : at(origin, ...keys.slice(depth));
}

export const place = (context: ReportContext, node: JsonObject, fallback: Origin): DocumentNode => ({
  node,
  origin: originOf(context, node, fallback),
});

const originOf = (context: ReportContext, node: object, fallback: Origin): Origin =>
  context.documents.originOf(node) ?? fallback;

const childOf = (node: JsonValue | undefined, key: string | number): JsonValue | undefined => {
  if (Array.isArray(node)) return (node as readonly JsonValue[])[Number(key)];
  return isJsonObject(node) && Object.hasOwn(node, key) ? node[key] : undefined;
};
