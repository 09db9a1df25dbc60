import { expect, test } from 'vitest';
import { printDiagnostics } from '../../generator/diagnostics/print/print-text.ts';
import { codes, load } from '../source/support.ts';
import { hostileCases } from './cases.ts';

test.each(hostileCases().map((one) => [one.name, one] as const))('%s', async (_, { files, codes: expected }) => {
  const started = performance.now();
  const result = await load(files);
  expect([...codes(result)].sort()).toEqual([...(expected ?? [])].sort());
  expect(printDiagnostics(result.diagnostics, result.texts, { color: false }).length).toBeLessThan(40_000);
  expect(performance.now() - started).toBeLessThan(5000);
});
