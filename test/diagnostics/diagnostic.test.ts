/** What a diagnostic is filled with, and which of them are the same to a reader. */
import { describe, expect, it } from 'vitest';
import { type DiagnosticCode, catalogue } from '../../generator/diagnostics/catalogue.ts';
import {
  type Diagnostic,
  diagnostic,
  diagnosticKey,
  distinctDiagnostics,
  isStrictFault,
} from '../../generator/diagnostics/diagnostic.ts';

const origin = { document: 'a.yml', pointer: '/x' };
const codes = Object.keys(catalogue) as readonly DiagnosticCode[];
const first = (fits: (entry: (typeof catalogue)[DiagnosticCode]) => boolean): DiagnosticCode => {
  const found = codes.find((each) => fits(catalogue[each]));
  if (found === undefined) throw new Error('no such code');
  return found;
};

it('is filled with parameters', () => {
  expect(diagnostic('parameter-fixed', { name: '{value}', value: '$&' }, { origin })).toEqual({
    code: 'parameter-fixed',
    severity: catalogue['parameter-fixed'].severity,
    message: catalogue['parameter-fixed'].message
      .replace('{name}', '{value}')
      .replace(/\{value\}(?!.*\{value\})/, () => '$&'),
    help: catalogue['parameter-fixed'].help.replaceAll('{name}', '{value}'),
    parameters: { name: '{value}', value: '$&' },
    origin,
  });
});

it('keeps placeholders without a value', () => {
  const { message, parameters } = diagnostic('parameter-fixed', {});
  expect([message, parameters]).toEqual([catalogue['parameter-fixed'].message, undefined]);
  const inherited = Object.create({ name: 'x', value: 'y' }) as Record<string, string>;
  expect(diagnostic('parameter-fixed', inherited).message).toBe(catalogue['parameter-fixed'].message);
});

it.each([
  [200, 'x'.repeat(200)],
  [201, `${'x'.repeat(200)}…`],
])('a name of %i characters', (length, shown) => {
  const { message } = diagnostic('parameter-fixed', { name: 'x'.repeat(length), value: 5 });
  expect(message).toBe(catalogue['parameter-fixed'].message.replace('{name}', shown).replace('{value}', '5'));
});

it('has what its entry of the catalogue has', () => {
  const leaving = first((entry) => entry.leavesOut === true);
  expect(diagnostic(leaving, {}).leavesOut).toBe(true);
  expect(
    'leavesOut' in
      diagnostic(
        first((entry) => entry.leavesOut !== true),
        {},
      ),
  ).toBe(false);
  expect('parameters' in diagnostic(leaving, {})).toBe(false);
});

describe('--strict', () => {
  it.each<[string, DiagnosticCode, boolean]>([
    ['an error', first(({ severity }) => severity === 'error'), true],
    ['a warning', first(({ severity, besides }) => severity === 'warning' && besides !== true), true],
    [
      'a warning about something else',
      first(({ severity, besides }) => severity === 'warning' && besides === true),
      false,
    ],
    ['a note', first(({ severity, besides }) => severity === 'note' && besides !== true), false],
  ])('%s', (_, code, isFault) => expect(isStrictFault(diagnostic(code, {}))).toBe(isFault));
});

describe('the same', () => {
  const once = first((entry) => entry.once === true);
  const often = first((entry) => entry.once !== true);
  it.each<[string, Diagnostic, string]>([
    ['with a place', diagnostic(often, {}, { origin }), `${often} a.yml /x ${catalogue[often].message}`],
    ['without a place', diagnostic(often, {}), `${often}   ${catalogue[often].message}`],
    ['in every place', diagnostic(once, {}, { origin }), `${once} ${catalogue[once].message}`],
  ])('%s', (_, each, key) => expect(diagnosticKey(each)).toBe(key));

  it('appears once, where it was first', () => {
    const [a, b, c] = [
      diagnostic(often, {}, { origin }),
      diagnostic(often, {}),
      diagnostic(often, {}, { origin, related: [] }),
    ];
    const distinct = distinctDiagnostics([a, b, c]);
    expect(distinct).toEqual([a, b]);
    expect(distinct[0]).toBe(a);
  });
});
