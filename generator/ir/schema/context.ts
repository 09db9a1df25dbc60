/** What the readers of all kinds of schemas share. */
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
  /** The hints that a schema's extensions contain for the language being read. */
  readonly hintsOf: (node: JsonObject) => SchemaHints;
  /** Enums with several values accept further values. */
  readonly opensEnums: boolean;
  readonly view: View;
  readonly report: (
    code: DiagnosticCode,
    parameters: Readonly<Record<string, string | number>>,
    origin: Origin,
    related?: Diagnostic['related'],
  ) => void;
  /** Reads the type of a schema; a named schema yields a `ref`. */
  readonly read: (node: JsonValue, fallback: Origin) => TypeNode;
  /** The type behind a named schema. Undefined while that schema is being read. */
  readonly bodyOf: (id: string) => TypeNode | undefined;
  /**
   * Follows a reference by one step, as written in `from`. Called once for each node,
   * so that a fault is reported once.
   */
  readonly follow: (from: JsonObject) => Resolved | undefined;
  readonly isBeingRead: (node: JsonObject) => boolean;
  readonly dynamic: DynamicScope;
  /** Cache of the mappings of discriminator bases. */
  readonly mappings: Map<JsonObject, readonly MappingEntry[]>;
}

/** An entry of `discriminator.mapping`. */
export interface MappingEntry {
  readonly value: string;
  readonly ref: string;
  /** Id of the target schema; absent if the target does not exist. */
  readonly id?: string;
}

/**
 * Bindings of `$dynamicAnchor` names in scope. The outermost binding wins (JSON
 * Schema 2020-12 section 8.2.3.2).
 */
export interface DynamicScope {
  readonly lookUp: (anchor: string) => JsonValue | undefined;
  /** The schema where reading began: the target of `$recursiveRef: '#'`. */
  readonly outermost: () => JsonObject | undefined;
  readonly readBound: (node: JsonObject, bindings: ReadonlyMap<string, JsonValue>) => TypeNode;
}
