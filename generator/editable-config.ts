/** The config as a text to change: the file that is there, or what `init` proposes where there is none. */
import { relative, resolve, dirname } from 'node:path';
import { valueOf } from './config/rewrite/rewrite.ts';
import { loadConfig } from './config/load.ts';
import type { MethodName } from './config/rewrite/methods.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { methodsOf, operationOf } from './init/methods.ts';
import { propose } from './init/propose.ts';
import type { Api } from './ir/types.ts';
import { NEWEST_EDITION } from './lib/editions.ts';
import { type Io, memoryIo } from './source/io.ts';
import { isUrl } from './source/reference.ts';
import type { Documents } from './source/types.ts';

/** The file that is made where there is none. */
export const NEW_CONFIG = 'sdkwright.yml';

/** The bytes of a config as text, its mark included; undefined where it is not UTF-8 or not there. */
export async function configText(file: string, io: Io): Promise<string | undefined> {
  const found = await io.readFile(file);
  if (found?.kind !== 'bytes') return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(found.bytes);
  } catch {
    return undefined;
  }
}

/** What `init` would write for a document that the user has named. */
export function proposedConfig(
  documents: Documents,
  { spec, file, cwd }: { readonly spec: string; readonly file: string; readonly cwd: string },
): string {
  const shown = isUrl(spec)
    ? spec
    : relative(dirname(resolve(cwd, file)), resolve(cwd, spec)).replaceAll('\\', '/');
  return propose({ documents, spec: shown, document: spec, edition: NEWEST_EDITION }).value.text;
}

/** The methods of an SDK as changes of the config name them. */
export const methodNamesOf = (api: Api): readonly MethodName[] =>
  methodsOf(api.root).map(({ resource, method }) => ({
    operation: operationOf(method),
    resource,
    key: method.key,
  }));

/** What is wrong with a text as a config; of two texts, what the second adds. */
export async function configFaults(file: string, text: string): Promise<readonly Diagnostic[]> {
  if (valueOf(text) === undefined) return (await loadConfig(file, memoryIo({ [file]: text }))).diagnostics;
  const { diagnostics } = await loadConfig(file, memoryIo({ [file]: text }));
  return diagnostics.filter(({ severity }) => severity === 'error');
}
