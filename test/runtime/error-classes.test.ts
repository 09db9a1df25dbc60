/** What each class of error holds, without a client. */
import { describe, expect, it } from 'vitest';
import * as errors from '../../templates/typescript/runtime/error.ts';
import { CLIENT_NAME } from '../../templates/typescript/runtime/internal/brand.ts';

const { APIError, addNote, isErrorOf, requestID, SDKError } = errors;
const headers = new Headers({ 'x-request-id': 'r1' });

/** All that is seen of an error. */
function seen(error: Error): object {
  const { status, requestID: id } = error as errors.APIError;
  const body = (error as errors.APIError).error;
  return { name: error.name, message: error.message, status, id, error: body, cause: error.cause };
}

describe('classes by status', () => {
  it.each<[number, string]>([
    [400, 'BadRequestError'],
    [401, 'AuthenticationError'],
    [403, 'PermissionDeniedError'],
    [404, 'NotFoundError'],
    [409, 'ConflictError'],
    [422, 'UnprocessableEntityError'],
    [429, 'RateLimitError'],
    [418, 'APIError'],
    [499, 'APIError'],
    [500, 'InternalServerError'],
    [501, 'InternalServerError'],
  ])('%i', (status, name) => {
    const error = APIError.generate(status, { message: 'no' }, undefined, headers);
    expect(error.constructor).toBe(errors[name as keyof typeof errors]);
    expect(seen(error)).toEqual({
      name,
      message: `${status} no`,
      status,
      id: 'r1',
      error: { message: 'no' },
      cause: undefined,
    });
    expect(error.headers).toBe(headers);
  });

  it.each<[string, number | undefined, Headers | undefined]>([
    ['no status', undefined, headers],
    ['status 0', 0, headers],
    ['no headers', 404, undefined],
  ])('%s', (_, status, given) => {
    const error = APIError.generate(status, 'why', 'lost', given);
    expect(error).toBeInstanceOf(errors.APIConnectionError);
    expect(seen(error)).toEqual({
      name: 'APIConnectionError',
      message: 'lost',
      status: undefined,
      id: null,
      error: undefined,
      cause: 'why',
    });
  });
});

describe('messages', () => {
  const cause = new Error('x');
  const response = new Response('', {
    status: 203,
    headers: { 'content-type': 'text/html', 'request-id': 'r2' },
  });
  it.each<[string, Error, string, string, unknown]>([
    ['of the package', new SDKError('a', { cause }), SDKError.name, 'a', cause],
    [
      'without a body',
      new APIError(404, undefined, undefined, headers),
      'APIError',
      '404 status code (no body)',
      undefined,
    ],
    ['with a message', new APIError(404, undefined, 'gone', headers), 'APIError', '404 gone', undefined],
    [
      'without a status',
      new APIError(undefined, { message: 'a' }, 'gone', headers),
      'APIError',
      'a',
      undefined,
    ],
    [
      'an empty body',
      new APIError(500, '', 'gone', headers),
      'APIError',
      '500 status code (no body)',
      undefined,
    ],
    ['an abort', new errors.APIUserAbortError(), 'APIUserAbortError', 'Request was aborted.', undefined],
    [
      'an abort with a reason',
      new errors.APIUserAbortError({ message: 'a', cause }),
      'APIUserAbortError',
      'a',
      cause,
    ],
    ['a connection', new errors.APIConnectionError(), 'APIConnectionError', 'Connection error.', undefined],
    [
      'a connection with a reason',
      new errors.APIConnectionError({ message: 'a', cause }),
      'APIConnectionError',
      'a',
      cause,
    ],
    [
      'a timeout',
      new errors.APIConnectionTimeoutError(),
      'APIConnectionTimeoutError',
      'Request timed out.',
      undefined,
    ],
    [
      'a timeout with a reason',
      new errors.APIConnectionTimeoutError({ message: 'a', cause }),
      'APIConnectionTimeoutError',
      'a',
      cause,
    ],
    [
      'no JSON',
      new errors.APIParseError(response, 'x'.repeat(101)),
      'APIParseError',
      `Expected JSON, got text/html (status 203): ${'x'.repeat(100)}`,
      undefined,
    ],
    [
      'invalid JSON',
      new errors.APIParseError(response, '{', cause),
      'APIParseError',
      'Invalid JSON (status 203): {',
      cause,
    ],
  ])('%s', (_, error, name, message, reason) => {
    expect([error.name, error.message, error.cause]).toEqual([name, message, reason]);
    expect(error).toBeInstanceOf(SDKError);
  });

  it('of a body that is not JSON, with what was received', () => {
    const error = new errors.APIParseError(response, 'x');
    expect([error.response, error.text, error.requestID]).toEqual([response, 'x', 'r2']);
    expect(Object.keys(error)).not.toContain('response');
  });

  it('name the class of the package in front of a stack', () => {
    expect([SDKError.name, new SDKError().name]).toEqual([`${CLIENT_NAME}Error`, `${CLIENT_NAME}Error`]);
  });
});

describe('isErrorOf', () => {
  const method = (): Promise<void> => Promise.resolve();
  it.each<[string, unknown, number | undefined, boolean]>([
    ['an error response', APIError.generate(404, {}, '', headers), undefined, true],
    ['of the status', APIError.generate(404, {}, '', headers), 404, true],
    ['of another status', APIError.generate(404, {}, '', headers), 400, false],
    ['no response', new errors.APIConnectionError(), undefined, false],
    ['another error', Object.assign(new Error('x'), { status: 404 }), 404, false],
    ['no error', undefined, undefined, false],
  ])('%s', (_, error, status, expected) =>
    expect(status === undefined ? isErrorOf(method, error) : isErrorOf(method, error, status)).toBe(expected),
  );
});

it.each<[string, Record<string, string> | undefined, string | null]>([
  ['the usual header', { 'x-request-id': 'a', 'request-id': 'b', 'x-correlation-id': 'c' }, 'a'],
  ['the second', { 'request-id': 'b', 'x-correlation-id': 'c' }, 'b'],
  ['the third', { 'x-correlation-id': 'c' }, 'c'],
  ['none', { 'x-id': 'd' }, null],
  ['no headers', undefined, null],
])('request ID: %s', (_, given, id) => expect(requestID(given && new Headers(given))).toBe(id));

describe('notes', () => {
  it('stand in the message and in the stack', () => {
    const error = new Error('a');
    error.stack = 'Error: a\n    at b';
    addNote(error, ' ($& x)');
    expect([error.message, error.stack]).toEqual(['a ($& x)', 'Error: a ($& x)\n    at b']);
  });
  it('need no stack', () => {
    const error = new Error('a');
    Object.assign(error, { stack: undefined });
    addNote(error, ' b');
    expect([error.message, error.stack]).toEqual(['a b', undefined]);
  });
});
