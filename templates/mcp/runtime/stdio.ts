/** Serves standard input and output. Loads the protocol's library at the first request that needs it. */
import { PassThrough, type Readable, type Writable } from 'node:stream';
import type { McpServerFactory } from '@modelcontextprotocol/server';
import { type FirstParts, createFirstAnswers } from './first-answers.ts';

/** Longer lines are left to the library. */
const LONGEST_LINE = 64_000;
/** Maximum number of lines answered before the library is loaded. */
const MOST_LINES = 20;

export interface StdioParts extends FirstParts {
  readonly factory: () => Promise<McpServerFactory>;
  readonly input?: Readable;
  readonly output?: Writable;
}

export function serveStdio({
  factory,
  input = process.stdin,
  output = process.stdout,
  ...parts
}: StdioParts): void {
  const answer = createFirstAnswers(parts);
  const lines: string[] = [];
  let left = '';
  const read = (chunk: string): void => {
    left += chunk;
    for (let end = left.indexOf('\n'); end >= 0; end = left.indexOf('\n')) {
      const line = left.slice(0, end);
      const text = end <= LONGEST_LINE && lines.length < MOST_LINES ? answer(line) : undefined;
      if (text === undefined) return handOver();
      lines.push(line);
      left = left.slice(end + 1);
      if (text !== 'none') output.write(`${text}\n`);
    }
    if (left.length > LONGEST_LINE) handOver();
  };
  /** Passes all earlier messages to the library, and drops its answers to those already answered. */
  const handOver = (): void => {
    input.off('data', read);
    const whole = new PassThrough();
    whole.write(lines.map((line) => `${line}\n`).join('') + left);
    input.pipe(whole);
    input.once('close', () => whole.end());
    loadLibrary({ factory, input: whole, output, lines }).catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : 'The server failed to start.'}\n`);
      process.exitCode = 1;
      input.destroy();
    });
  };
  input.setEncoding('utf8');
  input.on('data', read);
  // The client has disconnected.
  input.once('error', () => input.destroy());
  output.once('error', () => input.destroy());
}

interface Library extends Required<Pick<StdioParts, 'factory' | 'input' | 'output'>> {
  readonly lines: readonly string[];
}

async function loadLibrary({ factory, input, output, lines }: Library): Promise<void> {
  const library = await import('@modelcontextprotocol/server/stdio');
  const answered = new Set(lines.map((line) => (JSON.parse(line) as { readonly id?: unknown }).id));
  const transport = new library.StdioServerTransport(input, output);
  const send = transport.send.bind(transport);
  transport.send = async (message) => {
    if ('id' in message && !('method' in message) && answered.delete(message.id)) return;
    await send(message);
  };
  library.serveStdio(await factory(), { transport });
}
