/**
 * Does `search_docs` find what a stranger asks for? The first sentence of each tool's description, as people wrote it
 * for a server of their own, is asked of the catalogue of the same company's document; `retrieval.yml` has what is right.
 * The servers come from npm and are listed, not copied. Wants a build and the network: `npm run bench:retrieval`.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { parse } from 'yaml';
import type { Entry } from '../../templates/agents/runtime/catalogue-types.ts';
import { createSearch } from '../../templates/agents/runtime/search.ts';
import { corpusDocuments } from '../corpus/documents.ts';

interface Judged {
  readonly document: string;
  readonly tools: Readonly<Record<string, string | readonly string[]>>;
}

interface Figures {
  readonly first: number;
  readonly inFive: number;
  readonly asked: number;
  readonly notAsked: number;
}

const BARS = { first: 0.68, inFive: 0.88 };
const root = process.cwd();
const cache = join(root, 'node_modules/.cache/retrieval');
const shared = process.env['SDKWRIGHT_SHARED'] ?? resolve(root, '../shared');
const showsMisses = process.argv.includes('--misses');

const servers = parse(readFileSync(join(root, 'bench/agents/retrieval.yml'), 'utf8')) as Record<
  string,
  Judged
>;
mkdirSync(cache, { recursive: true });
writeFileSync(join(cache, 'package.json'), '{"private":true}');
execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...Object.keys(servers)], {
  cwd: cache,
  stdio: ['ignore', 'ignore', 'inherit'],
});
const documents = new Map(corpusDocuments(shared).map(({ id, file }) => [id, file]));

const all: Figures[] = [];
for (const [server, { document, tools }] of Object.entries(servers)) {
  const search = createSearch(catalogueOf(documents.get(document) ?? ''));
  const ranks: number[] = [];
  let notAsked = 0;
  for (const [name, description] of await descriptionsOf(server)) {
    const right = tools[name];
    if (right === undefined) throw new Error(`${server}: ${name} is not in retrieval.yml`);
    if (right === 'none') {
      notAsked += 1;
      continue;
    }
    const found = search(questionOf(description)).map(({ verb, path }) => `${verb.toLowerCase()} ${path}`);
    const rank = found.findIndex((call) => [right].flat().includes(call));
    ranks.push(rank);
    if (showsMisses && rank !== 0)
      console.log(`  ${name}: ${questionOf(description)}\n    ${rank + 1}. of ${found.join(', ')}`);
  }
  const figures = {
    first: ranks.filter((rank) => rank === 0).length,
    inFive: ranks.filter((rank) => rank >= 0).length,
    asked: ranks.length,
    notAsked,
  };
  report(server, figures);
  all.push(figures);
}
const sum = (key: keyof Figures): number => all.reduce((total, figures) => total + figures[key], 0);
const total = { first: sum('first'), inFive: sum('inFive'), asked: sum('asked'), notAsked: sum('notAsked') };
report('all', total);
if (total.first / total.asked < BARS.first || total.inFive / total.asked < BARS.inFive) process.exitCode = 1;

function report(name: string, { first, inFive, asked, notAsked }: Figures): void {
  const share = (count: number): string => `${((100 * count) / asked).toFixed(1)} %`;
  console.log(
    `${name}: first ${share(first)}, in five ${share(inFive)}; ${asked} asked, ${notAsked} not in the document`,
  );
}

function catalogueOf(file: string): readonly Entry[] {
  const args = ['dist/cli/main.js', 'plan', '--catalogue', '--allow', 'outside', '--spec', file];
  const { stdout, status } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 30 });
  if (status !== 0) throw new Error(`${file}: no catalogue`);
  return (JSON.parse(stdout) as { readonly entries: readonly Entry[] }).entries;
}

/** The first sentence, without marks of Markdown and without a label such as "Purpose:". */
function questionOf(description: string): string {
  const text = description.replace(/^\s*\*\*\w+:\*\*/, '').replace(/[*`]/g, '');
  return (/^[^\n]*?(?:\.(?=\s|$)|$)/m.exec(text.trim())?.[0] ?? '').trim();
}

async function descriptionsOf(server: string): Promise<readonly (readonly [string, string])[]> {
  const name = server.replace(/(?<=.)@.*$/, '');
  const folder = join(cache, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly bin: string | Readonly<Record<string, string>>;
  };
  const program = typeof bin === 'string' ? bin : (Object.values(bin)[0] ?? '');
  const client = new Client({ name: 'retrieval', version: '1.0.0' });
  // They list their tools with any credential.
  const env = { RESEND_API_KEY: 're_1', XERO_CLIENT_BEARER_TOKEN: 'x', PATH: process.env['PATH'] ?? '' };
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [join(folder, program)],
      env,
      stderr: 'ignore',
    }),
  );
  const { tools } = await client.listTools();
  await client.close();
  return tools.map((tool) => [tool.name, tool.description ?? ''] as const);
}
