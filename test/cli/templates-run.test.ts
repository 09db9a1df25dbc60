/** `templates`, called by itself with small sets: what is listed, copied, checked and printed. */
import { it } from 'vitest';
import {
  runTemplatesCheck,
  runTemplatesEject,
  runTemplatesList,
  runTemplatesViews,
} from '../../generator/cli/commands/templates.ts';
import { type Files, type Row, type Scene, play } from './play.ts';

const done = "responses: {'204': {description: done}}";
const SPEC = `openapi: 3.1.0
info: {title: Pets, version: 1.0.0}
servers: [{url: 'https://api.example.com'}]
paths:
  /pets: {get: {operationId: listPets, ${done}}}
  /toys: {get: {operationId: listToys, ${done}}}
`;
const set = (name: string, path: string, more = ''): string =>
  `name: ${name}\nview: 1\noutputs: [{ template: a.hbs, path: '${path}' }]\n${more}`;
const overSet = (name: string, base: string): string => `name: ${name}\nview: 1\nextends: ${base}\n`;
const TS = 'language: typescript\n';
const FILES: Files = {
  'api.yml': SPEC,
  'faulty.yml': `${SPEC}x-odd: .inf\n`,
  'mine/target.yaml': set('mine', 'a.txt', TS),
  'mine/a.hbs': 'A\n',
  'python/target.yaml': set('py', 'p.txt', 'language: python\n'),
  'python/a.hbs': 'P\n',
  'over/target.yaml': overSet('over', '../mine'),
  'over/b.hbs': 'B\n',
  'wrong/target.yaml': set('wrong', 'w.txt', TS),
  'wrong/a.hbs': '{{none}}\n',
  'broken/target.yaml': 'name: [\n',
  '../far/target.yaml': set('far', 'f.txt', TS),
  '../far/a.hbs': 'F\n',
  'mine.yml': 'spec: api.yml\nout: sdk\ntemplates: ./mine\n',
  'set.yml': 'spec: api.yml\ntemplates: ./mine\n',
  'far.yml': 'spec: api.yml\nout: sdk\ntemplates: ../far\n',
  'none.yml': 'resources: {none: {methods: {a: get /none}}}\n',
  'two.yml':
    'spec: api.yml\ntargets:\n  a: {templates: ./mine, out: a}\n  b: {templates: ./python, out: b}\n  c: {command: x, out: c}\n',
};
const rows = (
  all: readonly (readonly [label: string, act: (scene: Scene) => Promise<unknown>, files?: Files])[],
) => all.map(([label, act, files]): Row => [label, { ...FILES, ...files }, act]);

const list =
  (name?: string) =>
  ({ terminal }: Scene): Promise<unknown> =>
    runTemplatesList(terminal, name);
type Copy = readonly [names: string, into: string, set?: string];
const eject =
  (...all: readonly Copy[]) =>
  async ({ terminal }: Scene): Promise<unknown> => {
    const codes: number[] = [];
    for (const [names, into, from = './mine'] of all)
      codes.push(await runTemplatesEject(terminal, { names: names.split(' '), into, set: from }));
    return codes;
  };

it('lists and copies', () =>
  play(
    'templates',
    rows([
      ['a set', list('./mine')],
      ['a set on another', list('./over')],
      ['a set outside', list('../far')],
      ['no set', list('none')],
      ['copies', eject(['a', 'own'], ['a.hbs', './own'], ['a', 'own/deep'])],
      ['copies beside others', eject(['a', 'over'], ['a', 'over'])],
      ['copies outside', eject(['a', '../out'], ['a', '../out'], ['a', 'own', '../far'])],
      ['copies of nothing', eject(['none', 'own'], ['none', 'own', './none'], ['a none', 'own'])],
      ['copies of another language', eject(['pyproject.toml', 'own'], ['go.mod pyproject.toml', 'own'])],
      ['copies that several have', eject(['README.md', 'own'], ['README.md.hbs package.json', 'own'])],
      ['copies of the language itself', eject(['go.mod none', 'own', 'go'], ['pyproject.toml', 'own', 'go'])],
      [
        'copies that are there, and of another language',
        eject(
          ...['README.md', 'README.md', 'README.md go.mod'].map(
            (names): Copy => [names, 'own', 'typescript'],
          ),
        ),
      ],
      ['copies that cannot be written', eject(['a', 'api.yml/own'])],
    ]),
  ));

it('lists all', () => play('templates-all', rows([['sets', list()]]), true));

type Input = Partial<Parameters<typeof runTemplatesCheck>[1]>;
const given = (inputs: Input) => ({
  ...{ spec: 'api.yml', allowRemote: false, allowOutside: false },
  ...inputs,
});
const check =
  (name?: string, inputs: Input = {}) =>
  ({ terminal }: Scene): Promise<unknown> =>
    runTemplatesCheck(terminal, given(inputs), name);

it('checks', () =>
  play(
    'templates-check',
    rows([
      ['a set', check('./mine')],
      ['a set of a language that is not compiled', check('./python')],
      ['the set of the config', check(undefined, { config: 'mine.yml' })],
      ['all sets of the config', check(undefined, { config: 'two.yml' })],
      [
        'all sets, with a fault in the first',
        check(undefined, { config: 'two.yml' }),
        { 'mine/a.hbs': '{{none}}' },
      ],
      [
        'all sets, with a fault in the last',
        check(undefined, { config: 'two.yml' }),
        { 'python/a.hbs': '{{none}}' },
      ],
      ['the set of a config without a target', check(undefined, { config: 'set.yml' })],
      ['several sets', check('./mine, ./over')],
      ['a set outside', check('../far')],
      ['several sets outside', check('./mine, ../far')],
      ['a set outside that a config names', check(undefined, { config: 'far.yml' })],
      ['a set outside that a config may name', check(undefined, { config: 'far.yml', allowOutside: true })],
      ['a template with a fault', check('./wrong')],
      ['a broken set', check('./broken')],
      ['no document', check('./mine', { spec: 'none.yml' })],
      ['a document with a fault', check('./mine', { spec: 'faulty.yml' })],
      ['a config with a fault', check('./mine', { config: 'none.yml' })],
      [
        'a fault of syntax',
        check('./mine'),
        { 'mine/target.yaml': set('mine', 'a.ts', TS), 'mine/a.hbs': 'const const\n' },
      ],
    ]),
  ));

const CODE = {
  'mine/target.yaml': `name: mine\nview: 1\n${TS}outputs: [{ template: a.hbs, path: a.ts }, { template: p.hbs, path: package.json }, { template: b.hbs, path: b.ts }]\n`,
  'mine/p.hbs': '{"type": "module", "dependencies": {"none": "1"}}\n',
};
it('compiles', () =>
  play(
    'templates-compile',
    rows([
      [
        'code',
        check('./mine'),
        { ...CODE, 'mine/a.hbs': 'export const a = 1;\n', 'mine/b.hbs': 'export const b = 1;\n' },
      ],
      [
        'code with faults, and of a package that is not there',
        check('./mine'),
        {
          ...CODE,
          'mine/a.hbs':
            "{{#each facts.resources}}\n\n\n   export   const {{id}}: number = '{{id}}';\n{{/each}}\nexport const last: string = 1;\n",
          'mine/b.hbs': "import b from 'none';\n\nexport const c = b;\n",
        },
      ],
      [
        'code with a fault of syntax, and another',
        check('./mine'),
        { ...CODE, 'mine/a.hbs': 'const const\n', 'mine/b.hbs': 'export const b: string = 1;\n' },
      ],
    ]),
  ));

type Views = Parameters<typeof runTemplatesViews>[2];
/** What tells languages apart. */
const views =
  (option: Views = {}, inputs: Input = {}) =>
  ({ terminal }: Scene): Promise<unknown> =>
    runTemplatesViews(
      {
        ...terminal,
        out: (text) =>
          terminal.out(`${text.slice(0, 8)} ${Object.keys(JSON.parse(text)).sort().slice(0, 4).join(' ')}`),
      },
      given(inputs),
      option,
    );

it('prints views', () =>
  play(
    'templates-views',
    rows([
      ['of the default', views()],
      ['of a language', views({ target: 'python' })],
      ['of a target', views({ target: 'b' }, { config: 'two.yml' })],
      ['of a program', views({ target: 'c' }, { config: 'two.yml' })],
      ['of no target', views({ target: 'd' }, { config: 'two.yml' })],
      [
        'of a target whose set is not there',
        views({ target: 'a' }, { config: 'gone.yml' }),
        { 'gone.yml': 'spec: api.yml\ntargets: {a: {templates: ./gone, out: a}}\n' },
      ],
      ['of a set', views({ templates: './python' })],
      ['of a set and a target', views({ templates: './python', target: 'a' }, { config: 'two.yml' })],
      ['of a set outside', views({ templates: '../far' })],
      ['of a broken set', views({ templates: './broken' })],
      ['of a shipped set', views({ templates: 'go' })],
      [
        'of a set of another language',
        views({ templates: './other' }),
        { 'other/target.yaml': 'name: other\nview: 1\nlanguage: cobol\n' },
      ],
      ['of no document', views({}, { spec: 'none.yml' })],
      [
        'of a set without a language',
        views({ templates: './bare' }),
        { 'bare/target.yaml': 'name: bare\nview: 1\n' },
      ],
    ]),
  ));
