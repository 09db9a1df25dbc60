/** What is expected of many cases at once, stored in a file: `UPDATE_EXPECTED=1` rewrites it; then read it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';
import { print } from './print.ts';

export function expectStored(file: string, actual: unknown): void {
  const text = typeof actual === 'string' ? actual : `${print(actual)}\n`;
  if (process.env['UPDATE_EXPECTED'] === '1') writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
}
