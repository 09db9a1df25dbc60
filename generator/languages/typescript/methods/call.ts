/** The body of a method: destructuring of the argument, the path, and the request options. */
import type { PathPiece } from '../../../plan/wire.ts';
import type { Names } from '../casing.ts';
import {
  type Code,
  access,
  code,
  identifier,
  join,
  propertyKey,
  stringLiteral,
  templateText,
} from '../code.ts';
import { optionName } from '../layout.ts';
import * as expr from '../types/expr.ts';
import type { TypescriptMethod } from './method.ts';
import { type Field, isOwnEntry } from '../../../plan/arguments.ts';
import { optionsOf } from './request-options.ts';
import { type Variables, nameVariables, restName, sendsAllAsQuery } from './variables.ts';

export interface CallPlan {
  /** `{ qualifiedName, ...body } = params`; empty if nothing is destructured. */
  readonly destructure: expr.TypeExpression;
  /** In lowercase if the client has a method for it, otherwise as sent. */
  readonly verb: string;
  /** False if the client has no method for the HTTP method, so that `request` must be used. */
  readonly hasVerb: boolean;
  readonly path: expr.TypeExpression;
  /** The options object; empty if only `options` is passed. */
  readonly options: expr.TypeExpression;
}

const VERBS = new Set(['get', 'post', 'put', 'patch', 'delete']);

/** The client's data that calls need. */
export interface CallContext {
  readonly names: Names;
}

export function planCall(plan: TypescriptMethod, context: CallContext): CallPlan {
  const variables = nameVariables(context.names, plan);
  const hasVerb = plan.method.sentVerb === undefined && VERBS.has(plan.method.verb);
  return {
    destructure: destructure(context.names, plan, variables),
    verb: hasVerb ? plan.method.verb : (plan.method.sentVerb ?? plan.method.verb.toUpperCase()),
    hasVerb,
    path: pathOf(plan, variables),
    options: optionsOf(plan, variables),
  };
}

function destructure(names: Names, plan: TypescriptMethod, variables: Variables): expr.TypeExpression {
  const { arguments: args } = plan;
  if (args.kind !== 'params') return [];
  const binding = (field: Field): expr.TypeExpression => {
    const variable = variables.get(field) ?? 'value';
    const name =
      field.name === variable
        ? identifier(variable)
        : code`${propertyKey(field.name)}: ${identifier(variable)}`;
    const option = field.clientOption;
    return option === undefined
      ? expr.text(name)
      : [...expr.text(code`${name} = `), ...expr.receiver, ...expr.text(access(optionName(names, option)))];
  };
  const renamed = args.body.kind === 'object' ? args.body.fields.filter(isOwnEntry) : [];
  const own = args.body.kind === 'property' ? [args.body.field] : renamed;
  const rest = restName(plan);
  if (sendsAllAsQuery(plan)) return [];
  const bindings = [
    ...args.fields.filter((field) => !(rest === 'query' && field.group === 'query')).map(binding),
    ...own.map(binding),
    ...(rest === undefined ? [] : [expr.text(code`...${identifier(rest)}`)]),
  ];
  if (bindings.length === 0 || (args.fields.length === 0 && own.length === 0)) return [];
  return [
    ...expr.text(code`{ `),
    ...expr.separated(bindings, code`, `),
    ...expr.text(args.optional ? code` } = params ?? {}` : code` } = params`),
  ];
}

function pathOf(plan: TypescriptMethod, variables: Variables): expr.TypeExpression {
  const pieces = plan.planned.request.path;
  if (plan.method.pathParts.every((part) => part.kind === 'text'))
    return expr.text(stringLiteral(plan.method.path));
  const names: string[] = [];
  const inside = pieces.map((piece): expr.TypeExpression => {
    if (piece.kind === 'text') return expr.text(templateText(piece.text));
    const variable = variables.get(piece.field ?? piece.parameter) ?? 'value';
    names.push(piece.field?.name ?? variable);
    return [...expr.text(code`$\{`), ...styledPath(piece, identifier(variable)), ...expr.text(code`}`)];
  });
  if (names.length === 0) return [...expr.text(code`\``), ...inside.flat(), ...expr.text(code`\``)];
  // Includes the names that the caller knows, for error messages.
  const tag: expr.TypeExpression = [
    ...expr.runtimeValue('pathOf', 'internal/path'),
    ...expr.text(code`(${join(names.map(stringLiteral), ', ')})`),
  ];
  return [...tag, ...expr.text(code`\``), ...inside.flat(), ...expr.text(code`\``)];
}

function styledPath(
  { parameter, encoding }: Extract<PathPiece, { kind: 'value' }>,
  variable: Code,
): expr.TypeExpression {
  const helper = (name: string, ...holes: readonly Code[]): expr.TypeExpression => [
    ...expr.runtimeValue(name, 'internal/path'),
    ...expr.text(code`(${join(holes, ', ')})`),
  ];
  const explode = parameter.explode ? [code`{ explode: true }`] : [];
  switch (encoding) {
    case 'plain':
      return expr.text(variable);
    case 'json':
      return helper('jsonPart', variable);
    case 'label':
    case 'simple':
      return helper(encoding, variable, ...explode);
    case 'matrix':
      return helper('matrix', stringLiteral(parameter.name), variable, ...explode);
    default:
      return encoding satisfies never;
  }
}
