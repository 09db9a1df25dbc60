/**
 * A sample of the corpus, generated and compiled; figures are those of `bench/corpus/results.md`. `npm run
 * corpus` runs all of it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { measure } from '../../bench/corpus/document.ts';
import { type CorpusDocument, corpusDocuments } from '../../bench/corpus/documents.ts';
import { rowsOf } from '../../bench/corpus/table.ts';
import { projectRoot, sharedFolder } from '../support/shared.ts';

const rows = new Map(
  rowsOf(readFileSync(join(projectRoot, 'bench/corpus/results.md'), 'utf8')).map((row) => [row.id, row]),
);

describe.skipIf(!sharedFolder)('sample', () => {
  const documents = sharedFolder ? corpusDocuments(sharedFolder) : [];

  test('the table has every document', () => {
    expect([...rows.keys()].sort()).toEqual(documents.map((one) => one.id).sort());
  });

  const sample = documents.filter((one) => one.bytes < 150_000).filter((_one, index) => index % 8 === 0);
  test.each(sample.map((one) => [one.id, one] as const))(
    '%s',
    async (id: string, document: CorpusDocument) => {
      const outcome = await measure({ file: document.file, root: projectRoot });
      const row = rows.get(id);
      if (outcome.kind === 'made') {
        expect(outcome.firstFaults).toEqual([]);
        const { operations, models, warnings, errors } = outcome;
        expect({ operations, models, warnings, result: errors.join(' ') || 'made' }).toEqual({
          operations: row?.operations,
          models: row?.models,
          warnings: row?.warnings,
          result: row?.result,
        });
      } else expect(outcome).toMatchObject({ kind: 'refused', errors: row?.result.split(' ') });
    },
  );
});
