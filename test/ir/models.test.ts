import { describe, expect, it } from 'vitest';
import type { ModelConfig, ResourceConfig } from '../../generator/config/types.ts';
import { build, paths } from './support.ts';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const answers = (name: string) => ({
  responses: { 200: { description: '', content: { 'application/json': { schema: ref(name) } } } },
});
const takes = (name: string) => ({ requestBody: { content: { 'application/json': { schema: ref(name) } } } });
const object = (properties: object = {}) => ({
  type: 'object',
  properties: { id: { type: 'string' }, ...properties },
});
const document = {
  ...paths({
    'get /cats/{id}': answers('Cat'),
    'post /cats': { ...takes('NewCat'), ...answers('Cat') },
    'get /cats/{id}/toys': answers('Toy'),
    'get /dogs/{id}': answers('Dog'),
  }),
  components: {
    schemas: {
      Cat: object({ owner: ref('Owner'), toy: ref('Toy') }),
      NewCat: object(),
      Dog: object({ owner: ref('Owner') }),
      Owner: object(),
      Toy: object(),
      Unused: object(),
    },
  },
};
const models = (built: Awaited<ReturnType<typeof build>>) =>
  Object.fromEntries(
    built.api.schemas.map((one) => [
      one.name,
      one.model === undefined
        ? `– ${one.usedIn}`
        : `${one.model.resource.join('.')}:${one.model.name} ${one.usedIn}`,
    ]),
  );

describe('models', () => {
  it('without configuration are all named schemas, of the resource that uses them first or shared', async () => {
    expect(models(await build(document))).toEqual({
      Cat: 'cats:Cat response',
      NewCat: 'cats:NewCat request',
      Dog: 'dogs:Dog response',
      Owner: '$shared:Owner response',
      Toy: 'cats:Toy response',
      Unused: '– none',
    });
  });

  const origin = { document: 'zoo.yml', pointer: '/resources/cats' };
  const config = (
    list: readonly Partial<ModelConfig>[],
  ): { readonly resources: readonly ResourceConfig[] } => ({
    resources: [
      {
        key: 'cats',
        path: ['cats'],
        subresources: [],
        skipped: false,
        origin,
        methods: [
          {
            kind: 'http',
            key: 'get',
            resource: ['cats'],
            skipped: false,
            origin,
            endpoint: { verb: 'get', path: '/cats/{id}', origin },
          },
        ],
        models: list.map((one) => ({
          name: 'kitty',
          resource: ['cats'],
          skipped: false,
          origin,
          target: { kind: 'schema', name: 'Cat' },
          ...one,
        })),
      },
    ],
  });

  it.each<ModelConfig['target']>([
    { kind: 'schema', name: 'Cat' },
    { kind: 'pointer', pointer: '/components/schemas/Cat' },
    { kind: 'path', path: '$.components.schemas.Cat' },
  ])('as configured are the only ones (%j)', async (target) => {
    const built = await build(document, config([{ target }]));
    expect(models(built)).toMatchObject({ Cat: 'cats:kitty response', Owner: '– response' });
  });

  it('of several resources belong to the nearest parent of all, and so does what they refer to', async () => {
    const of = (path: string, name: string) => ({
      [`get ${path}`]: answers(name),
      [`get ${path}/{key}`]: answers(name),
    });
    const built = await build({
      ...paths({
        'get /zones/{id}': answers('Zone'),
        ...of('/zones/{id}/records/tags', 'Tag'),
        ...of('/zones/{id}/records/locks', 'Lock'),
        ...of('/zones/{id}/settings', 'Setting'),
        ...of('/zones/{id}/settings/old', 'Setting'),
        ...of('/pools', 'Pool'),
      }),
      components: {
        schemas: {
          Zone: object(),
          Tag: object({ color: ref('Color') }),
          Lock: object({ color: ref('Color'), state: ref('State') }),
          Color: object({ shade: ref('Shade') }),
          Shade: object(),
          State: object(),
          Setting: object({ state: ref('State'), unit: ref('Unit') }),
          Unit: object(),
          Pool: object({ unit: ref('Unit') }),
        },
      },
    });
    expect(models(built)).toEqual({
      Zone: 'zones:Zone response',
      Tag: 'zones.records.tags:Tag response',
      Lock: 'zones.records.locks:Lock response',
      Color: 'zones.records:Color response',
      Shade: 'zones.records:Shade response',
      State: 'zones:State response',
      Setting: 'zones.settings:Setting response',
      Unit: '$shared:Unit response',
      Pool: 'pools:Pool response',
    });
  });

  it('may be placed by the document, in resources that hold nothing else; the config comes first', async () => {
    const marked = {
      ...document,
      components: {
        schemas: {
          ...document.components.schemas,
          Cat: { ...object(), 'x-stainless-model': 'pets.cat' },
          Owner: { ...object(), 'x-stainless-model': 'people.owners.cat_owner' },
          Toy: { ...object(), 'x-stainless-model': '$shared.plaything' },
        },
      },
    };
    const built = await build(marked, config([{}]));
    expect(models(built)).toMatchObject({
      Cat: 'cats:kitty response',
      Owner: 'people.owners:cat_owner none',
      Toy: '$shared:plaything none',
      Dog: '– none',
    });
    expect(built.api.root.children.map((one) => one.key)).toEqual(['cats', 'people']);
    expect(built.codes).toEqual(['operations-unconfigured']);
  });

  it('may be schemas without a name in the document', async () => {
    const toy = { type: 'array', items: { type: 'object', properties: { name: { type: 'string' } } } };
    const built = await build(
      {
        ...document,
        components: { schemas: { ...document.components.schemas, Cat: object({ toys: toy }) } },
      },
      config([
        {
          name: 'plaything',
          target: { kind: 'pointer', pointer: '/components/schemas/Cat/properties/toys/items' },
        },
      ]),
    );
    expect(built.api.schemas.filter((one) => one.model)).toMatchObject([
      {
        model: { name: 'plaything', resource: ['cats'] },
        usedIn: 'response',
        type: { kind: 'object', properties: [{ name: 'name' }] },
      },
    ]);
  });

  it('are none where the config has a tree and no models', async () =>
    expect(models(await build(document, config([])))).toMatchObject({ Cat: '– response' }));

  it('that the document lacks are errors with the nearest name', async () => {
    const built = await build(document, config([{ target: { kind: 'schema', name: 'Cats' } }]));
    expect(built.diagnostics.find((one) => one.code === 'config-model-unknown')).toMatchObject({
      severity: 'error',
      message: 'The document has no schema Cats, which the model cats.kitty refers to.',
      help: 'Correct the entry; the nearest schema is Cat.',
      origin,
    });
  });

  it('have one name', async () => {
    const built = await build(document, config([{}, { name: 'pussycat' }]));
    expect(models(built)).toMatchObject({ Cat: 'cats:kitty response' });
    expect(built.codes).toContain('config-model-twice');
  });
});

describe('webhooks', () => {
  const body = takes('Dog');
  it('come from webhooks, x-webhooks and callbacks', async () => {
    const built = await build({
      ...paths({
        'post /hooks': {
          callbacks: { happened: { '{$request.body#/url}': { post: { ...body, responses: {} } } } },
        },
      }),
      webhooks: { dogBarked: { post: { summary: 'A dog barked', ...body, responses: {} } } },
      'x-webhooks': { old: { post: { ...body, responses: {} } } },
      components: { schemas: { Dog: object() } },
    });
    expect(built.api.webhooks.map((one) => [one.name, one.verb, one.callback?.expression])).toEqual([
      ['dogBarked', 'post', undefined],
      ['old', 'post', undefined],
      ['happened', 'post', '{$request.body#/url}'],
    ]);
    expect(built.api.schemas).toMatchObject([
      { name: 'Dog', usedIn: 'response', model: { resource: ['webhooks'] } },
    ]);
  });
});
