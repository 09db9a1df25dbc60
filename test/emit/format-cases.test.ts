/** Which formatter a file gets, and what becomes of what does not parse. */
import { describe, expect, it } from 'vitest';
import { faultOf, format, formatKey } from '../../generator/emit/format.ts';
import type { TreeFile } from '../../generator/emit/types.ts';
import { LANGUAGES } from '../../generator/languages/data.ts';
import { FormatterMissing } from '../../generator/lib/code-formatter.ts';
import { sha256 } from '../../generator/lib/hash.ts';
import { prettierKey } from '../../generator/lib/prettify.ts';

const formatted = async (path: string, text: string, native?: boolean): Promise<string | undefined> =>
  (await format([{ path, text }], native === undefined ? {} : { native })).value[0]?.text;

it.each<[string, string, string]>([
  ['a.ts', 'const  a = "x"', "const a = 'x';\n"],
  ['a.json', '{"b":[1,2]}', '{ "b": [1, 2] }\n'],
  ['a.yml', 'a:   "b"', "a: 'b'\n"],
  ['a.yaml', 'a:   "b"', "a: 'b'\n"],
  ['a.md', '# a\n\n\nb', '# a\n\nb\n'],
  ['package.json', '{"files":["a"],"b":"c d"}', '{\n  "files": [\n    "a"\n  ],\n  "b": "c d"\n}\n'],
  ['x/package.json', '{ "files": [ "a \\" ] b" ] }', '{\n  "files": [\n    "a \\" ] b"\n  ]\n}\n'],
  ['package.json', '{"a":1.0,\n\n"b":"\\u0041"}', '{\n  "a": 1.0,\n  "b": "\\u0041"\n}\n'],
  ['mypackage.json', '{"files":["a"]}', '{ "files": ["a"] }\n'],
  ['package.json.json', '{"files":["a"]}', '{ "files": ["a"] }\n'],
  ['a.txt', 'a  b', 'a  b\n'],
  ['a.txt', '\na', '\na\n'],
  ['a.txt', 'a\n', 'a\n'],
  ['empty', '', ''],
  ['a.ts/b', 'const  a', 'const  a\n'],
  ['a.ts.txt', 'const  a', 'const  a\n'],
  ['a.md', '```json\n{"a":1}\n```', '```json\n{ "a": 1 }\n```\n'],
  ['a.md', '```yaml\na:   "b"\n```', "```yaml\na: 'b'\n```\n"],
  ['a.md', '```ts\nlet  a\n```', '```ts\nlet a;\n```\n'],
  ['a.md', '```ts\nconst  = 1\n```', '```ts\nconst  = 1\n```\n'],
  ['a.md', '```\nlet  a\n```', '```\nlet  a\n```\n'],
  ['a.md', '```nothing\nlet  a\n```', '```nothing\nlet  a\n```\n'],
])('%s: %j', async (path, text, expected) => {
  expect(await formatted(path, text)).toBe(expected);
  expect(await formatted(path, text, false)).toBe(expected);
});

it('what is laid out stays as it is', async () => {
  const file: TreeFile = { path: 'a.ts', text: 'let  a', isLaidOut: true };
  expect(await format([file])).toEqual({ value: [file], faults: [] });
});

it('many files, in their order', async () => {
  const files = Array.from({ length: 9 }, (_, index) => ({ path: `a${index}.txt`, text: `${index}` }));
  expect((await format(files)).value.map(({ text }) => text)).toEqual(files.map(({ text }) => `${text}\n`));
});

describe('faults', () => {
  it.each<[string, TreeFile, object]>([
    [
      'of code',
      { path: 'a.ts', text: 'let b;\n  const = 1;' },
      {
        path: 'a.ts',
        reason: 'Variable declaration expected',
        line: 'const = 1;',
        place: { line: 2, column: 9 },
      },
    ],
    [
      'far below',
      { path: 'a.ts', text: `${'let b;\n'.repeat(10)}${' '.repeat(20)}const = 1;`, template: 'a.hbs' },
      {
        path: 'a.ts',
        reason: 'Variable declaration expected',
        line: 'const = 1;',
        place: { line: 11, column: 27 },
        template: 'a.hbs',
      },
    ],
  ])('%s', async (_, file, expected) => {
    const good = { path: 'b.txt', text: 'b\n' };
    expect(await format([file, good])).toEqual({ value: [good], faults: [expected] });
  });

  it('of data name the file', async () => {
    const { value, faults } = await format([{ path: 'package.json', text: '{"a":' }]);
    expect([value, faults.length, faults[0]?.path, faults[0]?.missing]).toEqual([
      [],
      1,
      'package.json',
      undefined,
    ]);
    expect(faults[0]?.reason).not.toMatch(/[.)]$/);
    expect(faults[0]?.place).toBeDefined();
  });
});

describe('what an error says about a file', () => {
  const at = (message: string): object => ({ path: 'a.ts', reason: message, line: '' });
  it.each<[unknown, object]>([
    [new Error('Wrong.'), at('Wrong')],
    [new Error('a.b. c'), at('a.b. c')],
    ['a text', at('a text')],
    [new Error('First\nsecond (2:3)'), at('First')],
    [new Error('Wrong (1:1) here'), at('Wrong (1:1) here')],
    [new Error('Wrong. (2:3)\nmore'), { ...at('Wrong'), line: 'b', place: { line: 2, column: 3 } }],
    [new Error('Wrong (10:20)'), { ...at('Wrong'), place: { line: 10, column: 20 } }],
    [new FormatterMissing('p'), { ...at('the package p is not installed'), missing: 'p' }],
  ])('%s', (error, expected) =>
    expect(faultOf({ path: 'a.ts', text: 'a\n  b' }, error)).toStrictEqual(expected),
  );
});

describe('the key of a formatted file', () => {
  const languages = LANGUAGES.map(({ formatter }) => formatter?.key());
  const keyOf = (...parts: readonly unknown[]): string => sha256(parts.join('\0')).slice(0, 22);
  it.each([
    ['a.md', keyOf(prettierKey(), ...languages, '.md', 'a')],
    ['a.ts', keyOf(languages[0], '.ts', 'a')],
    ['x/package.json', keyOf(prettierKey(), 'package.json', 'a')],
    ['b.json', keyOf(prettierKey(), '.json', 'a')],
    ['a', keyOf('', '', 'a')],
  ])('of %s has the formatter, the kind and the text', (path, expected) =>
    expect(formatKey({ path, text: 'a' })).toBe(expected),
  );

  const key = (path: string, text = 'a'): string => formatKey({ path, text });
  it('is short, and the same for files of a kind with the same text', () => {
    expect(key('a.ts')).toMatch(/^.{22}$/);
    expect(key('x/b.ts')).toBe(key('a.ts'));
    expect(key('x/package.json')).toBe(key('package.json'));
    expect(key('b')).toBe(key('a'));
  });
  it('differs for another kind, formatter or text', () => {
    const keys = [
      key('a.ts'),
      key('a.ts', 'b'),
      key('a.md'),
      key('a.json'),
      key('package.json'),
      key('a.txt'),
      key('a'),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });
});
