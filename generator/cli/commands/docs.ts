/** `sdkwright docs --serve`: look at the generated pages in a browser. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Terminal } from '../terminal.ts';

export interface DocsArguments {
  /** Folder of the SDK, relative to the working folder. */
  readonly dir: string;
  readonly port: number;
  readonly signal: AbortSignal;
}

/** Runs until it is interrupted. */
async function runDocs(terminal: Terminal, args: DocsArguments): Promise<ExitCode> {
  const { serveDocs } = await import('../../docs-site/serve.ts');
  const server = await serveDocs(resolve(terminal.cwd, args.dir), { port: args.port }).catch(
    (error: unknown) => {
      terminal.err(
        `The pages cannot be served on port ${args.port}: ${error instanceof Error ? error.message : String(error)}`,
      );
      return 'failed' as const;
    },
  );
  if (server === 'failed') return EXIT.failed;
  if (!server) {
    terminal.err(
      `${args.dir} has no Markdown pages. Run \`sdkwright generate\` first, or name the folder of the SDK.`,
    );
    return EXIT.failed;
  }
  terminal.out(`${server.pages} pages at ${server.url} (stop with Ctrl+C)`);
  const release = terminal.holdSignals();
  await new Promise<void>((done) =>
    args.signal.aborted ? done() : args.signal.addEventListener('abort', () => done(), { once: true }),
  );
  await server.close();
  release();
  return EXIT.ok;
}

export function addDocsCommand(
  program: Command,
  terminal: Terminal,
  options: { readonly signal: AbortSignal; readonly finish: (code: ExitCode) => void },
): void {
  program
    .command('docs')
    .description('show the generated pages of an SDK as a site, with search')
    .argument('[dir]', 'folder of the SDK', '.')
    .option('--serve', 'on this machine, until interrupted; the only way so far, so it may be left out')
    .option('--port <port>', 'port to listen on; 0 takes a free one', '4100')
    .addHelpText(
      'after',
      '\nExamples:\n  $ sdkwright docs generated/smithery --serve\n  $ sdkwright docs sdk --serve --port 0',
    )
    .action(async (dir: string, given: { readonly port: string }) => {
      const port = Number(given.port);
      if (!Number.isInteger(port) || port < 0 || port > 65_535)
        return program.error(`error: ${given.port} is no port`, { exitCode: EXIT.usage });
      options.finish(await runDocs(terminal, { dir, port, signal: options.signal }));
    });
}
