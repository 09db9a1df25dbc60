/** From a side to its Api, with all that printing needs. */
import { emptyConfig } from '../config/empty.ts';
import type { Config } from '../config/types.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Texts } from '../diagnostics/print/placed.ts';
import { buildApi } from '../ir/build.ts';
import type { Api } from '../ir/types.ts';
import { upgrade } from '../openapi/upgrade/upgrade.ts';
import { loadDocuments } from '../source/load.ts';
import type { Documents } from '../source/types.ts';
import type { Side } from './diff-inputs.ts';

export interface LoadedSide {
  readonly api?: Api;
  readonly documents?: Documents;
  readonly config: Config;
  readonly diagnostics: readonly Diagnostic[];
  readonly texts: Texts;
}

export async function loadSide(side: Side, options: { readonly config?: Config; readonly allowRemote: boolean }): Promise<LoadedSide> {
  const config = options.config ?? emptyConfig();
  const loaded = await loadDocuments(side.entry, { io: side.io, allowRemote: options.allowRemote, upgrade });
  if (loaded.value === undefined) return { config, diagnostics: loaded.diagnostics, texts: loaded.texts };
  const built = buildApi({ documents: loaded.value, config });
  return { api: built.value, documents: loaded.value, config, diagnostics: [...loaded.diagnostics, ...built.diagnostics], texts: loaded.texts };
}
