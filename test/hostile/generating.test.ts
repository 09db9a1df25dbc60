import { expect, test } from 'vitest';
import { generate } from '../../generator/generate.ts';
import { load } from '../source/support.ts';
import { hostileCases } from './cases.ts';

test.each(hostileCases().map((one) => [one.name, one] as const))('%s', async (_, { files }) => {
  const { value: documents, texts } = await load(files);
  if (documents === undefined) return;
  const started = performance.now();
  const { diagnostics } = generate({ documents });
  expect(performance.now() - started).toBeLessThan(10_000);
  for (const { code, origin } of diagnostics) {
    if (origin !== undefined) expect(texts.get(origin.document)?.locate(origin.pointer).line, `${code} has a place`).toBeGreaterThan(0);
  }
});
