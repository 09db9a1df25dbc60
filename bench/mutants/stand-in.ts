/** Stands in for Vitest in `one-process.ts`: the few functions that tests of plain functions call. */
import { JestAsymmetricMatchers, JestChaiExpect, chai } from '@vitest/expect';

chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

export const expect = chai.expect;

export interface Test {
  readonly name: string;
  readonly run: () => unknown;
}

/** The tests of all files, in their order. */
export const tests: Test[] = [];

type Rows = readonly unknown[];

/** Vitest's options of a test stand between its name and its body, and are passed over. */
type Body<Row extends Rows> = (...row: Row) => unknown;

const rowOf = (row: unknown): Rows => (Array.isArray(row) ? (row as Rows) : [row]);

type Hook = () => unknown;

interface Scope {
  readonly before: Hook[];
  readonly after: Hook[];
}

/** Those of a file, and of each `describe` around what is being read. */
let scopes: readonly Scope[] = [];

const scope = (): Scope => ({ before: [], after: [] });

/** The hooks of one file are not those of the next. */
export function startFile(): void {
  scopes = [scope()];
}

function inside(body: () => void): void {
  const around = scopes;
  scopes = [...around, scope()];
  body();
  scopes = around;
}

/** What is done once for all tests is done for each: a mutant must not leave anything to the next. */
export const beforeEach = (hook: Hook): void => void scopes.at(-1)?.before.push(hook);
export const afterEach = (hook: Hook): void => void scopes.at(-1)?.after.unshift(hook);
export const beforeAll = beforeEach;
export const afterAll = afterEach;

export const describe = Object.assign((_name: string, body: () => void): void => inside(body), {
  each:
    (rows: Rows) =>
    (_name: string, body: (...row: Rows) => void): void =>
      rows.forEach((row) => inside(() => body(...rowOf(row)))),
  skipIf: (isSkipped: boolean) => (isSkipped ? (): void => {} : describe),
});

const simple = (name: string, first: unknown, second?: unknown): void => {
  const body = (typeof first === 'function' ? first : second) as Body<[]>;
  const around = scopes;
  const run = async (): Promise<void> => {
    for (const { before } of around) for (const hook of before) await hook();
    try {
      await body();
    } finally {
      for (const { after } of around.toReversed()) for (const hook of after) await hook();
    }
  };
  tests.push({ name, run });
};

export const it = Object.assign(simple, {
  each:
    (rows: Rows) =>
    (name: string, first: unknown, second?: unknown): void =>
      rows.forEach((row) => {
        const body = (typeof first === 'function' ? first : second) as Body<Rows>;
        simple(name, () => body(...rowOf(row)));
      }),
  skipIf: (isSkipped: boolean) => (isSkipped ? (): void => {} : it),
});

export const test = it;
