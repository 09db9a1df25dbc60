import { describe, expect, test } from 'vitest';
import { parseText } from '../../generator/source/parse/parse-text.ts';
import { codes } from './support.ts';

const root = (text: string | Uint8Array, name = 'a.yml'): unknown => parseText(name, text).value?.root;

describe('values', () => {
  test('YAML and JSON of one document are equal', () => {
    expect(root('a: 1\nb: [x, null, true]\nc: {d: "e"}')).toEqual(
      root('{"a":1,"b":["x",null,true],"c":{"d":"e"}}'),
    );
  });

  test('keys keep their spelling', () => {
    expect(Object.keys(root('200: a\n1.10: b\ntrue: c\nnull: d\n0x1F: e\n"": f') as object)).toEqual([
      '200',
      '1.10',
      'true',
      'null',
      '0x1F',
      '',
    ]);
  });

  test('dates and YAML 1.1 words are text', () => {
    expect(root('a: 2020-01-01\nb: yes\nc: 1:30\nd: 0o17')).toEqual({
      a: '2020-01-01',
      b: 'yes',
      c: '1:30',
      d: 15,
    });
  });

  test('merge keys give way to own keys', () => {
    expect(root('base: &b {x: 1, y: 2}\nc:\n  y: 3\n  <<: *b')).toEqual({
      base: { x: 1, y: 2 },
      c: { x: 1, y: 3 },
    });
  });

  test('__proto__ and constructor are plain keys', () => {
    for (const text of ['__proto__: {x: 1}\nconstructor: 2', '{"__proto__":{"x":1},"constructor":2}']) {
      const value = root(text);
      expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor']);
      expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
      expect(({} as { x?: unknown }).x).toBeUndefined();
    }
  });

  test('a JSON text may have a YAML name, and the other way round', () => {
    expect(root('{"a": [1,]}')).toEqual({ a: [1] });
    expect(root('a: 1', 'a.json')).toEqual({ a: 1 });
    expect(codes(parseText('a.json', '{"a": [1,]}'))).toEqual(['json-syntax']);
  });
});

describe('bytes', () => {
  const utf16 = (text: string, bigEndian: boolean): Uint8Array => {
    const bytes = Buffer.from(text, 'utf16le');
    return bigEndian ? bytes.swap16() : bytes;
  };

  test.each([
    ['UTF-8 with a mark', Buffer.from('\ufeffa: ä')],
    ['UTF-16 LE with a mark', utf16('\ufeffa: ä', false)],
    ['UTF-16 BE with a mark', utf16('\ufeffa: ä', true)],
    ['UTF-16 LE without', utf16('a: ä', false)],
    ['UTF-16 BE without', utf16('a: ä', true)],
    ['CRLF', Buffer.from('a: ä\r\n')],
  ])('%s', (_, bytes) => expect(root(bytes)).toEqual({ a: 'ä' }));
});

describe('positions', () => {
  const yaml = [
    'openapi: 3.1.0',
    'paths:',
    '  /books:',
    '    get:',
    '      tags: [a, b]',
    "      'operation~Id': x",
    '    200: y',
    '',
  ].join('\r\n');
  const json =
    '{\n  "openapi": "3.1.0",\n  "paths": {\n    "/books": { "get": {"tags": ["a", "b"] , "operation~Id" : "x"}, "200": "y" }\n  }\n}';

  test.each([
    ['', [1, 1], [1, 1]],
    ['/openapi', [1, 10], [2, 14]],
    ['/paths', [2, 1], [3, 3]],
    ['/paths/~1books/get', [4, 5], [4, 17]],
    ['/paths/~1books/get/tags/1', [5, 17], [4, 39]],
    ['/paths/~1books/get/operation~0Id', [6, 23], [4, 63]],
    ['/paths/~1books/200', [7, 10], [4, 76]],
    ['/paths/~1books/nothing/here', [3, 3], [4, 5]],
  ])('%s', (pointer, inYaml, inJson) => {
    const at = (text: string): unknown => Object.values(parseText('a', text).value?.locate(pointer) ?? {});
    expect([at(yaml), at(json)]).toEqual([inYaml, inJson]);
  });
});

describe('faults', () => {
  test('a numeric key does not hide a repeated one', () => {
    expect(codes(parseText('a.yml', '200: a\n"200": b'))).toEqual(['duplicate-key']);
  });

  test('every repeated JSON key is told, escapes read', () => {
    const { diagnostics } = parseText(
      'a.json',
      '{"a":{"x":1,"\\u0078":2},"b":[{"y":1,"y":{"z":0,"z":1}}],"c":"\\"c\\":"}',
    );
    expect(diagnostics.map((one) => one.message)).toEqual([
      'The key "x" already exists on line 1.',
      'The key "y" already exists on line 1.',
      'The key "z" already exists on line 1.',
    ]);
  });

  test('numbers that JSON cannot hold become null', () => {
    const result = parseText('a.json', '{"a":[1e400,-1e400],"b":1e21,"c":0.1}');
    expect(result.value?.root).toEqual({ a: [null, null], b: 1e21, c: 0.1 });
    expect(codes(result)).toEqual(['number-not-finite', 'number-not-finite']);
  });

  test.each([
    ['flow lists', `a: ${'['.repeat(10_000)}`],
    ['flow maps', `${'{a: '.repeat(10_000)}1${'}'.repeat(10_000)}`],
    ['block lists', `${'- '.repeat(10_000)}1`],
    ['JSON', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
    ['JSON that does not end', '['.repeat(10_000)],
  ])('10,000 levels of %s', (_, text) => {
    expect(codes(parseText('a.yml', text))).toEqual(['nested-too-deep']);
  });

  test('aliases that grow are refused quickly, many plain ones are not', () => {
    const levels = Array.from({ length: 40 }, (_, n) => `l${n + 1}: &l${n + 1} [*l${n}, *l${n}]`);
    expect(codes(parseText('a.yml', ['l0: &l0 [1, 2]', ...levels].join('\n')))).toEqual(['alias-growth']);
    expect(codes(parseText('a.yml', `a: &a {b: 1}\nc: [${'*a, '.repeat(1000)}]`))).toEqual([]);
  });

  test('one object with 200,000 keys is read in linear time: in the square it would not end', () => {
    expect(
      codes(parseText('a.yml', Array.from({ length: 200_000 }, (_, n) => `k${n}: 1`).join('\n'))),
    ).toEqual([]);
  });
});
