/** Two large documents that differ by a known number of causes. */

export interface Pair {
  readonly base: string;
  readonly revision: string;
  /** Edits that a person would count. */
  readonly causes: number;
  readonly operations: number;
}

interface Json {
  [key: string]: unknown;
}

/** About `bytes` of JSON on each side: schemas that refer to each other, and operations that share them. */
export function largePair(bytes: number): Pair {
  const perResource = 5_600;
  const resources = Math.round(bytes / perResource);
  const base = documentOf(resources, new Set());
  const edited = new Set(Array.from({ length: 10 }, (_one, index) => Math.floor((index * resources) / 10)));
  return {
    base: JSON.stringify(base),
    revision: JSON.stringify(documentOf(resources, edited)),
    causes: edited.size * 4,
    operations: resources * 5,
  };
}

function documentOf(resources: number, edited: ReadonlySet<number>): Json {
  const schemas: Json = {};
  const paths: Json = {};
  for (let index = 0; index < resources; index += 1) {
    const name = `Thing${index}`;
    const change = edited.has(index);
    schemas[name] = thing(index, resources, change);
    Object.assign(paths, pathsOf(name, index, change));
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Large', version: '1.0.0' },
    servers: [{ url: 'https://api.example.com' }],
    paths,
    components: { schemas },
  };
}

/** Edits: a property goes, one is new and required, an enum grows. */
function thing(index: number, resources: number, change: boolean): Json {
  const properties: Json = {
    id: { type: 'string', description: 'The identifier of the thing, given by the server.' },
    state: { type: 'string', enum: change ? ['new', 'used', 'broken'] : ['new', 'used'] },
  };
  for (let one = 0; one < 20; one += 1)
    properties[`field_${one}`] = {
      type: one % 3 === 0 ? 'integer' : 'string',
      description: `What field ${one} of thing ${index} means to those who read it.`,
      maxLength: one % 3 === 0 ? undefined : 100,
    };
  properties['next'] = {
    $ref: `#/components/schemas/Thing${(index + 1) % Math.min(resources, index - (index % 20) + 20)}`,
  };
  if (change) {
    delete properties['field_1'];
    properties['owner'] = { type: 'string' };
  }
  return { type: 'object', required: change ? ['id', 'owner'] : ['id'], properties };
}

/** Edit: a parameter becomes required. */
function pathsOf(name: string, index: number, change: boolean): Json {
  const body = {
    required: true,
    content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
  };
  const ok = {
    200: {
      description: 'The thing.',
      content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
    },
    404: { description: 'There is no such thing.' },
  };
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
  const operation = (verb: string, more: Json): Json => ({
    operationId: `${verb}${name}`,
    tags: [`group ${index % 50}`],
    summary: `${verb} thing ${index}`,
    responses: ok,
    ...more,
  });
  return {
    [`/things_${index}`]: {
      get: operation('list', {
        parameters: [
          { name: 'limit', in: 'query', required: change, schema: { type: 'integer', maximum: 100 } },
        ],
        responses: {
          200: {
            description: 'Things.',
            content: {
              'application/json': {
                schema: { type: 'array', items: { $ref: `#/components/schemas/${name}` } },
              },
            },
          },
        },
      }),
      post: operation('create', { requestBody: body }),
    },
    [`/things_${index}/{id}`]: {
      get: operation('get', { parameters: [id] }),
      put: operation('replace', { parameters: [id], requestBody: body }),
      delete: operation('delete', { parameters: [id], responses: { 204: { description: 'Gone.' } } }),
    },
  };
}
