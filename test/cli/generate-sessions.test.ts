/** `generate`, `check`, `init` and `templates`: what is printed, written and refused. */
import { it } from 'vitest';
import { type Step, session } from './sessions.ts';

const done = "responses: {'204': {description: done}}";
const SPEC = `openapi: 3.1.0
info: {title: Pets, version: 1.0.0}
servers: [{url: 'https://api.example.com'}]
paths:
  /pets: {get: {operationId: listPets, ${done}}}
  /toys/{id}: {post: {operationId: makeToy, parameters: [{name: id, in: path, required: true, schema: {type: string}}], ${done}}}
`;
/** With a warning, a note and an entry that is left out. */
const FAULTY = `${SPEC}  /shops: {get: {operationId: listShops, requestBody: {$ref: '#/components/none'}, ${done}}}
`;
const BROKEN = 'openapi: 3.1.0\npaths: [\n';
const CONFIG =
  'spec: openapi.yml\nedition: "2026-11-23"\ntargets: {typescript: {out: sdk, package_name: pets}}\n';
const ONE_FILE = `name: mine
view: 1
language: typescript
outputs:
  - { template: note.ts.hbs, for: facts.resources, path: 'src/notes/{id}.ts' }
`;
const note = (line: string): string => `// Note.\n${line}\n`;
const GOOD = note('export const note = "{{id}}";');
const MINE = {
  'openapi.yml': SPEC,
  'sdkwright.yml': 'spec: openapi.yml\nedition: "2026-11-23"\nout: sdk\ntemplates: ./mine\n',
  'mine/target.yaml': ONE_FILE,
  'mine/note.ts.hbs': GOOD,
};
const NOTE = 'sdk/src/notes/pets.ts';

const command = (answer: string): string => `node -e 'process.stdout.write(${answer})'`;
const program = (answer: string): string =>
  `spec: openapi.yml\ntargets:\n  mine: {command: "${command(answer).replaceAll('"', '\\"')}", out: made}\n`;
const answer = (value: unknown): string => program(`JSON.stringify(${JSON.stringify(value)})`);
const answered = (...values: readonly unknown[]): readonly Step[] =>
  values.flatMap((value): readonly Step[] => [
    { put: { 'sdkwright.yml': answer(value) } },
    'generate --allow commands',
  ]);

const sessions: Readonly<
  Record<string, readonly [files: Readonly<Record<string, string>>, steps: readonly Step[]]>
> = {
  check: [
    { 'openapi.yml': SPEC, 'faulty.yml': FAULTY, 'broken.yml': BROKEN, 'config.yml': CONFIG },
    [
      'check --spec openapi.yml',
      'check --spec openapi.yml --config config.yml',
      'check --spec faulty.yml',
      'check --spec faulty.yml --strict',
      ...['json', 'sarif', 'github'].flatMap((format) => [
        `check --spec openapi.yml --format ${format}`,
        `check --spec faulty.yml --format ${format}`,
      ]),
      'check --spec broken.yml',
      'check --spec none.yml --format github',
      { run: 'check --spec faulty.yml', colour: true },
    ],
  ],
  init: [
    {
      'openapi.yml': SPEC,
      'broken.yml': BROKEN,
      'overlay.yml': 'overlay: 1.0.0\ninfo: {title: a, version: 1}\nactions: []\n',
      'sub/a.txt': '',
    },
    [
      'init --spec openapi.yml --stdout',
      'init --spec openapi.yml',
      { show: ['sdkwright.yml'] },
      'init --spec openapi.yml',
      'init --spec openapi.yml --stdout --force',
      { edit: 'sdkwright.yml', by: () => 'resources: [1]\n' },
      'init --spec openapi.yml --force',
      { show: ['sdkwright.yml'] },
      'init --spec openapi.yml --out sub/config.yml --overlay overlay.yml',
      { show: ['sub/config.yml'] },
      { run: 'init --spec ../openapi.yml --out own.yml', in: 'sub' },
      'init --spec openapi.yml --out ../config.yml',
      'init --spec broken.yml',
      'init --spec none.yml',
      'init',
      'init --spec openapi.yml --overlay none.yml',
    ],
  ],
  'generate-plain': [
    { ...MINE, 'broken.yml': BROKEN, 'faulty.yml': FAULTY },
    [
      'generate --dry-run',
      'generate --check',
      'generate',
      { show: [NOTE] },
      'generate',
      'generate --check',
      { edit: 'mine/note.ts.hbs', by: () => note('export const other   = "{{id}}";') },
      'generate --check',
      'generate --dry-run --quiet',
      { run: 'generate --dry-run', colour: true },
      'generate --quiet',
      { show: [NOTE] },
      { edit: NOTE, by: (text) => `${text}// Mine.\n` },
      'generate --check',
      'generate --check exact',
      'generate',
      { put: { 'sdk/src/notes/toys.ts': undefined } },
      'generate --check',
      'generate --dry-run',
      'generate',
      { edit: 'openapi.yml', by: (text) => text.replace('/toys/', '/beasts/') },
      'generate --dry-run',
      'generate',
      'generate --spec faulty.yml',
      'generate --spec faulty.yml --check',
      'generate --spec faulty.yml --strict',
      'generate --spec broken.yml',
      'generate --spec none.yml --quiet',
      { edit: 'mine/note.ts.hbs', by: () => note('export const note {{id}};') },
      'generate',
      'generate --check',
      { edit: 'mine/note.ts.hbs', by: () => note('{{none}}') },
      'generate',
    ],
  ],
  'generate-places': [
    {
      ...MINE,
      'two.yml':
        'spec: openapi.yml\ntargets:\n  a: {templates: ./mine, out: a}\n  b: {templates: ./mine, out: b}\n',
    },
    [
      'generate --out other',
      'generate --out ../outside',
      'generate --out ../outside --allow outside',
      { edit: 'sdkwright.yml', by: (text) => text.replace('out: sdk', 'out: ../outside') },
      'generate',
      'generate --allow outside',
      { edit: 'sdkwright.yml', by: (text) => text.replace('out: ../outside\n', '') },
      'generate',
      'generate --target none',
      'generate --target typescript --out x --templates ./mine',
      { put: { 'a-file': 'x' } },
      'generate --out a-file',
      { put: { 'full/src/notes/pets.ts': 'mine\n' } },
      'generate --out full',
      'generate --config two.yml',
      'generate --config two.yml --target b --dry-run',
      'generate --config two.yml --target none',
      'generate --config two.yml --check',
      { put: { 'b/src/notes/pets.ts': undefined } },
      'generate --config two.yml --check',
      { put: { 'sdkwright.yml': undefined } },
      'generate --spec openapi.yml --templates ./mine --out plain',
      'generate --spec openapi.yml --templates ./mine --out plain --check',
      'generate --spec openapi.yml --templates ./mine --out plain --dry-run',
      {
        edit: 'plain/.sdkwright/manifest.json',
        by: (text) => text.replace(/"edition": "[\d-]+"/, '"edition": "2026-11-22"'),
      },
      'generate --spec openapi.yml --templates ./mine --out plain',
      'generate --spec openapi.yml --templates ./none --out plain',
    ],
  ],
  'generate-edits': [
    {
      ...MINE,
      'mine/note.ts.hbs': note('export const a = 1;\n\nexport const b = 2;\n\nexport const c = 3;'),
    },
    [
      'generate',
      { edit: NOTE, by: (text) => text.replace('a = 1', 'a = 10') },
      { edit: 'mine/note.ts.hbs', by: (text) => text.replace('c = 3', 'c = 30') },
      'generate --check',
      'generate',
      { show: [NOTE] },
      { edit: 'mine/note.ts.hbs', by: (text) => text.replace('a = 1', 'a = 100') },
      'generate --check',
      'generate',
      { show: [NOTE] },
      { edit: 'sdkwright.yml', by: (text) => `${text}custom_code: overwrite\n` },
      'generate --dry-run',
      'generate',
      { show: [NOTE] },
      { edit: NOTE, by: (text) => `${text}// Mine.\n` },
      { edit: 'sdkwright.yml', by: (text) => text.replace('overwrite', 'refuse') },
      'generate',
    ],
  ],
  'generate-root': [
    {
      'openapi.yml': SPEC,
      'sdkwright.yml': `${CONFIG.replace('targets', 'output: {repository: github}\ntargets')}`,
    },
    ['generate', 'generate --check'],
  ],
  'generate-programs': [
    { 'openapi.yml': SPEC, 'sdkwright.yml': answer({ files: [{ path: 'a.txt', text: 'A' }] }) },
    [
      'generate',
      'generate --allow commands',
      { show: ['made/a.txt'] },
      'generate --allow commands',
      'generate --allow commands --check',
      ...answered(
        {
          files: [
            { path: 'a.txt', text: 'B' },
            { path: 'b/c.txt', text: '' },
          ],
          other: 1,
        },
        { files: [], diagnostics: [] },
        {
          files: [
            { path: '../a.txt', text: '' },
            { path: '', text: '' },
          ],
        },
        {
          files: [
            { path: 'a.txt', text: '' },
            { path: 'A.txt', text: '' },
          ],
        },
        { files: [{ path: 'a.txt' }] },
        { files: [{ text: 'a' }] },
        { files: [5] },
        { files: {} },
        [],
        5,
        {
          files: [{ path: 'a.txt', text: '' }],
          diagnostics: [
            { severity: 'note', message: 'n' },
            { severity: 'warning', message: 'w' },
            { severity: 'other', message: 'o' },
            { message: 'm' },
            { severity: 'note' },
            5,
          ],
        },
        { files: [{ path: 'a.txt', text: 'x' }], diagnostics: [{ severity: 'error', message: 'e' }] },
        { files: [{ path: 'a.txt', text: 'z' }], diagnostics: 'none' },
      ),
      { put: { 'sdkwright.yml': 'spec: openapi.yml\ntargets: {mine: {command: echo none, out: made}}\n' } },
      'generate --allow commands',
      { put: { 'sdkwright.yml': 'spec: openapi.yml\ntargets: {mine: {command: exit 3, out: made}}\n' } },
      'generate --allow commands',
      {
        put: {
          'sdkwright.yml':
            'spec: openapi.yml\ntargets: {mine: {command: echo wrong >&2; exit 3, out: made}}\n',
        },
      },
      'generate --allow commands',
      {
        put: {
          'sdkwright.yml': `spec: openapi.yml\ntargets:\n  mine: {command: node tool.cjs, out: made}\n`,
          'tool.cjs': `let text = ''; process.stdin.on('data', (part) => (text += part)).on('end', () => {
  const plan = JSON.parse(text);
  process.stdout.write(JSON.stringify({ files: [{ path: 'keys.txt', text: Object.keys(plan).join(' ') + '\\n' + text.includes('openapi.yml') + process.cwd().endsWith('project') + '\\n' }] }));
});`,
        },
      },
      'generate --allow commands',
      { show: ['made/keys.txt'] },
    ],
  ],
  templates: [
    {
      ...MINE,
      'one/target.yaml': 'name: one\nview: 1\nextends: python\n',
      'broken/target.yaml': 'name: [\n',
      'plain.yml': 'spec: openapi.yml\n',
      'two.yml':
        'spec: openapi.yml\ntargets:\n  a: {templates: ./mine, out: a}\n  python: {out: c}\n  tool: {command: x, out: d}\n',
    },
    [
      'templates list',
      { run: 'templates list', colour: true },
      'templates list ./mine',
      'templates list none',
      'templates eject src/none.ts --into copies',
      'templates eject README.md.hbs --into copies',
      'templates eject README.md --into copies',
      'templates eject README.md --into ./copies --set python',
      'templates eject pyproject.toml --into other',
      'templates eject README.md none.hbs --into other',
      'templates eject go.mod CONTRIBUTING.md --into other',
      'templates eject go.mod --into other --set python',
      'templates eject README.md --into ../out',
      'templates eject README.md --into other --set none',
      'templates check',
      'templates check ./mine',
      'templates check none',
      'templates check ./broken',
      { edit: 'mine/note.ts.hbs', by: () => note('export const note: number = "{{id}}";') },
      'templates check',
      {
        edit: 'mine/note.ts.hbs',
        by: () => note("import a from 'none';\nimport b from './none';\nexport const note = [a, b];"),
      },
      'templates check',
      { edit: 'mine/note.ts.hbs', by: () => note('export const note {{id}};') },
      'templates check',
      { edit: 'mine/note.ts.hbs', by: () => note('{{none}}') },
      'templates check',
      { edit: 'mine/note.ts.hbs', by: () => GOOD },
      'templates check --config two.yml',
      'templates check --spec none.yml',
      'templates views --target none',
      'templates views --spec none.yml',
      'templates views --templates none',
      'templates views --templates ./broken',
    ],
  ],
};

it.each(Object.entries(sessions))('%s', (name, [files, steps]) => session(name, files, steps));
