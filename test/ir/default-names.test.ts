/** Default names, document by document: `names/*.md`. `naming-support.ts` has the form of a line. */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type DefaultName, type Habits } from '../../generator/ir/naming/surroundings.ts';
import { USUAL, callOf, linesOf, namesOf } from './naming-support.ts';

const folder = new URL('./names/', import.meta.url);

/**
 * Title of the document → its lines. A title that ends in `(get, set)` tells what the API calls reading and
 * putting one thing.
 */
function documentsIn(file: string): readonly (readonly [title: string, text: string])[] {
  const text = readFileSync(fileURLToPath(new URL(file, folder)), 'utf8');
  return [...text.matchAll(/^## (.+)\n+```text\n([^`]+)```$/gm)].map((match) => [
    match[1] ?? '',
    match[2] ?? '',
  ]);
}

function habitsOf(title: string): Habits {
  const [, retrieve, put] = /\((\w+), (\w+)\)$/.exec(title) ?? [];
  return retrieve === undefined || put === undefined ? USUAL : { retrieve, put };
}

describe.each(readdirSync(folder).filter((file) => file.endsWith('.md')))('%s', (file) => {
  it.each(documentsIn(file))('%s', (title, text) => {
    const lines = linesOf(text);
    const shown = (one: DefaultName): string =>
      title.startsWith('why') ? `${callOf(one)}: ${one.detail}` : callOf(one);
    const names = namesOf(lines, habitsOf(title));
    expect(names.map((name, index) => [lines[index]?.operation.id, shown(name)])).toEqual(
      lines.map((line) => [line.operation.id, line.expected]),
    );
  });
});
