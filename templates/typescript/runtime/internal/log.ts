/** Logging: levels, and the removal of secrets from what is logged. */

/** How much is logged; each level includes those before it. */
export type LogLevel = 'off' | 'error' | 'warn' | 'info' | 'debug';

/** Writes one message; the rest are details. */
export type LogFn = (message: string, ...details: unknown[]) => void;

/** Where the client writes: `console`, or a logger with the same four methods. */
export interface Logger {
  error: LogFn;
  warn: LogFn;
  info: LogFn;
  debug: LogFn;
}

/** Names whose values are never logged, beside those that look like a secret. */
export interface Redaction {
  readonly headers?: readonly string[] | undefined;
  readonly query?: readonly string[] | undefined;
  /** Names of properties, at any depth of a body. */
  readonly body?: readonly string[] | undefined;
}

const LEVELS = ['off', 'error', 'warn', 'info', 'debug'] as const;
const SECRET = /auth|cookie|key|token|secret|passw|signature|credential/i;
const HIDDEN = '***';
const MAX_DEPTH = 8;

/** Whether a text names a level. */
export function isLogLevel(text: string | undefined): text is LogLevel {
  return LEVELS.some((level) => level === text);
}

/** The log function of a level, or `undefined` when that level is not logged. */
export function logAt(
  { logger, logLevel }: { readonly logger: Logger; readonly logLevel: LogLevel },
  level: Exclude<LogLevel, 'off'>,
): LogFn | undefined {
  return LEVELS.indexOf(level) <= LEVELS.indexOf(logLevel) ? logger[level].bind(logger) : undefined;
}

/** Headers without their secrets. */
export function redactHeaders(headers: Headers, names: readonly string[] = []): Record<string, string> {
  return Object.fromEntries([...headers].map(([name, value]) => [name, isSecret(name, names) ? HIDDEN : value]));
}

/** A URL without the secrets in its query and its user information. */
export function redactURL(url: string, names: readonly string[] = []): string {
  const [start = '', query] = url.split(/\?(.*)/s);
  const base = start.replace(/\/\/[^/@]*@/, `//${HIDDEN}@`);
  if (query === undefined) {
    return base;
  }
  const pairs = query.split('&').map((pair) => {
    const [name = ''] = pair.split('=');
    return isSecret(decode(name), names) ? `${name}=${HIDDEN}` : pair;
  });
  return `${base}?${pairs.join('&')}`;
}

/** A body without the values of secret properties; binary content only by its kind. */
export function redactBody(body: unknown, names: readonly string[] = [], depth = 0): unknown {
  if (typeof body !== 'object' || body === null) {
    return body;
  }
  if (depth > MAX_DEPTH) {
    return '…';
  }
  if (Array.isArray(body)) {
    return body.map((item) => redactBody(item, names, depth + 1));
  }
  const prototype: unknown = Object.getPrototypeOf(body);
  if (prototype !== Object.prototype && prototype !== null) {
    return `[${body.constructor.name}]`;
  }
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      isSecret(name, names) ? HIDDEN : redactBody(value, names, depth + 1),
    ]),
  );
}

function isSecret(name: string, names: readonly string[]): boolean {
  return SECRET.test(name) || names.some((secret) => secret.toLowerCase() === name.toLowerCase());
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
