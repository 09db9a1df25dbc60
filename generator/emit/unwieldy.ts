/**
 * Markdown that no parser should be asked about. Prettier's takes the square of the number of openers in a
 * paragraph (20,000 brackets: 11 s),
 * and recurses for each level of quotes and lists; prose of people is far from both limits.
 */

/** Characters that may open something in one block; 3,000 take a quarter of a second. */
const MOST_OPENERS = 3000;
/** Levels of quotes and lists in one line. */
const MOST_LEVELS = 50;

export function isUnwieldy(section: string): boolean {
  let openers = 0;
  for (const line of section.split('\n')) {
    if (line.trim() === '') openers = 0;
    // The cells of a table are read one by one, so their number counts less.
    openers += isRow(line) ? Math.ceil(openersIn(line) / 10) : openersIn(line);
    if (openers > MOST_OPENERS || levelsOf(line) > MOST_LEVELS) return true;
  }
  return false;
}

const isRow = (line: string): boolean => line.startsWith('| ') && line.endsWith(' |') && line.length < 2000;

function openersIn(line: string): number {
  let count = 0;
  for (let at = 0; at < line.length; at++) if ('[]{}<\\*_~!&'.includes(line.charAt(at))) count++;
  return count;
}

/**
 * How many markers of quotes and list items a line begins with. One character after the other, so that no
 * line takes long.
 */
function levelsOf(line: string): number {
  let levels = 0;
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at);
    if (
      character === '>' ||
      character === '-' ||
      character === '*' ||
      character === '+' ||
      character === '.' ||
      character === ')'
    )
      levels++;
    else if (character !== ' ' && character !== '\t' && !(character >= '0' && character <= '9')) break;
  }
  return levels;
}
