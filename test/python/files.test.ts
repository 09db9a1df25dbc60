/** Which types of a document are in which file of a Python SDK. */
import { expect, it } from 'vitest';
import { createPlanner } from '../../generator/generate.ts';
import { python as PYTHON } from '../../generator/languages/python/data.ts';
import { declarePython } from '../../generator/languages/python/sdk.ts';
import { loadProject } from '../../generator/project.ts';
import { memoryIo } from '../../generator/source/io.ts';
import { declarationText } from './printed.ts';

interface Given {
  /** Schemas by name. */
  readonly schemas: Readonly<Record<string, object>>;
  /** Names of those that `GET /pets` answers with, and of those that `POST /pets` sends. */
  readonly received?: string;
  readonly sent?: string;
  /** Of its answer with 400. */
  readonly error?: string;
  readonly resources?: object;
  /** How it is sent, if not as JSON. */
  readonly media?: string;
  /** Where models used to be, without a config. */
  readonly former?: Readonly<Record<string, readonly string[]>>;
}

const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const content = (schema: object, media = 'application/json'): object => ({
  content: { [media]: { schema } },
});
const each = (names: string): object => ({
  ...{ type: 'object', required: names.split(' ') },
  properties: Object.fromEntries(names.split(' ').map((name) => [name, ref(name)])),
});

async function files({ schemas, received, sent, error, resources = {}, former, media }: Given) {
  const hasConfig = former === undefined;
  const answer = (schema: object | undefined): object => ({
    '200': { description: '', ...(schema && content(schema)) },
    ...(error && { '400': { description: '', ...content(ref(error)) } }),
  });
  const document = {
    ...{ openapi: '3.1.0', info: { title: 'Zoo', version: '1' }, servers: [{ url: 'https://a.test' }] },
    paths: {
      '/pets': {
        get: { operationId: 'list', responses: answer(received ? each(received) : undefined) },
        ...(sent && {
          post: { operationId: 'add', requestBody: content(each(sent), media), responses: answer(undefined) },
        }),
      },
    },
    components: { schemas },
  };
  const methods = { list: 'get /pets', ...(sent && { add: 'post /pets' }) };
  const config = { organization: { name: 'zoo' }, resources: { ...resources, pets: { methods } } };
  const project = await loadProject({
    io: memoryIo({ 'a.json': JSON.stringify(document), 'c.yml': JSON.stringify(config) }),
    ...{ cwd: '/', allowRemote: false, spec: 'a.json', ...(hasConfig && { config: 'c.yml' }) },
  });
  if (!project.value) throw new Error(project.diagnostics.map(({ message }) => message).join('\n'));
  const { documents, configFor } = project.value;
  const { plan } = createPlanner(documents, new Map(Object.entries(former ?? {})))(configFor(PYTHON));
  const sdk = declarePython(plan);
  expect([sdk.layout.root.asyncClassName, sdk.methods.length]).toEqual(['AsyncZoo', sent ? 2 : 1]);
  const listed = 'types.pet_list_response: PetListResponse() { a as A: A }';
  return [
    ...sdk.types.flatMap(({ name, declarations }) =>
      declarations.map(
        (declaration) => `${name}: ${[declarationText(declaration), ...declaration.doc].join(' # ')}`,
      ),
    ),
    ...sdk.formerTypes.map(({ name, root }) => `${name} ${root.name} of ${root.declaration.module}`),
    ...sdk.diagnostics.map(({ code, origin }) => `${code} ${origin?.pointer ?? ''}`),
  ].filter((line) => line !== listed);
}

const models = (names: string): object => ({
  models: Object.fromEntries(
    names.split(' ').map((name) => [name.toLowerCase(), `#/components/schemas/${name}`]),
  ),
});
const object = (properties: Readonly<Record<string, object>>, more: object = {}): object => ({
  ...{ type: 'object', properties },
  ...more,
});
const VALUES = 'Colour Maybe Text Size Day Moment Byte File Based Long Either Mixed Loose List Coded UrlSafe';
const A = object({ x: { type: 'string' } });

const time = (format: string): object => ({ type: 'string', format });
const KINDS = { enum: ['a', 'b'], type: 'string' };
const RING = { oneOf: [{ type: 'string' }, { type: 'array', items: ref('A') }] };

it.each<[string, Given, readonly string[]]>([
  ['received', { schemas: { A }, received: 'A' }, ['types.pet_list_response: A() { x?: str }']],
  [
    'sent',
    { schemas: { A }, sent: 'A' },
    ['types.pet_add_params: A<> { x?: str }', 'types.pet_add_params: PetAddParams<> { a as A: A }'],
  ],
  [
    'both ways',
    { schemas: { A }, received: 'A', sent: 'A' },
    [
      'types.pet_add_params: A<> { x?: str }',
      'types.pet_add_params: PetAddParams<> { a as A: A }',
      'types.pet_list_response: A() { x?: str }',
    ],
  ],
  [
    'of the client',
    { schemas: { A }, received: 'A', sent: 'A', resources: { $client: models('A') } },
    [
      'types.a: A() { x?: str }',
      'types.a_param: AParam<> { x?: str }',
      'types.pet_add_params: PetAddParams<> { a as A: AParam }',
    ],
  ],
  [
    'shared',
    { schemas: { A }, received: 'A', sent: 'A', resources: { $shared: models('A') } },
    [
      'types.pet_add_params: PetAddParams<> { a as A: A }',
      'types.shared.a: A() { x?: str }',
      'types.shared_params.a: A<> { x?: str }',
    ],
  ],
  [
    'shared and only sent',
    { schemas: { A }, sent: 'A', resources: { $shared: models('A') } },
    [
      'types.pet_add_params: PetAddParams<> { a as A: A }',
      'types.shared.a: A() { x?: str }',
      'types.shared_params.a: A<> { x?: str }',
    ],
  ],
  [
    'shared and only received',
    { schemas: { A }, received: 'A', resources: { $shared: models('A') } },
    ['types.shared.a: A() { x?: str }'],
  ],
  [
    'shared constants',
    {
      schemas: { A: KINDS },
      received: 'A',
      sent: 'A',
      resources: { $shared: models('A') },
    },
    [
      'types.pet_add_params: PetAddParams<> { a as A: A }',
      'types.shared.a: A = Literal["a","b"]',
      'types.shared_params.a: A = Literal["a","b"]',
    ],
  ],
  [
    'constants of the client',
    { schemas: { A: KINDS }, sent: 'A', received: 'A', resources: { $client: models('A') } },
    ['types.a: A = Literal["a","b"]', 'types.pet_add_params: PetAddParams<> { a as A: A }'],
  ],
  [
    'constants of a resource below',
    {
      schemas: { A: KINDS },
      sent: 'A',
      received: 'A',
      resources: { a: { subresources: { b: models('A') } } },
    },
    ['types.a.a: A = Literal["a","b"]', 'types.pet_add_params: PetAddParams<> { a as A: A }'],
  ],
  [
    'constants of an error',
    { schemas: { A: KINDS }, error: 'A', sent: 'A' },
    ['types.errors.a: A = Literal["a","b"]', 'types.pet_add_params: PetAddParams<> { a as A: A }'],
  ],
  [
    'moved, and only sent',
    { schemas: { A }, sent: 'A', former: { A: ['$shared'] } },
    [
      'types.a_param: AParam<> { x?: str }',
      'types.pet_add_params: PetAddParams<> { a as A: AParam }',
      'types.shared_params.a A of types.a_param',
    ],
  ],
  ['of itself', { schemas: { A: RING }, error: 'A', received: 'A' }, ['types.errors.a: A = str | list[A]']],
  [
    'of itself, a model',
    { schemas: { A: RING }, sent: 'A', resources: { cats: models('A') } },
    [
      'types.a_param: AParam = str | SequenceNotStr[AParam]',
      'types.pet_add_params: PetAddParams<> { a as A: AParam }',
    ],
  ],
  [
    'variants',
    {
      schemas: {
        A: {
          oneOf: ['Dog', 'Cat'].map((title) =>
            object({ kind: { const: title.toLowerCase() } }, { title: `${title} Here`, required: ['kind'] }),
          ),
          discriminator: { propertyName: 'kind' },
        },
      },
      received: 'A',
      resources: { cats: models('A') },
    },
    [
      'types.a: DogHere() { kind: Literal["dog"] }',
      'types.a: CatHere() { kind: Literal["cat"] }',
      'types.a: A = DogHere | CatHere@{"discriminator":"kind"}',
    ],
  ],
  [
    'of a resource below',
    { schemas: { A }, received: 'A', resources: { a: { subresources: { b: models('A') } } } },
    ['types.a.a: A() { x?: str }'],
  ],
  [
    'of an error',
    { schemas: { A: object({ b: ref('B') }), B: A }, error: 'A' },
    ['types.errors.a: B() { x?: str }', 'types.errors.a: A() { b?: B }'],
  ],
  [
    'of an error that is a model',
    { schemas: { A }, error: 'A', resources: { cats: models('A') } },
    ['types.a: A() { x?: str }'],
  ],
  [
    'of an error that is sent',
    { schemas: { A }, error: 'A', sent: 'A' },
    [
      'types.errors.a: A() { x?: str }',
      'types.pet_add_params: A<> { x?: str }',
      'types.pet_add_params: PetAddParams<> { a as A: A }',
    ],
  ],
  [
    'named like a folder',
    {
      schemas: { Cats: A },
      received: 'Cats',
      resources: { $client: models('Cats'), cats: { subresources: { b: {} } } },
    },
    ['types.cats_: Cats() { x?: str }', 'types.pet_list_response: PetListResponse() { cats as Cats: Cats }'],
  ],
  [
    'named like a file',
    { schemas: { Cats: A }, received: 'Cats', resources: { $client: models('Cats'), cats: {} } },
    ['types.cats: Cats() { x?: str }', 'types.pet_list_response: PetListResponse() { cats as Cats: Cats }'],
  ],
  [
    'named like folders of all',
    {
      schemas: { Shared: A, SharedParams: A, Errors: A },
      received: 'Shared SharedParams Errors',
      resources: { $client: models('Shared SharedParams Errors') },
    },
    [
      'types.errors_: Errors() { x?: str }',
      'types.pet_list_response: PetListResponse() { errors as Errors: Errors; shared as Shared: Shared; shared_params as SharedParams: Sharedparams }',
      'types.shared_: Shared() { x?: str }',
      'types.sharedparams: Sharedparams() { x?: str }',
    ],
  ],
  [
    'moved',
    { schemas: { A }, received: 'A', sent: 'A', former: { A: ['$shared'] } },
    [
      'types.a: A() { x?: str }',
      'types.a_param: AParam<> { x?: str }',
      'types.pet_add_params: PetAddParams<> { a as A: AParam }',
      'types.shared.a A of types.a',
      'types.shared_params.a A of types.a_param',
    ],
  ],
  [
    'a file',
    {
      schemas: { File: time('binary') },
      sent: 'File',
      media: 'multipart/form-data',
      resources: { cats: models('File') },
    },
    [
      'types.file_param: FileParam = FileTypes',
      'types.pet_add_params: PetAddParams<> { file as File: FileParam }',
    ],
  ],
  [
    'that nothing states',
    { schemas: { A: { allOf: [{ oneOf: [A, { type: 'string' }] }, { type: 'array' }] } }, received: 'A' },
    [
      'types.pet_list_response: PetListResponse() { a as A: object }',
      'python-intersection /components/schemas/A',
    ],
  ],
  [
    'with words',
    { schemas: { A: { ...A, description: 'Of it.' } }, received: 'A', resources: { cats: models('A') } },
    ['types.a: A() { x?: str } # Of it.'],
  ],
  [
    'values',
    {
      schemas: {
        Colour: { type: 'string', enum: ['red', 'blue'] },
        Maybe: { type: ['string', 'null'], enum: ['red', null] },
        Text: { type: 'string' },
        Size: { type: 'number' },
        Day: time('date'),
        Moment: time('date-time'),
        Byte: time('byte'),
        File: time('binary'),
        Based: { type: 'string', contentEncoding: 'base64' },
        UrlSafe: { type: 'string', contentEncoding: 'base64url' },
        Long: { type: 'string', maxLength: 5 },
        Coded: { type: 'string', format: 'password', contentEncoding: 'base64' },
        Either: { oneOf: [{ type: 'string' }, { type: 'integer' }] },
        Mixed: { anyOf: [{ type: 'string', enum: ['a'] }, { type: 'string' }] },
        Loose: { anyOf: [{ type: 'string', enum: ['a'] }, time('date')] },
        List: { type: 'array', items: { type: 'string' } },
      },
      received: VALUES,
      sent: VALUES,
      resources: { cats: models(VALUES) },
    },
    [
      'types.based: Based = str',
      'types.based_param: BasedParam = str | Base64FileInput',
      'types.byte: Byte = str',
      'types.byte_param: ByteParam = str | Base64FileInput',
      'types.coded: Coded = str',
      'types.coded_param: CodedParam = str | Base64FileInput',
      'types.colour: Colour = Literal["red","blue"]',
      'types.day: Day = date',
      'types.day_param: DayParam = str | date',
      'types.either: Either = str | int',
      'types.either_param: EitherParam = str | int',
      'types.file: File = str',
      'types.list: List = list[str]',
      'types.list_param: ListParam = SequenceNotStr[str]',
      'types.long: Long = str',
      'types.loose: Loose = str | Literal["a"]',
      'types.maybe: Maybe = Literal["red"] | None',
      'types.mixed: Mixed = str | Literal["a"]',
      'types.moment: Moment = datetime',
      'types.moment_param: MomentParam = str | datetime',
      'types.pet_add_params: PetAddParams<> { based as Based: BasedParam@{"format":"base64"}; byte as Byte: ByteParam@{"format":"base64"}; coded as Coded: CodedParam@{"format":"base64"}; colour as Colour: Colour; day as Day: DayParam@{"format":"iso8601"}; either as Either: EitherParam; file as File: File; list as List: ListParam; long as Long: Long; loose as Loose: Loose; maybe as Maybe: Maybe; mixed as Mixed: Mixed; moment as Moment: MomentParam@{"format":"iso8601"}; size as Size: Size; text as Text: Text; url_safe as UrlSafe: UrlsafeParam@{"format":"base64url"} }',
      'types.pet_list_response: PetListResponse() { based as Based: Based; byte as Byte: Byte; coded as Coded: Coded; colour as Colour: Colour; day as Day: Day; either as Either: Either; file as File: File; list as List: List; long as Long: Long; loose as Loose: Loose; maybe as Maybe: Maybe; mixed as Mixed: Mixed; moment as Moment: Moment; size as Size: Size; text as Text: Text; url_safe as UrlSafe: Urlsafe }',
      'types.size: Size = float',
      'types.text: Text = str',
      'types.urlsafe: Urlsafe = str',
      'types.urlsafe_param: UrlsafeParam = str | Base64FileInput',
    ],
  ],
])('%s', async (_, given, expected) => expect(await files(given)).toEqual(expected));
