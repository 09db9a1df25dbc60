/** `sdkwright templates list | eject | check | views`. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Config } from '../../config/types.ts';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { type CompileFault, compileFaults, quotedLine, textFaults } from '../../emit/faults.ts';
import { format } from '../../emit/format.ts';
import { type RequestedSet, loadTemplateSet, setsIn } from '../../emit/load.ts';
import { describeSet, ejectTemplates, listSets } from '../../emit/sets.ts';
import { type TemplateIo, diskTemplates } from '../../emit/template-io.ts';
import { placeBefore } from '../../emit/trace.ts';
import type { TreeFile } from '../../emit/types.ts';
import { languageData } from '../../languages/data.ts';
import { languageNames } from '../../languages/names.ts';
import { hasErrors } from '../../lib/result.ts';
import type { SourceText } from '../../source/types.ts';
import {
  type Made,
  type SdkRenderer,
  type RequestedTarget,
  languageFault,
  mainLanguage,
  targetNames,
  targetsOf,
  templatesOf,
} from '../../targets.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { writeFiles } from '../../output/write-file.ts';
import { packageFolder } from '../package.ts';
import type { Inputs } from '../inputs.ts';
import { report, withExcerpts } from '../report.ts';
import type { Terminal } from '../terminal.ts';
import { openInputs } from './open.ts';
import { count } from '../../lib/count.ts';

const ioOf = (terminal: Terminal, named: readonly string[], allowOutside = false): TemplateIo =>
  diskTemplates(terminal.cwd, packageFolder('templates'), { named, allowOutside });

/** Lists all sets, or what can be replaced in a set. */
export async function runTemplatesList(terminal: Terminal, set: string | undefined): Promise<ExitCode> {
  const { colors } = terminal;
  if (set !== undefined) {
    const found = await describeSet(set, ioOf(terminal, [set]));
    for (const file of found.value?.files ?? []) terminal.out(file);
    return finish(terminal, found.diagnostics);
  }
  const sets = await listSets(ioOf(terminal, []));
  for (const setSummary of sets.value) {
    const base =
      setSummary.chain.length > 1 ? ` (on ${setSummary.chain.slice(0, -1).reverse().join(', ')})` : '';
    terminal.out(
      `${colors.bold(setSummary.name)}${base}${setSummary.about === '' ? '' : `  ${colors.dim(setSummary.about)}`}`,
    );
  }
  return finish(terminal, sets.diagnostics);
}

export interface EjectArguments {
  readonly names: readonly string[];
  readonly set: string;
  readonly into: string;
}

/** Copies files of a set into the user's overlay. */
export async function runTemplatesEject(
  terminal: Terminal,
  { names, set, into }: EjectArguments,
): Promise<ExitCode> {
  // A bare name would be searched among the shipped sets.
  const folder = /^[\w-]+$/.test(into) ? `./${into}` : into;
  const ejected = await ejectTemplates({ set, names, into: folder }, ioOf(terminal, [set, folder]));
  const isMissing = ejected.diagnostics.some(({ code }) => code === 'template-not-found');
  const others = isMissing ? await setsWith(terminal, names) : [];
  const copies = ejected.value.map(({ path, text }) => ({
    path: join(folder, path),
    text,
    line: `${existsSync(resolve(terminal.cwd, folder, path)) ? '~' : '+'} ${into}/${path}`,
  }));
  const faults = writeFiles(terminal.cwd, copies);
  if (faults.length === 0) for (const { line } of copies) terminal.out(line);
  const code = finish(terminal, [...ejected.diagnostics, ...faults]);
  const [other] = others;
  if (other !== undefined)
    terminal.err(
      `${others.length === 1 ? `The set ${other} has` : `The sets ${others.join(' and ')} have`} ${names.length === 1 ? 'it' : 'them'}: add --set ${other}.`,
    );
  return code;
}

/** Sets of other languages that have all of these files. */
async function setsWith(terminal: Terminal, names: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const languageName of languageNames) {
    const { value } = await describeSet(languageName, ioOf(terminal, []));
    const files = value?.files ?? [];
    if (names.every((name) => files.some((file) => file === name || file === `${name}.hbs`)))
      found.push(languageName);
  }
  return found;
}

/** Checks whether a set loads, renders the project's document, and renders code that compiles. */
export async function runTemplatesCheck(
  terminal: Terminal,
  inputs: Inputs,
  set: string | undefined,
): Promise<ExitCode> {
  const { project, renderer, ...opened } = await openInputs(terminal, inputs, () => []);
  if (!project || !renderer) return finish(terminal, opened.diagnostics, opened.texts);
  const wanted = set === undefined ? setsOf(project.config) : [{ value: set }];
  const io = ioOf(terminal, set === undefined ? [] : setsIn(set), inputs.allowOutside);
  const codes: ExitCode[] = [];
  for (const requested of wanted)
    codes.push(await checkSet(terminal, requested, { renderer, io, texts: opened.texts }));
  return codes.find((code) => code !== EXIT.ok) ?? EXIT.ok;
}

/** The sets of all targets, or the default set without any. */
function setsOf(config: Config): readonly RequestedSet[] {
  const named = targetsOf(config, {}).flatMap((target) =>
    target.kind === 'templates' ? [target.templates] : [],
  );
  return named.length > 0 ? named : [templatesOf(config)];
}

async function checkSet(
  terminal: Terminal,
  wanted: RequestedSet,
  opened: {
    readonly renderer: SdkRenderer;
    readonly io: TemplateIo;
    readonly texts: ReadonlyMap<string, SourceText>;
  },
): Promise<ExitCode> {
  const { rendered: output, language, ...loaded } = await opened.renderer.render(wanted, opened.io);
  const texts = new Map([...opened.texts, ...excerptsOf(loaded.sources)]);
  if (!output) return finish(terminal, loaded.diagnostics, texts);
  const formatted = await format(output.files);
  const faults = textFaults(formatted.faults, output.trace);
  // A file that does not parse would be reported twice.
  const compiled = faults.length === 0 ? await compile(output, formatted.value, terminal.cwd) : [];
  const code = finish(terminal, [...loaded.diagnostics, ...faults, ...compiled], texts);
  // For other languages no compiler is available; their type checkers must be run separately.
  const extent = languageData(language ?? '')?.isCompiled === true ? 'no fault' : 'no fault of syntax';
  if (code === EXIT.ok) terminal.err(`${wanted.value}: ${count(formatted.value.length, 'file')}, ${extent}`);
  return code;
}

const excerptsOf = (sources: ReadonlyMap<string, string>): ReadonlyMap<string, SourceText> =>
  new Map([...sources].map(([name, text]) => [name, withExcerpts(name, text)]));

async function compile(
  { files, trace }: Pick<Made, 'files' | 'trace'>,
  laidOut: readonly TreeFile[],
  cwd: string,
): Promise<readonly Diagnostic[]> {
  const { checkOwn } = await import('../../verify/own-check.ts');
  const { faults, missing } = checkOwn(laidOut, cwd);
  const rendered = new Map(files.map((file) => [file.path, file.text]));
  const shown = new Map(laidOut.map((file) => [file.path, file.text]));
  const reported = faults.map(({ file: path, message, ...fault }): CompileFault => {
    const at = { line: Math.max(1, fault.line), column: Math.max(1, fault.column) };
    const text = shown.get(path) ?? '';
    const before = placeBefore(text, rendered.get(path) ?? '', at);
    const position = before && trace(path, before);
    const line = quotedLine(text, at);
    return { path, at, line, reason: message, code: fault.code, ...(position && { position }) };
  });
  return [
    ...compileFaults(reported),
    ...missing.map((name) => diagnostic('template-compile-partly', { package: name })),
  ];
}

/** Prints the views as JSON: all data that a template of the target's language can read. */
export async function runTemplatesViews(
  terminal: Terminal,
  inputs: Inputs,
  option: Pick<RequestedTarget, 'target' | 'templates'>,
): Promise<ExitCode> {
  const { project, renderer, ...opened } = await openInputs(terminal, inputs, () => []);
  if (!project || !renderer) return finish(terminal, opened.diagnostics, opened.texts);
  const { config } = project;
  const { target: name } = option;
  if (name !== undefined && !targetNames(config).includes(name))
    return finish(terminal, [diagnostic('target-unknown', { name, known: targetNames(config).join(', ') })]);
  // A target is either a language, or has a template set that names its language.
  const own = config.targets.find((extraTarget) => extraTarget.name === name);
  const templates =
    option.templates === undefined ? own?.kind === 'templates' && own.templates : { value: option.templates };
  if (!templates) return dump(terminal, renderer, mainLanguage(config, option));
  const io = ioOf(
    terminal,
    option.templates === undefined ? [] : setsIn(option.templates),
    inputs.allowOutside,
  );
  const { value, diagnostics, sources } = await loadTemplateSet(templates, io);
  const faults = value === undefined ? diagnostics : languageFault(value);
  return value === undefined || faults.length > 0
    ? finish(terminal, faults, new Map([...opened.texts, ...excerptsOf(sources)]))
    : dump(terminal, renderer, value.language.text);
}

function dump(terminal: Terminal, renderer: SdkRenderer, language: string): ExitCode {
  terminal.out(JSON.stringify(renderer.generationOf(language).views.forTemplates(), null, 2));
  return EXIT.ok;
}

function finish(
  terminal: Terminal,
  diagnostics: readonly Diagnostic[],
  texts: ReadonlyMap<string, SourceText> = new Map(),
): ExitCode {
  report(terminal, diagnostics, texts);
  return hasErrors(diagnostics) ? EXIT.failed : EXIT.ok;
}
