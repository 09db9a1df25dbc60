/**
 * `sdkwright adopt`: replaces the files that another generator made in a repository, and lists what happens
 * to each. All is planned before anything is written, and only files that git has are touched.
 */
import { relative, resolve } from 'node:path';
import { type AdoptContext, type AdoptFile } from '../../adopt/rules.ts';
import { type AdoptSurvey, surveyFiles } from '../../adopt/survey.ts';
import type { Config } from '../../config/types.ts';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { textFaults } from '../../emit/faults.ts';
import { diskTemplates } from '../../emit/template-io.ts';
import { languageNamed } from '../../languages/registry.ts';
import { type Result, failed, hasErrors, ok } from '../../lib/result.ts';
import { applyWrite } from '../../output/apply-write.ts';
import { readAll } from '../../output/disk.ts';
import { planWrite } from '../../output/plan-write.ts';
import { type OutputState, type WantedFile, readState } from '../../output/state.ts';
import { hashText } from '../../output/text.ts';
import { runGit } from '../child.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Inputs } from '../inputs.ts';
import { openLastRun } from '../last-run.ts';
import { buildId, packageFolder } from '../package.ts';
import { report } from '../report.ts';
import type { Terminal } from '../terminal.ts';
import { type Adoption, printAdoption } from './adopt-print.ts';
import { type RenderedTarget, renderSdk } from './render-sdk.ts';
import { placeRootFiles } from './repository-root.ts';
import { formatAll, host } from './write-sdk.ts';

export interface AdoptArguments extends Inputs {
  readonly out?: string;
  readonly target?: string;
  readonly isDryRun: boolean;
  readonly signal: AbortSignal;
}

export async function runAdopt(terminal: Terminal, args: AdoptArguments): Promise<ExitCode> {
  const { cwd } = terminal;
  const say = (stage: string): void => terminal.progress(stage);
  const lastRun = openLastRun({
    cache: undefined,
    build: buildId(),
    cwd,
    args: {},
    listFiles: diskTemplates(cwd, packageFolder('templates')).listFiles,
  });
  const run = {
    ...args,
    allowCommands: false,
    mode: args.isDryRun ? ('dry-run' as const) : ('write' as const),
    allowEdits: true,
    strict: false,
    quiet: false,
  };
  const { config, targets: own, texts, ...rendered } = await renderSdk(terminal, run, { lastRun, say });
  const diagnostics: Diagnostic[] = [...rendered.diagnostics];
  // Files at the root of git are left to `generate`, unless the root itself is taken over.
  const targets = config ? placeRootFiles(own, { config, cwd, isPartial: true }).targets : own;
  const adoptions: Adoption[] = [];
  for (const target of targets) {
    if (config === undefined) break;
    const others = targets.filter((other) => other !== target).map((other) => resolve(cwd, other.out));
    const adoption = await planAdoption(terminal, target, { config, others });
    diagnostics.push(...adoption.diagnostics);
    if (adoption.value) adoptions.push(adoption.value);
  }
  terminal.progress('');
  for (const adoption of adoptions) printAdoption(terminal, adoption, { isDryRun: args.isDryRun });
  if (!args.isDryRun && !hasErrors(diagnostics)) {
    const release = terminal.holdSignals();
    for (const { plan } of adoptions)
      diagnostics.push(...(await applyWrite(plan, { host: host(terminal), signal: args.signal })));
    release();
  }
  report(terminal, diagnostics, texts);
  return hasErrors(diagnostics) ? EXIT.failed : EXIT.ok;
}

/** The workflow of ours that publishes. */
const PUBLISHER = '.github/workflows/release.yml';

interface PlanContext {
  readonly config: Config;
  /** Folders of the other targets, whose files are not this target's. */
  readonly others: readonly string[];
}

async function planAdoption(
  terminal: Terminal,
  target: RenderedTarget,
  { config, others }: PlanContext,
): Promise<Result<Adoption | undefined>> {
  const dir = resolve(terminal.cwd, target.out);
  const language = languageNamed(target.language ?? '');
  const nothing = (reason: string): Result<undefined> =>
    failed([diagnostic('adopt-nothing', { folder: target.out, reason })]);
  if (!language) return nothing('its templates are of no language that is known here');
  const state = await readState(dir, undefined);
  if (!state.value) return failed(state.diagnostics);
  if (state.value.manifestText !== undefined)
    return nothing('it has `.sdkwright/manifest.json`, so sdkwright has generated it before');
  const tracked = await trackedFiles(dir, others);
  if (!tracked.value) return failed(tracked.diagnostics);
  if (tracked.value.length === 0) return nothing('git has no file in it');
  const saved = await unsavedChanges(dir, target.out);

  const formatted = config.output.format
    ? await formatAll(target.files)
    : { files: target.files, faults: [] };
  if (formatted.faults.length > 0) return failed(textFaults(formatted.faults, undefined));
  const tree: readonly WantedFile[] = [...formatted.files, ...target.documented];
  const disk = readAll(dir, tracked.value);
  const files = [...disk].flatMap(([path, file]): readonly AdoptFile[] =>
    file.kind === 'file' ? [{ path, text: file.text }] : [],
  );
  const context: AdoptContext = {
    language: language.data,
    generated: new Map(tree.map(({ path, text, once }) => [path, { text, once: once === true }])),
    publishes: tree.some(({ path }) => path === PUBLISHER && !disk.has(path)),
    merges: config.output.customCode === 'merge',
  };
  const survey = surveyFiles(files, context, await editedFiles(dir));
  const hashes = new Map(
    [...disk].flatMap(([path, file]) => (file.kind === 'file' ? [[path, file.hash]] : [])),
  );
  const planned = planWrite(ownedState(state.value, { survey, context, disk }), tree, {
    customCode: config.output.customCode,
    stamp: target.stamp,
  });
  if (!planned.value) return failed([...planned.diagnostics, ...saved]);
  const scripts = survey.decisions.flatMap(({ path, fate }) => {
    const text = context.generated.has(path) ? undefined : context.language.adoption.scripts[path];
    return fate === 'replaced' && text !== undefined
      ? [{ path, text, hash: hashText(text), before: hashes.get(path) }]
      : [];
  });
  const plan = { ...planned.value, change: [...planned.value.change, ...scripts] };
  return ok({ out: target.out, survey, plan }, [...planned.diagnostics, ...saved]);
}

/**
 * The state in which the files that are replaced or deleted belong to the generator, as they are on disk.
 * A file that is kept although it is generated counts as an edit of the new text.
 */
function ownedState(
  state: OutputState,
  found: {
    readonly survey: AdoptSurvey;
    readonly context: AdoptContext;
    readonly disk: OutputState['disk'];
  },
): OutputState {
  const { survey, context, disk } = found;
  const owned = survey.decisions.flatMap(({ path, fate }) => {
    const file = disk.get(path);
    const next = context.generated.get(path);
    if (file?.kind !== 'file' || (fate === 'replaced' && next === undefined)) return [];
    if (fate === 'kept')
      return next === undefined || next.once ? [] : [[path, { hash: hashText(next.text) }] as const];
    return [[path, { hash: file.hash }] as const];
  });
  const paths = new Set(owned.map(([path]) => path));
  return {
    ...state,
    owned: new Map(owned),
    disk: new Map([...disk].filter(([path]) => paths.has(path))),
  };
}

/** The regular files that git has in a folder; links and submodules are nobody's to replace. */
async function trackedFiles(
  dir: string,
  others: readonly string[],
): Promise<Result<readonly string[] | undefined>> {
  const listed = await runGit(['ls-files', '-s', '-z', '--', '.'], dir);
  if (listed.code !== 0)
    return failed([
      diagnostic('adopt-not-in-git', { folder: dir, reason: 'it is not part of a git repository' }),
    ]);
  const rows = listed.out.toString().split('\0');
  return ok(
    rows.flatMap((row) => {
      const [, mode, path] = /^(\d+) [^\t]*\t(.*)$/s.exec(row) ?? [];
      const full = resolve(dir, path ?? '');
      const isOther = others.some((folder) => folder !== dir && !relative(folder, full).startsWith('..'));
      return path !== undefined && (mode === '100644' || mode === '100755') && !isOther ? [path] : [];
    }),
  );
}

async function unsavedChanges(dir: string, folder: string): Promise<readonly Diagnostic[]> {
  const status = await runGit(['status', '--porcelain', '-z', '--untracked-files=no', '--', '.'], dir);
  const changed = status.out
    .toString()
    .split('\0')
    .filter((row) => row !== '');
  if (status.code === 0 && changed.length === 0) return [];
  const names = changed.map((row) => row.slice(3)).slice(0, 3);
  const more = changed.length > names.length ? ` and ${changed.length - names.length} more` : '';
  const reason = status.code === 0 ? `${names.join(', ')}${more} changed since the last commit` : status.end;
  return [diagnostic('adopt-not-in-git', { folder, reason })];
}

/** Branches on which the former generator keeps its files without edits. */
const PRISTINE = ['refs/heads/generated', 'refs/remotes/origin/generated'];

async function editedFiles(dir: string): Promise<ReadonlySet<string>> {
  for (const branch of PRISTINE) {
    const changed = await runGit(
      [
        'diff',
        '--name-only',
        '--no-ext-diff',
        '--no-textconv',
        '-z',
        '--relative',
        branch,
        'HEAD',
        '--',
        '.',
      ],
      dir,
    );
    if (changed.code === 0)
      return new Set(
        changed.out
          .toString()
          .split('\0')
          .filter((path) => path !== ''),
      );
  }
  return new Set();
}
