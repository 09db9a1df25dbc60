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

const LEVELS = ['off', 'error', 'warn', 'info', 'debug'] as const;
const SECRET = /auth|cookie|key|token|secret|passw|signature|credential/i;
const HIDDEN = '***';

/** Whether a text names a level. */
export function isLogLevel(text: string | undefined): text is LogLevel {
  return (LEVELS as readonly unknown[]).includes(text);
}

/** The log function of a level, or `undefined` when that level is not logged. */
export function logAt(
  { logger, logLevel }: { readonly logger: Logger; readonly logLevel: LogLevel },
  level: Exclude<LogLevel, 'off'>,
): LogFn | undefined {
  return LEVELS.indexOf(level) <= LEVELS.indexOf(logLevel) ? logger[level].bind(logger) : undefined;
}

/**
 * Headers without their secrets; of a `Location`, which may hold a token under any name, the query is one.
 */
export function redactHeaders(headers: Headers, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    [...headers].map(([name, value]) => [
      name,
      isSecret(name, names)
        ? HIDDEN
        : redactURL(/location/.test(name) ? value.replace(/([?#]).+/, `$1${HIDDEN}`) : value, names),
    ]),
  );
}

/** A URL without the secrets in its query and its user information. */
export function redactURL(url: string, names: readonly string[]): string {
  return url
    .replace(/\/\/[^/@]*@/, `//${HIDDEN}@`)
    .replace(/([?&])([^=&]*)=[^&]*/g, (pair, start, name) =>
      isSecret(decoded(name), names) ? `${start}${name}=${HIDDEN}` : pair,
    );
}

/** The name of a query parameter, which is encoded in a URL. */
const decoded = (name: string): string => new URLSearchParams(`${name}=`).keys().next().value ?? name;

/** A body without the values of secret properties; binary content is only named. */
export function redactBody(body: unknown, names: readonly string[]): unknown {
  if (typeof body !== 'string') {
    return Object.prototype.toString.call(body);
  }
  try {
    return JSON.parse(body, (name, value) => (isSecret(name, names) ? HIDDEN : value));
  } catch {
    // A form, or text.
    return redactURL(`?${body}`, names).slice(1);
  }
}

/** Whether the value of a name is not to be shown. */
export function isSecret(name: string, names: readonly string[]): boolean {
  return SECRET.test(name) || names.some((secret) => secret.toLowerCase() === name.toLowerCase());
}
