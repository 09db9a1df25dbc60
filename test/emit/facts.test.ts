/** Overlays made of `facts`, for a document that means no good. */
import { rmSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { memoryIo } from '../../generator/source/io.ts';
import { type Generated, generateFrom, runProgram, typeCheck } from '../support/overlay.ts';

const SPEC = `openapi: 3.1.0
info: { title: "H */ \`\${x}\`", version: '1' }
servers: [ { url: https://h.example } ]
paths:
  /items/{client}/{signal}:
    get:
      operationId: default
      tags: [default]
      parameters:
        - { name: client, in: path, required: true, schema: { type: string } }
        - { name: signal, in: path, required: true, schema: { type: string } }
        - { name: _nextPage, in: query, schema: { type: string } }
      responses:
        '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Json' } } } }
    post:
      operationId: create
      tags: [default]
      parameters:
        - { name: client, in: path, required: true, schema: { type: string } }
        - { name: signal, in: path, required: true, schema: { type: string } }
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Index' } } } }
      responses:
        '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Mutual' } } } }
        '2XX': { description: ok, content: { application/json: { schema: { type: array, items: { type: integer, enum: [1, 2] } } } } }
  /both:
    get:
      operationId: both
      tags: [both]
      responses:
        '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Both' } } } }
  /empty:
    head:
      operationId: look
      tags: [both]
      responses: { '204': { description: no } }
    delete:
      operationId: drop
      tags: [both]
      responses: { '204': { description: no } }
components:
  schemas:
    Json:
      oneOf:
        - { type: string }
        - { type: array, items: { $ref: '#/components/schemas/Json' } }
        - { type: object, additionalProperties: { $ref: '#/components/schemas/Json' } }
    Index:
      type: object
      additionalProperties: false
      required: ["a'; process.exit(1); '", "\`\${1}\`"]
      properties:
        "a'; process.exit(1); '": { type: string, pattern: "'); process.exit(1); ('", minLength: 2, maxLength: 3 }
        "\`\${1}\`": { type: string, enum: ["'); throw 1; ('", "\\u2028*/", "\\\\"] }
        __proto__: { type: string }
        bad: { type: string, pattern: "(?<=[" }
        posix: { type: string, pattern: "^[[:alpha:]]$" }
        pair: { type: array, prefixItems: [ { type: string }, { type: integer } ], minItems: 2, items: false }
        some: { type: array, prefixItems: [ { type: string }, { type: integer } ] }
        when: { type: [string, 'null'], format: date-time }
        mixed: { enum: [1, "a", null, true] }
        never: { not: {} }
        number: { type: number, multipleOf: 0.01, exclusiveMinimum: 0, maximum: 1.0e+21 }
    index: { type: object, properties: { id: { type: string, readOnly: true }, w: { type: string, writeOnly: true } } }
    Mutual: { type: object, required: [other], properties: { other: { $ref: '#/components/schemas/Other' }, at: { type: string, format: date-time } } }
    Other: { type: object, properties: { back: { $ref: '#/components/schemas/Mutual' }, plain: { $ref: '#/components/schemas/Plain' } } }
    Plain: { type: object, properties: { b: { $ref: '#/components/schemas/index' } } }
    Both:
      allOf:
        - { oneOf: [ { $ref: '#/components/schemas/Plain' }, { type: object, properties: { at: { type: string, format: date-time } } } ] }
        - { type: object, properties: { at: { type: string, format: date-time }, c: { type: integer } } }
`;

const PROGRAM = `
import { bothSchema as datedBoth } from './schemas-dates/index.ts';
import { index_Schema, index__Schema, jsonSchema, mutualSchema } from './schemas/index.ts';
import { index_Schema as strict } from './schemas-strict/index.ts';

const places = (schema: { safeParse(value: unknown): { error?: { issues: { path: PropertyKey[] }[] } } }, value: unknown) =>
  schema.safeParse(value).error?.issues.map((one) => one.path.map(String).join('.'));
const required = { "a'; process.exit(1); '": 'ab', '\`\${1}\`': '\\\\' };

export const outcome = [
  places(index_Schema, required),
  places(strict, required),
  places(strict, { ...required, further: 1 }),
  places(index_Schema, { ...required, further: 1, mixed: 'b', when: null, bad: '(', posix: ':' }),
  places(strict, { ...required, mixed: 'b' }),
  places(index_Schema, { ...required, "a'; process.exit(1); '": 'abcd', pair: ['a', 1.5], number: 0, never: 1 }),
  places(strict, { ...required, '\`\${1}\`': 'x' }),
  places(index__Schema, { id: 3 }),
  places(jsonSchema, { a: ['b', { c: ['d'] }] }),
  places(jsonSchema, { a: 1 })?.length,
  places(mutualSchema, { other: { back: { other: { plain: { b: { id: 5 } } } } } }),
  JSON.stringify(datedBoth.parse({ at: '2026-01-01T00:00:00+01:00', c: 1, d: { e: [2] } })),
  ({} as { polluted?: unknown }).polluted,
];
`;

const made: Generated[] = [];
afterAll(() => {
  for (const { dir } of made) rmSync(dir, { recursive: true, force: true });
});
const generate = async (templates: string): Promise<Generated> => {
  const one = await generateFrom({ io: memoryIo({ 'openapi.yml': SPEC }), spec: 'openapi.yml', templates });
  made.push(one);
  return one;
};

it('schemas hold what they should, and no code of the document', async () => {
  const { dir, paths } = await generate('zod');
  // The name of the index is not for a model, and names differ by more than their case.
  expect(paths.filter((path) => path.startsWith('src/schemas/index'))).toEqual([
    'src/schemas/index.ts',
    'src/schemas/index_.ts',
    'src/schemas/index__.ts',
  ]);
  await typeCheck(dir, PROGRAM);
  const { outcome } = await runProgram(dir);
  expect(outcome).toEqual([
    undefined,
    undefined,
    [''],
    undefined,
    ['mixed'],
    ["a'; process.exit(1); '", 'pair.1', 'never', 'number'],
    ['`${1}`'],
    ['id'],
    undefined,
    1,
    ['other.back.other.plain.b.id'],
    '{"at":"2025-12-31T23:00:00.000Z","c":1,"d":{"e":[2]}}',
    undefined,
  ]);
});

it('queries compile, whatever arguments are called', async () => {
  await typeCheck((await generate('tanstack-query')).dir);
});
