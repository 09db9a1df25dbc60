/** A document whose tags, operations, parameters and properties are called as code is. */

/** Words and builtins of both languages, names that generated files import or declare, devices of Windows. */
const NAMES = (
  'self cls cached_property register con aux nul class import None str int list object type property ' +
  'overload override deprecated required_args typing httpx transform omit path_template make_request_options ' +
  'to_raw_response_wrapper with_raw_response resources types date datetime Union Optional Dict cast client _client ' +
  'lib given super mro __init__ pagination copy close with_options response thing_list_params ' +
  'this constructor prototype __proto__ toString hasOwnProperty then function new delete await async arguments ' +
  'default options params body query path headers pathOf APIResource APIPromise RequestOptions index Object Promise'
).split(' ');

const answer = {
  '200': {
    description: 'Done',
    content: {
      'application/json': {
        schema: {
          type: 'object',
          properties: Object.fromEntries([...NAMES.map((name) => [name, { type: 'string' }])]),
        },
      },
    },
  },
};
const text = {
  '200': { description: 'Done', content: { 'application/json': { schema: { type: 'string' } } } },
};
const day = { type: 'string', format: 'date-time' };
const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
const ARGUMENTS = NAMES.filter((name) => name !== '__proto__').map((name) => ({
  name,
  in: 'query',
  schema: day,
}));
const object = (property: string): object => ({
  type: 'object',
  required: [property],
  properties: { [property]: { type: 'string' } },
});

export function hostileDocument(): string {
  const paths = NAMES.flatMap((name, index) => [
    [
      `/tag${index}/{id}`,
      {
        get: {
          tags: [name],
          operationId: `get${index}`,
          parameters: [id, ...(index === 0 ? ARGUMENTS : [])],
          responses: text,
        },
      },
    ],
    [
      `/operation${index}`,
      {
        post: {
          tags: ['things'],
          operationId: name,
          deprecated: true,
          requestBody: {
            required: true,
            content: { 'application/json': { schema: { oneOf: [object(name), object('another')] } } },
          },
          responses: answer,
        },
      },
    ],
  ]);
  return JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Hostile', version: '1' },
    servers: [{ url: 'https://hostile.test' }],
    // Credentials bring a property of the client with a decorator.
    security: [{ bearer: [] }],
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    paths: Object.fromEntries(paths),
  });
}
