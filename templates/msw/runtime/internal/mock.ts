/** Handlers of Mock Service Worker. It is not imported: `http` is passed in, and answers are a plain `Response`. */

/** The part of `http` of `msw` that is used. `H` is its handler. */
export type MockHttp<H> = Readonly<
  Record<
    'all' | 'get' | 'post' | 'put' | 'patch' | 'delete' | 'head' | 'options',
    (path: RegExp, resolver: (info: { request: Request }) => Promise<Response | undefined>) => H
  >
>;

/** The client, or an object with its base URL. */
export interface MockApi {
  readonly baseURL: string;
}

/** A body, or a function that makes it for a request. */
export type MockBody<T> = T | ((request: Request) => T | Promise<T>);

/**
 * Makes a handler. Without arguments it answers the success, with the example of the API description or made
 * values. `A` is the body by status; of a list it is the items, of a stream the events.
 */
export interface Mock<H, A> {
  (): H;
  <K extends keyof A>(answer: K, body?: MockBody<A[K]>, init?: ResponseInit): H;
  /** A copy of the body that is answered by default. */
  example<K extends keyof A>(answer: K): A[K];
  /** For sorting: paths without parameters come first. */
  readonly exactness: string;
}

/** What is known of a method. */
export interface MockPlan {
  readonly verb: string;
  readonly path: string;
  /** True if the method has a server of its own. */
  readonly anyServer?: boolean;
  /** The argument with which the caller asks for a stream. */
  readonly streamIf?: { readonly in: string; readonly name: string };
  /** Parameters of pages and their first value; any other value is answered without items. */
  readonly laterPage?: Readonly<Record<string, string | number>>;
  readonly first: string;
  readonly answers: Readonly<Record<string, MockAnswer>>;
}

export interface MockAnswer {
  readonly status: number;
  readonly kind: string;
  /** Media type. */
  readonly type?: string;
  readonly body?: unknown;
  /** Where a given body stands in the answer. */
  readonly at?: readonly string[];
  /** Types of the events of a stream. */
  readonly events?: readonly string[];
  /** Data of the event that ends a stream. */
  readonly end?: string;
}

const VERBS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'] as const;

export function _mock<H, A>(http: MockHttp<H>, api: MockApi, plan: MockPlan): Mock<H, A> {
  const pattern = patternOf(api, plan);
  const verb = VERBS.find((name) => name === plan.verb.toLowerCase()) ?? 'all';
  const make = (key?: keyof A, body?: unknown, init?: ResponseInit): H =>
    http[verb](pattern, async ({ request }) => {
      if (request.method !== plan.verb) {
        return undefined;
      }
      const name = String(key ?? ((await wantsStream(request, plan)) ? 'stream' : plan.first));
      const answer = plan.answers[name];
      if (!answer) {
        throw new TypeError(`The method has no answer ${name}, but ${Object.keys(plan.answers).join(', ')}.`);
      }
      const given = typeof body === 'function' ? await body(request.clone()) : body;
      const isLater = given === undefined && (await isLaterPage(request, plan));
      return respond(answer, isLater ? [] : given, init);
    });
  return Object.assign(make, {
    example: <K extends keyof A>(key: K): A[K] => {
      const answer = plan.answers[String(key)];
      return structuredClone(answer?.at ? read(answer.body, answer.at) : answer?.body) as A[K];
    },
    exactness: plan.path.replace(/\{[^}]*\}/g, '\uffff'),
  });
}

/** A handler for each mock in a tree. The most exact path comes first, because the first handler answers. */
export function _handlersOf<H>(mocks: object): H[] {
  const all: Mock<H, unknown>[] = Object.values(mocks).flatMap((resource: object) => Object.values(resource));
  return all
    .sort((a, b) => (a.exactness < b.exactness ? -1 : a.exactness > b.exactness ? 1 : 0))
    .map((mock) => mock());
}

function patternOf({ baseURL }: MockApi, { path, anyServer }: MockPlan): RegExp {
  const steps = path
    .split(/(\{[^}]*\})/)
    .map((part) => (part.startsWith('{') ? '[^/?#]*' : escape(encodeURI(part))))
    .join('');
  const base = anyServer ? '^[a-z]+://[^?#]*?' : `^${escape(baseURL.replace(/\/+$/, ''))}`;
  return new RegExp(`${base}${steps}/?$`);
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

async function wantsStream(request: Request, { streamIf, answers }: MockPlan): Promise<boolean> {
  if (!streamIf || !answers['stream']) {
    return false;
  }
  if (streamIf.in === 'query') {
    return new URL(request.url).searchParams.get(streamIf.name) === 'true';
  }
  return (await bodyOf(request))[streamIf.name] === true;
}

async function isLaterPage(request: Request, { laterPage = {} }: MockPlan): Promise<boolean> {
  const names = Object.entries(laterPage);
  if (names.length === 0) {
    return false;
  }
  const query = new URL(request.url).searchParams;
  const body = request.method === 'GET' ? {} : await bodyOf(request);
  return names.some(([name, first]) => {
    const value = query.get(name) ?? body[name];
    return value !== undefined && value !== null && String(value) !== String(first);
  });
}

async function bodyOf(request: Request): Promise<Readonly<Record<string, unknown>>> {
  try {
    const value: unknown = await request.clone().json();
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function respond(answer: MockAnswer, given: unknown, init: ResponseInit = {}): Response {
  const { status, type, kind, at = [] } = answer;
  const headers = new Headers(init.headers);
  if (type !== undefined && !headers.has('content-type')) {
    headers.set('content-type', type);
  }
  const settings = { status, ...init, headers };
  const body = given === undefined ? answer.body : kind === 'json' ? write(answer.body, at, given) : given;
  switch (kind) {
    case 'json':
      return new Response(JSON.stringify(body), settings);
    case 'events':
      return new Response(eventsOf(answer, body), settings);
    case 'lines':
      return new Response(
        list(body)
          .map((item) => `${JSON.stringify(item)}\n`)
          .join(''),
        settings,
      );
    case 'empty':
      return new Response(null, settings);
    default:
      return new Response(body as BodyInit, settings);
  }
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

function eventsOf({ events = [], end }: MockAnswer, body: unknown): string {
  const lines = list(body).map((item) => {
    const type = typeof item === 'object' && item !== null && 'type' in item ? item.type : undefined;
    const name = events.find((event) => event === type) ?? events[0];
    const data = typeof item === 'string' ? item : JSON.stringify(item);
    return `${name === undefined ? '' : `event: ${name}\n`}data: ${data.replaceAll('\n', '\ndata: ')}\n\n`;
  });
  return `${lines.join('')}${end === undefined ? '' : `data: ${end}\n\n`}`;
}

const read = (body: unknown, path: readonly string[]): unknown =>
  path.reduce(
    (value, name) => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined),
    body,
  );

function write(body: unknown, [name, ...rest]: readonly string[], value: unknown): unknown {
  if (name === undefined) {
    return value;
  }
  const own: Readonly<Record<string, unknown>> = typeof body === 'object' && body !== null ? { ...body } : {};
  return { ...own, [name]: write(own[name], rest, value) };
}
