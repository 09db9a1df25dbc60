/** What `sdkwright upgrade` says: the patch, the files, what is left, what was taken by likeness. */
import { createTwoFilesPatch } from 'diff';
import type { Left, MemberMove, Upgraded } from '../../upgrade/types.ts';

export const patchOf = (shown: string, before: string, after: string): string =>
  createTwoFilesPatch(`a/${shown}`, `b/${shown}`, before, after, undefined, undefined, {
    headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true },
  });

const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;

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
  const places = files.reduce((sum, one) => sum + one.edits, 0);
  const head =
    files.length === 0
      ? 'Nothing to change.'
      : mode === 'write'
        ? `${count(places, 'change')} in ${count(files.length, 'file')}.`
        : `${count(places, 'change')} in ${count(files.length, 'file')} to be made.`;
  return [
    ...(mode === 'dry-run' ? [] : files.map((one) => `${shownAs(one.path)}: ${count(one.edits, 'change')}`)),
    head,
    ...guessLines(guesses),
    ...leftLines(left, shownAs),
    ...unknownLines(unknown, shownAs),
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
          (one) => `  ${one.owner.slice(one.owner.indexOf('#') + 1)}.${one.before} → ${one.after}`,
        ),
      ];

const leftLines = (left: readonly Left[], shownAs: (path: string) => string): readonly string[] =>
  left.length === 0
    ? []
    : [
        '',
        `${count(left.length, 'place')} left for you:`,
        ...left.flatMap((one) => [
          `  ${shownAs(one.file)}:${one.line}:${one.column}  ${one.excerpt}`,
          `    ${one.reason}`,
          ...(one.finding === undefined ? [] : [`    ${one.finding}`]),
          `    ${one.advice}`,
        ]),
      ];

const MOST = 5;

const unknownLines = (unknown: Upgraded['unknown'], shownAs: (path: string) => string): readonly string[] =>
  unknown.length === 0
    ? []
    : [
        '',
        `${count(unknown.length, 'place')} that neither SDK accepts; what is around them may have been overlooked:`,
        ...unknown.slice(0, MOST).map((one) => `  ${shownAs(one.file)}:${one.line}  ${one.reason}`),
        ...(unknown.length > MOST ? [`  and ${unknown.length - MOST} more`] : []),
      ];
