/** Documents that are small as text and large once their aliases are written out. */
import { expect, test } from 'vitest';
import { codes, load } from './support.ts';
import { aliasGrowth } from '../../generator/source/parse/alias-growth.ts';
import type { JsonValue } from '../../generator/lib/json.ts';

const growth = (root: JsonValue, written: number): string | undefined => {
  const [found, ...more] = aliasGrowth('openapi.yml', root, written);
  expect(more).toEqual([]);
  if (found === undefined) return undefined;
  expect(found).toMatchObject({
    code: 'alias-growth',
    position: { document: 'openapi.yml', line: 1, column: 1 },
  });
  return found.message;
};

/** A list of the same value. */
const times = (count: number, value: JsonValue): JsonValue => Array.from({ length: count }, () => value);

test('what shares nothing may be as large as it is', () => {
  expect(growth(times(100_000, 'x'), 400_000)).toBeUndefined();
  expect(growth({ text: 'x'.repeat(2_000_000) }, 2_000_010)).toBeUndefined();
  expect(growth(null, 4)).toBeUndefined();
  expect(growth('x'.repeat(999_999), 1)).toBeUndefined();
});

test('20,000 values are the least that may come of aliases', () => {
  const ten = times(9, 1);
  // A list of n lists of ten values each: 1 + 10 n.
  expect(growth(times(1_999, ten), 100)).toBeUndefined();
  expect(
    growth([...(times(1_999, ten) as JsonValue[]), ...(times(9, 1) as JsonValue[])], 100),
  ).toBeUndefined();
  expect(growth(times(2_000, ten), 100)).toMatch(/20001/);
});

test('a document of many values may grow by twenty', () => {
  // 2,000 objects of their own, each with a number, beside a list of nine numbers that is shared.
  const own = (): JsonValue[] => Array.from({ length: 2_000 }, (_, index) => ({ index }));
  const sized = (length: number): JsonValue => [...own(), ...(times(length, times(9, 1)) as JsonValue[])];
  // 1 + 2 × 2,000 + 10 are its own, and 1 + 2 × 2,000 + 10 n come of it.
  expect(growth(sized(7_621), 1_000_000)).toBeUndefined();
  expect(growth(sized(7_622), 1_000_000)).toMatch(/80221/);
});

test('a million characters are the least that may come of aliases', () => {
  const long = 'x'.repeat(99_998);
  // A list of n lists of a text: 1 + n × (1 + 99,998).
  expect(growth(times(10, [long]), 100)).toBeUndefined();
  expect(growth(times(10, [`${long}x`]), 100)).toMatch(/1000001/);
  // A text of 60,000 characters may come to twenty times as many.
  expect(growth(times(12, [long]), 60_000)).toBeUndefined();
  expect(growth(times(12, [`${long}x`]), 60_000)).toMatch(/1200001/);
});

test('names of properties are counted as text', () => {
  const named = (length: number): JsonValue => times(10, { ['k'.repeat(length)]: 1 });
  // 1 + 10 × (1 + length + 1)
  expect(growth(named(99_997), 100)).toBeUndefined();
  expect(growth(named(99_998), 100)).toMatch(/1000001/);
});

test('a number beyond what can be counted is told as that', () => {
  let laughs: JsonValue = ['ha'];
  for (let depth = 0; depth < 60; depth++) laughs = [laughs, laughs];
  expect(growth(laughs, 1_000)).toMatch(/more than 2\^53/);
});

test('a document with one alias may hold a long list of its own', async () => {
  const names = Array.from({ length: 30_000 }, (_, index) => `n${index}`);
  const text = `openapi: 3.1.0
info: &about { title: Zoo, version: '1' }
x-about: *about
paths: {}
components: { schemas: { Name: { type: string, enum: [${names.join(', ')}] } } }
`;
  expect(codes(await load({ 'openapi.yml': text }))).not.toContain('alias-growth');
});
