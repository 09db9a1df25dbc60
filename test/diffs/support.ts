import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildApi } from '../../generator/ir/build.ts';
import { emptyConfig } from '../../generator/config/empty.ts';
import type { Config } from '../../generator/config/types.ts';
import type { Api } from '../../generator/ir/types.ts';
import { upgrade } from '../../generator/openapi/upgrade/upgrade.ts';
import { diskIo, memoryIo } from '../../generator/source/io.ts';
import { loadDocuments } from '../../generator/source/load.ts';
import type { Diagnostic } from '../../generator/diagnostics/diagnostic.ts';
import type { Documents } from '../../generator/source/types.ts';
import { projectRoot } from '../support/shared.ts';

/** The JSON Schema of the result file, as the build reads it off the types. */
export const reportSchema = (): object =>
  JSON.parse(readFileSync(join(projectRoot, 'dist/schema/diff.json'), 'utf8')) as object;

export interface Loaded {
  readonly api?: Api;
  readonly documents?: Documents;
  readonly diagnostics: readonly Diagnostic[];
}

/** A document on disk as an Api; undefined when it cannot be read. */
export async function loadApi(folder: string, file: string, config: Config = emptyConfig()): Promise<Loaded> {
  return built(await loadDocuments(file, { io: diskIo(folder), allowRemote: false, upgrade }), config);
}

export async function apiOf(
  text: string,
  config: Config = emptyConfig(),
  name = 'openapi.yml',
): Promise<Api> {
  const loaded = built(
    await loadDocuments(name, { io: memoryIo({ [name]: text }), allowRemote: false, upgrade }),
    config,
  );
  if (loaded.api === undefined)
    throw new Error(loaded.diagnostics.map((one) => `${one.code}: ${one.message}`).join('\n'));
  return loaded.api;
}

export async function documentsOf(text: string, name = 'openapi.yml'): Promise<Documents> {
  const loaded = await loadDocuments(name, { io: memoryIo({ [name]: text }), allowRemote: false, upgrade });
  if (loaded.value === undefined)
    throw new Error(loaded.diagnostics.map((one) => `${one.code}: ${one.message}`).join('\n'));
  return loaded.value;
}

function built(loaded: Awaited<ReturnType<typeof loadDocuments>>, config: Config): Loaded {
  if (loaded.value === undefined) return { diagnostics: loaded.diagnostics };
  const api = buildApi({ documents: loaded.value, config });
  return {
    api: api.value,
    documents: loaded.value,
    diagnostics: [...loaded.diagnostics, ...api.diagnostics],
  };
}
