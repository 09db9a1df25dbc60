/** A line of user code, and what is at hand while lines are written. */
import type ts from 'typescript';
import type { SourceClass } from '../../../generator/diff/types.ts';

export type ProbedClass = Exclude<SourceClass, 'type-level'>;

export interface Probe {
  /** `client.pets.list`, `client` for its construction, a type's name for imports. */
  readonly symbol: string;
  readonly kind: ProbedClass;
  /** One line; `Old` and `New` are the two clients' types. */
  readonly code: string;
  /** It reads the type of an argument, which only type-level code does otherwise. */
  readonly input?: true;
  /** It tells apart the members of the union that the property of this name holds; '' of the value itself. */
  readonly tells?: string;
}

export interface Fault {
  /** TypeScript's number: 2345; pyright's rule. */
  readonly code: number | string;
  readonly message: string;
}

/** A line that its own SDK accepts, and what the other SDK objects. */
export interface Compiled {
  readonly probe: Probe;
  readonly fault?: Fault;
}

export interface Scene {
  readonly checker: ts.TypeChecker;
  readonly probes: Probe[];
  readonly symbol: string;
  /** `['pets']['list']`. */
  readonly access: string;
  readonly path: string;
  /** Names of properties that must be read wherever they stand. */
  readonly sought: ReadonlySet<string>;
}
