/** JSON with integers of any length, and the conversion of values in it. */
import { expect, test, vi } from 'vitest';
import {
  digitsOf,
  parseJSON,
  stringifyJSON,
} from '../../templates/typescript/runtime/internal/exact-json.ts';
import { type Shape, convert, decoder } from '../../templates/typescript/runtime/internal/values.ts';

// As in an SDK with `int64: bigint`.
vi.mock(
  '../../templates/typescript/runtime/internal/json.ts',
  () => import('../../templates/typescript/runtime/internal/exact-json.ts'),
);

const LONG = '9223372036854775807';

const TEXTS = [
  '{}',
  '"text"',
  '[1, -1, 1.5, 1e3, 1E-3, -0]',
  `{"a":${LONG},"b":[-${LONG}]}`,
  `{"a":"${LONG}"}`,
  `{"a":"say \\"${LONG}\\" twice","b":${LONG}}`,
  `{"${LONG}":1}`,
  `{"a\\\\":${LONG}}`,
  `{"__proto__":${LONG}}`,
  `[1234567890123456.5, 1234567890123456e2, 1e+400]`,
  `{"a":"line\\u2028${LONG}"}`,
  '12345678901234567',
];

test.each(TEXTS)('parses %s like JSON.parse', (text) => {
  const value: unknown = parseJSON(text);
  const plain: unknown = JSON.parse(text);
  expect(typeof value === 'bigint' ? Number(value) : value).toEqual(plain);
});

test.each([
  '',
  '{',
  `{"a":0${LONG}}`,
  `{"a":${LONG}x}`,
  `{"a":-${LONG}.}`,
  `${LONG} ${LONG}`,
  `"${LONG}`,
  `[${LONG} "a"]`,
  `--${LONG}`,
])('rejects %s like JSON.parse', (text) => {
  expect(() => JSON.parse(text)).toThrow(SyntaxError);
  expect(() => parseJSON(text)).toThrow(SyntaxError);
});

test('keeps the digits of long integers by their holder', () => {
  const value = parseJSON(`{"a":${LONG},"list":[1,-${LONG}],"b":12}`);
  expect(digitsOf(value, 'a')).toBe(LONG);
  expect(digitsOf(value.list, '1')).toBe(`-${LONG}`);
  expect(digitsOf(value, 'b')).toBeUndefined();
  expect(digitsOf({ a: 1 }, 'a')).toBeUndefined();
});

test('reads long texts', () => {
  const text = 'x\\n'.repeat(2_000_000);
  const value = parseJSON(`{"text":"${text}","id":${LONG}}`);
  expect(value.text).toHaveLength(4_000_000);
  expect(digitsOf(value, 'id')).toBe(LONG);
});

test.each<[unknown, string | undefined]>([
  [{ a: 9223372036854775807n, b: [-1n, 1, '2n'] }, `{"a":${LONG},"b":[-1,1,"2n"]}`],
  [1n, '1'],
  [{ a: `${LONG}` }, `{"a":"${LONG}"}`],
  [{ at: new Date('2026-01-02T03:04:05.678Z') }, '{"at":"2026-01-02T03:04:05.678Z"}'],
  [undefined, undefined],
  [null, 'null'],
])('writes %o', (value, text) => {
  expect(stringifyJSON(value)).toBe(text);
});

test('a text that the caller chose is never taken for a number', () => {
  const texts = ['"1"', `"${LONG}"`, '0'.repeat(32) + LONG];
  expect(JSON.parse(stringifyJSON({ texts, id: 1n }))).toEqual({ texts, id: 1 });
});

const TIME = '2026-01-02T03:04:05Z';
const DATE = new Date(TIME);

const CONVERSIONS: readonly (readonly [string, unknown, Shape, unknown])[] = [
  ['a time', TIME, 'time', DATE],
  ['a time with a fraction', '2026-01-02T03:04:05.123456Z', 'time', new Date('2026-01-02T03:04:05.123Z')],
  ['a time with an offset', '2026-01-02T05:04:05+02:00', 'time', DATE],
  ['a time in small letters', '2026-01-02t03:04:05z', 'time', DATE],
  ['a time without an offset', '2026-01-02T03:04:05', 'time', '2026-01-02T03:04:05'],
  ['a date', '2026-01-02', 'time', '2026-01-02'],
  ['a day that no month has', '2026-13-02T03:04:05Z', 'time', '2026-13-02T03:04:05Z'],
  ['other text', 'now', 'time', 'now'],
  ['no text', 5, 'time', 5],
  ['null', null, 'time', null],
  ['an integer', 5, 'int64', 5n],
  ['zero', 0, 'int64', 0n],
  ['a fraction', 1.5, 'int64', 1.5],
  ['digits in a text', '5', 'int64', '5'],
  ['a list', [1, 2], { items: 'int64' }, [1n, 2n]],
  ['an object instead of a list', { a: 1 }, { items: 'int64' }, { a: 1 }],
  ['a list instead of an object', [1], { fields: { 0: 'int64' } }, [1]],
  ['a tuple', [1, 1, 1], { tuple: ['plain', 'int64'] }, [1, 1n, 1]],
  ['a tuple with a rest', [1, 1, 1], { tuple: ['plain'], rest: 'int64' }, [1, 1n, 1n]],
  ['properties', { a: 1, b: 1 }, { fields: { a: 'int64' } }, { a: 1n, b: 1 }],
  ['other properties', { a: 1, b: 1 }, { fields: { a: 'plain' }, rest: 'int64' }, { a: 1, b: 1n }],
  ['a property that objects inherit', { b: 1 }, { fields: { toString: 'int64' as const } }, { b: 1 }],
  ['a missing property', {}, { fields: { a: 'int64' } }, {}],
  ['null instead of an object', null, { fields: { a: 'int64' } }, null],
  [
    'several shapes',
    { a: 1, b: TIME },
    { all: [{ fields: { a: 'int64' } }, { fields: { b: 'time' } }] },
    { a: 1n, b: DATE },
  ],
  ['a time or an integer', [1, TIME], { items: { all: ['time', 'int64'] } }, [1n, DATE]],
  ['a case', { t: 'x', a: 1 }, { tag: 't', cases: { x: { fields: { a: 'int64' } } } }, { t: 'x', a: 1n }],
  [
    'another case',
    { t: 'y', a: 1 },
    { tag: 't', cases: { x: { fields: { a: 'int64' } } } },
    { t: 'y', a: 1 },
  ],
  ['no case', { a: 1 }, { tag: 't', cases: { constructor: { fields: { a: 'int64' } } as const } }, { a: 1 }],
];

test.each(CONVERSIONS)('converts %s', (_name, value, shape, expected) => {
  expect(convert(value, shape)).toEqual(expected);
});

test('converts what contains itself, with every digit', () => {
  const shape: Shape = { fields: { id: 'int64', children: { items: () => shape } } };
  const value = parseJSON(`{"id":${LONG},"children":[{"id":-${LONG},"children":[]}]}`);
  expect(convert(value, shape)).toEqual({
    id: BigInt(LONG),
    children: [{ id: -BigInt(LONG), children: [] }],
  });
});

test('the shape follows the status', () => {
  const decode = decoder({ 200: { items: 'int64' }, '2XX': 'int64', '4XX': 'time', default: 'plain' });
  expect(decode([1], 200)).toEqual([1n]);
  expect(decode(1, 201)).toBe(1n);
  expect(decode(TIME, 404)).toEqual(DATE);
  expect(decode(1, 500)).toBe(1);
  expect(decoder({})(1, 200)).toBe(1);
});
