/** Names that generated code must not declare in a given place. One list per place, nowhere else. */

/** ECMAScript and TypeScript words that cannot name a parameter or a variable in strict code. */
const WORDS = new Set(
  (
    'break case catch class const continue debugger default delete do else enum export extends false finally for function if import in ' +
    'instanceof new null return super switch this throw true try typeof var void while with implements interface let package private ' +
    'protected public static yield await async of eval arguments undefined'
  ).split(' '),
);

/** Names that method bodies use themselves. */
const BODY_NAMES = new Set(['options', 'params', 'query', 'body', 'path', 'client']);

/** Members that classes of resources have or that would change how objects behave. */
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

/** Members of the client's base class and its statics' namespace. */
const CLIENT_MEMBERS = new Set([
  ...RESOURCE_MEMBERS,
  ...(
    'get post put patch delete request query getAPIList requestAPIList withOptions use buildURL baseURL timeout maxRetries logger logLevel ' +
    'fetchOptions fetch defaultQuery validateHeaders authHeaders defaultIdempotencyKey makeStatusError prepareOptions prepareRequest ' +
    'environment options'
  ).split(' '),
]);

/**
 * Type names that the language or this SDK's own files need under their own meaning and that cannot be
 * reached another way.
 */
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

/** Words that no variable can be called. */
export const isWord = (name: string): boolean => WORDS.has(name);

export const variableName = (name: string): string =>
  WORDS.has(name) || BODY_NAMES.has(name) ? `${name}_` : name;
export const isReservedMember = (name: string, on: 'client' | 'resource'): boolean =>
  (on === 'client' ? CLIENT_MEMBERS : RESOURCE_MEMBERS).has(name);
export const isReservedType = (name: string): boolean => TYPE_NAMES.has(name);
