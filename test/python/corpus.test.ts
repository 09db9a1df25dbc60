/**
 * SDKs of documents that nobody here wrote: every module imports, every type is read, and ruff, pyright and
 * mypy have nothing to say, strictly. CI takes a sample; `npm run corpus:python` takes all.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CorpusDocument, corpusDocuments } from '../../bench/corpus/documents.ts';
import { rowsOf } from '../../bench/corpus/table.ts';
import { readFileSync } from 'node:fs';
import { projectRoot, sharedFolder } from '../support/shared.ts';
import { mypy, pyright, pythonSdk, said } from './support/generate.ts';
import { pythonForTests } from './venv.ts';

const python = pythonForTests() ?? '';
const isWhole = process.env['MODE'] === 'corpus';
/** So many packages are judged by one run of a type checker. */
const BATCH = 12;

/** What TypeScript makes no SDK of, Python does not either. */
const made = new Set(
  rowsOf(readFileSync(join(projectRoot, 'bench/corpus/results.md'), 'utf8'))
    .filter((row) => row.result === 'made')
    .map((row) => row.id),
);

const documents = (sharedFolder ? corpusDocuments(sharedFolder) : []).filter((one) => made.has(one.id));
const chosen = isWhole
  ? documents
  : documents.filter((one) => one.bytes < 250_000).filter((_one, index) => index % 24 === 3);
const batches = Array.from({ length: Math.ceil(chosen.length / BATCH) }, (_none, index) =>
  chosen.slice(index * BATCH, (index + 1) * BATCH),
);

describe.skipIf(python === '' || sharedFolder === undefined)('corpus', () => {
  test('has documents', () => {
    expect(chosen.length).toBeGreaterThan(3);
  });

  test.each(batches.map((batch, index) => [index, batch] as const))(
    'batch %i',
    { timeout: 3_600_000 },
    async (_index: number, batch: readonly CorpusDocument[]) => {
      const cache = join(projectRoot, 'node_modules/.cache');
      mkdirSync(cache, { recursive: true });
      const folder = mkdtempSync(join(cache, 'python-corpus-'));
      const all = join(folder, 'all');
      mkdirSync(all);
      const names = new Map<string, string>();
      const faults: string[] = [];
      try {
        for (const [at, document] of batch.entries()) {
          const sdk = await pythonSdk({ spec: document.file });
          const script = join(projectRoot, 'test/python/import_all.py');
          const lines = await said(python, [script, join(sdk.folder, 'src'), sdk.name], sdk.folder);
          if (!/^\d+ modules, \d+ types$/.test(lines.at(-1) ?? ''))
            faults.push(`${document.id}: ${lines.at(-1)}`);
          const lint = ['-m', 'ruff', 'check', '--no-cache', '--quiet', '--output-format', 'concise', '.'];
          faults.push(...(await said(python, lint, sdk.folder)).map((line) => `${document.id}: ${line}`));
          // Its imports are relative, so a package may be called otherwise.
          names.set(`p${at}`, document.id);
          cpSync(join(sdk.folder, 'src', sdk.name), join(all, `p${at}`), { recursive: true });
          sdk.stop();
        }
        const told = [
          ...(await pyright(python, folder, ['all'])),
          ...(await mypy(
            python,
            folder,
            readdirSync(all).map((one) => `all/${one}`),
          )),
        ];
        faults.push(
          ...told.map((line) =>
            line.replace(/^.*?all\/(p\d+)/, (_all, key: string) => names.get(key) ?? key),
          ),
        );
        expect(faults).toEqual([]);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );
});
