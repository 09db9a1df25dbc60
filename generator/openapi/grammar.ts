/** Which objects of OpenAPI 3.x contain which others: the only table by which a document is traversed. */

export type NodeKind =
  | 'document'
  | 'components'
  | 'pathItem'
  | 'operation'
  | 'parameter'
  | 'requestBody'
  | 'response'
  | 'responses'
  | 'header'
  | 'mediaType'
  | 'encoding'
  | 'callback'
  | 'schema'
  | 'link'
  | 'example'
  | 'securityScheme'
  | 'tag'
  | 'server'
  | 'serverVariable'
  | 'discriminator';

/**
 * `one`: the value is a single object; `list`: an array of objects; `map`: a map with free names; `either`:
 * an object, or a list of objects.
 */
export interface Slot {
  readonly shape: 'one' | 'list' | 'map' | 'either';
  readonly kind: NodeKind;
}

const single = (kind: NodeKind): Slot => ({ shape: 'one', kind });
const list = (kind: NodeKind): Slot => ({ shape: 'list', kind });
const map = (kind: NodeKind): Slot => ({ shape: 'map', kind });
const either = (kind: NodeKind): Slot => ({ shape: 'either', kind });
const slots = (table: Readonly<Record<string, Slot>>): ReadonlyMap<string, Slot> =>
  new Map(Object.entries(table));

const verbs = Object.fromEntries(
  ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'].map((verb) => [
    verb,
    single('operation'),
  ]),
);
const parameterSlots = { schema: single('schema'), content: map('mediaType'), examples: map('example') };
const none = slots({});

/**
 * Members that are objects of a kind. Kinds that are themselves maps of free names
 * (`responses`, `callback`) are in `named`.
 */
const members: Readonly<Record<NodeKind, ReadonlyMap<string, Slot>>> = {
  document: slots({
    paths: map('pathItem'),
    webhooks: map('pathItem'),
    'x-webhooks': map('pathItem'),
    components: single('components'),
    servers: list('server'),
    tags: list('tag'),
  }),
  components: slots({
    schemas: map('schema'),
    responses: map('response'),
    parameters: map('parameter'),
    examples: map('example'),
    requestBodies: map('requestBody'),
    headers: map('header'),
    securitySchemes: map('securityScheme'),
    links: map('link'),
    callbacks: map('callback'),
    pathItems: map('pathItem'),
    mediaTypes: map('mediaType'),
  }),
  pathItem: slots({
    ...verbs,
    additionalOperations: map('operation'),
    parameters: list('parameter'),
    servers: list('server'),
  }),
  operation: slots({
    parameters: list('parameter'),
    requestBody: single('requestBody'),
    responses: single('responses'),
    callbacks: map('callback'),
    servers: list('server'),
  }),
  parameter: slots(parameterSlots),
  header: slots(parameterSlots),
  requestBody: slots({ content: map('mediaType') }),
  responses: none,
  response: slots({ headers: map('header'), content: map('mediaType'), links: map('link') }),
  mediaType: slots({
    schema: single('schema'),
    itemSchema: single('schema'),
    examples: map('example'),
    encoding: map('encoding'),
    prefixEncoding: list('encoding'),
    itemEncoding: single('encoding'),
  }),
  encoding: slots({ headers: map('header') }),
  callback: none,
  schema: slots({
    allOf: list('schema'),
    anyOf: list('schema'),
    oneOf: list('schema'),
    not: single('schema'),
    if: single('schema'),
    then: single('schema'),
    else: single('schema'),
    items: either('schema'),
    prefixItems: list('schema'),
    contains: single('schema'),
    additionalItems: single('schema'),
    unevaluatedItems: single('schema'),
    properties: map('schema'),
    patternProperties: map('schema'),
    additionalProperties: single('schema'),
    propertyNames: single('schema'),
    unevaluatedProperties: single('schema'),
    dependentSchemas: map('schema'),
    $defs: map('schema'),
    definitions: map('schema'),
    contentSchema: single('schema'),
    discriminator: single('discriminator'),
    'x-stainless-override-schema': single('schema'),
  }),
  link: slots({ server: single('server') }),
  example: none,
  securityScheme: none,
  tag: none,
  server: slots({ variables: map('serverVariable') }),
  serverVariable: none,
  discriminator: none,
};

/** Kinds whose members, apart from extensions, are all objects of the same kind. */
const named: ReadonlyMap<NodeKind, NodeKind> = new Map<NodeKind, NodeKind>([
  ['responses', 'response'],
  ['callback', 'pathItem'],
]);

export const slotOf = (kind: NodeKind, key: string): Slot | undefined => {
  const inner = named.get(kind);
  if (inner !== undefined) return key.startsWith('x-') ? undefined : single(inner);
  return members[kind].get(key);
};
