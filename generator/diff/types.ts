/** What `diff` hands to its reports: one `Change` per cause, with four answers each. See docs/diff.md. */
import type { Origin } from '../lib/origin.ts';
import type { Naming } from './names.ts';
import type { RuleId } from './rules/catalogue.ts';
import type { Bump, Cell, Direction, Runtime, SdkLanguage, SourceClass, Wire } from './terms.ts';
import { type Subject } from './subject.ts';

export type {
  Bump,
  Cell,
  FactContext as Context,
  Direction,
  Runtime,
  SdkLanguage,
  SourceClass,
  Wire,
} from './terms.ts';

/** One method (or webhook) that a change reaches. */
export interface Reach {
  /** `GET /pets/{id}` or `webhook orderCreated`. */
  readonly operation: string;
  /** `client.pets.retrieve`; absent for webhooks. */
  readonly symbol?: string;
  /** `query`, `body`, `response 200` …, sorted. */
  readonly where: readonly string[];
}

export interface Change extends Cell {
  readonly kind: 'change';
  readonly rule: RuleId;
  /**
   * 12 hex digits over rule, pointers and the normalised values; wording takes no part.
   * @pattern ^[0-9a-f]{12}$
   */
  readonly fingerprint: string;
  /** What changed, in the reader's words: `client.pets.list()`, `Pet.name`, `query parameter limit`. */
  readonly subject: string;
  /** The same as data. */
  readonly about: Subject;
  /** One sentence without a full stop. */
  readonly message: string;
  readonly before?: string;
  readonly after?: string;
  /** The first sentence that the document says of what is new. */
  readonly words?: string;
  /** Page of a new method below the SDK's `docs/`. */
  readonly page?: string;
  /** The method that the document names in place of a deprecated one: `client.pets.retrieve`. */
  readonly instead?: string;
  /** Where it stands in the base; absent for additions without a surviving parent. */
  readonly base?: Origin;
  readonly revision?: Origin;
  readonly directions: readonly Direction[];
  /** The answers side by side, where a type is met both in requests and in responses. */
  readonly byDirection?: Readonly<Record<Direction, Cell>>;
  readonly reach: readonly Reach[];
  /** Deployed versions of the SDK stop working although the new one needs no change of code. */
  readonly notice: boolean;
  readonly mitigation?: string;
  /** Only operations below the stability threshold are concerned, so no promise was broken. */
  readonly unstable?: true;
  /** The edit of a shape that it is a part of, equal wherever that shape is written out. Not reported. */
  readonly edit?: string;
  /** The accepted change that covers this one. */
  readonly accepted?: { readonly reason: string; readonly owner?: string; readonly expires?: string };
}

export type DiffVerdict = Cell;

export type Preset = 'strict' | 'standard' | 'open-values' | 'runtime-only';
export type Stability = 'draft' | 'alpha' | 'beta' | 'stable';

export interface DiffOptions {
  /** What the SDK calls things; by default words joined by capitals. */
  readonly naming?: Naming;
  /** Whose source column it is; by default TypeScript's. */
  readonly language?: SdkLanguage;
  readonly preset?: Preset;
  /** RFC 3339 date that sunsets are judged by; absent: a sunset date is taken as still to come. */
  readonly today?: string;
  /** Operations below it may break. Default `beta`. */
  readonly stability?: Stability;
  /**
   * Days between deprecation and sunset that the project promises, by stability. Default 0: a sunset date is
   * optional.
   */
  readonly graceDays?: { readonly stable: number; readonly beta: number };
  /** Rule id → what its findings weigh; `off` drops them. */
  readonly severities?: ReadonlyMap<string, Bump | 'off'>;
}

export const breaksWire = (wire: Wire): boolean => wire === 'break' || wire === 'silent';
export const BUMPS: readonly Bump[] = ['none', 'patch', 'minor', 'major'];
export const WIRES: readonly Wire[] = ['ok', 'ignored', 'depends', 'silent', 'break'];
export const RUNTIMES: readonly Runtime[] = ['same', 'repaired', 'changed', 'rejected', 'silent'];
export const SOURCES: readonly SourceClass[] = ['call', 'read', 'name', 'exhaust', 'fake', 'type-level'];

/** The worse of two, by the order of `scale`. */
export const worse = <T>(scale: readonly T[], a: T, b: T): T =>
  scale.indexOf(a) >= scale.indexOf(b) ? a : b;
