/** The request of a method, as written in its body. */
import { code, identifier, stringLiteral } from '../code.ts';
import type { PythonMethod } from './method.ts';
import { type CallContext, streamType, pageType, castOf } from './returns.ts';
import { valueOf, paramsType, transformed } from './values.ts';
import { pathOf } from './path.ts';
import { optionsOf } from './options.ts';
import * as part from '../fragment.ts';
import * as expr from '../types/expr.ts';

export interface CallParts {
  /** `get`, `post` and so on; `request` if the HTTP method is passed as an argument. */
  readonly function: string;
  readonly arguments: readonly part.Fragment[];
}

const FUNCTIONS = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);

export function callOf(sdk: PythonMethod, context: CallContext): CallParts {
  const { request } = sdk.planned;
  const { result } = sdk;
  const path = pathOf(sdk, context);
  const body = bodyOf(sdk, context);
  const bodyArgument = body ? [part.keyword(code`body`, body)] : [];
  const options = part.keyword(
    code`options`,
    part.call(expr.runtime('_options', 'make_request_options'), optionsOf(sdk, context)),
  );
  if (result.kind === 'page')
    return {
      function: 'get_api_list',
      arguments: [
        path,
        part.keyword(code`page`, part.value(pageType(context, result))),
        ...(request.verb === 'GET'
          ? []
          : [part.keyword(code`method`, part.plain(stringLiteral(request.verb.toLowerCase())))]),
        ...bodyArgument,
        options,
      ],
    };
  const isUsual = FUNCTIONS.has(request.verb);
  return {
    function: isUsual ? request.verb.toLowerCase() : 'request',
    arguments: [
      ...(isUsual ? [] : [part.plain(stringLiteral(request.verb))]),
      path,
      part.keyword(code`cast_to`, castOf(sdk, context)),
      ...bodyArgument,
      options,
      ...streamArguments(sdk, context),
    ],
  };
}

function bodyOf(sdk: PythonMethod, context: CallContext): part.Fragment | undefined {
  const { body } = sdk.planned.arguments;
  if (body.kind === 'none') return undefined;
  const fields = sdk.arguments.keywords.filter((keyword) => keyword.group === 'body');
  if (body.kind === 'property') {
    const [own] = fields;
    if (!own) return undefined;
    const name = valueOf(own, context);
    if (sdk.planned.request.body?.kind === 'raw') return name;
    // The dictionary type of the arguments describes how the value is written.
    return [
      ...part.call(expr.runtime('_transform', 'transform'), [
        part.dictionary([[stringLiteral(own.name), name]]),
        paramsType(sdk),
      ]),
      ...part.plain(code`.get(${stringLiteral(own.wireName)}${own.required ? code`` : code`, `}`),
      ...(own.required ? [] : part.value(expr.runtime('_types', 'omit'))),
      ...part.plain(code`)`),
    ];
  }
  const own = transformed(sdk, context, fields);
  // An optional body that cannot be empty is omitted if none of its properties is passed.
  return sdk.planned.arguments.isAbsent
    ? [...own, ...part.plain(code` or `), ...part.value(expr.runtime('_types', 'omit'))]
    : own;
}

function streamArguments(
  { result, streamFlag: option }: PythonMethod,
  context: CallContext,
): readonly part.Fragment[] {
  if (result.kind !== 'stream') return [];
  return [
    part.plain(result.plain && option ? code`stream=${identifier(option.name)} or False` : code`stream=True`),
    part.keyword(code`stream_cls`, part.value(streamType(context, result.event))),
  ];
}
