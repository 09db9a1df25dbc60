/** What `diff` reports of each case: two documents and the expected lines. `UPDATE_EXPECTED=1` rewrites them. */
import { expect, it } from 'vitest';
import { changesOf, linesOf, readCases, rewrite } from './cases.ts';

it.each(readCases().map((one) => [`${one.file} ${one.title}`, one] as const))('%s', async (_name, one) => {
  const actual = linesOf(await changesOf(one));
  if (process.env['UPDATE_EXPECTED'] === '1') rewrite(one, actual);
  else expect(actual).toBe(one.expected);
});
