/** Names of files and folders that an operating system reserves or rejects. */
import { sha256 } from './hash.ts';

/**
 * True if a file system may take the name for `.git`: Windows drops trailing dots and spaces, has a short
 * name for it and reads streams after a colon; macOS ignores invisible characters.
 */
export const isGitFolder = (part: string): boolean =>
  /^(?:\.git|git~\d+)[. ]*(?::.*)?$/is.test(part.replace(PASSED_OVER, ''));

/** The code points that HFS+ ignores in names, as git's `is_hfs_dotgit` lists them. */
const PASSED_OVER = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g;

/** True if Windows reserves the name for a device, with or without an extension. */
export const isDeviceName = (part: string): boolean =>
  /^(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:\.|$)/i.test(part);

/**
 * Most file systems allow 255 bytes for a name. The remainder is for extensions such as `.test.ts`
 * and for suffixes of equal names.
 */
const MAX_BYTES = 235;

/**
 * Converts a name of the API to a file stem or folder name that every system accepts. Windows device
 * names get an underscore, and a name that is too long is cut and gets a hash of the whole. `room` is the
 * number of characters left in the path.
 */
export function fileStem(name: string, room: number): string {
  const free = isDeviceName(name) ? `${name}_` : name;
  if (free.length <= room && bytesOf(free) <= MAX_BYTES) return free;
  // Uses characters that differ by more than case, which some systems ignore.
  const mark = `-${Array.from(sha256(name).slice(0, 8), (text) => text.charCodeAt(0).toString(36))
    .join('')
    .slice(0, 10)}`;
  const most = Math.max(MIN_CUT, Math.min(MAX_CUT, room)) - mark.length;
  let kept = '';
  for (const character of name) {
    if (kept.length + character.length > most) break;
    kept += character;
  }
  return `${kept.replace(/[-_.]+$/, '')}${mark}`;
}

/**
 * A cut name must not fill the path, because other names may follow below it; in no script does it reach
 * `MAX_BYTES`.
 */
const MAX_CUT = 60;
const MIN_CUT = 24;
const encoder = new TextEncoder();
const bytesOf = (text: string): number => encoder.encode(text).length;
