/**
 * SDKs of documents that nobody here wrote: every package compiles, `go vet` and gofmt have nothing to say. CI takes a
 * sample; `npm run corpus:go` takes all.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CorpusDocument, corpusDocuments } from '../../bench/corpus/documents.ts';
import { rowsOf } from '../../bench/corpus/table.ts';
import { projectRoot, sharedFolder } from '../support/shared.ts';
import { goForTests } from './go.ts';
import { faultsOf, goSdk } from './support/generate.ts';

const go = goForTests() ?? '';
const isWhole = process.env['MODE'] === 'corpus';

/** What TypeScript makes no SDK of, Go does not either. */
const made = new Set(
  rowsOf(readFileSync(join(projectRoot, 'bench/corpus/results.md'), 'utf8'))
    .filter((row) => row.result === 'made')
    .map((row) => row.id),
);

const documents = (sharedFolder ? corpusDocuments(sharedFolder) : []).filter((each) => made.has(each.id));
const chosen = isWhole
  ? documents
  : documents.filter((each) => each.bytes < 100_000).filter((_each, index) => index % 20 === 5);

describe.skipIf(go === '' || sharedFolder === undefined)('corpus', () => {
  test('has documents', () => {
    expect(chosen.length).toBeGreaterThan(1);
  });

  test.each(chosen.map((document) => [document.id, document] as const))(
    '%s',
    { timeout: 600_000 },
    async (_id: string, document: CorpusDocument) => {
      const sdk = await goSdk({ spec: document.file });
      try {
        expect(await faultsOf(go, sdk)).toEqual('');
      } finally {
        sdk.stop();
      }
    },
  );
});
