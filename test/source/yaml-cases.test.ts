/**
 * YAML, text by text: the value, where its parts are, and what is reported; quickly and carefully.
 * `yaml-cases.expected.json` has what becomes of each.
 */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseCarefully, parseYaml } from '../../generator/source/parse/parse-yaml.ts';
import { expectStored } from '../support/stored.ts';

const texts: Readonly<Record<string, string>> = {
  empty: '',
  comment: '# a',
  scalar: 'a',
  'a number': '5',
  map: 'a: 1\nb:\n  c: [1, { d: x }]\n  e: null\n',
  'a list': '- a\n- b: 1\n  c: 2\n-\n',
  'flow pairs': 'a: [b: 1, c: , [d]: 2, {e: 3}: 4, ? f]\n',
  'odd keys': '200: a\n1.0: b\ntrue: c\nnull: d\n~: e\n: f\n? [g]\n: 1\n? {h: 1}\n: 2\n"i": 3\n',
  'keys alone': 'a:\nb:\n? c\n',
  'numbers too large': 'a: 12345678901234567890123\nb: 0x10\nc: .inf\nd: 2020-01-01\n',
  'an alias': 'a: &x { b: 1 }\nc: *x\nd: [*x, *y]\n',
  'anchors of all kinds': 'a: &s text\nb: &l [1]\nc: &m { d: 1 }\ne: [*s, *l, *m]\n',
  'an alias of itself': 'a: &x\n  b: *x\n  c: &y [*y]\n',
  'an alias as a key':
    'a: &x k\nb: &n 5\nc: &t true\nd: &o {}\ne: { *x : 1, *n : 2, *t : 3, *o : 4, *z : 5 }\n',
  'a merge': 'a: &x { b: 1, c: 2 }\nd: { <<: *x, c: 3, e: 4 }\n',
  'merges in a list': 'a: &x { b: 1 }\nc: &y { b: 2, d: 3 }\ne:\n  <<: [*x, *y, 5, null]\n  f: 1\n',
  'a quoted merge key': 'a: { "<<": { b: 1 } }\n',
  'a merge of a text': 'a: { <<: text }\n',
  'a list in a merge': 'a: &x [1]\nb: { <<: *x }\n',
  'keys twice': 'a: 1\nb: { c: 1, c: 2 }\na: 3\n',
  'a key twice, of other kinds': '1: a\n"1": b\n',
  'a margin': 'a: "x\ny"\nb: 1\n',
  'margins in a list': 'a:\n  - \'x\n\n   y\'\n  - "z\n  w"\n',
  'text in lines': 'a: |\n  b\n  c\nd: >-\n  e\n  f\n',
  'no YAML': 'a: [1\nb: 2\n',
  'no YAML either': 'a: b: c\n',
  'a tab': 'a:\n\t- b\n',
  'two documents': 'a: 1\n---\nb: 2\n',
  'a tag': 'a: !!str 5\nb: !own x\nc: !!set { d }\n',
  'a tag for a time': 'a: !!timestamp 2020-01-01\n!!timestamp 2020-01-02: b\nc: !!binary aGk=\n',
  directive: '%YAML 1.1\n---\na: yes\n',
};

const pointers = [
  '',
  '/a',
  '/a/0',
  '/b',
  '/b/c',
  '/b/c/1/d',
  '/c',
  '/d',
  '/d/c',
  '/e',
  '/e/0',
  '/lost',
  '/1',
  '/1/b',
];

it('texts', () => {
  const actual: Record<string, unknown> = {};
  for (const [name, text] of Object.entries(texts)) {
    const [quick, careful] = [parseYaml, parseCarefully].map((parse) => {
      const { value, diagnostics } = parse('a.yml', text);
      const places = pointers.map((pointer) => {
        const at = value?.locate(pointer);
        return at && [pointer, at.line, at.column].join(' ');
      });
      const notices = diagnostics.map((one) => [one.code, one.position, one.parameters]);
      return { value: value?.value, shared: value?.shared, places: places.join(', '), notices };
    });
    actual[name] = JSON.stringify(quick) === JSON.stringify(careful) ? { both: quick } : { quick, careful };
  }
  expectStored(join(import.meta.dirname, 'yaml-cases.expected.json'), actual);
});

it('counts merges before it reads them', () => {
  const text = (count: number): string => `a: &x { b: 1 }\nc: [${'{<<: *x},'.repeat(count)} 1]\nd: "<<:"\n`;
  const { value, diagnostics } = parseCarefully('a.yml', text(100_001));
  expect([value, diagnostics.map((one) => [one.code, one.parameters, one.position])]).toEqual([
    undefined,
    [['merge-growth', { limit: 100_000 }, { document: 'a.yml', line: 2, column: 6 + 9 * 100_000 }]],
  ]);
});

it('counts the keys that merges copy', () => {
  const keys = Array.from({ length: 1000 }, (_, index) => `k${index}: 1`).join(', ');
  const text = (count: number): string => `a: &x { ${keys} }\nc:\n${'- { <<: *x }\n'.repeat(count)}`;
  const codes = (count: number) =>
    parseCarefully('a.yml', text(count)).diagnostics.map((one) => [one.code, one.position?.line]);
  expect(codes(101)).toEqual([['merge-growth', 103]]);
});

it('refuses what is nested deeper than the stack allows', () => {
  const text = `a: ${'['.repeat(60)}1${']'.repeat(60)}`;
  const atTheEnd = (): ReturnType<typeof parseCarefully> => {
    try {
      return atTheEnd();
    } catch {
      return parseCarefully('a.yml', text);
    }
  };
  const { value, diagnostics } = atTheEnd();
  expect([value, diagnostics.map((one) => [one.code, one.parameters, one.position])]).toEqual([
    undefined,
    [['nested-too-deep', { limit: 'the parser’s' }, { document: 'a.yml', line: 1, column: 1 }]],
  ]);
});

it('refuses what is nested too deep', () => {
  const { value, diagnostics } = parseCarefully('a.yml', `a: ${'['.repeat(20_000)}`);
  expect([value, diagnostics.map((one) => [one.code, one.parameters, one.position])]).toEqual([
    undefined,
    [['nested-too-deep', { limit: 'the parser’s' }, { document: 'a.yml', line: 1, column: 1 }]],
  ]);
});
