/** A document with a text of the attacker's choice in every place from which text can reach the output. */

/** Gives a text for the next place. */
export type Payload = () => string;

/** Everywhere the same. */
export const always =
  (text: string): Payload =>
  () =>
    text;

/** Another one at each place, beginning at `start`. */
export function rotating(texts: readonly string[], start: number): Payload {
  let next = start;
  return () => texts[next++ % texts.length] ?? '';
}

/** Texts become keys of objects here; `fromEntries` keeps `__proto__` as an own key. */
const keyed = (entries: readonly (readonly [string, unknown])[]): object => Object.fromEntries(entries);
const json = (schema: object, rest: object = {}): object => ({ 'application/json': { schema, ...rest } });

export function injectionDocument(payload: Payload): string {
  const pick = (): string => payload();
  const told = (): object => ({ description: pick(), externalDocs: { url: pick(), description: pick() } });
  const scalar = (): object => ({
    type: 'string',
    title: pick(),
    ...told(),
    default: pick(),
    example: pick(),
    examples: [pick()],
    pattern: pick(),
    format: pick(),
  });
  const name = pick();
  const member = pick();
  const scheme = pick();
  const variable = pick();
  const schemas = keyed([
    [
      name,
      {
        type: 'object',
        title: pick(),
        ...told(),
        required: [pick()],
        'x-stainless-naming': { typescript: { model_name: pick() } },
        properties: keyed([
          [member, scalar()],
          [
            pick(),
            {
              enum: [pick(), pick(), 1, null],
              'x-enum-varnames': [pick(), pick()],
              'x-enumDescriptions': keyed([[pick(), pick()]]),
            },
          ],
          [pick(), { const: pick(), deprecated: true, 'x-deprecated-message': pick() }],
          [
            pick(),
            {
              type: 'array',
              items: {
                type: 'object',
                title: pick(),
                properties: keyed([[pick(), { type: 'integer', description: pick() }]]),
              },
            },
          ],
          [pick(), { type: 'object', additionalProperties: scalar(), propertyNames: { enum: [pick()] } }],
          [pick(), { type: 'object', patternProperties: keyed([[pick(), scalar()]]) }],
          [pick(), { type: pick() }],
          [pick(), { $ref: pick() }],
          [pick(), { type: 'string', contentMediaType: pick(), contentEncoding: pick() }],
          [
            pick(),
            {
              type: 'object',
              'x-stainless-variantName': pick(),
              'x-fern-type-name': pick(),
              'x-speakeasy-name-override': pick(),
              'x-fern-property-name': pick(),
              properties: keyed([[pick(), {}]]),
            },
          ],
        ]),
        example: keyed([[pick(), pick()]]),
      },
    ],
    [
      pick(),
      {
        oneOf: [
          { type: 'object', properties: keyed([[member, { const: pick() }]]) },
          { $ref: '#/components/schemas/Plain' },
        ],
        discriminator: {
          propertyName: member,
          mapping: keyed([
            [pick(), '#/components/schemas/Plain'],
            [pick(), pick()],
          ]),
        },
      },
    ],
    [
      'Plain',
      {
        type: 'object',
        $id: pick(),
        $anchor: pick(),
        $comment: pick(),
        properties: keyed([[pick(), { default: keyed([[pick(), pick()]]) }]]),
        $defs: keyed([
          [pick(), { type: 'object', properties: { self: { $ref: '#/components/schemas/Plain' } } }],
        ]),
      },
    ],
  ]);
  const reference = { $ref: `#/components/schemas/${name.replaceAll('~', '~0').replaceAll('/', '~1')}` };
  const plain = { $ref: '#/components/schemas/Plain' };
  const response = (schema: object): object => ({
    description: pick(),
    headers: keyed([[pick(), { description: pick(), schema: scalar() }]]),
    content: keyed([
      ['application/json', { schema, example: pick() }],
      [pick(), { schema: scalar() }],
    ]),
    links: keyed([
      [pick(), { operationId: pick(), description: pick(), parameters: keyed([[pick(), pick()]]) }],
    ]),
  });
  const parameter = (place: string, at = pick()): object => ({
    name: at,
    in: place,
    required: place === 'path',
    ...told(),
    schema: scalar(),
    example: pick(),
    deprecated: true,
    'x-fern-parameter-name': pick(),
    'x-speakeasy-name-override': pick(),
  });
  const inPath = pick();
  const operation = (): object => ({
    operationId: pick(),
    summary: pick(),
    ...told(),
    tags: [pick(), pick()],
    deprecated: true,
    security: [keyed([[scheme, [pick()]]])],
    servers: [{ url: pick(), description: pick() }],
    parameters: [
      parameter('path', inPath),
      parameter('query'),
      parameter('header'),
      parameter('cookie'),
      parameter('query'),
    ],
    'x-codeSamples': [{ lang: pick(), label: pick(), source: pick() }],
    'x-speakeasy-name-override': pick(),
    'x-speakeasy-group': pick(),
    'x-fern-sdk-group-name': [pick()],
    'x-fern-sdk-method-name': pick(),
    'x-fern-availability': pick(),
    'x-sunset': pick(),
  });
  const bodied = (contents: object): object => ({
    ...operation(),
    requestBody: { description: pick(), required: true, content: contents },
  });
  const callbacks = keyed([
    [
      pick(),
      keyed([
        [
          pick(),
          {
            post: {
              operationId: pick(),
              requestBody: { content: json(reference) },
              responses: { 200: { description: pick() } },
            },
          },
        ],
      ]),
    ],
  ]);
  return JSON.stringify({
    openapi: '3.1.0',
    jsonSchemaDialect: pick(),
    info: {
      title: pick(),
      version: pick(),
      summary: pick(),
      description: pick(),
      termsOfService: pick(),
      contact: { name: pick(), url: pick(), email: pick() },
      license: { name: pick(), identifier: pick(), url: pick() },
    },
    externalDocs: { url: pick(), description: pick() },
    servers: [
      {
        url: `https://example.test/{${variable}}/${pick()}`,
        description: pick(),
        variables: keyed([[variable, { default: pick(), enum: [pick(), pick()], description: pick() }]]),
      },
      { url: pick(), name: pick() },
    ],
    tags: [
      { name: pick(), ...told(), 'x-displayName': pick() },
      { name: pick(), parent: pick() },
    ],
    security: [keyed([[scheme, []]])],
    paths: keyed([
      [
        `/things/{${inPath}}`,
        {
          summary: pick(),
          description: pick(),
          get: {
            ...operation(),
            responses: keyed([
              ['200', response(reference)],
              ['404', response(plain)],
              [pick(), response(plain)],
              ['default', response(reference)],
            ]),
          },
          post: {
            ...bodied(
              json(reference, {
                example: pick(),
                examples: keyed([[pick(), { summary: pick(), value: pick() }]]),
              }),
            ),
            callbacks,
            responses: keyed([['201', response(reference)]]),
          },
        },
      ],
      [
        `/${pick()}/files`,
        {
          put: {
            ...bodied({
              'multipart/form-data': {
                schema: reference,
                encoding: keyed([
                  [
                    member,
                    { contentType: pick(), style: pick(), headers: keyed([[pick(), { schema: scalar() }]]) },
                  ],
                ]),
              },
            }),
            responses: { 204: { description: pick() } },
          },
        },
      ],
      [
        `/${pick()}?${pick()}=${pick()}#${pick()}`,
        { delete: { ...operation(), responses: { 204: { description: pick() } } } },
      ],
      [
        '/streams',
        {
          get: {
            ...operation(),
            responses: keyed([
              ['200', { description: pick(), content: { 'text/event-stream': { schema: reference } } }],
            ]),
          },
          post: {
            ...bodied(keyed([[pick(), { schema: reference }]])),
            responses: keyed([
              ['200', { description: pick(), content: keyed([[pick(), { schema: reference }]]) }],
            ]),
          },
        },
      ],
      [pick(), { patch: { ...operation(), responses: {} } }],
    ]),
    webhooks: keyed([
      [
        pick(),
        {
          post: {
            operationId: pick(),
            summary: pick(),
            requestBody: { content: json(reference) },
            responses: {},
          },
        },
      ],
    ]),
    components: {
      schemas,
      securitySchemes: keyed([
        [scheme, { type: 'apiKey', in: 'header', name: pick(), description: pick() }],
        [pick(), { type: 'apiKey', in: 'query', name: pick() }],
        [pick(), { type: 'http', scheme: pick(), bearerFormat: pick() }],
        [
          pick(),
          {
            type: 'oauth2',
            flows: {
              clientCredentials: { tokenUrl: pick(), refreshUrl: pick(), scopes: keyed([[pick(), pick()]]) },
            },
          },
        ],
        [pick(), { type: 'openIdConnect', openIdConnectUrl: pick() }],
        [pick(), { type: 'apiKey', in: 'cookie', name: pick() }],
      ]),
    },
  });
}
