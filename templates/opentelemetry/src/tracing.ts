/**
 * Middleware that creates an OpenTelemetry span for each request. The types are those parts of
 * `@opentelemetry/api` that it uses, so this package does not depend on it.
 */
import type { Middleware } from './internal/client-options.ts';
import { operationOf } from './operations.ts';

/** A span of `@opentelemetry/api`. */
export interface SpanLike {
  setAttribute(key: string, value: string | number): unknown;
  setStatus(status: { code: number }): unknown;
  recordException(error: Error): void;
  end(): void;
}

/** A tracer of `@opentelemetry/api`. */
export interface TracerLike {
  startActiveSpan<T>(
    name: string,
    options: { kind: number; attributes: Record<string, string | number> },
    run: (span: SpanLike) => T,
  ): T;
}

export interface TracingOptions {
  /**
   * Adds the trace context to the headers of the request, so that the server can continue the trace, with
   * `propagation.inject` of `@opentelemetry/api`.
   */
  readonly inject?: (headers: Headers) => void;
}

// `SpanKind.CLIENT` and `SpanStatusCode.ERROR` of `@opentelemetry/api`.
const CLIENT = 2;
const ERROR = 2;

/**
 * Creates the middleware: `new Client().use(tracing(trace.getTracer('my-app')))`. Each attempt of a call is a
 * span with the attributes of HTTP client spans, called by its method and path template: `GET /servers/{name}`.
 * The attribute `sdk.operation` is the method of the client. URLs are recorded without their query, which may
 * contain credentials.
 */
export function tracing(tracer: TracerLike, { inject }: TracingOptions = {}): Middleware {
  return (request, next) => {
    const operation = operationOf(request);
    const method = request.init.method ?? 'GET';
    const url = new URL(request.url);
    const attributes: Record<string, string | number> = {
      'http.request.method': method,
      'url.full': url.origin + url.pathname,
      'server.address': url.hostname,
      'server.port': Number(url.port) || (url.protocol === 'http:' ? 80 : 443),
    };
    if (operation) {
      attributes['url.template'] = operation.path;
      attributes['sdk.operation'] = operation.name;
    }
    if (request.retry) {
      attributes['http.request.resend_count'] = request.retry;
    }
    const name = operation ? `${method} ${operation.path}` : method;
    return tracer.startActiveSpan(name, { kind: CLIENT, attributes }, async (span) => {
      try {
        inject?.(request.init.headers);
        const response = await next(request);
        span.setAttribute('http.response.status_code', response.status);
        if (response.status >= 400) {
          span.setAttribute('error.type', String(response.status));
          span.setStatus({ code: ERROR });
        }
        return response;
      } catch (thrown) {
        const error = thrown instanceof Error ? thrown : new Error(String(thrown));
        span.setAttribute('error.type', error.name);
        span.setStatus({ code: ERROR });
        span.recordException(error);
        throw thrown;
      } finally {
        span.end();
      }
    });
  };
}
