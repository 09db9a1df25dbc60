/** Facts about values: which rule a difference of two schemas falls under, on the way out and on the way in. */
import { describe, expect, test } from 'vitest';
import { compareConstraints } from '../../generator/diff/compare/constraints.ts';
import { diffApis } from '../../generator/diff/diff-apis.ts';
import type { Change } from '../../generator/diff/types.ts';
import type { Constraints } from '../../generator/ir/types.ts';
import { completeDocument } from './cases.ts';
import { apiOf } from './support.ts';

async function changes(before: object, after: object): Promise<readonly Change[]> {
  const side = (schema: object) => apiOf(completeDocument(JSON.stringify({ response: { type: 'object', properties: { x: schema } } })));
  const all = diffApis(await side(before), await side(after), { today: '2026-11-21' });
  return all.filter(({ rule }) => rule !== 'version-not-raised');
}
const told = async (before: object, after: object): Promise<readonly string[]> => (await changes(before, after)).map(({ rule, message }) => `${rule}: ${message.replace(/^.*\.x /, '')}`);

describe('formats and types', () => {
  const text = (format?: string) => ({ type: 'string', ...(format && { format }) });
  const number = (type: string, format?: string) => ({ type, ...(format && { format }) });
  test.each<[string, object, object, string[]]>([
    ['int32 → int64', number('integer', 'int32'), number('integer', 'int64'), ['integer-became-number: can now be a larger number']],
    ['int64 → int32', number('integer', 'int64'), number('integer', 'int32'), ['number-became-integer: can no longer be as large a number']],
    ['float → double', number('number', 'float'), number('number', 'double'), ['integer-became-number: can now be a larger number']],
    ['double → float', number('number', 'double'), number('number', 'float'), ['number-became-integer: can no longer be as large a number']],
    ['float → int64', number('number', 'float'), number('number', 'int64'), ['format-changed: has another format']],
    ['date → date-time', text('date'), text('date-time'), ['format-changed: has another format']],
    ['a new format', text(), text('date'), ['format-added: must have the format date']],
    ['no format any more', text('date'), text(), ['format-removed: is no longer promised to have the format date']],
    ['the same format', number('number', 'float'), number('number', 'float'), []],
    ['integer → number', number('integer'), number('number'), ['integer-became-number: can now have a fraction']],
    ['number → integer', number('number'), number('integer'), ['number-became-integer: can no longer have a fraction']],
    ['string → integer', text(), number('integer'), ['type-changed: changed type']],
    ['integer → boolean', number('integer'), { type: 'boolean' }, ['type-changed: changed type']],
    ['boolean → number', { type: 'boolean' }, number('number'), ['type-changed: changed type']],
  ])('%s', async (_title, before, after, expected) => expect([...(await told(before, after))].sort()).toEqual([...expected].sort()));
});

describe('lists of values', () => {
  const list = (...values: readonly unknown[]) => ({ enum: values });
  const known = (...values: readonly string[]) => ({ anyOf: [{ type: 'string', enum: values }, { type: 'string' }] });
  test.each<[string, object, object, string[]]>([
    ['another constant', { const: 'a' }, { const: 'b' }, ['constant-changed: has another fixed value']],
    ['a value more', list('a', 'b'), list('a', 'b', 'c'), ['enum-value-added: has the further value "c"']],
    ['a constant more', list('a'), list('a', 'b'), ['enum-value-added: has the further value "b"']],
    ['a value less', list('a', 'b', 'c'), list('a', 'b'), ['enum-value-removed: no longer has the value "c"']],
    ['two values instead of two', list('a', 'b'), list('c', 'd'), ['enum-value-removed: no longer has the values "a" | "b"', 'enum-value-added: has the further values "c" | "d"']],
    ['four values more', list('x', 'y'), list('x', 'y', 'a', 'b', 'c', 'd'), ['enum-value-added: has the further values "a" | "b" | "c" | "d"']],
    ['five values more', list('x', 'y'), list('x', 'y', 'a', 'b', 'c', 'd', 'e'), ['enum-value-added: has 5 further values']],
    ['open now', list('a', 'b'), known('a', 'b'), ['enum-opened: became an open list of values']],
    ['open now, a value less', list('a', 'b', 'c'), known('a', 'b'), ['enum-opened: became an open list of values', 'enum-value-removed: no longer has the value "c"']],
    ['closed now', known('a', 'b'), list('a', 'b'), ['enum-closed: became a closed list of values']],
    ['closed now, a value less', known('a', 'b', 'c'), list('a', 'b'), ['enum-closed: became a closed list of values']],
    ['a list of text', { type: 'string' }, list('a', 'b'), ['became-enum: is now restricted to a list of values']],
    ['text of a list', list('a', 'b'), { type: 'string' }, ['no-longer-enum: is no longer restricted to a list of values']],
    ['a constant of text', { type: 'string' }, list('a'), ['constant-added: now has a fixed value']],
    ['text of a constant', list('a'), { type: 'string' }, ['constant-removed: no longer has a fixed value']],
    ['known values of text', { type: 'string' }, known('a', 'b'), ['became-enum: names other known values']],
    ['text of known values', known('a', 'b'), { type: 'string' }, ['no-longer-enum: names other known values']],
    ['whole numbers of an integer', { type: 'integer' }, list(1, 2), ['became-enum: is now restricted to a list of values']],
    ['fractions of an integer', { type: 'integer' }, list(1, 2.5), ['type-changed: changed type']],
    ['numbers of a number', list(1, 2.5), { type: 'number' }, ['no-longer-enum: is no longer restricted to a list of values']],
    ['one boolean of both', { type: 'boolean' }, { const: true }, ['constant-added: now has a fixed value']],
    ['text of numbers', list(1, 2), { type: 'string' }, ['type-changed: changed type']],
    ['numbers of text', { type: 'string' }, list(1, 2), ['type-changed: changed type']],
  ])('%s', async (_title, before, after, expected) => expect([...(await told(before, after))].sort()).toEqual([...expected].sort()));

  test('values that the user must not give any more break, further ones of an open list do not', async () => {
    const [removed] = await changes(list('a', 'b'), list('a'));
    expect(removed).toMatchObject({ rule: 'enum-value-removed', before: '"b"' });
    expect(removed?.source).not.toEqual([]);
    const [open] = await changes(known('a', 'b'), known('a'));
    expect(open).toMatchObject({ rule: 'enum-value-removed', source: [], bump: 'minor' });
    expect((await changes(known('a'), known('a', 'b')))[0]).toMatchObject({ rule: 'enum-value-added', after: '"b"', wire: 'ok', source: [], runtime: 'same', bump: 'minor' });
    expect((await changes({ const: 'a' }, { const: 'b' }))[0]).toMatchObject({ before: '"a"', after: '"b"' });
  });
});

describe('what is said beside the type', () => {
  const text = (more: object) => ({ type: 'string', ...more });
  test.each<[string, object, object, string[]]>([
    ['a default', text({}), text({ default: 'a' }), ['default-added: has a default now']],
    ['no default', text({ default: 'a' }), text({}), ['default-removed: no longer has a default']],
    ['another default', text({ default: 'a' }), text({ default: 'b' }), ['default-changed: has another default']],
    ['the same default', text({ default: 'a' }), text({ default: 'a' }), []],
    ['a description', text({}), text({ description: 'A' }), ['docs-changed: is documented otherwise']],
    ['other examples', text({ examples: ['a'] }), text({ examples: ['b'] }), ['docs-changed: is documented otherwise']],
    ['the same examples', text({ examples: ['a'] }), text({ examples: ['a'] }), []],
    ['a limit', text({}), text({ maxLength: 3 }), ['limit-set: is now limited by maxLength: 3']],
    ['no limit', text({ maxLength: 3 }), text({}), ['limit-removed: is no longer limited by maxLength: 3']],
    ['another limit', text({ maxLength: 3 }), text({ maxLength: 4 }), ['limit-relaxed: has another limit']],
    ['a pattern', text({}), text({ pattern: '^a' }), ['pattern-added: must now match pattern: ^a']],
    ['no pattern', text({ pattern: '^a' }), text({}), ['pattern-removed: need no longer match pattern: ^a']],
    ['another pattern', text({ pattern: '^a' }), text({ pattern: '^b' }), ['pattern-changed: has another pattern']],
    ['any pattern', text({ pattern: '^a' }), text({ pattern: '.*' }), ['pattern-generalized: may now be any text']],
    ['an encoding', text({}), text({ contentMediaType: 'text/a' }), ['encoding-changed: is now contentMediaType: text/a']],
    ['no encoding', text({ contentMediaType: 'text/a' }), text({}), ['encoding-changed: is no longer contentMediaType: text/a']],
    ['another encoding', text({ contentMediaType: 'text/a' }), text({ contentMediaType: 'text/c' }), ['encoding-changed: has another contentMediaType']],
    ['distinct items', { type: 'array', items: text({}) }, { type: 'array', items: text({}), uniqueItems: true }, ['assertion-added: must now fulfil uniqueItems: true']],
    ['any items', { type: 'array', items: text({}), uniqueItems: true }, { type: 'array', items: text({}) }, ['assertion-removed: need no longer fulfil uniqueItems: true']],
  ])('%s', async (_title, before, after, expected) => expect([...(await told(before, after))].sort()).toEqual([...expected].sort()));

  test('stands beside the sentence', async () => {
    expect((await changes(text({ maxLength: 3 }), text({ maxLength: 4 })))[0]).toMatchObject({ before: 'maxLength: 3', after: 'maxLength: 4' });
    expect((await changes(text({ default: 'a' }), text({ default: 'b' })))[0]).toMatchObject({ before: '"a"', after: '"b"' });
    expect((await changes(text({}), text({ default: 'b' })))[0]).not.toHaveProperty('before');
    expect((await changes(text({ default: 'b' }), text({})))[0]).not.toHaveProperty('after');
    expect((await changes(text({}), text({ maxLength: 4 })))[0]).not.toHaveProperty('before');
    expect((await changes(text({ maxLength: 4 }), text({})))[0]).not.toHaveProperty('after');
  });
});

describe('limits', () => {
  const facts = (before: Constraints, after: Constraints): readonly string[] =>
    compareConstraints(before, after).map((one) => `${one.rule} ${one.keyword} ${one.before ?? '-'} ${one.after ?? '-'}`);
  const UPPER = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'];
  const LOWER = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'];

  test.each([...UPPER.map((keyword) => [keyword, 1] as const), ...LOWER.map((keyword) => [keyword, -1] as const)])('%s', (keyword, side) => {
    const [wider, tighter] = side > 0 ? ['relaxed', 'tightened'] : ['tightened', 'relaxed'];
    expect(facts({ [keyword]: 3 }, { [keyword]: 4 })).toEqual([`limit-${wider} ${keyword} 3 4`]);
    expect(facts({ [keyword]: 4 }, { [keyword]: 3 })).toEqual([`limit-${tighter} ${keyword} 4 3`]);
    expect(facts({}, { [keyword]: 3 })).toEqual([`limit-set ${keyword} - 3`]);
    expect(facts({ [keyword]: 3 }, {})).toEqual([`limit-removed ${keyword} 3 -`]);
    expect(facts({ [keyword]: 3 }, { [keyword]: 3 })).toEqual([]);
  });

  test('zero asks for nothing of a length, and for something of a number', () => {
    for (const keyword of ['minLength', 'minItems', 'minProperties']) {
      expect([facts({}, { [keyword]: 0 }), facts({ [keyword]: 0 }, {})]).toEqual([[], []]);
      expect(facts({ [keyword]: 0 }, { [keyword]: 1 })).toEqual([`limit-set ${keyword} 0 1`]);
      expect(facts({ [keyword]: 1 }, { [keyword]: 0 })).toEqual([`limit-removed ${keyword} 1 0`]);
    }
    expect([facts({}, { minimum: 0 }), facts({ maxLength: 0 }, {})]).toEqual([['limit-set minimum - 0'], ['limit-removed maxLength 0 -']]);
  });

  test('of nothing', () => expect([compareConstraints(undefined, undefined), facts({}, {})]).toEqual([[], []]));

  test('multiples: of a multiple is stricter', () => {
    expect(facts({ multipleOf: 2 }, { multipleOf: 6 })).toEqual(['limit-tightened multipleOf 2 6']);
    expect(facts({ multipleOf: 6 }, { multipleOf: 2 })).toEqual(['limit-relaxed multipleOf 6 2']);
    expect(facts({ multipleOf: 6 }, { multipleOf: 4 })).toEqual(['assertion-changed multipleOf 6 4']);
    expect(facts({}, { multipleOf: 4 })).toEqual(['limit-set multipleOf - 4']);
    expect(facts({ multipleOf: 4 }, {})).toEqual(['limit-removed multipleOf 4 -']);
    expect(facts({ multipleOf: 4 }, { multipleOf: 4 })).toEqual([]);
  });

  test('distinct items', () => {
    expect(facts({}, { uniqueItems: true })).toEqual(['assertion-added uniqueItems - true']);
    expect(facts({ uniqueItems: true }, { uniqueItems: false })).toEqual(['assertion-removed uniqueItems true -']);
    expect([facts({ uniqueItems: false }, {}), facts({}, { uniqueItems: false })]).toEqual([[], []]);
  });

  test.each(['.*', '^.*$', '^.*', '.*$', ''])('the pattern %j asks for nothing', (any) => {
    expect([facts({}, { pattern: any }), facts({ pattern: any }, {})]).toEqual([[], []]);
    expect(facts({ pattern: any }, { pattern: 'a' })).toEqual([`pattern-added pattern ${any} a`]);
    expect(facts({ pattern: 'a' }, { pattern: any })).toEqual([`pattern-generalized pattern a ${any}`]);
  });

  test('patterns', () => {
    expect(facts({}, { pattern: 'a' })).toEqual(['pattern-added pattern - a']);
    expect(facts({ pattern: 'a' }, {})).toEqual(['pattern-removed pattern a -']);
    expect(facts({ pattern: 'a' }, { pattern: 'b' })).toEqual(['pattern-changed pattern a b']);
    expect(facts({ pattern: 'a' }, { pattern: 'a' })).toEqual([]);
  });

  test('encodings', () => {
    for (const keyword of ['contentEncoding', 'contentMediaType']) expect(facts({ [keyword]: 'a' }, { [keyword]: 'b' })).toEqual([`encoding-changed ${keyword} a b`]);
    expect(facts({ contentEncoding: 'a' }, { contentEncoding: 'a' })).toEqual([]);
  });

  describe('other assertions', () => {
    const of = (all: object): Constraints => ({ assertions: Object.entries(all).map(([keyword, value]) => ({ keyword, value })) });
    const rows: readonly (readonly [string, object, object, readonly string[]])[] = [
      ['one more', {}, { not: { type: 'null' } }, ['assertion-added not - {"type":"null"}']],
      ['one less', { not: { type: 'null' } }, {}, ['assertion-removed not {"type":"null"} -']],
      ['another', { not: { type: 'null' } }, { not: { type: 'string' } }, ['assertion-changed not {"type":"null"} {"type":"string"}']],
      ['the same', { not: { type: 'null' } }, { not: { type: 'null' } }, []],
      ['in the order of their names', {}, { propertyNames: { a: 1 }, contains: { b: 1 } }, ['assertion-added contains - {"b":1}', 'assertion-added propertyNames - {"a":1}']],
      ['minContains', { minContains: 1 }, { minContains: 2 }, ['limit-tightened minContains 1 2']],
      ['maxContains', { maxContains: 1 }, { maxContains: 2 }, ['limit-relaxed maxContains 1 2']],
      ['a new maxContains', {}, { maxContains: 2 }, ['limit-set maxContains - 2']],
      ['no minContains', { minContains: 2 }, {}, ['limit-removed minContains 2 -']],
      ['minContains that was no number', { minContains: 'a' }, { minContains: 2 }, ['assertion-changed minContains "a" 2']],
      ['minContains that is no number', { minContains: 2 }, { minContains: 'a' }, ['assertion-changed minContains 2 "a"']],
      ['true, which asks for nothing', {}, { unevaluatedProperties: true }, []],
      ['false, which asks for much', { unevaluatedProperties: true }, { unevaluatedProperties: false }, ['assertion-added unevaluatedProperties - false']],
      ['one key of a map more', { dependentRequired: { a: ['b'] } }, { dependentRequired: { a: ['b'], c: ['d'] } }, ['assertion-added dependentRequired/c - ["d"]']],
      ['one key of a map less', { dependentSchemas: { a: { x: 1 }, c: { x: 1 } } }, { dependentSchemas: { a: { x: 1 } } }, ['assertion-removed dependentSchemas/c {"x":1} -']],
      ['a map that is none', {}, { dependentRequired: ['a'], dependentSchemas: null }, ['assertion-added dependentRequired - ["a"]', 'assertion-added dependentSchemas - null']],
      ['words about a condition', { not: { type: 'null', description: 'a' } }, { not: { type: 'null', description: 'b', title: 'T', $comment: 'c', examples: [1], example: 1, default: 1, deprecated: true } }, []],
      ['words deep in a condition', { not: { allOf: [{ description: 'a', a: 1 }] } }, { not: { allOf: [{ description: 'b', a: 1 }] } }, []],
      ['a list in another order', { not: { enum: [1, 2] } }, { not: { enum: [2, 1] } }, ['assertion-changed not {"enum":[1,2]} {"enum":[2,1]}']],
    ];
    test.each(rows)('%s', (_title, before, after, expected) => expect(facts(of(before), of(after))).toEqual(expected));
  });
});
