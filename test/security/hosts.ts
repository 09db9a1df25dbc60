/** Hosts for attacks: what each of them receives is what a test looks at. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type AuthSchemes, apiKey, bearer } from '../../templates/typescript/runtime/internal/auth.ts';
import { serve, TestClient, type TestOptions } from '../runtime/support.ts';

export interface Host {
  readonly url: string;
  /** Every request, as it arrived. */
  readonly received: {
    readonly url: string;
    readonly method: string;
    readonly headers: IncomingMessage['headers'];
    readonly body: string;
  }[];
}

/** A server of its own origin that records before it answers. */
export async function host(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Host> {
  const received: Host['received'] = [];
  const { url } = await serve((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({
        url: request.url ?? '',
        method: request.method ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      });
      answer(request, response);
    });
  });
  return { url, received };
}

export const sendJSON = (response: ServerResponse, value: unknown): void =>
  void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));

/** A secret in every place that a scheme can name, each under an innocent name. */
export class SecretClient extends TestClient {
  constructor(options: TestOptions) {
    super({ maxRetries: 0, ...options });
  }

  protected override authSchemes(): AuthSchemes {
    return {
      bearer: bearer('SECRET-bearer'),
      header: apiKey({ in: 'header', name: 'X-Session' }, 'SECRET-header'),
      query: apiKey({ in: 'query', name: 'sid' }, 'SECRET-query'),
      cookie: apiKey({ in: 'cookie', name: 'visit' }, 'SECRET-cookie'),
    };
  }
}

/** Everything that a host was told. */
export const told = ({ received }: Host): string => JSON.stringify(received);
