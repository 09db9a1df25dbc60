/** What a caller passes: positional and keyword arguments, and the dictionary type that describes them. */
import type { Parameter } from '../../../ir/types.ts';
import { byCodeUnit } from '../../../lib/order.ts';
import { type Field, fieldsOf } from '../../../plan/arguments.ts';
import type { PlannedMethod } from '../../../plan/methods.ts';
import { alternativeName } from '../../../plan/member-name.ts';
import { nestedArgumentName } from '../../../plan/nested-name.ts';
import { flatten, resolveNode, visibleIn } from '../../../plan/shapes.ts';
import { deprecationLines, proseLines, propertyDoc, stabilityLines } from '../docs.ts';
import type { OpenModule } from '../modules.ts';
import { argumentName } from '../reserved.ts';
import { memberNameIn, propertyType } from '../types/declare.ts';
import type { Declaration, Member } from '../types/declaration.ts';
import * as expr from '../types/expr.ts';
import type { TypeSite, TypeContext } from '../types/type-context.ts';

export interface Argument {
  /** The name in Python. */
  readonly name: string;
  readonly type: expr.TypeExpression;
  readonly required: boolean;
  readonly doc: readonly string[];
  readonly wireName: string;
  /** The name in the plan. */
  readonly field: string;
  readonly group: Field['group'];
  readonly parameter?: Parameter;
  /** Key of the client option with the value, if the caller passes none. */
  readonly clientOption?: string;
  /** Information of the document about the argument. */
  readonly about: Member['about'];
}

export interface Signature {
  readonly positional: readonly Argument[];
  /** Keyword-only, in the order of the signature. */
  readonly keywords: readonly Argument[];
}

/** If the body is a union, one signature for each member. */
export interface Arguments extends Signature {
  readonly variants: readonly (Signature & { readonly declaration: Declaration })[];
}

export function declareArguments(
  context: TypeContext,
  planned: PlannedMethod,
  params: () => OpenModule,
): Arguments {
  const { arguments: args } = planned;
  const taken = new Set<string>();
  const site = (): TypeSite => ({ scope: params(), path: '', way: 'request', within: new Map() });
  const place = { site, taken, own: hasIdempotencyKey(planned) ? ['idempotency_key'] : [] };
  const way = planned.method.pathParts.flatMap((pathPart) =>
    pathPart.kind === 'parameter' ? [pathPart.name] : [],
  );
  const positional = args.positional.map((parameter) =>
    argumentOf(context, parameterField(parameter), place),
  );
  if (args.body.kind !== 'union') {
    const fields = fieldsOf(context, args).map((field) => argumentOf(context, field, place));
    return { positional, keywords: ordered(context, fields, way), variants: [] };
  }
  const scope = params();
  const { node, members } = args.body;
  const variants = members.map((member, index) => {
    const target = resolveNode(context, member);
    const declaration = scope.open(context.names.pascal(alternativeName(context, node, index)));
    const ownNames = new Set(taken);
    const body =
      target.kind === 'object'
        ? flatten(context, target).properties.filter(visibleIn('request')).map(bodyField)
        : [];
    const fields = [...args.fields, ...body].map((field) =>
      argumentOf(context, field, {
        ...place,
        site: () => ({ ...site(), path: declaration.name }),
        taken: ownNames,
      }),
    );
    const keywords = ordered(context, fields, way);
    declaration.body = { kind: 'dictionary', bases: [], members: keywords.map(memberOf) };
    return { positional, keywords, declaration };
  });
  return { positional, keywords: merged(variants), variants };
}

/** The arguments of all variants. Only those outside the body are required. */
function merged(variants: readonly Signature[]): readonly Argument[] {
  const found = new Map<string, Argument>();
  for (const argument of variants.flatMap((variant) => variant.keywords)) {
    const known = found.get(argument.name);
    const type = known ? expr.unionOf([known.type, argument.type].map(withoutInfo)) : argument.type;
    found.set(argument.name, {
      ...(known ?? argument),
      type,
      required: argument.group !== 'body' && argument.required,
    });
  }
  const all = [...found.values()];
  return [...all.filter((argument) => argument.required), ...all.filter((argument) => !argument.required)];
}

/** If the API has a header for it, callers may set the idempotency key of a call that changes data. */
export const hasIdempotencyKey = ({ request }: PlannedMethod): boolean => request.repetition === 'keyed';

/** Dictionary types describe formats; the annotation shows which types are accepted. */
export const withoutInfo = (type: expr.TypeExpression): expr.TypeExpression =>
  type.kind === 'annotated' ? type.type : type;

const bodyField = (property: NonNullable<Field['property']>): Field => ({
  group: 'body',
  name: property.alias ?? property.name,
  wireName: property.name,
  required: property.required,
  type: property.type,
  property,
});

const parameterField = (parameter: Parameter): Field => ({
  group: 'path',
  name: parameter.alias ?? parameter.name,
  wireName: parameter.name,
  required: parameter.clientOption === undefined,
  type: parameter.type,
  parameter,
  ...(parameter.clientOption !== undefined && { clientOption: parameter.clientOption }),
});

function argumentOf(
  context: TypeContext,
  field: Field,
  {
    site,
    taken,
    own,
  }: { readonly site: () => TypeSite; readonly taken: Set<string>; readonly own: readonly string[] },
): Argument {
  const name = memberNameIn(taken, argumentName(context.names.snake(field.name), own));
  const at = lazily(site, context.names.pascal(nestedArgumentName(field)));
  return {
    name,
    type: propertyType(context, field.type, at),
    required: field.required,
    doc: field.property
      ? propertyDoc(field.property)
      : [
          ...proseLines(field.parameter?.description ?? field.type.description),
          ...stabilityLines(field.parameter?.stability),
          ...deprecationLines(field.parameter?.deprecated ?? field.type.deprecated),
        ],
    wireName: field.wireName,
    field: field.name,
    group: field.group,
    ...(field.parameter && { parameter: field.parameter }),
    ...(field.clientOption !== undefined && { clientOption: field.clientOption }),
    about: {
      type: field.type,
      ...(field.property && { property: field.property }),
      ...(field.parameter?.example === undefined ? {} : { example: field.parameter.example }),
    },
  };
}

/** The file of types is created with its first type. A method with scalar arguments needs none. */
function lazily(site: () => TypeSite, name: string): TypeSite {
  let result: TypeSite | undefined;
  const own = (): TypeSite => (result ??= site());
  return {
    scope: {
      get module() {
        return own().scope.module;
      },
      open: (wanted) => own().scope.open(wanted),
    },
    get path() {
      return `${own().path}${name}`;
    },
    way: 'request',
    within: new Map(),
  };
}

const GROUPS: readonly Field['group'][] = ['path', 'query', 'body', 'header', 'cookie'];

/**
 * Path parameters in their own order, then required arguments, then optional ones: query, body, header.
 * Within a group: `id`, `token`, then by name.
 */
function ordered(
  context: Pick<TypeContext, 'sortProperties'>,
  all: readonly Argument[],
  way: readonly string[],
): readonly Argument[] {
  const rank = (argument: Argument): number =>
    (argument.required ? 0 : 10) +
    (argument.group === 'cookie' ? GROUPS.indexOf('header') : GROUPS.indexOf(argument.group));
  const first = (argument: Argument): number =>
    argument.name === 'id' ? 0 : argument.name === 'token' ? 1 : 2;
  return [...all].sort((a, b) => {
    const groups = rank(a) - rank(b);
    if (groups !== 0) return groups;
    if (a.group === 'path') return way.indexOf(a.wireName) - way.indexOf(b.wireName);
    if (!context.sortProperties) return 0;
    return first(a) - first(b) || byCodeUnit(a.name, b.name);
  });
}

export const memberOf = (argument: Argument): Member => ({
  name: argument.name,
  wireName: argument.wireName,
  required: argument.required,
  type: argument.type,
  doc: argument.doc,
  about: argument.about,
});
