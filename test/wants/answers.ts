/** A server that gives prepared answers and keeps what it was sent. */
import { type IncomingMessage, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Answer {
  /** 200 when absent. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text is sent as it is, everything else as JSON. */
  readonly body?: unknown;
  /** Milliseconds before the answer. */
  readonly delay?: number;
  /** True: the connection ends after the body, which the client cannot take for the end. */
  readonly cut?: boolean;
}

interface Sent {
  readonly line: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface AnsweringServer {
  readonly url: string;
  /** The requests, with those headers and bodies that the expected text shows. */
  readonly sent: (expected: string) => string;
  readonly stop: () => Promise<void>;
}

/** The last answer is given again to all further requests. */
export async function answeringServer(answers: readonly Answer[]): Promise<AnsweringServer> {
  const requests: Sent[] = [];
  const server = createServer((request, response) => {
    const answer = answers[requests.length] ?? answers.at(-1) ?? {};
    const sent = { line: `${request.method} ${request.url}`, headers: request.headers, body: '' };
    requests.push(sent);
    request.on('data', (chunk: unknown) => void (sent.body += String(chunk)));
    request.on('end', () => {
      setTimeout(() => {
        const isText = typeof answer.body === 'string';
        response.writeHead(answer.status ?? (answer.body === undefined ? 204 : 200), {
          'content-type': isText ? 'text/plain' : 'application/json',
          ...answer.headers,
        });
        if (answer.cut) response.write(String(answer.body), () => response.destroy());
        else
          response.end(answer.body === undefined ? '' : isText ? answer.body : JSON.stringify(answer.body));
      }, answer.delay ?? 0);
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent: (expected) => {
      const parts = expected.split(/^(?=\S)/m);
      return requests.map((request, index) => printed(request, parts[index] ?? '')).join('');
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A request as the page shows it: its line, and below it the headers and the body that are asked about. */
function printed(request: Sent, expected: string): string {
  const asked = expected.split('\n').slice(1).filter(Boolean);
  const more = asked.map((line) => {
    const name = line.trim().split(':')[0] ?? '';
    if (name === 'body') return `  body: ${request.body}\n`;
    const value = request.headers[name];
    return value === undefined ? `  ${name}\n` : `  ${name}: ${String(value)}\n`;
  });
  return `${request.line}\n${more.join('')}`;
}
