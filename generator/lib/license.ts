/** The licence of the SDK: its SPDX id where it has one, and its text. */
import spdx from 'spdx-license-list/simple.js';
import { licenseText } from './license-texts.ts';

export interface License {
  /** For `package.json`: an SPDX id or expression, `UNLICENSED`, or a hint to the file. */
  readonly id: string;
  /** For the file `LICENSE`; undefined where only its name is known. */
  readonly text: string | undefined;
}

const ids = new Map([...spdx].map((id) => [id.toLowerCase(), id]));

/**
 * Documents write `Apache 2.0` where SPDX has `Apache-2.0`; names that leave a choice (`BSD`) are not
 * guessed.
 */
export function licenseOf(name: string, holder: string): License {
  if (name === 'UNLICENSED') return { id: name, text: undefined };
  const id = ids.get(
    name
      .trim()
      .replace(/ licen[sc]e$/i, '')
      .replace(/\s+/g, '-')
      .toLowerCase(),
  );
  if (id !== undefined) return { id, text: withHolder(id, licenseText(id), holder) };
  const isExpression = name
    .split(/\s+(?:OR|AND|WITH)\s+|[()]/)
    .every((part) => part.trim() === '' || ids.has(part.trim().toLowerCase()));
  return { id: isExpression ? name : 'SEE LICENSE IN LICENSE', text: undefined };
}

/**
 * Lines at the start that name whoever grants the licence. Other texts begin with the copyright of the
 * licence itself, which stays.
 */
const GRANTED = /^Copyright\b.*(?:<year>|\[year\]|\byear\b).*$/im;
const GRANTED_BY_ITS_AUTHOR = new Map([['ISC', /^(?:Copyright\b.*\n)+/m]]);
const START = 300;

function withHolder(id: string, text: string, holder: string): string {
  const pattern = GRANTED_BY_ITS_AUTHOR.get(id) ?? GRANTED;
  const line = pattern.exec(text.slice(0, START))?.[0];
  return line === undefined
    ? text
    : text.replace(line, () => `Copyright (c) ${holder}${line.endsWith('\n') ? '\n' : ''}`);
}
