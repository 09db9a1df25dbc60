/**
 * Decides where binary data is represented as bytes. Multipart forms carry it as files and raw bodies
 * carry it as is. JSON, URL-encoded forms, parameters and parsed responses carry text, so `binary` is
 * a string there. A schema used in both ways exists twice: as text under its own id, and with bytes as
 * a copy to which only forms refer.
 */
import type { ReportContext } from './context.ts';
import type { PlacedMethod } from './naming/tree.ts';
import { requestTypes, responseTypes } from './references.ts';
import { closureOf, replaceLeaves, walkType } from './type-walk.ts';
import type {
  Content,
  Method,
  Parameter,
  Property,
  RequestBody,
  Response,
  ScalarType,
  Schema,
  TypeNode,
  Webhook,
} from './types.ts';

interface Types {
  readonly schemas: readonly Schema[];
  readonly methods: readonly PlacedMethod[];
  readonly webhooks: readonly Webhook[];
}

export function placeBytes(context: ReportContext, { schemas, methods, webhooks }: Types): Types {
  const holding = new Set(schemas.filter((schema) => holdsBytes(schema.type)).map((schema) => schema.id));
  const received = [
    ...methods.flatMap(({ method }) => receivedBy(method)),
    ...webhooks.flatMap(requestTypes),
  ];
  if (
    holding.size === 0 &&
    ![...received, ...methods.flatMap(({ method }) => requestTypes(method))].some(holdsBytes)
  )
    return { schemas, methods, webhooks };

  const links = new Map(schemas.map((schema) => [schema.id, factsOf(schema.type).ids]));
  const leading = leadingTo(links, holding);
  const bodies = new Map(schemas.map((schema) => [schema.id, schema.type]));
  const carries = (type: TypeNode): boolean =>
    holdsBytes(type) || [...factsOf(type).ids].some((id) => leading.has(id));
  const forms = new Map(
    methods
      .flatMap(({ method }) => formsOf(method))
      .map((content) => [content, partsOf(content, { bodies, carries })]),
  );
  const sentText = [
    ...methods.flatMap(({ method }) => textOf(method)),
    ...[...forms.values()].flatMap((form) => form.text),
  ];
  const inSentText = closureOf(links, idsIn(sentText));
  const inText = closureOf(links, idsIn([...sentText, ...received]));
  const inFiles = closureOf(links, idsIn([...forms.values()].flatMap((form) => form.files)));
  const twice = new Set([...leading].filter((id) => inFiles.has(id) && inText.has(id)));
  const toCopies = (node: TypeNode): TypeNode =>
    twice.size === 0
      ? node
      : replaceLeaves(node, {
          scalar: (scalar) => scalar,
          ref: (ref) => (twice.has(ref.id) ? { ...ref, id: copyId(ref.id) } : ref),
        });

  for (const type of sentText) reportBytes(context, type);
  for (const { id, type } of schemas) if (inSentText.has(id)) reportBytes(context, type);
  return {
    schemas: schemas.flatMap((schema): readonly Schema[] => {
      const { id, type } = schema;
      if (twice.has(id))
        return [
          { ...schema, type: asText(type) },
          { ...schema, id: copyId(id), copyOf: id, type: toCopies(type) },
        ];
      return [
        inFiles.has(id) && !inText.has(id)
          ? { ...schema, type: toCopies(type) }
          : { ...schema, type: asText(type) },
      ];
    }),
    methods: methods.map((placed) => ({
      ...placed,
      method: withTypes(placed.method, (content) => forms.get(content)?.join(toCopies) ?? content.type),
    })),
    webhooks: webhooks.map((webhook) => ({
      ...webhook,
      parameters: webhook.parameters.map(textParameter),
      ...(webhook.body && { body: withContents(webhook.body, textContent) }),
    })),
  };
}

const copyId = (id: string): string => `${id}~files`;
const isBytes = (node: TypeNode): node is ScalarType => node.kind === 'scalar' && node.scalar === 'binary';

interface ByteUse {
  readonly hasBytes: boolean;
  /** Ids of the schemas to which the type refers directly. */
  readonly ids: ReadonlySet<string>;
}

const facts = new WeakMap<TypeNode, ByteUse>();

/** Cached, because each type is examined several times. */
function factsOf(type: TypeNode): ByteUse {
  const known = facts.get(type);
  if (known !== undefined) return known;
  let hasBytes = false;
  const ids = new Set<string>();
  walkType(type, (node) => {
    if (node.kind === 'ref') ids.add(node.id);
    else hasBytes ||= isBytes(node);
  });
  const found = { hasBytes, ids };
  facts.set(type, found);
  return found;
}

const holdsBytes = (type: TypeNode): boolean =>
  type.kind === 'scalar' ? isBytes(type) : type.kind !== 'ref' && factsOf(type).hasBytes;
const idsIn = (types: readonly TypeNode[]): ReadonlySet<string> =>
  new Set(types.flatMap((type) => (type.kind === 'scalar' ? [] : [...factsOf(type).ids])));

const asText = (type: TypeNode): TypeNode =>
  holdsBytes(type)
    ? replaceLeaves(type, {
        scalar: (node) => (isBytes(node) ? { ...node, scalar: 'string', format: 'binary' } : node),
        ref: (ref) => ref,
      })
    : type;

function reportBytes(context: ReportContext, type: TypeNode): void {
  walkType(type, (node) => void (isBytes(node) && context.report('bytes-in-text', {}, node.origin)));
}

/** Schemas that reach a target themselves or through other schemas. */
function leadingTo(
  links: ReadonlyMap<string, ReadonlySet<string>>,
  targets: ReadonlySet<string>,
): ReadonlySet<string> {
  const users = new Map<string, Set<string>>();
  for (const [id, used] of links)
    for (const name of used) users.set(name, (users.get(name) ?? new Set()).add(id));
  return closureOf(users, targets);
}

/** The content that is sent, without the alternatives that are not generated. */
const sentContent = ({ body }: Method): readonly Content[] =>
  body?.contents.filter((_one, index) => index === body.chosen || index === body.fileForm) ?? [];
const formsOf = (method: Method): readonly Content[] =>
  sentContent(method).filter((content) => content.kind === 'multipart');

/** Types that a request carries as text, except those in forms. */
const textOf = (method: Method): readonly TypeNode[] => [
  ...method.parameters.map((parameter) => parameter.type),
  ...sentContent(method)
    .filter((content) => content.kind !== 'multipart' && content.kind !== 'binary')
    .map((content) => content.type),
];

const receivedBy = (method: Method): readonly TypeNode[] =>
  responseTypes({
    ...method,
    responses: method.responses.map((response) => ({
      ...response,
      contents: response.contents.filter(({ kind }) => kind !== 'binary'),
    })),
  });

interface UploadParts {
  readonly files: readonly TypeNode[];
  readonly text: readonly TypeNode[];
  /** Joins the parts to the type of the form again. */
  readonly join: (toCopies: (node: TypeNode) => TypeNode) => TypeNode;
}

/** A part encoded as JSON is text, unless the whole part is a file. */
function partsOf(
  { type, encoding }: Content,
  {
    bodies,
    carries,
  }: { readonly bodies: ReadonlyMap<string, TypeNode>; readonly carries: (type: TypeNode) => boolean },
): UploadParts {
  const json = new Set(
    encoding.flatMap((partEncoding) =>
      /[/+]json\b/i.test(partEncoding.contentType ?? '') ? [partEncoding.property] : [],
    ),
  );
  const body = json.size === 0 ? undefined : behind(type, bodies);
  const isText = (property: Property): boolean =>
    json.has(property.name) && !isFile(property.type, bodies) && carries(property.type);
  if (body?.kind !== 'object' || !body.properties.some(isText))
    return { files: [type], text: [], join: (toCopies) => toCopies(type) };
  const files = body.properties.filter((property) => !isText(property)).map((property) => property.type);
  return {
    files: [...body.bases, ...files],
    text: body.properties.filter(isText).map((property) => property.type),
    join: (toCopies) => {
      const rest = toCopies({ ...body, properties: [] });
      return rest.kind !== 'object'
        ? rest
        : {
            ...rest,
            properties: body.properties.map((property) => ({
              ...property,
              type: isText(property) ? asText(property.type) : toCopies(property.type),
            })),
          };
    },
  };
}

function isFile(type: TypeNode, bodies: ReadonlyMap<string, TypeNode>): boolean {
  const target = behind(type, bodies);
  return target !== undefined && isBytes(target.kind === 'nullable' ? target.type : target);
}

function behind(type: TypeNode, bodies: ReadonlyMap<string, TypeNode>): TypeNode | undefined {
  let here: TypeNode | undefined = type;
  for (let step = 0; here?.kind === 'ref' && step < 50; step += 1) here = bodies.get(here.id);
  return here;
}

function withTypes(method: Method, form: (content: Content) => TypeNode): Method {
  const { body, streaming, pagination } = method;
  return {
    ...method,
    parameters: method.parameters.map(textParameter),
    responses: method.responses.map(
      (response): Response => ({
        ...response,
        headers: response.headers.map((header) => ({ ...header, type: asText(header.type) })),
        contents: response.contents.map(textContent),
      }),
    ),
    ...(body && {
      body: withContents(body, (content) =>
        content.kind === 'multipart' ? { ...content, type: form(content) } : textContent(content),
      ),
    }),
    ...(streaming && { streaming: { ...streaming, event: asText(streaming.event) } }),
    ...(pagination && { pagination: { ...pagination, item: asText(pagination.item) } }),
  };
}

const textParameter = (parameter: Parameter): Parameter => ({ ...parameter, type: asText(parameter.type) });
const withContents = (body: RequestBody, change: (content: Content) => Content): RequestBody => ({
  ...body,
  contents: body.contents.map(change),
});

function textContent(content: Content): Content {
  if (content.kind === 'binary') return content;
  return {
    ...content,
    type: asText(content.type),
    ...(content.itemType && { itemType: asText(content.itemType) }),
  };
}
