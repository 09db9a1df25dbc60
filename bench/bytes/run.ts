/**
 * `npm run bytes -- --save`, then after a change that must change nothing: `npm run bytes`. Hashes every file
 * of the SDKs of a third of the corpus, of Stripe, GitHub, the published pairs and our own documents, before
 * layout, and tells which ones differ. A PART restricts the documents.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { corpusDocuments } from '../corpus/documents.ts';
import { hashesOf } from './hashes.ts';

const root = process.cwd();
const shared = process.env['SDKWRIGHT_SHARED'] ?? resolve(root, '../shared');
const record = join(root, 'node_modules/.cache/bytes.json');
const saves = process.argv.includes('--save');
const parts = process.argv.slice(2).filter((one) => !one.startsWith('--'));

interface Input {
  readonly id: string;
  readonly folder: string;
  readonly spec: string;
  readonly config: string | false;
}

const EVERY = 3;
const ALWAYS = /stripe|github/;

const corpus = corpusDocuments(shared)
  .filter((one, index) => index % EVERY === 0 || ALWAYS.test(one.id))
  .map(({ id, file }): Input => ({ id, folder: dirname(file), spec: basename(file), config: false }));

const pairs = readdirSync(join(shared, 'pairs')).flatMap((name): readonly Input[] => {
  const folder = join(shared, 'pairs', name);
  const spec = ['openapi.yml', 'openapi.yaml'].find((file) => existsSync(join(folder, file)));
  if (spec === undefined) return [];
  const config = existsSync(join(folder, 'stainless.yml')) ? 'stainless.yml' : false;
  return [{ id: `pair-${name}`, folder, spec, config }];
});

const own = ['bookshop', 'registry', 'smithery'].map(
  (name): Input => ({
    id: `own-${name}`,
    folder: join(root, 'specs', name),
    spec: 'openapi.yml',
    config: 'sdkwright.yml',
  }),
);

const inputs = [...own, ...pairs, ...corpus].filter(
  (one) => parts.length === 0 || parts.some((part) => one.id.includes(part)),
);
const before = saves ? {} : (JSON.parse(readFileSync(record, 'utf8')) as Record<string, string>);
const now: Record<string, string> = {};
for (const { id, ...input } of inputs) {
  for (const [path, text] of await hashesOf(root, input)) {
    now[`${id} ${path}`] = createHash('sha256').update(text).digest('base64url').slice(0, 16);
  }
}
if (saves) {
  mkdirSync(dirname(record), { recursive: true });
  writeFileSync(record, JSON.stringify(now));
  console.log(`${Object.keys(now).length} texts of ${inputs.length} documents noted`);
} else {
  const ids = new Set(inputs.map((one) => one.id));
  const known = Object.keys(before).filter((key) => ids.has(key.split(' ')[0] ?? ''));
  const all = [...new Set([...known, ...Object.keys(now)])].sort();
  const others = all.filter((key) => before[key] !== now[key]);
  for (const key of others.slice(0, 40)) console.log(`differs: ${key}`);
  console.log(`${all.length} texts of ${inputs.length} documents, ${others.length} differ`);
  process.exitCode = others.length > 0 ? 1 : 0;
}
