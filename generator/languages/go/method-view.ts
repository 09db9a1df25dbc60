/** Methods of services for templates. */
import { callCode, pathCode, readingCode, verbCode } from './calls.ts';
import { type Code, code, comment, empty, identifier, join, stringLiteral } from './code.ts';
import type { Service } from './layout.ts';
import type { GoMethod, GoResult } from './methods.ts';
import type { GoSdk } from './sdk.ts';
import { proseLines } from '../prose.ts';
import { stageLines } from './stage-lines.ts';
import type { GoUnwrap } from './webhooks.ts';

export interface GoMethodView {
  readonly name: Code;
  readonly doc: Code;
  readonly parameters: Code;
  readonly results: Code;
  readonly body: Code;
}

export const methodViews = (sdk: GoSdk, service: Service): readonly GoMethodView[] => [
  ...sdk.methods.filter((method) => method.service === service).flatMap((method) => viewsOf(sdk, method)),
  ...sdk.unwraps.filter((unwrap) => unwrap.service === service).map(unwrapView),
];

function viewsOf(sdk: GoSdk, method: GoMethod): readonly GoMethodView[] {
  const { result } = method;
  const page = result.kind === 'page' ? pageName(sdk, result.scheme) : undefined;
  const main =
    result.kind === 'stream' && result.plain === undefined
      ? []
      : [view(method, plainBody(method, result, page), resultText(result, page))];
  if (result.kind === 'stream')
    return [
      ...main,
      view(
        method,
        code`path := ${pathCode(method)}\nvar raw *http.Response\nerr := api.Do(ctx, ${verbCode(method)}, path, ${callCode(method, true)}, &raw, r.Options, opts)\nreturn ssestream.Read[${result.event.text}](raw, err, ${readingCode(method)})`,
        code`(stream *ssestream.Stream[${result.event.text}])`,
        'Streaming',
      ),
    ];
  if (result.kind !== 'page' || page === undefined) return main;
  const type = code`pagination.${identifier(`${page}AutoPager`)}[${result.item.text}]`;
  const call = code`r.${identifier(method.name)}(${argumentNames(method)})`;
  return [
    ...main,
    view(
      method,
      code`return pagination.${identifier(`New${page}AutoPager`)}(${call})`,
      code`*${type}`,
      'AutoPaging',
    ),
  ];
}

/** The results in the method's signature. */
export const resultsOf = (sdk: GoSdk, { result }: GoMethod): Code =>
  result.kind === 'stream' && result.plain === undefined
    ? code`*ssestream.Stream[${result.event.text}]`
    : resultText(result, result.kind === 'page' ? pageName(sdk, result.scheme) : undefined);

const pageName = ({ pages }: GoSdk, scheme: string): string | undefined =>
  pages.find(({ plan }) => plan.scheme.name === scheme)?.name;

const argumentNames = ({ positional, params }: GoMethod): Code =>
  join(
    [
      code`ctx`,
      ...positional.map(({ name }) => identifier(name)),
      ...(params ? [identifier(params.name)] : []),
      code`opts...`,
    ],
    ', ',
  );

const resultText = (result: GoResult, page: string | undefined): Code => {
  const text = resultType(result, page);
  return text === empty ? code`(err error)` : code`(res ${text}, err error)`;
};

function resultType(result: GoResult, page: string | undefined): Code {
  switch (result.kind) {
    case 'void':
      return empty;
    case 'binary':
      return code`*http.Response`;
    case 'value':
      return code`*${result.type.text}`;
    case 'page':
      return code`*pagination.${identifier(page ?? 'Page')}[${result.item.text}]`;
    case 'stream':
      return result.plain === 'binary' ? code`*http.Response` : code`*${result.plain?.text ?? code`any`}`;
    default:
      return result satisfies never;
  }
}

function plainBody(method: GoMethod, result: GoResult, page: string | undefined): Code {
  const into = resultType(result, page) === empty ? code`nil` : code`&res`;
  return code`path := ${pathCode(method)}\nerr = api.Do(ctx, ${verbCode(method)}, path, ${callCode(method, false)}, ${into}, r.Options, opts)\nreturn`;
}

function view(method: GoMethod, body: Code, results: Code, ending = ''): GoMethodView {
  const { method: own } = method.planned;
  return {
    name: identifier(method.name + ending),
    doc: comment([
      ...proseLines(own.description ?? own.summary ?? `${own.verb.toUpperCase()} ${own.path}`),
      ...stageLines(own),
    ]),
    parameters: parametersOf(method),
    results,
    body,
  };
}

export const parametersOf = ({ positional, params }: GoMethod): Code =>
  join(
    [
      code`ctx context.Context`,
      ...[...positional, ...(params ? [params] : [])].map(
        ({ name, type }) => code`${identifier(name)} ${type}`,
      ),
      code`opts ...option.RequestOption`,
    ],
    ', ',
  );

/**
 * For example `Get(ctx context.Context, id string, opts ...option.RequestOption) (res *Server, err error)`.
 */
export const signatureOf = (sdk: GoSdk, method: GoMethod): Code =>
  code`${identifier(method.name)}(${parametersOf(method)}) ${resultsOf(sdk, method)}`;

function unwrapView({ name, event, key, advice }: GoUnwrap): GoMethodView {
  const isGiven = key === 'given';
  const own = isGiven ? code`key` : stringLiteral(key === undefined ? '' : key.option);
  return {
    name: identifier(name),
    doc: comment(
      key === undefined
        ? [`${name} reads an event without verifying who sent it. ${advice}`]
        : [
            `${name} verifies the signature of a webhook request (Standard Webhooks) and reads its event. The payload is`,
            'the body exactly as it came. The key has the form `whsec_…`; several, with spaces between them, during a rotation.',
            'Another signature, or a time that is more than five minutes away, is a *WebhookError.',
          ],
    ),
    parameters:
      key === undefined
        ? code`payload []byte, opts ...option.RequestOption`
        : code`payload []byte, headers http.Header, ${isGiven ? code`key string, ` : code``}opts ...option.RequestOption`,
    results: code`(res *${event.text}, err error)`,
    body:
      key === undefined
        ? code`err = api.ReadEvent(payload, &res)\nreturn`
        : code`err = api.${identifier(isGiven ? 'UnwrapWith' : 'Unwrap')}(payload, headers, ${own}, &res, r.Options, opts)\nreturn`,
  };
}
