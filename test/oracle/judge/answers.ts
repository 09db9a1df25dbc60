/** What the compiler says of each finding: at every method and type that meets it, not at the first. */
import type { Change } from '../../../generator/diff/types.ts';
import type { Expectations } from './expectations.ts';
import type { ProbedClass } from './probe.ts';

/**
 * Of one finding. `agrees`: uses that stopped compiling, with TypeScript's numbers or pyright's rules; none
 * where everything was said to compile.
 */
export type CompilerAnswer =
  | { readonly kind: 'agrees'; readonly uses: number; readonly codes: readonly (number | string)[] }
  | { readonly kind: 'disagrees'; readonly uses: readonly string[] }
  | { readonly kind: 'not-compiled'; readonly reason: string };

/** What was compiled of one class of use at one symbol. */
export interface Disagreement {
  readonly symbol: string;
  readonly kind: ProbedClass;
  /** What the rules said; the compiler says the opposite. */
  readonly expected: 'breaks' | 'compiles';
  /** The line that does not compile, or one that was expected not to. */
  readonly probe: string;
  /** TypeScript's number, or pyright's rule, and text, where it refuses. */
  readonly fault?: { readonly code: number | string; readonly message: string };
  /** Rules with an effect on the symbol. */
  readonly rules: readonly string[];
  /** What was said to break this use; empty where the compiler breaks what was said to compile. */
  readonly causes: readonly string[];
}

export interface Outcome {
  readonly symbol: string;
  readonly kind: ProbedClass;
  readonly fault?: { readonly code: number | string };
}

export interface Judged {
  readonly expected: Expectations;
  /** By symbol and class, as `keyOf` writes them. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly disagreements: readonly Disagreement[];
  readonly keyOf: (symbol: string, kind: ProbedClass) => string;
}

export function answerFor(change: Change, judged: Judged): CompilerAnswer {
  const { expected, outcomes, disagreements, keyOf } = judged;
  const against = disagreements.filter((one) =>
    one.expected === 'breaks' ? one.causes.includes(change.message) : speaksOf(one, change, expected),
  );
  if (against.length > 0)
    return {
      kind: 'disagrees',
      uses: against.map(
        (one) => `${one.symbol}: ${one.kind} ${one.expected === 'breaks' ? 'compiles' : 'breaks'}`,
      ),
    };
  const places = expected.placesOf(change);
  const met = places.flatMap((one) => outcomes.get(keyOf(one.symbol, one.kind)) ?? []);
  const refused = met.filter((one) => one.fault !== undefined);
  if (refused.length > 0)
    return {
      kind: 'agrees',
      uses: refused.length,
      codes: [...new Set(refused.flatMap((one) => one.fault?.code ?? []))].sort(byCode),
    };
  if (places.length > 0)
    return {
      kind: 'not-compiled',
      reason: met.length > 0 ? 'no line that was written shows it' : NOT_WRITTEN,
    };
  if (change.source.length > 0)
    return {
      kind: 'not-compiled',
      reason: change.source.every((one) => one === 'type-level')
        ? 'type-level code is not written'
        : NOT_WRITTEN,
    };
  // Said to compile: whatever was written at the methods that meet it does.
  const symbols = new Set(change.reach.flatMap((one) => one.symbol ?? []));
  const compiled = [...outcomes.values()].filter((one) => symbols.has(one.symbol)).length;
  return compiled > 0
    ? { kind: 'agrees', uses: 0, codes: [] }
    : { kind: 'not-compiled', reason: 'no type of the SDK changes with it' };
}

const NOT_WRITTEN = 'no line of code was written for it';

/** TypeScript's numbers and pyright's words in order. */
const byCode = (a: number | string, b: number | string): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : 1;

/** A use that was said to compile, and does not, where the change is the only one of its symbol. */
const speaksOf = (one: Disagreement, change: Change, expected: Expectations): boolean => {
  const touching = expected.touching(one.symbol);
  return touching.length === 1 && touching[0] === change;
};
