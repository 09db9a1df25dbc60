/** Standard input and output: the first answers at once, and the protocol's library from the first other line on. */
import { PassThrough, type Readable, type Writable } from 'node:stream';
import type { McpServerFactory } from '@modelcontextprotocol/server';
import { type FirstParts, createFirstAnswers } from './first-answers.ts';

/** No first question is longer. */
const LONGEST_LINE = 64_000;
/** Lines that are answered before the library is loaded. */
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
  /** The library is told all that was said; what has been answered is not answered again. */
  const handOver = (): void => {
    input.off('data', read);
    const whole = new PassThrough();
    whole.write(lines.map((line) => `${line}\n`).join('') + left);
    input.pipe(whole);
    input.once('close', () => whole.end());
    loadLibrary({ factory, input: whole, output, lines }).catch((error: unknown) => {
      process.stderr.write(
        `${error instanceof Error ? error.message : 'The server could not be started.'}\n`,
      );
      process.exitCode = 1;
      input.destroy();
    });
  };
  input.setEncoding('utf8');
  input.on('data', read);
  // The client has gone.
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
