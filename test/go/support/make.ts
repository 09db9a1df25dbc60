/** A Go SDK as its templates print it, with its design, in a folder. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { render } from '../../../generator/emit/render.ts';
import { generateFor } from '../../../generator/generate.ts';
import { go as GO } from '../../../generator/languages/go/data.ts';
import { go } from '../../../generator/languages/go/language.ts';
import type { GoSdk as GoDesign } from '../../../generator/languages/go/sdk.ts';
import { loadProject } from '../../../generator/project.ts';
import { diskIo } from '../../../generator/source/io.ts';
import { templateSet } from '../../support/sdk.ts';

export interface MadeGo {
  readonly design: GoDesign;
  readonly packageName: string;
  readonly module: string;
  /** Writes the files of Go, without tests and examples. */
  readonly write: (folder: string) => void;
}

/** Throws with the diagnostics where there is no SDK. */
export async function makeGo(spec: string, config?: string): Promise<MadeGo> {
  const project = await loadProject({
    io: diskIo('/'),
    cwd: '/',
    spec,
    allowRemote: false,
    ...(config === undefined ? {} : { config }),
  });
  if (!project.value) throw new Error(project.diagnostics.map(({ message }) => message).join('\n'));
  const { configFor, documents } = project.value;
  const { sdk, views } = generateFor(go, { documents, config: configFor(GO) });
  const view = views.forTemplates();
  const { value: files } = render(await templateSet('go'), view);
  return {
    design: sdk,
    packageName: view.package.name,
    module: view.package.module,
    write: (folder) => {
      for (const { path, text } of files) {
        if (!/\.go$|^go\.mod$/.test(path) || /_test\.go$|^examples\//.test(path)) continue;
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
    },
  };
}
