/** What the readers of the several kinds of schema share. */
import type { DiagnosticCode } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { JsonObject, JsonValue } from '../../lib/json.ts';
import type { SchemaHints } from '../../openapi/schema-hints.ts';
import type { Origin } from '../../lib/origin.ts';
import type { Documents, Resolved } from '../../source/types.ts';
import type { TypeNode } from '../types.ts';
import type { Coverage } from './coverage.ts';
import type { NameRegistry } from './names.ts';
import type { View } from './view.ts';

export interface SchemaContext {
  readonly documents: Documents;
  readonly names: NameRegistry;
  readonly coverage: Coverage;
  /** What extensions say of a schema to the language that it is read for. */
  readonly hintsOf: (node: JsonObject) => SchemaHints;
  readonly view: View;
  readonly report: (
    code: DiagnosticCode,
    parameters: Readonly<Record<string, string | number>>,
    origin: Origin,
    related?: Diagnostic['related'],
  ) => void;
  /** The type of a schema; a named one comes back as a `ref`. */
  readonly read: (node: JsonValue, fallback: Origin) => TypeNode;
  /** The type behind a named schema; undefined while it is being read itself. */
  readonly bodyOf: (id: string) => TypeNode | undefined;
  /** One step along a reference, as written in `from`. Asked once per node, so that a fault is said once. */
  readonly follow: (from: JsonObject) => Resolved | undefined;
  readonly isBeingRead: (node: JsonObject) => boolean;
  readonly dynamic: DynamicScope;
  /** What a node of a discriminator's base maps to, worked out once. */
  readonly mappings: Map<JsonObject, readonly MappingEntry[]>;
}

/** A line of `discriminator.mapping`. */
export interface MappingEntry {
  readonly value: string;
  readonly ref: string;
  /** Id of the schema it leads to; absent: nowhere. */
  readonly id?: string;
}

/**
 * Bindings of `$dynamicAnchor` names in force, outermost first to win (JSON Schema 2020-12 section 8.2.3.2).
 */
export interface DynamicScope {
  readonly lookUp: (anchor: string) => JsonValue | undefined;
  /** The schema that the reading began with: what `$recursiveRef: '#'` means. */
  readonly outermost: () => JsonObject | undefined;
  readonly readBound: (node: JsonObject, bindings: ReadonlyMap<string, JsonValue>) => TypeNode;
}
