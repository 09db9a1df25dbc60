/** The output of the comparison: one `Change` per cause, with four verdicts each. See docs/diff.md. */
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

/** A method (or webhook) that a change affects. */
export interface Reach {
  /** `GET /pets/{id}` or `webhook orderCreated`. */
  readonly operation: string;
  /** `client.pets.retrieve`; absent for webhooks. */
  readonly symbol?: string;
  /** Sorted, for example `query`, `body`, `response 200`. */
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
  /** The subject in the reader's terms: `client.pets.list()`, `Pet.name`, `query parameter limit`. */
  readonly subject: string;
  /** The subject as data. */
  readonly about: Subject;
  /** One sentence without a full stop. */
  readonly message: string;
  readonly before?: string;
  readonly after?: string;
  /** The first sentence of the document's description of a new item. */
  readonly words?: string;
  /** The page of a new method below the SDK's `docs/`. */
  readonly page?: string;
  /** The replacement that the document names for a deprecated method: `client.pets.retrieve`. */
  readonly instead?: string;
  /** The location in the base; absent for additions without a remaining parent. */
  readonly base?: Origin;
  readonly revision?: Origin;
  readonly directions: readonly Direction[];
  /** The verdicts per direction, if a type is used in both requests and responses. */
  readonly byDirection?: Readonly<Record<Direction, Cell>>;
  readonly reach: readonly Reach[];
  /** Deployed versions of the SDK stop working, although the new version needs no code changes. */
  readonly notice: boolean;
  readonly mitigation?: string;
  /** All affected operations are below the stability threshold, so no promise was broken. */
  readonly unstable?: true;
  /** The edit that the change belongs to, equal wherever the edited shape is written out. Not reported. */
  readonly edit?: string;
  /** The accepted exception that covers this change. */
  readonly accepted?: { readonly reason: string; readonly owner?: string; readonly expires?: string };
}

export type DiffVerdict = Cell;

export type Preset = 'strict' | 'standard' | 'open-values' | 'runtime-only';
export type Stability = 'draft' | 'alpha' | 'beta' | 'stable';

export interface DiffOptions {
  /** Names in the SDK; default: words in camel case. */
  readonly naming?: Naming;
  /** The language whose source verdicts apply; default: TypeScript. */
  readonly language?: SdkLanguage;
  readonly preset?: Preset;
  /** RFC 3339 date for judging sunsets; absent: every sunset date is in the future. */
  readonly today?: string;
  /** Operations below this level may break. Default: `beta`. */
  readonly stability?: Stability;
  /** Promised days between deprecation and sunset, by stability. Default 0: a sunset date is optional. */
  readonly graceDays?: { readonly stable: number; readonly beta: number };
  /** Rule id → weight of its findings; `off` drops them. */
  readonly severities?: ReadonlyMap<string, Bump | 'off'>;
}

export const breaksWire = (wire: Wire): boolean => wire === 'break' || wire === 'silent';
export const BUMPS: readonly Bump[] = ['none', 'patch', 'minor', 'major'];
export const WIRES: readonly Wire[] = ['ok', 'ignored', 'depends', 'silent', 'break'];
export const RUNTIMES: readonly Runtime[] = ['same', 'repaired', 'changed', 'rejected', 'silent'];
export const SOURCES: readonly SourceClass[] = ['call', 'read', 'name', 'exhaust', 'fake', 'type-level'];

/** The worse of two values in the order of `scale`. */
export const worse = <T>(scale: readonly T[], a: T, b: T): T =>
  scale.indexOf(a) >= scale.indexOf(b) ? a : b;
