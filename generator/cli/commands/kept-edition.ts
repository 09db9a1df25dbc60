/**
 * The edition of an SDK without a config: that of its first run, so that an upgrade
 * of the generator renames nothing.
 */
import { EDITIONS, NEWEST_EDITION } from '../../lib/editions.ts';
import { MANIFEST_FILE, NO_STAMP, type Stamp, parseManifest } from '../../output/manifest.ts';
import type { Io } from '../../source/io.ts';

/** The stamp of the SDK in a folder; undefined if there is no SDK. */
export async function keptStamp(io: Io, out: string): Promise<Stamp | undefined> {
  const file = await io.readFile(`${out}/${MANIFEST_FILE}`);
  if (file?.kind !== 'bytes') return undefined;
  return parseManifest(new TextDecoder().decode(file.bytes)).value?.stamp ?? NO_STAMP;
}

/**
 * The newest edition for an empty folder. For a manifest without an edition, the newest edition at
 * the time when manifests had none.
 */
export function keptEdition(stamp: Stamp | undefined): string {
  if (stamp === undefined) return NEWEST_EDITION;
  const edition = stamp.edition ?? '';
  return /^\d{4}-\d{2}-\d{2}$/.test(edition) ? edition : EDITIONS.own;
}
