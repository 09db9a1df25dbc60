/** `diff` and `changelog`, called by themselves: which configs, settings and commits a comparison uses. */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'vitest';
import {
  type ChangelogOptions,
  type DiffFlags,
  runChangelogCommand,
  runDiffCommand,
} from '../../generator/cli/commands/diff-run.ts';
import { type Files, type Row, type Scene, play } from './play.ts';

const done = "responses: {'204': {description: done}}";
const api = (operations: string): string =>
  `openapi: 3.1.0\ninfo: {title: Pets, version: 1.0.0}\nservers: [{url: 'https://api.example.com'}]\npaths:\n  ${operations}\n`;
const OLD = api(`/pets: {get: {operationId: listPets, summary: All, ${done}}}`);
const NEW = api(`/pets: {get: {operationId: listPets, summary: All, deprecated: true, ${done}}}`);
const CUT = api(`/toys: {get: {operationId: listToys, summary: All, ${done}}}`);
const EDITION = 'edition: "2026-11-23"\n';
const named = (name: string, more = ''): string =>
  `${EDITION}${more}resources: {${name}: {methods: {all: get /pets}}}\n`;
const packaged = (name: string): string => `targets: {typescript: {out: sdk, package_name: ${name}}}\n`;
const FILES: Files = { 'old.yml': OLD, 'new.yml': NEW, 'cut.yml': CUT };

type Step =
  | { readonly put: Files }
  | { readonly commit: true }
  | ({ readonly diff: string } & Partial<DiffFlags>)
  | ({ readonly changelog: string } & Partial<ChangelogOptions>);
const COMMIT = { commit: true } as const;
const steps =
  (...all: readonly Step[]) =>
  async ({ terminal, put }: Scene): Promise<unknown> => {
    const git = (...args: readonly string[]): void => {
      const own = ['user.name=T', 'user.email=t@example.com', 'commit.gpgsign=false'];
      const settings = own.flatMap((each) => ['-c', each]);
      execFileSync('git', [...settings, ...args], { cwd: terminal.cwd, stdio: 'pipe' });
    };
    const codes: number[] = [];
    let isBegun = false;
    for (const step of all)
      if ('put' in step) put(step.put);
      else if ('commit' in step) {
        if (!isBegun) {
          rmSync(join(terminal.cwd, '.git'), { recursive: true });
          git('init', '-q', '-b', 'main');
          isBegun = true;
        }
        git('add', '-A');
        git('commit', '-q', '-m', 'a');
      } else if ('diff' in step) {
        const { diff, ...flags } = step;
        const documents = diff.split(' ').filter((name) => name !== '');
        codes.push(await runDiffCommand(terminal, documents, { failOn: 'major', ...flags }));
      } else {
        const { changelog, ...flags } = step;
        const [base = '', revision = ''] = changelog.split(' ');
        const options = { format: 'changelog', heading: 'Next', ...flags } as const;
        codes.push(await runChangelogCommand(terminal, { base, revision }, options));
      }
    if (isBegun) rmSync(join(terminal.cwd, '.git'), { recursive: true });
    return codes;
  };

const ON = { format: [{ format: 'github' }] } as const;
const NOTHING = { failOn: 'none', ...ON } as const;
const BOTH = 'HEAD:api.yml api.yml';
const OVERLAY =
  'overlay: 1.0.0\ninfo: {title: o, version: 1}\nactions: [{target: \'$.paths["/pets"].get\', update: {deprecated: true}}]\n';
const OVERLAID = `${EDITION}openapi: {overlays: [o.yml]}\n`;

it('compares', () =>
  play(
    'diff-run',
    (
      [
        ['one side', FILES, steps({ diff: 'old.yml' }, { diff: '' }, { diff: 'old.yml new.yml cut.yml' })],
        ['two sides', FILES, steps({ diff: 'old.yml new.yml' }, { changelog: 'old.yml new.yml' })],
        [
          'a name of a package',
          { ...FILES, 'sdkwright.yml': `spec: new.yml\n${packaged('pets')}`, 'other.yml': packaged('toys') },
          steps(
            ...['sdkwright.yml', 'other.yml'].map((config) => ({
              ...{ changelog: 'old.yml new.yml', format: 'changeset' as const, config },
            })),
            { changelog: 'old.yml new.yml', format: 'changeset' },
          ),
        ],
        [
          'a bump that is declared for a package',
          {
            ...FILES,
            'sdkwright.yml': `spec: new.yml\n${packaged('pets')}`,
            '.changeset/a.md': '---\n"toys": major\n"pets": patch\n---\n',
          },
          steps({ diff: 'old.yml cut.yml', declaredBump: 'changesets', config: 'sdkwright.yml', ...NOTHING }),
        ],
        [
          'a layer',
          { ...FILES, 'a.yml': named('animals'), 'b.yml': named('beasts') },
          steps(
            ...(['wire', 'source', 'runtime'] as const).map((failOn) => ({
              ...{ diff: 'old.yml old.yml', config: 'a.yml', baseConfig: 'b.yml', failOn },
            })),
          ),
        ],
        [
          'tools for agents, to a layer',
          FILES,
          steps(
            { diff: 'old.yml new.yml', language: 'agents', failOn: 'wire' },
            { diff: 'old.yml cut.yml', language: 'agents', failOn: 'wire' },
            { diff: 'cut.yml cut.yml', language: 'agents', failOn: 'wire' },
          ),
        ],
        [
          'a key of all operations that is no extension',
          FILES,
          steps({ diff: 'old.yml cut.yml', exclude: ['summary'], ...NOTHING }),
        ],
        [
          'what is allowed',
          { ...FILES, 'far.yml': api("/pets: {$ref: '../part.yml'}"), '../part.yml': `get: {${done}}\n` },
          steps(
            ...[[], ['remote'] as const, ['outside'] as const].flatMap((allow) => [
              { diff: 'http://127.0.0.1:9/a.yml new.yml', allow, ...NOTHING },
              { diff: 'new.yml far.yml', allow, ...NOTHING },
            ]),
          ),
        ],
        [
          'a base with a wrong config',
          { 'api.yml': OLD, 'sdkwright.yml': 'resources: [1]\nnone: 1\n' },
          steps(
            COMMIT,
            { put: { 'api.yml': NEW, 'sdkwright.yml': named('animals', 'spec: api.yml\n') } },
            { diff: BOTH },
            { diff: BOTH, baseConfig: 'sdkwright.yml', ...NOTHING },
            { changelog: BOTH },
            { diff: 'api.yml', against: 'HEAD' },
            { put: { 'sdkwright.yml': 'spec: [\n' } },
            COMMIT,
            { put: { 'sdkwright.yml': named('animals', 'spec: api.yml\n') } },
            { diff: 'HEAD:api.yml new.yml' },
          ),
        ],
        [
          'a config with another name',
          { 'api.yml': OLD, 'names.yml': named('animals') },
          steps(
            COMMIT,
            { put: { 'names.yml': named('beasts') } },
            { diff: BOTH, config: 'names.yml', ...NOTHING },
          ),
        ],
        [
          'a config of the user',
          { 'api.yml': OLD, '.gitignore': 'sdkwright.yml\n' },
          steps(
            COMMIT,
            { put: { 'sdkwright.yml': named('beasts', 'spec: api.yml\n') } },
            { diff: BOTH, ...NOTHING },
          ),
        ],
        [
          'a base with a config for another document',
          { 'api.yml': OLD, 'sdkwright.yml': named('animals', 'spec: other.yml\n') },
          steps(
            COMMIT,
            { put: { 'sdkwright.yml': named('beasts', 'spec: api.yml\n') } },
            { diff: BOTH, ...NOTHING },
          ),
        ],
        [
          'a config of a revision',
          { 'api.yml': OLD, 'o.yml': OVERLAY, 'sdkwright.yml': `spec: api.yml\n${OVERLAID}` },
          steps(
            COMMIT,
            { put: { 'o.yml': undefined, 'sdkwright.yml': undefined } },
            { diff: BOTH, config: 'HEAD:sdkwright.yml', baseConfig: 'none.yml' },
            { diff: 'api.yml api.yml', config: 'HEAD:sdkwright.yml', ...ON },
            { diff: 'api.yml api.yml', config: 'none:sdkwright.yml', ...ON },
            { put: { 'sdkwright.yml': 'resources: [1]\n' } },
            COMMIT,
            { put: { 'sdkwright.yml': 'none: {}\nresources: 5\n' } },
            { diff: 'api.yml api.yml', config: 'sdkwright.yml', baseConfig: 'HEAD:sdkwright.yml' },
            { put: { 'o.yml': OVERLAY, 'sdkwright.yml': OVERLAID, 'empty.yml': EDITION } },
            { diff: 'api.yml api.yml', config: 'sdkwright.yml', baseConfig: 'empty.yml', ...NOTHING },
          ),
        ],
        [
          'documents of the folder',
          {
            'api.yml': OLD,
            'sdkwright.yml': `spec: api.yml\n${packaged('pets')}`,
            'o.yml': named('animals', packaged('toys')),
            'accepted.yml': 'accept: [{rule: operation-removed, reason: nobody calls it}]\n',
            'wrong.yml': 'accept: 5\n',
          },
          steps(
            COMMIT,
            { put: { 'api.yml': CUT, 'wrong.yml': 'accept: []\n' } },
            { diff: 'api.yml', against: 'HEAD', exceptions: 'accepted.yml', ...ON },
            { diff: 'api.yml', against: 'HEAD', exceptions: 'wrong.yml', ...ON },
            { diff: 'api.yml', against: 'HEAD', language: 'python', ...NOTHING },
            { diff: 'api.yml', against: 'HEAD', config: 'o.yml', ...NOTHING },
            { diff: 'api.yml', against: 'HEAD', declaredBump: 'package', ...ON },
            { put: { '.changeset/a.md': '---\n"toys": major\n"pets": patch\n---\n' } },
            { diff: 'api.yml', against: 'HEAD', declaredBump: 'changesets', ...NOTHING },
            { diff: 'api.yml', against: 'HEAD', declaredBump: 'changesets', config: 'o.yml', ...NOTHING },
          ),
        ],
      ] as const
    ).map(([label, files, act]): Row => [label, files, act]),
  ));
