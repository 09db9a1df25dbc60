/**
 * Edits of one document that were once said falsely, too weakly or not at all: what is said of each, and that
 * the compiler as judge says the same.
 */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pc from 'picocolors';
import { beforeAll, describe, expect, it } from 'vitest';
import { computeDiff } from '../../generator/cli/diff.ts';
import { printReports } from '../../generator/cli/diff-print.ts';
import type { DiffFormat } from '../../generator/cli/diff-terms.ts';
import { emptyConfig } from '../../generator/config/empty.ts';
import { diffApis } from '../../generator/diff/diff-apis.ts';
import type { TemplateSet } from '../../generator/emit/template-set.ts';
import { sdkNames } from '../../generator/languages/typescript/sdk-names.ts';
import { generateInMemory, openTemplates } from '../oracle/judge/in-memory.ts';
import { judge } from '../oracle/judge/judge.ts';
import { projectRoot } from '../support/shared.ts';
import { linesOf } from './cases.ts';
import { documentsOf } from './support.ts';

const TEXT = readFileSync(new URL('./menagerie/openapi.yml', import.meta.url), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'sdkwright-menagerie-'));

type Edit = readonly [from: string, to: string];

/** Every edit must find its place, or the pair would be two equal documents. */
function edited(text: string, edits: readonly Edit[]): string {
  return edits.reduce((at, [from, to]) => {
    if (!at.includes(from)) throw new Error(`The document does not hold ${JSON.stringify(from)}.`);
    return at.replace(from, () => to);
  }, text);
}

interface Pair {
  readonly before?: readonly Edit[];
  readonly after: readonly Edit[];
}

async function compare(
  { before = [], after }: Pair,
  { format = 'json' }: { readonly format?: DiffFormat } = {},
) {
  const base = edited(TEXT, before);
  writeFileSync(join(folder, 'before.yml'), base);
  writeFileSync(join(folder, 'after.yml'), edited(base, after));
  const outcome = await computeDiff(
    {
      base: 'before.yml',
      revision: 'after.yml',
      failOn: 'major',
      allowRemote: false,
      today: '2026-11-22',
    },
    { cwd: folder, colors: pc.createColors(false) },
  );
  const terms = { format, version: '1.0.0', colour: false };
  return { ...outcome, out: outcome.report ? printReports([outcome.report], terms) : '' };
}

let templates: TemplateSet | undefined;
beforeAll(async () => {
  templates = await openTemplates(projectRoot, join(projectRoot, 'templates'));
});

/** What the compiler says of the rules' verdicts. */
async function judged({ before = [], after }: Pair) {
  if (templates === undefined) throw new Error('The template set cannot be read.');
  const text = edited(TEXT, before);
  const config = emptyConfig();
  const base = generateInMemory({ documents: await documentsOf(text), config }, templates);
  const revision = generateInMemory(
    { documents: await documentsOf(edited(text, after)), config, former: base.places },
    templates,
  );
  const changes = diffApis(base.api, revision.api, { today: '2026-11-22', naming: sdkNames });
  const { disagreements, answers } = judge(base, revision, changes);
  return {
    disagreements,
    answers: answers.filter((_answer, index) => changes[index]?.rule !== 'version-not-raised'),
  };
}

const MAPPED = {
  before: [
    ['          const: born\n', ''],
    ['          const: moved\n', ''],
  ],
  after: [["          born: '#/components/schemas/Born'", "          birth: '#/components/schemas/Born'"]],
} as const;
const NARROWED = {
  before: [['        age:\n          type: integer', '        age:\n          type: [integer, string]']],
  after: [['          type: [integer, string]', '          type: integer']],
} as const;

const PAIRS: readonly (readonly [string, Pair, string])[] = [
  [
    'discriminator-value-mapping-only',
    MAPPED,
    'discriminator-value-changed: Born.type has another value, by which Happening knows it · wire break · breaks exhaust, fake · runtime changed · major',
  ],
  [
    'res-prop-narrowed',
    NARROWED,
    'type-narrowed: Pet.age accepts fewer types · wire ok · breaks exhaust, fake · runtime same · minor',
  ],
  [
    'res-second-success',
    {
      after: [
        [
          'webhooks:\n',
          "        '202':\n          description: ok\n          content:\n            application/json:\n              schema:\n                type: object\n                properties:\n                  job:\n                    type: string\n                required:\n                - job\nwebhooks:\n",
        ],
      ],
    },
    'success-status-added: response 202 of client.stats.retrieve() was added · wire depends · compiles · runtime same · minor',
  ],
  [
    'x-error-prop-removed',
    {
      after: [
        [
          '        code:\n          type: integer\n        message:\n          type: string\n      required:\n      - code\n',
          '        message:\n          type: string\n      required:\n',
        ],
      ],
    },
    'property-removed: Problem.code was removed · wire break · breaks read, fake · runtime changed · major',
  ],
  [
    'x-operation-server',
    { after: [['webhooks:\n', '      servers:\n      - url: https://stats.menagerie.example\nwebhooks:\n']] },
    'operation-server-changed: client.stats.retrieve() goes to another server · wire depends · compiles · runtime silent · minor with notice',
  ],
  [
    'x-trailing-slash',
    { after: [['  /stats:\n', '  /stats/:\n']] },
    'path-changed: client.stats.retrieve() ends with a slash now · wire break · compiles · runtime repaired · minor with notice',
  ],
];

/** No declaration differs, so there is nothing to compile. */
const UNTYPED = new Set(['x-operation-server', 'x-trailing-slash']);

describe('one edit of one document', () => {
  it.each(PAIRS)('%s', async (name, pair, expected) => {
    const { report } = await compare(pair);
    if (report === undefined) throw new Error('There is no report.');
    expect(linesOf(report.changes)).toBe(expected);
    const { disagreements, answers } = await judged(pair);
    expect(disagreements).toEqual([]);
    expect(answers.length).toBeGreaterThan(0);
    for (const answer of answers)
      expect(answer).toMatchObject(
        UNTYPED.has(name)
          ? { kind: 'not-compiled', reason: 'no type of the SDK changes with it' }
          : { kind: 'agrees' },
      );
  });

  it('counts every method that reads the body of an error', async () => {
    const [, , , [, pair] = []] = PAIRS;
    const { answers } = await judged(pair ?? expect.fail('no pair'));
    // Eleven methods, and the type itself, which is read and mocked.
    expect(answers).toEqual([{ kind: 'agrees', uses: 13, codes: [2339, 2353] }]);
  });
});

it('calls are spelt as the SDK spells them', async () => {
  const { report } = await compare({
    after: [
      ['  /photos:\n', '  /photos/api_url:\n'],
      ['operationId: uploadPhoto', 'operationId: makePhotoApiUrl'],
    ],
  });
  const calls = report?.changes.flatMap((one) =>
    [...one.message.matchAll(/client\.[\w.]+/g)].map(([call]) => call),
  );
  expect(calls?.filter((one) => /url/i.test(one))).not.toEqual([]);
  expect(calls?.filter((one) => /Url/.test(one))).toEqual([]);
});

describe('what is gone', () => {
  const REMOVED = { after: [['  /stats:\n    get:\n', '  /figures:\n    get:\n']] as const };
  const lineOf = (text: string): number => TEXT.split('\n').findIndex((one) => one.startsWith(text)) + 1;

  it('stands at the nearest parent that is left, and its old line is marked', async () => {
    const paths = lineOf('paths:');
    const old = lineOf('  /stats:') + 1;
    const pair = { after: [...REMOVED.after, ['operationId: getStats', 'operationId: getFigures']] as const };
    const { out: text } = await compare(pair, { format: 'text' });
    expect(text).toContain(
      `client.stats.retrieve() was removed (was GET /stats)  after.yml:${paths} (before: before.yml:${old})`,
    );
    const { out: github } = await compare(pair, { format: 'github' });
    expect(github).toContain(`::error file=after.yml,line=${paths},`);
    const { out: sarif } = await compare(pair, { format: 'sarif' });
    const { runs } = JSON.parse(sarif) as {
      readonly runs: readonly { readonly results: readonly Result[] }[];
    };
    const found = runs[0]?.results.find((one) => one.ruleId === 'operation-removed');
    expect(found?.locations.map(placeOf)).toEqual([`after.yml:${paths}`]);
    expect(found?.relatedLocations?.map(placeOf)).toEqual([`before.yml:${old}`]);
  });

  it('from a list stands at the list, for others have moved up', async () => {
    const { report } = await compare({
      after: [
        [
          '      - name: sort\n        in: query\n        schema:\n          type: string\n          enum:\n          - name\n          - age\n',
          '',
        ],
      ],
    });
    const found = report?.changes.find((one) => one.rule === 'parameter-removed');
    expect(found?.parentLocation).toMatchObject({
      pointer: '/paths/~1pets/get/parameters',
      line: lineOf('      parameters:'),
    });
  });
});

interface Location {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string };
    readonly region: { readonly startLine: number };
  };
}

interface Result {
  readonly ruleId: string;
  readonly locations: readonly Location[];
  readonly relatedLocations?: readonly Location[];
}

const placeOf = ({ physicalLocation: { artifactLocation, region } }: Location): string =>
  `${artifactLocation.uri}:${region.startLine}`;
