/** The overlay `opentelemetry`, with the real library. */
import { rmSync } from 'node:fs';
import { SpanStatusCode, context, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { generateInto, runProgram, typeCheck } from '../support/overlay.ts';

const PROGRAM = `
import { propagation, context, trace } from '@opentelemetry/api';
import { Bookshop } from './client.js';
import { tracing } from './tracing.js';

export const clientOf = (fetch: (url: string, init?: RequestInit) => Promise<Response>): Bookshop => {
  const inject = (headers: Headers): void =>
    propagation.inject(context.active(), headers, { set: (carrier, key, value) => carrier.set(key, value) });
  return new Bookshop({ apiKey: 'secret', fetch, maxRetries: 1, baseURL: 'http://shop.example:8080/v1' }).use(
    tracing(trace.getTracer('test'), { inject }),
  );
};
`;

interface Client {
  readonly books: {
    readonly retrieve: (id: string, options?: object) => Promise<unknown>;
  };
  readonly get: (path: string) => Promise<unknown>;
}

const exporter = new InMemorySpanExporter();
let dir = '';
let clientOf: (fetch: (url: string, init: RequestInit) => Promise<Response>) => Client;

beforeAll(async () => {
  ({ dir } = await generateInto('opentelemetry'));
  await typeCheck(dir, PROGRAM);
  ({ clientOf } = (await runProgram(dir)) as { clientOf: typeof clientOf });
  trace.setGlobalTracerProvider(
    new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }),
  );
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));
beforeEach(() => exporter.reset());

const json = (status: number, body: object = {}): Response => Response.json(body, { status });
const spans = (): object[] =>
  exporter.getFinishedSpans().map(({ name, kind, attributes, status, events }) => ({
    name,
    kind,
    attributes,
    status: status.code,
    events: events.map((event) => event.name),
  }));
const COMMON = {
  'http.request.method': 'GET',
  'url.full': 'http://shop.example:8080/v1/books/b%201',
  'url.template': '/books/{book_id}',
  'sdk.operation': 'books.retrieve',
  'server.address': 'shop.example',
  'server.port': 8080,
};

it('each attempt is a span with the operation, without the query, and its trace goes to the server', async () => {
  const sent: (string | null)[] = [];
  const responses = [json(503), json(200)];
  const client = clientOf(async (_url, init) => {
    sent.push(new Headers(init.headers).get('traceparent'));
    return responses.shift() ?? json(500);
  });
  await client.books.retrieve('b 1', { query: { api_key: 'secret' } });
  const name = 'GET /books/{book_id}';
  expect(spans()).toEqual([
    {
      name,
      kind: 2,
      attributes: { ...COMMON, 'http.response.status_code': 503, 'error.type': '503' },
      status: SpanStatusCode.ERROR,
      events: [],
    },
    {
      name,
      kind: 2,
      attributes: { ...COMMON, 'http.response.status_code': 200, 'http.request.resend_count': 1 },
      status: SpanStatusCode.UNSET,
      events: [],
    },
  ]);
  const ids = exporter.getFinishedSpans().map((span) => span.spanContext());
  expect(sent).toEqual(ids.map(({ traceId, spanId }) => `00-${traceId}-${spanId}-01`));
});

it('a failed connection is recorded, and a request without an operation is called by its method', async () => {
  const client = clientOf(async () => {
    throw new TypeError('fetch failed');
  });
  await expect(client.get('/undocumented')).rejects.toThrow('Connection error');
  expect(spans()).toMatchObject([
    { name: 'GET', status: SpanStatusCode.ERROR, events: ['exception'] },
    { name: 'GET', attributes: { 'error.type': 'APIConnectionError' } },
  ]);
});
