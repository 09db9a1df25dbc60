/** A document that is compared with itself has no changes, whatever the file is called. */
import { expect, it } from 'vitest';
import { diffApis } from '../../generator/diff/diff-apis.ts';
import { completeDocument, readCases } from './cases.ts';
import { apiOf } from './support.ts';

it.each(readCases().map((one) => [one.title, one] as const))('%s', async (_name, one) => {
  for (const text of [one.before, one.after])
    expect(
      diffApis(
        await apiOf(completeDocument(text)),
        await apiOf(completeDocument(text), undefined, 'other.json'),
      ),
    ).toEqual([]);
});
