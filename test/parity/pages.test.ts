/** Lists that page without a config: against what experts configured (`pages.md`). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildApi } from '../../generator/ir/build.ts';
import type { Api } from '../../generator/ir/types.ts';
import { propose } from '../../generator/init/propose.ts';
import { NEWEST_EDITION } from '../../generator/lib/editions.ts';
import { configOf } from '../config/support.ts';
import { sharedFolder } from '../support/shared.ts';
import { builtOf, endpointOf, pagedOf, publishedPages, wayOf } from './pages-support.ts';

interface Pair {
  readonly name: string;
  readonly document: string;
  readonly surface: string;
  /** Page classes of the published SDK, matched by the end of their names, as `wayOf` tells ours. */
  readonly classes: Readonly<Record<string, RegExp>>;
  /** Right by the document, and more than the published SDK does: endpoint → why. */
  readonly further: Readonly<Record<string, string>>;
}

const POSITIONS =
  'a single page in the SDK, although the operation documents starting_after as the others do (its page size has another name, or none)';
const CURSORS = 'the published SDK pages nothing; the parameter takes what the answer calls next_cursor';

const PAIRS: readonly Pair[] = [
  {
    name: 'lithic',
    document: 'openapi.yml',
    surface: 'surface.json',
    classes: {
      CursorPage: /^cursor_id data starting_after (?:token|event_token)$/,
      SinglePage: /^fake_page data$/,
    },
    further: {
      'get /v1/account_holders': POSITIONS,
      'get /v1/cards/{}/financial_transactions': POSITIONS,
      'get /v1/financial_accounts/{}/financial_transactions': POSITIONS,
    },
  },
  {
    name: 'modern-treasury',
    document: 'openapi.yml',
    surface: 'surface.json',
    classes: { Page: /^cursor \[\] after_cursor header X-After-Cursor$/ },
    further: {},
  },
  {
    name: 'spotify',
    document: 'openapi.yml',
    surface: 'surface.json',
    classes: { CursorURLPage: /^cursor_url (?:categories\.)?items (?:categories\.)?next$/ },
    further: {
      'get /browse/new-releases':
        'one level down as in get /browse/categories, which the published SDK pages',
      'get /me/following': 'after takes artists.cursors.after, the cursor of its own answer',
    },
  },
  {
    name: 'llama-stack',
    document: 'openapi.yml',
    surface: 'surface.txt',
    classes: { OpenAICursorPage: /^cursor data after last_id$/ },
    further: {
      'get /v1/chat/completions':
        'the published SDK leaves this one plain, whose parameters and answer are those of the other lists',
      'get /v1beta/datasetio/iterrows/{}':
        'plain in the SDK; start_index is the row to begin with, and has_more tells the end',
    },
  },
  { name: 'phoebe', document: 'openapi.yml', surface: 'surface.json', classes: {}, further: {} },
  { name: 'onebusaway', document: 'openapi.yml', surface: 'surface.txt', classes: {}, further: {} },
  {
    name: 'linq',
    document: 'openapi.yaml',
    surface: 'surface.json',
    classes: {},
    further: {
      'get /v3/chats': CURSORS,
      'get /v3/chats/{}/messages': CURSORS,
      'get /v3/messages/{}/thread': CURSORS,
    },
  },
];

/** The committed figures: `| lithic | 44 | 44 | 0 |`. */
const floors = new Map(
  [
    ...readFileSync(join(import.meta.dirname, 'pages.md'), 'utf8').matchAll(
      /^\| ([\w-]+) \| (\d+) \| \d+ \| (\d+) \| (\d+) \|/gm,
    ),
  ].map(([, name = '', experts, found, further]) => [
    name,
    { experts: Number(experts), found: Number(found), further: Number(further) },
  ]),
);

describe.skipIf(sharedFolder === undefined)('lists that experts page', () => {
  it.each(PAIRS)('$name', async ({ name, document, surface, classes, further }) => {
    const folder = join(sharedFolder ?? '', 'pairs', name);
    const api = (await builtOf(join(folder, document)))?.api;
    if (api === undefined) throw new Error(`${name} cannot be read`);
    const published = publishedPages(join(folder, surface));
    const ours = new Map(
      pagedOf(api).map(({ method, scheme }) => [endpointOf(method.verb, method.path), wayOf(scheme)]),
    );
    const experts = [...published].flatMap(([endpoint, page]) =>
      page === undefined ? [] : [{ endpoint, page }],
    );
    const wayTo = (page: string): RegExp | undefined =>
      Object.entries(classes).find(([end]) => page.endsWith(end))?.[1];
    const missed = experts.filter(({ endpoint }) => !ours.has(endpoint)).map((one) => one.endpoint);
    // Operations that the published SDK does not have cannot be judged by it.
    const wrong = [...ours].filter(([endpoint, way]) => {
      if (!published.has(endpoint) || further[endpoint] !== undefined) return false;
      const page = published.get(endpoint);
      return page === undefined || wayTo(page)?.test(way) !== true;
    });
    const floor = floors.get(name);
    const alone = Object.keys(further).filter((endpoint) => ours.has(endpoint)).length;
    console.info(
      `${name}: ${experts.length - missed.length} of ${experts.length} lists of the experts page, ${alone} go further, ${wrong.length} are wrong`,
    );
    if (missed.length > 0) console.info(`  not paged: ${missed.join(', ')}`);
    expect(wrong).toEqual([]);
    expect(experts.length).toBe(floor?.experts);
    expect(experts.length - missed.length).toBeGreaterThanOrEqual(floor?.found ?? 0);
    expect(alone).toBe(floor?.further);
  });

  it.each(PAIRS)('$name pages alike with the config that init proposes', async ({ name, document }) => {
    const built = await builtOf(join(sharedFolder ?? '', 'pairs', name, document));
    if (built === undefined) throw new Error(`${name} cannot be read`);
    const proposal = propose({ documents: built.documents, spec: document, edition: NEWEST_EDITION }).value
      .text;
    const { config, diagnostics } = await configOf(proposal);
    expect(diagnostics).toEqual([]);
    const ways = (api: Api): readonly string[] =>
      pagedOf(api)
        .map(({ method, scheme }) => `${endpointOf(method.verb, method.path)}: ${wayOf(scheme)}`)
        .sort();
    const after = buildApi({ documents: built.documents, config });
    expect(ways(after.value)).toEqual(ways(built.api));
    expect(after.diagnostics.filter((one) => one.code.startsWith('pagination'))).toEqual([]);
  });
});
