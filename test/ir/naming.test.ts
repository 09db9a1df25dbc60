import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyConfig } from '../../generator/config/empty.ts';
import type { Config, MethodConfig, ResourceConfig } from '../../generator/config/types.ts';
import { parseSample } from '../../generator/languages/typescript/read-sample.ts';
import { build, method, paths } from './support.ts';

const list = {
  responses: {
    200: {
      description: '',
      content: { 'application/json': { schema: { type: 'array', items: { type: 'object' } } } },
    },
  },
};
const one = {
  responses: {
    200: {
      description: '',
      content: {
        'application/json': {
          schema: {
            type: 'object',
            properties: { daily: { type: 'integer' }, monthly: { type: 'integer' } },
          },
        },
      },
    },
  },
};
const namesOf = async (operations: Readonly<Record<string, object>>) => {
  const built = await build(paths(operations));
  return Object.fromEntries([...built.calls].map(([call, found]) => [`${found.verb} ${found.path}`, call]));
};

describe('default names', () => {
  it('follow static segments; methods follow the verb and the last segment', async () => {
    expect(
      await namesOf({
        'get /v1/cats': {},
        'post /v1/cats': {},
        'get /v1/cats/{id}': {},
        'patch /v1/cats/{id}': {},
        'delete /v1/cats/{id}': {},
        'get /v1/cats/{id}/toys': list,
        'post /v1/cats/{id}/toys': {},
        'post /v1/cats/{id}/feed-times/{time}/cancel': {},
      }),
    ).toEqual({
      'get /v1/cats': 'cats.list',
      'post /v1/cats': 'cats.create',
      'get /v1/cats/{id}': 'cats.retrieve',
      'patch /v1/cats/{id}': 'cats.update',
      'delete /v1/cats/{id}': 'cats.delete',
      'get /v1/cats/{id}/toys': 'cats.toys.list',
      'post /v1/cats/{id}/toys': 'cats.toys.create',
      'post /v1/cats/{id}/feed-times/{time}/cancel': 'cats.feed_times.cancel',
    });
  });

  it.each<[string, Record<string, object>, Record<string, string>]>([
    [
      'a mount point is no resource',
      { 'get /api/where/stop/{id}.json': {}, 'get /api/where/stops-for-location.json': {} },
      {
        'get /api/where/stop/{id}.json': 'stop.retrieve',
        'get /api/where/stops-for-location.json': 'stops_for_location.list',
      },
    ],
    [
      'many by their ids',
      {
        'get /cats': {
          parameters: [{ name: 'ids', in: 'query', required: true, schema: { type: 'string' } }],
        },
        'get /cats/{id}': {},
      },
      { 'get /cats': 'cats.bulk_retrieve', 'get /cats/{id}': 'cats.retrieve' },
    ],
    [
      'two parameters in a row: the first level is the collection',
      { 'get /links/{space}': {}, 'post /links/{space}': {}, 'get /links/{space}/{id}': {} },
      {
        'get /links/{space}': 'links.list',
        'post /links/{space}': 'links.create',
        'get /links/{space}/{id}': 'links.retrieve',
      },
    ],
    [
      'PUT beside PATCH replaces',
      { 'put /cats/{id}': {}, 'patch /cats/{id}': {} },
      { 'put /cats/{id}': 'cats.replace', 'patch /cats/{id}': 'cats.update' },
    ],
    [
      'all beside one',
      { 'delete /cats': {}, 'delete /cats/{id}': {} },
      { 'delete /cats': 'cats.delete_all', 'delete /cats/{id}': 'cats.delete' },
    ],
    [
      'a pair of verbs on an action',
      {
        'put /cats/{id}/lock': { operationId: 'lockCat' },
        'delete /cats/{id}/lock': { operationId: 'unlockCat' },
        'get /cats/{id}': {},
      },
      {
        'put /cats/{id}/lock': 'cats.lock',
        'delete /cats/{id}/lock': 'cats.unlock',
        'get /cats/{id}': 'cats.retrieve',
      },
    ],
    [
      'the verb of an operationId',
      {
        'put /me/cats': { operationId: 'save-cats-user' },
        'delete /me/cats': { operationId: 'remove-cats-user' },
        'get /me/cats/contains': { operationId: 'check-saved-cats' },
        'get /me': {},
      },
      {
        'put /me/cats': 'me.cats.save',
        'delete /me/cats': 'me.cats.remove',
        'get /me/cats/contains': 'me.cats.check',
        'get /me': 'me.retrieve',
      },
    ],
    [
      'a state that an action brings about',
      {
        'post /chats/{id}/read': { operationId: 'markChatAsRead' },
        'post /chats/{id}/voicememo': { operationId: 'sendVoiceMemoToChat' },
      },
      { 'post /chats/{id}/read': 'chats.mark_as_read', 'post /chats/{id}/voicememo': 'chats.send_voicememo' },
    ],
    [
      'the summary when the operationId repeats the path',
      {
        'post /a/{x}/tools/{tool}': { operationId: 'postA:xTools:tool', summary: 'Call tool' },
        'get /a/{x}/tools': list,
      },
      { 'post /a/{x}/tools/{tool}': 'a.tools.call', 'get /a/{x}/tools': 'a.tools.list' },
    ],
    [
      'custom verbs',
      { 'post /levels:append': {}, 'get /levels/{id}': {} },
      { 'post /levels:append': 'levels.append', 'get /levels/{id}': 'levels.retrieve' },
    ],
    [
      'procedures as paths',
      { 'post /createCat': { tags: ['Cats'] }, 'get /listCats': { tags: ['Cats'] }, 'get /dogs': {} },
      { 'post /createCat': 'cats.create', 'get /listCats': 'cats.list', 'get /dogs': 'dogs.list' },
    ],
    [
      'a tag that groups lone paths',
      { 'get /health': { tags: ['Inspect'] }, 'get /version': { tags: ['Inspect'] } },
      { 'get /health': 'inspect.health', 'get /version': 'inspect.version' },
    ],
    [
      'lists of something that is at the top too',
      { 'get /albums/{id}/tracks': list, 'get /tracks/{id}': {}, 'get /albums/{id}': {} },
      {
        'get /albums/{id}/tracks': 'albums.list_tracks',
        'get /tracks/{id}': 'tracks.retrieve',
        'get /albums/{id}': 'albums.retrieve',
      },
    ],
    [
      'an operationId that says the same as the path',
      {
        'post /cats/{id}/act': { operationId: 'CatAct', summary: 'Perform an action' },
        'get /cats/{id}/replay': { operationId: 'CatReplay' },
        'get /cats/{id}': {},
      },
      {
        'post /cats/{id}/act': 'cats.act',
        'get /cats/{id}/replay': 'cats.replay',
        'get /cats/{id}': 'cats.retrieve',
      },
    ],
    [
      'no static segment, but a tag that says what it is about',
      {
        'post /': { operationId: 'createCall', tags: ['Calls'] },
        'get /': { operationId: 'getCalls', tags: ['Calls'] },
        'get /{uuid}': { operationId: 'getCall', tags: ['Calls'] },
      },
      { 'post /': 'calls.create', 'get /': 'calls.list', 'get /{uuid}': 'calls.retrieve' },
    ],
    [
      'what is done to one thing, whatever the word',
      {
        'post /cards/{id}/reissue': { operationId: 'postCardReissue', summary: 'Reissue card' },
        'post /videos/{id}/remix': { operationId: 'createVideoRemix', summary: 'Remix a video' },
        'post /cards/{id}/web_provision': { summary: 'Web push provision card' },
      },
      {
        'post /cards/{id}/reissue': 'cards.reissue',
        'post /videos/{id}/remix': 'videos.remix',
        'post /cards/{id}/web_provision': 'cards.web_provision',
      },
    ],
    [
      'unless the document gives the word a verb',
      { 'post /transactions/{id}/reversal': { operationId: 'createTransactionReversal' } },
      { 'post /transactions/{id}/reversal': 'transactions.create_reversal' },
    ],
    [
      'a plural that is asked for is not made',
      { 'post /events/{id}/field_counts': { operationId: 'getFieldCounts', ...list } },
      { 'post /events/{id}/field_counts': 'events.list_field_counts' },
    ],
    [
      'a list that stands alone',
      {
        'get /cards/{id}': {},
        'get /cards/{id}/signals': list,
        'get /cards/{id}/notes': list,
        'post /cards/{id}/notes': {},
      },
      {
        'get /cards/{id}': 'cards.retrieve',
        'get /cards/{id}/signals': 'cards.list_signals',
        'get /cards/{id}/notes': 'cards.notes.list',
        'post /cards/{id}/notes': 'cards.notes.create',
      },
    ],
    [
      'a plural that answers with one object',
      { 'get /cards/{id}': {}, 'get /cards/{id}/limits': one },
      { 'get /cards/{id}': 'cards.retrieve', 'get /cards/{id}/limits': 'cards.retrieve_limits' },
    ],
    [
      'a part with all that is done to it',
      { 'get /stream/secret': {}, 'post /stream/secret/rotate': {}, 'get /dogs': list },
      {
        'get /stream/secret': 'stream.retrieve_secret',
        'post /stream/secret/rotate': 'stream.rotate_secret',
        'get /dogs': 'dogs.list',
      },
    ],
    [
      'what is only put and taken away',
      {
        'put /invoices/{id}/payment_orders/{order}': { summary: 'add payment order to invoice' },
        'delete /invoices/{id}/payment_orders/{order}': {},
      },
      {
        'put /invoices/{id}/payment_orders/{order}': 'invoices.add_payment_order',
        'delete /invoices/{id}/payment_orders/{order}': 'invoices.remove_payment_order',
      },
    ],
    [
      'a POST that reads',
      {
        'post /points': { operationId: 'get_points', summary: 'Retrieve multiple points', ...list },
        'post /points/search': {},
        'post /cats': { operationId: 'searchCats' },
        'get /cats': list,
      },
      {
        'post /points': 'points.list',
        'post /points/search': 'points.search',
        'post /cats': 'cats.search',
        'get /cats': 'cats.list',
      },
    ],
    [
      'a PUT that creates, sets or publishes',
      {
        'put /collections/{name}': { operationId: 'create_collection' },
        'put /secrets/{name}': { operationId: 'putSecret', summary: 'Set a secret' },
        'put /orgs/{org}/secrets/{name}': { operationId: 'create-or-update-org-secret' },
        'put /cats/{id}': { operationId: 'editCat' },
      },
      {
        'put /collections/{name}': 'collections.create',
        'put /secrets/{name}': 'secrets.set',
        'put /orgs/{org}/secrets/{name}': 'orgs.secrets.create_or_update',
        'put /cats/{id}': 'cats.update',
      },
    ],
    [
      'destroying is readable',
      {
        'delete /messages/{id}/content': { operationId: 'content' },
        'delete /files/trash': {},
        'get /files/{id}': {},
      },
      {
        'delete /messages/{id}/content': 'messages.delete_content',
        'delete /files/trash': 'files.delete_trash',
        'get /files/{id}': 'files.retrieve',
      },
    ],
    [
      'commands of the client',
      { 'post /logout': {}, 'get /ping': {}, 'get /cats': list },
      { 'post /logout': 'logout', 'get /ping': 'ping', 'get /cats': 'cats.list' },
    ],
    [
      'no word twice',
      {
        'get /invoices/{id}/invoice_line_items': list,
        'post /invoices/{id}/invoice_line_items': {},
        'get /room/rooms/{id}': {},
        'get /dogs': list,
      },
      {
        'get /invoices/{id}/invoice_line_items': 'invoices.line_items.list',
        'post /invoices/{id}/invoice_line_items': 'invoices.line_items.create',
        'get /room/rooms/{id}': 'room.retrieve',
        'get /dogs': 'dogs.list',
      },
    ],
    [
      'the same things by two ways',
      {
        'get /events': list,
        'get /event_subscriptions': list,
        'get /event_subscriptions/{id}': {},
        'post /events/{event}/event_subscriptions/{id}/resend': {},
      },
      {
        'get /events': 'events.list',
        'get /event_subscriptions': 'events.subscriptions.list',
        'get /event_subscriptions/{id}': 'events.subscriptions.retrieve',
        'post /events/{event}/event_subscriptions/{id}/resend': 'events.subscriptions.resend',
      },
    ],
    [
      'a tag of paths with one beginning',
      {
        'get /webhook-events': { tags: ['Webhooks'], ...list },
        'post /webhook-subscriptions': { tags: ['Webhooks'] },
        'get /cats': { tags: ['Cats'], ...list },
      },
      {
        'get /webhook-events': 'webhooks.events.list',
        'post /webhook-subscriptions': 'webhooks.subscriptions.create',
        'get /cats': 'cats.list',
      },
    ],
    [
      'a verb in front of what it is done to',
      {
        'get /payments/{id}': { tags: ['Payment'] },
        'get /transactions': { tags: ['Transaction'], ...list },
        'post /simulate/payments/release': { tags: ['Payment'] },
        'post /simulate/clearing': { tags: ['Transaction'] },
        'post /simulate/authorize': { tags: ['Transaction'], summary: 'Simulate authorization' },
      },
      {
        'get /payments/{id}': 'payments.retrieve',
        'get /transactions': 'transactions.list',
        'post /simulate/payments/release': 'payments.simulate_release',
        'post /simulate/clearing': 'transactions.simulate_clearing',
        'post /simulate/authorize': 'transactions.simulate_authorization',
      },
    ],
    [
      'a root before a parameter',
      { 'get /api/cats': list, 'get /api/{owner}/{id}/notes': list },
      { 'get /api/cats': 'cats.list', 'get /api/{owner}/{id}/notes': 'notes.list' },
    ],
    [
      'numbers are no resources',
      { 'get /2/cats': list, 'get /users/{id}/folders/0': {} },
      { 'get /2/cats': 'cats.list', 'get /users/{id}/folders/0': 'users.folders.retrieve' },
    ],
    [
      'versions of the same',
      { 'get /cats': list, 'get /v2/cats': list, 'get /dogs': list },
      { 'get /cats': 'cats.list', 'get /v2/cats': 'cats.v2.list', 'get /dogs': 'dogs.list' },
    ],
    [
      'what a path key adds',
      {
        'put /files/{id}': {},
        'put /files/{id}#add_shared_link': {},
        'get /notes/{id}': {},
        'get /notes/{name}': {},
      },
      {
        'put /files/{id}': 'files.add_shared_link',
        'get /notes/{id}': 'notes.retrieve',
        'get /notes/{name}': 'notes.retrieve_by_name',
      },
    ],
    [
      'no static segment',
      { 'get /{bucket}': { operationId: 'ListObjects' }, 'get /': { operationId: 'ListBuckets' } },
      { 'get /{bucket}': 'list_objects', 'get /': 'list_buckets' },
    ],
  ])('%s', async (_, operations, expected) => expect(await namesOf(operations)).toEqual(expected));

  it('are the same in every edition', async () => {
    const operations = {
      'post /cards/{id}/reissue': {},
      'get /cards/{id}/signals': list,
      'get /cards/{id}': {},
      'get /v2/cards/{id}': {},
      'delete /cards/{id}/trash': { operationId: 'trash' },
    };
    const calls = async (edition?: string) =>
      [...(await build(paths(operations), edition === undefined ? {} : { edition })).calls.keys()].sort();
    expect(await calls()).toEqual([
      'cards.delete_trash',
      'cards.list_signals',
      'cards.reissue',
      'cards.retrieve',
      'cards.v2.retrieve',
    ]);
    expect(await calls('2000-01-01')).toEqual(await calls());
  });

  it('do not depend on the order of paths', async () => {
    const operations = {
      'get /cats/{id}': {},
      'get /cats/{id}#sound': {},
      'get /cats/{other}/{extra}': {},
      'post /cats': {},
      'get /v2/cats': {},
      'get /cats': {},
    };
    const turned = Object.fromEntries(Object.entries(operations).reverse());
    const ids = async (given: Record<string, object>) =>
      [...(await build(paths(given))).calls].map(([call, found]) => `${call} ${found.origin.pointer}`);
    expect(await ids(turned)).toEqual(await ids(operations));
  });

  it('stay apart when paths coincide, and say so', async () => {
    const built = await build(
      paths({
        'get /cats/{id}/events': list,
        'get /cats/events': list,
        'get /token#refresh': {},
        'get /token': {},
      }),
    );
    expect([...built.calls.keys()].sort()).toEqual([
      'cats.events.list',
      'cats.events.list_all',
      'token.refresh',
      'token.retrieve',
    ]);
    const told = built.diagnostics.find((one) => one.code === 'method-name-collision');
    expect(told?.message).toBe(
      'get /cats/events would be cats.events.list, but that is already get /cats/{id}/events, so it is called cats.events.list_all.',
    );
    expect(told?.related?.[0]?.origin.pointer).toBe('/paths/~1cats~1{id}~1events/get');
    expect(told?.help).toContain('`resources.cats.subresources.events.methods.list_all: get /cats/events`');
  });

  it('a path of a thousand segments is a shallow resource', async () => {
    const built = await build(paths({ [`get /${'a/'.repeat(1000)}b`]: {} }));
    expect([...built.calls.keys()][0]?.split('.').length).toBeLessThanOrEqual(14);
  });
});

describe('hints of vendors', () => {
  it.each([
    [
      { 'x-fern-sdk-group-name': ['pets', 'cats'], 'x-fern-sdk-method-name': 'adopt' },
      'pets.cats.adopt',
      'x-fern',
    ],
    [
      { 'x-speakeasy-group': 'pets.cats', 'x-speakeasy-name-override': 'adopt' },
      'pets.cats.adopt',
      'x-speakeasy',
    ],
    [{ tags: ['Kennel'], 'x-speakeasy-name-override': 'adopt' }, 'kennel.adopt', 'x-speakeasy'],
    [
      { 'x-stainless-naming': { typescript: { method_name: 'adopt' } }, tags: ['Kennel'] },
      'kennel.adopt',
      'x-stainless',
    ],
  ])('%j', async (operation, call, rule) => {
    const built = await build(paths({ 'post /cats/{id}/adoption': operation }));
    expect([...built.calls.keys()]).toEqual([call]);
    expect(method(built, call).provenance.rule).toBe(rule);
  });

  it('leave operations out, with a note', async () => {
    const built = await build(
      paths({ 'get /cats': { 'x-fern-ignore': true }, 'get /dogs': { 'x-hidden': true } }),
    );
    expect([...built.calls.keys()]).toEqual(['dogs.list']);
    expect(method(built, 'dogs.list').hidden).toBe(true);
    expect(built.codes).toEqual(['operation-ignored']);
  });
});

describe('samples', () => {
  const source = (call: string) =>
    `import Zoo from 'zoo';\n\nconst client = new Zoo({ apiKey: process.env['ZOO_KEY'] });\n\n${call}\n`;

  it('tell chain, positional arguments, client and options', () => {
    expect(
      parseSample(source("const toy = await client.cats.bigToys.get('id', { catId: 'catId' });")),
    ).toEqual({
      clientName: 'Zoo',
      options: [{ name: 'apiKey', env: 'ZOO_KEY' }],
      call: { chain: ['cats', 'bigToys', 'get'], positional: 1, keys: ['catId'], paginated: false },
    });
  });

  it('tell that a method pages', () => {
    expect(
      parseSample(source('for await (const cat of client.cats.list()) { console.log(cat.id); }')).call,
    ).toMatchObject({ chain: ['cats', 'list'], paginated: true });
  });

  it.each([
    ['no program', '$ curl {{{'],
    ['no client', 'fetch("/cats")'],
    ['a computed member', source('client["cats"].list()')],
  ])('%s gives no call', (_, text) => expect(parseSample(text).call).toBeUndefined());

  it.each([
    ['of plain HTTP', "const headers = new Headers();\nheaders.append('a', 'b');"],
    [
      'of a library of HTTP',
      "import axios from 'axios';\nconst request = new Agent();\nrequest.send({ a: 1 });",
    ],
    [
      'with a library that is required',
      "const axios = require('axios').default;\nconst form = new Form();\nform.append('a', 'b');",
    ],
  ])('%s name no client', (_, text) => expect(parseSample(text)).toEqual({ options: [] }));

  it('may require the client, or leave out where it comes from', () => {
    for (const start of ["const { Zoo } = require('zoo');\n", "const Zoo = require('zoo');\n", ''])
      expect(parseSample(`${start}const zoo = new Zoo();\nzoo.cats.list();`)).toMatchObject({
        clientName: 'Zoo',
        call: { chain: ['cats', 'list'] },
      });
  });

  it('name the method, the option and its variable', async () => {
    const built = await build({
      components: { securitySchemes: { auth: { type: 'http', scheme: 'bearer' } } },
      security: [{ auth: [] }],
      ...paths({
        'get /cats/{id}/toys/{toy}': {
          'x-codeSamples': [
            { lang: 'JavaScript', source: source("await client.cats.bigToys.get('id', 'toy');") },
          ],
        },
      }),
    });
    expect(method(built, 'cats.big_toys.get').positional).toEqual(['id', 'toy']);
    expect(built.api.client).toMatchObject({
      name: 'Zoo',
      options: [{ key: 'api_key', readEnv: 'ZOO_KEY', required: true }],
    });
  });

  it('teach their habits to the other methods', async () => {
    const built = await build(
      paths({
        'get /cats/{id}': {
          'x-codeSamples': [{ lang: 'ts', source: source("await client.cats.get('id');") }],
        },
        'put /cats/{id}': {
          'x-codeSamples': [{ lang: 'ts', source: source("await client.cats.set('id');") }],
        },
        'get /dogs/{id}': {},
        'put /dogs/{id}': {},
      }),
    );
    expect([...built.calls.keys()]).toEqual(['cats.get', 'cats.set', 'dogs.get', 'dogs.set']);
  });

  it('take the siblings of their path along', async () => {
    const operations = {
      'get /cats/{id}': {
        'x-codeSamples': [{ lang: 'ts', source: source("await client.zoo.cats.retrieve('id');") }],
      },
      'get /cats': list,
      'delete /cats/{id}/toys/{toy}': {},
      'get /cats/{id}/toys': list,
      'get /dogs': list,
    };
    expect([...(await build(paths(operations))).calls.keys()]).toEqual([
      'dogs.list',
      'zoo.cats.retrieve',
      'zoo.cats.list',
      'zoo.cats.toys.list',
      'zoo.cats.toys.delete',
    ]);
  });
});

describe('the config', () => {
  const origin = { document: 'zoo.yml', pointer: '/resources/pets' };
  const http = (key: string, endpoint: string, fields: Partial<MethodConfig> = {}): MethodConfig => {
    const [verb = '', path = ''] = endpoint.split(' ');
    return {
      kind: 'http',
      key,
      resource: ['pets'],
      skipped: false,
      origin,
      endpoint: { verb, path, origin },
      ...fields,
    } as MethodConfig;
  };
  const config = (methods: readonly MethodConfig[], more: Partial<Config> = {}): Partial<Config> => {
    const pets: ResourceConfig = {
      key: 'pets',
      path: ['pets'],
      methods,
      models: [],
      subresources: [],
      skipped: false,
      origin,
    };
    return { resources: [pets], ...more };
  };
  const document = paths({ 'get /cats': list, 'get /cats/{id}': {}, 'get /dogs': {} });

  it('names what it mentions, whatever the parameters are called, and leaves the rest out with one warning', async () => {
    const built = await build(
      document,
      config([http('all', 'get /cats'), http('one', 'get /cats/{cat_id}')]),
    );
    expect([...built.calls.keys()].sort()).toEqual(['pets.all', 'pets.one']);
    expect(built.diagnostics.map((one) => one.message)).toEqual([
      'Left out because `resources` in the config does not name them: get /dogs (1 in all).',
    ]);
    expect(method(built, 'pets.one').provenance).toEqual({
      rule: 'config',
      detail: 'resources.pets.one',
      origin,
    });
  });

  it('may have the rest named by the other rules', async () => {
    const built = await build(
      document,
      config([http('all', 'get /cats')], { unspecifiedEndpoints: { mode: 'generate', silenced: [] } }),
    );
    expect([...built.calls.keys()].sort()).toEqual(['cats.retrieve', 'dogs.list', 'pets.all']);
    expect(built.codes).toEqual([]);
  });

  it('may not name what the document lacks', async () => {
    const built = await build(
      document,
      config([http('all', 'get /cat')], { unspecifiedEndpoints: { mode: 'generate', silenced: [] } }),
    );
    expect(built.diagnostics.map((one) => [one.severity, one.message, one.help, one.origin])).toEqual([
      [
        'error',
        'The document has no operation get /cat, which pets.all refers to.',
        'Correct the entry; the nearest operation is get /cats.',
        origin,
      ],
    ]);
  });

  it('may give one call two names', async () => {
    const alias: MethodConfig = {
      kind: 'alias',
      key: 'every',
      resource: ['pets'],
      skipped: false,
      origin,
      to: { kind: 'method', path: 'pets.all' },
    };
    const built = await build(
      document,
      config([http('all', 'get /cats'), alias], {
        unspecifiedEndpoints: {
          mode: 'omit',
          silenced: [
            { verb: 'get', path: '/dogs', origin },
            { verb: 'get', path: '/cats/{id}', origin },
          ],
        },
      }),
    );
    expect([...built.calls].map(([call, found]) => [call, found.path])).toEqual([
      ['pets.all', '/cats'],
      ['pets.every', '/cats'],
    ]);
    expect(built.codes).toEqual([]);
  });

  it('skips methods of other targets without a word', async () => {
    const built = await build(
      document,
      config([
        http('all', 'get /cats'),
        http('one', 'get /cats/{id}', { skipped: true }),
        http('dogs', 'get /dogs', { skipped: true }),
      ]),
    );
    expect([...built.calls.keys()]).toEqual(['pets.all']);
    expect(built.codes).toEqual([]);
  });
});

describe('the document of Smithery', () => {
  const file = resolve('specs/smithery/openapi.yml');
  it.skipIf(!existsSync(file))(
    'gets the calls that its samples show, and sensible names for the others',
    async () => {
      const built = await build(readFileSync(file, 'utf8'), emptyConfig());
      const byRule = (rule: string) =>
        [...built.calls].filter(([, found]) => found.provenance.rule === rule).map(([call]) => call);
      expect(byRule('sample')).toHaveLength(38);
      expect(byRule('default')).toEqual([
        'connect.create',
        'connect.list',
        'connect.delete',
        'connect.get',
        'connect.set',
        'connect.tools.list',
        'connect.tools.call',
        'connect.tools.get',
        'connect.tools.list_by_namespace',
        'connect.triggers.list',
        'connect.triggers.get',
        'connect.triggers.subscribe',
        'connect.triggers.unsubscribe',
        'servers.experimental.tools.infer_output_schema',
      ]);
      for (const found of built.calls.values()) {
        const call =
          found.samples.length === 0 ? undefined : parseSample(found.samples[0]?.source ?? '').call;
        if (call?.paginated) expect(found.pagination, found.path).toBeDefined();
      }
      expect(built.api.client).toMatchObject({
        name: 'Smithery',
        envPrefix: 'SMITHERY',
        options: [{ key: 'api_key', readEnv: 'SMITHERY_API_KEY', required: true }],
      });
    },
  );
});
