/**
 * What a mock server answers for each operation: a body for each documented status, of the document's examples
 * or made, and the type that a test may give instead. Types are printed for a file directly below `src/`.
 */
import type { Content, Response, TypeNode } from '../../../ir/types.ts';
import type { JsonObject, JsonValue } from '../../../lib/json.ts';
import { isJsonObject } from '../../../lib/json.ts';
import type { PagePlan } from '../../../plan/pages.ts';
import { jsonOf } from '../../../plan/samples/fit.ts';
import { newBudget } from '../../../plan/samples/site.ts';
import { sampleType } from '../../../plan/samples/type-sample.ts';
import { DEFAULT_STYLE } from '../../../plan/samples/value.ts';
import { type Code, code, identifier, join, numberLiteral, stringLiteral, valueLiteral } from '../code.ts';
import type { FileScope } from '../file-scope.ts';
import type { TypescriptMethod } from '../methods/method.ts';
import type { TypescriptSdk } from '../sdk.ts';
import * as expr from '../types/expr.ts';

export interface MockFacts {
  /** In its class: `list`. */
  readonly name: Code;
  /** `client.emails.receiving.list` */
  readonly accessor: Code;
  /** Everything about the request and the answers, as a literal. */
  readonly plan: Code;
  /** `{ 200: Book; 404: BookRetrieveErrors[404] }`: what a test may give instead of each body. */
  readonly answers: Code;
}

interface MockAnswer {
  /** How tests name it: `200`, `4XX`, `default`, `stream`. */
  readonly key: string;
  readonly type: Code;
  /** The literal in the plan. */
  readonly data: JsonObject;
}

export function viewMock(
  sdk: TypescriptSdk,
  scope: FileScope,
  { plan, names }: { readonly plan: TypescriptMethod; readonly names: readonly string[] },
): MockFacts {
  const { method } = plan;
  const all = answersOf(sdk, scope, plan);
  const discriminator = method.streaming?.discriminator;
  const page = plan.result.kind === 'page' ? pageOf(sdk, plan.result.scheme) : undefined;
  return {
    name: identifier(plan.layout.name),
    accessor: join([code`client`, ...names.map(identifier)], '.'),
    answers: code`{ ${join(
      all.map(({ key, type }) => code`${statusKey(key)}: ${type}`),
      '; ',
    )} }`,
    plan: valueLiteral({
      verb: method.sentVerb ?? method.verb.toUpperCase(),
      path: method.path,
      ...((method.servers ?? []).length > 0 && { anyServer: true }),
      ...(discriminator && { streamIf: { in: discriminator.in, name: discriminator.property } }),
      ...(page && { laterPage: laterPage(page) }),
      first: all[0]?.key ?? '200',
      answers: Object.fromEntries(all.map(({ key, data }) => [key, data])),
    }),
  };
}

/** The key of a status in a type: `404`, `'4XX'`. */
export const statusKey = (key: string): Code =>
  /^\d{3}$/.test(key) ? numberLiteral(Number(key)) : stringLiteral(key);

function answersOf(sdk: TypescriptSdk, scope: FileScope, plan: TypescriptMethod): readonly MockAnswer[] {
  const { method } = plan;
  const success = method.success === undefined ? undefined : method.responses[method.success];
  const others = method.responses.filter((response) => response !== success);
  const found = new Map<string, MockAnswer>();
  for (const response of [...(success ? [success] : []), ...others]) {
    const content = response.chosen === undefined ? undefined : response.contents[response.chosen];
    const answers =
      response === success
        ? successAnswers(sdk, scope, { plan, response, content })
        : [otherAnswer(sdk, scope, { plan, response, content })];
    for (const answer of answers) if (!found.has(answer.key)) found.set(answer.key, answer);
  }
  return found.size > 0 ? [...found.values()] : [empty('200', 200)];
}

interface Place {
  readonly plan: TypescriptMethod;
  readonly response: Response;
  readonly content: Content | undefined;
}

const empty = (key: string, status: number): MockAnswer => ({
  key,
  type: code`void`,
  data: { status, kind: 'empty' },
});

function successAnswers(
  sdk: TypescriptSdk,
  scope: FileScope,
  { plan, response, content }: Place,
): readonly MockAnswer[] {
  const { status: key } = response;
  const status = statusOf(key);
  const { result } = plan;
  if (!content) return [empty(key, status)];
  const head = { status, type: content.mediaType };
  switch (result.kind) {
    case 'void':
      return [empty(key, status)];
    case 'binary':
      return [{ key, type: code`BodyInit`, data: { ...head, kind: 'binary', body: 'file' } }];
    case 'value':
      return [
        {
          key,
          type: scope.print(result.type),
          data: {
            ...head,
            kind: content.kind === 'json' ? 'json' : 'text',
            body: bodyOf(sdk, content.type, content.example),
            ...(result.unwrap.length > 0 && { at: [...result.unwrap] }),
          },
        },
      ];
    case 'page':
      return [
        {
          key,
          type: scope.print(expr.arrayOf(result.item)),
          data: {
            ...head,
            kind: 'json',
            ...lastPage(pageOf(sdk, result.scheme), bodyOf(sdk, content.type, content.example)),
          },
        },
      ];
    case 'stream': {
      const events = content.kind === 'json' ? streamContent(response) : content;
      const stream: MockAnswer = {
        key: result.plain ? 'stream' : key,
        type: scope.print(expr.arrayOf(result.event)),
        data: { status, ...streamData(sdk, plan, events) },
      };
      const plain = result.plain;
      return plain
        ? [
            {
              key,
              type: plain.content.kind === 'json' ? scope.print(plain.type) : code`BodyInit`,
              data: {
                status,
                type: plain.content.mediaType,
                kind: plain.content.kind === 'json' ? 'json' : 'binary',
                body:
                  plain.content.kind === 'json'
                    ? bodyOf(sdk, plain.content.type, plain.content.example)
                    : 'file',
              },
            },
            stream,
          ]
        : [stream];
    }
    default:
      return result satisfies never;
  }
}

const streamContent = (response: Response): Content | undefined =>
  response.contents.find(({ kind }) => kind === 'event-stream' || kind === 'json-lines');

/** How events are written: their names, and what ends the stream. */
function streamData(
  sdk: TypescriptSdk,
  { method }: TypescriptMethod,
  content: Content | undefined,
): JsonObject {
  const { streaming } = method;
  const isLines = (streaming?.format ?? content?.kind) === 'json-lines';
  const node = streaming?.event ?? content?.itemType ?? content?.type;
  const isText = streaming?.data === 'text';
  const rules = streaming?.onEvent ?? [];
  const events = rules.flatMap(({ handle, eventType }) =>
    handle === 'yield' && typeof eventType === 'string' ? [eventType] : [],
  );
  const end =
    rules.find(({ handle, dataPrefix }) => handle === 'done' && dataPrefix !== undefined)?.dataPrefix ??
    content?.events?.end;
  return {
    kind: isLines ? 'lines' : 'events',
    type: isLines ? 'application/jsonl' : 'text/event-stream',
    body: node === undefined ? [] : [isText ? 'text' : bodyOf(sdk, node, undefined)],
    ...(events.length > 0 && { events }),
    ...(end !== undefined && { end }),
  };
}

/** Another success, or an error. */
function otherAnswer(sdk: TypescriptSdk, scope: FileScope, { plan, response, content }: Place): MockAnswer {
  const { status: key } = response;
  const status = statusOf(key);
  if (!content) return empty(key, status);
  if (content.kind !== 'json')
    return {
      key,
      type: code`BodyInit`,
      data: { status, type: content.mediaType, kind: 'binary', body: 'text' },
    };
  const byStatus =
    plan.result.kind === 'value' ? plan.result.byStatus.find((body) => body.status === key) : undefined;
  const isError = !/^[123]/.test(key) && plan.errors !== undefined;
  const type = isError
    ? code`${scope.print(expr.declared(plan.errors))}[${statusKey(key)}]`
    : byStatus
      ? scope.print(byStatus.type)
      : code`unknown`;
  const body = bodyOf(sdk, content.type, content.example);
  return { key, type, data: { status, type: content.mediaType, kind: 'json', body } };
}

/** The status that is sent: the first of a range, and a failure of the server where there is no number. */
const statusOf = (key: string): number =>
  /^\d{3}$/.test(key) ? Number(key) : /^\dXX$/.test(key) ? Number(key.charAt(0)) * 100 : 500;

function bodyOf(sdk: TypescriptSdk, node: TypeNode, example: JsonValue | undefined): JsonValue {
  const site = {
    shapes: sdk.plan.shapes,
    style: DEFAULT_STYLE,
    name: 'value',
    direction: 'response',
    within: new Set<string>(),
    depth: 0,
  } as const;
  const sample =
    sampleType(node, { ...site, extent: 'all', budget: newBudget() }, example) ??
    sampleType(node, { ...site, extent: 'required', budget: newBudget() }, example);
  return sample === undefined ? null : jsonOf(sample);
}

const pageOf = (sdk: TypescriptSdk, scheme: string): PagePlan | undefined =>
  sdk.plan.pages.find((page) => page.scheme.name === scheme);

/** A body with which the list ends, so that no loop over pages runs for ever. */
function lastPage(page: PagePlan | undefined, body: JsonValue): JsonObject {
  if (!page) return { body };
  const { fields, items } = page;
  const changes: readonly (readonly [role: keyof typeof fields, value: JsonValue])[] = [
    ['hasMore', false],
    ['isLast', true],
    ['next', null],
  ];
  let last = body;
  for (const [role, value] of changes) {
    const field = fields[role];
    if (field?.kind === 'path') last = withValue(last, field.path, value);
  }
  return { body: last, at: [...items] };
}

/** Sets what is there already; a field that an example leaves out ends the list as well. */
function withValue(body: JsonValue, [name, ...rest]: readonly string[], value: JsonValue): JsonValue {
  if (name === undefined) return value;
  if (!isJsonObject(body) || !Object.hasOwn(body, name)) return body;
  return { ...body, [name]: withValue(body[name] ?? null, rest, value) };
}

/** Parameters that ask for a page after the first, which is answered without items. */
function laterPage({ parameters, scheme }: PagePlan): JsonObject {
  const { page, offset, after } = parameters;
  const first = scheme.firstPage ?? 1;
  return {
    ...(page !== undefined && { [page]: first }),
    ...(offset !== undefined && { [offset]: 0 }),
    ...(after !== undefined && { [after]: '' }),
  };
}
