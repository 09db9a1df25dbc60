import { expect, test } from 'vitest';
import { printDiagnostics } from '../../generator/diagnostics/print/print-text.ts';
import { codes, load } from '../source/support.ts';
import { hostileCases } from './cases.ts';

// Bounded, as each of them makes something that grows beyond measure in a careless program.
test.each(hostileCases().map((one) => [one.name, one] as const))(
  '%s',
  { timeout: 30_000 },
  async (_, { files, codes: expected }) => {
    const result = await load(files);
    expect([...codes(result)].sort()).toEqual([...(expected ?? [])].sort());
    expect(printDiagnostics(result.diagnostics, result.texts, { color: false }).length).toBeLessThan(40_000);
  },
);
