import { describe, expect, test } from 'vitest';
import { diagnostic } from '../../generator/diagnostics/diagnostic.ts';
import { printGithub } from '../../generator/diagnostics/print/print-github.ts';
import { printJson } from '../../generator/diagnostics/print/print-json.ts';
import { printSarif } from '../../generator/diagnostics/print/print-sarif.ts';
import { printDiagnostics } from '../../generator/diagnostics/print/print-text.ts';
import { windowAt } from '../../generator/diagnostics/print/window.ts';
import { terminalText } from '../../generator/lib/safe-text.ts';
import { parseText } from '../../generator/source/parse/parse-text.ts';

const source = parseText('a,b.yml', 'openapi: 3.1.0\npaths:\n  /x: {$ref: "#/y"}\n').value;
const texts = new Map(source === undefined ? [] : [[source.name, source]]);
const origin = { document: 'a,b.yml', pointer: '/paths/~1x/$ref' };
const one = diagnostic(
  'ref-not-found',
  { ref: '#/y' },
  {
    origin,
    related: [{ message: 'See the version here.', origin: { document: 'a,b.yml', pointer: '/openapi' } }],
  },
);

test('text, with a related place', () => {
  expect(
    printDiagnostics([one, { ...one }], texts, { color: false }),
  ).toBe(`error[ref-not-found]: The reference #/y cannot be resolved.
  --> a,b.yml:3:14
3 |   /x: {$ref: "#/y"}
  |              ^^^^^
  = See the version here.
  --> a,b.yml:1:10
1 | openapi: 3.1.0
  |          ^^^^^
  help: Correct the reference, or add what it names.

1 error
`);
});

test('many of one code are counted', () => {
  const notes = Array.from({ length: 9 }, (_, n) => diagnostic('number-inexact', { number: n }, { origin }));
  const text = printDiagnostics([...notes, one], texts, { color: false, perCode: 2 });
  expect(text.match(/note\[number-inexact\]: The/g)?.length).toBe(2);
  expect(text).toContain('note[number-inexact]: 7 more like these\n\n1 error, 9 notes\n');
  expect(text.startsWith('error[')).toBe(true);
});

test('colour is only added', () => {
  const plain = printDiagnostics([one], texts, { color: true }).replace(/\u001b\[\d+m/g, '');
  expect(plain).toBe(printDiagnostics([one], texts, { color: false }));
});

test('JSON', () => {
  expect(JSON.parse(printJson([one], texts))).toEqual([
    {
      code: 'ref-not-found',
      severity: 'error',
      message: 'The reference #/y cannot be resolved.',
      help: 'Correct the reference, or add what it names.',
      file: 'a,b.yml',
      line: 3,
      column: 14,
      pointer: '/paths/~1x/$ref',
      related: [{ message: 'See the version here.', file: 'a,b.yml', line: 1, column: 10 }],
    },
  ]);
});

test('SARIF', () => {
  const log = JSON.parse(printSarif([one, diagnostic('file-not-found', { file: 'x', flag: 'y' })], texts));
  expect(log.version).toBe('2.1.0');
  expect(log.runs[0].tool.driver.rules.map((rule: { id: string }) => rule.id)).toEqual([
    'file-not-found',
    'ref-not-found',
  ]);
  expect(log.runs[0].results[1]).toMatchObject({
    ruleId: 'ref-not-found',
    ruleIndex: 1,
    level: 'error',
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: 'a,b.yml' }, region: { startLine: 3, startColumn: 14 } },
      },
    ],
  });
  expect(log.runs[0].results[0]).not.toHaveProperty('locations');
});

test('annotations of GitHub', () => {
  expect(printGithub([one], texts)).toBe(
    '::error file=a%2Cb.yml,line=3,col=14,title=ref-not-found::The reference #/y cannot be resolved.%0ACorrect the reference, or add what it names.\n',
  );
});

describe('hostile text', () => {
  test('cannot steer the terminal or forge an annotation', () => {
    const nasty = diagnostic('ref-not-found', { ref: '\u001b[31m\n::error::x\u202e%' }, { origin });
    expect(printDiagnostics([nasty], texts, { color: false })).toContain(
      'The reference \\u001b[31m\\u000a::error::x\\u202e% cannot be resolved',
    );
    expect(printGithub([nasty], texts).split('\n')).toHaveLength(2);
    expect(terminalText('plain\ttext ä 😀')).toBe('plain\ttext ä 😀');
  });

  test('a line of ten megabytes is cut around the place', () => {
    const text = `{"a":"${'x'.repeat(10_000_000)}","b":1}`;
    const window = windowAt({ text }, 1, 10_000_013);
    expect(window).toEqual({ text: `…${'x'.repeat(34)}","b":1}`, from: 41, length: 1 });
  });
});
