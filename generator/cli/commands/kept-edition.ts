/**
 * Which edition an SDK without a config is made for: the one that it was made for first, so that an upgrade
 * of the generator renames nothing.
 */
import { EDITIONS, NEWEST_EDITION } from '../../lib/editions.ts';
import { MANIFEST_FILE, parseManifest } from '../../output/manifest.ts';
import type { Io } from '../../source/io.ts';

/**
 * Of an empty folder the newest; of a manifest that names none, the one that was the newest before manifests
 * did.
 */
export async function keptEdition(io: Io, out: string): Promise<string> {
  const file = await io.readFile(`${out}/${MANIFEST_FILE}`);
  if (file?.kind !== 'bytes') return NEWEST_EDITION;
  const edition = parseManifest(new TextDecoder().decode(file.bytes)).value?.stamp.edition ?? '';
  return /^\d{4}-\d{2}-\d{2}$/.test(edition) ? edition : EDITIONS.own;
}
