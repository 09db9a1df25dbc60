/** Text that is printed into generated files: what of it is kept, and what is escaped. */
import { describe, expect, it } from 'vitest';
import {
  code,
  empty,
  filePath,
  join,
  jsonText,
  lineText,
  proseText,
  trusted,
  unsafeIn,
  visible,
  withMarksNamed,
} from '../../generator/text/code.ts';

/** The code units of a text, as numbers. */
const units = (text: string): readonly string[] =>
  [...Array(text.length).keys()].map((index) => text.charCodeAt(index).toString(16));

const each = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCharCode(from + index));

const CONTROLS = [...each(0, 8), '\u000b', '\u000c', ...each(0x0e, 0x1f), ...each(0x7f, 0x9f)];
const MARKS = ['\u061c', '\u200e', '\u200f', ...each(0x202a, 0x202e), ...each(0x2066, 0x2069)];

describe('visible', () => {
  it.each([...CONTROLS, ...MARKS, '\ufeff'])('removes %j', (sign) =>
    expect(units(visible(`a${sign}${sign}b`))).toEqual(units('ab')),
  );
  it.each(['\t', '\n', '\r', ' ', '~', '\u00a0', 'é', '\u202f', '\u2065', '\u206a', '\u200d', '😀'])(
    'keeps %j',
    (sign) => expect(units(visible(`a${sign}b\u0000`))).toEqual(units(`a${sign}b`)),
  );
  it.each([
    ['a half of a pair', 'a\ud83db', 'a\ufffdb'],
    ['the other half', 'a\ude00b', 'a\ufffdb'],
    ['halves in the wrong order', '\ude00\ud83d', '\ufffd\ufffd'],
    ['the ends of both ranges', '\ud800 \udbff \udc00 \udfff', '\ufffd \ufffd \ufffd \ufffd'],
    ['whole pairs of the ends', '\ud800\udc00\udbff\udfff', '\ud800\udc00\udbff\udfff'],
    ['nothing to do', 'plain ~ text\t\n', 'plain ~ text\t\n'],
  ])('replaces %s', (_, text, expected) => expect(units(visible(text))).toEqual(units(expected)));
});

describe('what a literal escapes', () => {
  const found = (text: string): readonly string[] => text.match(unsafeIn("'")) ?? [];
  it.each([
    ...each(0, 0x1f),
    ...each(0x7f, 0x9f),
    '\u2028',
    '\u2029',
    ...MARKS,
    '\ufeff',
    "'",
    '\\',
    '\ud800',
  ])('%j', (sign) => expect(found(`a${sign}b${sign}`)).toEqual([sign, sign]));
  it.each([' ', '~', '"', '\u00a0', '\u2027', '\u202f', '😀', ''])('not %j', (sign) =>
    expect(found(`a${sign}b`)).toEqual([]),
  );
});

describe('texts', () => {
  it.each<[string, string, string]>([
    ['one line', lineText('  a\u0000 \r\n\tb   c \u200f '), 'a b c'],
    ['prose', proseText(' \n a\u0007\r\nb\rc\u2028d\u2029e\n\nf  '), 'a\nb\nc\nd\ne\n\nf'],
    ['marks as escapes', withMarksNamed('a\u061cb\u202ec'), 'a\\u061cb\\u202ec'],
    ['JSON', jsonText({ a: ['\u200f'] }), '{\n  "a": [\n    "\\u200f"\n  ]\n}'],
    ['what JSON lacks', jsonText(undefined), 'null'],
    ['nothing', empty, ''],
    ['parts', join([trusted('a'), trusted('b')], ', '), 'a, b'],
    ['holes', code`<${trusted('a')}|${trusted('b')}>`, '<a|b>'],
    ['no holes', code`a`, 'a'],
    ['a path', filePath('src/a-b/é_1.ts'), 'src/a-b/é_1.ts'],
  ])('%s', (_, actual, expected) => expect(actual).toBe(expected));

  it.each(['', 'a b', 'a\nb', "a'", ' a', 'a ', 'a\\b', 'a:b'])('%j is no path', (path) =>
    expect(() => filePath(path)).toThrow(`not a file path: ${JSON.stringify(path)}`),
  );
});
