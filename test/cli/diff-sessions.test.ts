/** `sdkwright diff` and `changelog`: every option, config and side. */
import { it } from 'vitest';
import { type Step, session } from './sessions.ts';

const done = "responses: {'204': {description: done}}";
const operation = (id: string, more = ''): string => `{operationId: ${id}, ${more}${done}}`;
const document = (paths: string, more = ''): string =>
  `openapi: 3.1.0\ninfo: {title: Pets, version: 1.0.0${more}}\nservers: [{url: 'https://api.example.com'}]\npaths:\n${paths}`;
const query = (name: string, more = ''): string =>
  `{name: ${name}, in: query, ${more}schema: {type: string}}`;

const OLD = document(
  `  /pets: {get: ${operation('listPets', `parameters: [${query('q')}, ${query('sort')}], `)}}\n` +
    `  /toys: {get: ${operation('listToys', 'tags: [toys], ')}}\n` +
    `  /shops: {get: ${operation('listShops', 'x-beta: true, ')}}\n`,
);
const NEW = document(
  `  /pets: {get: ${operation('listPets', `parameters: [${query('q', 'required: true, ')}], `)}}\n` +
    `  /toys: {get: ${operation('listToys', `tags: [toys], parameters: [${query('kind', 'required: true, ')}], `)}}\n` +
    `  /shops: {get: ${operation('listShops', `x-beta: true, parameters: [${query('kind', 'required: true, ')}], `)}}\n` +
    `  /vets: {get: ${operation('listVets', 'summary: Lists vets. And more., ')}}\n`,
);
const SMALL = document(`  /pets: {get: ${operation('listPets')}}\n`);
const LARGER = document(`  /pets: {get: ${operation('listPets', 'deprecated: true, ')}}\n`);
const FILES = { 'old.yml': OLD, 'new.yml': NEW };
const sides = (options = ''): string => `diff old.yml new.yml${options === '' ? '' : ` ${options}`}`;

const sessions: Readonly<
  Record<string, readonly [files: Readonly<Record<string, string>>, steps: readonly Step[]]>
> = {
  'diff-help': [{}, ['diff --help', 'changelog --help']],
  'diff-formats': [
    { 'old.yml': SMALL, 'new.yml': LARGER },
    [
      sides(),
      sides('--verbose --group-by endpoint'),
      { run: sides(), colour: true },
      ...['text', 'markdown', 'html', 'json', 'github', 'sarif'].map((format) => sides(`--format ${format}`)),
      sides('--format markdown=a.md --format json --format github=b/c.txt --format text=d.txt'),
      { show: ['a.md', 'b/c.txt', 'd.txt'] },
      { run: sides('--format text=a.txt'), colour: true },
      { show: ['a.txt'] },
      sides('--format json=../out.json'),
      'changelog old.yml new.yml',
      'changelog old.yml new.yml --heading 2.0.0',
      'changelog old.yml new.yml --format changeset',
      'changelog old.yml new.yml --format commit',
      'changelog new.yml new.yml --format commit',
      'diff new.yml new.yml',
      'diff new.yml new.yml --format github',
    ],
  ],
  'diff-options': [
    FILES,
    [
      'diff old.yml',
      'diff',
      'diff old.yml new.yml new.yml',
      'diff old.yml new.yml --base-spec old.yml',
      'diff old.yml new.yml --build make',
      'diff --against main old.yml --base-config a.yml',
      'diff --against main --language agents',
      sides('--language agents --format html'),
      sides('--language none'),
      sides('--format junit'),
      sides('--format json --format text'),
      sides('--format json='),
      sides('--format xjson=a'),
      sides('--verify'),
      sides('--deprecation-days-beta 5'),
      sides('--exeptions'),
      sides('--declared-bump package'),
      sides('--declared-bump title'),
      ['diff', 'old.yml', 'new.yml', '--declared-bump', 'title:feat!: all'],
      ['diff', 'old.yml', 'new.yml', '--declared-bump', 'title:feat: all'],
      sides('--declared-bump patch'),
      sides('--declared-bump major'),
      sides('--declared-bump changesets'),
      ...['major', 'minor', 'patch', 'none', 'wire', 'source', 'runtime'].map((bound) =>
        sides(`--fail-on ${bound} --format github`),
      ),
      ...['x', '180', '180,x', '180,30'].map((days) => sides(`--deprecation-days ${days} --format github`)),
      ...['strict', 'runtime-only'].map((preset) => sides(`--preset ${preset} --format github`)),
      sides('--stability draft --format github'),
      sides('--exclude toys --format github'),
      sides('--exclude x-beta --format github'),
      sides('--exclude x-beta toys'),
      sides('--exclude x-none'),
      sides('--allow remote,none'),
      'diff https://example.com/a.yml new.yml',
      'diff old.yml HTTP://example.com/a.yml',
      'changelog https://example.com/a.yml new.yml',
    ],
  ],
  'diff-languages': [
    {
      ...FILES,
      'all.yml': 'spec: other.yml\ntargets: {typescript: {out: a}, python: {out: b}, go: {out: c}}\n',
      'python.yml': 'targets: {python: {out: b, package_name: pets-sdk}}\n',
      'mcp.yml': 'targets: {mcp: {out: b}}\n',
    },
    [
      ...['typescript', 'python', 'go'].map((language) => sides(`--language ${language}`)),
      sides('--config all.yml'),
      sides('--config all.yml --format json=a.json --format github'),
      sides('--config all.yml --format sarif'),
      sides('--config all.yml --format markdown'),
      sides('--config python.yml'),
      sides('--config python.yml --base-config all.yml'),
      sides('--config mcp.yml'),
      'changelog old.yml new.yml --config python.yml --format changeset',
      'changelog old.yml new.yml --config all.yml --format changeset',
      'changelog old.yml new.yml --config python.yml --language go --format changeset',
      sides('--language agents'),
      sides('--language agents --format json'),
      sides('--language agents --fail-on none'),
      sides('--language agents --fail-on patch'),
      sides('--language agents --fail-on wire'),
      'diff new.yml old.yml --language agents',
      'diff new.yml new.yml --language agents',
      'diff none.yml new.yml --language agents',
    ],
  ],
  'diff-configs': [
    {
      ...FILES,
      'sdkwright.yml':
        'spec: new.yml\ntargets: {typescript: {out: sdk, package_name: pets}}\nresources: {animals: {methods: {all: get /pets}}}\n',
      'other.yml': 'spec: none.yml\nresources: {beasts: {methods: {all: get /pets}}}\n',
      'faulty.yml': 'resources: [1]\nnone: 1\n',
      'broken.yml': 'resources: [\n',
      'sub/new.yml': NEW,
    },
    [
      sides(),
      'diff ./old.yml ./new.yml',
      'diff sub/new.yml old.yml',
      sides('--config other.yml'),
      sides('--config none.yml'),
      sides('--config faulty.yml'),
      sides('--config broken.yml'),
      sides('--base-config other.yml'),
      sides('--base-config faulty.yml'),
      sides('--base-config none.yml'),
      'changelog old.yml new.yml --format changeset',
      'changelog old.yml new.yml --config faulty.yml',
      { put: { 'sdkwright.yml': 'resources: [1]\n' } },
      sides(),
    ],
  ],
  // As configs of other generators, which name no document. The file gets its new name in the change.
  'diff-config-without-spec': [
    { 'api.yml': OLD, 'stainless.yml': 'resources: {animals: {methods: {all: get /pets}}}\n' },
    [
      { commit: 'base' },
      { put: { 'api.yml': NEW } },
      'diff HEAD:api.yml api.yml',
      'changelog HEAD:api.yml ./api.yml',
      {
        put: {
          'stainless.yml': undefined,
          'sdkwright.yml': 'spec: api.yml\nresources: {animals: {methods: {all: get /pets}}}\n',
        },
      },
      'diff HEAD:api.yml api.yml',
      'changelog HEAD:api.yml api.yml',
      { put: { '../old.yml': OLD, '../new.yml': NEW } },
      'diff ../old.yml ../new.yml --fail-on none',
      { put: { 'sdkwright.yml': 'resources: {animals: {methods: {all: get /pets}}}\n' } },
      'diff ../old.yml ../new.yml --fail-on none',
      'diff ../old.yml api.yml --fail-on none',
      { put: { 'sdkwright.yml': 'resources: {animals: {methods: {all: get /birds}}}\n' } },
      'diff HEAD:api.yml api.yml --fail-on none',
      // The beginning of a path is no path.
      { put: { 'sdkwright.yml': 'resources: {animals: {methods: {all: get /pet}}}\n' } },
      'diff HEAD:api.yml api.yml --fail-on none',
    ],
  ],
  'diff-sides': [
    {
      ...FILES,
      'faulty.yml': document(
        `  /pets: {get: {operationId: a, requestBody: {$ref: '#/components/none'}, ${done}}}\n  /toys: {get: ${operation('b')}}\n`,
      ),
      'more.yml': document(
        `  /pets: {get: {operationId: a, requestBody: {$ref: '#/components/none'}, ${done}}}\n  /toys: {get: {operationId: b, requestBody: {$ref: '#/components/other'}, ${done}}}\n`,
      ),
      'text.yml': 'a: [\n',
      'parts.yml': document(
        "  /pets: {$ref: 'part.yml#/pets'}\n  /toys: 5\n  /vets: {$ref: 'part.yml#/vets'}\n",
      ),
      'parts2.yml': document(
        "  /pets: {$ref: 'part.yml#/pets'}\n  /vets: {$ref: 'part.yml#/vets'}\n",
        ', description: B',
      ),
      'part.yml': `pets: {get: ${operation('listPets', 'x-beta: true, ')}}\nvets: {get: ${operation('listVets', 'x-beta: false, ')}}\n`,
      'exceptions.yml': `accept:\n  - {rule: parameter-removed, reason: 'nobody used it'}\n  - {rule: type-changed, reason: old}\nseverities: {operation-added: 'off'}\n`,
      'bad-exceptions.yml': 'accept: 5\n',
      'overlaid.yml': 'openapi: {overlays: [none.yml]}\n',
      'one-line.json':
        '{"openapi":"3.1.0","info":{"title":"Pets","version":"1"},"paths":{"/pets":{"get":{"operationId":"listPets","responses":{"204":{"description":"done"}}}}}}',
    },
    [
      'diff none.yml new.yml',
      'diff old.yml none.yml',
      'diff text.yml new.yml',
      'diff old.yml text.yml',
      'diff faulty.yml faulty.yml',
      'diff faulty.yml old.yml',
      'diff old.yml faulty.yml',
      'diff faulty.yml more.yml',
      'diff more.yml faulty.yml',
      'diff parts.yml parts2.yml --exclude x-beta --verbose',
      'diff parts.yml parts.yml --exclude x-beta',
      'diff one-line.json old.yml',
      sides('--exceptions exceptions.yml'),
      sides('--exceptions bad-exceptions.yml'),
      sides('--exceptions none.yml'),
      'changelog old.yml new.yml --exceptions exceptions.yml',
      sides('--config overlaid.yml'),
      'diff ../outside.yml new.yml',
      'diff npm:./none new.yml',
    ],
  ],
  'diff-in-folders': [
    {
      'apis/pets/openapi.yml': OLD,
      'apis/pets/sdkwright.yml': 'spec: openapi.yml\nresources: {animals: {methods: {all: get /pets}}}\n',
      'apis/toys.yml': OLD,
    },
    [
      { commit: 'base' },
      { put: { 'apis/pets/openapi.yml': NEW } },
      'diff --against main apis/*.yml apis/*/openapi.yml --format github',
      'diff --against main --config apis/pets/sdkwright.yml --format github',
      'diff main:apis/pets/openapi.yml apis/pets/openapi.yml --format github',
      { run: 'diff --against main --format github', in: 'apis/pets' },
      { run: 'diff main:./openapi.yml openapi.yml --format sarif', in: 'apis/pets' },
      { run: 'check --format github', in: 'apis/pets' },
      { run: 'check --format sarif', in: 'apis/pets' },
    ],
  ],
  'diff-git': [
    {
      'openapi.yml': OLD,
      'sdkwright.yml': 'spec: openapi.yml\nresources: {animals: {methods: {all: get /pets}}}\n',
      'package.json': '{"name": "pets", "version": "1.0.0"}',
    },
    [
      { commit: 'first' },
      'diff main:openapi.yml openapi.yml',
      {
        put: {
          'openapi.yml': NEW,
          'sdkwright.yml': 'spec: openapi.yml\nresources: {beasts: {methods: {all: get /pets}}}\n',
          'package.json': '{"name": "pets", "version": "2.0.0"}',
          'next.yml': NEW,
        },
      },
      'diff main:openapi.yml openapi.yml',
      'diff main:openapi.yml next.yml',
      'diff main:openapi.yml openapi.yml --config sdkwright.yml',
      'diff main:openapi.yml openapi.yml --config main:sdkwright.yml',
      'diff main:openapi.yml openapi.yml --base-config sdkwright.yml',
      'diff main:openapi.yml openapi.yml --declared-bump package',
      'diff main:openapi.yml main:openapi.yml',
      'diff none:openapi.yml openapi.yml',
      'diff main:none.yml openapi.yml',
      { commit: 'second' },
      { git: ['mv', 'openapi.yml', 'moved.yml'] },
      'diff HEAD:openapi.yml moved.yml',
      { put: { 'sdkwright.yml': 'resources: [1]\n' } },
      { commit: 'third' },
      'diff HEAD:moved.yml moved.yml --config sdkwright.yml',
    ],
  ],
  'diff-gate': [
    {
      'openapi.yml': SMALL,
      'sdkwright.yml': 'spec: openapi.yml\nresources: {animals: {methods: {all: get /pets}}}\n',
      'package.json': '{"name": "pets", "version": "1.0.0"}',
    },
    [
      { commit: 'first' },
      {
        put: {
          'openapi.yml': LARGER,
          'sdkwright.yml': 'spec: openapi.yml\nresources: {beasts: {methods: {all: get /pets}}}\n',
          'package.json': '{"name": "pets", "version": "2.0.0"}',
          'next.yml': LARGER,
        },
      },
      'diff --against main',
      'diff --against main openapi.yml --format json',
      'diff --against main openapi.yml next.yml --format github',
      'diff --against main --declared-bump package',
      'diff --against main --fail-on none --exclude toys',
      'diff --against none',
      'diff --against main none.yml',
      'diff --against main --base-spec next.yml',
      ['diff', '--against', 'main', '--build', 'cp sdkwright.yml copy.txt'],
      { show: ['copy.txt'] },
      ['diff', '--against', 'main', '--build', 'echo wrong >&2; exit 3'],
      ['diff', '--against', 'main', '--build', 'echo wrong; exit 3'],
      ['diff', '--against', 'main', '--build', 'grep -q beasts sdkwright.yml'],
    ],
  ],
};

it.each(Object.entries(sessions))('%s', (name, [files, steps]) => session(name, files, steps));
