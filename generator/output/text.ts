/** Text as the manifest compares it: line ends are ignored, so a checkout with CRLF is the same text. */
import { sha256 } from '../lib/hash.ts';

export const normalise = (text: string): string =>
  text.includes('\r') ? text.replaceAll('\r\n', '\n') : text;

/** 132 bits of SHA-256. */
export const hashText = (text: string): string => sha256(normalise(text)).slice(0, 22);

/** 30 bits: enough to distinguish the lines of a file, small enough to store for every line. */
export const LINE_HASH_LENGTH = 5;

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Pairs of digits, the lower digit first. */
const PAIRS: readonly string[] = Array.from(
  { length: 4096 },
  (_, value) => DIGITS.charAt(value & 63) + DIGITS.charAt(value >>> 6),
);

/**
 * FNV-1a over UTF-16 code units with MurmurHash3's finalizer, so that all bits count. Not a SHA, because it
 * runs for every line of a large SDK.
 */
export function hashLine(text: string, start = 0, end = text.length): string {
  let hash = 0x811c9dc5;
  for (let index = start; index < end; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  hash ^= hash >>> 16;
  return `${PAIRS[hash & 4095]}${PAIRS[(hash >>> 12) & 4095]}${DIGITS.charAt((hash >>> 24) & 63)}`;
}

/** True if most lines of a text end in CRLF. */
export function usesCrlf(text: string): boolean {
  const all = text.split('\n').length - 1;
  return all > 0 && text.split('\r\n').length - 1 > all / 2;
}

export const withLineEnds = (text: string, crlf: boolean): string =>
  crlf ? text.replaceAll('\n', '\r\n') : text;
