/** Values of parameters as text, and the items of lists and objects. */
import { describe, expect, it } from 'vitest';
import { isRecord, items, scalar } from '../../templates/typescript/runtime/internal/style.ts';

const date = new Date(0);
const iso = '1970-01-01T00:00:00.000Z';

it.each<[unknown, string]>([
  [null, ''],
  [undefined, ''],
  ['', ''],
  ['a', 'a'],
  [false, 'false'],
  [-0.5, '-0.5'],
  [12345678901234567890n, '12345678901234567890'],
  [date, iso],
])('%s is %j', (value, text) => expect(scalar(value, 'x')).toBe(text));

it.each<[string, unknown, string]>([
  ['an object', {}, 'x must be a string, a number or a boolean'],
  ['a list', [], 'x must be a string, a number or a boolean'],
  ['a function', () => 1, 'x must be a string, a number or a boolean'],
  ['a symbol', Symbol('a'), 'x must be a string, a number or a boolean'],
  ['no number', Number.NaN, 'x must be a finite number, not NaN'],
  ['an endless number', Number.POSITIVE_INFINITY, 'x must be a finite number, not Infinity'],
])('%s is no scalar', (_, value, message) => expect(() => scalar(value, 'x')).toThrow(message));

it.each<[unknown, boolean]>([
  [{}, true],
  [{ a: 1 }, true],
  [null, false],
  [undefined, false],
  ['a', false],
  [[], false],
  [date, false],
  [() => 1, false],
])('a record: %j is %s', (value, expected) => expect(isRecord(value)).toBe(expected));

describe('items', () => {
  const encode = (text: string): string => `<${text}>`;
  it.each<[unknown, readonly string[]]>([
    [
      ['a', undefined, null, 1, date],
      ['<a>', '<>', '<1>', `<${iso}>`],
    ],
    [{ a: 1, b: undefined, c: null }, ['<a>=<1>', '<c>=<>']],
    ['a', ['<a>']],
    [date, [`<${iso}>`]],
    [null, ['<>']],
    [[], []],
  ])('%j', (value, expected) => expect(items(value, 'x', encode, '=')).toEqual(expected));

  it('with another sign', () => expect(items({ a: 1 }, 'x', encode, ',')).toEqual(['<a>,<1>']));
  it.each([[[[1]]], [{ a: {} }]])('%j names the parameter', (value) =>
    expect(() => items(value, 'ids', encode, '=')).toThrow('ids must be'),
  );
});
