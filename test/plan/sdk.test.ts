/** The plan of an SDK: its resources and models, and where models used to be. */
import { describe, expect, it } from 'vitest';
import { createApiBuilder } from '../../generator/ir/build.ts';
import { typescript } from '../../generator/languages/typescript/data.ts';
import { type SdkPlan, placesOf, planSdk } from '../../generator/plan/sdk.ts';
import { loadProject } from '../../generator/project.ts';
import { memoryIo } from '../../generator/source/io.ts';

const json = (name: string) =>
  `content: { application/json: { schema: { $ref: '#/components/schemas/${name}' } } }`;

const DOCUMENT = `
openapi: 3.1.0
info: { title: Zoo, version: '1' }
servers: [{ url: https://zoo.test }]
components:
  schemas:
    Sent: { type: object, properties: { tree: { $ref: '#/components/schemas/Tree' } } }
    Tree: { type: object, properties: { below: { type: array, items: { $ref: '#/components/schemas/Tree' } } } }
    Fault: { type: object, properties: { message: { type: string } } }
    Cat: { type: object, properties: { id: { type: string, readOnly: true }, name: { type: string } } }
    Plain: { type: object, properties: { name: { type: string } } }
    Got: { type: object, properties: { id: { type: string, readOnly: true } } }
    Unused: { type: object, properties: { id: { type: string, readOnly: true } } }
paths:
  /cats:
    get: { responses: { 200: { description: '', ${json('Cat')} }, 404: { description: '', ${json('Fault')} } } }
    post: { requestBody: { ${json('Cat')} }, responses: { 200: { description: '', ${json('Plain')} } } }
  /cats/sent:
    put: { requestBody: { ${json('Sent')} }, responses: { 200: { description: '', ${json('Got')} } } }
    post: { requestBody: { ${json('Plain')} }, responses: { 204: { description: '' } } }
webhooks:
  said: { post: { requestBody: { ${json('Plain')} }, responses: { 204: { description: '' } } } }
`;

const CONFIG = `
resources:
  cats:
    models: { sent: Sent, cat: Cat, plain: Plain, got: Got, unused: Unused }
    methods: { list: get /cats, create: post /cats }
    subresources: { toys: { methods: { update: put /cats/sent, check: post /cats/sent } } }
`;

async function planOf(config: string, former?: object, document = DOCUMENT): Promise<SdkPlan> {
  const project = await loadProject({
    io: memoryIo({ 'openapi.yml': document, 'sdkwright.yml': config }),
    ...{ cwd: '/', allowRemote: false, config: 'sdkwright.yml', spec: 'openapi.yml' },
  });
  if (!project.value) throw new Error(project.diagnostics.map(({ message }) => message).join('\n'));
  const { documents, configFor } = project.value;
  const { value } = createApiBuilder(documents)(configFor(typescript));
  return former === undefined
    ? planSdk(value)
    : planSdk(value, new Map(Object.entries(former) as [string, string[]][]));
}

/** Name → where it stands, its direction, and where it stood. */
const modelsOf = ({ models }: SdkPlan): object =>
  Object.fromEntries(
    models.map(({ model, direction, isSplit, formerly }) => [
      model.name,
      [
        model.resource.join('.'),
        `${direction}${isSplit ? ' split' : ''}`,
        ...formerly.map((path) => path.join('.')),
      ],
    ]),
  );

describe('the plan of an SDK', () => {
  it('has resources, schemas and models in their order', async () => {
    const plan = await planOf(`edition: '2026-11-23'\n${CONFIG}`);
    expect(
      plan.resources.map(({ path, resource, methods }) => [
        path,
        resource.key,
        methods.map(({ method, resource: of }) => [of, method.key]),
      ]),
    ).toEqual([
      [[], '', []],
      [
        ['cats'],
        'cats',
        [
          [['cats'], 'create'],
          [['cats'], 'list'],
        ],
      ],
      [
        ['cats', 'toys'],
        'toys',
        [
          [['cats', 'toys'], 'update'],
          [['cats', 'toys'], 'check'],
        ],
      ],
      [['webhooks'], 'webhooks', []],
    ]);
    expect(plan.api.schemas.map(({ name }) => name)).toEqual([
      ...['Cat', 'Fault', 'Got', 'Plain', 'Sent', 'Tree', 'Unused'],
    ]);
    expect([...plan.shapes.schemas]).toEqual(plan.api.schemas.map((schema) => [schema.id, schema]));
    expect(plan.shapes.sortProperties).toBe(true);
    expect(modelsOf(plan)).toEqual({
      cat: ['cats', 'response split'],
      got: ['cats', 'response'],
      plain: ['cats', 'response'],
      sent: ['cats', 'request'],
      unused: ['cats', 'both'],
    });
    expect(plan.errorModels.map(({ name }) => name)).toEqual(['Fault']);
    expect([...plan.recursive].map((id) => plan.shapes.schemas.get(id)?.name)).toEqual(['Tree']);
    expect([plan.pages, plan.unwraps.length, plan.events.length]).toEqual([[], 1, 1]);
    expect(plan.diagnostics.map(({ code }) => code)).toEqual(['webhook-signature-unknown']);
  });

  it('has one type for both directions in a published edition', async () => {
    const plan = await planOf(`edition: '2025-10-10'\n${CONFIG}`);
    expect(modelsOf(plan)).toMatchObject({
      cat: ['cats', 'both'],
      got: ['cats', 'response'],
      sent: ['cats', 'request'],
    });
  });

  it('says that no server is known', async () => {
    const document = DOCUMENT.replace('servers: [{ url: https://zoo.test }]', '').replace(
      /webhooks:[^]*/,
      '',
    );
    const plan = await planOf(CONFIG, undefined, document);
    expect(plan.diagnostics.map(({ code }) => code)).toEqual(['server-missing']);
    expect(plan.unwraps).toEqual([]);
  });

  it('says which method cannot use its key', async () => {
    const unwrap = 'unwrap: { type: webhook_unwrap, webhook_key_opt: count }';
    const plan = await planOf(`client_settings: { opts: { count: { type: integer } } }
${CONFIG.replace('list: get /cats', `list: get /cats, ${unwrap}`)}`);
    expect(plan.diagnostics.map(({ code }) => code)).toEqual(['webhook-key-unusable']);
  });
});

describe('where a model used to be', () => {
  const former = { Cat: ['old', 'cats', 'a.b'], Plain: ['cats'], Gone: ['old'], cat: ['old'] };
  it('is kept for what the config does not place', async () => {
    const plan = await planOf('{}', former);
    expect(modelsOf(plan)).toEqual({
      Cat: ['cats', 'response split', 'old', 'a.b'],
      Fault: ['cats', 'response'],
      Got: ['cats.sent', 'response'],
      Plain: ['cats', 'response'],
      Sent: ['cats.sent', 'request'],
      Tree: ['cats.sent', 'request'],
    });
    expect(Object.fromEntries(placesOf(plan))).toEqual({
      ...{ Cat: ['cats', 'old', 'a.b'], Fault: ['cats'], Got: ['cats.sent'], Plain: ['cats'] },
      ...{ Sent: ['cats.sent'], Tree: ['cats.sent'] },
    });
  });
  it('is not kept for what the config places', async () => {
    const plan = await planOf(CONFIG, former);
    expect(modelsOf(plan)).toMatchObject({ cat: ['cats', 'both'] });
    expect([...placesOf(plan)]).toEqual([]);
  });
  it('is nowhere at first', async () => expect(placesOf(await planOf('{}')).get('Cat')).toEqual(['cats']));
});
