/**
 * Which edition an SDK without a config is made for: the one that it was made for first, so that an upgrade
 * of the generator renames nothing.
 */
import { EDITIONS, NEWEST_EDITION } from '../../lib/editions.ts';
import { MANIFEST_FILE, NO_STAMP, type Stamp, parseManifest } from '../../output/manifest.ts';
import type { Io } from '../../source/io.ts';

/** What the SDK in a folder was made for; undefined where there is none. */
export async function keptStamp(io: Io, out: string): Promise<Stamp | undefined> {
  const file = await io.readFile(`${out}/${MANIFEST_FILE}`);
  if (file?.kind !== 'bytes') return undefined;
  return parseManifest(new TextDecoder().decode(file.bytes)).value?.stamp ?? NO_STAMP;
}

/**
 * Of an empty folder the newest; of a manifest that names none, the one that was the newest before manifests
 * did.
 */
export function keptEdition(stamp: Stamp | undefined): string {
  if (stamp === undefined) return NEWEST_EDITION;
  const edition = stamp.edition ?? '';
  return /^\d{4}-\d{2}-\d{2}$/.test(edition) ? edition : EDITIONS.own;
}
