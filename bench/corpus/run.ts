/**
 * `npm run corpus [-- PART…]`: every document of the corpus (or those whose id contains a PART) → SDK →
 * strict compiler,
 * two processes at a time. A whole run rewrites `results.md`.
 */
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CorpusDocument, corpusDocuments } from './documents.ts';
import type { Outcome } from './outcome.ts';
import { tableOf } from './table.ts';

/** Bytes below which documents share a process. */
const SMALL = 200_000;
const BATCH = 12;

const root = process.cwd();
const shared = process.env['SDKWRIGHT_SHARED'] ?? resolve(root, '../shared');
const child = join(dirname(fileURLToPath(import.meta.url)), 'child.mjs');
const parts = process.argv.slice(2);
const documents = corpusDocuments(shared).filter(
  (one) => parts.length === 0 || parts.some((part) => one.id.includes(part)),
);
const outcomes = new Map<string, Outcome>();
const queue = batches(documents);

// From both ends, so that the large ones do not come last.
await Promise.all([worker(() => queue.shift()), worker(() => queue.pop())]);
const table = tableOf(
  documents.flatMap((document) => {
    const outcome = outcomes.get(document.id);
    return outcome ? [{ document, outcome }] : [];
  }),
);
if (parts.length === 0) writeFileSync(join(root, 'bench/corpus/results.md'), table);
const bad = [...outcomes.values()].filter(
  (one) => one.kind === 'crashed' || (one.kind === 'made' && one.faults > 0),
);
console.log(`${documents.length} documents, ${bad.length} crashed or not compiling`);
process.exitCode = bad.length > 0 ? 1 : 0;

/**
 * Large documents have a process each, so that the memory is theirs; small ones share the compiler's start.
 */
function batches(all: readonly CorpusDocument[]): (readonly CorpusDocument[])[] {
  const sorted = [...all].sort((a, b) => b.bytes - a.bytes);
  const small = sorted.filter((one) => one.bytes < SMALL);
  const shared = Array.from({ length: Math.ceil(small.length / BATCH) }, (_, index) =>
    small.slice(index * BATCH, (index + 1) * BATCH),
  );
  return [...sorted.filter((one) => one.bytes >= SMALL).map((one) => [one]), ...shared];
}

async function worker(next: () => readonly CorpusDocument[] | undefined): Promise<void> {
  for (let batch = next(); batch; batch = next()) {
    const made = await outcomesOf(batch);
    batch.forEach((document, index) => {
      const outcome = made[index] ?? { kind: 'crashed', message: 'no outcome' };
      outcomes.set(document.id, outcome);
      console.log(JSON.stringify({ id: document.id, ...outcome }));
    });
  }
}

function outcomesOf(batch: readonly CorpusDocument[]): Promise<readonly Outcome[]> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      ['--max-old-space-size=6000', child, root, ...batch.map((one) => one.file)],
      { timeout: 900_000, maxBuffer: 50_000_000 },
      (error, stdout, stderr) => {
        const made = stdout
          .split('\n')
          .filter((line) => line.startsWith('{'))
          .map((line) => JSON.parse(line) as Outcome);
        done(
          error
            ? [...made, { kind: 'crashed', message: `${error.message.split('\n')[0]} ${stderr.slice(-300)}` }]
            : made,
        );
      },
    );
  });
}
