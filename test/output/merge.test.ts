import { describe, expect, it } from 'vitest';
import { hasMarks, mergeText } from '../../generator/output/merge.ts';
import { hashLine } from '../../generator/output/text.ts';

const text = (...all: readonly string[]): string => all.join('\n');
const hashes = (base: string): readonly string[] =>
  base.split('\n').map((line) => (line === '' ? '' : hashLine(line)));

describe('a merge', () => {
  const base = text('a', 'b', '', 'c', 'd', 'e');
  const merge = (yours: string, generated: string) => mergeText({ base: hashes(base), yours, generated });

  it('takes the changes of both sides', () => {
    expect(merge(text('A', 'b', '', 'c', 'd', 'e'), text('a', 'b', '', 'c', 'd', 'E'))).toEqual({
      text: text('A', 'b', '', 'c', 'd', 'E'),
      conflicts: 0,
    });
    expect(merge(text('a', '', 'c', 'd', 'e'), text('a', 'b', '', 'c', 'd', 'e', 'f'))).toEqual({
      text: text('a', '', 'c', 'd', 'e', 'f'),
      conflicts: 0,
    });
  });

  it('takes a change that both sides made once', () => {
    expect(merge(text('a', 'B', '', 'c', 'd', 'e'), text('a', 'B', '', 'c', 'd', 'e'))).toEqual({
      text: text('a', 'B', '', 'c', 'd', 'e'),
      conflicts: 0,
    });
  });

  it('marks what the two changed in different ways, yours first, each place once', () => {
    expect(merge(text('A', 'b', '', 'c', 'd', 'E'), text('x', 'b', '', 'c', 'd', 'y'))).toEqual({
      text: text(
        '<<<<<<< yours',
        'A',
        '=======',
        'x',
        '>>>>>>> generated',
        'b',
        '',
        'c',
        'd',
        '<<<<<<< yours',
        'E',
        '=======',
        'y',
        '>>>>>>> generated',
      ),
      conflicts: 2,
    });
  });

  it('knows lines that are on neither side any more', () => {
    expect(merge(text('a', 'b', '', 'c', 'e'), text('a', 'b', '', 'c', 'e'))).toEqual({
      text: text('a', 'b', '', 'c', 'e'),
      conflicts: 0,
    });
    expect(merge(text('a', 'x', '', 'c', 'd', 'e'), text('a', 'y', '', 'c', 'd', 'e')).conflicts).toBe(1);
    // Two lost lines are not the same line, and no empty one.
    expect(merge(text('a', 'b', '', 'c'), text('a', 'b', '', 'c')).text).toBe(text('a', 'b', '', 'c'));
    expect(merge(text('a', 'b', 'c', 'd', 'e'), text('a', 'b', '', 'c', 'd', 'e')).text).toBe(
      text('a', 'b', 'c', 'd', 'e'),
    );
  });
});

describe('a merge without a base', () => {
  const merge = (yours: string, generated: string) => mergeText({ base: undefined, yours, generated });

  it('keeps what one side has beside what both have', () => {
    expect(merge(text('a', 'mine', 'b', 'c'), text('a', 'b', 'new', 'c'))).toEqual({
      text: text('a', 'mine', 'b', 'new', 'c'),
      conflicts: 0,
    });
    expect(merge(text('a', 'b'), text('a', 'b'))).toEqual({ text: text('a', 'b'), conflicts: 0 });
    expect(merge(text('a', 'b', 'c', 'tail'), text('a', 'b', 'c'))).toEqual({
      text: text('a', 'b', 'c', 'tail'),
      conflicts: 0,
    });
  });

  it('marks lines that both have at one place', () => {
    expect(merge(text('a', 'mine', 'b', 'x', 'c'), text('a', 'new', 'b', 'y', 'c'))).toEqual({
      text: text(
        'a',
        '<<<<<<< yours',
        'mine',
        '=======',
        'new',
        '>>>>>>> generated',
        'b',
        '<<<<<<< yours',
        'x',
        '=======',
        'y',
        '>>>>>>> generated',
        'c',
      ),
      conflicts: 2,
    });
  });
});

it('sees either mark that is a line of its own', () => {
  expect(
    [
      'a\n<<<<<<< yours\nb',
      'a\n>>>>>>> generated',
      ' <<<<<<< yours',
      'a >>>>>>> generated',
      '=======',
      '',
    ].map(hasMarks),
  ).toEqual([true, true, false, false, false, false]);
});
