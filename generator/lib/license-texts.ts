/** The texts of the licences of SPDX. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { packageFolder } from './package-folder.ts';

/** Set in the build: the file that holds them, relative to the package. */
declare const SDKWRIGHT_LICENSES: string | undefined;

const require = createRequire(import.meta.url);
let texts: Readonly<Record<string, string>> | undefined;

/** By an SPDX id that is there; empty for a licence without a text. */
export function licenseText(id: string): string {
  if (typeof SDKWRIGHT_LICENSES !== 'string') return textInList(id);
  texts ??= unpackTexts(readFileSync(packageFolder(SDKWRIGHT_LICENSES)));
  return texts[id] ?? '';
}

/** From the list as its package has it: a file of JSON for each, twelve megabytes. */
function textInList(id: string): string {
  const loaded: unknown = require(`spdx-license-list/licenses/${id}.json`);
  return typeof loaded === 'object' && loaded !== null && 'licenseText' in loaded
    ? String(loaded.licenseText).trim()
    : '';
}

/** For the build. Licences repeat each other over more than the window that is usual. */
export const packTexts = (ids: Iterable<string>): Uint8Array =>
  brotliCompressSync(JSON.stringify(Object.fromEntries([...ids].map((id) => [id, textInList(id)]))), {
    params: { [constants.BROTLI_PARAM_LARGE_WINDOW]: 1, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });

/** What `packTexts` packed. */
export const unpackTexts = (packed: Uint8Array): Readonly<Record<string, string>> =>
  JSON.parse(
    brotliDecompressSync(packed, { params: { [constants.BROTLI_DECODER_PARAM_LARGE_WINDOW]: 1 } }).toString(),
  );
