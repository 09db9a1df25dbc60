/** Prose of a document as lines of a comment. */
import { describe, expect, it } from 'vitest';
import {
  proseLines,
  trimBlank,
  valueLines,
  verificationAdvice,
  wrap,
} from '../../generator/languages/prose.ts';
import type { LiteralType, TypeNode } from '../../generator/ir/types.ts';

describe('lines', () => {
  it.each<[string, string | undefined, readonly string[]]>([
    ['nothing', undefined, []],
    ['empty', '', []],
    ['a paragraph', 'a\nb\r\n  c  \rd', ['a b c d']],
    ['two paragraphs', 'a\n\n\n \n\nb\n', ['a', '', 'b']],
    ['blank lines at the ends', '\n\na\n\n\n', ['a']],
    [
      'lists',
      'a\n- b\n* c\n+ d\n  - e\n1. f\n22) g\nh',
      ['a', '- b', '* c', '+ d', '  - e', '1. f', '22) g', 'h'],
    ],
    ['what is no list', 'a\n-b\n1.c\n*d*\n1 .\ne - f', ['a -b 1.c *d* 1 . e - f']],
    ['a sign alone', 'a\n-\nb', ['a', '-', 'b']],
    ['a quotation and a heading', 'a\n> b\n# c\nd', ['a', '> b', '# c', 'd']],
    ['a table', 'a\n|b|c\n | d |\ne', ['a', '|b|c', ' | d |', 'e']],
    ['four spaces', 'a\n    b\n   c\nd', ['a', '    b', 'c d']],
    ['a fence', 'a\n```js\nb\n\nc  \n```\nd\ne', ['a', '```js', 'b', '', 'c', '```', 'd e']],
    ['another fence', 'a\n  ~~~\nb\nc\n~~~\nd\ne', ['a', '  ~~~', 'b', 'c', '~~~', 'd e']],
    ['signs inside a line are no fence', 'a ```\nb', ['a ``` b']],
    ['HTML', 'a<p>b</p>c', ['a', '', 'b', '', 'c']],
  ])('%s', (_, text, lines) => expect(proseLines(text)).toEqual(lines));
});

describe('wrapped', () => {
  it.each<[string, number, readonly string[]]>([
    ['', 5, []],
    ['  ', 5, []],
    ['abcde', 5, ['abcde']],
    ['abc de', 5, ['abc', 'de']],
    ['ab cd ef', 5, ['ab cd', 'ef']],
    ['abcdef gh', 5, ['abcdef', 'gh']],
    ['abcdefgh', 5, ['abcdefgh']],
    ['a bcdefgh ij', 5, ['a', 'bcdefgh', 'ij']],
    ['a\u00a0b\tc   d\n', 20, ['a b c d']],
    ['abcdef', 6, ['abcdef']],
    ['abcde fg', 5, ['abcde', 'fg']],
  ])('%j in %i', (text, width, lines) => expect(wrap(text, width)).toEqual(lines));

  it('at 80 columns', () =>
    expect(wrap(`${'x'.repeat(80)} ${'y'.repeat(40)} ${'z'.repeat(39)} a`)).toEqual([
      'x'.repeat(80),
      `${'y'.repeat(40)} ${'z'.repeat(39)}`,
      'a',
    ]));
});

describe('values', () => {
  const literal = (value: LiteralType['value'], more: Partial<LiteralType> = {}): TypeNode =>
    ({ kind: 'literal', value, ...more }) as TypeNode;
  const of = (...members: readonly TypeNode[]): TypeNode =>
    ({ kind: 'union', mode: 'enum', members }) as unknown as TypeNode;
  const many = (count: number): TypeNode =>
    of(...Array.from({ length: count }, (_, index) => literal(index, { label: 'x' })));
  it.each<[string, TypeNode, readonly string[]]>([
    ['names', of(literal(1, { label: 'New' }), literal(2)), ['', '- `<1>`: New']],
    ['descriptions', of(literal('a', { description: ' Never \n opened. ' })), ['', '- `<a>`: Never opened.']],
    ['both', of(literal('a', { label: 'A', description: 'First.' })), ['', '- `<a>`: A: First.']],
    ['a name that is the value', of(literal(1, { label: '1' })), []],
    [
      'a name that is the value, described',
      of(literal(1, { label: '1', description: 'One.' })),
      ['', '- `<1>`: One.'],
    ],
    ['without names', of(literal(1)), []],
    [
      'a nullable enum',
      { kind: 'nullable', type: of(literal(1, { label: 'New' })) } as TypeNode,
      ['', '- `<1>`: New'],
    ],
    [
      'other members',
      of({ kind: 'scalar', scalar: 'string', description: 'x', label: 'y' } as unknown as TypeNode),
      [],
    ],
    ['another union', { ...of(literal(1, { label: 'New' })), mode: 'anyOf' } as unknown as TypeNode, []],
    [
      'no union',
      { ...literal(1), mode: 'enum', members: [literal(1, { label: 'x' })] } as unknown as TypeNode,
      [],
    ],
    ['thirty', many(30), ['', ...Array.from({ length: 30 }, (_, index) => `- \`<${index}>\`: x`)]],
    ['thirty-one', many(31), []],
  ])('%s', (_, type, lines) => expect(valueLines(type, (value) => `<${value}>`)).toEqual(lines));
});

it.each<[readonly string[], readonly string[]]>([
  [[], []],
  [['', ' '], []],
  [
    ['', ' \t', 'a', '', 'b', '', ''],
    ['a', '', 'b'],
  ],
  [['a'], ['a']],
])('%j without blank ends', (lines, expected) => expect(trimBlank(lines)).toEqual(expected));

it.each<[readonly string[], string]>([
  [[], 'Confirm the event with the API before acting on it.'],
  [['a b', '', 'x'.repeat(61), 'a\nb'], 'Confirm the event with the API before acting on it.'],
  [
    ['X-Signature', 'x y', 'x'.repeat(60)],
    `Check its signature (\`X-Signature\`, \`${'x'.repeat(60)}\`) as described in the documentation of the API before acting on it.`,
  ],
])('advice for %j', (headers, advice) => expect(verificationAdvice(headers)).toBe(advice));
