/** Prints the result of `sdkwright upgrade`: the patch, the files, what is left, and renames by likeness. */
import { createTwoFilesPatch, formatPatch } from 'diff';
import type { CodePlace, Left, MemberMove, MovedPlace, Upgraded } from '../../upgrade/types.ts';
import { count } from '../../lib/count.ts';

const HEADERS = { includeIndex: false, includeUnderline: false, includeFileHeaders: true };
/** Number of lines around each change. */
const CONTEXT = 4;
const NO_NEWLINE = '\\ No newline at end of file';

/**
 * Compares line by line if no line was added or removed, because finding the shortest patch of
 * thousands of changes takes minutes.
 */
export function patchOf(shown: string, before: string, after: string): string {
  const [a, b] = [linesOf(before), linesOf(after)];
  if (a.length !== b.length)
    return createTwoFilesPatch(`a/${shown}`, `b/${shown}`, before, after, undefined, undefined, {
      headerOptions: HEADERS,
    });
  return formatPatch(
    {
      oldFileName: `a/${shown}`,
      newFileName: `b/${shown}`,
      oldHeader: undefined,
      newHeader: undefined,
      hunks: stretches(a, b).map(([start, end]) => ({
        oldStart: start + 1,
        oldLines: end - start,
        newStart: start + 1,
        newLines: end - start,
        lines: hunkLines(a.slice(start, end), b.slice(start, end)),
      })),
    },
    HEADERS,
  );
}

/** Lines including their line ends. */
const linesOf = (text: string): readonly string[] => text.split(/(?<=\n)/);

/** Ranges of lines that differ, with the lines around them. */
function stretches(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  a.forEach((line, index) => {
    if (line === b[index]) return;
    const [start, end] = [Math.max(0, index - CONTEXT), Math.min(a.length, index + CONTEXT + 1)];
    const last = found.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = end;
    else found.push([start, end]);
  });
  return found;
}

function hunkLines(a: readonly string[], b: readonly string[]): string[] {
  const lines: string[] = [];
  const write = (sign: string, line: string): void => {
    lines.push(sign + line.replace(/\n$/, ''));
    if (!line.endsWith('\n')) lines.push(NO_NEWLINE);
  };
  for (let at = 0; at < a.length; at += 1) {
    if (a[at] === b[at]) {
      write(' ', a[at] ?? '');
      continue;
    }
    const start = at;
    while (at + 1 < a.length && a[at + 1] !== b[at + 1]) at += 1;
    for (const line of a.slice(start, at + 1)) write('-', line);
    for (const line of b.slice(start, at + 1)) write('+', line);
  }
  return lines;
}

export function summaryOf(
  { files, left, guesses, unknown }: Upgraded,
  {
    shownAs,
    wrote,
    mode,
  }: {
    readonly shownAs: (path: string) => string;
    readonly wrote: string;
    readonly mode: 'write' | 'dry-run' | 'check';
  },
): string {
  // The position in the file as the command leaves it.
  const placeOf: PlaceOf = (placed) => (mode === 'write' ? placed : placed.before);
  const places = files.reduce((sum, file) => sum + file.edits, 0);
  const head =
    files.length === 0
      ? 'Nothing to change.'
      : mode === 'write'
        ? `${count(places, 'change')} in ${count(files.length, 'file')}.`
        : `${count(places, 'change')} in ${count(files.length, 'file')} to be made.`;
  return [
    ...(mode === 'dry-run'
      ? []
      : files.map((file) => `${shownAs(file.path)}: ${count(file.edits, 'change')}`)),
    head,
    ...guessLines(guesses),
    ...leftLines(left, shownAs, placeOf),
    ...unknownLines(unknown, shownAs, placeOf),
    ...(wrote === '' ? [] : [wrote]),
  ].join('\n');
}

const guessLines = (guesses: readonly MemberMove[]): readonly string[] =>
  guesses.length === 0
    ? []
    : [
        '',
        'Taken to be the same by their names, types and descriptions; look at them:',
        ...guesses.map(
          (guess) => `  ${guess.owner.slice(guess.owner.indexOf('#') + 1)}.${guess.before} → ${guess.after}`,
        ),
      ];

type PlaceOf = (placed: MovedPlace) => CodePlace;

const leftLines = (
  left: readonly Left[],
  shownAs: (path: string) => string,
  placeOf: PlaceOf,
): readonly string[] =>
  left.length === 0
    ? []
    : [
        '',
        `${count(left.length, 'place')} left for you:`,
        ...left.flatMap((item) => [
          `  ${shownAs(item.file)}:${placeOf(item).line}:${placeOf(item).column}  ${placeOf(item).excerpt}`,
          `    ${item.reason}`,
          ...(item.finding === undefined ? [] : [`    ${item.finding}`]),
          `    ${item.advice}`,
        ]),
      ];

const MOST = 5;

const unknownLines = (
  unknown: Upgraded['unknown'],
  shownAs: (path: string) => string,
  placeOf: PlaceOf,
): readonly string[] =>
  unknown.length === 0
    ? []
    : [
        '',
        `${count(unknown.length, 'place')} that neither SDK accepts; what is around them may have been overlooked:`,
        ...unknown
          .slice(0, MOST)
          .map((item) => `  ${shownAs(item.file)}:${placeOf(item).line}  ${item.reason}`),
        ...(unknown.length > MOST ? [`  and ${unknown.length - MOST} more`] : []),
      ];
