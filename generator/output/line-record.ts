/**
 * `.sdkwright/lines`: the last generated text of every file as hashes of its lines. A three-way merge only
 * needs to know which lines of the base are still on either side, so hashes suffice, at a sixth of the size
 * and without a second copy of the code in every review.
 */
import { byCodeUnit } from '../lib/order.ts';
import { STATE_FOLDER } from './manifest.ts';
import { LINE_HASH_LENGTH, hashLine } from './text.ts';

export const LINES_FILE = `${STATE_FOLDER}/lines`;

/** The record of a text: a row of hashes for each block of lines. Blank lines separate blocks. */
export type Rows = readonly string[];

export interface LineRecord {
  readonly path: string;
  /** `hashText` of the recorded text. */
  readonly hash: string;
  readonly rows: Rows;
}

const HEAD = /^@ ([\w-]{22}) (.+)$/;
const EMPTY = '.';

export function recordLines(text: string): Rows {
  const rows: string[] = [];
  let row: string[] = [];
  // Does not split the text, because large SDKs have a million lines.
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    if (end > start) row.push(hashLine(text, start, end));
    else {
      rows.push(row.join(''));
      row = [];
    }
    start = end + 1;
  }
  return [...rows, row.join('')];
}

/** The line hashes of a record; a blank line is an empty text. */
export const linesOf = (rows: Rows): readonly string[] =>
  rows.flatMap((row, index) => [
    ...(index > 0 ? [''] : []),
    ...(row.match(new RegExp(`.{${LINE_HASH_LENGTH}}`, 'g')) ?? []),
  ]);

export function printRecords(records: Iterable<LineRecord>): string {
  return [...records]
    .sort((a, b) => byCodeUnit(a.path, b.path))
    .map((record) =>
      [`@ ${record.hash} ${record.path}`, ...record.rows.map((row) => row || EMPTY), ''].join('\n'),
    )
    .join('');
}

/** Records by `hash path`. A record with a git conflict is dropped, and its merge works without a base. */
export function parseRecords(text: string): ReadonlyMap<string, LineRecord> {
  const records = new Map<string, LineRecord>();
  let open: { path: string; hash: string; rows: string[] } | undefined;
  const close = (): void => {
    if (open) records.set(recordKey(open), open);
    open = undefined;
  };
  for (const line of text.split(/\r?\n/)) {
    const head = HEAD.exec(line);
    if (head) {
      close();
      open = { hash: head[1] ?? '', path: head[2] ?? '', rows: [] };
    } else if (open && line !== '') {
      const isRow = line === EMPTY || (/^[\w-]+$/.test(line) && line.length % LINE_HASH_LENGTH === 0);
      if (isRow) open.rows.push(line === EMPTY ? '' : line);
      else open = undefined;
    }
  }
  close();
  return records;
}

export const recordKey = ({ hash, path }: { readonly hash: string; readonly path: string }): string =>
  `${hash} ${path}`;
