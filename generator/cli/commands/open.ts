/**
 * The first half of most commands: reads the inputs and plans the SDK, or returns the reasons for failure.
 */
import { type Diagnostic, distinctDiagnostics } from '../../diagnostics/diagnostic.ts';
import type { Config } from '../../config/types.ts';
import type { Generation } from '../../generate.ts';
import { notIgnored } from '../../ignored.ts';
import { hasErrors } from '../../lib/result.ts';
import { type Project, loadProject } from '../../project.ts';
import { diskIo } from '../../source/io.ts';
import type { SourceText } from '../../source/types.ts';
import { type SdkRenderer, createRenderer, madeLanguages } from '../../targets.ts';
import type { Inputs } from '../inputs.ts';
import type { Terminal } from '../terminal.ts';

export interface OpenedProject {
  readonly project: Project | undefined;
  readonly renderer: SdkRenderer | undefined;
  /** By language, in the order of the config; the first is the main language. */
  readonly generations: ReadonlyMap<string, Generation<unknown, object>>;
  readonly diagnostics: readonly Diagnostic[];
  readonly texts: ReadonlyMap<string, SourceText>;
}

/** `languages` are those that the config generates, unless others are requested. */
export async function openInputs(
  terminal: Terminal,
  inputs: Inputs,
  languages: (config: Config) => readonly string[] = madeLanguages,
): Promise<OpenedProject> {
  const project = await loadProject({
    io: diskIo(terminal.cwd, { allowOutside: inputs.allowOutside }),
    cwd: terminal.cwd,
    ...inputs,
  });
  const { value, texts } = project;
  if (!value || hasErrors(project.diagnostics))
    return {
      project: undefined,
      renderer: undefined,
      generations: new Map(),
      diagnostics: project.diagnostics,
      texts,
    };
  const renderer = createRenderer(value);
  const generations = new Map(
    languages(value.config).map((language) => [language, renderer.generationOf(language)]),
  );
  const found = [...generations.values()].flatMap((generation) => generation.diagnostics);
  const diagnostics = notIgnored(value.config, [...project.diagnostics, ...distinctDiagnostics(found)]);
  return { project: value, renderer, generations, diagnostics, texts };
}
