/** Request options of a method besides path and body, and how its response is read. */
import type { SecurityRequirement } from '../../../ir/types.ts';
import type { HeaderField, QueryStyle } from '../../../plan/wire.ts';
import {
  type Code,
  code,
  dictOf,
  identifier,
  listOf,
  stringLiteral,
  tupleOf,
  valueLiteral,
} from '../code.ts';
import { hasIdempotencyKey } from './arguments.ts';
import type { PythonMethod } from './method.ts';
import type { CallContext } from './returns.ts';
import { writtenValue, transformed } from './values.ts';
import { encodingOf, eventsOf } from './encoding.ts';
import * as part from '../fragment.ts';
import * as expr from '../types/expr.ts';

export function optionsOf(sdk: PythonMethod, context: CallContext): readonly part.Fragment[] {
  const { request } = sdk.planned;
  const { keywords } = sdk.arguments;
  const options: part.Fragment[] = ['extra_headers', 'extra_query', 'extra_body', 'timeout'].map((name) =>
    part.plain(code`${identifier(name)}=${identifier(name)}`),
  );
  const add = (name: string, fragment: part.Fragment): void => {
    options.push(part.keyword(identifier(name), fragment));
  };
  if (hasIdempotencyKey(sdk.planned)) add('idempotency_key', part.plain(code`idempotency_key`));
  const query = keywords.filter((keyword) => keyword.group === 'query');
  const fixed = dictOf(request.fixedQuery.map((item) => [item.name, stringLiteral(item.value)]));
  if (query.length > 0) {
    const own = transformed(sdk, context, query);
    add(
      'query',
      request.fixedQuery.length > 0
        ? [...part.plain(code`{**${fixed}, **`), ...own, ...part.plain(code`}`)]
        : own,
    );
  } else if (request.fixedQuery.length > 0) add('query', part.plain(fixed));
  if (request.queryStyles.length > 0)
    add(
      'query_styles',
      part.dictionary(request.queryStyles.map((item) => [stringLiteral(item.name), queryStyle(item)])),
    );
  const headers = request.headers.flatMap((header) => headerEntry(sdk, header, context));
  if (headers.length > 0) add('headers', part.dictionary(headers));
  const cookies = request.cookies.flatMap(({ field, explode }) => {
    const own = keywords.find((keyword) => keyword.group === 'cookie' && keyword.wireName === field.wireName);
    if (!own) return [];
    const given = writtenValue(own, context);
    const entry = explode ? part.call(expr.runtime('_params', 'exploded'), [given]) : given;
    return [[stringLiteral(field.wireName), entry] as const];
  });
  if (cookies.length > 0) add('cookies', part.dictionary(cookies));
  const accept = acceptOf(sdk);
  if (accept) add('accept', accept);
  if (request.body) {
    const encoding = encodingOf(request.body);
    if (encoding) add('encoding', encoding);
  }
  if (request.security) add('security', part.plain(securityOf(request.security)));
  if (sdk.result.kind === 'value') {
    if (sdk.result.unwrap.length > 0)
      add('unwrap', part.plain(tupleOf(sdk.result.unwrap.map(stringLiteral))));
    if (sdk.result.byStatus.length > 0) add('variants', byStatus(sdk.result.byStatus));
  }
  if (sdk.errors.length > 0) add('errors', byStatus(sdk.errors));
  if (request.maxRetries !== undefined) add('max_retries', part.plain(valueLiteral(request.maxRetries)));
  if (request.timeoutMs !== undefined)
    add('default_timeout', part.plain(valueLiteral(request.timeoutMs / 1000)));
  if (request.stream) add('events', eventsOf(request.stream));
  if (request.repetition === 'harmless') add('idempotent', part.plain(code`True`));
  return options;
}

const byStatus = (
  entries: readonly { readonly status: string; readonly type: expr.TypeExpression }[],
): part.Fragment =>
  part.dictionary(
    entries.map(({ status, type }) => [
      stringLiteral(status),
      part.value(type.kind === 'none' ? expr.runtime('_types', 'NoneType') : type),
    ]),
  );

const queryStyle = ({ isJson, style, explode, allowReserved }: QueryStyle): part.Fragment =>
  part.call(expr.runtime('_options', 'QueryStyle'), [
    ...(isJson ? [part.plain(code`json=True`)] : []),
    ...(style === undefined ? [] : [part.plain(code`style=${stringLiteral(style)}`)]),
    ...(explode === undefined ? [] : [part.plain(code`explode=${valueLiteral(explode)}`)]),
    ...(allowReserved ? [part.plain(code`allow_reserved=True`)] : []),
  ]);

function headerEntry(
  { arguments: { keywords } }: PythonMethod,
  { field, isJson, explode, always }: HeaderField,
  context: CallContext,
): readonly (readonly [Code, part.Fragment])[] {
  const own = keywords.find((keyword) => keyword.group === 'header' && keyword.wireName === field.wireName);
  if (!own) return [];
  const given = writtenValue(own, context);
  const value = isJson
    ? part.call(expr.runtime('_params', 'json_value'), [given])
    : part.call(expr.runtime('_params', 'header_value'), [
        given,
        ...(explode ? [part.plain(code`explode=True`)] : []),
        ...(always ? [part.plain(code`always=${listOf(always.map(valueLiteral))}`)] : []),
      ]);
  return [[stringLiteral(field.wireName), value]];
}

function acceptOf({ planned: { request }, streamFlag: option }: PythonMethod): part.Fragment | undefined {
  if (request.acceptByFlag && option)
    return part.plain(
      code`${stringLiteral(request.acceptByFlag.stream)} if ${identifier(option.name)} else ${stringLiteral(request.acceptByFlag.plain)}`,
    );
  return request.accept === undefined ? undefined : part.plain(stringLiteral(request.accept));
}

/** Names of schemes; if one has scopes, names with their scopes. */
export const securityOf = (requirements: readonly SecurityRequirement[]): Code =>
  tupleOf(
    requirements.map(({ schemes }) =>
      schemes.some((scheme) => scheme.scopes.length > 0)
        ? dictOf(schemes.map((scheme) => [scheme.name, tupleOf(scheme.scopes.map(stringLiteral))]))
        : tupleOf(schemes.map((scheme) => stringLiteral(scheme.name))),
    ),
  );
