/**
 * The first half of a run: renders documents and templates to texts. Its intermediate data (trees, the
 * plan, views) is many times as large as its result and is released before texts are formatted and written.
 */
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { Config } from '../../config/types.ts';
import { type Diagnostic, diagnostic, diagnosticKey, isStrictFault } from '../../diagnostics/diagnostic.ts';
import { setsIn } from '../../emit/load.ts';
import { diskTemplates } from '../../emit/template-io.ts';
import type { Trace } from '../../emit/trace.ts';
import type { TreeFile } from '../../emit/types.ts';
import { notIgnored } from '../../ignored.ts';
import { hasErrors } from '../../lib/result.ts';
import { VIEW_VERSION } from '../../lib/view-version.ts';
import type { Stamp } from '../../output/manifest.ts';
import { pathObstacle } from '../../output/write-file.ts';
import { type Project, loadProject } from '../../project.ts';
import { type Target, createRenderer, mainLanguage, targetNames, targetsOf } from '../../targets.ts';
import { isSafePath, isWithin, projectRoot } from '../../lib/boundary.ts';
import { diskIo } from '../../source/io.ts';
import type { SourceText } from '../../source/types.ts';
import type { LastRun } from '../last-run.ts';
import { packageFolder, version as generatorVersion } from '../package.ts';
import { withExcerpts } from '../report.ts';
import type { Terminal } from '../terminal.ts';
import type { GenerateArguments } from './generate-arguments.ts';
import { runCommandTarget } from './command-target.ts';
import { keptEdition, keptStamp } from './kept-edition.ts';
import { placesOf } from '../../plan/sdk.ts';
import { sdkFolder } from '../../languages/sdk-folder.ts';
import { packageVersions } from '../../own-version.ts';
import { figuresOf } from './summary.ts';

/** A template set rendered for a folder, as unformatted texts. */
export interface RenderedTarget {
  readonly out: string;
  /** Of its templates; undefined for what a program makes. */
  readonly language?: string;
  readonly files: readonly TreeFile[];
  /** Files generated without templates, which are already formatted. */
  readonly documented: readonly TreeFile[];
  readonly stamp: Stamp;
  /** Only if requested by `isTraced`. */
  readonly trace?: Trace;
}

interface Rendering {
  readonly lastRun: LastRun;
  readonly say: (stage: string) => void;
  /** True to keep the views, so that a position in a text can be traced to its template. */
  readonly isTraced?: boolean;
}

export interface RenderedSdk {
  /**
   * False if a program of the user is involved: its output may depend on
   * anything, so the run is never cached.
   */
  readonly isRepeatable: boolean;
  /** Undefined if there is nothing to write; the diagnostics explain why. */
  readonly config: Config | undefined;
  readonly targets: readonly RenderedTarget[];
  readonly figures: ReturnType<typeof figuresOf>;
  readonly diagnostics: readonly Diagnostic[];
  /** For excerpts. */
  readonly texts: ReadonlyMap<string, SourceText>;
  /** Files and folders that were read. */
  readonly inputs: readonly string[];
}

export async function renderSdk(
  terminal: Terminal,
  args: GenerateArguments,
  { lastRun, say, isTraced = false }: Rendering,
): Promise<RenderedSdk> {
  const { cwd } = terminal;
  say('reading …');
  const project = await loadProject({
    io: lastRun.io(diskIo(cwd, { allowOutside: args.allowOutside })),
    cwd,
    allowRemote: args.allowRemote,
    ...(args.spec ? { spec: args.spec } : {}),
    ...(args.overlays ? { overlays: args.overlays } : {}),
    ...(args.config ? { config: args.config } : {}),
  });
  const texts = new Map(project.texts);
  const inputs = [...project.texts.keys()];
  const stopped = (diagnostics: readonly Diagnostic[]): RenderedSdk => ({
    config: undefined,
    isRepeatable: false,
    targets: [],
    figures: { resources: 0, methods: 0, models: 0 },
    diagnostics,
    texts,
    inputs,
  });
  if (!project.value || hasErrors(project.diagnostics)) return stopped(project.diagnostics);

  say('planning …');
  const given = project.value.config;
  const { out } = targetsOf(given, args)[0] ?? {};
  // A config declares its own edition.
  const before = out === undefined ? undefined : await keptStamp(lastRun.io(diskIo(cwd)), out);
  const edition = given.edition === undefined && out !== undefined ? keptEdition(before) : undefined;
  const kept = edition === undefined ? project.value : withEdition(project.value, edition);
  const { config } = kept;
  const renderer = createRenderer(kept, before?.places);
  const generation = renderer.generationOf(mainLanguage(config, args));
  const diagnostics: Diagnostic[] = [
    ...notIgnored(config, [...project.diagnostics, ...generation.diagnostics]),
  ];
  const wanted = targetsOf(config, args);
  if (args.target !== undefined && !targetNames(config).includes(args.target))
    diagnostics.push(
      diagnostic('target-unknown', { name: args.target, known: targetNames(config).join(', ') }),
    );
  else if (wanted.length === 0) diagnostics.push(diagnostic('no-output', {}));
  if (!args.allowOutside) diagnostics.push(...wanted.flatMap((target) => outsideFault(target, cwd)));
  if (!hasErrors(diagnostics)) diagnostics.push(...wanted.flatMap((target) => placeFault(target, cwd)));
  if (!args.allowCommands) diagnostics.push(...wanted.flatMap(commandFault));
  if (hasErrors(diagnostics) || (args.strict && diagnostics.some(isStrictFault))) return stopped(diagnostics);

  const sources = [...project.texts].map(([name, sourceText]) => [name, sourceText.text] as const);
  const stamp = {
    generator: generatorVersion(),
    view: VIEW_VERSION,
    spec: hash(sources.filter(([name]) => name !== config.file).flat()),
    config: hash(sources.filter(([name]) => name === config.file).flat()),
    ...(edition === undefined ? {} : { edition }),
    places: placesOf(generation.plan),
  };
  const reported = new Set(diagnostics.map(diagnosticKey));
  /** Diagnostics of another language that the main language does not have. */
  const ofLanguage = (language: string): readonly Diagnostic[] =>
    notIgnored(config, renderer.generationOf(language).diagnostics).filter((item) => {
      const isNew = !reported.has(diagnosticKey(item));
      reported.add(diagnosticKey(item));
      return isNew;
    });
  const targets: RenderedTarget[] = [];
  for (const target of wanted) {
    say(`rendering ${target.out} …`);
    if (target.kind === 'command') {
      const answer = await runCommandTarget(kept, target, cwd);
      diagnostics.push(...answer.diagnostics);
      if (answer.value)
        targets.push({
          out: target.out,
          files: answer.value,
          documented: [],
          stamp: { ...stamp, templates: '' },
        });
      continue;
    }
    const io = lastRun.templates(
      diskTemplates(cwd, packageFolder('templates'), {
        allowOutside: args.allowOutside,
        ...(args.templates ? { named: setsIn(args.templates) } : {}),
      }),
    );
    const { rendered: output, ...set } = await renderer.render(
      target.templates,
      io,
      ({ manifest, language }) =>
        packageVersions(lastRun.io(diskIo(cwd)), manifest, {
          own: target.out,
          sdk: sdkFolder(config, language),
        }),
    );
    for (const [name, text] of set.sources) texts.set(name, withExcerpts(name, text));
    inputs.push(...set.folders);
    diagnostics.push(...set.diagnostics);
    if (set.language !== undefined) diagnostics.push(...ofLanguage(set.language));
    if (!output) continue;
    const { trace, ...files } = output;
    targets.push({
      ...files,
      out: target.out,
      ...(set.language !== undefined && { language: set.language }),
      stamp: { ...stamp, templates: hash([...set.sources].flat()) },
      ...(isTraced && { trace }),
    });
  }
  return {
    config,
    isRepeatable: wanted.every((target) => target.kind === 'templates'),
    targets,
    figures: figuresOf(generation.api),
    diagnostics,
    texts: detached(texts, diagnostics),
    inputs,
  };
}

/**
 * Resolves the positions of these diagnostics, so that the trees behind the texts can be
 * released. This command prints no notes.
 */
function detached(
  texts: ReadonlyMap<string, SourceText>,
  diagnostics: readonly Diagnostic[],
): ReadonlyMap<string, SourceText> {
  const origins = diagnostics
    .filter((item) => item.severity !== 'note')
    .flatMap((item) => [
      ...(item.origin ? [item.origin] : []),
      ...(item.related ?? []).map((related) => related.origin),
    ]);
  return new Map(
    [...texts].map(([name, { text, locate }]) => {
      const places = new Map(
        origins.filter((origin) => origin.document === name).map(({ pointer }) => [pointer, locate(pointer)]),
      );
      return [name, { name, text, locate: (pointer) => places.get(pointer) ?? { line: 1, column: 1 } }];
    }),
  );
}

/** Both a config and a link in the project may be untrusted; neither may place files outside the project. */
function outsideFault({ out, isRequested }: Target, cwd: string): readonly Diagnostic[] {
  const path = resolve(cwd, out);
  const isSafe = isRequested ? isSafePath(cwd, path) : isWithin(projectRoot(cwd), path);
  return isSafe ? [] : [diagnostic('output-outside', { folder: out })];
}

/** Checked before anything is rendered, even with `--allow outside`. */
function placeFault({ out }: Target, cwd: string): readonly Diagnostic[] {
  const obstacle = pathObstacle(cwd, out);
  return obstacle ? [obstacle] : [];
}

/** A program named in a config can do anything that its user can. */
const commandFault = (target: Target): readonly Diagnostic[] =>
  target.kind === 'command'
    ? [diagnostic('command-not-allowed', { name: target.name }, { origin: target.origin })]
    : [];

const withEdition = ({ config, configFor, documents }: Project, edition: string): Project => ({
  documents,
  config: { ...config, edition },
  configFor: (audience) => ({ ...configFor(audience), edition }),
});

function hash(parts: readonly string[]): string {
  const sum = createHash('sha256');
  for (const [index, part] of parts.entries()) sum.update(index === 0 ? '' : '\0').update(part);
  return sum.digest('hex').slice(0, 16);
}
