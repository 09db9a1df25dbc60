/** Names that generated code must not declare, in one list for each place. */

/** Reserved words of ECMAScript and TypeScript, which cannot name parameters or variables in strict code. */
const WORDS = new Set(
  (
    'break case catch class const continue debugger default delete do else enum export extends false finally for function if import in ' +
    'instanceof new null return super switch this throw true try typeof var void while with implements interface let package private ' +
    'protected public static yield await async of eval arguments undefined'
  ).split(' '),
);

/** Variables in method bodies. */
const BODY_NAMES = new Set(['options', 'params', 'query', 'body', 'path', 'client']);

/** Members that resource classes have, or that would change the behaviour of objects. */
const RESOURCE_MEMBERS = new Set([
  'constructor',
  '_client',
  'then',
  'prototype',
  '__proto__',
  'toString',
  'valueOf',
  'toJSON',
  'toLocaleString',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
]);

/** Members of the client's base class and names in its namespace. */
const CLIENT_MEMBERS = new Set([
  ...RESOURCE_MEMBERS,
  ...(
    'get post put patch delete request query getAPIList requestAPIList withOptions use buildURL baseURL timeout maxRetries logger logLevel ' +
    'fetchOptions fetch defaultQuery validateHeaders authHeaders defaultIdempotencyKey makeStatusError prepareOptions prepareRequest ' +
    'environment options'
  ).split(' '),
]);

/** Types of the language or the SDK that generated files need and cannot reach by another name. */
const TYPE_NAMES = new Set([
  'any',
  'unknown',
  'never',
  'void',
  'undefined',
  'null',
  'string',
  'number',
  'boolean',
  'object',
  'symbol',
  'bigint',
  'globalThis',
  'Promise',
  'Omit',
  'Record',
  'Partial',
  'AsyncIterable',
  'this',
  'type',
  'namespace',
  'module',
  'declare',
]);

/** Whether the name is a reserved word. */
export const isWord = (name: string): boolean => WORDS.has(name);

export const variableName = (name: string): string =>
  WORDS.has(name) || BODY_NAMES.has(name) ? `${name}_` : name;
export const isReservedMember = (name: string, on: 'client' | 'resource'): boolean =>
  (on === 'client' ? CLIENT_MEMBERS : RESOURCE_MEMBERS).has(name);
export const isReservedType = (name: string): boolean => TYPE_NAMES.has(name);
