import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

/** Vitest's own file snapshots would also write when a file is absent; a missing expectation must fail. */
export function matches(file: string, text: string): void {
  if (process.env['UPDATE_EXPECTED'] === '1') writeFileSync(file, text);
  expect(text).toBe(existsSync(file) ? readFileSync(file, 'utf8') : `(${file} is missing)`);
}
