/** Opens both SDKs of an upgrade and reports what is wrong with them. */
import { DIFF_EXIT } from '../diff-terms.ts';
import { type AllowOptions, isAllowed, refusedUrl } from '../inputs.ts';
import { report } from '../report.ts';
import type { Terminal } from '../terminal.ts';
import { importedNames } from './outcome.ts';
import { type MadeSdk, type OpenedSide, openSdk } from './sides.ts';

export interface BothSides extends AllowOptions {
  readonly from: string;
  readonly to: string;
  readonly fromConfig?: string;
  readonly toConfig?: string;
  /** The name under which code imports the SDK. */
  readonly package?: string;
}

/** An exit code if either SDK cannot be opened. */
export async function openSides(
  terminal: Terminal,
  options: BothSides,
): Promise<{ readonly before: MadeSdk; readonly after: MadeSdk } | number> {
  const allowRemote = isAllowed(options, 'remote');
  const shared = { cwd: terminal.cwd, allowRemote, allowOutside: isAllowed(options, 'outside') };
  const refused = refusedUrl([options.from, options.to], allowRemote);
  if (refused !== undefined) {
    terminal.err(refused);
    return DIFF_EXIT.usage;
  }
  terminal.progress('reading both SDKs …');
  const open = (label: string, config: string | undefined): Promise<OpenedSide> =>
    openSdk({ ...shared, label, ...(config !== undefined && { config }) });
  const [from, to] = await Promise.all([
    open(options.from, options.fromConfig),
    open(options.to, options.toConfig),
  ]);
  for (const side of [from, to])
    if (side.kind === 'problem') report(terminal, side.diagnostics, side.texts ?? new Map());
    else report(terminal, side.made.diagnostics, new Map());
  if (from.kind === 'problem' || to.kind === 'problem') return DIFF_EXIT.load;
  const names = importedNames(from.made, to.made, options.package);
  return { before: { ...from.made, name: names.before }, after: { ...to.made, name: names.after } };
}
