/** The command-line options of `sdkwright studio`. */
import type { Command } from 'commander';
import { EXIT, type ExitCode } from '../exit.ts';
import type { CommandFrame, InputOptions, Inputs } from '../inputs.ts';
import type { Terminal } from '../terminal.ts';

interface StudioArguments extends Inputs {
  readonly port: number;
  readonly signal: AbortSignal;
}

/** Runs until it is interrupted. */
async function runStudio(terminal: Terminal, args: StudioArguments): Promise<ExitCode> {
  const [{ serveStudio }, { createStudioWork }, { diskIo }, { report }] = await Promise.all([
    import('../../studio/serve.ts'),
    import('../studio-work.ts'),
    import('../../source/io.ts'),
    import('../report.ts'),
  ]);
  const { port, signal, ...inputs } = args;
  const work = createStudioWork(terminal, inputs);
  const io = diskIo(terminal.cwd, { allowOutside: inputs.allowOutside });
  let opened: Awaited<ReturnType<typeof serveStudio>>;
  try {
    opened = await serveStudio({ ...inputs, io, cwd: terminal.cwd, port, work });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    terminal.err(`The studio cannot be served on port ${port}: ${reason}`);
    return EXIT.failed;
  }
  if ('failed' in opened) {
    const { diagnostics, texts } = opened.failed;
    report(terminal, diagnostics, texts);
    return EXIT.failed;
  }
  terminal.out(`Studio at ${opened.server.url} (stop with Ctrl+C)`);
  const release = terminal.holdSignals();
  await new Promise<void>((done) =>
    signal.aborted ? done() : signal.addEventListener('abort', () => done(), { once: true }),
  );
  await opened.server.close();
  release();
  return EXIT.ok;
}

export function addStudioCommand(
  program: Command,
  terminal: Terminal,
  { withInputs, inputsOf, signal, finish }: CommandFrame,
): void {
  withInputs(program.command('studio'))
    .description('preview the SDK in a browser: rename, move and remove; only the config is changed')
    .option('--port <port>', 'port on this machine; 0 chooses a free port', '4200')
    .addHelpText(
      'after',
      '\nExamples:\n  $ sdkwright studio\n  $ sdkwright studio --spec openapi.yml --port 0',
    )
    .action(async (options: InputOptions & { readonly port: string }) => {
      const port = Number(options.port);
      if (!Number.isInteger(port) || port < 0 || port > 65_535)
        return program.error(`error: ${options.port} is no port`, { exitCode: EXIT.usage });
      finish(await runStudio(terminal, { ...inputsOf(options), port, signal }));
    });
}
