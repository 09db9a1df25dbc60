/** A case for each 4xx status: whether it is retried is what the prose of the SDKs says. */
import { RETRIED_STATUSES } from '../../../generator/languages/retries.ts';
import type { Case } from './case.ts';

/** Statuses whose error has a class; the others have the class of all errors of the API. */
const CLASSES: Readonly<Record<number, string>> = {
  400: 'BadRequestError',
  401: 'AuthenticationError',
  403: 'PermissionDeniedError',
  404: 'NotFoundError',
  422: 'UnprocessableEntityError',
};

/** What `fetch` of Node does by itself, as the Fetch Standard asks. */
const BY_FETCH: Readonly<Record<number, string>> = {
  407: 'fetch reports a network error without a proxy',
  421: 'fetch asks once more over a new connection',
};

const STATUSES = [...Array(32).keys()].map((index) => 400 + index);

export const retriedStatusCases: readonly Case[] = STATUSES.map((status) =>
  RETRIED_STATUSES.includes(`${status}`)
    ? {
        name: `${status} is tried again`,
        call: 'get',
        answers: [{ status, headers: { 'retry-after-ms': '1' } }, { json: { id: 't1' } }],
        expect: { value: { id: 't1' }, count: 2 },
      }
    : {
        name: `${status} is not tried again`,
        call: 'get',
        answers: [{ status }],
        expect: {
          error: { kind: CLASSES[status] ?? { typescript: 'APIError', python: 'APIStatusError' }, status },
          count: 1,
        },
        ...(BY_FETCH[status] !== undefined && { except: { typescript: BY_FETCH[status] } }),
      },
);
