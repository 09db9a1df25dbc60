/** Edits of a text: places lead both ways, and many edits take no longer than their number. */
import { describe, expect, it } from 'vitest';
import { patchOf } from '../../generator/cli/upgrade/report.ts';
import { type Edit, apply, replace, settle } from '../../generator/upgrade/project/edits.ts';

describe('edits', () => {
  const text = 'one two three four';
  const swap: Edit = {
    start: 4,
    end: 13,
    parts: [{ start: 8, end: 13 }, ' and\n', { start: 4, end: 7 }],
  };
  const { edits } = settle([swap, replace({ start: 4, end: 7 }, '2'), replace({ start: 14, end: 18 }, '4')]);
  const made = apply(text, edits);

  it.each([
    ['one', 'one'],
    ['three', 'three'],
    ['two', '2'],
    ['four', '4'],
  ])('lead from %s to %s and back', (before, after) => {
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
