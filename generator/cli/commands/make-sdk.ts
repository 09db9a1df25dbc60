/** Documents to an SDK on disk. */
import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import { resolve } from 'node:path';
import process from 'node:process';
import type { Config } from '../../config/types.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import { type FormatCache, format, formatKey } from '../../emit/format.ts';
import { loadTemplateSet } from '../../emit/load.ts';
import { render } from '../../emit/render.ts';
import { diskTemplates } from '../../emit/template-io.ts';
import type { TreeFile } from '../../emit/types.ts';
import { type Generation, generate } from '../../generate.ts';
import { notIgnored } from '../../ignored.ts';
import { hasErrors } from '../../lib/result.ts';
import { applyWrite } from '../../output/apply-write.ts';
import type { Host } from '../../output/lock.ts';
import { LINES_FILE } from '../../output/line-record.ts';
import { MANIFEST_FILE } from '../../output/manifest.ts';
import { type WritePlan, isClean, planWrite } from '../../output/plan-write.ts';
import { type WantedFile, readState, reuse } from '../../output/state.ts';
import { VIEW_VERSION } from '../../lib/view-version.ts';
import { loadProject } from '../../project.ts';
import { diskIo } from '../../source/io.ts';
import type { SourceText } from '../../source/types.ts';
import { EXIT } from '../exit.ts';
import { packageFolder, version } from '../package.ts';
import { report, withExcerpts } from '../report.ts';
import type { Terminal } from '../terminal.ts';
import type { LastRun } from '../last-run.ts';
import type { GenerateArguments, GenerateOutcome } from './generate.ts';
import { count, figuresOf, summaryLine } from './summary.ts';

const RECORDS = [MANIFEST_FILE, LINES_FILE];

/** One output: a template set applied to a folder. */
interface Target {
  readonly templates: string;
  readonly out: string;
}

export async function makeSdk(terminal: Terminal, args: GenerateArguments, lastRun: LastRun): Promise<GenerateOutcome> {
  const started = terminal.now();
  const say = (stage: string): void => void (!args.quiet && terminal.progress(stage));
  say('reading …');
  const project = await loadProject({ io: lastRun.io(diskIo(terminal.cwd)), cwd: terminal.cwd, allowRemote: args.allowRemote, ...(args.spec ? { spec: args.spec } : {}), ...(args.overlays ? { overlays: args.overlays } : {}), ...(args.config ? { config: args.config } : {}) });
  const inputs = [...project.texts.keys()];
  const texts = new Map(project.texts);
  if (!project.value || hasErrors(project.diagnostics)) {
    report(terminal, project.diagnostics, texts, args);
    return { code: EXIT.failed, inputs };
  }
  say('planning …');
  const { config, documents } = project.value;
  const generation = generate({ documents, config });
  const diagnostics: Diagnostic[] = [...notIgnored(config, [...project.diagnostics, ...generation.diagnostics])];
  const targets = targetsOf(config, args);
  if (targets.length === 0) diagnostics.push(diagnostic('no-output', {}));
  if (hasErrors(diagnostics) || (args.strict && diagnostics.some((one) => one.severity === 'warning'))) {
    report(terminal, diagnostics, texts, args);
    return { code: EXIT.failed, inputs };
  }
  const sources = [...project.texts].map(([name, one]) => [name, one.text] as const);
  let files = 0;
  let clean = true;
  const written: string[] = [];
  for (const target of targets) {
    const done = await runTarget(terminal, { target, generation, config, texts, sources, args, lastRun, say });
    inputs.push(...done.inputs);
    diagnostics.push(...done.diagnostics);
    written.push(...done.written);
    files += done.files;
    clean &&= done.clean;
  }
  terminal.progress('');
  report(terminal, diagnostics, texts, args);
  const failed = hasErrors(diagnostics) || (args.mode === 'check' && !clean);
  if (!failed || args.mode !== 'write') {
    const seconds = (terminal.now() - started) / 1000;
    const warnings = diagnostics.filter((one) => one.severity === 'warning').length;
    const figures = { files, ...figuresOf(generation.api), warnings };
    if (!args.quiet) terminal.err(summaryLine({ ...figures, seconds }));
    if (!failed && (clean || args.mode === 'write') && warnings === 0) lastRun.remember({ figures, inputs }, written);
  }
  return { code: failed ? EXIT.failed : EXIT.ok, inputs };
}

function targetsOf(config: Config, args: GenerateArguments): readonly Target[] {
  const out = args.out ?? config.output.out?.value ?? config.typescript.out;
  const main = out === undefined ? [] : [{ templates: args.templates ?? config.output.templates?.value ?? 'typescript', out }];
  // An output named on the command line is this output alone.
  return args.out === undefined ? [...main, ...config.targets.map((one) => ({ templates: one.templates, out: one.out }))] : main;
}

interface TargetRun {
  readonly target: Target;
  readonly generation: Generation;
  readonly config: Config;
  readonly texts: Map<string, SourceText>;
  /** Name and text of every input. */
  readonly sources: readonly (readonly [string, string])[];
  readonly args: GenerateArguments;
  readonly lastRun: LastRun;
  readonly say: (stage: string) => void;
}

interface TargetOutcome {
  readonly diagnostics: readonly Diagnostic[];
  readonly files: number;
  readonly clean: boolean;
  readonly inputs: readonly string[];
  /** Absolute paths of all that is there now and was made here. */
  readonly written: readonly string[];
}

async function runTarget(terminal: Terminal, run: TargetRun): Promise<TargetOutcome> {
  const { target, generation, config, args, texts, lastRun } = run;
  const templates = await loadTemplateSet(target.templates, lastRun.templates(diskTemplates(terminal.cwd, packageFolder('templates'))));
  for (const [name, text] of templates.sources) texts.set(name, withExcerpts(name, text));
  const nothing = { files: 0, clean: false, inputs: templates.folders, written: [] };
  if (!templates.value) return { diagnostics: templates.diagnostics, ...nothing };
  run.say(`rendering ${target.out} …`);
  const rendered = render(templates.value, { ...generation.views });
  const diagnostics = [...templates.diagnostics, ...rendered.diagnostics];
  if (hasErrors(diagnostics)) return { diagnostics, ...nothing };

  const state = await readState(resolve(terminal.cwd, target.out), host(terminal));
  diagnostics.push(...state.diagnostics);
  if (!state.value) return { diagnostics, ...nothing };
  const keyed = rendered.value.map((file) => ({ ...file, key: config.output.format ? formatKey(file) : '' }));
  const { settled, stale } = reuse(state.value, keyed, config.output.customCode);
  run.say(`formatting ${count(stale.length, 'file')} …`);
  const formatted = await formatStale(stale, config.output.format);
  diagnostics.push(...formatted.diagnostics);
  if (hasErrors(diagnostics)) return { diagnostics, ...nothing };
  const documented = target.templates === 'typescript' ? generation.documented.map((file) => ({ ...file, key: '' })) : [];
  const plan = planWrite(state.value, [...settled, ...formatted.files, ...documented], {
    customCode: config.output.customCode,
    stamp: { generator: version(), view: VIEW_VERSION, templates: hash([...templates.sources].flat()), spec: hash(run.sources.filter(([name]) => name !== config.file).flat()), config: hash(run.sources.filter(([name]) => name === config.file).flat()) },
  });
  diagnostics.push(...plan.diagnostics);
  if (!plan.value) return { diagnostics, ...nothing };
  const clean = isClean(plan.value);
  if (args.mode === 'write') {
    run.say(`writing ${target.out} …`);
    diagnostics.push(...(await applyWrite(plan.value, { host: host(terminal), ...(args.signal ? { signal: args.signal } : {}) })));
  }
  if (args.mode !== 'write' || args.listChanges === true) printPlan(terminal, plan.value, target.out);
  const written = [...plan.value.unchanged, ...plan.value.edited, ...[...plan.value.create, ...plan.value.change].map((one) => one.path), ...RECORDS].map((path) => resolve(terminal.cwd, target.out, path));
  return { diagnostics, files: keyed.length, clean, inputs: templates.folders, written };
}

async function formatStale(files: readonly (TreeFile & { readonly key: string })[], wanted: boolean): Promise<{ readonly files: readonly WantedFile[]; readonly diagnostics: readonly Diagnostic[] }> {
  if (!wanted) return { files, diagnostics: [] };
  const cache: FormatCache = new Map();
  const done = await format(files, { cache });
  const keys = new Map(files.map((file) => [file.path, file.key]));
  return { files: done.value.map((file) => ({ ...file, key: keys.get(file.path) ?? '' })), diagnostics: done.diagnostics };
}

function printPlan(terminal: Terminal, plan: WritePlan, out: string): void {
  const { colors } = terminal;
  const lines = [
    ...plan.create.map((one) => colors.green(`+ ${out}/${one.path}`)),
    ...plan.change.map((one) => colors.yellow(`~ ${out}/${one.path}`)),
    ...plan.delete.map((one) => colors.red(`- ${out}/${one.path}`)),
  ];
  for (const line of lines) terminal.out(line);
}

const host = (terminal: Terminal): Host => ({ pid: terminal.pid, name: hostname(), isRunning });

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const hash = (parts: readonly string[]): string => createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 16);
