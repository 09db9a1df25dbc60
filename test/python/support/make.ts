/**
 * A Python SDK as its templates print it, without the formatter: quicker, and the same to the interpreter.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { render } from '../../../generator/emit/render.ts';
import { type Generation, generateFor } from '../../../generator/generate.ts';
import { python } from '../../../generator/languages/python/language.ts';
import type { PythonSdk } from '../../../generator/languages/python/sdk.ts';
import type { RootView } from '../../../generator/languages/python/views/index.ts';
import { python as PYTHON } from '../../../generator/languages/python/data.ts';
import { loadProject } from '../../../generator/project.ts';
import { diskIo } from '../../../generator/source/io.ts';
import { templateSet } from '../../support/sdk.ts';

export interface MadePython {
  readonly generation: Generation<PythonSdk, RootView>;
  readonly design: PythonSdk;
  /** Writes the package alone, as `name` below the folder: it imports itself by relative names only. */
  readonly writePackage: (folder: string, name: string) => void;
}

/** Throws with the diagnostics where there is no SDK. */
export async function makePython(spec: string, config?: string): Promise<MadePython> {
  const project = await loadProject({
    io: diskIo('/'),
    cwd: '/',
    spec,
    allowRemote: false,
    ...(config === undefined ? {} : { config }),
  });
  if (!project.value) throw new Error(project.diagnostics.map((one) => one.message).join('\n'));
  const { configFor, documents } = project.value;
  const generation = generateFor(python, { documents, config: configFor(PYTHON) });
  const { value: files } = render(await templateSet('python'), { ...generation.views.forTemplates() });
  return {
    generation,
    design: generation.sdk,
    writePackage: (folder, name) => {
      for (const { path, text } of files) {
        const place = /^src\/[^/]+\/(.*)$/.exec(path)?.[1];
        if (place === undefined) continue;
        const file = join(folder, name, place);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
    },
  };
}
