/** The license texts of SPDX. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { packageFolder } from './package-folder.ts';

/** Defined by the build: the file that contains the texts, relative to the package. */
declare const SDKWRIGHT_LICENSES: string | undefined;

const require = createRequire(import.meta.url);
let texts: Readonly<Record<string, string>> | undefined;

/** The text of a known SPDX id; empty for a license without a text. */
export function licenseText(id: string): string {
  if (typeof SDKWRIGHT_LICENSES !== 'string') return textInList(id);
  texts ??= unpackTexts(readFileSync(packageFolder(SDKWRIGHT_LICENSES)));
  return texts[id] ?? '';
}

/** Reads the package's own list: a JSON file for each license, twelve megabytes in all. */
function textInList(id: string): string {
  const loaded: unknown = require(`spdx-license-list/licenses/${id}.json`);
  return typeof loaded === 'object' && loaded !== null && 'licenseText' in loaded
    ? String(loaded.licenseText).trim()
    : '';
}

/** Used by the build. Licenses repeat each other across more than the usual compression window. */
export const packTexts = (ids: Iterable<string>): Uint8Array =>
  brotliCompressSync(JSON.stringify(Object.fromEntries([...ids].map((id) => [id, textInList(id)]))), {
    params: { [constants.BROTLI_PARAM_LARGE_WINDOW]: 1, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });

/** Reverses `packTexts`. */
export const unpackTexts = (packed: Uint8Array): Readonly<Record<string, string>> =>
  JSON.parse(
    brotliDecompressSync(packed, { params: { [constants.BROTLI_DECODER_PARAM_LARGE_WINDOW]: 1 } }).toString(),
  );
