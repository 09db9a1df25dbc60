import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFastYaml } from '../../generator/source/parse/fast-yaml.ts';
import { parseCarefully, parseYaml } from '../../generator/source/parse/parse-yaml.ts';
import { parseText } from '../../generator/source/parse/parse-text.ts';
import { valueAt } from './support.ts';

const careful = (text: string): { value: unknown } | undefined => {
  const { value, diagnostics } = parseCarefully('a.yml', text);
  return value === undefined || diagnostics.length > 0 ? undefined : { value: value.value };
};

test.each([
  '1',
  '+1',
  '-1',
  '007',
  '1_000',
  '0o17',
  '0O17',
  '0x1F',
  '0b1',
  '1.',
  '.5',
  '-.5',
  '1e5',
  '1.5E-3',
  '.inf',
  '-.INF',
  '+.inf',
  '.nan',
  '~',
  'null',
  'Null',
  'nULL',
  'true',
  'TRUE',
  'tRUE',
  'yes',
  'no',
  'on',
  '2020-01-01',
  '2020-01-01T00:00:00Z',
  '1:30',
  '1.2.3',
  '-',
  '+',
  '.',
  '<<',
  '=',
  '"1"',
  "'true'",
  '',
  '9007199254740993',
  '1e400',
  '0',
  '-0',
  '12e03',
  '1e',
  '0x',
  '--1',
  '1 2',
])('the scalar %s is read alike both ways', (text) => {
  for (const document of [`a: ${text}\n`, `- ${text}\n`, `{a: [${text}]}\n`]) {
    const fast = readFastYaml(document);
    const slow = careful(document);
    if (fast !== undefined && slow !== undefined) expect(fast.value).toEqual(slow.value);
  }
});

test.each([
  'a: &x 1\nb: *x',
  'a: !!str 1',
  '<<: {a: 1}',
  '1.10: a\nb: 1',
  'True: a',
  'a: 1\na: 2',
  '{a, b}',
  '[a: 1]',
  '? [a]\n: b',
  '---\na: 1\n---\nb: 1',
  'a: [',
  '0x10: a',
])('%j is left to the careful parser', (text) => {
  expect(readFastYaml(text)).toBeUndefined();
});

describe('pieces of YAML in any order', () => {
  const pieces = [
    'a: ',
    'b: ',
    '- ',
    '\n',
    '\n  ',
    '\n    ',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    '|\n',
    '>-\n',
    '# c',
    '? ',
    ': ',
    ', ',
    '200',
    '1.0',
    'null',
    'x y',
    '"q"',
    "'it''s'",
    '\\n',
    '\t',
    '...',
    '%',
    '@',
    '``',
    '<<: ',
    '!!str ',
    '*a',
    '&a ',
  ];
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 16 }).map((parts) => parts.join(''));

  test('mean the same both ways, at the same places', () => {
    fc.assert(
      fc.property(text, (document) => {
        const fast = readFastYaml(document);
        const slow = careful(document);
        // A document that is one lone text is of no use here, and the parsers differ on its comments.
        if (typeof fast?.value !== 'object' || slow === undefined) return;
        expect(fast.value).toEqual(slow.value);
        const [a, b] = [parseYaml('a.yml', document).value, parseCarefully('a.yml', document).value];
        // An empty value has no place of its own.
        for (const pointer of ['/a', '/b', '/0', '/a/b', '/a/0', '/0/a', '/1'].filter(
          (one) => valueAt(fast.value, ...one.slice(1).split('/')) !== null,
        ))
          expect(a?.locate(pointer), pointer).toEqual(b?.locate(pointer));
      }),
      { numRuns: 20000 },
    );
  });
});

test('a quoted text at the margin: read with a warning, or told as the fault where the careful parser is needed', () => {
  const text = "a: 'one\ntwo'\nb: 1\n";
  const lax = parseText('a.yml', text);
  expect(lax.value?.root).toEqual({ a: 'one two', b: 1 });
  expect(lax.diagnostics).toMatchObject([{ code: 'yaml-margin', position: { line: 2, column: 1 } }]);
  expect(parseText('a.yml', `x: &x 1\n${text}`).diagnostics).toMatchObject([
    {
      code: 'yaml-syntax',
      message:
        'This is not YAML: the quoted text that begins on line 2 must stay indented until its closing quote.',
      position: { line: 3, column: 1 },
    },
  ]);
});
