import { readdirSync } from 'node:fs';
import type { Diagnostic } from '../../generator/diagnostics/diagnostic.ts';
import type { Texts } from '../../generator/diagnostics/print/placed.ts';
import { upgrade } from '../../generator/openapi/upgrade/upgrade.ts';
import { diskIo } from '../../generator/source/io.ts';
import { loadDocuments } from '../../generator/source/load.ts';

export interface Said {
  readonly diagnostics: readonly Diagnostic[];
  readonly texts: Texts;
}

/** What the generator says about the `openapi.*` file of a folder. The one place where further stages join the error cases. */
export async function checkFolder(folder: string): Promise<Said> {
  const entry = readdirSync(folder).find((name) => /^openapi\.\w+$/.test(name)) ?? 'openapi.yml';
  const { diagnostics, texts } = await loadDocuments(entry, { io: diskIo(folder), allowRemote: false, upgrade });
  return { diagnostics, texts };
}
