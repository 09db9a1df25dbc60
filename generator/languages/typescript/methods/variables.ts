/** Variables of the caller's values in the body of a method. */
import type { Parameter } from '../../../ir/types.ts';
import type { Names } from '../casing.ts';
import { isIdentifier } from '../code.ts';
import { variableName } from '../reserved.ts';
import type * as expr from '../types/expr.ts';
import type { TypescriptMethod } from './method.ts';
import type { Field } from '../../../plan/arguments.ts';

export type Variables = ReadonlyMap<Field | Parameter, string>;

/** Variable of each positional parameter, by its name on the wire. */
export function positionalNames(
  names: Names,
  plan: TypescriptMethod,
): readonly {
  readonly parameter: Parameter;
  readonly variable: string;
  readonly type: expr.TypeExpression;
}[] {
  const taken = new Set<string>();
  return plan.positional.map(({ parameter, type }) => {
    let variable = variableName(names.camel(parameter.alias ?? parameter.name));
    while (taken.has(variable)) variable = `${variable}_`;
    taken.add(variable);
    return { parameter, variable, type };
  });
}

/** Each field that the body mentions gets a variable. */
export function nameVariables(names: Names, plan: TypescriptMethod): Variables {
  const result = new Map<Field | Parameter, string>();
  const taken = new Set<string>();
  for (const positionalName of positionalNames(names, plan)) {
    result.set(positionalName.parameter, positionalName.variable);
    taken.add(positionalName.variable);
  }
  const fields = [
    ...plan.arguments.fields,
    ...(plan.arguments.body.kind === 'property'
      ? [plan.arguments.body.field]
      : plan.arguments.body.kind === 'object'
        ? plan.arguments.body.fields
        : []),
  ];
  for (const field of fields) {
    const own = field.group === 'body' && field.wireName === 'body' && field.property === undefined;
    let variable = own
      ? 'body'
      : isIdentifier(field.name)
        ? variableName(field.name)
        : variableName(names.camel(field.name));
    while (taken.has(variable)) variable = `${variable}_`;
    taken.add(variable);
    result.set(field, variable);
  }
  return result;
}

/** Variables in method bodies that imports of the file must not use. */
export const variablesOf = (names: Names, plans: readonly TypescriptMethod[]): readonly string[] =>
  plans.flatMap((plan) => [...nameVariables(names, plan).values()]);

/** Name of the rest after the named fields: the body or the query. */
export function restName(plan: TypescriptMethod): string | undefined {
  const { body, fields } = plan.arguments;
  if (body.kind === 'object' || body.kind === 'union') return 'body';
  return fields.some((field) => field.group === 'query') &&
    body.kind === 'none' &&
    fields.some((field) => field.group !== 'query') &&
    queryIsRest(plan)
    ? 'query'
    : undefined;
}

/** Without a body, the rest is the query if every query field keeps its name. */
const queryIsRest = (plan: TypescriptMethod): boolean =>
  plan.arguments.fields
    .filter((field) => field.group === 'query')
    .every((field) => field.name === field.wireName);

/** The whole argument is the query, and the HTTP method is not GET. */
export const sendsAllAsQuery = (plan: TypescriptMethod): boolean => {
  const { fields, body } = plan.arguments;
  return (
    fields.length > 0 &&
    body.kind === 'none' &&
    fields.every((field) => field.group === 'query') &&
    queryIsRest(plan)
  );
};
