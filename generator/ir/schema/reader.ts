/**
 * Converts the schemas of a document to types. Each named schema is read once, from a work list,
 * so that cycles of references end.
 */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import { type JsonObject, type JsonValue, isJsonObject } from '../../lib/json.ts';
import type { LanguageSelector } from '../../lib/language-selector.ts';
import type { Origin } from '../../lib/origin.ts';
import { readSchemaHints } from '../../openapi/schema-hints.ts';
import type { Documents, Resolved } from '../../source/types.ts';
import { structuralHash } from '../type-walk.ts';
import type { Schema, TypeNode } from '../types.ts';
import { compose } from './compose.ts';
import type { SchemaContext } from './context.ts';
import { type IgnoredKeyword, coverageNotes, createCoverage } from './coverage.ts';
import { unknownType } from './docs.ts';
import { type NamedSchema, createNameRegistry, inlineId } from './names.ts';
import { breakRings } from './rings.ts';
import { createView, own } from './view.ts';

export interface SchemaReader {
  /** The type of a schema node (object or boolean, 3.1 form) at `origin`. A named schema yields a `ref`. */
  readonly read: (node: JsonValue, origin: Origin) => TypeNode;
  /**
   * All named schemas found so far or declared in components, including all that they refer to, and
   * diagnostics for what could not be represented.
   */
  readonly finish: () => {
    readonly schemas: readonly Schema[];
    readonly diagnostics: readonly Diagnostic[];
    /** Schema keywords that had no effect, by keyword. */
    readonly coverage: readonly IgnoredKeyword[];
  };
}

/** True for types that a name would only hide, such as a plain string or number. */
const isPlain = (type: TypeNode): boolean =>
  type.kind === 'scalar' || type.kind === 'unknown' || (type.kind === 'nullable' && isPlain(type.type));

/**
 * Schemas nested deeper than this become `unknown`, because neither people
 * nor compilers can read such a type.
 */
const DEEPEST = 100;
/** Limit of named schemas that are being read at the same time; it bounds the stack. */
const DEEPEST_TOTAL = 400;

interface SchemaReaderOptions {
  /**
   * Schemas that get a named type although the document gives them no name, such as models of the config.
   */
  readonly nameable?: readonly { readonly node: JsonObject; readonly origin: Origin }[];
  readonly opensEnums?: boolean;
}

export function createSchemaReader(
  documents: Documents,
  audience: LanguageSelector,
  { nameable = [], opensEnums = false }: SchemaReaderOptions = {},
): SchemaReader {
  const diagnostics: Diagnostic[] = [];
  const names = createNameRegistry(documents);
  for (const { node, origin } of nameable) names.promote(node, origin);
  const coverage = createCoverage();
  const memo = new Map<JsonObject, TypeNode>();
  const steps = new Map<JsonObject, Resolved | undefined>();
  const reading = new Set<JsonObject>();
  const outermost: JsonObject[] = [];
  const scopes: ReadonlyMap<string, JsonValue>[] = [];
  let depth = 0;
  let total = 0;

  const report: SchemaContext['report'] = (code, parameters, origin, related) => {
    diagnostics.push(diagnostic(code, parameters, { origin, ...(related && { related }) }));
  };
  const context: SchemaContext = {
    documents,
    names,
    coverage,
    hintsOf: (node) => readSchemaHints(node, audience),
    opensEnums,
    report,
    read,
    bodyOf,
    follow,
    view: createView(follow),
    mappings: new Map(),
    isBeingRead: (node) => reading.has(node),
    dynamic: { lookUp, outermost: () => outermost.at(-1), readBound },
  };
  return { read, finish };

  function read(node: JsonValue, fallback: Origin): TypeNode {
    if (typeof node === 'boolean')
      return node ? unknownType(fallback, 'any') : { kind: 'never', origin: fallback };
    if (!isJsonObject(node)) {
      report(
        'schema-invalid',
        {
          found:
            node === null
              ? 'null'
              : Array.isArray(node)
                ? 'a list'
                : `the ${typeof node} ${JSON.stringify(node)}`,
        },
        fallback,
      );
      return unknownType(fallback, 'unsupported');
    }
    const entry = names.entryOf(node);
    if (entry !== undefined) return { kind: 'ref', id: entry.id, origin: entry.origin };
    const known = scopes.length === 0 ? memo.get(node) : undefined;
    if (known !== undefined) return known;
    const origin = documents.originOf(node);
    if (reading.has(node)) return { kind: 'ref', id: names.promote(node, origin).id, origin };
    if (depth >= DEEPEST || total >= DEEPEST_TOTAL) {
      report('schema-too-deep', { depth: DEEPEST }, origin);
      return unknownType(origin, 'unsupported');
    }
    const type = handOut(node, build(node, origin), origin);
    if (scopes.length === 0) memo.set(node, type);
    return type;
  }

  function build(node: JsonObject, origin: Origin): TypeNode {
    reading.add(node);
    if (depth === 0) outermost.push(node);
    depth += 1;
    total += 1;
    const type = compose(context, node, origin);
    total -= 1;
    depth -= 1;
    if (depth === 0) outermost.pop();
    reading.delete(node);
    return type;
  }

  /** A schema that refers to itself, or that an inline `id` names, is returned as a reference. */
  function handOut(node: JsonObject, type: TypeNode, origin: Origin): TypeNode {
    const promoted = names.entryOf(node);
    const id = inlineId(node);
    if (promoted !== undefined) {
      promoted.type ??= type;
      return { kind: 'ref', id: promoted.id, origin };
    }
    if (id === undefined || scopes.length > 0 || isPlain(type)) return type;
    const holder = names.withInlineId(id);
    if (holder === undefined)
      return { kind: 'ref', id: names.addInlineId(id, node, origin, type).id, origin };
    const body = bodyOf(holder.id);
    if (body === undefined || structuralHash(body) === structuralHash(type))
      return { kind: 'ref', id: holder.id, origin };
    report('schema-id-conflict', { id }, origin, [{ message: `the first ${id}`, origin: holder.origin }]);
    return type;
  }

  function bodyOf(id: string): TypeNode | undefined {
    const entry = names.byId.get(id);
    if (entry === undefined || entry.isBeingRead) return undefined;
    if (entry.type === undefined && total >= DEEPEST_TOTAL - DEEPEST) return undefined;
    return readEntry(entry);
  }

  function readEntry(entry: NamedSchema): TypeNode {
    if (entry.type !== undefined) return entry.type;
    const { node, origin } = entry;
    if (!isJsonObject(node)) return (entry.type = read(node, origin));
    const outer = { depth, scopes: scopes.splice(0) };
    depth = 0;
    entry.isBeingRead = true;
    const type = build(node, origin);
    entry.isBeingRead = false;
    depth = outer.depth;
    scopes.push(...outer.scopes);
    return (entry.type = type);
  }

  function follow(from: JsonObject): Resolved | undefined {
    if (steps.has(from)) return steps.get(from);
    const ref = own(from, '$ref');
    const resolved = typeof ref === 'string' ? documents.resolve(ref, from) : undefined;
    if (resolved !== undefined) diagnostics.push(...resolved.diagnostics);
    steps.set(from, resolved?.value);
    return resolved?.value;
  }

  function lookUp(anchor: string): JsonValue | undefined {
    const bound = scopes.find((scope) => scope.has(anchor))?.get(anchor);
    if (bound !== undefined) return bound;
    const defs = own(outermost.at(-1) ?? {}, '$defs');
    return isJsonObject(defs)
      ? Object.values(defs).find((schema) => isJsonObject(schema) && own(schema, '$dynamicAnchor') === anchor)
      : undefined;
  }

  /**
   * Reads a target in place with its type parameters bound. Its parts are not cached,
   * because they differ between uses.
   */
  function readBound(node: JsonObject, bindings: ReadonlyMap<string, JsonValue>): TypeNode {
    const origin = documents.originOf(node);
    if (reading.has(node) || depth >= DEEPEST)
      return { kind: 'ref', id: names.promote(node, origin).id, origin };
    scopes.push(bindings);
    const type = build(node, origin);
    scopes.pop();
    return type;
  }

  function finish(): ReturnType<SchemaReader['finish']> {
    // Reading an entry may append further entries.
    for (let index = 0; index < names.entries.length; index += 1) {
      const entry = names.entries[index];
      if (entry !== undefined) readEntry(entry);
    }
    const schemas = names.entries.map(({ id, name, node, origin, type }): Schema => {
      const anchor = isJsonObject(node) ? own(node, '$anchor') : undefined;
      return {
        id,
        name,
        origin,
        ...(typeof anchor === 'string' && /^[A-Za-z_][\w.-]*$/.test(anchor) && { anchor }),
        type: type ?? unknownType(origin, 'unsupported'),
        usedIn: 'none',
      };
    });
    const unringed = breakRings(schemas);
    return {
      schemas: unringed.value,
      diagnostics: [...diagnostics, ...unringed.diagnostics, ...coverageNotes(coverage)],
      coverage: coverage.list(),
    };
  }
}
