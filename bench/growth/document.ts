/** A made document of any size: schemas that refer to each other, and one operation for every ten of them. */
import type { JsonObject } from '../../generator/lib/json.ts';

/** `count` component schemas. The same count gives the same document. */
export function makeDocument(count: number): JsonObject {
  const schemas = Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`Thing${index}`, schemaOf(index)] as const),
  );
  const paths = Object.fromEntries(
    Array.from(
      { length: Math.ceil(count / 10) },
      (_, index) =>
        [`/group-${index % 50}/things-${index}/{id}`, { get: operation(index), put: update(index) }] as const,
    ),
  );
  return {
    openapi: '3.1.0',
    info: { title: 'Growth', version: '1.0.0' },
    servers: [{ url: 'https://growth.example' }],
    paths,
    components: { schemas },
  };
}

const reference = (index: number): JsonObject => ({ $ref: `#/components/schemas/Thing${index}` });

/**
 * Eight properties, two references to earlier schemas, an enum and a union: what an average component of the
 * corpus has.
 */
function schemaOf(index: number): JsonObject {
  return {
    type: 'object',
    description: `Thing number ${index}, as the service knows it.`,
    required: ['id', 'name'],
    properties: {
      id: { type: 'string' },
      name: { type: 'string', maxLength: 100, description: 'What people call it.' },
      state: { type: 'string', enum: ['new', 'open', 'closed'] },
      count: { type: 'integer', minimum: 0 },
      tags: { type: 'array', items: { type: 'string' } },
      parent: index > 0 ? reference(Math.floor(index / 2)) : { type: 'string' },
      other: { anyOf: [index > 7 ? reference(index - 7) : { type: 'number' }, { type: 'null' }] },
      details: {
        type: 'object',
        properties: { note: { type: 'string' }, at: { type: 'string', format: 'date-time' } },
      },
    },
  };
}

const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
const answer = (index: number): JsonObject => ({
  '200': { description: 'The thing.', content: { 'application/json': { schema: reference(index * 10) } } },
});
const operation = (index: number): JsonObject => ({
  operationId: `getThing${index}`,
  summary: 'Reads a thing',
  parameters: [id],
  responses: answer(index),
});
const update = (index: number): JsonObject => ({
  operationId: `putThing${index}`,
  summary: 'Changes a thing',
  parameters: [id],
  requestBody: { required: true, content: { 'application/json': { schema: reference(index * 10) } } },
  responses: answer(index),
});
