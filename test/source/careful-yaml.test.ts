/** YAML that is read with positions and aliases: the value, what is said, and places. */
import { expect, it } from 'vitest';
import { parseCarefully } from '../../generator/source/parse/parse-yaml.ts';

/** So many keys are copied by merges. */
const MOST_COPIED = 100_000;

const read = (text: string) => {
  const { value, diagnostics } = parseCarefully('d.yml', text);
  return {
    value,
    said: diagnostics.map(
      ({ code, position }) => `${code} ${position?.line ?? '?'}:${position?.column ?? '?'}`,
    ),
    messages: diagnostics.map((one) => one.message),
  };
};

it.each<[string, unknown, readonly string[], boolean?]>([
  ['', null, []],
  ['# nothing', null, []],
  ['a: 1', { a: 1 }, []],
  ['a', 'a', []],
  ['[1, a, true, null, 1.5]', [1, 'a', true, null, 1.5], []],
  ['a: ', { a: null }, []],
  ['- \n- a', [null, 'a'], []],
  // Keys as they are written.
  ['200: a\n1.0: b\ntrue: c\nnull: d\n~: e', { 200: 'a', '1.0': 'b', true: 'c', null: 'd', '~': 'e' }, []],
  ['"200": a\n? x\n: y', { 200: 'a', x: 'y' }, []],
  ['? [a]\n: b\nc: d', { c: 'd' }, ['key-not-text 1:3']],
  ['? {a: 1}\n: b', {}, ['key-not-text 1:3']],
  ['a: &x b\n*x : c', { a: 'b', b: 'c' }, [], true],
  ['a: &x 5\n*x : c', { a: 5, 5: 'c' }, [], true],
  ['a: &x true\n*x : c', { a: true, true: 'c' }, [], true],
  ['a: &x [1]\n*x : c', { a: [1] }, ['key-not-text 2:1'], true],
  ['a: &x null\n*x : c', { a: null }, ['key-not-text 2:1'], true],
  ['a: 1\nb: 2\na: 3', { a: 3, b: 2 }, ['duplicate-key 3:1']],
  // Values that JSON does not have are their text.
  ['a: !!timestamp 2020-01-01', { a: '2020-01-01' }, []],
  ['a: 0x10\nb: .inf', { a: 16, b: Number.POSITIVE_INFINITY }, []],
  // Pairs in a list.
  ['[a: 1, b: {c: 2}, d]', [{ a: 1 }, { b: { c: 2 } }, 'd'], []],
  ['[a: ]', [{ a: null }], []],
  ['[? a : b]', [{ a: 'b' }], []],
  ['[{} : b]', [{}], ['key-not-text 1:2']],
  // Aliases.
  ['a: &x {b: 1}\nc: *x', { a: { b: 1 }, c: { b: 1 } }, [], true],
  ['- &x a\n- *x', ['a', 'a'], [], true],
  ['- &x [1]\n- *x', [[1], [1]], [], true],
  ['- &x a\n- &x b\n- *x', ['a', 'b', 'b'], [], true],
  ['a: &x {b: *x}', { a: { b: null } }, ['alias-cycle 1:11'], true],
  // Merges.
  ['a: &x {b: 1, c: 2}\nd: {<<: *x, c: 3}', { a: { b: 1, c: 2 }, d: { c: 3, b: 1 } }, [], true],
  ['d: {<<: [{a: 1}, {a: 2, b: 3}]}', { d: { a: 1, b: 3 } }, [], true],
  ['d: {<<: text}', { d: {} }, [], true],
  ['d: {<<: null, a: 1}', { d: { a: 1 } }, [], true],
  ['d: {<<: [1, {a: 1}]}', { d: { a: 1 } }, [], true],
  ['d: {"<<": {a: 1}}', { d: { '<<': { a: 1 } } }, []],
])('%j', (text, value, said, isShared) => {
  const found = read(text);
  expect(found.said).toEqual(said);
  expect(found.value?.value).toEqual(value);
  expect(found.value?.shared).toBe(isShared ?? false);
});

it('a key twice is told with the line of the first', () => {
  expect(read('a: 1\nb: 2\na: 3\na: 4').messages).toEqual([
    expect.stringContaining('line 1'),
    expect.stringContaining('line 1'),
  ]);
});

it.each([
  ['a: *y', 'alias-unknown'],
  ['a: [', 'yaml-syntax'],
  ['a: b: c', 'yaml-syntax'],
])('%j is a fault: %s', (text, code) => {
  expect(read(text).said[0]?.split(' ')[0]).toBe(code);
});

it.each<readonly [string, string, number, number]>([
  ['a: 1\nb: text', '/b', 2, 4],
  ['a: 1\nb: [x, y]', '/b', 2, 1],
  ['a: 1\nb: {x: y}', '/b', 2, 1],
  ['a: 1\nb: [x, y]', '/b/1', 2, 8],
  ['a: 1\nb:\n  - c: 1\n    d: 2', '/b/0/d', 4, 8],
  ['a: 1\nb:', '/b', 2, 3],
  ['a: 1\na: 22', '/a', 1, 4],
  ['a: &x 1\nb: *x', '/b', 2, 4],
  ['a: 1', '/none', 1, 1],
])('in %j, %s is at %d:%d', (text, pointer, line, column) => {
  expect(read(text).value?.locate(pointer)).toEqual({ line, column });
});

/** In a comment a merge costs no syntax tree, and is counted all the same. */
it.each([
  ['<<:', true],
  [' <<:', true],
  ['{<<:', true],
  ['{a: 1,<<:', true],
  ['\t<< :', true],
  ['<<\t:', true],
  ['a<<:', false],
  ['-<<:', false],
  ['<< a:', false],
])('more merges such as %j than are read are refused: %j', (line, isRefused) => {
  const many = (count: number): string => `a: 1 #\n${`# ${line}\n`.repeat(count)}`;
  const said = (count: number): readonly string[] => read(many(count)).said;
  expect(said(MOST_COPIED)).toEqual([]);
  // The last of them, in its own line.
  expect(said(MOST_COPIED + 1)).toEqual(
    isRefused ? [`merge-growth ${MOST_COPIED + 2}:${3 + line.indexOf('<<')}`] : [],
  );
});
