/**
 * Configs with a fault each, checked against the schema alone: `validate-cases.expected.json` has what is
 * reported.
 */
import { join } from 'node:path';
import { it } from 'vitest';
import { parse } from 'yaml';
import { validateConfig } from '../../generator/config/validate.ts';
import { expectStored } from '../support/stored.ts';

const texts: readonly string[] = [
  '{}',
  '5',
  '[]',
  'a',
  'null',
  '{ resources: {} }',
  '{ x: 1, "a/b": 2 }',
  '{ Resources: {} }',
  '{ resourcesx: {} }',
  '{ resourceeess: {} }',
  '{ reXXXces: {} }',
  '{ openApi: {} }',
  '{ custom-casings: {} }',
  '{ customCasings: {} }',
  '{ unspecifiedEndpoints: [] }',
  '{ CUSTOM-CASINGS: {} }',
  '{ editin: a, ed: b }',
  '{ organization: { naem: a, x: b, "con/tact": c } }',
  '{ organization: 5 }',
  '{ organization: [1] }',
  '{ organization: null }',
  '{ organization: { name: [1] } }',
  '{ organization: { name: { a: 1 } } }',
  '{ organization: { name: true } }',
  '{ resources: { a: { methods: { list: 5, get: [x], put: null, post: true, patch: { endpoint: a }, x: get } } } }',
  '{ resources: { a: { methods: { list: { endpoint: null } , get: {} , put: { type: alias }, post: { type: nothing } } } } }',
  '{ resources: { a: { methods: { list: { endpoint: get /a, idempotent: x, skip: 5, paginated: 1, timeout: 1 } } } } }',
  '{ resources: { a: { models: { m: 5, n: {}, o: { openapi_uri: 1 } }, standalone_api: x, deprecated: 5 } } }',
  '{ client_settings: { default_timeout: soon, default_retries: { max_retries: -1 } } }',
  '{ client_settings: { default_retries: { max_retries: 1.5 } } }',
  '{ client_settings: { opts: { a: {}, b: { type: 5 }, c: { type: text } } } }',
  '{ query_settings: { array_format: csv, nested_format: null } }',
  `{ query_settings: { array_format: ${'x'.repeat(58)} } }`,
  `{ query_settings: { array_format: ${'x'.repeat(59)} } }`,
  '{ unspecified_endpoints: all }',
  '{ unspecified_endpoints: [5] }',
  '{ pagination: [{ name: a }, { type: cursor }, {}] }',
  '{ pagination: {} }',
  '{ streaming: { on_event: [{ kind: x }] } }',
  '{ webhooks: { key: 1 } }',
  '{ diagnostics: { ignored: 5 } }',
  '{ openapi: { transforms: [{ command: x }, { command: remove }, {}] } }',
  '{ output: { docs: 5 } }',
  '{ settings: { license: 5, positional_params: 1 } }',
  '{ targets: 5 }',
  '{ targets: { typescript: 5 } }',
  '{ targets: { typescript: { out: x }, nothing: {} } }',
  '{ targets: { python: { out: x, options: { nothing: 1 } }, go: { out: y } } }',
  '{ targets: { typescript: { options: { browser: x, dates: 5 } } } }',
  '{ targets: { java: {}, kotlin: { out: x }, terraform: { a: 1 } } }',
  '{ resources: { a: { mixin: 1, sort: 2, title: 3, custom: 4, methods_order: 5, terraform: 6, positional_params: 7, subresources: { b: { mixin: 1, sort: 2 } } } } }',
  '{ resources: { a: { mixin: 1, sort: 2, title: 3, custom: 4, methods_order: 5, terraform: 6, positional_params: 7, subresources: { b: { mixin: 1 } } } } }',
  '{ targets: { python: { out: x } }, resources: { a: { standalone_api: true } } }',
  '{ targets: { python: { out: x } }, out: y, resources: { a: { standalone_api: true } } }',
  '{ targets: { go: { out: x } }, resources: { a: { standalone_api: true } }, client_settings: { opts: { a: { type: string } } } }',
  '{ resources: { a: { standalone_api: true } } }',
  // Keys of one language, and which languages are generated.
  ...[
    '{}',
    '{ python: {} }',
    '{ python: { out: x } }',
    '{ python: { out: x } }, out: y',
    '{ python: { out: x }, typescript: {} }',
    '{ python: { out: x }, typescript: { out: z } }',
    '{ node: {}, go: { out: x } }',
    '{ python: 5, go: { out: x } }',
    '5, out: y',
    'null',
  ].map(
    (targets) =>
      `{ targets: ${targets}, functions: true, compat: null, docs: { models: true, reference: true } }`,
  ),
  '{ format: 5, targets: { python: {}, java: { out: x } }, pagination: [{}, 5, { type: cursor }, {}, {}, {}, {}, {}, {}, {}, {}, {}] }',
  `{ targets: { typescript: { options: { mcp_server: { code_exec_permissions: { allowed_methods: ['(a)', ${'x'.repeat(201)}, 5, ok] } } } } } }`,
  '{ settings: { license: [true] }, client_settings: { default_timeout: true, default_retries: { max_retries: nothing } } }',
  '{ zdz: 1 }',
  '{ functions: 1, compat: no, docs: { models: 1, x: 1 } }',
  '{ environments: 5, readme: { example_requests: { default: { type: 5, endpoint: x } } } }',
  '{ zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz: 1 }',
  '{ client_settings: { default_retries: { initial_delay_seconds: x, max_delay_seconds: -1 } } }',
  '{ streaming: { on_event: [{ kind: data, data_starts_with: 5 }, { kind: fallthrough, handle: x }] } }',
  '{ openapi: { transforms: [{ command: rename, args: 5 }, { command: x, args: {} }] } }',
  '{ pagination: [{ name: a, type: x, request: 5, response: { data: 5 } }] }',
  '{ targets: { typescript: { package_name: 5, out: [], options: { dates: null, int64: x } } } }',
  '{ readme: { example_requests: 5 } }',
  '{ environments: { a: 5, b: { url: 5 }, c: {} } }',
  '{ security: 5, security_schemes: [] }',
  '{ custom_casings: { a: 5, b: { initialism: x } } }',
  '{ unknown: { deep: 1 }, codeflow: 1, publish: 2, edition: 5 }',
];

it('reports', () => {
  const actual: Record<string, unknown> = {};
  for (const text of texts)
    actual[text.slice(0, 200)] = validateConfig('c.yml', parse(text) as null).map(
      ({ code, origin, parameters }) => [code, origin?.pointer, parameters],
    );
  expectStored(join(import.meta.dirname, 'validate-cases.expected.json'), actual);
});
