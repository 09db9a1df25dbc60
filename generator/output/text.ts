/** Text as the manifest knows it: line ends do not count, so a checkout with CRLF is the same text. */
import * as crypto from 'node:crypto';

export const normalise = (text: string): string => (text.includes('\r') ? text.replaceAll('\r\n', '\n') : text);

/** 132 bits of SHA-256. */
export const hashText = (text: string): string => digest(normalise(text), 22);

/** 30 bits: enough to tell the lines of one file apart, small enough to keep for every line. */
export const LINE_HASH_LENGTH = 5;
export const hashLine = (line: string): string => digest(line, LINE_HASH_LENGTH);

/** Whether most lines of a text end in CRLF. */
export function usesCrlf(text: string): boolean {
  const all = text.split('\n').length - 1;
  return all > 0 && text.split('\r\n').length - 1 > all / 2;
}

export const withLineEnds = (text: string, crlf: boolean): string => (crlf ? text.replaceAll('\n', '\r\n') : text);

/** The one-shot function costs a fifth on short texts; Node 20 has it from 20.12 on. */
const sha256: (text: string) => string = 'hash' in crypto ? (text) => crypto.hash('sha256', text, 'base64url') : (text) => crypto.createHash('sha256').update(text).digest('base64url');

const digest = (text: string, length: number): string => sha256(text).slice(0, length);
