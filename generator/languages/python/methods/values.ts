/** Values of arguments in a request. */
import { type Code, code, identifier, stringLiteral } from '../code.ts';
import type { Argument } from './arguments.ts';
import type { PythonMethod } from './method.ts';
import type { CallContext } from './returns.ts';
import * as part from '../fragment.ts';
import * as expr from '../types/expr.ts';

/** For example `self._client`. */
export const receiver = ({ isClient }: CallContext): Code => (isClient ? code`self` : code`self._client`);

/** The argument, or the value of the client option. */
export function valueOf(own: Argument, context: CallContext): part.Fragment {
  const option = own.clientOption === undefined ? undefined : context.optionOf(own.clientOption);
  const name = part.plain(identifier(own.name));
  return option === undefined
    ? name
    : part.call(expr.runtime('_arguments', 'given'), [
        name,
        part.plain(code`${receiver(context)}.${identifier(option)}`),
      ]);
}

/** The value of a parameter outside query and body, with the key names on the wire. */
export function writtenValue(own: Argument, context: CallContext): part.Fragment {
  const given = valueOf(own, context);
  return holdsDictionary(own.type)
    ? part.call(expr.runtime('_transform', 'transform'), [given, part.value(own.type)])
    : given;
}

function holdsDictionary(type: expr.TypeExpression, depth = 0): boolean {
  const next = depth + 1;
  if (depth > 20) return false;
  switch (type.kind) {
    case 'declaration': {
      const { body } = type.declaration;
      return body.kind === 'dictionary' || (body.kind === 'alias' && holdsDictionary(body.type, next));
    }
    case 'annotated':
      return holdsDictionary(type.type, next);
    case 'union':
      return type.members.some((member) => holdsDictionary(member, next));
    case 'generic':
      return type.arguments.some((argument) => holdsDictionary(argument, next));
    default:
      return false;
  }
}

/** The dictionary type that describes the request. */
export function paramsType(sdk: PythonMethod): part.Fragment {
  const { params, streamParams: requested, streamFlag: option } = sdk;
  if (!params) return part.value(expr.anything);
  const of = (name: string): part.Fragment => [
    ...part.moduleOf(params.module),
    ...part.plain(code`.${identifier(name)}`),
  ];
  return requested && option
    ? [
        ...of(requested.streaming.name),
        ...part.plain(code` if ${identifier(option.name)} else `),
        ...of(requested.plain.name),
      ]
    : of(params.name);
}

export function transformed(
  sdk: PythonMethod,
  context: CallContext,
  fields: readonly Argument[],
): part.Fragment {
  return part.call(expr.runtime('_transform', 'transform'), [
    part.dictionary(fields.map((field) => [stringLiteral(field.name), valueOf(field, context)])),
    paramsType(sdk),
  ]);
}
