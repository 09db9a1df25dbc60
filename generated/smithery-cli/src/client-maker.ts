/** Creates the SDK's client, with a log that never contains credentials. */
import { inspect } from 'node:util';
import type { Catalogue } from './catalogue-types.ts';
import { type Redactor, createRedactor } from './redact.ts';
import { watchingFetch } from './secrets.ts';

export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/**
 * Creates the SDK's client. `authorization` is the header of the incoming request if the server runs over
 * HTTP.
 */
export type ClientMaker = (options: ClientOptions) => object | Promise<object>;

export interface ClientOptions {
  readonly fetch: Fetch;
  readonly logger: Logger;
  readonly authorization?: string;
}

/** The SDK logs to standard error, because standard output is for responses. */
type Logger = Readonly<
  Record<'error' | 'warn' | 'info' | 'debug', (message: string, ...more: unknown[]) => void>
>;

/** Creates the SDK's client when it is first needed. */
export interface Session {
  readonly client: () => Promise<object>;
  readonly redactor: Redactor;
}

export interface SessionParts {
  readonly catalogue: Pick<Catalogue, 'credentials' | 'secretNames'>;
  readonly makeClient: ClientMaker;
  /** Credentials known before the first request. */
  readonly secrets?: readonly string[];
  /** Sends requests. Default: `fetch`. */
  readonly fetch?: Fetch;
}

export function sessionOf(
  { catalogue, makeClient, secrets = [], fetch: send }: SessionParts,
  authorization?: string,
): Session {
  const redactor = createRedactor();
  for (const { env } of catalogue.credentials) redactor.add(process.env[env] ?? '');
  for (const secret of secrets) redactor.add(secret);
  if (authorization !== undefined) redactor.add(authorization.replace(/^[\w-]+\s+/, ''));
  const watching = watchingFetch(redactor, catalogue.secretNames, send);
  let client: Promise<object> | undefined;
  return {
    redactor,
    // Created at the first call, so that listing the calls works without a credential.
    client: async () =>
      (client ??= Promise.resolve(
        makeClient({
          fetch: watching,
          logger: loggerOf(redactor),
          ...(authorization !== undefined && { authorization }),
        }),
      )),
  };
}

function loggerOf(redactor: Redactor): Logger {
  const line = (message: string, ...more: unknown[]): void => {
    const texts = more.map((part) => inspect(part, { depth: 4, breakLength: Infinity, colors: false }));
    process.stderr.write(`${redactor.text([message, ...texts].join(' '))}\n`);
  };
  return { error: line, warn: line, info: line, debug: line };
}
