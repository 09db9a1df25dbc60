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

export const describe = Object.assign((_name: string, body: () => void): void => body(), {
  each:
    (rows: Rows) =>
    (_name: string, body: (...row: Rows) => void): void =>
      rows.forEach((row) => body(...(Array.isArray(row) ? (row as Rows) : [row]))),
});

export const it = Object.assign((name: string, run: () => unknown): void => void tests.push({ name, run }), {
  each:
    (rows: Rows) =>
    (name: string, run: (...row: Rows) => unknown): void =>
      rows.forEach((row) => it(name, () => run(...(Array.isArray(row) ? (row as Rows) : [row])))),
});

export const test = it;
