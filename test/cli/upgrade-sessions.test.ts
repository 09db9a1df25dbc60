/** `sdkwright upgrade` on a disk: sides, files, patches, what is left and what is remembered. */
import { it } from 'vitest';
import { type Step, session } from './sessions.ts';

const done = "responses: {'204': {description: done}}";
const id = 'parameters: [{name: id, in: path, required: true, schema: {type: string}}]';
const document = (paths: string, more = ''): string =>
  `openapi: 3.1.0\ninfo: {title: Zoo, version: 1.0.0}\nservers: [{url: 'https://zoo.example'}]\npaths:\n${paths}${more}`;
const OLD = document(
  `  /pets: {get: {operationId: listPets, ${done}}}\n  /pets/{id}: {get: {operationId: getPet, ${id}, ${done}}}\n  /toys: {get: {operationId: listToys, ${done}}}\n`,
);
const NEW = document(
  `  /pets: {get: {operationId: listPets, parameters: [{name: q, in: query, required: true, schema: {type: string}}], ${done}}}\n  /pets/{id}: {get: {operationId: getPet, ${id}, ${done}}}\n`,
);
const FAULTY = document(
  `  /pets: {get: {operationId: listPets, requestBody: {$ref: '#/components/none'}, ${done}}}\n`,
);
const methods = (text: string, more = ''): string =>
  `edition: "2026-11-22"\n${more}resources: {pets: {methods: {${text}}}}\n`;
const CODE = "import Zoo from 'zoo';\nconst client = new Zoo();\nvoid client.pets.find('1');\n";
const FILES = {
  'package.json': '{"type": "module"}',
  'api.yml': OLD,
  'old.yml': methods("find: 'get /pets/{id}', first: get /pets, second: get /toys"),
  'new.yml': methods("look: 'get /pets/{id}', first: get /pets, second: get /toys"),
  'swapped.yml': methods("find: 'get /pets/{id}', first: get /toys, second: get /pets"),
  'src/a.ts': CODE,
};
const UP = 'upgrade --from api.yml --to api.yml --from-config old.yml --to-config new.yml';

const sessions: Readonly<
  Record<string, readonly [files: Readonly<Record<string, string>>, steps: readonly Step[]]>
> = {
  'upgrade-files': [
    { ...FILES, 'src/b.tsx': CODE, 'c.vue': CODE, 'd.ts': `\uFEFF${CODE}` },
    [
      `${UP} --dry-run`,
      `${UP} --check`,
      `${UP} src/a.ts`,
      { show: ['src/a.ts', 'src/b.tsx'] },
      UP,
      { show: ['src/b.tsx', 'd.ts'] },
      UP,
      `${UP} none/*.ts`,
      `${UP} c.vue`,
      { run: `${UP} none.ts`, colour: true },
    ],
  ],
  'upgrade-left': [
    {
      ...FILES,
      'new-api.yml': NEW,
      'src/a.ts': `${CODE}void client.pets.first();\nvoid client.pets.second();\n`,
    },
    [
      'upgrade --from api.yml --to new-api.yml --from-config old.yml --to-config old.yml --dry-run',
      'upgrade --from api.yml --to new-api.yml --from-config old.yml --to-config old.yml',
      { show: ['src/a.ts'] },
    ],
  ],
  'upgrade-swapped': [
    {
      ...FILES,
      'src/a.ts': `${CODE}void client.pets.first();\n`,
      'src/b.ts': `${CODE}void client.pets.second();\n`,
    },
    [
      'upgrade --from api.yml --to api.yml --from-config old.yml --to-config swapped.yml src/b.ts',
      { show: ['src/b.ts', '.sdkwright/upgrades.json'] },
      'upgrade --from api.yml --to api.yml --from-config old.yml --to-config swapped.yml',
      { show: ['src/a.ts', 'src/b.ts', '.sdkwright/upgrades.json'] },
      'upgrade --from api.yml --to api.yml --from-config old.yml --to-config swapped.yml',
      { show: ['src/a.ts', 'src/b.ts'] },
    ],
  ],
  'upgrade-sides': [
    {
      ...FILES,
      'faulty.yml': FAULTY,
      'broken.yml': 'a: [\n',
      'bad.yml': 'resources: [1]\n',
      'folder/a.txt': '',
      'named.yml': methods(
        "find: 'get /pets/{id}', first: get /pets, second: get /toys",
        'targets: {typescript: {package_name: zoo}}\n',
      ),
      'renamed.yml': methods(
        "look: 'get /pets/{id}', first: get /pets, second: get /toys",
        'targets: {typescript: {package_name: park}}\n',
      ),
      'overlaid.yml': methods("find: 'get /pets/{id}'", 'openapi: {overlays: [none.yml]}\n'),
    },
    [
      'upgrade --from none.yml --to api.yml',
      'upgrade --from api.yml --to broken.yml',
      'upgrade --from faulty.yml --to broken.yml',
      'upgrade --from faulty.yml --to faulty.yml --check',
      'upgrade --from folder --to api.yml',
      'upgrade --from ../out.yml --to api.yml',
      'upgrade --from https://none.invalid/a.yml --to api.yml',
      'upgrade --from api.yml --to HTTP://none.invalid/a.yml',
      'upgrade --from api.yml --to api.yml --from-config bad.yml',
      'upgrade --from api.yml --to api.yml --to-config none.yml',
      'upgrade --from api.yml --to api.yml --from-config overlaid.yml',
      'upgrade --from none:api.yml --to api.yml',
      'upgrade --from api.yml --to api.yml --from-config named.yml --to-config renamed.yml --dry-run',
      'upgrade --from api.yml --to api.yml --from-config old.yml --to-config renamed.yml --dry-run',
      'upgrade --from api.yml --to api.yml --from-config named.yml --to-config renamed.yml --package zoo --dry-run',
      'upgrade --from api.yml --to api.yml --from-config named.yml --to-config renamed.yml --package other --dry-run',
      'generate --spec api.yml --config named.yml --out sdk',
      'upgrade --from ./sdk --to api.yml --to-config renamed.yml --dry-run src/a.ts',
      'generate --spec api.yml --out plain',
      'upgrade --from ./plain --to ./sdk --check src/a.ts',
    ],
  ],
};

it.each(Object.entries(sessions))('%s', (name, [files, steps]) => session(name, files, steps));
