/** Names of files and folders that some system keeps for itself, or does not take. */
import { sha256 } from './hash.ts';

/**
 * Whether a file system may take a name for `.git`: Windows drops dots and spaces at the end, has a short name
 * for it and streams behind a colon; macOS passes over invisible characters.
 */
export const isGitFolder = (part: string): boolean =>
  /^(?:\.git|git~\d+)[. ]*(?::.*)?$/is.test(part.replace(PASSED_OVER, ''));

/** The code points that HFS+ ignores in names, as git's `is_hfs_dotgit` lists them. */
const PASSED_OVER = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g;

/** Whether Windows keeps a name for a device, with or without an extension. */
export const isDeviceName = (part: string): boolean =>
  /^(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:\.|$)/i.test(part);

/**
 * Most file systems take 255 bytes for one name; what is left is for endings such as `.test.ts`, and for
 * telling equal names apart.
 */
const MAX_BYTES = 235;

/**
 * A name of the API as the stem of a file or the name of a folder that every system takes: devices of Windows
 * get an underscore, what is too
 * long is cut and told apart by a hash of the whole. `room`: characters that the path has left for it.
 */
export function fileStem(name: string, room: number): string {
  const free = isDeviceName(name) ? `${name}_` : name;
  if (free.length <= room && bytesOf(free) <= MAX_BYTES) return free;
  // In characters that differ by more than their case, which some systems ignore.
  const mark = `-${Array.from(sha256(name).slice(0, 8), (text) => text.charCodeAt(0).toString(36))
    .join('')
    .slice(0, 10)}`;
  const most = Math.max(MIN_CUT, Math.min(MAX_CUT, room)) - mark.length;
  let kept = '';
  for (const character of name) {
    if (kept.length + character.length > most || bytesOf(kept + character) > MAX_BYTES - mark.length) break;
    kept += character;
  }
  return `${kept.replace(/[-_.]+$/, '')}${mark}`;
}

/** A cut name need not fill the path: others stand below it. */
const MAX_CUT = 60;
const MIN_CUT = 24;
const encoder = new TextEncoder();
const bytesOf = (text: string): number => encoder.encode(text).length;
