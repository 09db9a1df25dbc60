/**
 * Names and calls of a Python SDK where they are hard: what is taken already, what several places share, and
 * what only some requests need. What is false or empty is left out. `UPDATE_EXPECTED=1` rewrites what is
 * expected; then read it.
 */
import { join } from 'node:path';
import { it } from 'vitest';
import { generateFor } from '../../generator/generate.ts';
import { python as PYTHON } from '../../generator/languages/python/data.ts';
import { python } from '../../generator/languages/python/language.ts';
import { loadProject } from '../../generator/project.ts';
import { memoryIo } from '../../generator/source/io.ts';
import { expectStored } from '../support/stored.ts';

type Json = Readonly<Record<string, unknown>>;
const text = { type: 'string' };
const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: Json, required: readonly string[] = [], more: Json = {}): Json => ({
  type: 'object',
  properties,
  required,
  ...more,
});
const content = (schema: Json, media = 'application/json'): Json => ({ [media]: { schema } });
const answer = (schema: Json, more: Json = {}, media?: string): Json => ({
  responses: { 200: { description: '', content: content(schema, media) }, ...more },
});
const none = { responses: { 204: { description: '' } } };
const body = (schema: Json, required = true, media?: string): Json => ({
  requestBody: { required, content: content(schema, media) },
});
const parameters = (...all: readonly (readonly [string, Json?])[]): Json => ({
  parameters: all.map(([written, more = {}]) => {
    const [where, name] = written.replace('!', '').split(' ');
    return {
      name,
      in: where,
      required: written.endsWith('!') || where === 'path',
      ...('content' in more ? {} : { schema: text }),
      ...more,
    };
  }),
});
const fails = (status: string, schema: Json): Json => ({
  [status]: { description: '', content: content(schema) },
});
const events = content(text, 'text/event-stream');

interface Given {
  readonly config?: Json;
  readonly schemas?: Json;
  readonly paths: Json;
  readonly more?: Json;
  /** Which views are stored. */
  readonly shows: readonly string[];
}

const cases: Readonly<Record<string, Given>> = {
  'names that are taken': {
    shows: ['resources', 'types'],
    schemas: {
      List: object({
        list: { type: 'array', items: text },
        dict: { type: 'object', additionalProperties: text },
        str: text,
        of: { type: 'array', items: ref('List') },
      }),
      Omit: object({ object: {}, float: { type: 'number' }, next: ref('Omit') }),
    },
    paths: {
      '/lists/{list}': {
        get: {
          ...parameters(
            ['path list'],
            ['query str', { schema: { type: 'array', items: text } }],
            ['query Omit', { schema: ref('Omit') }],
          ),
          ...answer(ref('List')),
        },
      },
      '/lists': {
        post: {
          ...body(
            object({
              dict: { type: 'array', items: ref('Omit') },
              transform: text,
              timeout: { type: 'number' },
            }),
          ),
          ...answer(ref('Omit')),
        },
      },
      '/classes': { get: answer(object({ a: object({ b: text }) })) },
    },
    config: {
      resources: {
        lists: {
          models: { list: 'List', omit: 'Omit' },
          methods: { get: 'get /lists/{list}', create: 'post /lists' },
        },
        Lists_: {
          methods: { list: 'get /classes', create_response: 'post /lists' },
          subresources: { list: { methods: { class: 'get /classes' } } },
        },
      },
    },
  },
  'files that need each other': {
    shows: ['types', 'errors'],
    schemas: {
      A: object({ b: ref('B'), bs: { type: 'array', items: ref('B') } }),
      B: { allOf: [ref('C'), object({ a: ref('A') })] },
      C: object({ b: ref('B') }),
      Open: object({ a: ref('Open') }, [], { additionalProperties: ref('Open') }),
      Kind: { anyOf: [ref('A'), { type: 'array', items: ref('Kind') }] },
      Made: { allOf: [object({ x: text }), { anyOf: [object({ y: text }), { type: 'string' }] }] },
      Fault: object({ why: ref('A') }),
    },
    paths: {
      '/a': {
        get: answer(ref('A'), fails('404', ref('Fault'))),
        post: { ...body(ref('Open')), ...answer(ref('Made')) },
      },
      '/k': { get: answer(ref('Kind')), post: { ...body(ref('B')), ...answer(ref('C')) } },
    },
    config: {
      resources: {
        $shared: { models: { a: 'A', open: 'Open' } },
        $client: { models: { kind: 'Kind' } },
        bs: {
          models: { b: 'B', c: 'C', made: 'Made' },
          methods: { get: 'get /a', create: 'post /a', kinds: 'get /k', kind: 'post /k' },
        },
      },
    },
  },
  'requests of all kinds': {
    shows: ['resources', 'client'],
    more: {
      security: [{ token: [] }],
      servers: [{ url: 'https://zoo.test' }],
    },
    schemas: {
      Pet: object({ name: text, id: text }, ['name']),
      Dog: object({ bark: text, kind: text }, ['bark']),
    },
    paths: {
      '/fixed?a=b': { get: none, post: { ...parameters(['query q']), ...none } },
      '/secured': {
        get: { security: [{ flows: ['read', 'write'], token: [] }, {}], ...none },
        post: { security: [], ...none },
      },
      '/cookies/{json}': {
        get: {
          ...parameters(
            ['path json', { content: content(object({ a: text })) }],
            ['cookie jar', { schema: { type: 'array', items: text }, explode: true }],
            ['header X-Json', { content: content(object({ a: text })) }],
            ['header X-List', { schema: { type: 'array', items: text } }],
          ),
          ...none,
        },
      },
      '/own/{id}': {
        get: {
          servers: [{ url: 'https://own.test/{v}', variables: { v: { default: '{x}' } } }],
          ...parameters(['path id']),
          ...none,
        },
      },
      '/several': {
        get: {
          responses: {
            200: { description: '', content: content(ref('Pet')) },
            201: { description: '', content: content(ref('Dog')) },
            202: { description: '' },
          },
        },
      },
      '/optional': {
        post: { ...body(ref('Pet'), false), ...none },
        put: { ...parameters(['query q']), ...body(ref('Pet'), false), ...none },
      },
      '/either': {
        post: { ...body({ oneOf: [ref('Pet'), ref('Dog')] }), ...none },
        put: { ...parameters(['query q!']), ...body({ oneOf: [ref('Pet'), ref('Dog')] }, false), ...none },
      },
      '/chat': {
        post: {
          ...body(
            object({ prompt: text, zed: text, id: text, stream: { type: 'boolean' } }, [
              'prompt',
              'zed',
              'id',
              'stream',
            ]),
          ),
          responses: { 200: { description: '', content: { ...content(ref('Pet')), ...events } } },
        },
        put: {
          ...body(object({ prompt: text, stream: { type: ['boolean', 'null'] } }, ['prompt'])),
          responses: { 200: { description: '', content: { ...content(text, 'audio/mpeg'), ...events } } },
        },
      },
      '/faults': {
        get: answer(text, {
          ...fails('404', ref('Pet')),
          ...fails('418', object({ tea: text })),
          ...fails('4XX', text),
          default: { description: '', content: { 'text/plain': { schema: text } } },
        }),
      },
      '/long': {
        get: {
          summary: 'What  it\n does.',
          description: 'One.\n\nTwo.',
          ...parameters(
            ['query q', { description: 'First.\n\nSecond.' }],
            ['query old', { deprecated: true }],
          ),
          ...none,
        },
      },
    },
    config: {
      client_settings: {
        idempotency_header: 'Idempotency-Key',
        opts: {
          token: { type: 'string', auth: { security_scheme: 'token' } },
          flows: { type: 'string', nullable: true, auth: { security_scheme: 'flows' } },
          jar: { type: 'string', nullable: true, auth: { security_scheme: 'jar' } },
          count: { type: 'number' },
          live: { type: 'boolean' },
          known: { type: 'string', default: 'x' },
        },
      },
      settings: { per_endpoint_security: true },
      resources: {
        $client: { methods: { copy: 'get /several', 'fixed-get': 'get /fixed?a=b' } },
        all: {
          methods: {
            ...{
              fixed: 'post /fixed?a=b',
              secured: 'get /secured',
              open: 'post /secured',
              cookies: 'get /cookies/{json}',
            },
            ...{
              own: 'get /own/{id}',
              optional: 'post /optional',
              asked: 'put /optional',
              either: 'post /either',
              or: 'put /either',
            },
            chat: { endpoint: 'post /chat', streaming: { param_discriminator: 'stream' } },
            speak: { endpoint: 'put /chat', streaming: { param_discriminator: 'stream' } },
            ...{ faults: 'get /faults', long: 'get /long' },
          },
        },
        types: { methods: { list: 'get /several' } },
      },
    },
  },
};

const MORE: Readonly<Record<string, Given>> = {
  'what clients hold': {
    shows: ['client', 'resources', 'errors', 'types'],
    more: { webhooks: { said: { post: { ...body(object({ a: text })), ...none } } } },
    schemas: {
      ...{
        Client: object({ a: text }),
        AsyncClient: object({ b: text }),
        Zoo: object({ c: text }),
        AsyncZoo: object({ d: text }),
      },
      Toys: object({ e: text }),
      Fault: object({ why: text }),
    },
    paths: {
      '/client': {
        get: answer(ref('Client')),
        post: answer(ref('AsyncClient')),
        put: answer(ref('Zoo')),
        patch: answer(ref('AsyncZoo')),
      },
      '/toys/{toys}': {
        get: {
          ...parameters(['path toys'], ['query list_']),
          ...answer(ref('Toys'), {
            ...fails('409', {}),
            ...fails('410', ref('Fault')),
            ...fails('2X9', text),
          }),
        },
      },
      '/chat': {
        post: {
          ...body(
            object({ alive: { type: 'boolean' }, id: text, token: text, zed: text }, [
              'alive',
              'id',
              'token',
              'zed',
            ]),
          ),
          responses: { 200: { description: '', content: { ...content(ref('Toys')), ...events } } },
        },
        put: {
          ...parameters(['query stream']),
          ...body(object({ stream: { type: 'boolean' }, a: text, z: text, token: text })),
          responses: { 200: { description: '', content: { ...content(ref('Toys')), ...events } } },
        },
        patch: { ...parameters(['query q']), ...body(object({ a: text }, ['a']), false), ...none },
      },
    },
    config: {
      client_settings: {
        opts: {
          secret: { type: 'string', nullable: true },
          crumb: { type: 'string', send_in_cookie: 'crumb' },
          other: { type: 'string', nullable: true, send_in_cookie: 'other' },
          first: { type: 'string', nullable: true, send_as_query_param: 'first' },
          second: { type: 'string', nullable: true, send_as_query_param: 'second' },
        },
      },
      webhooks: { signing_key_option: 'secret' },
      resources: {
        $client: {
          models: {
            client: 'Client',
            async_client: 'AsyncClient',
            zoo: 'Zoo',
            async_zoo: 'AsyncZoo',
            toys_resource: 'Toys',
          },
          methods: {
            one: 'get /client',
            two: 'post /client',
            three: 'put /client',
            four: 'patch /client',
            unwrap: { type: 'webhook_unwrap' },
          },
        },
        toys: {
          methods: {
            get: 'get /toys/{toys}',
            patch: 'patch /chat',
            chat: { endpoint: 'post /chat', streaming: { param_discriminator: 'alive' } },
            ask: { endpoint: 'put /chat', streaming: { param_discriminator: 'stream' } },
          },
          subresources: { below: { methods: { unwrap: { type: 'webhook_unwrap' } } } },
        },
      },
    },
  },
};

const SCHEMES = {
  token: { type: 'http', scheme: 'bearer' },
  flows: {
    type: 'oauth2',
    flows: { implicit: { authorizationUrl: 'https://zoo.test/a', scopes: { read: '', write: '' } } },
  },
  jar: { type: 'apiKey', in: 'cookie', name: 'jar' },
};

/** What every method has. */
const ALWAYS =
  /, extra_headers: .*? = not_given|extra_headers=extra_headers, .*?timeout=timeout(, )?|\s*extra_headers: Extra [^]*default of the client/g;

/** Lists of texts in one line, and one colour of each class. */
function withoutEmpty(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(ALWAYS, '');
  if (Array.isArray(value))
    return value.every((each) => typeof each === 'string')
      ? value.join(', ').replace(ALWAYS, '')
      : value.filter((each: { name?: string }) => !/^Async/.test(each?.name ?? '')).map(withoutEmpty);
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(
    ([, each]) => each !== false && each !== '' && !(Array.isArray(each) && each.length === 0),
  );
  return Object.fromEntries(kept.map(([key, each]) => [key, withoutEmpty(each)]));
}

it.each(Object.entries({ ...cases, ...MORE }))(
  '%s',
  async (name, { config = {}, schemas = {}, paths, more = {}, shows }) => {
    const document = {
      ...{
        openapi: '3.1.0',
        info: { title: 'Zoo', version: '1' },
        servers: [{ url: 'https://zoo.test' }],
        paths,
      },
      components: { schemas, securitySchemes: SCHEMES },
      ...more,
    };
    const project = await loadProject({
      io: memoryIo({
        'openapi.yml': JSON.stringify(document),
        'sdkwright.yml': JSON.stringify({ edition: '2026-11-23', ...config }),
      }),
      ...{ cwd: '/', allowRemote: false, spec: 'openapi.yml', config: 'sdkwright.yml' },
    });
    if (!project.value) throw new Error(project.diagnostics.map(({ message }) => message).join('\n'));
    const { documents, configFor } = project.value;
    const { views, diagnostics } = generateFor(python, { documents, config: configFor(PYTHON) });
    const all = views.forTemplates() as unknown as Json;
    expectStored(join(import.meta.dirname, 'corners', `${name.replaceAll(' ', '-')}.json`), {
      ...Object.fromEntries(shows.map((key) => [key, withoutEmpty(all[key])])),
      notices: diagnostics.map(({ code, message }) => `${code}: ${message}`),
    });
  },
);
