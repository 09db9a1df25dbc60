/** The request of a method as its body states it: the path, and how the request goes and its answer is read. */
import type { SecurityRequirement } from '../../../ir/types.ts';
import type { Content } from '../../../ir/types.ts';
import type {
  HeaderField,
  PathPiece,
  QueryStyle,
  RequestEncoding,
  StreamReading,
} from '../../../plan/wire.ts';
import {
  type Code,
  code,
  dictOf,
  identifier,
  join,
  listOf,
  stringLiteral,
  tupleOf,
  valueLiteral,
} from '../code.ts';
import * as part from '../fragment.ts';
import { type PageClass, pageOf } from '../pages.ts';
import * as expr from '../types/expr.ts';
import { type Argument, hasIdempotencyKey } from './arguments.ts';
import type { MethodDesign } from './method.ts';

export type Colour = 'sync' | 'async';

export interface CallContext {
  readonly colour: Colour;
  readonly pages: readonly PageClass[];
  /** Attribute of the client of each of its options. */
  readonly optionOf: (key: string) => string | undefined;
  /** Methods of the client itself are called on it, those of resources on their client. */
  readonly isClient: boolean;
}

/** `self._client` */
const receiver = ({ isClient }: CallContext): Code => (isClient ? code`self` : code`self._client`);

const coloured = (colour: Colour, module: string, name: string): expr.NameExpression =>
  expr.runtime(module, colour === 'async' ? `Async${name}` : name);

/** What the method gives back, and what that is made from. */
export function returnType(
  design: MethodDesign,
  context: CallContext,
  gives: 'all' | 'plain' | 'stream' = 'all',
): expr.TypeExpression {
  const { result } = design;
  switch (result.kind) {
    case 'void':
      return expr.none;
    case 'binary':
      return coloured(context.colour, '_response', 'BinaryAPIResponse');
    case 'value':
      return result.type;
    case 'page': {
      const page = pageType(context, result);
      return context.colour === 'async'
        ? expr.generic(expr.runtime('_pagination', 'AsyncPaginator'), result.item, page)
        : page;
    }
    case 'stream': {
      const stream = streamType(context, result.event);
      if (!result.plain || gives === 'stream') return stream;
      const plain = plainType(context, result.plain);
      return gives === 'plain' ? plain : expr.unionOf([plain, stream]);
    }
    default:
      return result satisfies never;
  }
}

const streamType = ({ colour }: CallContext, event: expr.TypeExpression): expr.TypeExpression =>
  expr.generic(coloured(colour, '_streaming', 'Stream'), event);

const plainType = (
  { colour }: CallContext,
  plain: { readonly type: expr.TypeExpression; readonly isBinary: boolean },
): expr.TypeExpression => (plain.isBinary ? coloured(colour, '_response', 'BinaryAPIResponse') : plain.type);

function pageType(
  context: CallContext,
  { item, scheme }: Extract<MethodDesign['result'], { kind: 'page' }>,
): expr.TypeExpression {
  const page = pageOf(context.pages, scheme);
  const declaration = context.colour === 'async' ? page?.asyncDeclaration : page?.declaration;
  if (!declaration) throw new Error(`no page class of ${scheme}`);
  return expr.generic(expr.declared(declaration), item);
}

export interface CallParts {
  /** `get`, `post` …; `request` where the verb is an argument. */
  readonly function: string;
  readonly arguments: readonly part.Fragment[];
}

const FUNCTIONS = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);

export function callOf(design: MethodDesign, context: CallContext): CallParts {
  const { request } = design.planned;
  const { result } = design;
  const path = pathOf(design, context);
  const body = bodyOf(design, context);
  const bodyArgument = body ? [part.keyword(code`body`, body)] : [];
  const options = part.keyword(
    code`options`,
    part.call(expr.runtime('_options', 'make_request_options'), optionsOf(design, context)),
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
      part.keyword(code`cast_to`, castOf(design, context)),
      ...bodyArgument,
      options,
      ...streamArguments(design, context),
    ],
  };
}

/** Only classes pass as types; of anything else a type checker has to be told. */
function castOf({ result }: MethodDesign, context: CallContext): part.Fragment {
  const type =
    result.kind === 'value'
      ? result.type
      : result.kind === 'binary'
        ? coloured(context.colour, '_response', 'BinaryAPIResponse')
        : result.kind === 'stream' && result.plain
          ? plainType(context, result.plain)
          : result.kind === 'stream'
            ? result.event
            : expr.none;
  return castTo(type);
}

function castTo(type: expr.TypeExpression): part.Fragment {
  if (type.kind === 'none') return part.value(expr.runtime('_types', 'NoneType'));
  return isClass(type)
    ? part.value(type)
    : part.call(expr.typing('cast'), [[{ kind: 'quoted', type }], part.value(type)]);
}

/** Whether a type checker takes it for a class, its alias, or one with arguments. */
function isClass(type: expr.TypeExpression, depth = 0): boolean {
  switch (type.kind) {
    case 'declaration': {
      const { body } = type.declaration;
      return body.kind === 'model' || (body.kind === 'alias' && depth < 20 && isClass(body.type, depth + 1));
    }
    case 'builtin':
    case 'library':
    case 'runtime':
    case 'generic':
      return true;
    default:
      return false;
  }
}

function pathOf(design: MethodDesign, context: CallContext): part.Fragment {
  const { path, server } = design.planned.request;
  const own = templateOf(design, context, path, '');
  if (server === undefined) return own;
  return [
    ...own,
    ...part.plain(code` if ${receiver(context)}.base_url_overridden else `),
    ...templateOf(design, context, path, server.replace(/\/+$/, '')),
  ];
}

function templateOf(
  design: MethodDesign,
  context: CallContext,
  pieces: readonly PathPiece[],
  server: string,
): part.Fragment {
  const filled = new Map<string, part.Fragment>();
  let template = server.replaceAll('{', '%7B').replaceAll('}', '%7D');
  for (const piece of pieces) {
    if (piece.kind === 'text') {
      template += piece.text.replaceAll('{', '%7B').replaceAll('}', '%7D');
      continue;
    }
    const own = argumentFor(design, piece.parameter.name);
    if (!own) continue;
    template += `{${own.name}}`;
    filled.set(own.name, part.keyword(identifier(own.name), pathValue(own, piece, context)));
  }
  if (filled.size === 0) return part.plain(stringLiteral(template));
  return part.call(expr.runtime('_path', 'path_template'), [
    part.plain(stringLiteral(template)),
    ...filled.values(),
  ]);
}

const argumentFor = ({ arguments: args }: MethodDesign, wireName: string): Argument | undefined =>
  [...args.positional, ...args.keywords].find((one) => one.group === 'path' && one.wireName === wireName);

function pathValue(
  own: Argument,
  { encoding, parameter }: Extract<PathPiece, { kind: 'value' }>,
  context: CallContext,
): part.Fragment {
  const given = valueOf(own, context);
  if (encoding === 'plain') return given;
  if (encoding === 'json') return part.call(expr.runtime('_path', 'path_json'), [given]);
  return part.call(expr.runtime('_path', 'path_style'), [
    part.plain(stringLiteral(encoding)),
    part.plain(stringLiteral(parameter.name)),
    given,
    ...(parameter.explode ? [part.plain(code`explode=True`)] : []),
  ]);
}

/** The argument, or what the client has in its place. */
function valueOf(own: Argument, context: CallContext): part.Fragment {
  const option = own.clientOption === undefined ? undefined : context.optionOf(own.clientOption);
  const name = part.plain(identifier(own.name));
  return option === undefined
    ? name
    : part.call(expr.runtime('_arguments', 'given'), [
        name,
        part.plain(code`${receiver(context)}.${identifier(option)}`),
      ]);
}

/** Which dictionary describes what is sent. */
function paramsType(design: MethodDesign): part.Fragment {
  const { params, wished, wish } = design;
  if (!params) return part.value(expr.anything);
  const of = (name: string): part.Fragment => [
    ...part.moduleOf(params.module),
    ...part.plain(code`.${identifier(name)}`),
  ];
  return wished && wish
    ? [
        ...of(wished.streaming.name),
        ...part.plain(code` if ${identifier(wish.name)} else `),
        ...of(wished.plain.name),
      ]
    : of(params.name);
}

function transformed(design: MethodDesign, context: CallContext, fields: readonly Argument[]): part.Fragment {
  return part.call(expr.runtime('_transform', 'transform'), [
    part.dictionary(fields.map((one) => [stringLiteral(one.name), valueOf(one, context)])),
    paramsType(design),
  ]);
}

function bodyOf(design: MethodDesign, context: CallContext): part.Fragment | undefined {
  const { body } = design.planned.arguments;
  if (body.kind === 'none') return undefined;
  const fields = design.arguments.keywords.filter((one) => one.group === 'body');
  if (body.kind === 'property') {
    const [own] = fields;
    if (!own) return undefined;
    const name = valueOf(own, context);
    if (design.planned.request.body?.kind === 'raw') return name;
    // The dictionary of the arguments knows how the value is written.
    return [
      ...part.call(expr.runtime('_transform', 'transform'), [
        part.dictionary([[stringLiteral(own.name), name]]),
        paramsType(design),
      ]),
      ...part.plain(code`.get(${stringLiteral(own.wireName)}${own.required ? code`` : code`, `}`),
      ...(own.required ? [] : part.value(expr.runtime('_types', 'omit'))),
      ...part.plain(code`)`),
    ];
  }
  const own = transformed(design, context, fields);
  // A body that may be left out, and cannot be empty, is left out where nothing of it is given.
  return design.planned.arguments.isAbsent
    ? [...own, ...part.plain(code` or `), ...part.value(expr.runtime('_types', 'omit'))]
    : own;
}

function optionsOf(design: MethodDesign, context: CallContext): readonly part.Fragment[] {
  const { request } = design.planned;
  const { keywords } = design.arguments;
  const options: part.Fragment[] = ['extra_headers', 'extra_query', 'extra_body', 'timeout'].map((name) =>
    part.plain(code`${identifier(name)}=${identifier(name)}`),
  );
  const add = (name: string, one: part.Fragment): void => {
    options.push(part.keyword(identifier(name), one));
  };
  if (hasIdempotencyKey(design.planned)) add('idempotency_key', part.plain(code`idempotency_key`));
  const query = keywords.filter((one) => one.group === 'query');
  const fixed = dictOf(request.fixedQuery.map((one) => [one.name, stringLiteral(one.value)]));
  if (query.length > 0) {
    const own = transformed(design, context, query);
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
      part.dictionary(request.queryStyles.map((one) => [stringLiteral(one.name), queryStyle(one)])),
    );
  const headers = request.headers.flatMap((one) => headerEntry(design, one, context));
  if (headers.length > 0) add('headers', part.dictionary(headers));
  const cookies = request.cookies.flatMap(({ field, explode }) => {
    const own = keywords.find((one) => one.group === 'cookie' && one.wireName === field.wireName);
    if (!own) return [];
    const given = valueOf(own, context);
    const entry = explode ? part.call(expr.runtime('_params', 'exploded'), [given]) : given;
    return [[stringLiteral(field.wireName), entry] as const];
  });
  if (cookies.length > 0) add('cookies', part.dictionary(cookies));
  const accept = acceptOf(design);
  if (accept) add('accept', accept);
  if (request.body) {
    const encoding = encodingOf(request.body);
    if (encoding) add('encoding', encoding);
  }
  if (request.security) add('security', part.plain(securityOf(request.security)));
  if (design.result.kind === 'value') {
    if (design.result.unwrap.length > 0)
      add('unwrap', part.plain(tupleOf(design.result.unwrap.map(stringLiteral))));
    if (design.result.byStatus.length > 0) add('variants', byStatus(design.result.byStatus));
  }
  if (design.errors.length > 0) add('errors', byStatus(design.errors));
  if (request.maxRetries !== undefined) add('max_retries', part.plain(valueLiteral(request.maxRetries)));
  if (request.timeoutMs !== undefined)
    add('default_timeout', part.plain(valueLiteral(request.timeoutMs / 1000)));
  if (request.stream) add('events', eventsOf(request.stream));
  if (design.method.idempotent === true && !hasIdempotencyKey(design.planned))
    add('idempotent', part.plain(code`True`));
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
  { arguments: { keywords } }: MethodDesign,
  { field, isJson, explode, always }: HeaderField,
  context: CallContext,
): readonly (readonly [Code, part.Fragment])[] {
  const own = keywords.find((one) => one.group === 'header' && one.wireName === field.wireName);
  if (!own) return [];
  const given = valueOf(own, context);
  const value = isJson
    ? part.call(expr.runtime('_params', 'json_value'), [given])
    : part.call(expr.runtime('_params', 'header_value'), [
        given,
        ...(explode ? [part.plain(code`explode=True`)] : []),
        ...(always ? [part.plain(code`always=${listOf(always.map(valueLiteral))}`)] : []),
      ]);
  return [[stringLiteral(field.wireName), value]];
}

function acceptOf({ planned: { request }, wish }: MethodDesign): part.Fragment | undefined {
  if (request.acceptByWish && wish)
    return part.plain(
      code`${stringLiteral(request.acceptByWish.stream)} if ${identifier(wish.name)} else ${stringLiteral(request.acceptByWish.plain)}`,
    );
  return request.accept === undefined ? undefined : part.plain(stringLiteral(request.accept));
}

/** JSON of the usual media type needs no saying. */
function encodingOf(body: RequestEncoding): part.Fragment | undefined {
  const of = (name: string, holes: readonly part.Fragment[]): part.Fragment =>
    part.call(expr.runtime('_options', name), holes);
  switch (body.kind) {
    case 'json':
      return body.mediaType === 'application/json'
        ? undefined
        : of('Json', [part.plain(stringLiteral(body.mediaType))]);
    case 'multipart':
      return of('Multipart', [
        ...partsOf(body.parts),
        ...(body.forFiles ? [part.plain(code`when_files=True`)] : []),
      ]);
    case 'form':
      return of('Form', partsOf(body.styles));
    case 'raw':
      return of('Raw', [
        ...(body.mediaTypes.length === 0 ? [] : [part.plain(tupleOf(body.mediaTypes.map(stringLiteral)))]),
        ...(body.isList ? [part.plain(code`is_list=True`)] : []),
      ]);
    default:
      return body satisfies never;
  }
}

function partsOf(parts: Content['encoding']): readonly part.Fragment[] {
  const entries = parts.flatMap(({ property, contentType, style, explode }) => {
    const facts = [
      ...(contentType === undefined ? [] : [code`content_type=${stringLiteral(contentType)}`]),
      ...(style === undefined ? [] : [code`style=${stringLiteral(style)}`]),
      ...(explode === undefined ? [] : [code`explode=${valueLiteral(explode)}`]),
    ];
    return facts.length === 0
      ? []
      : [
          [
            stringLiteral(property),
            part.call(expr.runtime('_options', 'Part'), [part.plain(join(facts, ', '))]),
          ] as const,
        ];
  });
  return entries.length === 0 ? [] : [part.dictionary(entries)];
}

/** Names of schemes; where one of them is asked for scopes, names with their scopes. */
export const securityOf = (requirements: readonly SecurityRequirement[]): Code =>
  tupleOf(
    requirements.map(({ schemes }) =>
      schemes.some((one) => one.scopes.length > 0)
        ? dictOf(schemes.map((one) => [one.name, tupleOf(one.scopes.map(stringLiteral))]))
        : tupleOf(schemes.map((one) => stringLiteral(one.name))),
    ),
  );

function eventsOf({ format, data, rules }: StreamReading): part.Fragment {
  const list = rules.map((rule) =>
    part.call(expr.runtime('_options', 'EventRule'), [
      part.plain(stringLiteral(rule.handle)),
      ...(rule.eventType === undefined ? [] : [part.plain(code`event_type=${valueLiteral(rule.eventType)}`)]),
      ...(rule.dataPrefix === undefined
        ? []
        : [part.plain(code`data_prefix=${stringLiteral(rule.dataPrefix)}`)]),
      ...(rule.isText ? [part.plain(code`is_text=True`)] : []),
      ...(rule.errorProperty === undefined
        ? []
        : [part.plain(code`error_property=${stringLiteral(rule.errorProperty)}`)]),
    ]),
  );
  return part.call(expr.runtime('_options', 'Events'), [
    ...(format === 'event-stream' ? [] : [part.plain(code`format=${stringLiteral(format)}`)]),
    ...(data === 'json' ? [] : [part.plain(code`data=${stringLiteral(data)}`)]),
    ...(list.length === 0 ? [] : [part.keyword(code`rules`, part.list(list))]),
  ]);
}

function streamArguments({ result, wish }: MethodDesign, context: CallContext): readonly part.Fragment[] {
  if (result.kind !== 'stream') return [];
  return [
    part.plain(result.plain && wish ? code`stream=${identifier(wish.name)} or False` : code`stream=True`),
    part.keyword(code`stream_cls`, part.value(streamType(context, result.event))),
  ];
}
