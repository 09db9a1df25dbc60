/** Two servers that answer by a script: the SDK's own, and one that it is led to. */
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Answer } from './case.ts';

export interface Received {
  readonly server: 'own' | 'other';
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** Milliseconds since the servers started. */
  readonly at: number;
}

export interface Servers {
  readonly own: string;
  /** Begins a script, and forgets what was received. */
  readonly script: (answers: readonly Answer[]) => readonly Received[];
  readonly stop: () => void;
}

export async function startServers(): Promise<Servers> {
  let answers: readonly Answer[] = [];
  let received: Received[] = [];
  const urls = { own: '', other: '' };
  const listen = async (name: 'own' | 'other') => {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => void chunks.push(chunk));
      request.on('end', () => {
        const answer = answers[Math.min(received.length, answers.length - 1)] ?? {};
        received.push({
          server: name,
          method: request.method ?? '',
          path: request.url ?? '',
          headers: request.headers,
          body: Buffer.concat(chunks).toString(),
          at: performance.now(),
        });
        void send(answer, request, response);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    urls[name] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return server;
  };
  const filled = (text: string): string =>
    text.replaceAll('{own}', urls.own).replaceAll('{other}', urls.other);

  async function send(answer: Answer, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (answer.hang) return;
    const { status = 200, headers = {}, json, text, split, cut, gzip, digits } = answer;
    if (cut && json === undefined && text === undefined) return void request.socket.destroy();
    const [piece, count] = answer.repeat ?? ['', 0];
    const long = `${text ?? ''}${piece.repeat(count)}${answer.end ?? ''}`;
    const plain = Buffer.from(filled(json === undefined ? long : JSON.stringify(json)));
    const body = gzip ? gzipSync(plain) : plain;
    response.writeHead(status, {
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      ...(gzip ? { 'content-encoding': 'gzip' } : {}),
      ...(digits === undefined ? {} : { [digits]: '1'.repeat(5000) }),
      ...(cut ? { 'content-length': String(body.length + 10) } : {}),
      ...Object.fromEntries(Object.entries(headers).map(([key, value]) => [key, filled(value)])),
    });
    const size = split ?? Math.max(body.length, 1);
    for (let at = 0; at < body.length; at += size) {
      response.write(body.subarray(at, at + size));
      if (split !== undefined) await new Promise((resolve) => setImmediate(resolve));
    }
    if (!cut) return void response.end();
    await new Promise((resolve) => setTimeout(resolve, 20));
    request.socket.destroy();
  }

  const running = [await listen('own'), await listen('other')];
  return {
    own: urls.own,
    script: (next) => {
      answers = next;
      received = [];
      return received;
    },
    stop: () => {
      for (const server of running) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}
