/** A comparison as data: which config, files and settings each side gets, and what is said of a side that fails. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { printAgentsDiff } from '../../generator/cli/commands/diff-agents.ts';
import { type DiffArguments, computeDiff } from '../../generator/cli/diff.ts';
import { emptyConfig } from '../../generator/config/empty.ts';
import type { Config } from '../../generator/config/types.ts';
import { memoryIo } from '../../generator/source/io.ts';
import { quietTerminal } from '../support/terminal.ts';

const done = "responses: {'204': {description: done}}";
const SPEC = (paths: string, version = '1.0.0'): string =>
  `openapi: 3.1.0\ninfo: {title: Pets, version: ${version}}\nservers: [{url: 'https://api.example.com'}]\npaths:\n${paths}`;
const get = (path: string, more = ''): string => `  ${path}: {get: {${more}${done}}}\n`;
const needs = (name: string): string =>
  `parameters: [{name: ${name}, in: query, required: true, schema: {type: string}}], `;
const FILES: Readonly<Record<string, string>> = {
  'old.yml': SPEC(get('/pets') + get('/toys', 'x-beta: true, ')),
  'new.yml': SPEC(get('/pets', needs('a')) + get('/toys', `x-beta: true, ${needs('b')}`)),
  'same.yml': SPEC(get('/pets') + get('/toys', 'x-beta: true, ') + get('/vets')),
  'broken.yml': SPEC(get('/pets', "parameters: [{$ref: '#/components/none'}], ")),
  'broken-too.yml': SPEC(get('/pets', "parameters: [{$ref: '#/components/none'}], ") + get('/toys')),
  'bad.yml': 'openapi: [\n',
  'accepted.yml': "severities: {parameter-added-required: 'off'}\n",
  'wrong.yml': 'severities: 5\n',
  'overlay.yml':
    "overlay: 1.0.0\ninfo: {title: o, version: 1}\nactions: [{target: '$.paths', update: {/late: {get: {responses: {}}}}}]\n",
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sdkwright-compute-'));
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const compute = (more: Partial<DiffArguments> = {}) =>
  computeDiff(
    {
      base: 'old.yml',
      revision: 'new.yml',
      failOn: 'major',
      allowRemote: false,
      today: '2026-11-25',
      ...more,
    } as DiffArguments,
    quietTerminal(folder),
  );
type Outcome = Awaited<ReturnType<typeof compute>>;

/** `rule bump subject`, each. */
const found = ({ report }: Outcome): readonly string[] =>
  (report?.changes ?? []).map(({ rule, bump, subject }) => `${rule} ${bump} ${subject}`);

describe('a comparison', () => {
  it('has a report, both sides and a code', async () => {
    const outcome = await compute();
    expect([outcome.code, outcome.err, found(outcome)]).toEqual([
      1,
      '',
      [
        'parameter-added-required major query parameter a',
        'parameter-added-required major query parameter b',
      ],
    ]);
    expect(outcome.report?.base).toBe('old.yml');
    expect(outcome.report?.revision).toBe('new.yml');
    expect(outcome.sides?.base.api.info.title).toBe('Pets');
    expect([...(outcome.sides?.revision.texts.keys() ?? [])]).toEqual([join('new.yml')]);
    const places = outcome.report?.changes.map(({ revisionLocation: place }) => [
      place?.document,
      place?.line,
      place?.column,
    ]);
    expect(places).toEqual([
      ['new.yml', 5, 30],
      ['new.yml', 6, 44],
    ]);
    const [removed] = (await compute({ base: 'same.yml', revision: 'old.yml' })).report?.changes ?? [];
    expect([removed?.baseLocation, removed?.parentLocation]).toEqual([
      { document: 'same.yml', pointer: '/paths/~1vets/get', line: 7, column: 11 },
      { document: 'old.yml', pointer: '/paths/~1vets/get', line: 4, column: 1 },
    ]);
  });

  it.each<[string, Partial<DiffArguments>, readonly string[], number]>([
    ['of the same', { revision: 'old.yml' }, [], 0],
    ['with an addition', { revision: 'same.yml' }, ['operation-added minor client.vets.list()'], 0],
    [
      'that fails on an addition',
      { revision: 'same.yml', failOn: 'minor' },
      ['operation-added minor client.vets.list()'],
      1,
    ],
    [
      'in Python',
      { language: 'python' },
      [
        'parameter-added-required major query parameter a',
        'parameter-added-required major query parameter b',
      ],
      1,
    ],
    [
      'without what is left out',
      { leaveOut: { tags: [], extensions: ['x-beta'] } },
      ['parameter-added-required major query parameter a'],
      1,
    ],
    ['with exceptions', { exceptions: 'accepted.yml' }, [], 0],
    [
      'with accepted changes',
      { exceptions: 'wrong.yml', accepted: { accept: [], severities: new Map() } },
      [],
      1,
    ],
  ])('%s', async (_, more, expected, code) => {
    const outcome = await compute(more);
    if (expected.length > 0) expect(found(outcome)).toEqual(expected);
    expect([outcome.code, outcome.err]).toEqual([code, '']);
  });

  it('has the names that it is given', async () => {
    const { report } = await compute({
      baseLabel: 'main',
      sdk: { name: '@acme/pets' },
      layers: ['wire'],
      declaredBump: 'patch',
      notYet: ['Not yet.'],
    });
    expect(report).toMatchObject({ base: 'main', revision: 'new.yml', sdk: { name: '@acme/pets' } });
    expect(JSON.stringify(report)).toContain('Not yet.');
  });
});

describe('a side', () => {
  it.each<[string, Partial<DiffArguments>, number, readonly string[]]>([
    [
      'that is not there',
      { base: 'none.yml' },
      3,
      ['none.yml cannot be compared:', 'file-not-found', 'REVISION:PATH'],
    ],
    [
      'with another name that is not there',
      { base: 'none.yml', baseLabel: 'main' },
      3,
      ['main cannot be compared:'],
    ],
    ['that is not there, as the new', { revision: 'none.yml' }, 3, ['none.yml cannot be compared:']],
    [
      'neither',
      { base: 'bad.yml', revision: 'none.yml' },
      3,
      ['bad.yml cannot be compared:', '\n\nnone.yml cannot be compared:'],
    ],
    ['at a URL', { base: 'https://example.com/a.yml' }, 2, ['https://example.com/a.yml']],
    ['at a URL, as the new', { revision: 'https://example.com/a.yml' }, 2, ['https://example.com/a.yml']],
    ['with a fault', { revision: 'broken.yml' }, 3, ['broken.yml cannot be compared:', 'ref-not-found']],
    [
      'with a fault in the base',
      { base: 'broken.yml', revision: 'old.yml' },
      0,
      ['The base is compared without these entries:', 'ref-not-found'],
    ],
    [
      'with the same fault',
      { base: 'broken.yml', revision: 'broken-too.yml' },
      0,
      ['The base is compared without these entries:'],
    ],
    ['of no revision', { base: 'none:openapi.yml' }, 3, ['none']],
    ['with exceptions that are wrong', { exceptions: 'wrong.yml' }, 2, ['wrong.yml']],
    ['with exceptions that are not there', { exceptions: 'gone.yml' }, 2, ['gone.yml']],
  ])('%s', async (_, more, code, parts) => {
    const outcome = await compute(more);
    expect([outcome.code, outcome.err === '']).toEqual([code, false]);
    for (const part of parts) expect(outcome.err).toContain(part);
    expect(outcome.report === undefined).toBe(code > 1);
  });

  it('is told in the colours of the terminal', async () => {
    const terminal = quietTerminal(folder);
    const args = {
      base: 'bad.yml',
      revision: 'broken.yml',
      failOn: 'major',
      allowRemote: false,
      today: '2026-11-25',
    } as DiffArguments;
    const coloured = await computeDiff(args, {
      ...terminal,
      colors: { ...terminal.colors, isColorSupported: true },
    });
    expect(coloured.err).toContain('\u001b[');
    expect((await computeDiff(args, terminal)).err).not.toContain('\u001b[');
  });

  const config = (more: object): Config => ({ ...emptyConfig(), ...more });
  const overlays = [{ value: 'overlay.yml', origin: { document: 'c.yml', pointer: '' } }];
  const late = { overlays };
  it.each<[string, Partial<DiffArguments>, readonly string[]]>([
    [
      'with a config',
      { base: 'old.yml', revision: 'same.yml', config: config(late) },
      ['operation-added minor client.vets.list()'],
    ],
    [
      'with a config of the base',
      { base: 'old.yml', revision: 'old.yml', config: config(late), baseConfig: config({}) },
      ['operation-added minor client.late.retrieve()'],
    ],
    [
      'with files of a config',
      {
        base: 'old.yml',
        revision: 'old.yml',
        config: config(late),
        configFiles: memoryIo({ 'overlay.yml': FILES['overlay.yml']?.replace('/late', '/other') ?? '' }),
      },
      [],
    ],
    [
      'with files of each config',
      {
        ...{ base: 'old.yml', revision: 'old.yml', config: config(late), baseConfig: config(late) },
        baseConfigFiles: memoryIo({ 'overlay.yml': FILES['overlay.yml']?.replace('/late', '/other') ?? '' }),
      },
      ['operation-removed major client.other.retrieve()', 'operation-added minor client.late.retrieve()'],
    ],
    [
      'that is open already',
      {
        opened: {
          entry: 'open.yml',
          io: memoryIo({ 'open.yml': SPEC(get('/pets') + get('/toys', 'x-beta: true, ') + get('/open')) }),
        } as never,
      },
      ['operation-added minor client.open.retrieve()'],
    ],
  ])('%s', async (_, more, expected) => expect(found(await compute(more))).toEqual(expected));

  it('in another folder', async () => {
    const other = join(folder, 'other');
    mkdirSync(other);
    writeFileSync(join(other, 'old.yml'), SPEC(get('/else')));
    const outcome = await compute({ baseFolder: other, revision: 'old.yml' });
    expect(found(outcome)).toContain('operation-removed major client.else.retrieve()');
  });

  it('links to pages unless there are none', async () => {
    const linked = await compute({ revision: 'same.yml', config: config({}) });
    const unlinked = await compute({
      revision: 'same.yml',
      config: config({
        output: { ...emptyConfig().output, docs: { ...emptyConfig().output.docs, enabled: false } },
      }),
    });
    const pageOf = ({ report }: Outcome): string | undefined => report?.changes[0]?.page;
    expect([pageOf(linked), pageOf(unlinked)]).toEqual(['sdks/vets/README.md', undefined]);
  });
});

describe('settings', () => {
  it.each<[string, Partial<DiffArguments>, Partial<DiffArguments>?]>([
    ['language', { language: 'python' }],
    ['layers', { layers: ['runtime'] }, { revision: 'quiet.yml' }],
    ['declared bump', { declaredBump: 'patch' }],
    ['stability', { stability: 'draft' }, { base: 'draft.yml', revision: 'draft-new.yml' }],
    ['days', { graceDays: { stable: 180, beta: 180 } }, { revision: 'sunset.yml' }],
    ['preset', { preset: 'runtime-only' }, { base: 'typed.yml', revision: 'typed-new.yml' }],
    ['left out', { leaveOut: { tags: [], extensions: ['x-beta'] } }],
    ['name', { sdk: { name: 'a' } }],
    ['not yet', { notYet: ['x'] }],
  ])('%s', async (_, setting, more = {}) => {
    writeFileSync(
      join(folder, 'quiet.yml'),
      SPEC(get('/pets') + get('/toys', 'x-beta: true, ')).replace('Pets', 'Cats'),
    );
    const sunset = "deprecated: true, x-sunset: '2026-12-01', ";
    const typed = (type: string): string =>
      SPEC(
        `  /pets: {get: {responses: {'200': {description: a, content: {text/json: {schema: {type: ${type}}}}}}}}\n`,
      );
    writeFileSync(join(folder, 'typed.yml'), typed('string'));
    writeFileSync(join(folder, 'typed-new.yml'), typed('integer'));
    const draft = 'x-stability-level: draft, ';
    writeFileSync(join(folder, 'sunset.yml'), SPEC(get('/pets', sunset) + get('/toys', 'x-beta: true, ')));
    writeFileSync(join(folder, 'draft.yml'), SPEC(get('/pets', draft)));
    writeFileSync(join(folder, 'draft-new.yml'), SPEC(get('/pets', draft + needs('a'))));
    const [plain, changed] = [await compute(more), await compute({ ...more, ...setting })];
    expect(changed.report).not.toEqual(plain.report);
    expect(Object.values(changed.report ?? {})).not.toContain(undefined);
    expect(Object.values(plain.report ?? {})).not.toContain(undefined);
    expect(Object.keys(changed.report ?? {})).not.toContain('');
  });

  it('files outside', async () => {
    const inner = join(folder, 'inner');
    mkdirSync(inner);
    writeFileSync(join(inner, 'in.yml'), SPEC("  /pets: {$ref: '../part.yml'}\n"));
    writeFileSync(join(folder, 'part.yml'), `get: {${done}}\n`);
    writeFileSync(join(inner, 'plain.yml'), SPEC(get('/pets')));
    const origin = { document: 'c.yml', pointer: '' };
    const config = { ...emptyConfig(), overlays: [{ value: '../overlay.yml', origin }] };
    const outside = async (more: Partial<DiffArguments>): Promise<readonly unknown[]> => {
      const args = {
        base: 'plain.yml',
        revision: 'plain.yml',
        failOn: 'major',
        allowRemote: false,
        today: '2026-11-25',
        ...more,
      };
      const outcome = await computeDiff(args as DiffArguments, quietTerminal(inner));
      return [outcome.code, found(outcome)];
    };
    expect(await outside({ revision: 'in.yml' })).toEqual([3, []]);
    expect(await outside({ revision: 'in.yml', allowOutside: true })).toEqual([0, []]);
    expect(await outside({ config })).toEqual([3, []]);
    expect(await outside({ config, allowOutside: true })).toEqual([0, []]);
    const named = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];
    for (const command of [
      ['init', '-q'],
      ['add', '-A'],
      ['commit', '-q', '-m', 'a'],
    ])
      execFileSync('git', [...named, ...command], { cwd: inner, stdio: 'pipe' });
    const committed = { base: 'HEAD:plain.yml', revision: 'HEAD:plain.yml', config };
    expect(await outside(committed)).toEqual([3, []]);
    expect(await outside({ ...committed, allowOutside: true })).toEqual([0, []]);
  });

  it('the config of a published side', async () => {
    const opened = (config: string) =>
      ({
        entry: 'open.yml',
        ...{ config: 'c.yml', io: memoryIo({ 'open.yml': SPEC(get('/pets')), 'c.yml': config }) },
      }) as never;
    const named = 'resources: {animals: {methods: {list: get /pets}}}\n';
    const outcome = await compute({ opened: opened(named) });
    expect(found(outcome).join()).toContain('operation-moved major client.pets.list()');
    const failed = await compute({ opened: opened('resources: [\n') });
    expect([failed.code, failed.report, failed.err === '']).toEqual([3, undefined, false]);
  });

  it('only errors are told', async () => {
    const odd = 'requestBody: {content: {application/json: {schema: {type: string}}}}, ';
    const file = SPEC(get('/pets', "parameters: [{$ref: '#/components/none'}], ") + get('/odd', odd));
    writeFileSync(join(folder, 'odd.yml'), file);
    const base = await compute({ base: 'odd.yml', revision: 'old.yml' });
    const revision = await compute({ revision: 'odd.yml' });
    for (const { err } of [base, revision]) {
      expect(err).toContain('ref-not-found');
      expect(err).not.toMatch(/warning|note\[/);
      expect(err).not.toContain('old.yml cannot');
    }
    const none = await compute({ revision: 'none:openapi.yml' });
    expect([none.code, none.report]).toEqual([3, undefined]);
    const terminal = quietTerminal(folder);
    for (const more of [
      { base: 'odd.yml', revision: 'old.yml' },
      { exceptions: 'wrong.yml', base: 'old.yml', revision: 'old.yml' },
    ]) {
      const args = { failOn: 'major', allowRemote: false, today: '2026-11-25', ...more } as DiffArguments;
      const colours = { ...terminal, colors: { ...terminal.colors, isColorSupported: true } };
      expect((await computeDiff(args, colours)).err).toContain('\u001b[');
    }
  });
});

describe('what changes for agents', () => {
  const ALL =
    'major pets_list: a is new and required [tool-argument-required] new.yml:5:11\nmajor toys_list: b is new and required [tool-argument-required] new.yml:6:11\npatch The list was about 58 tokens and is 78 [tools-longer]';
  const MORE =
    'minor vets_list is new [tool-added] same.yml:7:11\npatch The list was about 58 tokens and is 87 [tools-longer]';
  const agents = async (
    terms: { isJson?: boolean; failOn?: string },
    more: Partial<DiffArguments> = {},
  ): Promise<readonly [number, string]> => {
    const { sides } = await compute(more);
    if (sides === undefined) throw new Error('not compared');
    const terminal = quietTerminal(folder);
    const code = printAgentsDiff(terminal, sides, { isJson: false, failOn: 'none', ...terms } as never);
    return [code, terminal.printed()];
  };
  it.each<[string, Parameters<typeof agents>[0], Partial<DiffArguments>, readonly [number, string]]>([
    ['nothing', { failOn: 'patch' }, { revision: 'old.yml' }, [0, 'Nothing changes for agents.']],
    ['all', { failOn: 'none' }, {}, [0, ALL]],
    ['too much', { failOn: 'major' }, {}, [1, ALL]],
    ['not too much', { failOn: 'major' }, { revision: 'same.yml' }, [0, MORE]],
    ['an addition', { failOn: 'minor' }, { revision: 'same.yml' }, [1, MORE]],
    [
      'a removal',
      {},
      { base: 'same.yml', revision: 'old.yml' },
      [0, 'major vets_list is gone [tool-removed] same.yml:7:11'],
    ],
  ])('%s', async (_, terms, more, expected) => expect(await agents(terms, more)).toEqual(expected));

  it.each([
    [60, `major The list is about 87 tokens, over its budget of 60 [tools-over-budget]\n${MORE}`],
    [90, MORE],
  ])('with a budget of %i', async (budget, expected) => {
    const given = emptyConfig();
    const config = { ...given, agents: { ...given.agents, mcp: { ...given.agents.mcp, budget } } };
    const [, text] = await agents({}, { revision: 'same.yml', config });
    expect(text).toBe(expected);
  });

  it('as JSON', async () => {
    const [code, text] = await agents({ isJson: true }, { base: 'same.yml', revision: 'old.yml' });
    expect([code, JSON.parse(text)]).toEqual([
      0,
      {
        ...{ format: 'sdkwright.agents-diff', version: 1 },
        changes: [
          {
            rule: 'tool-removed',
            bump: 'major',
            tool: 'vets_list',
            message: 'vets_list is gone',
            place: 'same.yml:7:11',
          },
        ],
      },
    ]);
    expect(text.split('\n')[1]).toBe('  "format": "sdkwright.agents-diff",');
  });
});
