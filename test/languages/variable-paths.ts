/** Operations with results of all kinds, whose sample calls name what comes back. */
export type Json = Readonly<Record<string, unknown>>;
export const text = { type: 'string' };
const answer = (schema: Json, media = 'application/json'): Json => ({
  responses: { 200: { description: '', content: { [media]: { schema } } } },
});
const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
export const object = (properties: Json): Json => ({ type: 'object', properties });
const events = { 'text/event-stream': { schema: text } };

export const PATHS = {
  '/text': { get: answer(text) },
  '/cat': { get: answer(ref('Cat')) },
  '/none': { get: { responses: { 204: { description: '' } } } },
  '/file': { get: answer({ type: 'string', format: 'binary' }, 'image/png') },
  '/live': { get: { responses: { 200: { description: '', content: events } } } },
  '/chat': {
    post: {
      requestBody: { content: { 'application/json': { schema: object({ stream: { type: 'boolean' } }) } } },
      responses: {
        200: { description: '', content: { 'application/json': { schema: ref('Cat') }, ...events } },
      },
    },
  },
  '/page': {
    get: {
      parameters: [{ name: 'cursor', in: 'query', schema: text }],
      ...answer(object({ data: { type: 'array', items: ref('Cat') }, next: text })),
    },
  },
  '/any': {
    get: {
      parameters: [{ name: 'cursor', in: 'query', schema: text }],
      ...answer(
        object({ data: { type: 'array', items: { anyOf: [ref('Cat'), { type: 'null' }] } }, next: text }),
      ),
    },
  },
};
const use = (type: string, purpose: string): Json => ({
  type,
  'x-stainless-pagination-property': { purpose },
});
export const PAGINATION = [
  {
    ...{ name: 'p', type: 'cursor', request: { cursor: use('string', 'next_cursor_param') } },
    response: { data: { ...use('array', 'items'), items: {} }, next: use('string', 'next_cursor_field') },
  },
];
export const paged = (path: string): Json => ({ endpoint: `get ${path}`, paginated: 'p' });
export const chat = { endpoint: 'post /chat', streaming: { param_discriminator: 'stream' } };
