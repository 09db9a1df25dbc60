/** Shapes as code: a constant for each model, and what the methods and webhooks of the SDK pass on. */
import type { Method, ScalarType, TypeNode } from '../../../ir/types.ts';
import { planErrors } from '../../../plan/errors.ts';
import type { MethodResult } from '../../../plan/result.ts';
import { type Code, code, empty, identifier, join, literalKey, stringLiteral } from '../code.ts';
import * as expr from '../types/expr.ts';
import { type ValueKind, type ValueOptions, kindOf } from '../../../ir/values.ts';
import type { ValueShape, ValueShapes } from '../../../plan/value-shapes.ts';

const SHAPES_MODULE = 'internal/shapes';
const VALUES_MODULE = 'internal/values';

/** The name of the constant of a model. */
export type ShapeName = (id: string) => string;

export interface ValueCode {
  readonly ofMethod: (method: Method, result: MethodResult) => MethodValues;
  /** The shape of an event that has one of these types. */
  readonly ofEvent: (types: readonly TypeNode[]) => expr.TypeExpression | undefined;
}

export interface MethodValues {
  /** How a scalar is converted. */
  readonly kindOf: (scalar: Pick<ScalarType, 'scalar' | 'format'>) => ValueKind | undefined;
  /** The request option that converts the bodies of responses and errors. */
  readonly decoder: expr.TypeExpression | undefined;
  /** The shape of the events of a stream. */
  readonly event: expr.TypeExpression | undefined;
}

export function valueCode(shapes: ValueShapes, options: ValueOptions, nameOf: ShapeName): ValueCode {
  const print = (shape: ValueShape): expr.TypeExpression =>
    printShape(shape, (id) => expr.runtimeValue(nameOf(id), SHAPES_MODULE));
  const printed = (type: TypeNode): expr.TypeExpression | undefined => {
    const shape = shapes.of(type);
    return shape && print(shape);
  };
  return {
    ofMethod: (method, result) => {
      const found = byStatus(shapes, method, result);
      const entries = found.map(({ status, shape }) => [status, print(shape ?? { kind: 'plain' })] as const);
      return {
        kindOf: (scalar) => kindOf(scalar, options),
        decoder: found.some(({ shape }) => shape) ? call('decoder', objectOf(entries)) : undefined,
        event: result.kind === 'stream' ? printed(result.event) : undefined,
      };
    },
    ofEvent: (types) => {
      const [first] = types;
      if (first === undefined) return undefined;
      const { origin } = first;
      return printed(types.length > 1 ? { kind: 'union', mode: 'oneOf', members: types, origin } : first);
    },
  };
}

/** Converts `value`. */
export const converted = (value: expr.TypeExpression, shape: expr.TypeExpression): expr.TypeExpression =>
  call('convert', value, shape);

/** The decoder of a stream whose events are converted. */
export const decodedStream = (
  decoder: expr.TypeExpression,
  event: expr.TypeExpression,
): expr.TypeExpression => call('decodedStream', decoder, event);

const call = (name: string, ...values: readonly expr.TypeExpression[]): expr.TypeExpression => [
  ...expr.runtimeValue(name, VALUES_MODULE),
  ...expr.text(code`(`),
  ...expr.separated(values, code`, `),
  ...expr.text(code`)`),
];

const objectOf = (entries: readonly (readonly [string, expr.TypeExpression])[]): expr.TypeExpression => [
  ...expr.text(code`{ `),
  ...expr.separated(
    entries.map(([name, value]) => [...expr.text(code`${literalKey(name)}: `), ...value]),
    code`, `,
  ),
  ...expr.text(code` }`),
];

/** The shapes of all documented JSON bodies. The main result is that of every successful status. */
function byStatus(
  shapes: ValueShapes,
  method: Method,
  result: MethodResult,
): readonly { readonly status: string; readonly shape: ValueShape | undefined }[] {
  const errors = planErrors(method).flatMap(({ status, type, mediaType }) =>
    /json/i.test(mediaType) ? [{ status, shape: shapes.of(type) }] : [],
  );
  const response = method.success === undefined ? undefined : method.responses[method.success];
  const content = response?.chosen === undefined ? undefined : response.contents[response.chosen];
  const plain = result.kind === 'stream' ? result.plain : content;
  if (result.kind === 'binary' || plain?.kind !== 'json') return errors;
  const others = result.kind === 'value' ? result.byStatus : [];
  const successes = others.flatMap(({ status, body }) =>
    typeof body === 'object' ? [{ status, shape: shapes.of(body) }] : [],
  );
  return [{ status: '2XX', shape: shapes.of(plain.type) }, ...successes, ...errors];
}

/** A model's constant, which may refer to itself. */
export function viewShapes(
  shapes: ValueShapes,
  nameOf: ShapeName,
): readonly { readonly name: Code; readonly shape: Code }[] {
  return [...shapes.models()].map(([id, shape]) => ({
    name: identifier(nameOf(id)),
    shape: codeOf(printShape(shape, (other) => expr.text(code`() => ${identifier(nameOf(other))}`))),
  }));
}

const codeOf = (expression: expr.TypeExpression): Code =>
  join(
    expression.map((part) => (part.kind === 'code' ? part.code : empty)),
    '',
  );

function printShape(shape: ValueShape, model: (id: string) => expr.TypeExpression): expr.TypeExpression {
  // For a name that objects inherit, TypeScript expects the type of what they inherit.
  const print = (inner: ValueShape, name = ''): expr.TypeExpression =>
    inner.kind !== 'model' && Object.hasOwn(Object.prototype, name)
      ? [...printShape(inner, model), ...expr.text(code` as const`)]
      : printShape(inner, model);
  const list = (items: readonly ValueShape[]): expr.TypeExpression => [
    ...expr.text(code`[`),
    ...expr.separated(
      items.map((item) => print(item)),
      code`, `,
    ),
    ...expr.text(code`]`),
  ];
  const rest = (inner: ValueShape | undefined): readonly (readonly [string, expr.TypeExpression])[] =>
    inner ? [['rest', print(inner)]] : [];
  const named = (map: ReadonlyMap<string, ValueShape>): expr.TypeExpression =>
    objectOf([...map].map(([name, inner]) => [name, print(inner, name)]));
  switch (shape.kind) {
    case 'time':
    case 'int64':
    case 'plain':
      return expr.text(stringLiteral(shape.kind));
    case 'model':
      return model(shape.id);
    case 'list':
      return objectOf([['items', print(shape.items)]]);
    case 'tuple':
      return objectOf([['tuple', list(shape.items)], ...rest(shape.rest)]);
    case 'object':
      return objectOf([['fields', named(shape.fields)], ...rest(shape.rest)]);
    case 'all':
      return objectOf([['all', list(shape.parts)]]);
    case 'tagged':
      return objectOf([
        ['tag', expr.text(stringLiteral(shape.tag))],
        ['cases', named(shape.cases)],
      ]);
    default:
      return shape satisfies never;
  }
}
