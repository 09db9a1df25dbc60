/** The project with the current config: parsed once, planned again after each change. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { distinctDiagnostics } from '../diagnostics/diagnostic.ts';
import type { loadConfig } from '../config/load.ts';
import { notIgnored } from '../ignored.ts';
import type { Api } from '../ir/types.ts';
import { hasErrors } from '../lib/result.ts';
import { type LoadedProject, type Project, everyLanguage, withConfig } from '../project.ts';
import type { SourceText } from '../source/types.ts';
import {
  type LoadedSets,
  type SdkRenderer,
  createRenderer,
  madeLanguages,
  mainLanguage,
} from '../targets.ts';

export interface Plan {
  readonly revision: number;
  readonly project: Project;
  readonly api: Api;
  readonly renderer: SdkRenderer;
  /** The main language first. */
  readonly languages: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  readonly texts: ReadonlyMap<string, SourceText>;
  /** The config has errors; this is the last valid plan. */
  readonly isStale: boolean;
  /** Names of all documents that were read. */
  readonly documents: readonly string[];
  /** Plans the same documents with another config. `load` is called if the config names other documents. */
  readonly withConfig: (
    read: Awaited<ReturnType<typeof loadConfig>>,
    load: () => Promise<LoadedProject>,
  ) => Promise<LoadedProject>;
}

/** `loaded` must have a value. */
export function planProject(
  loaded: LoadedProject,
  {
    revision,
    file,
    sets,
    hasSpec,
  }: {
    readonly revision: number;
    readonly file: string;
    readonly sets: LoadedSets;
    /** The command line names the document. */
    readonly hasSpec: boolean;
  },
): Plan {
  const project = loaded.value;
  if (project === undefined) throw new Error('a project that was not loaded');
  const { config } = project;
  const renderer = createRenderer(project, undefined, sets);
  const main = renderer.generationOf(mainLanguage(config));
  const ofConfig = ({ origin, position }: Diagnostic): boolean =>
    (origin?.document ?? position?.document) === file;
  return {
    revision,
    project,
    api: main.api,
    renderer,
    languages: madeLanguages(config),
    diagnostics: notIgnored(config, distinctDiagnostics([...loaded.diagnostics, ...main.diagnostics])),
    texts: loaded.texts,
    isStale: false,
    documents: [...project.documents.sources.keys()],
    withConfig: async (read, load) => {
      if (read.value === undefined || hasErrors(read.diagnostics))
        return {
          value: undefined,
          diagnostics: read.diagnostics,
          texts: new Map([...loaded.texts, ...(read.value ? [[file, read.value.source] as const] : [])]),
        };
      const { source } = read.value;
      const value = withConfig(project, everyLanguage(read.value), hasSpec);
      if (value === undefined) return load();
      return {
        value,
        diagnostics: [...read.diagnostics, ...loaded.diagnostics.filter((item) => !ofConfig(item))],
        texts: new Map([...loaded.texts, [file, source]]),
      };
    },
  };
}
