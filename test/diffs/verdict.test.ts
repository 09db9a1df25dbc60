/** The verdict on a fact in a situation. */
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../generator/diff/compare/fact.ts';
import { SPELLING } from '../../generator/diff/compare/fact.ts';
import type { RuleId } from '../../generator/diff/rules/catalogue.ts';
import { ruleCatalogue } from '../../generator/diff/rules/catalogue.ts';
import type { Rule } from '../../generator/diff/rules/rule.ts';
import { cell, harmless } from '../../generator/diff/rules/rule.ts';
import type { Cell, FactContext } from '../../generator/diff/terms.ts';
import type { Preset } from '../../generator/diff/types.ts';
import {
  API,
  type Situation,
  judge,
  merge,
  mitigationOf,
  situationOf,
  smaller,
  termsOf,
} from '../../generator/diff/verdict.ts';

type Facts = Partial<Fact>;
type Where = Partial<Situation> & { readonly context: FactContext };

const fact = (rule: RuleId, more: Facts = {}): Fact => ({ rule, ...more }) as Fact;
const situation = (where: Where): Situation => ({
  ...{ top: true, typed: true, sent: true, optional: false },
  ...where,
});
const judged = (rule: RuleId, where: Where, more: Facts = {}, preset: Preset = 'standard'): Cell =>
  judge(fact(rule, more), situation(where), { preset, language: 'typescript' });
const ruled = (rule: RuleId, context: FactContext): Cell | undefined => {
  const { cells }: Rule = ruleCatalogue[rule];
  return cells[context];
};

const request: Where = { context: 'request' };
const response: Where = { context: 'response' };
const parameter: Where = { context: 'parameter' };
const header: Where = { context: 'header' };
const api: Where = { context: 'api' };
const inner = (where: Where): Where => ({ ...where, top: false });

it.each<[string, Cell, Cell | undefined]>([
  ['of a request', judged('type-changed', request), ruled('type-changed', 'request')],
  ['of a response', judged('type-changed', response), ruled('type-changed', 'response')],
  ['of a parameter', judged('enum-value-added', parameter), ruled('enum-value-added', 'parameter')],
  ['within a parameter', judged('pattern-changed', inner(parameter)), ruled('pattern-changed', 'request')],
  ['of a parameter without one', judged('property-removed', parameter), ruled('property-removed', 'request')],
  ['of a header', judged('type-changed', header), ruled('type-changed', 'header')],
  ['of a header without one', judged('property-removed', header), ruled('property-removed', 'response')],
  ['of the API', judged('webhook-added', api), ruled('webhook-added', 'api')],
  ['of the API anywhere', judged('response-header-removed', header), ruled('response-header-removed', 'api')],
  ['of the API without one', judged('type-changed', api), harmless],
  ['of a request without one', judged('text-form-changed', request), harmless],
  ['of a response without one', judged('text-form-changed', response), harmless],
  ['of a parameter within, without one', judged('text-form-changed', inner(parameter)), harmless],
  [
    'that is more specific',
    judged('type-changed', request, { adjust: { wire: 'ok', bump: 'patch' } }),
    cell('ok', ['call'], 'rejected', 'patch'),
  ],
  [
    'that is more specific in a request',
    judged('type-changed', request, { adjustIn: { request: { wire: 'ok' } } }),
    cell('ok', ['call'], 'rejected', 'major'),
  ],
  [
    'that is more specific in a parameter',
    judged('type-changed', parameter, { adjustIn: { request: { wire: 'ok' } } }),
    cell('ok', ['call'], 'rejected', 'major'),
  ],
  [
    'that is more specific in a response',
    judged('type-changed', response, { adjustIn: { response: { wire: 'ok' } } }),
    cell('ok', ['read', 'fake'], 'changed', 'major'),
  ],
  [
    'that is more specific in a header',
    judged('type-changed', header, { adjustIn: { response: { wire: 'ok' } } }),
    cell('ok', [], 'changed', 'minor'),
  ],
  [
    'that is more specific elsewhere',
    judged('type-changed', response, { adjustIn: { request: { wire: 'ok' } } }),
    ruled('type-changed', 'response'),
  ],
  [
    'that is no direction',
    judged('webhook-added', api, { adjustIn: { response: { wire: 'break' } } }),
    ruled('webhook-added', 'api'),
  ],
  [
    'that a mock covers',
    judged('type-changed', response, { covered: true }),
    cell('break', ['read'], 'changed', 'major'),
  ],
  [
    'that a mock covers in a request',
    judged('type-changed', request, { covered: true, adjust: { source: ['fake'] } }),
    cell('break', ['fake'], 'rejected', 'major'),
  ],
  [
    'without a type',
    judged('type-changed', { ...response, typed: false }),
    cell('break', [], 'changed', 'minor'),
  ],
  [
    'without a type, small',
    judged('docs-changed', { ...response, typed: false }),
    ruled('docs-changed', 'api'),
  ],
  [
    'that is not sent',
    judged('type-changed', { ...response, sent: false }),
    cell('ok', ['read', 'fake'], 'same', 'major'),
  ],
  [
    'that may be left out',
    judged('no-longer-nullable', { ...parameter, optional: true }),
    cell('break', [], 'rejected', 'minor'),
  ],
  [
    'that may be left out now',
    judged('became-nullable', { ...parameter, optional: true }),
    cell('ok', [], 'same', 'minor'),
  ],
  [
    'that may be left out, within',
    judged('no-longer-nullable', { ...parameter, optional: true, top: false }),
    ruled('no-longer-nullable', 'request'),
  ],
  ['that must be there', judged('no-longer-nullable', parameter), ruled('no-longer-nullable', 'parameter')],
  [
    'of another rule that may be left out',
    judged('type-changed', { ...parameter, optional: true }),
    ruled('type-changed', 'parameter'),
  ],
])('a verdict %s', (_name, found, expected) => expect(found).toEqual(expected));

describe('text on the wire', () => {
  const at = (where: Where, from: string, to: string, rule: RuleId = 'type-changed'): Cell =>
    judged(rule, where, { scalars: { from, to } });
  const text = ruled('text-form-changed', 'parameter');
  it.each<[string, Cell, Cell | undefined]>([
    ...['string', 'number', 'integer', 'boolean'].map((to): [string, Cell, Cell | undefined] => [
      `a header is ${to}`,
      at(header, 'string', to),
      harmless,
    ]),
    ['a header is no text', at(header, 'number', 'string'), ruled('type-changed', 'header')],
    ['a header is null', at(header, 'string', 'null'), ruled('type-changed', 'header')],
    ['a part of a parameter is text', at(inner(parameter), 'number', 'string'), text],
    [
      'a part of a parameter is a flag',
      at(inner(parameter), 'string', 'boolean'),
      ruled('type-changed', 'request'),
    ],
    [
      'a part of a parameter was null',
      at(inner(parameter), 'null', 'string'),
      ruled('type-changed', 'request'),
    ],
    ['a parameter is text', at(parameter, 'number', 'string'), ruled('type-changed', 'parameter')],
    ['a part of a body is text', at(inner(request), 'number', 'string'), ruled('type-changed', 'request')],
    [
      'another rule',
      at(inner(parameter), 'number', 'string', 'type-widened'),
      ruled('type-widened', 'request'),
    ],
    [
      'a header of another rule',
      at(header, 'string', 'number', 'format-changed'),
      ruled('format-changed', 'header'),
    ],
  ])('%s', (_name, found, expected) => expect(found).toEqual(expected));
});

describe('a policy', () => {
  it.each<[Preset, RuleId, Where, Facts, Cell['bump']]>([
    ['standard', 'enum-value-added', response, {}, 'major'],
    ['strict', 'enum-value-added', request, {}, 'major'],
    ['strict', 'docs-changed', api, {}, 'patch'],
    ['strict', 'docs-changed', api, { adjust: { runtime: 'silent' } }, 'major'],
    ['strict', 'docs-changed', api, { adjust: { runtime: 'changed' } }, 'patch'],
    ['open-values', 'enum-value-added', response, {}, 'minor'],
    ['open-values', 'enum-value-added', response, { adjust: { bump: 'patch' } }, 'patch'],
    ['open-values', 'enum-value-added', response, { otherKind: true }, 'major'],
    ['open-values', 'enum-value-added', response, { adjust: { source: ['exhaust', 'read'] } }, 'major'],
    ['open-values', 'enum-value-added', response, { adjust: { source: [] } }, 'minor'],
    ['open-values', 'webhook-added', api, {}, 'minor'],
    ['open-values', 'type-changed', response, { adjust: { source: ['exhaust'] } }, 'major'],
    ['runtime-only', 'type-changed', response, {}, 'minor'],
    ['runtime-only', 'property-removed', response, {}, 'minor'],
    ['runtime-only', 'limit-tightened', response, { adjust: { bump: 'major' } }, 'minor'],
    ['runtime-only', 'model-removed', response, { adjust: { bump: 'major' } }, 'minor'],
    ['runtime-only', 'webhook-added', response, {}, 'minor'],
    ['runtime-only', 'type-changed', response, { adjust: { runtime: 'silent' } }, 'major'],
    ['runtime-only', 'operation-removed', response, {}, 'major'],
  ])('%s judges %s', (preset, rule, where, more, bump) => {
    expect(judged(rule, where, more, preset).bump).toBe(bump);
  });

  it('is standard, of the default language', () => {
    expect(termsOf({})).toEqual({ preset: 'standard', language: 'typescript' });
    expect(termsOf({ preset: 'strict', language: 'go' })).toEqual({ preset: 'strict', language: 'go' });
  });
});

it('a language judges as its differences say', () => {
  const bump = (where: Where): string =>
    judge(fact('integer-became-number', { scalars: { from: 'integer', to: 'number' } }), situation(where), {
      ...{ preset: 'standard', language: 'go' },
    }).source.join();
  expect([bump(request), bump(response)]).toEqual(['call', 'read,fake']);
  expect(
    judged('integer-became-number', request, { scalars: { from: 'integer', to: 'number' } }).source,
  ).toEqual([]);
});

it.each([
  [{ place: { context: 'request', typed: true }, top: true, sent: true, unseen: false }, {}],
  [{ place: { context: 'request', typed: false }, top: true, sent: true, unseen: false }, { typed: false }],
  [{ place: { context: 'request', typed: true }, top: true, sent: true, unseen: true }, { typed: false }],
  [
    { place: { context: 'request', typed: true, optional: true }, top: false, sent: false, unseen: false },
    { optional: true, top: false, sent: false },
  ],
])('a situation: %j', (met, more) => {
  expect(situationOf({ fact: fact('type-changed'), ...met } as never)).toEqual({
    ...situation(request),
    ...more,
  });
});

it('the API is a situation, and two verdicts make the worse', () => {
  expect(API).toEqual(situation(api));
  expect(smaller('minor', 'major')).toBe('minor');
  expect(smaller('patch', 'none')).toBe('none');
  expect(
    merge(cell('ignored', ['fake', 'call'], 'rejected', 'minor'), cell('ok', ['name'], 'silent', 'patch')),
  ).toEqual(cell('ignored', ['call', 'name', 'fake'], 'silent', 'minor'));
  expect(mitigationOf('property-removed')).toBe('Deprecate it first and keep sending it.');
  expect(mitigationOf('docs-changed')).toBeUndefined();
  expect(SPELLING).toEqual({ source: [], runtime: 'repaired', bump: 'minor' });
});
