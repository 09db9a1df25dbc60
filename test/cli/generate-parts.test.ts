/**
 * The parts of `generate`, called by themselves in folders of their own: what is rendered, written, printed and
 * remembered. `UPDATE_EXPECTED=1` rewrites what is expected; then read it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { it } from 'vitest';
import { runCheck } from '../../generator/cli/commands/check.ts';
import type { GenerateArguments } from '../../generator/cli/commands/generate-arguments.ts';
import { runInit } from '../../generator/cli/commands/init-run.ts';
import { makeSdk } from '../../generator/cli/commands/make-sdk.ts';
import { type RenderedTarget, renderSdk } from '../../generator/cli/commands/render-sdk.ts';
import { writeTarget } from '../../generator/cli/commands/write-sdk.ts';
import { emptyConfig } from '../../generator/config/empty.ts';
import type { Diagnostic } from '../../generator/diagnostics/diagnostic.ts';
import type { TreeFile } from '../../generator/emit/types.ts';
import { type Files, type Row, type Scene, namesOf, play, written } from './play.ts';

const done = "responses: {'204': {description: done}}";
const SPEC = `openapi: 3.1.0
info: {title: Pets, version: 1.0.0}
servers: [{url: 'https://api.example.com'}]
paths:
  /pets: {get: {operationId: listPets, ${done}}}
`;
const DOCUMENT = { 'openapi.yml': SPEC };
const OVERLAY =
  "overlay: 1.0.0\ninfo: {title: o, version: 1}\nactions: [{target: '$.info', update: {title: Animals}}]\n";
const FAULTY = `${SPEC}  /shops: {get: {operationId: listShops, requestBody: {$ref: '#/components/none'}, ${done}}}\n`;
const NOTED = `${SPEC}  /shops: {get: {operationId: listShops, requestBody: {content: {text/plain: {schema: {type: string}}}}, ${done}}}\n`;
const BROKEN = 'openapi: [\n';
const EDITION = 'spec: openapi.yml\nedition: "2026-11-23"\n';
const target = (path: string, language = 'typescript'): string =>
  `name: mine\nview: 1\nlanguage: ${language}\noutputs: [{ template: note.hbs, path: '${path}' }]\n`;
const MINE = {
  'openapi.yml': SPEC,
  'sdkwright.yml': `${EDITION}out: sdk\ntemplates: ./mine\n`,
  'mine/target.yaml': target('note.txt'),
  'mine/note.hbs': 'A note.\n',
};
const PUBLISH = 'on: push\njobs: {a: {runs-on: x, steps: [{run: npm publish}]}}\n';
const RELEASE = '.github/workflows/release.yml';

const args = (more: Partial<GenerateArguments> = {}): GenerateArguments => ({
  ...{ allowRemote: false, allowOutside: false, allowCommands: false, mode: 'write' },
  ...{ allowEdits: false, strict: false, quiet: false },
  ...more,
});
const codes = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics.map(({ code, message }) => `${code}: ${message}`);

interface Write extends Partial<GenerateArguments> {
  readonly files?: readonly TreeFile[];
  readonly documented?: readonly TreeFile[];
  readonly put?: Files;
  readonly output?: object;
}
/** Writes one after the other into `sdk`. */
const writes =
  (...all: readonly Write[]) =>
  async ({ terminal, put, say }: Scene): Promise<unknown> => {
    const stamp = { generator: '1', view: 1, templates: 't', spec: 's', config: 'c' };
    const base = emptyConfig();
    for (const { files = [], documented = [], put: own = {}, output = {}, ...more } of all) {
      put(own);
      const { diagnostics, hashes, ...result } = await writeTarget(
        terminal,
        { out: 'sdk', files, documented, stamp },
        {
          ...{ config: { ...base, output: { ...base.output, ...output } }, args: args(more), say },
          retrace: (out) => {
            say(`again ${out}`);
            return Promise.resolve(undefined);
          },
        },
      );
      terminal.err(written({ ...result, known: namesOf(hashes), found: codes(diagnostics) }));
    }
    return null;
  };
const A = { path: 'a.txt', text: 'one\n\ntwo\n\nthree\n' };
const A2 = { ...A, text: 'one\n\ntwo\n\n3\n' };
const B = { path: 'b.ts', text: 'export const  b = 1' };
const EDIT = { 'sdk/a.txt': '1\n\ntwo\n\nthree\n' };

it('writes', () =>
  play('write', [
    ['new', {}, writes({ files: [A, B], documented: [{ path: 'd.ts', text: 'const  d=1' }] })],
    ['only listed', {}, writes({ files: [A], mode: 'dry-run' })],
    ['checked', {}, writes({ files: [A], mode: 'check' }, { files: [A] }, { files: [A], mode: 'check' })],
    [
      'written and listed',
      {},
      writes({ files: [A], listChanges: true }, { files: [A2, B], listChanges: true }),
    ],
    ['deleted', {}, writes({ files: [A, B] }, { files: [B], mode: 'dry-run' }, { files: [B] })],
    [
      'edited',
      {},
      writes(
        { files: [A] },
        { put: EDIT, files: [A], mode: 'check' },
        { files: [A], mode: 'check', allowEdits: true },
      ),
    ],
    ['merged', {}, writes({ files: [A] }, { put: EDIT, files: [A2], mode: 'dry-run' }, { files: [A2] })],
    ['refused', {}, writes({ files: [A] }, { put: EDIT, files: [A2], output: { customCode: 'refuse' } })],
    ['lost', {}, writes({ files: [A] }, { put: EDIT, files: [A2], output: { customCode: 'overwrite' } })],
    [
      'with other ends of lines',
      {},
      writes({
        files: [
          { ...A, text: 'a\r\n' },
          { path: 'c.txt', text: 'c\n' },
        ],
      }),
    ],
    [
      'as it is',
      {},
      writes({ files: [B, { path: 'c.ts', text: 'const const' }], output: { format: false } }),
    ],
    ['not laid out', {}, writes({ files: [B, { path: 'c.ts', text: 'const const' }] })],
    [
      'once',
      {},
      writes({ files: [{ ...A, once: true }] }, { files: [{ ...A2, once: true }], mode: 'dry-run' }),
    ],
    ['over a file', { 'sdk/a.txt': 'mine' }, writes({ files: [A] })],
    ['with a broken list', { 'sdk/.sdkwright/manifest.json': '{' }, writes({ files: [A] })],
    [
      'after another run',
      { 'sdk/.sdkwright/lock': `99999999 ${hostname()}\n` },
      writes({ files: [A] }, { files: [A], mode: 'check' }),
    ],
    [
      'beside a workflow',
      { 'sdk/.github/workflows/publish.yml': PUBLISH },
      writes({ files: [{ path: RELEASE, text: 'on: push\n' }] }),
    ],
    [
      'beside a run',
      { 'sdk/.sdkwright/lock': `${process.pid} ${hostname()}\n` },
      writes({ files: [A] }, { files: [A], mode: 'check' }),
    ],
    ['stopped', {}, writes({ files: [A], signal: AbortSignal.abort() })],
  ]));

const shown = ({ files, documented, trace, ...more }: RenderedTarget): object => ({
  ...more,
  ...{ files: files.map(({ path, text }) => `${path} ${text.length}`), documented: documented.length },
  trace: trace?.('note.txt', { line: 1, column: 1 }) ?? null,
});
const APART: Files = {
  'openapi.yml': SPEC.replace(/ {2}\/pets.*/, "  /pets: {$ref: '../part.yml'}"),
  '../part.yml': `get: {${done}}\n`,
};
const FAR: Files = { '../far/target.yaml': target('far.txt'), '../far/note.hbs': 'Far.\n' };
const ODD = SPEC.replace(
  done,
  "responses: {'200': {description: a, content: {text/json: {schema: {allOf: [{oneOf: [{type: object, properties: {a: {type: string}}}, {type: string}]}, {type: array, items: {}}]}}}}}",
);
const renders =
  (more: Partial<GenerateArguments> = {}, isTraced?: boolean) =>
  async ({ terminal, lastRun, say }: Scene): Promise<unknown> => {
    const options = { lastRun, say, ...(isTraced !== undefined && { isTraced }) };
    const result = await renderSdk(terminal, args(more), options);
    const { config, targets, diagnostics, texts, ...others } = result;
    const places = diagnostics.map(
      ({ origin }) => origin && texts.get(origin.document)?.locate(origin.pointer),
    );
    return {
      ...{
        config: config?.file,
        edition: config?.edition,
        targets: targets.map(shown),
        found: codes(diagnostics),
        places,
      },
      ...{ texts: [...texts].map(([name, { text }]) => `${name} ${text.length}`), ...others },
    };
  };
const config = (text: string): Files => ({ ...MINE, 'sdkwright.yml': `${EDITION}${text}` });
const TWO = 'targets:\n  a: {templates: ./mine, out: a}\n  b: {templates: ./other, out: b}\n';
const OTHER = { 'other/target.yaml': target('b.txt', 'python'), 'other/note.hbs': 'B\n' };
const PROGRAM = `targets:\n  tool: {command: "echo '{\\"files\\": [{\\"path\\": \\"p.txt\\", \\"text\\": \\"P\\"}]}'", out: p}\n`;

it('renders', () =>
  play('render', [
    ['a set', MINE, renders()],
    ['a set with positions', MINE, renders({}, true)],
    [
      'without a config',
      { ...MINE, 'sdkwright.yml': undefined },
      renders({ spec: 'openapi.yml', out: 'x', templates: './mine' }),
    ],
    ['two sets', { ...config(TWO), ...OTHER }, renders()],
    ['one of two', { ...config(TWO), ...OTHER }, renders({ target: 'b' })],
    ['none of two', { ...config(TWO), ...OTHER }, renders({ target: 'c' })],
    ['nothing', config(''), renders()],
    ['outside', config('out: ../out\ntemplates: ./mine\n'), renders()],
    ['outside, allowed', config('out: ../out\ntemplates: ./mine\n'), renders({ allowOutside: true })],
    ['outside, asked for', MINE, renders({ out: '../out' })],
    ['inside, asked for', MINE, renders({ out: 'in/side' })],
    ['at a file', { ...MINE, sdk: 'x' }, renders()],
    [
      'at a file and outside',
      config('out: ../out\ntemplates: ./mine\n'),
      renders({ out: 'openapi.yml', allowOutside: true }),
    ],
    ['a program', config(PROGRAM), renders()],
    ['a program, allowed', config(PROGRAM), renders({ allowCommands: true })],
    [
      'a program that fails',
      config('targets: {tool: {command: exit 2, out: p}}\n'),
      renders({ allowCommands: true }),
    ],
    ['a fault', { ...MINE, 'openapi.yml': FAULTY }, renders()],
    ['a fault in two languages', { ...config(TWO), ...OTHER, 'openapi.yml': FAULTY }, renders()],
    ['a fault, strictly', { ...MINE, 'openapi.yml': FAULTY }, renders({ strict: true })],
    ['notes, strictly', { ...MINE, 'openapi.yml': NOTED }, renders({ strict: true })],
    ['a broken document', { ...MINE, 'openapi.yml': BROKEN }, renders()],
    ['no document', MINE, renders({ spec: 'none.yml' })],
    [
      'another config',
      { ...MINE, 'c.yml': `${EDITION}out: c\ntemplates: ./mine\n` },
      renders({ config: 'c.yml' }),
    ],
    ['an overlay that is not there', MINE, renders({ overlays: ['none.yml'] })],
    ['a URL', MINE, renders({ spec: 'https://127.0.0.1:9/a.yml' })],
    ['no set', MINE, renders({ templates: './none' })],
    ['a set with a fault', { ...MINE, 'mine/note.hbs': '{{none}}' }, renders()],
    ['nothing without a config', DOCUMENT, renders({ spec: 'openapi.yml' })],
    [
      'a kept edition',
      { ...MINE, 'sdkwright.yml': undefined },
      async (scene) => {
        const plain = { spec: 'openapi.yml', out: 'x', templates: './mine' };
        await makeSdk(scene.terminal, args({ ...plain, quiet: true }), scene.lastRun);
        const file = join(scene.terminal.cwd, 'x/.sdkwright/manifest.json');
        writeFileSync(file, readFileSync(file, 'utf8').replace(/("edition": ")[\d-]+/, '$12026-11-22'));
        return renders(plain)(scene);
      },
    ],
    ['inside git', MINE, renders({ out: '.git/sdk' })],
    ['inside git, with a fault', MINE, renders({ out: '.git/sdk', target: 'none' })],
    ['parts outside', { ...MINE, ...APART }, renders()],
    ['parts outside, allowed', { ...MINE, ...APART }, renders({ allowOutside: true })],
    ['a set outside', { ...MINE, ...FAR }, renders({ templates: '../far' })],
    [
      'a set outside, allowed',
      { ...config('out: sdk\ntemplates: ../far\n'), ...FAR },
      renders({ allowOutside: true }),
    ],
    ['a set outside, not allowed', { ...config('out: sdk\ntemplates: ../far\n'), ...FAR }, renders()],
    [
      'a program and a set',
      config(`${PROGRAM}  a: {templates: ./mine, out: a}\n`),
      renders({ allowCommands: true }),
    ],
    ['a type that Python cannot state', { ...config(TWO), ...OTHER, 'openapi.yml': ODD }, renders()],
  ]));

const makes =
  (...all: readonly (Partial<GenerateArguments> & { readonly put?: Files })[]) =>
  async ({ terminal, put, lastRun }: Scene): Promise<unknown> => {
    const results: unknown[] = [];
    for (const { put: own = {}, ...more } of all) {
      put(own);
      results.push(await makeSdk(terminal, args(more), lastRun));
    }
    return results;
  };
const rooted = (path: string): Files => ({
  ...config('output: {repository: github}\nout: sdk\ntemplates: ./mine\n'),
  'mine/target.yaml': target(path),
  'mine/note.hbs': 'on: push\n',
});

it('makes', () =>
  play('make', [
    ['twice', MINE, makes({}, {})],
    ['quietly', MINE, makes({ quiet: true })],
    ['only listed', MINE, makes({ mode: 'dry-run' })],
    ['checked', MINE, makes({ mode: 'check' }, { quiet: true }, { mode: 'check' }, { mode: 'dry-run' })],
    ['nothing', config(''), makes({})],
    ['two', { ...config(TWO), ...OTHER }, makes({}, { put: { 'b/b.txt': undefined }, mode: 'check' })],
    ['with a fault', { ...MINE, 'openapi.yml': FAULTY }, makes({}, { mode: 'check' })],
    [
      'with edits',
      { ...MINE, 'mine/note.hbs': A.text },
      makes(
        { quiet: true },
        { put: { 'sdk/note.txt': EDIT['sdk/a.txt'], 'mine/note.hbs': A2.text }, mode: 'dry-run' },
        {},
      ),
    ],
    [
      'without a config',
      { ...MINE, 'sdkwright.yml': undefined },
      makes(
        { spec: 'openapi.yml', out: 'x', templates: './mine' },
        { spec: 'openapi.yml', out: 'x', templates: './mine', quiet: true },
        { spec: 'openapi.yml', out: 'x', templates: './mine', mode: 'check' },
      ),
    ],
    ['a program', config(PROGRAM), makes({ allowCommands: true })],
    [
      'with a fault of syntax',
      { ...MINE, 'mine/target.yaml': target('note.ts'), 'mine/note.hbs': 'const const\n' },
      makes({}, { mode: 'check' }),
    ],
    [
      'beside a workflow',
      {
        ...MINE,
        'mine/target.yaml': target(RELEASE),
        'mine/note.hbs': 'on: push\n',
        'sdk/.github/workflows/publish.yml': PUBLISH,
      },
      makes({}),
    ],
    ['at the root', rooted('.github/workflows/ci.yml'), makes({}, { mode: 'check' })],
    ['checked at the root', rooted('.github/workflows/ci.yml'), makes({ mode: 'check' })],
  ]));

const checks =
  (more: Partial<Parameters<typeof runCheck>[1]> = {}) =>
  ({ terminal }: Scene): Promise<unknown> =>
    runCheck(terminal, {
      spec: 'openapi.yml',
      allowRemote: false,
      allowOutside: false,
      format: 'text',
      strict: false,
      ...more,
    });
type Init = Partial<Parameters<typeof runInit>[1]>;
const inits =
  (...all: readonly Init[]) =>
  async ({ terminal }: Scene): Promise<unknown> => {
    const results: unknown[] = [];
    for (const more of all)
      results.push(await runInit(terminal, { spec: 'openapi.yml', out: 'c.yml', ...more }));
    return results;
  };

/** Shows lines of what is proposed. */
const lines =
  (pattern: RegExp, ...all: readonly Init[]) =>
  async (scene: Scene): Promise<unknown> => {
    const results = await inits(...all)(scene);
    const texts = all.map(({ out = 'c.yml' }) => readFileSync(join(scene.terminal.cwd, out), 'utf8'));
    return [results, ...texts.map((text) => text.match(pattern))];
  };
const ENDLESS = `${SPEC}x-odd: .inf\n`;
const MODEL = `${SPEC.replace(done, "responses: {'200': {description: a, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}")}components: {schemas: {Pet: {type: object, properties: {a: {type: string}}}}}\n`;

it('checks and proposes', () =>
  play('check', [
    ['nothing', MINE, checks({ config: 'sdkwright.yml' })],
    ...(['text', 'github'] as const).flatMap((format): readonly Row[] => [
      [`${format}, of nothing`, MINE, checks({ config: 'sdkwright.yml', format })],
      [`${format}, of a fault`, { 'openapi.yml': FAULTY }, checks({ format })],
    ]),
    ['strictly', { 'openapi.yml': FAULTY }, checks({ strict: true })],
    ['notes', { 'openapi.yml': NOTED }, checks({ strict: true })],
    ['strictly nothing', MINE, checks({ config: 'sdkwright.yml', strict: true })],
    ['a broken document', { 'openapi.yml': BROKEN }, checks({ format: 'json' })],
    ['as SARIF', MINE, checks({ config: 'sdkwright.yml', format: 'sarif' })],
    ['a proposal', DOCUMENT, inits({ stdout: true })],
    ['a file', DOCUMENT, inits({}, {}, { force: true }, { out: 'sub/d.yml' })],
    ['a file outside', DOCUMENT, inits({ out: '../c.yml' })],
    ['of a broken document', { 'openapi.yml': BROKEN }, inits({})],
    ['of a document with a warning', { 'openapi.yml': FAULTY }, inits({})],
    ['of nothing', {}, inits({ spec: undefined as never })],
    [
      'of a URL',
      {},
      inits({ spec: 'https://127.0.0.1:9/a.yml' }, {
        spec: 'http://127.0.0.1:9/a.yml',
        allow: ['remote'],
      } as never),
    ],
    ['of parts outside', APART, inits({}, { out: 'd.yml', allow: ['outside'] } as never)],
    [
      'of parts at a URL',
      { 'openapi.yml': SPEC.replace(/ {2}\/pets.*/, "  /pets: {$ref: 'http://127.0.0.1:9/a.yml'}") },
      inits({}, { out: 'd.yml', allow: ['remote'] } as never),
    ],
    ['that cannot be written', DOCUMENT, inits({ out: 'openapi.yml/c.yml' })],
    ['with an overlay', { ...DOCUMENT, 'o.yml': OVERLAY }, lines(/client_name: .*/g, { overlay: ['o.yml'] })],
    [
      'of an odd name',
      { 'odd/https:a.yml': SPEC },
      lines(/spec: .*/g, { spec: 'odd/https:a.yml', out: 'sub/c.yml' }),
    ],
    [
      'of an odd way to write a name',
      { 'openapi.yml': MODEL },
      lines(/spec: .*|pet: .*/g, { spec: './openapi.yml' }, { spec: 'a/../openapi.yml', out: 'sub/c.yml' }),
    ],
    ['of a document with a note', { 'openapi.yml': ENDLESS }, inits({})],
    [
      'of a secret',
      { 'openapi.yml': ENDLESS.replace(/ {2}\/pets.*/, '  /pets: {$ref: .env}'), '.env': 'a: 1' },
      inits({}),
    ],
    [
      'of a file outside',
      { '../outside.yml': SPEC },
      inits({ spec: '../outside.yml' }, { spec: '../outside.yml', allow: ['outside'] } as never),
    ],
  ]));

it('lists in colours', () =>
  play(
    'colours',
    [
      [
        'all',
        {},
        writes(
          { files: [A, B, { path: 'c.txt', text: 'c\n' }] },
          {
            put: { 'sdk/c.txt': 'd\n' },
            files: [A2, { path: 'c.txt', text: 'c\n' }, { path: 'n.txt', text: '' }],
            mode: 'dry-run',
          },
        ),
      ],
      ['a fault', { 'openapi.yml': FAULTY }, checks()],
    ],
    true,
  ));
