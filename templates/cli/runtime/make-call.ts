/** Checks the arguments of one call, sends it and prints the response. */
import { callSdk } from './call.ts';
import { CallError } from './catalogue-types.ts';
import { checkArguments } from './check.ts';
import type { Session } from './client-maker.ts';
import type { CommandEntry, Program } from './command-types.ts';
import { EXIT, type ExitCode, UsageError, exitCodeOf, failed } from './exit.ts';
import { failureOf } from './failures.ts';
import { type Asked, ownFlag } from './flags.ts';
import { openFiles } from './open-file.ts';
import { type Wanted, isEmpty, itemsOf, printBytes, printItems, printValue } from './output.ts';
import { type Sink, fileSink, standardSink } from './sink.ts';

const DEFAULT_LIMIT = 20;

interface Call {
  readonly program: Program;
  readonly entry: CommandEntry;
  readonly asked: Asked;
  readonly session: Session;
  readonly stdin: () => Promise<Buffer>;
}

export async function makeCall({ program, entry, asked, session, stdin }: Call): Promise<ExitCode> {
  if (entry.effect === 'destroy' && !asked.isAgreed && !process.stdin.isTTY)
    throw new UsageError(`This removes data; without a terminal, pass --${ownFlag(entry, 'yes')}`);
  try {
    checkArguments(entry, asked.args, []);
  } catch (error) {
    throw error instanceof CallError ? new UsageError(error.message) : error;
  }
  let sink: Sink | undefined;
  try {
    const client = await session.client();
    const { promise } = await callSdk(client, entry, asked.args, {
      files: openFiles(stdin),
      keepsNull: true,
    });
    const value = await promise;
    const isFile = asked.output !== undefined && asked.output !== '-';
    sink = isFile ? await fileSink(asked.output ?? '') : standardSink(process.stdout);
    await printAnswer({ entry, asked, session, value, isTerminal: !isFile && process.stdout.isTTY }, sink);
    await sink.end();
    return EXIT.ok;
  } catch (error) {
    await sink?.abandon();
    if (error instanceof UsageError) throw error;
    const { message, status } = failureOf(error, program, session.redactor);
    const exit = exitCodeOf(
      status,
      message,
      program.credentials.map(({ env }) => env),
    );
    const code = CODES[exit];
    return failed({ message, code, ...(status !== undefined && { status }) }, exit);
  }
}

const CODES = {
  [EXIT.ok]: 'api',
  [EXIT.api]: 'api',
  [EXIT.usage]: 'usage',
  [EXIT.credential]: 'credential',
  [EXIT.notFound]: 'not_found',
  [EXIT.limit]: 'limit',
} as const;

interface Answer extends Pick<Call, 'entry' | 'asked' | 'session'> {
  readonly value: unknown;
  readonly isTerminal: boolean;
}

async function printAnswer({ entry, asked, session, value, isTerminal }: Answer, sink: Sink): Promise<void> {
  if (value instanceof Response) return printBytes(value, isTerminal && asked.output !== '-', sink);
  const isMany = entry.result === 'page' || entry.result === 'stream';
  const limit = asked.limit ?? (entry.result === 'stream' ? 'all' : DEFAULT_LIMIT);
  const wanted: Wanted = {
    format: asked.format ?? (isMany && !isTerminal ? 'jsonl' : 'json'),
    isTerminal,
    select: asked.select,
    limit,
    redactor: session.redactor,
  };
  if (!isMany) {
    if (entry.result !== 'void' || !isEmpty(value)) await printValue(value, wanted, sink);
    return;
  }
  let isMore = false;
  const items = itemsOf(value, wanted, () => (isMore = true));
  // Events are printed as they arrive.
  await printItems(
    items,
    entry.result === 'stream' && wanted.format === 'json' && isTerminal
      ? { ...wanted, format: 'jsonl' }
      : wanted,
    sink,
  );
  if (isMore)
    process.stderr.write(
      `{"more":"--${ownFlag(entry, 'limit')} was ${limit}; --${ownFlag(entry, 'all')} gives all"}\n`,
    );
}
