/** `sdkwright docs`: shows the generated pages in a browser. */
import type { Command } from 'commander';
import type { DocsServer, SdkFolder } from '../../docs-site/serve.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { report } from '../report.ts';
import type { Terminal } from '../terminal.ts';

export interface DocsArguments {
  /**
   * Folders of SDKs of the same API, relative to the working folder. Empty: those of
   * the config, or the working folder.
   */
  readonly folders: readonly string[];
  readonly port: number;
  /** The folder into which the site is written instead of being served. */
  readonly out?: string;
  /** URL at which the files of the project can be edited. */
  readonly edit?: string;
  readonly signal: AbortSignal;
}

/** Runs until it is interrupted, unless the site is written to a folder. */
async function runDocs(terminal: Terminal, args: DocsArguments): Promise<ExitCode> {
  const { sdkFolders, withEdit } = await import('./docs-folders.ts');
  const found = await sdkFolders(terminal.cwd, args.folders);
  if ('fault' in found) {
    terminal.err(found.fault);
    return EXIT.failed;
  }
  const folders = args.edit === undefined ? found.folders : withEdit(found.folders, terminal.cwd, args.edit);
  if (args.out !== undefined) return exportSite(terminal, folders, args.out);
  const server = await started(terminal, folders, args.port);
  if (server === undefined) return EXIT.failed;
  terminal.out(`${server.pages} pages at ${server.url} (stop with Ctrl+C)`);
  const release = terminal.holdSignals();
  await new Promise<void>((done) =>
    args.signal.aborted ? done() : args.signal.addEventListener('abort', () => done(), { once: true }),
  );
  await server.close();
  release();
  return EXIT.ok;
}

async function exportSite(terminal: Terminal, folders: readonly SdkFolder[], out: string): Promise<ExitCode> {
  const { readSite } = await import('../../docs-site/serve.ts');
  const { writeSite } = await import('./docs-export.ts');
  const site = await readSite(folders);
  if (site === undefined) return EXIT.failed;
  const diagnostics = writeSite(terminal.cwd, out, site);
  report(terminal, diagnostics, new Map());
  if (diagnostics.length > 0) return EXIT.failed;
  terminal.out(`${site.size} files in ${out}`);
  return EXIT.ok;
}

/** Undefined if it failed, which has been reported. */
async function started(
  terminal: Terminal,
  folders: readonly SdkFolder[],
  port: number,
): Promise<DocsServer | undefined> {
  const { serveDocs } = await import('../../docs-site/serve.ts');
  try {
    return await serveDocs(folders, { port });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    terminal.err(`The pages cannot be served on port ${port}: ${reason}`);
    return undefined;
  }
}

export function addDocsCommand(
  program: Command,
  terminal: Terminal,
  options: { readonly signal: AbortSignal; readonly finish: (code: ExitCode) => void },
): void {
  program
    .command('docs')
    .description('show the generated pages as a site with search; several languages become one site')
    .argument('[dirs...]', 'folders of SDKs of one API (default: those of the config, else this folder)')
    .option('--serve', 'serve the site on this machine until interrupted (default without --out)')
    .option('--out <dir>', 'write the site to a folder for a static host')
    .option(
      '--edit <url>',
      'link each page to its source below this URL, which stands for the root of the project',
    )
    .option('--port <port>', 'port; 0 chooses a free port', '4100')
    .addHelpText(
      'after',
      '\nExamples:\n  $ sdkwright docs sdk --serve --port 0\n  $ sdkwright docs sdk other-sdk\n' +
        '  $ sdkwright docs --out site --edit https://github.com/acme/sdk/edit/main',
    )
    .action(
      async (
        folders: readonly string[],
        given: {
          readonly port: string;
          readonly out?: string;
          readonly serve?: true;
          readonly edit?: string;
        },
      ) => {
        const port = Number(given.port);
        if (!Number.isInteger(port) || port < 0 || port > 65_535)
          return program.error(`error: ${given.port} is no port`, { exitCode: EXIT.usage });
        const { out, edit } = given;
        if (edit !== undefined && !/^https?:\/\/[^\s"<>]+$/.test(edit))
          return program.error(`error: ${edit} is no http or https URL`, { exitCode: EXIT.usage });
        if (out !== undefined && given.serve === true)
          return program.error('error: --out writes the site and --serve shows it; name one of them', {
            exitCode: EXIT.usage,
          });
        options.finish(
          await runDocs(terminal, {
            folders,
            port,
            signal: options.signal,
            ...(out !== undefined && { out }),
            ...(edit !== undefined && { edit }),
          }),
        );
      },
    );
}
