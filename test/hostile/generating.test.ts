import { expect, test } from 'vitest';
import { generate } from '../support/generate.ts';
import { load } from '../source/support.ts';
import { hostileCases } from './cases.ts';

// Bounded, as each of them makes something that grows beyond measure in a careless program.
test.each(hostileCases().map((one) => [one.name, one] as const))(
  '%s',
  { timeout: 30_000 },
  async (_, { files }) => {
    const { value: documents, texts } = await load(files);
    if (documents === undefined) return;
    const { diagnostics } = generate({ documents });
    for (const { code, origin } of diagnostics) {
      if (origin !== undefined)
        expect(
          texts.get(origin.document)?.locate(origin.pointer).line,
          `${code} has a place`,
        ).toBeGreaterThan(0);
    }
  },
);
