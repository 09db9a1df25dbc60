/**
 * Python as a target: how it is asked for, and what documents that mean no good, or go in circles, become.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createProgram } from '../../generator/cli/program.ts';
import { projectRoot } from '../support/shared.ts';
import { quietTerminal } from '../support/terminal.ts';
import { mypy, pyright, succeeds } from './support/generate.ts';
import { pythonForTests } from './venv.ts';

const python = pythonForTests() ?? '';
const cache = join(projectRoot, 'node_modules/.cache');

let folder = '';
beforeAll(() => {
  mkdirSync(cache, { recursive: true });
  folder = mkdtempSync(join(cache, 'python-target-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(name: string, files: Readonly<Record<string, string>>, args: readonly string[]) {
  const cwd = join(folder, name);
  mkdirSync(cwd, { recursive: true });
  for (const [path, text] of Object.entries(files)) writeFileSync(join(cwd, path), text);
  const terminal = quietTerminal(cwd);
  const code = await createProgram(terminal, new AbortController().signal).run(args);
  return { cwd, code, said: terminal.complained() };
}

const document = (paths: object, schemas: object = {}): string =>
  JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Zoo', version: '1.0.0' },
    servers: [{ url: 'https://zoo.test' }],
    paths,
    components: { schemas },
  });

const ok = (schema: object): object => ({
  responses: { 200: { description: 'ok', content: { 'application/json': { schema } } } },
});

const ANIMALS = document({ '/animals': { get: { operationId: 'listAnimals', ...ok({ type: 'object' }) } } });

describe('the target', () => {
  test('--target makes it alone, also under a config that speaks of other languages', async () => {
    const config =
      'resources:\n  animals:\n    methods: { list: get /animals }\ntargets: { go: { package_name: zoo } }\n';
    const args = [
      'generate',
      '--target',
      'python',
      '--spec',
      'zoo.json',
      '--config',
      'stainless.yml',
      '--out',
      'sdk',
    ];
    const { cwd, code, said } = await run('alone', { 'zoo.json': ANIMALS, 'stainless.yml': config }, args);
    expect([code, said]).toEqual([0, expect.not.stringContaining('error')]);
    expect(readdirSync(join(cwd, 'sdk', 'src'))).toEqual(['zoo']);
    expect(existsSync(join(cwd, 'sdk', 'package.json'))).toBe(false);
  });

  test('with a folder in the config both are made, and each shows the samples of both', async () => {
    const config =
      'spec: zoo.json\ntargets:\n  typescript: { package_name: zoo, out: ts }\n  python: { package_name: zoo_park, project_name: zoo-park, out: py }\n';
    const { cwd, code } = await run('both', { 'zoo.json': ANIMALS, 'sdkwright.yml': config }, ['generate']);
    expect(code).toBe(0);
    expect(readFileSync(join(cwd, 'py/pyproject.toml'), 'utf8')).toContain('name = "zoo-park"');
    expect(existsSync(join(cwd, 'py/src/zoo_park/_client.py'))).toBe(true);
    for (const one of ['ts', 'py']) {
      const text = readFileSync(join(cwd, one, 'openapi.documented.yml'), 'utf8');
      expect(text).toContain('from zoo_park import Zoo');
      expect(text).toContain("from 'zoo'");
    }
  });

  test('again is the same, and --check says so', async () => {
    const args = ['generate', '--target', 'python', '--spec', 'zoo.json', '--out', 'sdk'];
    const { cwd } = await run('again', { 'zoo.json': ANIMALS }, args);
    const before = readFileSync(join(cwd, 'sdk/.sdkwright/manifest.json'), 'utf8');
    expect((await run('again', {}, [...args, '--check'])).code).toBe(0);
    expect((await run('again', {}, args)).code).toBe(0);
    expect(readFileSync(join(cwd, 'sdk/.sdkwright/manifest.json'), 'utf8')).toBe(before);
  });

  test('one that is neither a language nor in the config is an error that names those there are', async () => {
    const args = ['generate', '--target', 'pyhton', '--spec', 'zoo.json', '--out', 'sdk'];
    const { cwd, code, said } = await run('unknown', { 'zoo.json': ANIMALS }, args);
    expect(code).not.toBe(0);
    expect(said).toContain(
      'error[target-unknown]: Unknown target pyhton. The targets are typescript, python, go.',
    );
    expect(existsSync(join(cwd, 'sdk'))).toBe(false);
  });

  test('an edit of a generated file is merged', async () => {
    const args = ['generate', '--target', 'python', '--spec', 'zoo.json', '--out', 'sdk'];
    const { cwd } = await run('merge', { 'zoo.json': ANIMALS }, args);
    const file = join(cwd, 'sdk/src/zoo/resources/animals.py');
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n\nMINE = 1\n`);
    const more = document({
      '/animals': { get: { operationId: 'listAnimals', ...ok({ type: 'object' }) } },
      '/animals/{id}': {
        get: {
          operationId: 'getAnimal',
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
          ...ok({ type: 'object' }),
        },
      },
    });
    expect((await run('merge', { 'zoo.json': more }, args)).code).toBe(0);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('MINE = 1');
    expect(text).toContain('def retrieve(');
  });
});

/** Text that would be code, if it got out of its quotes. */
const EVIL = '"""\nimport os; os.system("touch /tmp/owned")\n\\" \\N{BULLET} \u2028 # type: ignore\n';

const HOSTILE = document(
  {
    [`/a/{${'id'}}`]: {
      post: {
        operationId: 'class',
        summary: EVIL,
        description: EVIL,
        tags: ['import'],
        deprecated: true,
        parameters: [
          { name: 'id', in: 'path', required: true, schema: { type: 'string' }, description: EVIL },
          { name: 'self', in: 'query', schema: { type: 'string', enum: [EVIL, 'b', '"c\\'] } },
          { name: 'extra_headers', in: 'query', schema: { type: 'string' } },
          { name: 'timeout', in: 'header', schema: { type: 'string' } },
          { name: 'transform', in: 'query', schema: { type: 'string' } },
        ],
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/None' } } } },
        ...ok({ $ref: '#/components/schemas/List' }),
      },
    },
  },
  {
    None: {
      type: 'object',
      description: EVIL,
      properties: {
        from: { type: 'string' },
        'a"b': { type: 'integer' },
        __class__: {},
        '3d': { type: 'boolean' },
      },
    },
    List: {
      type: 'object',
      required: ['json', 'str'],
      properties: {
        json: { type: 'string' },
        str: { type: 'string', description: EVIL, default: EVIL },
        list: { type: 'array', items: { $ref: '#/components/schemas/Optional' } },
        object: { type: 'object', additionalProperties: true },
        date: { type: 'string', format: 'date' },
        datetime: { type: 'string', format: 'date-time' },
        model_config: { type: 'string' },
        copy: { type: 'string' },
        True: { type: 'string' },
        [EVIL]: { type: 'string' },
      },
    },
    Optional: { type: 'object', properties: { Union: { $ref: '#/components/schemas/Union' } } },
    Union: { oneOf: [{ $ref: '#/components/schemas/List' }, { type: 'string', format: 'date' }] },
  },
);

/** Circles with and without a base in them, through aliases, and into itself. */
const CIRCLES = document(
  {
    '/tree': {
      get: { operationId: 'getTree', ...ok({ $ref: '#/components/schemas/Derived' }) },
      post: {
        operationId: 'putTree',
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Node' } } } },
        ...ok({ $ref: '#/components/schemas/Json' }),
      },
    },
  },
  {
    Base: { type: 'object', properties: { derived: { $ref: '#/components/schemas/Derived' } } },
    Derived: {
      allOf: [
        { $ref: '#/components/schemas/Base' },
        {
          type: 'object',
          properties: { next: { $ref: '#/components/schemas/Node' }, own: { type: 'string' } },
        },
      ],
    },
    Node: {
      type: 'object',
      required: ['value'],
      properties: {
        value: { type: 'string' },
        children: { type: 'array', items: { $ref: '#/components/schemas/Node' } },
        other: { $ref: '#/components/schemas/Either' },
      },
    },
    Either: { oneOf: [{ $ref: '#/components/schemas/Node' }, { $ref: '#/components/schemas/Base' }] },
    Json: {
      oneOf: [
        { type: 'string' },
        { type: 'array', items: { $ref: '#/components/schemas/Json' } },
        { type: 'object', additionalProperties: { $ref: '#/components/schemas/Json' } },
      ],
    },
  },
);

describe.skipIf(python === '')('what it is made of', () => {
  test.each([
    ['hostile', HOSTILE],
    ['circles', CIRCLES],
  ])('%s: imports, and is clean under both type checkers', async (name, text) => {
    const args = ['generate', '--target', 'python', '--spec', 'zoo.json', '--out', 'sdk'];
    const { cwd, said } = await run(name, { 'zoo.json': text }, args);
    expect(said).not.toContain('error');
    const sdk = join(cwd, 'sdk');
    const script = join(projectRoot, 'test/python/import_all.py');
    expect(await succeeds(python, [script, join(sdk, 'src'), 'zoo'], sdk)).toMatch(/modules/);
    expect(await pyright(python, sdk, ['src'])).toEqual([]);
    expect(await mypy(python, sdk, ['src'])).toEqual([]);
    expect(existsSync('/tmp/owned')).toBe(false);
  });

  // Nothing is said of a licence: `UNLICENSED` for npm, and no value that PyPI knows.
  test('a package without a licence can be built, too', { timeout: 60_000 }, async () => {
    const args = ['generate', '--target', 'python', '--spec', 'zoo.json', '--out', 'sdk'];
    const { cwd } = await run('unlicensed', { 'zoo.json': ANIMALS }, args);
    await succeeds(python, ['-m', 'hatchling', 'build', '-t', 'wheel'], join(cwd, 'sdk'));
    expect(readdirSync(join(cwd, 'sdk/dist'))).toEqual(['zoo-1.0.0-py3-none-any.whl']);
  });
});
