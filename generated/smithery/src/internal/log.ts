/** Logging: levels, and the removal of secrets from log messages. */

/** Log level; each level includes the levels before it. */
export type LogLevel = 'off' | 'error' | 'warn' | 'info' | 'debug';

/** Writes a message with details. */
export type LogFn = (message: string, ...details: unknown[]) => void;

/** A logger: `console`, or an object with the same four methods. */
export interface Logger {
  error: LogFn;
  warn: LogFn;
  info: LogFn;
  debug: LogFn;
}

const LEVELS = ['off', 'error', 'warn', 'info', 'debug'] as const;
const SECRET = /auth|cookie|key|token|secret|passw|signature|credential/i;
const HIDDEN = '***';

/** Whether a string is a log level. */
export function isLogLevel(text: string | undefined): text is LogLevel {
  return (LEVELS as readonly unknown[]).includes(text);
}

/** The log function of a level; `undefined` if that level is not logged. */
export function logAt(
  { logger, logLevel }: { readonly logger: Logger; readonly logLevel: LogLevel },
  level: Exclude<LogLevel, 'off'>,
): LogFn | undefined {
  return LEVELS.indexOf(level) <= LEVELS.indexOf(logLevel) ? logger[level].bind(logger) : undefined;
}

/**
 * Headers with secrets hidden. The query of a `Location` is hidden, because any parameter may be a token.
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

/** A URL with secrets in its query and user information hidden. */
export function redactURL(url: string, names: readonly string[]): string {
  return url
    .replace(/\/\/[^/@]*@/, `//${HIDDEN}@`)
    .replace(/([?&])([^=&]*)=[^&]*/g, (pair, start, name) =>
      isSecret(decoded(name), names) ? `${start}${name}=${HIDDEN}` : pair,
    );
}

/** The decoded name of a query parameter. */
const decoded = (name: string): string => new URLSearchParams(`${name}=`).keys().next().value ?? name;

/** A body with the values of secret properties hidden; binary content is replaced by its type. */
export function redactBody(body: unknown, names: readonly string[]): unknown {
  if (typeof body !== 'string') {
    return Object.prototype.toString.call(body);
  }
  try {
    return JSON.parse(body, (name, value) => (isSecret(name, names) ? HIDDEN : value));
  } catch {
    // A form or plain text.
    return redactURL(`?${body}`, names).slice(1);
  }
}

/** Whether the value of this name must be hidden. */
export function isSecret(name: string, names: readonly string[]): boolean {
  return SECRET.test(name) || names.some((secret) => secret.toLowerCase() === name.toLowerCase());
}
