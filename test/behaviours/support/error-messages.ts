/** Bodies of errors, and the message that each gives in every language. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Case } from './case.ts';

const LONG = 'é😀'.repeat(251);

/** The body of a response and its message. The last row is too long for a table. */
export const errorMessages: readonly (readonly [body: string, message: string])[] = [
  ...(parse(
    readFileSync(join(import.meta.dirname, '../cases/error-messages.yml'), 'utf8'),
  ) as readonly (readonly [string, string])[]),
  [JSON.stringify({ message: LONG }), `${'é😀'.repeat(250)}…`],
];

/** The same rows as cases: the message ends with the operation and the id of the request. */
export const errorMessageCases: readonly Case[] = errorMessages.map(([body, message]) => ({
  name: `the body ${body.slice(0, 80)} gives its message`,
  call: 'get',
  answers: [{ status: 400, text: body, headers: { 'x-request-id': 'req_1' } }],
  expect: {
    error: {
      kind: 'BadRequestError',
      is: `400 ${message} (GET /things/{id}, request req_1)`,
      request: { method: 'GET', url: '{own}/things/t1' },
    },
  },
}));
