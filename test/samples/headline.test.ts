/** Which calls a README shows: pairs of operations, of which the first is worth more, whatever it is called. */
import { describe, expect, it } from 'vitest';
import { planSdk } from '../../generator/plan/sdk.ts';
import { type RequestedCall, planShowcase } from '../../generator/plan/samples/showcase.ts';
import { build } from '../ir/support.ts';

const THING = { type: 'object', properties: { id: { type: 'string' } } };
const json = (schema: object, type = 'application/json'): object => ({ content: { [type]: { schema } } });
const string = { schema: { type: 'string' } };

/** What an operation has, by a word each. */
const PARTS: Readonly<Record<string, object>> = {
  body: {
    requestBody: {
      required: true,
      ...json({ type: 'object', required: ['a'], properties: { a: { type: 'string' } } }),
    },
  },
  optional: { requestBody: json({ type: 'object', properties: { a: { type: 'string' } } }) },
  query: { parameters: [{ name: 'q', in: 'query', required: true, ...string }] },
  value: { responses: { 200: { description: 'ok', ...json(THING) } } },
  list: { responses: { 200: { description: 'ok', ...json({ type: 'array', items: THING }) } } },
  page: {
    parameters: [
      { name: 'page', in: 'query', schema: { type: 'integer' } },
      { name: 'limit', in: 'query', schema: { type: 'integer' } },
    ],
    responses: {
      200: {
        description: 'ok',
        ...json({
          type: 'object',
          properties: { items: { type: 'array', items: THING }, total: { type: 'integer' } },
        }),
      },
    },
  },
  events: { responses: { 200: { description: 'ok', ...json(THING, 'text/event-stream') } } },
  flag: {
    requestBody: {
      required: true,
      ...json({
        type: 'object',
        required: ['a'],
        properties: { a: { type: 'string' }, stream: { type: 'boolean' } },
      }),
    },
    responses: {
      200: {
        description: 'ok',
        content: { 'application/json': { schema: THING }, 'text/event-stream': { schema: THING } },
      },
    },
  },
  more: {
    requestBody: {
      required: true,
      ...json({
        type: 'object',
        required: ['a'],
        properties: Object.fromEntries(
          ['a', 'b', 'c', 'd', 'stream'].map((name) => [
            name,
            { type: name === 'stream' ? 'boolean' : 'string' },
          ]),
        ),
      }),
    },
  },
  file: {
    requestBody: {
      required: true,
      ...json(
        { type: 'object', required: ['f'], properties: { f: { type: 'string', format: 'binary' } } },
        'multipart/form-data',
      ),
    },
  },
  'optional-file': {
    requestBody: json(
      { type: 'object', properties: { f: { type: 'string', format: 'binary' } } },
      'multipart/form-data',
    ),
  },
  token: {
    responses: {
      200: {
        description: 'ok',
        ...json({
          type: 'object',
          required: ['accessToken'],
          properties: { accessToken: { type: 'string' } },
        }),
      },
    },
  },
  key: {
    responses: {
      200: {
        description: 'ok',
        ...json({ type: 'object', required: ['myKey'], properties: { myKey: { type: 'string' } } }),
      },
    },
  },
  texts: {
    requestBody: { required: true, ...json({ type: 'array', items: { type: 'string' } }) },
  },
  hidden: { 'x-hidden': true },
  deprecated: { deprecated: true },
  beta: { 'x-stability-level': 'beta' },
  shown: { 'x-speakeasy-usage-example': true },
  first: { tags: ['first'] },
  second: { tags: ['second'] },
};

/** `post /things body value`: verb, path, parts; `as=a.b` names the call. */
async function showcaseOf(
  lines: readonly string[],
  options: readonly RequestedCall[] = [],
  tags: readonly string[] = [],
) {
  const paths: Record<string, Record<string, object>> = {};
  for (const line of lines) {
    const [verb = '', path = '', ...words] = line.split(' ');
    const parts = words.filter((word) => !word.startsWith('as='));
    const names = words.flatMap((word) => (word.startsWith('as=') ? [word.slice(3)] : []));
    const found = parts.map((word) => {
      const part = PARTS[word];
      if (part === undefined) throw new Error(`no part ${word}`);
      return part as { readonly parameters?: readonly object[] };
    });
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      ...string,
    }));
    paths[path] = {
      ...paths[path],
      [verb]: {
        responses: { 204: { description: 'ok' } },
        ...Object.assign({}, ...found),
        parameters: [...inPath, ...found.flatMap(({ parameters = [] }) => parameters)],
        ...(names[0] !== undefined && {
          'x-speakeasy-group': names[0].split('.').slice(0, -1).join('.'),
          'x-speakeasy-name-override': names[0].split('.').at(-1),
        }),
      },
    };
  }
  const { api } = await build({
    servers: [{ url: 'https://t.test' }],
    tags: tags.map((name) => ({ name })),
    paths,
  });
  const showcase = planShowcase(planSdk(api), options);
  const named = (call: (typeof showcase)['headline']): string =>
    call === undefined ? 'none' : `${call.planned.method.verb} ${call.planned.method.path}`;
  return {
    showcase,
    ranked: showcase.ranked.map(named),
    headline: named(showcase.headline),
    pagination: named(showcase.pagination),
    streaming: named(showcase.streaming),
    uploads: named(showcase.uploads),
    errors: named(showcase.errors),
  };
}

describe('of two calls the better comes first', () => {
  it.each<[string, string, string, (readonly string[])?]>([
    ['what is current', 'get /a/{id} value', 'post /b body value deprecated'],
    ['what is stable', 'get /a/{id} value', 'post /b body value beta'],
    ['what deletes nothing', 'get /a value', 'delete /b/{id} value'],
    ['what is about the API, not the service', 'get /a/{id} value', 'get /health/{id} value'],
    ['what is about the API, not its use', 'get /a/{id} value', 'get /b/{id}/usage value'],
    ['what has no secret in its path', 'get /a/{id} value', 'post /api_keys body value'],
    ['what has no secret in its name', 'get /a/{id} value', 'post /b body value as=b.createAccessToken'],
    ['what has no secret in its answer', 'get /a value', 'post /b body token'],
    ['what has arguments', 'get /a/{id} value', 'get /b list'],
    ['what has arguments in the query', 'get /a query value', 'get /b list'],
    ['what creates', 'post /a body value', 'get /a/{id} value'],
    ['what creates with more than a path', 'post /a body value', 'post /b/{id} body value as=b.create'],
    ['what generates', 'post /a body value as=a.generate', 'post /b body value as=b.make'],
    ['what sends', 'post /a/{id} body value as=a.send', 'post /b/{id} body value as=b.make'],
    [
      'what generates without a path',
      'post /a body value as=a.generate',
      'post /b/{id} body value as=b.generate',
    ],
    ['what is created, not what is created of nothing', 'post /a body value', 'post /b optional value'],
    ['what reads one', 'get /a/{id} value', 'post /b/{id} value as=b.touch'],
    ['what gives something', 'post /a body value as=a.make', 'post /b body as=b.make'],
    ['what lists', 'get /a query list as=a.list', 'get /b query list as=b.other'],
    ['what has pages', 'get /a query page as=a.some', 'get /b query list as=b.some'],
    ['what streams', 'post /a flag as=a.make', 'post /b body value'],
    ['what streams with most fields', 'post /a flag more as=a.make', 'post /b flag as=b.make'],
    ['what has the first tag', 'get /a/{id} value first', 'get /b/{id} value second', ['first', 'second']],
    ['what is in a resource', 'get /a/{id} value', 'get /b/{id} value as=other'],
    ['what is not hidden', 'get /a/{id} value', 'post /b body value hidden'],
    ['what has no key in its answer', 'get /a value', 'post /b body key'],
    ['what is not about me', 'get /a value', 'get /b value as=b.me'],
    ['what takes a list', 'post /a texts value as=a.make', 'get /b list'],
    ['what has arguments in its path', 'post /a/{id} value as=a.touch', 'get /b list'],
    [
      'what has arguments, not what may have them',
      'get /a query value as=a.make',
      'post /b optional value as=b.create',
    ],
    ['what gets one', 'get /a/{id} value as=a.get', 'post /b/{id} value as=b.touch'],
    ['what creates with a body', 'get /a/{id} value', 'post /b query value as=b.create'],
    ['what has pages, not what reads without a path', 'get /a query page as=a.some', 'get /b query value'],
    ['what gives events', 'post /a body events as=a.make', 'post /b body as=b.make'],
    ['what reads, whatever its tags', 'get /a/{id} value second', 'post /b/{id} value as=b.touch'],
    ['what is stable, whatever streams', 'get /a value', 'post /b flag more beta as=b.make'],
    [
      'what streams with all its fields',
      'post /a flag as=a.b.make',
      'post /b more value first',
      ['first', 'second'],
    ],
    ['what is not deep in resources', 'get /a/{id} value', 'get /b/{id} value as=b.c.retrieve'],
  ])('%s', async (_title, better, worse, tags) => {
    // Calls that are worth the same come in the order of their resources.
    for (const name of ['a', 'z']) {
      const other = better.replace(' /a', ` /${name}`).replace('as=a.', `as=${name}.`);
      const { ranked, headline } = await showcaseOf([other, worse], [], tags);
      const first = other.split(' ').slice(0, 2).join(' ');
      expect([ranked[0], headline]).toEqual([first, first]);
    }
  });

  const PLAIN = 'get /z/{id} value';
  const SECRET = [
    ...['token', 'my-secrets', 'password', 'credentials', 'signature', 'privates', 'api-key', 'api_key'],
    ...['accesskey', 'auth-key', 'secretkey', 'signing_keys', 'key', 'x-keys', 'keys-x', 'auth', 'oauth'],
    ...['oauth2', 'login', 'log_in', 'sessions', 'x.session', 'session.x'],
  ];
  const DULL = [
    ...['health', 'pings', 'status', 'version', 'alpha', 'beta', 'x-beta', 'count', 'debug', 'experimental'],
    ...['info', 'me', 'metrics', 'ready', 'live', 'unstable', 'usage', 'webhook', 'webhooks', 'whoami'],
  ];
  it.each([...SECRET, ...DULL])('what is not about %s', async (word) => {
    expect((await showcaseOf([PLAIN, `post /${word} body value`])).headline).toBe('get /z/{id}');
  });

  it.each([
    'monkeys',
    'keyboards',
    'authors',
    'sessional',
    'obsessions',
    'lives',
    'theme',
    'informed',
    'accounts',
  ])('%s are like any other', async (word) => {
    expect((await showcaseOf([PLAIN, `post /${word} body value`])).headline).toBe(`post /${word}`);
  });

  it.each(['complete', 'run', 'search', 'chat', 'generate'])('what may %s', async (verb) => {
    const lines = [`post /z body value as=z.${verb}`, 'post /b body value as=b.make'];
    expect((await showcaseOf(lines)).headline).toBe('post /z');
    const onOne = ['post /z body value as=z.make', `post /b/{id} body value as=b.${verb}`];
    expect((await showcaseOf(onOne)).headline).toBe('post /z');
  });

  it.each(['accessToken', 'myKey', 'APIKey'])('what has no %s in its items or its name', async (name) => {
    expect((await showcaseOf([PLAIN, `post /b body value as=b.${name}`])).headline).toBe('get /z/{id}');
  });

  it('what is in the resource with most calls', async () => {
    const { headline } = await showcaseOf(['get /a/{id} value', 'get /b/{id} value', 'get /b list']);
    expect(headline).toBe('get /b/{id}');
  });
});

it('the document may ask for a call, but not for one with a secret', async () => {
  const better = 'post /a body value';
  expect((await showcaseOf([better, 'get /b list shown'])).headline).toBe('get /b');
  expect((await showcaseOf([better, 'get /tokens list shown'])).headline).toBe('post /a');
});

describe('a section', () => {
  const LINES = [
    'post /a body value',
    'get /a page',
    'get /b/{id} page',
    'get /c page',
    'post /c/events body events',
    'post /d file value',
    'get /d list',
  ];
  const ask = (name: string, verb: string, path: string): RequestedCall => ({ name, verb, path, params: {} });

  it('has the call that suits it', async () => {
    expect(await showcaseOf(LINES)).toMatchObject({
      pagination: 'get /a',
      streaming: 'post /c/events',
      uploads: 'post /d',
      errors: 'none',
    });
  });

  it('of pages has a list of the resource of the headline, and else one without arguments', async () => {
    const of = async (headline: string, lines = LINES) => {
      const [verb = '', path = ''] = headline.split(' ');
      return (await showcaseOf(lines, [ask('headline', verb, path)])).pagination;
    };
    expect(await of('post /c/events')).toBe('get /c');
    expect(await of('post /d')).toBe('get /a');
    expect(await of('post /a', ['post /a body value', 'get /b/{id} page'])).toBe('get /b/{id}');
    expect(await of('post /a', ['post /a body value', 'get /a list'])).toBe('none');
  });

  it.each<[string, string, string, object]>([
    ['headline', 'get', '/b/{id}', { headline: 'get /b/{id}', errors: 'get /b/{id}' }],
    ['default', 'get', '/c', { headline: 'get /c', errors: 'get /c' }],
    ['errors', 'get', '/c', { errors: 'get /c' }],
    ['pagination', 'get', '/c', { pagination: 'get /c' }],
    ['pagination', 'post', '/a', { pagination: 'get /a' }],
    ['streaming', 'post', '/c/events', { streaming: 'post /c/events' }],
    ['streaming', 'post', '/a', { streaming: 'post /c/events' }],
    ['streaming', 'post', '/z/more', { streaming: 'post /z/more' }],
    ['file_uploads', 'post', '/a', { uploads: 'post /a' }],
    ['headline', 'put', '/a', { headline: 'post /a' }],
    ['headline', 'post', '/b/{id}', { headline: 'post /a' }],
    ['other', 'get', '/c', { headline: 'post /a' }],
  ])('that the config asks for: %s %s %s', async (name, verb, path, expected) => {
    const lines = [...LINES, 'post /z/more body events as=z.more.touch'];
    expect(await showcaseOf(lines, [ask(name, verb, path)])).toMatchObject({
      headline: 'post /a',
      ...expected,
    });
  });

  it('has the first call that the config asks for, in the order of importance', async () => {
    const options = [
      ask('default', 'get', '/c'),
      ask('headline', 'get', '/a'),
      ask('headline', 'post', '/d'),
    ];
    expect((await showcaseOf(LINES, options)).headline).toBe('get /a');
  });

  it('has the values that the config asks for', async () => {
    const { showcase } = await showcaseOf(LINES, [
      { ...ask('headline', 'post', '/a'), params: { a: 'mine' } },
    ]);
    expect(JSON.stringify(showcase.headline?.argument)).toContain('mine');
  });

  it('of uploads has a file that is optional where there is no other', async () => {
    expect((await showcaseOf(['post /a body value', 'post /b optional-file'])).uploads).toBe('post /b');
    expect((await showcaseOf(['post /a body value'])).uploads).toBe('none');
  });

  it('of streams has the call with its flag', async () => {
    const { showcase, streaming } = await showcaseOf(['post /a body value', 'post /b flag']);
    expect(streaming).toBe('post /b');
    expect(showcase.streaming?.shows.kind).toBe('events');
    const asked = await showcaseOf(['post /a flag', 'post /b flag'], [ask('streaming', 'post', '/b')]);
    expect(asked.streaming).toBe('post /b');
    expect(asked.showcase.streaming?.shows.kind).toBe('events');
  });

  it('of uploads has no call that streams', async () => {
    expect((await showcaseOf(['post /a file events', 'post /d file value'])).uploads).toBe('post /d');
  });

  it('has the values that are required alone', async () => {
    const options = [ask('errors', 'post', '/a'), ask('streaming', 'post', '/b')];
    const { showcase } = await showcaseOf(['post /a more value', 'post /b flag more'], options);
    const fields = [...showcase.ranked, showcase.errors, showcase.streaming].map((call) =>
      call?.argument?.kind === 'object' ? call.argument.entries.map(({ name }) => name).join() : '',
    );
    expect(fields).toEqual(['a', 'a', 'a', 'a,stream']);
  });

  it('is empty where there is no call', async () => {
    expect(await showcaseOf([])).toMatchObject({
      ...{ ranked: [], headline: 'none', pagination: 'none' },
      ...{ streaming: 'none', uploads: 'none', errors: 'none' },
    });
  });
});
