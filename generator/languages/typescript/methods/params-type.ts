/**
 * The type of a method's argument: an interface with path, query, body and header fields, or a union of such
 * interfaces.
 */
import type { Method, ObjectType, TypeNode } from '../../../ir/types.ts';
import { code, propertyKey } from '../code.ts';
import { propertyDoc, proseLines, deprecationLines, stabilityLines } from '../docs.ts';
import { aboutProperty, expression, nest, orInherited } from '../types/declare.ts';
import type { About, Declaration, Member } from '../types/declaration.ts';
import * as expr from '../types/expr.ts';
import { alternativeName } from '../../../plan/member-name.ts';
import { nestedArgumentName } from '../../../plan/nested-name.ts';
import { flatten, resolveNode, visibleIn } from '../../../plan/shapes.ts';
import type { TypeContext } from '../types/type-context.ts';
import { type Arguments, type Field, fieldsOf, isRawBody, isWholeBody } from '../../../plan/arguments.ts';
import type { NewType } from './result.ts';

export interface Params {
  readonly type: expr.TypeExpression;
  readonly overloads:
    | {
        readonly plain: expr.TypeExpression;
        readonly streaming: expr.TypeExpression;
        readonly base: expr.TypeExpression;
      }
    | undefined;
}

const GROUP_WORDS = {
  path: 'Path',
  query: 'Query',
  body: 'Body',
  header: 'Header',
  cookie: 'Header',
} as const;

export function declareParams(
  context: TypeContext,
  method: Method,
  options: { readonly prefix: string; readonly args: Arguments; readonly newType: NewType },
): Params {
  const { args } = options;
  const tag = method.streaming?.discriminator;
  if (args.kind === 'body' && isRawBody(args.body))
    return { type: expr.runtimeType('RawBody', 'uploads'), overloads: undefined };
  if (tag && args.body.kind !== 'union')
    return declareStreamingParams(context, {
      ...options,
      property: tag.property,
      baseName: method.streaming?.paramsTypeName,
    });
  const declaration = options.newType(`${options.prefix}Params`);
  if (args.body.kind === 'union') {
    const { node, members: alternatives } = args.body;
    const members = alternatives.map((member, index) =>
      variant(context, declaration, args, {
        member,
        hint: context.names.pascal(alternativeName(context, node, index)),
        index,
      }),
    );
    declaration.body = { kind: 'alias', type: expr.unionOf(members.map(expr.declared)) };
  } else fillParams(context, declaration, args);
  return { type: expr.declared(declaration), overloads: undefined };
}

/** `owner` is the declaration whose namespace contains the nested types. */
function fillParams(
  context: TypeContext,
  declaration: Declaration,
  args: Arguments,
  owner: Declaration = declaration,
): void {
  const fields = fieldsOf(context, args);
  const additional = args.body.kind === 'object' ? args.body.additional : undefined;
  const index = additional ? indexOf(context, owner, additional) : undefined;
  declaration.body = {
    kind: 'interface',
    bases: [],
    members: fields.map((field) => member(context, owner, field, args.kind === 'params')),
    ...(index ? { index } : {}),
  };
}

const indexOf = (context: TypeContext, owner: Declaration, node: TypeNode): expr.TypeExpression => {
  const value = expression(context, node, {
    owner,
    hint: `${owner.name}Value`,
    direction: 'request',
    within: new Map(),
  });
  // Fields of other types must be assignable to the index signature too.
  return expr.expressionKey(value) === 'unknown' ? value : expr.unknownType;
};

function member(context: TypeContext, owner: Declaration, field: Field, mixed: boolean): Member {
  const group = mixed ? GROUP_WORDS[field.group] : undefined;
  const doc = field.property
    ? propertyDoc(field.property, group)
    : withGroup(
        [
          ...proseLines(field.parameter?.description ?? field.type.description),
          ...stabilityLines(field.parameter?.stability),
          ...deprecationLines(field.parameter?.deprecated ?? field.type.deprecated),
        ],
        group,
      );
  return {
    name: field.name,
    key: propertyKey(field.name),
    optional: !field.required,
    type: orInherited(field, fieldType(context, owner, field)),
    doc,
    about: aboutField(field),
  };
}

const aboutField = (field: Field): About =>
  field.property
    ? aboutProperty(field.property)
    : {
        type: field.type,
        ...(field.parameter?.example === undefined ? {} : { example: field.parameter.example }),
      };

const withGroup = (lines: readonly string[], group: string | undefined): readonly string[] =>
  group === undefined ? lines : [`${group} param${lines[0] ? `: ${lines[0]}` : ''}`, ...lines.slice(1)];

function fieldType(context: TypeContext, owner: Declaration, field: Field): expr.TypeExpression {
  const target = isWholeBody(field) ? rawBody(field.type) : undefined;
  return (
    target ??
    expression(context, field.type, {
      owner,
      hint: context.names.pascal(nestedArgumentName(field)),
      direction: 'request',
      within: new Map(),
    })
  );
}

/** A binary body accepts every type that can be sent. */
const rawBody = (node: TypeNode): expr.TypeExpression | undefined =>
  node.kind === 'scalar' && node.scalar === 'binary' ? expr.runtimeType('RawBody', 'uploads') : undefined;

function variant(
  context: TypeContext,
  owner: Declaration,
  args: Arguments,
  choice: { readonly member: TypeNode; readonly hint: string; readonly index: number },
): Declaration {
  const target = resolveNode(context, choice.member);
  const isTaken = owner.nested.some((item) => item.name === choice.hint);
  const hint = isTaken && context.edition.isPublished ? `${choice.hint}Variant${choice.index}` : choice.hint;
  const declaration = nest({ owner, hint });
  const shape = target.kind === 'object' ? objectBody(context, target) : ({ kind: 'none' } as const);
  fillParams(context, declaration, { ...args, body: shape });
  return declaration;
}

function objectBody(context: TypeContext, node: ObjectType): Arguments['body'] {
  const flat = flatten(context, node);
  // The body is passed on unchanged, so its properties have their names on the wire.
  const fields = flat.properties.filter(visibleIn('request')).map(
    (property): Field => ({
      group: 'body',
      name: property.name,
      wireName: property.name,
      required: property.required,
      type: property.type,
      property,
    }),
  );
  return { kind: 'object', node, fields, additional: flat.additional };
}

/** `XParams = XParamsNonStreaming | XParamsStreaming`, both based on `XParamsBase`. */
function declareStreamingParams(
  context: TypeContext,
  options: {
    readonly prefix: string;
    readonly args: Arguments;
    readonly newType: NewType;
    readonly property: string;
    readonly baseName?: string | undefined;
  },
): Params {
  const name =
    options.baseName === undefined ? `${options.prefix}Params` : context.names.pascal(options.baseName);
  const whole = options.newType(name);
  const base = options.newType(`${name}Base`);
  const plain = options.newType(`${name}NonStreaming`);
  const streaming = options.newType(`${name}Streaming`);
  whole.body = { kind: 'alias', type: expr.unionOf([expr.declared(plain), expr.declared(streaming)]) };
  fillParams(context, base, options.args, whole);
  const tag = fieldsOf(context, options.args).find((field) => field.wireName === options.property);
  const doc = tag?.property ? propertyDoc(tag.property) : [];
  const withTag = (type: expr.TypeExpression, optional: boolean): Declaration['body'] => ({
    kind: 'interface',
    bases: [expr.declared(base)],
    members: [{ name: options.property, key: propertyKey(options.property), optional, type, doc }],
  });
  const orNull = (type: expr.TypeExpression): expr.TypeExpression =>
    tag?.type.kind === 'nullable' ? expr.unionOf([type, expr.nullType]) : type;
  plain.body = withTag(orNull(expr.text(code`false`)), true);
  streaming.body = withTag(expr.text(code`true`), false);
  if (base.body.kind === 'interface') {
    // The flag keeps its declared type in the base, so that a variable of type boolean can be passed.
    base.body = {
      ...base.body,
      members: base.body.members.map((item) =>
        item.name === options.property
          ? { ...item, type: orNull(expr.text(code`boolean`)), optional: true }
          : item,
      ),
    };
  }
  return {
    type: expr.declared(whole),
    overloads: {
      plain: expr.declared(plain),
      streaming: expr.declared(streaming),
      base: expr.declared(base),
    },
  };
}
