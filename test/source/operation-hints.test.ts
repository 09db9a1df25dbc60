/** Extensions of operations, parameters, servers and documents: what is written, and what is read. */
import { expect, it } from 'vitest';
import type { JsonObject } from '../../generator/lib/json.ts';
import {
  paginationPurpose,
  readIdempotencyHeader,
  readOperationHints,
  readParameterHints,
  readRetryHint,
  readSecurityHint,
  serverName,
} from '../../generator/openapi/operation-hints.ts';
import { typescript as AUDIENCE } from '../../generator/languages/typescript/data.ts';

const NONE = { names: [], hidden: false, samples: [] };

const named = (rule: string, keyword: string, more: object): object => ({
  names: [{ rule, keyword, ...more }],
});
const stainless = (more: object): object => named('x-stainless', 'x-stainless-method', more);
const speakeasy = (end: string, more: object): object => named('x-speakeasy', `x-speakeasy-${end}`, more);
const fern = (end: string, more: object): object => named('x-fern', `x-fern-sdk-${end}-name`, more);
const sample = (keyword: string, language: string, source: string): object => ({
  samples: [{ keyword, language, source }],
});

it.each<readonly [JsonObject, object]>([
  [{}, {}],
  // Names.
  [
    { 'x-stainless-method': 'accounts.users.list' },
    stainless({ group: ['accounts', 'users'], method: 'list' }),
  ],
  [{ 'x-stainless-method': '$client.me' }, stainless({ group: [], method: 'me' })],
  [{ 'x-stainless-method': '$client.users.me' }, stainless({ group: ['users'], method: 'me' })],
  [{ 'x-stainless-method': '.list.' }, stainless({ method: 'list' })],
  [{ 'x-stainless-method': '.' }, {}],
  [{ 'x-stainless-method': '' }, {}],
  [{ 'x-stainless-method': 1 }, {}],
  [{ 'x-stainless-method': {} }, {}],
  [{ 'x-stainless-method': { path: 'a.b' } }, stainless({ group: ['a'], method: 'b' })],
  [
    { 'x-stainless-method': { method_name: 'a', method: 'b', name: 'c', resource: '.x..y.' } },
    stainless({ method: 'a', group: ['x', 'y'] }),
  ],
  [{ 'x-stainless-method': { method: 'b', name: 'c' } }, stainless({ method: 'b' })],
  [{ 'x-stainless-method': { name: 'c' } }, stainless({ method: 'c' })],
  [{ 'x-stainless-method': { resource: 'x' } }, stainless({ group: ['x'] })],
  [
    { 'x-stainless-method': { typescript: { method: 'ours' }, python: { method: 'theirs' } } },
    stainless({ method: 'ours' }),
  ],
  [{ 'x-stainless-naming': { method: 'a' } }, named('x-stainless', 'x-stainless-naming', { method: 'a' })],
  [{ 'x-speakeasy-group': '.a..b.' }, speakeasy('group', { group: ['a', 'b'] })],
  [{ 'x-speakeasy-name-override': 'a' }, speakeasy('name-override', { method: 'a' })],
  [
    { 'x-speakeasy-group': 'a', 'x-speakeasy-name-override': 'b' },
    speakeasy('name-override', { group: ['a'], method: 'b' }),
  ],
  [{ 'x-fern-sdk-group-name': 'a..b' }, fern('group', { group: ['a', 'b'] })],
  [{ 'x-fern-sdk-group-name': ['a', 1, '', 'b.c'] }, fern('group', { group: ['a', 'b.c'] })],
  [{ 'x-fern-sdk-group-name': 1 }, {}],
  [{ 'x-fern-sdk-method-name': 'a' }, fern('method', { method: 'a' })],
  [
    { 'x-fern-sdk-group-name': [], 'x-fern-sdk-method-name': 'b' },
    fern('method', { group: [], method: 'b' }),
  ],
  // Who has the operation at all.
  ...['x-stainless-skip', 'x-speakeasy-ignore', 'x-fern-ignore'].flatMap(
    (key): readonly (readonly [JsonObject, object])[] => [
      [{ [key]: true }, { ignore: key }],
      [{ [key]: ['typescript'] }, { ignore: key }],
      [{ [key]: ['python'] }, {}],
      [{ [key]: false }, {}],
    ],
  ),
  [{ 'x-stainless-only': ['python'] }, { ignore: 'x-stainless-only' }],
  [{ 'x-stainless-only': ['typescript', 'python'] }, {}],
  [{ 'x-stainless-only': 'python' }, {}],
  [{ 'x-hidden': true }, { hidden: true }],
  [{ 'x-internal': true }, { hidden: true, ignore: 'x-internal' }],
  [{ 'x-hidden': 'true', 'x-internal': 1 }, {}],
  // What is said of it.
  [{ 'x-sunset': '2027-01-01' }, { sunset: '2027-01-01' }],
  [{ 'x-stability-level': 'beta', 'x-fern-availability': 'alpha' }, { stability: 'beta' }],
  [{ 'x-fern-availability': 'alpha' }, { stability: 'alpha' }],
  [{ 'x-fern-availability': 'deprecated' }, { deprecated: true }],
  [
    {
      'x-stainless-method': { deprecated: 'a' },
      'x-stainless-deprecation-message': 'b',
      'x-speakeasy-deprecation-message': 'c',
      'x-deprecated-reason': 'd',
    },
    { deprecation: 'a' },
  ],
  [
    {
      'x-stainless-deprecation-message': 'b',
      'x-speakeasy-deprecation-message': 'c',
      'x-deprecated-reason': 'd',
    },
    { deprecation: 'b' },
  ],
  [{ 'x-speakeasy-deprecation-message': 'c', 'x-deprecated-reason': 'd' }, { deprecation: 'c' }],
  [{ 'x-deprecated-reason': 'd' }, { deprecation: 'd' }],
  // How it is called.
  [{ 'x-speakeasy-timeout': 0 }, { timeoutMs: 0 }],
  [{ 'x-speakeasy-timeout': '5' }, {}],
  [{ 'x-speakeasy-retries': false }, { maxRetries: 0 }],
  [{ 'x-speakeasy-retries': { strategy: 'none' } }, { maxRetries: 0 }],
  [{ 'x-speakeasy-retries': { strategy: 'backoff' } }, {}],
  [{ 'x-speakeasy-retries': true }, {}],
  [{ 'x-fern-idempotent': true }, { idempotent: true }],
  [{ 'x-idempotent': true }, { idempotent: true }],
  [{ 'x-fern-idempotent': 'true', 'x-idempotent': false }, {}],
  [{ 'x-speakeasy-usage-example': true }, { showcase: true }],
  [{ 'x-speakeasy-usage-example': {} }, { showcase: true }],
  [{ 'x-speakeasy-usage-example': false }, {}],
  [{ 'x-speakeasy-sse-sentinel': '[DONE]' }, { streamEnd: '[DONE]' }],
  [{ 'x-fern-streaming': false }, { streaming: { never: true } }],
  [{ 'x-fern-streaming': 1 }, {}],
  [{ 'x-mcp': false }, { agents: { isOffered: false } }],
  [
    { 'x-fern-pagination': false },
    { pagination: { rule: 'x-fern', keyword: 'x-fern-pagination', type: 'none' } },
  ],
  [
    { 'x-fern-pagination': false, 'x-speakeasy-pagination': { type: 'cursor' } },
    {
      pagination: { rule: 'x-speakeasy', keyword: 'x-speakeasy-pagination', type: 'cursor', in: 'query' },
    },
  ],
  // Samples.
  ...['x-codeSamples', 'x-code-samples', 'x-readme-code-samples'].map(
    (key): readonly [JsonObject, object] => [
      { [key]: [{ lang: 'js', source: 'a' }] },
      sample(key, 'js', 'a'),
    ],
  ),
  [{ 'x-readme': { 'code-samples': [{ language: 'js', code: 'a' }] } }, sample('x-readme', 'js', 'a')],
  [{ 'x-codeSamples': [{ label: 'js', source: 'a', code: 'b' }, 1] }, sample('x-codeSamples', 'js', 'a')],
  [
    { 'x-codeSamples': [{ lang: 'a', language: 'b', label: 'c', source: 's' }] },
    sample('x-codeSamples', 'a', 's'),
  ],
  [{ 'x-codeSamples': [{ language: 'b', label: 'c', source: 's' }] }, sample('x-codeSamples', 'b', 's')],
  [{ 'x-codeSamples': [{ source: 's' }] }, sample('x-codeSamples', '', 's')],
  [{ 'x-codeSamples': [{ lang: 'js' }] }, {}],
  [{ 'x-codeSamples': {}, 'x-readme': 1, 'x-stainless-snippets': [] }, {}],
  [
    { 'x-stainless-snippets': { python: 1, typescript: 'a' } },
    sample('x-stainless-snippets', 'typescript', 'a'),
  ],
])('of an operation: %j', (operation, expected) => {
  expect(readOperationHints(operation, {}, AUDIENCE)).toStrictEqual({ ...NONE, ...expected });
});

it('the names of several vendors are kept in their order', () => {
  const hints = readOperationHints(
    {
      'x-fern-sdk-method-name': 'f',
      'x-speakeasy-name-override': 's',
      'x-stainless-naming': 'n',
      'x-stainless-method': 'm',
    },
    {},
    AUDIENCE,
  );
  expect(hints.names.map((name) => name.method)).toEqual(['m', 'n', 's', 'f']);
});

it.each<readonly [JsonObject, JsonObject, object]>([
  [{}, { 'x-stainless-skip': true }, { ignore: 'x-stainless-skip' }],
  [{ 'x-fern-ignore': true }, { 'x-stainless-skip': true }, { ignore: 'x-fern-ignore' }],
  [{}, { 'x-mcp': false }, { agents: { isOffered: false } }],
  [{}, { 'x-hidden': true, 'x-sunset': '2027-01-01' }, {}],
])('of an operation %j in a path item %j', (operation, item, expected) => {
  expect(readOperationHints(operation, item, AUDIENCE)).toStrictEqual({ ...NONE, ...expected });
});

it.each<readonly [JsonObject, object]>([
  [{}, {}],
  [{ 'x-fern-availability': 'deprecated' }, { deprecated: true }],
  [{ 'x-fern-availability': 'beta' }, { stability: 'beta' }],
  [{ 'x-stability-level': 'alpha', 'x-fern-availability': 'beta' }, { stability: 'alpha' }],
  [{ 'x-stainless-extend-default': true }, { extendDefault: true }],
  [{ schema: { 'x-stainless-extend-default': true } }, { extendDefault: true }],
  [{ 'x-stainless-extend-default': 'true', schema: true }, {}],
  [
    { 'x-speakeasy-name-override': 'a', 'x-fern-parameter-name': 'b', 'x-stainless-param': 'c' },
    { alias: 'a' },
  ],
  [{ 'x-fern-parameter-name': 'b', 'x-stainless-param': 'c' }, { alias: 'b' }],
  [{ 'x-stainless-param': 'c' }, { alias: 'c' }],
  [{ 'x-fern-ignore': true }, { ignore: 'x-fern-ignore' }],
  [{ 'x-stainless-deprecation-message': 'a', 'x-speakeasy-deprecation-message': 'b' }, { deprecation: 'a' }],
  [{ 'x-speakeasy-deprecation-message': 'b' }, { deprecation: 'b' }],
  [{ 'x-sunset': '2027-01-01' }, { sunset: '2027-01-01' }],
])('of a parameter: %j', (parameter, expected) => {
  expect(readParameterHints(parameter, AUDIENCE)).toStrictEqual(expected);
});

it.each<readonly [JsonObject, string | undefined]>([
  [{}, undefined],
  [{ 'x-speakeasy-server-id': 'a', 'x-fern-server-name': 'b', name: 'c' }, 'a'],
  [{ 'x-fern-server-name': 'b', name: 'c' }, 'b'],
  [{ name: 'c' }, 'c'],
])('the name of a server: %j', (server, name) => {
  expect(serverName(server)).toBe(name);
});

it.each<readonly [JsonObject['x'] | undefined, readonly object[] | undefined]>([
  [undefined, undefined],
  [true, undefined],
  [null, undefined],
  [false, []],
  ['none', []],
  ['key', [{ key: [] }]],
  [{ key: ['read'] }, [{ key: ['read'] }]],
  [
    ['key', { other: [] }, 1],
    [{ key: [] }, { other: [] }],
  ],
])('the security of an operation: %j', (hint, expected) => {
  expect(readSecurityHint(hint === undefined ? {} : { 'x-stainless-auth': hint })).toEqual(expected);
});

it.each<readonly [JsonObject['x'], string | undefined]>([
  [{ purpose: 'items' }, 'items'],
  [{}, undefined],
  ['items', undefined],
])('the purpose of a property: %j', (mark, purpose) => {
  expect(paginationPurpose({ 'x-stainless-pagination-property': mark })).toBe(purpose);
});

it.each<readonly [JsonObject['x'], object | undefined]>([
  [true, undefined],
  [{}, undefined],
  [{ strategy: 'none' }, undefined],
  [{ strategy: 'backoff' }, { statuses: [] }],
  [{ strategy: 'backoff', statusCodes: '5XX', backoff: 1 }, { statuses: [] }],
  [{ strategy: 'backoff', statusCodes: ['5xx', 429, null] }, { statuses: ['5XX', '429'] }],
  ...(
    [
      ['initialInterval', 'initialMs'],
      ['maxInterval', 'maxMs'],
      ['maxElapsedTime', 'maxElapsedMs'],
      ['exponent', 'exponent'],
    ] as const
  ).map(([key, read]): readonly [JsonObject, object] => [
    { strategy: 'backoff', backoff: { [key]: 2 } },
    { statuses: [], [read]: 2 },
  ]),
])('the retries of a document: %j', (hint, expected) => {
  expect(readRetryHint({ 'x-speakeasy-retries': hint })).toStrictEqual(expected);
});

it.each<readonly [JsonObject['x'], string | undefined]>([
  [[{ header: 'Key' }, { header: 'Other' }], 'Key'],
  [[1, { header: 'Key' }], 'Key'],
  [[], undefined],
  ['Key', undefined],
])('the header of the idempotency key: %j', (list, header) => {
  expect(readIdempotencyHeader({ 'x-fern-idempotency-headers': list })).toBe(header);
});
