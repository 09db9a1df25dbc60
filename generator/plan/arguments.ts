/** The arguments of a method: which parameters are positional, and what the argument after them contains. */
import type { Content, Method, ObjectType, Parameter, Property, TypeNode, UnionType } from '../ir/types.ts';
import { type Shapes, flatten, ordered, resolveNode, visibleIn } from './shapes.ts';

export type FieldGroup = 'path' | 'query' | 'body' | 'header' | 'cookie';

/** A property of the argument. */
export interface Field {
  readonly group: FieldGroup;
  /** The name that the caller writes. */
  readonly name: string;
  /** The name on the wire. */
  readonly wireName: string;
  readonly required: boolean;
  readonly type: TypeNode;
  readonly parameter?: Parameter;
  readonly property?: Property;
  /** Key of the client option that provides the value unless the caller does. */
  readonly clientOption?: string;
}

/** True for the argument that is the body as a whole. */
export const isWholeBody = ({ group, wireName, property }: Field): boolean =>
  group === 'body' && wireName === 'body' && !property;

/** How the body becomes part of the argument. */
export type BodyShape =
  | { readonly kind: 'none' }
  /** The body's properties become properties of the argument. */
  | {
      readonly kind: 'object';
      readonly node: ObjectType;
      readonly fields: readonly Field[];
      readonly additional: ObjectType['additional'];
    }
  /** Alternative objects: the argument is a union. */
  | { readonly kind: 'union'; readonly node: UnionType; readonly members: readonly TypeNode[] }
  /** A single property holds the whole body. */
  | { readonly kind: 'property'; readonly field: Field };

export interface Arguments {
  readonly positional: readonly Parameter[];
  readonly kind: 'none' | 'query' | 'body' | 'params';
  readonly optional: boolean;
  /** True if leaving out the argument sends no body; otherwise an empty object is sent. */
  readonly isAbsent: boolean;
  /** Everything except the body's own fields, in the order path, query, header, cookie. */
  readonly fields: readonly Field[];
  readonly body: BodyShape;
  readonly content: Content | undefined;
  /** Sent instead of `content` if the body contains a file. */
  readonly fileForm: Content | undefined;
}

/** OpenAPI 3.1 section 4.8.12.1: these headers are not parameters. */
const NOT_PARAMETERS = new Set(['accept', 'content-type', 'authorization']);

export function planArguments(shapes: Shapes, method: Method): Arguments {
  const inPath = new Set(method.pathParts.flatMap((part) => (part.kind === 'parameter' ? [part.name] : [])));
  const path = method.parameters.filter((parameter) => parameter.in === 'path' && inPath.has(parameter.name));
  const positional = positionalOf(method, path);
  const content = method.body?.contents[method.body.chosen];
  const fileForm =
    method.body?.fileForm === undefined ? undefined : method.body.contents[method.body.fileForm];
  const shape = bodyShape(shapes, method, content && fileForm ? either(content, fileForm) : content);
  const rest = method.parameters.filter(
    (parameter) =>
      !positional.includes(parameter) &&
      (parameter.in !== 'path' || inPath.has(parameter.name)) &&
      !(parameter.in === 'header' && NOT_PARAMETERS.has(parameter.name.toLowerCase())),
  );
  const fields = resolveNames(
    rest.map(parameterField),
    clashes(shapes, shape, rest) && content && method.body ? wholeBody(method, content) : shape,
  );
  const parameters = sortFields(shapes, fields.parameters);
  const body = fields.body;

  const kind = kindOf(method, parameters, body);
  const mayLeaveOut = !shapes.edition.isPublished && kind === 'body' && method.body?.required !== true;
  const ofBody = body.kind === 'object' ? body.fields : body.kind === 'property' ? [body.field] : [];
  const needsBody = body.kind === 'union' || ofBody.some((field) => field.required);
  const required = parameters.some((field) => field.required) || (needsBody && !mayLeaveOut);
  const ownPath = parameters.some(
    (field) => field.group === 'path' && field.parameter?.clientOption === undefined,
  );
  const optional = !ownPath && !required && method.body?.required !== true;
  return {
    positional,
    kind,
    optional,
    isAbsent: optional && needsBody,
    fields: parameters,
    body,
    content,
    fileForm,
  };
}

const named = (type: TypeNode, hint: string): TypeNode =>
  type.kind === 'object' && type.nameHints === undefined ? { ...type, nameHints: [hint] } : type;

/** The common type of JSON and form, because the body decides at run time which of them is sent. */
const either = (content: Content, form: Content): Content => ({
  ...content,
  type: {
    kind: 'union',
    mode: 'anyOf',
    members: [named(content.type, 'Json'), named(form.type, 'Form')],
    origin: content.origin,
  },
});

function positionalOf(method: Method, path: readonly Parameter[]): readonly Parameter[] {
  if (method.positional)
    return method.positional.flatMap((name) => path.find((parameter) => parameter.name === name) ?? []);
  const last = path.filter((parameter) => parameter.clientOption === undefined).at(-1);
  return last ? [last] : [];
}

const parameterField = (parameter: Parameter): Field => ({
  group: parameter.in,
  name: parameter.alias ?? parameter.name,
  wireName: parameter.name,
  required: parameter.required && parameter.clientOption === undefined,
  type: parameter.type,
  parameter,
  ...(parameter.clientOption !== undefined && { clientOption: parameter.clientOption }),
});

function bodyShape(shapes: Shapes, method: Method, content: Content | undefined): BodyShape {
  if (!content || !method.body) return { kind: 'none' };
  const target = resolveNode(shapes, content.type);
  const plain = target.kind === 'nullable' ? resolveNode(shapes, target.type) : target;
  const whole = wholeBody(method, content);
  if (method.bodyName !== undefined || !['json', 'form', 'multipart'].includes(content.kind)) return whole;
  if (plain.kind === 'object') {
    const flat = flatten(shapes, plain);
    const visible = flat.properties.filter(visibleIn('request'));
    if (visible.length === 0 && !flat.additional)
      return method.verb === 'get' || flat.additional === false ? { kind: 'none' } : whole;
    if (visible.length === 0) return whole;
    return {
      kind: 'object',
      node: plain,
      fields: visible.map((property) => propertyField(property, method)),
      additional: flat.additional,
    };
  }
  if (plain.kind === 'union' && target.kind !== 'nullable') {
    const members = plain.members.map((member) => resolveNode(shapes, member));
    if (members.every((member) => member.kind === 'object' && flatten(shapes, member).properties.length > 0))
      return { kind: 'union', node: plain, members: plain.members };
  }
  return whole;
}

const wholeBody = (method: Method, content: Content): BodyShape => ({
  kind: 'property',
  field: {
    group: 'body',
    name: method.bodyName ?? 'body',
    wireName: 'body',
    required: method.body?.required === true,
    type: content.type,
  },
});

/** True if a body property has the name of a parameter: the variants of a union cannot each rename it. */
const clashes = (shapes: Shapes, shape: BodyShape, parameters: readonly Parameter[]): boolean => {
  if (shape.kind !== 'union') return false;
  const names = new Set(parameters.map((parameter) => parameter.alias ?? parameter.name));
  return shape.members.some((member) => {
    const target = resolveNode(shapes, member);
    return (
      target.kind === 'object' &&
      flatten(shapes, target).properties.some((property) => names.has(property.name))
    );
  });
};

function propertyField(property: Property, method: Method): Field {
  const option = method.bodyOptions?.find((bodyOption) => bodyOption.property === property.name)?.option;
  return {
    group: 'body',
    name: property.alias ?? property.name,
    wireName: property.name,
    required: property.required && option === undefined,
    type: property.type,
    property,
    ...(option !== undefined && { clientOption: option }),
  };
}

/** A name that occurs in two places gets its place as a prefix in both. */
function resolveNames(
  parameters: readonly Field[],
  body: BodyShape,
): { readonly parameters: readonly Field[]; readonly body: BodyShape } {
  const own = body.kind === 'object' ? body.fields : body.kind === 'property' ? [body.field] : [];
  const named = distinctNames([...parameters, ...own]);
  const renamed = named.slice(parameters.length);
  const [first] = renamed;
  const result = { parameters: named.slice(0, parameters.length) };
  if (body.kind === 'object') return { ...result, body: { ...body, fields: renamed } };
  return {
    ...result,
    body: body.kind === 'property' && first !== undefined ? { ...body, field: first } : body,
  };
}

/**
 * Makes the names of fields distinct: a requested name that another field of
 * the group already has is ignored.
 */
function distinctNames(fields: readonly Field[]): readonly Field[] {
  const keyOf = (field: Field, name: string): string => `${field.group} ${name}`;
  const configured = counts(fields.map((field) => keyOf(field, field.name)));
  const plain = fields.map((field) =>
    (configured.get(keyOf(field, field.name)) ?? 0) > 1 ? { ...field, name: field.wireName } : field,
  );
  const shared = counts(plain.map((field) => field.name));
  const taken = new Set(plain.flatMap((field) => (shared.get(field.name) === 1 ? [field.name] : [])));
  return plain.map((field) => {
    if (shared.get(field.name) === 1) return field;
    let name = `${field.group}_${field.name}`;
    while (taken.has(name)) name = `${name}_`;
    taken.add(name);
    return { ...field, name };
  });
}

function counts(texts: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const text of texts) found.set(text, (found.get(text) ?? 0) + 1);
  return found;
}

/** Path, query, body, header. */
export function fieldsOf(shapes: Shapes, args: Arguments): readonly Field[] {
  const body =
    args.body.kind === 'object'
      ? ordered(shapes, args.body.fields)
      : args.body.kind === 'property'
        ? [args.body.field]
        : [];
  const before = args.fields.filter((field) => field.group === 'path' || field.group === 'query');
  const after = args.fields.filter((field) => field.group === 'header' || field.group === 'cookie');
  return [...before, ...body, ...after];
}

/** Groups in the order path, query, header, cookie; inside each, required first. */
function sortFields(shapes: Shapes, fields: readonly Field[]): readonly Field[] {
  const groups: readonly FieldGroup[] = ['path', 'query', 'header', 'cookie'];
  return groups.flatMap((group) =>
    ordered(
      shapes,
      fields.filter((field) => field.group === group),
    ),
  );
}

function kindOf(method: Method, fields: readonly Field[], body: BodyShape): Arguments['kind'] {
  if (fields.length === 0 && body.kind === 'none') return 'none';
  if (body.kind === 'none')
    return fields.every((field) => field.group === 'query') &&
      ['get', 'head', 'options', 'query'].includes(method.verb)
      ? 'query'
      : 'params';
  if (isRawBody(body) && fields.length === 0) return 'body';
  const mixed =
    fields.length > 0 || body.kind === 'property' || (body.kind === 'object' && body.fields.some(isOwnEntry));
  return mixed ? 'params' : 'body';
}

/**
 * True for a property of the body that a method must write by name, because its wire name differs or a
 * client option provides its value.
 */
export const isOwnEntry = (field: Field): boolean =>
  field.name !== field.wireName || field.clientOption !== undefined;

/** True for raw bytes, which are passed directly if there are no other arguments. */
export const isRawBody = (body: BodyShape): boolean =>
  body.kind === 'property' && body.field.type.kind === 'scalar' && body.field.type.scalar === 'binary';
