/** One operation as a method of a service: its arguments, its result, and its call of the runtime. */
import type { Content, TypeNode } from '../../ir/types.ts';
import { type Field, fieldsOf, isRawBody } from '../../plan/arguments.ts';
import type { PlannedMethod } from '../../plan/methods.ts';
import { resolveNode } from '../../plan/shapes.ts';
import { proseLines } from '../prose.ts';
import { type Code, code, identifier } from './code.ts';
import { type Declarer, addDeclaration, mapOf, structNamed } from './context.ts';
import { extraType, nestedPath } from './declarer.ts';
import { fieldOf } from './fields.ts';
import type { Service } from './layout.ts';
import { createScope, fieldScope } from './names.ts';
import type { GoStruct, GoType, Site } from './types.ts';
import { fillUnion, unionMembers } from './unions.ts';

export interface GoMethod {
  readonly service: Service;
  readonly planned: PlannedMethod;
  readonly name: string;
  readonly positional: readonly Argument[];
  /** Path values in order, as expressions. */
  readonly pathValues: readonly Code[];
  readonly params: Argument | undefined;
  readonly struct: GoStruct | undefined;
  readonly result: GoResult;
  readonly errors: readonly { readonly status: string; readonly type: GoType }[];
}

export interface Argument {
  readonly name: string;
  readonly type: Code;
}

export type GoResult =
  | { readonly kind: 'void' }
  | { readonly kind: 'binary' }
  | { readonly kind: 'value'; readonly type: GoType; readonly isText: boolean }
  | { readonly kind: 'page'; readonly item: GoType; readonly scheme: string }
  | { readonly kind: 'stream'; readonly event: GoType; readonly plain?: GoType | 'binary' };

export function declareMethod(
  declarer: Declarer,
  service: Service,
  at: Service['methods'][number],
): GoMethod {
  const { planned, name } = at;
  const stem = service.prefix + name;
  const site = (path: string, way: Site['way']): Site => ({
    path,
    way,
    file: service.file,
    depth: 0,
    ending: '',
    within: new Map(),
  });
  const args = planned.arguments;
  const taken = createScope();
  const positional = args.positional.map(
    (parameter): Argument => ({
      name: taken.free(declarer.names.argument(parameter.alias ?? parameter.name)),
      type: declarer.typeOf(parameter.type, {
        ...site(stem + declarer.names.pascal(parameter.name), 'request'),
        depth: 9,
      }).text,
    }),
  );
  const isRaw = isRawBody(args.body) && args.fields.length === 0;
  const struct =
    args.kind === 'none' || isRaw
      ? undefined
      : declareParams(declarer, planned, site(`${stem}Params`, 'request'));
  const params: Argument | undefined = isRaw
    ? { name: 'body', type: code`io.Reader` }
    : struct && { name: kindOf(planned), type: identifier(struct.name) };
  return {
    service,
    planned,
    name,
    positional,
    pathValues: pathValues(declarer, planned, { positional, params, struct }),
    params,
    struct,
    result: resultOf(declarer, planned, site(`${stem}Response`, 'response')),
    errors: planned.errors.map(({ status, type }) => ({
      status,
      type: declarer.typeOf(
        type,
        site(`${stem}${declarer.names.pascal(`status ${status}`)}Error`, 'response'),
      ),
    })),
  };
}

/** In Go, path values belong to `query` or `body`. */
function kindOf({ arguments: args, request }: PlannedMethod): string {
  const groups = new Set(args.fields.map((field) => field.group));
  if (args.body.kind !== 'none') return groups.size === 0 ? 'body' : 'params';
  const isReading = ['GET', 'HEAD', 'OPTIONS', 'QUERY'].includes(request.verb);
  if (groups.size > 1 || groups.has('header') || groups.has('cookie')) return 'params';
  return isReading ? 'query' : groups.has('query') ? 'params' : 'body';
}

function declareParams(
  declarer: Declarer,
  { arguments: args, request }: PlannedMethod,
  site: Site,
): GoStruct {
  const { shapes } = declarer.plan;
  const isUnion = args.body.kind === 'union';
  const struct: GoStruct & { whole?: string } = {
    kind: 'struct',
    name: declarer.scope.free(site.path),
    file: site.file,
    way: 'request',
    doc: [],
    fields: [],
    isUnion,
    variants: [],
    isParams: true,
    ...(args.body.kind === 'union' &&
      args.body.node.discriminator && { discriminator: args.body.node.discriminator.property }),
  };
  addDeclaration(declarer, struct);
  const scope = fieldScope();
  const own = { ...site, path: nestedPath(struct.name, site) };
  const flag = request.stream?.flag;
  const body = args.body;
  for (const field of fieldsOf(shapes, args)) {
    if (field.name === flag || field.wireName === flag) continue;
    const isWhole = body.kind === 'property' && field === body.field;
    const group = isWhole ? 'body' : field.group === 'body' ? undefined : field.group;
    struct.fields.push({
      ...fieldOf(declarer, propertyOf(field), {
        name: scope.free(declarer.names.pascal(field.name)),
        site: own,
        option: field.clientOption,
        ...(group !== undefined && { group }),
      }),
      argument: field.name,
    });
    if (isWhole) struct.whole = struct.fields.at(-1)?.name ?? '';
  }
  if (body.kind === 'union')
    fillUnion(declarer, struct, unionMembers(declarer, body.node, 'request'), {
      ...own,
      path: `${struct.name}Body`,
    });
  const extra =
    body.kind === 'object' && body.additional
      ? extraType(declarer, body.node, { ...own, path: `${own.path}Extra` })
      : undefined;
  if (extra)
    struct.fields.push({
      name: 'ExtraFields',
      type: mapOf(extra),
      tag: [
        ['json', '-'],
        ['api', 'extras'],
      ],
      doc: [],
      hasMeta: false,
    });
  return struct;
}

const propertyOf = (field: Field) => {
  const description = field.property?.description ?? field.parameter?.description;
  const deprecated = field.property?.deprecated ?? field.parameter?.deprecated;
  const stability = field.property?.stability ?? field.parameter?.stability;
  return {
    name: field.wireName,
    alias: field.name,
    type: field.type,
    required: field.required,
    ...(description !== undefined && { description }),
    ...(deprecated && { deprecated }),
    ...(stability !== undefined && { stability }),
  };
};

/** Expressions for the path values, in order. */
function pathValues(
  declarer: Declarer,
  { request, arguments: args }: PlannedMethod,
  { positional, params, struct }: Pick<GoMethod, 'positional' | 'params' | 'struct'>,
): readonly Code[] {
  return request.path.flatMap((piece) => {
    if (piece.kind === 'text') return [];
    const index = args.positional.indexOf(piece.parameter);
    const own = positional[index];
    const field = struct?.fields.find(
      ({ tag }) => tag[0]?.[0] === 'path' && tag[0][1].split(',')[0] === piece.parameter.name,
    );
    const value = own
      ? identifier(own.name)
      : code`${identifier(params?.name ?? 'params')}.${identifier(field?.name ?? declarer.names.pascal(piece.parameter.name))}`;
    return [value];
  });
}

function resultOf(declarer: Declarer, { result }: PlannedMethod, site: Site): GoResult {
  const valueOf = (type: TypeNode, content: Content): GoType =>
    content.kind === 'json' ? declarer.typeOf(type, site) : { text: code`string`, kind: 'scalar' };
  switch (result.kind) {
    case 'void':
    case 'binary':
      return { kind: result.kind };
    case 'value':
      return {
        kind: 'value',
        type:
          unwrappedType(declarer, result) ??
          named(declarer, valueOf(result.type, result.content), site, result.type),
        isText: result.content.kind !== 'json',
      };
    case 'page':
      return { kind: 'page', item: declarer.typeOf(result.item, site), scheme: result.scheme };
    case 'stream': {
      const { plain } = result;
      const event = declarer.typeOf(result.event, site);
      if (!plain) return { kind: 'stream', event };
      const type =
        plain.kind === 'binary'
          ? 'binary'
          : resolveNode(declarer.plan.shapes, plain.type) === resolveNode(declarer.plan.shapes, result.event)
            ? event
            : valueOf(plain.type, plain);
      return { kind: 'stream', event, plain: type };
    }
    default:
      return result satisfies never;
  }
}

/** The type of the property that replaces the result. */
function unwrappedType(
  declarer: Declarer,
  { unwrap, content }: Extract<PlannedMethod['result'], { kind: 'value' }>,
): GoType | undefined {
  const [property, ...rest] = unwrap;
  if (property === undefined || rest.length > 0 || content.type.kind !== 'ref') return undefined;
  const model = declarer.modelFor(content.type.id, 'response');
  const struct = structNamed(declarer, model?.holds);
  return struct?.fields.find(({ tag }) => tag[0]?.[1].split(',')[0] === property)?.type;
}

/** A response without properties still has a named type. */
function named(declarer: Declarer, type: GoType, { path, file }: Site, node: TypeNode): GoType {
  if (type.text !== 'any' && type.text !== 'map[string]any') return type;
  const name = declarer.scope.free(path);
  addDeclaration(declarer, { kind: 'alias', name, file, type, doc: proseLines(node.description) });
  return { ...type, text: identifier(name) };
}
