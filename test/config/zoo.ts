/** A document and a config in which every key of a config can change something. */
import type { JsonObject } from '../../generator/lib/json.ts';

const json = (schema: object): object => ({ 'application/json': { schema } });
const ok = (schema: object): object => ({ responses: { 200: { description: 'ok', content: json(schema) } } });
const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const query = (name: string, schema: object): object => ({ name, in: 'query', schema });

const animals = {
  type: 'object',
  properties: {
    data: { type: 'array', items: ref('Animal') },
    next: { type: ['string', 'null'] },
    more: { type: 'boolean' },
  },
  required: ['data'],
};
const speech = { type: 'object', properties: { word: { type: 'string' }, error: { type: 'string' } } };

export const ZOO = {
  openapi: '3.1.0',
  info: { title: 'Zoo API', version: '1.2.0', description: 'Animals.' },
  servers: [{ url: 'https://zoo.example' }],
  paths: {
    '/animals': {
      get: {
        operationId: 'listAnimals',
        description: 'All of them.',
        parameters: [
          query('after', { type: 'string' }),
          query('tags', { type: 'array', items: { type: 'string' } }),
          query('filter', { type: 'object', properties: { kind: { type: 'string' } } }),
        ],
        ...ok(animals),
      },
      post: {
        operationId: 'createAnimal',
        requestBody: { required: true, content: json(ref('Animal')) },
        ...ok({ type: 'object', properties: { data: ref('Animal') } }),
      },
    },
    '/houses/{house}/animals/{animal}': {
      get: {
        operationId: 'getAnimal',
        security: [{ key: [] }],
        parameters: [
          { name: 'house', in: 'path', required: true, schema: { type: 'string' } },
          { name: 'animal', in: 'path', required: true, schema: { type: 'string' } },
        ],
        ...ok(ref('Animal')),
      },
      put: {
        operationId: 'nameAnimal',
        parameters: [
          { name: 'house', in: 'path', required: true, schema: { type: 'string' } },
          { name: 'animal', in: 'path', required: true, schema: { type: 'string' } },
        ],
        requestBody: { required: true, content: json({ type: 'array', items: { type: 'string' } }) },
        ...ok(ref('Animal')),
      },
    },
    '/talk': {
      post: {
        operationId: 'talk',
        requestBody: {
          required: true,
          content: json({
            type: 'object',
            required: ['words'],
            properties: { words: { type: 'string' }, live: { type: 'boolean' } },
          }),
        },
        responses: {
          200: {
            description: 'ok',
            content: { ...json(speech), 'text/event-stream': { schema: speech } },
          },
        },
      },
    },
    '/photo': {
      post: {
        operationId: 'addPhoto',
        requestBody: {
          required: true,
          content: {
            'multipart/form-data': {
              schema: {
                type: 'object',
                required: ['photo'],
                properties: { photo: { type: 'string', format: 'binary' } },
              },
            },
          },
        },
        ...ok(ref('Animal')),
      },
    },
    '/cpu': {
      get: { operationId: 'getCpu', ...ok({ type: 'object', properties: { x: { type: 'string' } } }) },
    },
  },
  webhooks: {
    born: {
      post: {
        requestBody: {
          content: json({
            type: 'object',
            required: ['type'],
            properties: { type: { const: 'born' }, animal: ref('Animal') },
          }),
        },
        responses: { 200: { description: 'ok' } },
      },
    },
  },
  components: {
    securitySchemes: {
      key: { type: 'http', scheme: 'bearer' },
      other: { type: 'apiKey', in: 'header', name: 'X-Other' },
      pair: { type: 'http', scheme: 'basic' },
    },
    schemas: {
      Animal: {
        type: 'object',
        required: ['name'],
        properties: {
          name: { type: 'string' },
          id: { type: 'string' },
          cpu_id: { type: 'string' },
          born: { type: 'string', format: 'date-time' },
          size: { type: 'string', enum: ['small', 'large'] },
        },
      },
      Event: { type: 'object', properties: { type: { type: 'string' }, kind: { type: 'string' } } },
    },
  },
  security: [{ key: [] }],
};

export const BASE: JsonObject = {
  edition: '2026-11-23',
  targets: { typescript: { package_name: 'zoo' }, python: { package_name: 'zoo' } },
  organization: { name: 'zoo' },
  settings: { per_endpoint_security: true },
  environments: {
    production: { url: 'https://{region}.zoo.example', variables: { region: { default: 'eu' } } },
  },
  client_settings: {
    opts: {
      api_key: { type: 'string', read_env: 'ZOO_KEY', auth: { security_scheme: 'key' } },
      house: { type: 'string', nullable: true, read_env: 'ZOO_HOUSE' },
      hook: { type: 'string', nullable: true },
    },
  },
  resources: {
    $client: { methods: { cpu: 'get /cpu' } },
    animals: {
      models: { animal: 'Animal', event: 'Event' },
      methods: {
        list: { endpoint: 'get /animals' },
        create: { endpoint: 'post /animals' },
        get: { endpoint: 'get /houses/{house}/animals/{animal}' },
        name: { endpoint: 'put /houses/{house}/animals/{animal}', body_param_name: 'names' },
        talk: { endpoint: 'post /talk' },
        photo: { endpoint: 'post /photo' },
        unwrap: { type: 'webhook_unwrap' },
      },
    },
  },
};
