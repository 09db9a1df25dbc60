/** `sdkwright generate`: compares the inputs with the last run, and generates the SDK if anything differs. */
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { diskTemplates } from '../../emit/template-io.ts';
import { EXIT } from '../exit.ts';
import { openLastRun } from '../last-run.ts';
import { buildId, packageFolder } from '../package.ts';
import type { Terminal } from '../terminal.ts';
import type { GenerateArguments, GenerateOutcome } from './generate-arguments.ts';
import { summaryLine } from './summary.ts';

export async function runGenerate(terminal: Terminal, args: GenerateArguments): Promise<GenerateOutcome> {
  const started = terminal.now();
  const { spec, config, out, overlays, templates, target, allowRemote, allowOutside } = args;
  const lastRun = openLastRun({
    cache: cacheFolder(terminal),
    build: buildId(),
    cwd: terminal.cwd,
    args: { spec, config, out, overlays, templates, target, allowRemote, allowOutside },
    listFiles: diskTemplates(terminal.cwd, packageFolder('templates')).listFiles,
  });
  // `--check` must not trust the cache of the last run; `--dry-run` needs the files.
  const last = args.mode === 'write' ? await lastRun.result() : undefined;
  if (last === undefined || (args.strict && last.report !== undefined)) {
    const { makeSdk } = await import('./make-sdk.ts');
    return makeSdk(terminal, args, lastRun);
  }
  if (!args.quiet && last.report)
    terminal.err(terminal.colors.isColorSupported ? last.report.colored : last.report.plain);
  if (!args.quiet)
    terminal.err(
      `${summaryLine({ ...last.figures, seconds: (terminal.now() - started) / 1000 })} · unchanged`,
    );
  return { code: EXIT.ok, inputs: last.inputs };
}

/**
 * The program's folder in the user's own cache. Never a folder of the project,
 * where a branch could plant a record.
 */
function cacheFolder({ env }: Terminal): string | undefined {
  const given = env['XDG_CACHE_HOME'];
  if (given !== undefined && isAbsolute(given)) return join(given, 'sdkwright');
  try {
    return join(homedir(), '.cache', 'sdkwright');
  } catch {
    return undefined;
  }
}
