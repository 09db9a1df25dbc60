/** The first half of most commands: inputs to a planned SDK, or the reasons why not. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { type Generation, generate } from '../../generate.ts';
import { notIgnored } from '../../ignored.ts';
import { hasErrors } from '../../lib/result.ts';
import { type Project, loadProject } from '../../project.ts';
import { diskIo } from '../../source/io.ts';
import type { SourceText } from '../../source/types.ts';
import type { Inputs } from '../inputs.ts';
import type { Terminal } from '../terminal.ts';

export interface Opened {
  readonly project: Project | undefined;
  readonly generation: Generation | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly texts: ReadonlyMap<string, SourceText>;
}

export async function openInputs(terminal: Terminal, inputs: Inputs): Promise<Opened> {
  const project = await loadProject({
    io: diskIo(terminal.cwd, { allowOutside: inputs.allowOutside }),
    cwd: terminal.cwd,
    ...inputs,
  });
  if (!project.value || hasErrors(project.diagnostics))
    return {
      project: undefined,
      generation: undefined,
      diagnostics: project.diagnostics,
      texts: project.texts,
    };
  const generation = generate(project.value);
  return {
    project: project.value,
    generation,
    diagnostics: notIgnored(project.value.config, [...project.diagnostics, ...generation.diagnostics]),
    texts: project.texts,
  };
}
