/**
 * Decisions of the Python SDK that types, imports and docstrings show, judged by pyright and by running it.
 */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createProgram } from '../../generator/cli/program.ts';
import { projectRoot } from '../support/shared.ts';
import { quietTerminal } from '../support/terminal.ts';
import { pyright, succeeds } from './support/generate.ts';
import { pythonForTests } from './venv.ts';

const python = pythonForTests() ?? '';
const cache = join(projectRoot, 'node_modules/.cache');

let folder = '';
beforeAll(() => {
  mkdirSync(cache, { recursive: true });
  folder = mkdtempSync(join(cache, 'python-design-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The SDK of a document in a folder of that name; what was said. */
async function generate(name: string, spec: object, config = ''): Promise<{ sdk: string; said: string }> {
  const cwd = join(folder, name);
  mkdirSync(join(cwd, '.git'), { recursive: true });
  writeFileSync(join(cwd, 'zoo.json'), JSON.stringify(spec));
  writeFileSync(join(cwd, 'sdkwright.yml'), `spec: zoo.json\n${config}`);
  const terminal = quietTerminal(cwd);
  const args = ['generate', '--target', 'python', '--config', 'sdkwright.yml', '--out', 'sdk'];
  const code = await createProgram(terminal, new AbortController().signal).run(args);
  const said = terminal.complained();
  if (code !== 0) throw new Error(said);
  return { sdk: join(cwd, 'sdk'), said };
}

const zoo = (paths: object, schemas: object = {}, more: object = {}): object => ({
  openapi: '3.1.0',
  info: { title: 'Zoo', version: '1.0.0' },
  servers: [{ url: 'https://zoo.test' }],
  paths,
  components: { schemas },
  ...more,
});

const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: object): object => ({ description: 'ok', content: { 'application/json': { schema } } });
const get = (operationId: string, schema: object): object => ({
  get: { operationId, responses: { 200: json(schema) } },
});
const put = (operationId: string, schema: object): object => ({
  put: {
    operationId,
    requestBody: {
      required: true,
      content: { 'application/json': { schema: { type: 'object', properties: { pet: schema } } } },
    },
    responses: { 204: { description: 'done' } },
  },
});

/** SDKs that pyright reads in one run at the end: starting it costs more than most of them. */
const toCheck = new Set<string>();

/** Output of a program that uses the SDK; pyright reads both at the end. */
async function outputOf(sdk: string, program: string): Promise<string> {
  writeFileSync(join(sdk, 'program.py'), program);
  toCheck.add(sdk);
  return (await succeeds(python, ['program.py'], sdk, { PYTHONPATH: 'src' })).trim();
}

describe.skipIf(python === '')('a type that several resources use now', () => {
  const PET = {
    type: 'object',
    required: ['id'],
    properties: {
      id: { type: 'string' },
      owner: { type: 'object', properties: { name: { type: 'string' } } },
    },
  };
  const pets = {
    '/pets/{id}/friends': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
      ...get('listFriends', ref('Pet')),
      ...put('setFriends', ref('Pet')),
    },
  };

  test('is still found where it was, with its nested types, sent and received', {
    timeout: 90_000,
  }, async () => {
    await generate('former', zoo(pets, { Pet: PET }));
    const both = zoo({ ...pets, '/favourite': get('getFavourite', ref('Pet')) }, { Pet: PET });
    const { sdk } = await generate('former', both);
    expect(readdirSync(join(sdk, 'src/zoo/types/shared'))).toContain('pet.py');
    const program = `from zoo.types.shared import Pet as SharedPet
from zoo.types.pets import Pet, PetParam
from zoo.types.pets.pet import Pet as SamePet, Owner
from zoo.types.shared_params import Pet as SharedPetParam
from zoo.types.pets.pet_param import Owner as OwnerParam

sent: PetParam = {"id": "1", "owner": OwnerParam(name="Ann")}
same: SharedPetParam = sent
one: Pet = SamePet(id="1", owner=Owner(name="Ann"))
other: SharedPet = one
print(Pet is SharedPet, SamePet is Pet, PetParam is SharedPetParam, other.owner == one.owner, same["id"])
`;
    expect(await outputOf(sdk, program)).toBe('True True True True 1');
    await generate('former', both);
    expect(readFileSync(join(sdk, 'src/zoo/types/pets/pet.py'), 'utf8')).toContain('Owner as Owner');
  });
});

test('methods that verify webhooks can stand on the client itself', { timeout: 90_000 }, async () => {
  const spec = zoo(
    { '/pets': get('listPets', { type: 'string' }) },
    {},
    {
      webhooks: {
        born: {
          post: {
            requestBody: json({
              type: 'object',
              required: ['name'],
              properties: { name: { type: 'string' } },
            }),
            responses: { 200: { description: 'ok' } },
          },
        },
      },
    },
  );
  const config = `client_settings:
  opts: { webhook_key: { type: string, nullable: true, read_env: ZOO_WEBHOOK_KEY } }
resources:
  $client:
    methods:
      unwrap: { type: webhook_unwrap, webhook_key_opt: webhook_key }
      unsafe_unwrap: { type: webhook_unwrap }
`;
  const { sdk } = await generate('webhooks', spec, config);
  if (python === '') return;
  const program = `from base64 import b64encode

from zoo import Zoo, AsyncZoo, APIWebhookValidationError

key = "whsec_" + b64encode(b"key").decode()
client = Zoo(webhook_key=key)
print(client.unsafe_unwrap('{"name": "Tim"}').name)
for one in (client, AsyncZoo(webhook_key=key)):
    try:
        one.unwrap("{}", headers={"webhook-id": "1", "webhook-timestamp": "1", "webhook-signature": "v1,x"})
    except APIWebhookValidationError as error:
        print(type(error).__name__)
`;
  expect(await outputOf(sdk, program)).toBe('Tim\nAPIWebhookValidationError\nAPIWebhookValidationError');
});

test('a success with another body is said in the docstring', async () => {
  const made = { type: 'object', properties: { id: { type: 'string' } } };
  const spec = zoo(
    {
      '/pets': {
        post: { operationId: 'createPet', responses: { 201: json(ref('Pet')), 202: json(ref('Waiting')) } },
      },
    },
    { Pet: made, Waiting: { type: 'object', properties: { until: { type: 'string' } } } },
  );
  const { sdk } = await generate('statuses', spec);
  expect(readFileSync(join(sdk, 'src/zoo/resources/pets.py'), 'utf8')).toContain(
    'Status 202 returns `Waiting`; use `with_raw_response` to get the status.',
  );
});

describe('an intersection', () => {
  const named = (name: string): object => ({
    type: 'object',
    required: [name],
    properties: { [name]: { type: 'string' } },
  });

  test('of alternatives is each combination, required where one of its parts says so', async () => {
    const spec = zoo({
      '/pets': get('getPet', {
        allOf: [
          { oneOf: [named('bark'), named('purr')] },
          { type: 'object', properties: { bark: { type: 'string' }, age: { type: 'integer' } } },
          { type: 'object', additionalProperties: { type: 'number' } },
        ],
      }),
    });
    const { sdk, said } = await generate('combined', spec);
    expect(said).not.toContain('python-intersection');
    if (python === '') return;
    const program = `from zoo.types import PetListResponse


def sound(pet: PetListResponse) -> str:
    return pet.bark if pet.bark is not None else "-"


print(sound.__name__)
`;
    expect(await outputOf(sdk, program)).toBe('sound');
  });

  test('with a union has the members of the union in its file, named without the file', async () => {
    const titled = (title: string): object => ({ ...named(title), title });
    const spec = zoo({
      '/pets': get('getPet', { allOf: [named('id'), { oneOf: [titled('Dog'), titled('Cat')] }] }),
    });
    const { sdk } = await generate('titled', spec);
    const file = readFileSync(join(sdk, 'src/zoo/types/pet_list_response.py'), 'utf8');
    expect(file).toContain('PetListResponse: TypeAlias = Dog | Cat');
    expect(file).toMatch(/^class Dog\(BaseModel\):$/m);
  });

  test('that no type can state is wider, and said so', async () => {
    const many = (prefix: string): object => ({
      oneOf: Array.from({ length: 7 }, (_, index) => named(`${prefix}${index}`)),
    });
    const spec = zoo({
      '/pets': get('getPet', { allOf: [named('id'), many('a'), many('b')] }),
      '/cages': get('getCage', { allOf: [{ oneOf: [named('id'), { type: 'string' }] }, { type: 'array' }] }),
    });
    const { sdk, said } = await generate('wider', spec);
    expect(said.match(/python-intersection/g)).toHaveLength(2);
    const pet = readFileSync(join(sdk, 'src/zoo/types/pet_list_response.py'), 'utf8');
    expect(pet).toContain('id: str');
    expect(pet).not.toContain('a0');
    expect(readFileSync(join(sdk, 'src/zoo/types/cage_list_response.py'), 'utf8')).toContain('object');
  });
});

test.skipIf(python === '')(
  'standalone_api puts the types of a resource into a package of their own',
  async () => {
    const spec = zoo(
      { '/pets': get('listPets', ref('Pet')), '/cages': get('listCages', ref('Cage')) },
      {
        Pet: { type: 'object', properties: { id: { type: 'string' } } },
        Cage: { type: 'object', properties: {} },
      },
    );
    const resources = (more: string): string =>
      `resources:
  pets: { ${more}models: { pet: Pet }, methods: { list: get /pets } }
  cages: { models: { cage: Cage }, methods: { list: get /cages } }
`;
    const { sdk: own } = await generate('standalone', spec, resources('standalone_api: true, '));
    const { sdk: shared } = await generate('not-standalone', spec, resources(''));
    const use = (module: string): string => `from ${module} import Pet\nprint(Pet.__module__)\n`;
    expect(await outputOf(own, use('zoo.types.pets'))).toBe('zoo.types.pets.pet');
    expect(await outputOf(shared, use('zoo.types'))).toBe('zoo.types.pet');
    expect(readFileSync(join(own, 'api.md'), 'utf8')).toContain('from zoo.types.pets import (');
  },
  60_000,
);

describe('an object without properties', () => {
  const nothing = { type: 'object', 'x-stainless-empty-object': true };

  test('is a model where the hint asks for a model, sent and received', { timeout: 60_000 }, async () => {
    const spec = zoo(
      {
        '/pets': get('getPet', {
          type: 'object',
          properties: { here: nothing, there: ref('Nothing'), map: { type: 'object', properties: {} } },
        }),
        '/cages': put('putCage', nothing),
        '/keys': get('getKey', nothing),
      },
      { Nothing: nothing },
    );
    const { sdk } = await generate('empty', spec);
    const types = join(sdk, 'src/zoo/types');
    const all = readdirSync(types).map((name) => readFileSync(join(types, name), 'utf8'));
    const classes = all.flatMap((text) => text.match(/^class .*:\n {4}pass$/gm) ?? []);
    expect(classes.map((one) => one.split(':')[0]).sort()).toEqual([
      'class Here(BaseModel)',
      'class KeyListResponse(BaseModel)',
      'class Nothing(BaseModel)',
      'class Pet(TypedDict, total=False)',
    ]);
    expect(all.join('')).toContain('map: object = None');
    toCheck.add(sdk);
  });
});

describe('an object that is declared twice under the same name', () => {
  const half = { type: 'object', required: ['a'], properties: { a: { type: 'string' } } };
  const whole = {
    type: 'object',
    properties: { half, halves: { type: 'array', items: half } },
  };
  const document = zoo({ '/pets': get('getPet', whole) });
  const classesOf = (sdk: string): readonly string[] =>
    readdirSync(join(sdk, 'src/zoo/types'))
      .flatMap(
        (name) => readFileSync(join(sdk, 'src/zoo/types', name), 'utf8').match(/^class Half\w*/gm) ?? [],
      )
      .sort();

  test('is a class once', { timeout: 60_000 }, async () => {
    const { sdk } = await generate('twins', document, "edition: '2026-11-23'\n");
    expect(classesOf(sdk)).toEqual(['class Half']);
  });

  test('is two classes in SDKs that were published', { timeout: 60_000 }, async () => {
    const { sdk } = await generate('twins earlier', document, "edition: '2026-11-20'\n");
    expect(classesOf(sdk)).toEqual(['class Half', 'class Half2']);
  });
});

describe.skipIf(python === '')('a result that leads back to itself', () => {
  const list = (items: object): object => ({ type: 'array', items });

  test.each([
    ['alone', { Tree: list(ref('Tree')) }],
    ['by another list', { Tree: list(ref('Branch')), Branch: list(ref('Tree')) }],
    ['by a model', { Tree: list(ref('Node')), Node: { type: 'object', properties: { under: ref('Tree') } } }],
  ])('%s is generated', async (name, schemas) => {
    const { sdk } = await generate(`tree ${name}`, zoo({ '/tree': get('getTree', ref('Tree')) }, schemas));
    toCheck.add(sdk);
  });
});

describe.skipIf(python === '')('a body that may be left out', () => {
  const text = { type: 'string' };
  const body = (schema: object): object => ({ content: { 'application/json': { schema } } });

  test('has no way to call that another one covers', { timeout: 60_000 }, async () => {
    const spec = zoo({
      '/pets': {
        patch: {
          operationId: 'updatePets',
          requestBody: body({
            anyOf: [
              { type: 'object', properties: { name: text, age: text }, additionalProperties: false },
              { type: 'object', required: ['name'], properties: { name: text }, additionalProperties: false },
            ],
          }),
          responses: { 200: json(text) },
        },
      },
    });
    const { sdk } = await generate('covered', spec, 'edition: 2026-11-22\n');
    toCheck.add(sdk);
  });

  test('can be that of a list, sync and async', { timeout: 60_000 }, async () => {
    const spec = zoo({
      '/search': {
        post: {
          operationId: 'searchPets',
          requestBody: body({
            type: 'object',
            required: ['from', 'of'],
            properties: { from: text, of: text, after: text },
          }),
          responses: {
            200: json({ type: 'object', properties: { data: { type: 'array', items: text }, next: text } }),
          },
        },
      },
    });
    const mark = (purpose: string): string =>
      `{ type: string, x-stainless-pagination-property: { purpose: ${purpose} } }`;
    const config = `edition: 2026-11-22
pagination:
  - name: pets
    type: cursor
    param_location: body
    request: { after: ${mark('next_cursor_param')} }
    response: { data: { type: array, items: {} }, next: ${mark('next_cursor_field')} }
resources: { pets: { methods: { search: { endpoint: post /search, paginated: true } } } }
`;
    const { sdk } = await generate('listed', spec, config);
    expect(readFileSync(join(sdk, 'src/zoo/resources/pets.py'), 'utf8')).toContain('_get_api_list');
    toCheck.add(sdk);
  });
});

test('no member of a union is called by its number', { timeout: 90_000 }, async () => {
  const text = { type: 'string' };
  const object = (properties: object): object => ({ type: 'object', properties });
  const pet = {
    anyOf: [
      text,
      { type: 'array', items: object({ name: text }) },
      object({ tags: text }),
      object({ tags: { type: 'array', items: text } }),
    ],
  };
  const spec = zoo({ '/pets': { ...put('setPet', pet), ...get('getPet', pet) } });
  const { sdk } = await generate('unnamed', spec, 'edition: 2026-11-22\n');
  const types = join(sdk, 'src/zoo/types');
  const named = readdirSync(types, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.py'))
    .flatMap((file) => [...readFileSync(join(types, file), 'utf8').matchAll(/^class (\w+)/gm)])
    .map(([, name = '']) => name);
  expect(named.sort()).toMatchInlineSnapshot(`
    [
      "Item",
      "PetItem",
      "PetSetParams",
      "PetTags",
      "PetTags2",
      "Tags",
      "Tags2",
    ]
  `);
  toCheck.add(sdk);
});

test.skipIf(python === '')('pyright, strict, over every SDK above', { timeout: 120_000 }, async () => {
  expect(toCheck.size).toBe(12);
  expect(
    await pyright(
      python,
      folder,
      [...toCheck].map((sdk) => relative(folder, sdk)),
    ),
  ).toEqual([]);
});
