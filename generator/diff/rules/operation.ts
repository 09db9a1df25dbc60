import { cell, grows, harmless, promisesMore, rejectedAtRuntime, repaired, rules } from './rule.ts';

const alias =
  'Keep the old name as a deprecated alias in the config (`type: alias`): the bump becomes minor.';

export const operationRules = rules('operation', {
  'operation-added': { title: 'method added', mirror: 'operation-removed', cells: { api: promisesMore } },
  'operation-removed': {
    title: 'method removed',
    mirror: 'operation-added',
    cells: { api: cell('break', ['call', 'fake'], 'rejected', 'major') },
    mitigation: 'Deprecate it first, with an `x-sunset` date.',
  },
  'operation-removed-after-sunset': {
    title: 'deprecated method removed',
    mirror: 'operation-added',
    cells: { api: cell('depends', ['call', 'fake'], 'rejected', 'major') },
  },
  'operation-removed-before-sunset': {
    title: 'method removed before its sunset date',
    mirror: 'operation-added',
    cells: { api: cell('break', ['call', 'fake'], 'rejected', 'major') },
    mitigation: 'Wait for the sunset date.',
  },
  'operation-renamed': {
    title: 'method renamed',
    mirror: 'self',
    cells: { api: cell('ok', ['call', 'name', 'fake'], 'same', 'major') },
    mitigation: alias,
  },
  'operation-moved': {
    title: 'method moved to another resource',
    mirror: 'self',
    cells: { api: cell('ok', ['call', 'name', 'fake'], 'same', 'major') },
    mitigation: alias,
  },
  'operation-id-changed': {
    title: 'operationId changed without effect on names',
    mirror: 'self',
    cells: { api: harmless },
  },
  'tags-changed': { title: 'tags changed without effect on names', mirror: 'self', cells: { api: harmless } },
  'path-changed': {
    title: 'path changed',
    mirror: 'self',
    cells: { api: repaired },
    mitigation: 'Serve the old path until the deployed SDK versions are gone.',
  },
  'verb-changed': {
    title: 'HTTP method changed',
    mirror: 'self',
    cells: { api: repaired },
    mitigation: 'Serve the old HTTP method until the deployed SDK versions are gone.',
  },
  'path-parameter-renamed': {
    title: 'path parameter renamed',
    mirror: 'self',
    cells: { api: cell('ok', ['call'], 'same', 'major') },
  },
  'path-parameters-swapped': {
    title: 'path parameters swapped',
    mirror: 'self',
    cells: { api: cell('ok', [], 'silent', 'major') },
    mitigation: 'Fix the order with `positional_params` in the config.',
  },
  'path-parameter-added': {
    title: 'path parameter added',
    mirror: 'path-parameter-removed',
    cells: { api: cell('break', ['call'], 'rejected', 'major') },
  },
  'path-parameter-removed': {
    title: 'path parameter removed',
    mirror: 'path-parameter-added',
    cells: { api: cell('break', ['call'], 'rejected', 'major') },
  },
  'positional-changed': {
    title: 'positional arguments changed',
    mirror: 'self',
    cells: { api: cell('ok', ['call'], 'same', 'major') },
  },
  'fixed-query-changed': {
    title: 'fixed query of the path changed',
    mirror: 'self',
    cells: { api: repaired },
  },
  'operation-server-changed': {
    title: "method's own server changed",
    mirror: 'self',
    cells: { api: cell('depends', [], 'silent', 'minor') },
    mitigation: 'Keep the old host answering.',
  },
  'argument-renamed': {
    title: 'argument renamed in the SDK',
    mirror: 'self',
    cells: { api: cell('ok', ['call'], 'rejected', 'major') },
  },
  'body-default-changed': {
    title: 'client option that fills the body changed',
    mirror: 'self',
    cells: { api: cell('ok', [], 'changed', 'minor') },
  },
  'method-default-changed': {
    title: 'time limit, retries or idempotency of a method changed',
    mirror: 'self',
    cells: { api: cell('ok', [], 'changed', 'minor') },
  },
  'params-type-renamed': {
    title: 'type of the arguments renamed',
    mirror: 'self',
    cells: { api: cell('ok', ['name'], 'same', 'major') },
  },
  'stream-form-changed': {
    title: 'form of a stream changed',
    mirror: 'self',
    cells: { api: cell('break', ['read', 'fake'], 'changed', 'major') },
  },
  'stream-option-changed': {
    title: 'choice of streaming moved',
    mirror: 'self',
    cells: { api: cell('break', ['call'], 'rejected', 'major') },
  },
  'stream-rules-changed': {
    title: 'rules for events changed',
    mirror: 'self',
    cells: { api: cell('ok', [], 'changed', 'minor') },
  },
  'stream-added': {
    title: 'result became a stream',
    mirror: 'stream-removed',
    cells: { api: cell('break', ['read', 'fake'], 'changed', 'major') },
  },
  'stream-removed': {
    title: 'result is no longer a stream',
    mirror: 'stream-added',
    cells: { api: cell('break', ['read'], 'changed', 'major') },
  },
  'stream-option-added': {
    title: 'streaming added as a choice',
    mirror: 'stream-option-removed',
    cells: { api: cell('ok', ['type-level'], 'same', 'minor') },
  },
  'stream-option-removed': {
    title: 'choice of streaming removed',
    mirror: 'stream-option-added',
    cells: { api: cell('break', ['call'], 'rejected', 'major') },
  },
  'pagination-added': {
    title: 'result became a page, the awaited value keeps what pages have',
    mirror: 'pagination-removed',
    cells: { api: cell('ok', ['fake', 'type-level'], 'changed', 'minor') },
  },
  'pagination-removed': {
    title: 'result is no longer a page',
    mirror: 'pagination-added',
    cells: { api: cell('ok', ['read'], 'changed', 'major') },
  },
  'pagination-changed': {
    title: 'pagination scheme changed',
    mirror: 'self',
    cells: { api: cell('break', ['name'], 'changed', 'major') },
  },
  'result-unwrapped-changed': {
    title: 'unwrapping of the result changed',
    mirror: 'self',
    cells: { api: cell('ok', ['read'], 'changed', 'major') },
  },
});

export const parameterRules = rules('parameter', {
  'parameter-added-optional': {
    title: 'optional parameter added',
    mirror: 'parameter-removed',
    cells: { api: grows },
  },
  'parameter-added-first': {
    title: 'first argument added before the options',
    mirror: 'parameter-removed-last',
    cells: { api: cell('ok', ['call'], 'same', 'major') },
    mitigation: 'Only calls that pass request options without parameters are concerned.',
  },
  'parameter-added-required': {
    title: 'required parameter added',
    mirror: 'parameter-removed',
    cells: { api: cell('break', ['call'], 'rejected', 'major') },
    mitigation: 'Make it optional, with a default on the server.',
  },
  'list-shortened': {
    title: 'new limit for a list that came whole',
    mirror: 'parameter-removed',
    cells: { api: cell('silent', [], 'silent', 'minor') },
    mitigation: 'Leave the limit without a default, or offer the pages under a new path.',
  },
  'parameter-removed': {
    title: 'parameter removed',
    mirror: 'parameter-added-optional',
    cells: { api: cell('ignored', ['call'], 'changed', 'major') },
  },
  'parameter-removed-last': {
    title: 'last argument before the options removed',
    mirror: 'parameter-added-first',
    cells: { api: cell('ignored', ['call'], 'changed', 'major') },
  },
  'parameter-removed-after-sunset': {
    title: 'deprecated parameter removed',
    mirror: 'parameter-added-optional',
    cells: { api: cell('ignored', ['call'], 'changed', 'major') },
  },
  'parameter-removed-before-sunset': {
    title: 'parameter removed before its sunset date',
    mirror: 'parameter-added-optional',
    cells: { api: cell('break', ['call'], 'changed', 'major') },
  },
  'parameter-renamed': {
    title: 'parameter renamed',
    mirror: 'self',
    cells: { api: cell('ignored', ['call'], 'changed', 'major') },
    mitigation: 'Take the old name as well until deployed versions are gone.',
  },
  'parameter-became-required': {
    title: 'parameter became required',
    mirror: 'parameter-became-optional',
    cells: { api: cell('break', ['call'], 'rejected', 'major') },
  },
  'parameter-became-optional': {
    title: 'parameter became optional',
    mirror: 'parameter-became-required',
    cells: { api: cell('ok', ['type-level'], 'same', 'minor') },
  },
  'parameter-moved': {
    title: 'parameter moved to another location',
    mirror: 'self',
    cells: { api: repaired },
  },
  'parameter-style-changed': {
    title: 'serialization of a parameter changed',
    mirror: 'self',
    cells: { api: repaired },
  },
  'parameter-became-list': {
    title: 'parameter became a list',
    mirror: 'type-changed',
    cells: { api: cell('ok', ['call'], 'changed', 'major') },
  },
  'parameter-client-option-changed': {
    title: 'parameter taken from a client option, or no longer',
    mirror: 'self',
    cells: { api: cell('ok', ['call'], 'same', 'minor') },
  },
});

export const bodyRules = rules('body', {
  'body-added-optional': {
    title: 'optional request body added',
    mirror: 'body-removed',
    cells: { api: grows },
  },
  'body-added-required': {
    title: 'required request body added',
    mirror: 'body-removed',
    cells: { api: cell('break', ['call'], 'rejected', 'major') },
  },
  'body-removed': {
    title: 'request body removed',
    mirror: 'body-added-optional',
    cells: { api: cell('ignored', ['call'], 'changed', 'major') },
  },
  'body-became-required': {
    title: 'request body became required',
    mirror: 'body-became-optional',
    cells: { api: cell('break', ['call'], 'rejected', 'major') },
  },
  'body-became-optional': {
    title: 'request body became optional',
    mirror: 'body-became-required',
    cells: { api: cell('ok', ['type-level'], 'same', 'minor') },
  },
  'body-argument-changed': {
    title: 'body passed property by property, or no longer',
    mirror: 'self',
    cells: { api: cell('ok', ['call'], 'same', 'major') },
    mitigation: 'Keep the body an object, or wrap the other kind of value in one.',
  },
  'request-media-type-added': {
    title: 'request media type added',
    mirror: 'request-media-type-removed',
    cells: { api: grows },
  },
  'request-media-type-removed': {
    title: 'request media type removed',
    mirror: 'request-media-type-added',
    cells: { api: rejectedAtRuntime },
  },
  'request-media-type-replaced': {
    title: 'request media type replaced',
    mirror: 'self',
    cells: { api: repaired },
    mitigation: 'Accept the old media type as well.',
  },
  'request-encoding-changed': {
    title: 'encoding of a body part changed',
    mirror: 'self',
    cells: { api: repaired },
  },
});
