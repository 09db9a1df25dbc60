/** Edits of a text: places lead both ways, and many edits take no longer than their number. */
import { describe, expect, it } from 'vitest';
import { patchOf } from '../../generator/cli/upgrade/report.ts';
import { type Edit, apply, replace, settle } from '../../generator/upgrade/project/edits.ts';
import { isName, keyText, sameQuotes } from '../../generator/upgrade/project/text.ts';

describe('edits', () => {
  const text = 'one two three four';
  const swap: Edit = {
    start: 4,
    end: 13,
    parts: [{ start: 8, end: 13 }, ' and\n', { start: 4, end: 7 }],
  };
  const settled = () =>
    settle([swap, replace({ start: 4, end: 7 }, '2'), replace({ start: 14, end: 18 }, '4')]);

  it.each([
    ['one', 'one'],
    ['three', 'three'],
    ['two', '2'],
    ['four', '4'],
  ])('lead from %s to %s and back', (before, after) => {
    const made = apply(text, settled().edits);
    expect(made.text).toBe('one three and\n2 4');
    expect(made.toNew(text.indexOf(before))).toBe(made.text.indexOf(after));
    expect(made.toOld(made.text.indexOf(after))).toBe(text.indexOf(before));
  });

  it('are many', () => {
    const count = 30_000;
    const all = Array.from({ length: count }, (_, index) =>
      replace({ start: index * 4, end: index * 4 + 2 }, 'abc'),
    );
    const before = 'xy;\n'.repeat(count);
    const started = performance.now();
    const { text: after, toNew } = apply(before, settle([...all, ...all]).edits);
    expect(after).toBe('abc;\n'.repeat(count));
    expect(toNew(before.length - 2)).toBe(after.length - 2);
    const patch = patchOf('a.ts', before, after);
    expect(patch.split('\n').filter((line) => line === '+abc;')).toHaveLength(count);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

/** The text that edits apply to. Positions are those of its digits: 3 is the position of `3`. */
const DIGITS = '0123456789';
type Written = readonly [
  start: number,
  end: number,
  ...parts: readonly (string | readonly [number, number])[],
];
const edit = ([start, end, ...parts]: Written): Edit => ({
  ...{ start, end },
  parts: parts.map((part) => (typeof part === 'string' ? part : { start: part[0], end: part[1] })),
});

describe('edits of one text', () => {
  it.each<[string, readonly Written[], string]>([
    ['none', [], DIGITS],
    ['one', [[3, 5, 'X']], '012X56789'],
    [
      'at both ends',
      [
        [0, 1, 'A'],
        [9, 10, 'Z'],
      ],
      'A12345678Z',
    ],
    [
      'in any order',
      [
        [6, 7, 'B'],
        [3, 5, 'A'],
      ],
      '012A5B789',
    ],
    [
      'side by side',
      [
        [3, 5, 'A'],
        [5, 7, 'B'],
      ],
      '012AB789',
    ],
    [
      'twice the same',
      [
        [3, 5, 'A'],
        [3, 5, 'A'],
      ],
      '012A56789',
    ],
    ['an insertion', [[4, 4, 'X']], '0123X456789'],
    [
      'an insertion before a replacement',
      [
        [4, 4, 'X'],
        [4, 6, 'Y', [4, 6]],
      ],
      '0123YX456789',
    ],
    [
      'an insertion behind a replacement',
      [
        [4, 6, [4, 6], 'Y'],
        [6, 6, 'X'],
      ],
      '012345XY6789',
    ],
    ['what is moved', [[2, 8, [5, 8], [2, 5]]], '0156723489'],
    [
      'what is moved, with an edit inside',
      [
        [2, 8, [5, 8], [2, 5]],
        [6, 7, 'X'],
      ],
      '015X723489',
    ],
    [
      'what is copied, with an edit inside',
      [
        [2, 4, [2, 4], [2, 4]],
        [2, 3, 'X'],
      ],
      '01X3X3456789',
    ],
    [
      'three deep',
      [
        [1, 9, '(', [2, 8], ')'],
        [3, 7, '[', [4, 6], ']'],
        [5, 6, 'X'],
      ],
      '0(2[4X]7)9',
    ],
    [
      'two inside of one',
      [
        [1, 9, '(', [1, 9], ')'],
        [2, 3, 'A'],
        [7, 8, 'B'],
      ],
      '0(1A3456B8)9',
    ],
    [
      'another behind one with an edit inside',
      [
        [1, 5, '(', [1, 5], ')'],
        [2, 3, 'A'],
        [7, 8, 'B'],
      ],
      '0(1A34)56B89',
    ],
  ])('%s', (_title, written, expected) => {
    const { edits, clashes } = settle(written.map(edit));
    expect(clashes).toEqual([]);
    expect(apply(DIGITS, edits).text).toBe(expected);
  });

  it.each<[string, readonly Written[], readonly Written[]]>([
    [
      'the same place, other texts',
      [
        [3, 5, 'A'],
        [3, 5, 'B'],
      ],
      [],
    ],
    [
      'two that overlap',
      [
        [3, 5, 'A'],
        [4, 6, 'B'],
      ],
      [],
    ],
    [
      'two insertions at one place',
      [
        [4, 4, 'A'],
        [4, 4, 'B'],
      ],
      [],
    ],
    [
      'two that overlap, and a third',
      [
        [3, 5, 'A'],
        [4, 6, 'B'],
        [7, 8, 'C'],
      ],
      [[7, 8, 'C']],
    ],
    [
      'one in what another loses',
      [
        [2, 8, 'A'],
        [4, 5, 'B'],
      ],
      [[2, 8, 'A']],
    ],
    [
      'one in what another loses, beside what it keeps',
      [
        [2, 8, [2, 4]],
        [4, 5, 'B'],
      ],
      [[2, 8, [2, 4]]],
    ],
    [
      'one that is partly in what another keeps',
      [
        [2, 8, [2, 5]],
        [4, 6, 'B'],
      ],
      [[2, 8, [2, 5]]],
    ],
    [
      'an overlap inside of another',
      [
        [1, 9, [1, 9]],
        [3, 5, 'A'],
        [4, 6, 'B'],
      ],
      [[1, 9, [1, 9]]],
    ],
  ])('that clash are left out: %s', (_title, written, kept) => {
    const all = written.map(edit);
    const { edits, clashes } = settle(all);
    expect(edits).toEqual(kept.map(edit));
    expect(clashes).toHaveLength(all.length - kept.length);
  });
});

describe('positions', () => {
  const places = Array.from({ length: DIGITS.length + 1 }, (_, place) => place);
  const map = (written: readonly Written[]) => {
    const made = apply(DIGITS, settle(written.map(edit)).edits);
    return { ...made, fresh: places.map(made.toNew) };
  };

  it('of the old text are found in the new', () => {
    expect(map([]).fresh).toEqual(places);
    expect(map([[3, 5, 'XYZ']]).fresh).toEqual([0, 1, 2, 3, 3, 6, 7, 8, 9, 10, 11]);
    expect(map([[3, 5]]).fresh).toEqual([0, 1, 2, 3, 3, 3, 4, 5, 6, 7, 8]);
    expect(
      map([
        [1, 2],
        [5, 7],
      ]).fresh,
    ).toEqual([0, 1, 1, 2, 3, 4, 4, 4, 5, 6, 7]);
    expect(map([[2, 8, [5, 8], [2, 5]]]).fresh).toEqual([0, 1, 5, 6, 7, 2, 3, 4, 8, 9, 10]);
  });

  it('of the new text are found in the old', () => {
    const { text, toOld } = map([
      [3, 5, 'XYZ'],
      [7, 8],
    ]);
    expect(text).toBe('012XYZ5689');
    expect([...text, ''].map((_, place) => toOld(place))).toEqual([0, 1, 2, 3, 3, 3, 5, 6, 8, 9, 10]);
    expect([toOld(-1), map([]).toNew(-1)]).toEqual([-1, -1]);
  });
});

describe('texts as the code around them', () => {
  it.each([
    ["'a'", 'b', "'b'"],
    ['"a"', 'b', '"b"'],
    ['`a`', 'b`c\\', '`b\\`c\\\\`'],
    ["'a'", "it's", "'it\\'s'"],
    ['"a"', '"b"', '"\\"b\\""'],
    ['a', 'b"', '"b\\""'],
    ['', 'b', "'b'"],
  ])('for %s, %s is %s', (written, text, expected) => expect(sameQuotes(written, text)).toBe(expected));

  it.each([
    ['a', 'a'],
    ['$a_1', '$a_1'],
    ['größe', 'größe'],
    ['1a', "'1a'"],
    ['a-b', "'a-b'"],
    ['', "''"],
    ["it's\\", "'it\\'s\\\\'"],
  ])('%s as a key is %s', (text, expected) => {
    expect(keyText(text)).toBe(expected);
    expect(isName(text)).toBe(text === expected);
  });
});
