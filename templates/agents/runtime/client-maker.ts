/** How the client of the SDK is made, and a log that never shows a credential. */
import { inspect } from 'node:util';
import type { Catalogue } from './catalogue-types.ts';
import { type Redactor, createRedactor } from './redact.ts';
import { watchingFetch } from './secrets.ts';

export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** Makes the client of the SDK. `authorization` is the header of the request that is served, over HTTP. */
export type ClientMaker = (options: ClientOptions) => object | Promise<object>;

export interface ClientOptions {
  readonly fetch: Fetch;
  readonly logger: Logger;
  readonly authorization?: string;
}

/** Standard output belongs to answers, so lines of the SDK's log go elsewhere. */
type Logger = Readonly<
  Record<'error' | 'warn' | 'info' | 'debug', (message: string, ...more: unknown[]) => void>
>;

/** Who calls: the client of the SDK is made when it is needed first. */
export interface Session {
  readonly client: () => Promise<object>;
  readonly redactor: Redactor;
}

export interface SessionParts {
  readonly catalogue: Pick<Catalogue, 'credentials' | 'secretNames'>;
  readonly makeClient: ClientMaker;
  /** Credentials that are known before anything is sent. */
  readonly secrets?: readonly string[];
  /** How requests are sent. Default: `fetch`. */
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
    // At the first call, so that calls can be listed without a credential.
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
