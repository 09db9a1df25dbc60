/** The license of the SDK: its SPDX id, if it has one, and its text. */
import spdx from 'spdx-license-list/simple.js';
import { licenseText } from './license-texts.ts';

export interface License {
  /** For `package.json`: an SPDX id or expression, `UNLICENSED`, or a hint to the file. */
  readonly id: string;
  /** Content of the file `LICENSE`; undefined if only the license's name is known. */
  readonly text: string | undefined;
}

const ids = new Map([...spdx].map((id) => [id.toLowerCase(), id]));

/**
 * Finds a license by name: documents write `Apache 2.0` where SPDX has `Apache-2.0`.
 * Ambiguous names (`BSD`) are not guessed.
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
 * Leading lines that name the licensor. Other texts begin with the copyright of
 * the license itself, which stays.
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
