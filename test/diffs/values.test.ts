/**
 * Facts about values: which rule a difference of two schemas falls under, on the way out and on the way in.
 */
import { describe, expect, test } from 'vitest';
import { diffApis } from '../../generator/diff/diff-apis.ts';
import type { Change } from '../../generator/diff/types.ts';
import { completeDocument } from './cases.ts';
import { apiOf } from './support.ts';

async function changes(before: object, after: object): Promise<readonly Change[]> {
  const side = (schema: object) =>
    apiOf(completeDocument(JSON.stringify({ response: { type: 'object', properties: { x: schema } } })));
  const all = diffApis(await side(before), await side(after), { today: '2026-11-21' });
  return all.filter(({ rule }) => rule !== 'version-not-raised');
}
const told = async (before: object, after: object): Promise<readonly string[]> =>
  (await changes(before, after)).map(
    ({ rule, message }) => `${rule}: ${message.replace(/^.*\.x(?:\[\])? /, '')}`,
  );

describe('formats and types', () => {
  const text = (format?: string) => ({ type: 'string', ...(format && { format }) });
  const number = (type: string, format?: string) => ({ type, ...(format && { format }) });
  test.each<[string, object, object, string[]]>([
    [
      'int32 → int64',
      number('integer', 'int32'),
      number('integer', 'int64'),
      ['integer-became-number: can now be a larger number'],
    ],
    [
      'int64 → int32',
      number('integer', 'int64'),
      number('integer', 'int32'),
      ['number-became-integer: can no longer be as large a number'],
    ],
    [
      'float → double',
      number('number', 'float'),
      number('number', 'double'),
      ['integer-became-number: can now be a larger number'],
    ],
    [
      'double → float',
      number('number', 'double'),
      number('number', 'float'),
      ['number-became-integer: can no longer be as large a number'],
    ],
    [
      'float → int64',
      number('number', 'float'),
      number('number', 'int64'),
      ['format-changed: has another format'],
    ],
    ['date → date-time', text('date'), text('date-time'), ['format-changed: has another format']],
    ['a new format', text(), text('date'), ['format-added: must have the format date']],
    [
      'no format any more',
      text('date'),
      text(),
      ['format-removed: is no longer promised to have the format date'],
    ],
    ['the same format', number('number', 'float'), number('number', 'float'), []],
    [
      'integer → number',
      number('integer'),
      number('number'),
      ['integer-became-number: can now have a fraction'],
    ],
    [
      'number → integer',
      number('number'),
      number('integer'),
      ['number-became-integer: can no longer have a fraction'],
    ],
    ['string → integer', text(), number('integer'), ['type-changed: changed type']],
    ['integer → boolean', number('integer'), { type: 'boolean' }, ['type-changed: changed type']],
    ['boolean → number', { type: 'boolean' }, number('number'), ['type-changed: changed type']],
  ])('%s', async (_title, before, after, expected) =>
    expect([...(await told(before, after))].sort()).toEqual([...expected].sort()),
  );
});

describe('lists of values', () => {
  const list = (...values: readonly unknown[]) => ({ enum: values });
  const known = (...values: readonly string[]) => ({
    anyOf: [{ type: 'string', enum: values }, { type: 'string' }],
  });
  test.each<[string, object, object, string[]]>([
    ['another constant', { const: 'a' }, { const: 'b' }, ['constant-changed: has another fixed value']],
    ['a value more', list('a', 'b'), list('a', 'b', 'c'), ['enum-value-added: has the further value "c"']],
    ['a constant more', list('a'), list('a', 'b'), ['enum-value-added: has the further value "b"']],
    [
      'a value less',
      list('a', 'b', 'c'),
      list('a', 'b'),
      ['enum-value-removed: no longer has the value "c"'],
    ],
    [
      'two values instead of two',
      list('a', 'b'),
      list('c', 'd'),
      [
        'enum-value-removed: no longer has the values "a" | "b"',
        'enum-value-added: has the further values "c" | "d"',
      ],
    ],
    [
      'four values more',
      list('x', 'y'),
      list('x', 'y', 'a', 'b', 'c', 'd'),
      ['enum-value-added: has the further values "a" | "b" | "c" | "d"'],
    ],
    [
      'five values more',
      list('x', 'y'),
      list('x', 'y', 'a', 'b', 'c', 'd', 'e'),
      ['enum-value-added: has 5 further values'],
    ],
    ['open now', list('a', 'b'), known('a', 'b'), ['enum-opened: became an open list of values']],
    [
      'open now, a value less',
      list('a', 'b', 'c'),
      known('a', 'b'),
      ['enum-opened: became an open list of values', 'enum-value-removed: no longer has the value "c"'],
    ],
    ['closed now', known('a', 'b'), list('a', 'b'), ['enum-closed: became a closed list of values']],
    [
      'closed now, a value less',
      known('a', 'b', 'c'),
      list('a', 'b'),
      ['enum-closed: became a closed list of values'],
    ],
    [
      'a list of text',
      { type: 'string' },
      list('a', 'b'),
      ['became-enum: is now restricted to a list of values'],
    ],
    [
      'text of a list',
      list('a', 'b'),
      { type: 'string' },
      ['no-longer-enum: is no longer restricted to a list of values'],
    ],
    ['a constant of text', { type: 'string' }, list('a'), ['constant-added: now has a fixed value']],
    ['text of a constant', list('a'), { type: 'string' }, ['constant-removed: no longer has a fixed value']],
    ['known values of text', { type: 'string' }, known('a', 'b'), ['became-enum: names other known values']],
    [
      'text of known values',
      known('a', 'b'),
      { type: 'string' },
      ['no-longer-enum: names other known values'],
    ],
    [
      'whole numbers of an integer',
      { type: 'integer' },
      list(1, 2),
      ['became-enum: is now restricted to a list of values'],
    ],
    ['fractions of an integer', { type: 'integer' }, list(1, 2.5), ['type-changed: changed type']],
    [
      'numbers of a number',
      list(1, 2.5),
      { type: 'number' },
      ['no-longer-enum: is no longer restricted to a list of values'],
    ],
    ['one boolean of both', { type: 'boolean' }, { const: true }, ['constant-added: now has a fixed value']],
    [
      'another known value',
      known('a'),
      known('b'),
      ['enum-value-added: has the further value "b"', 'enum-value-removed: no longer has the value "a"'],
    ],
    [
      'a list of a constant',
      list('a'),
      list('b', 'c'),
      [
        'enum-value-added: has the further values "b" | "c"',
        'enum-value-removed: no longer has the value "a"',
      ],
    ],
    [
      'a constant of a list',
      list('a', 'b'),
      list('c'),
      [
        'enum-value-added: has the further value "c"',
        'enum-value-removed: no longer has the values "a" | "b"',
      ],
    ],
    ['an integer of known text', known('a', 'b'), { type: 'integer' }, ['type-changed: changed type']],
    ['known text of an integer', { type: 'integer' }, known('a', 'b'), ['type-changed: changed type']],
    [
      'an array of a constant',
      list('a'),
      { type: 'array', items: { type: 'string' } },
      ['type-changed: changed type'],
    ],
    ['text of numbers', list(1, 2), { type: 'string' }, ['type-changed: changed type']],
    ['numbers of text', { type: 'string' }, list(1, 2), ['type-changed: changed type']],
  ])('%s', async (_title, before, after, expected) =>
    expect([...(await told(before, after))].sort()).toEqual([...expected].sort()),
  );

  test('values that the user must not give any more break, further ones of an open list do not', async () => {
    const [removed] = await changes(list('a', 'b'), list('a'));
    expect(removed).toMatchObject({ rule: 'enum-value-removed', before: '"b"' });
    expect(removed?.source).not.toEqual([]);
    const [open] = await changes(known('a', 'b'), known('a'));
    expect(open).toMatchObject({ rule: 'enum-value-removed', source: [], bump: 'minor' });
    expect((await changes(known('a'), known('a', 'b')))[0]).toMatchObject({
      rule: 'enum-value-added',
      after: '"b"',
      wire: 'ok',
      source: [],
      runtime: 'same',
      bump: 'minor',
    });
    expect((await changes({ const: 'a' }, { const: 'b' }))[0]).toMatchObject({ before: '"a"', after: '"b"' });
    for (const [before, after] of [
      [{ type: 'string' }, known('a', 'b')],
      [known('a', 'b'), { type: 'string' }],
    ] as const) {
      expect((await changes(before, after))[0]).toMatchObject({
        wire: 'ok',
        source: ['type-level'],
        runtime: 'same',
        bump: 'minor',
      });
    }
  });

  test('a number that can have a fraction breaks who reads it as one that cannot, not the other way round', async () => {
    expect((await changes({ type: 'integer' }, { type: 'number' }))[0]).toMatchObject({
      wire: 'break',
      runtime: 'changed',
      bump: 'minor',
    });
    expect((await changes({ type: 'number' }, { type: 'integer' }))[0]).toMatchObject({
      wire: 'ok',
      runtime: 'same',
      bump: 'patch',
    });
  });
});

describe('what is said beside the type', () => {
  const text = (more: object) => ({ type: 'string', ...more });
  const items = (schema: object) => ({ type: 'array', items: schema });
  const object = (more: object) => ({ type: 'object', properties: { a: { type: 'string' } }, ...more });
  test.each<[string, object, object, string[]]>([
    ['a default', text({}), text({ default: 'a' }), ['default-added: has a default now']],
    ['no default', text({ default: 'a' }), text({}), ['default-removed: no longer has a default']],
    [
      'another default',
      text({ default: 'a' }),
      text({ default: 'b' }),
      ['default-changed: has another default'],
    ],
    ['the same default', text({ default: 'a' }), text({ default: 'a' }), []],
    ['a description', text({}), text({ description: 'A' }), ['docs-changed: is documented otherwise']],
    [
      'other examples',
      text({ examples: ['a'] }),
      text({ examples: ['b'] }),
      ['examples-changed: has another example'],
    ],
    ['the same examples', text({ examples: ['a'] }), text({ examples: ['a'] }), []],
    [
      'a description of items',
      items(text({})),
      items(text({ description: 'A' })),
      ['docs-changed: is documented otherwise'],
    ],
    [
      'another description of items beside the same default',
      items(text({ description: 'A', default: 'x' })),
      items(text({ description: 'B', default: 'x' })),
      ['docs-changed: is documented otherwise'],
    ],
    [
      'examples of items',
      items(text({})),
      items(text({ examples: ['a'] })),
      ['examples-changed: has another example'],
    ],
    [
      'no examples of items',
      items(text({ examples: ['a'] })),
      items(text({})),
      ['examples-changed: has another example'],
    ],
    [
      'other examples of items',
      items(text({ examples: ['a'] })),
      items(text({ examples: ['b'] })),
      ['examples-changed: has another example'],
    ],
    ['the same examples of items', items(text({ examples: ['a'] })), items(text({ examples: ['a'] })), []],
    [
      'another type: limits of one have nothing to do with the other',
      text({ maxLength: 3 }),
      { ...items(text({})), maxItems: 2 },
      ['type-changed: changed type'],
    ],
    [
      'an enum whose limit goes on',
      text({ maxLength: 3, enum: ['a', 'b'] }),
      text({ maxLength: 4 }),
      ['no-longer-enum: is no longer restricted to a list of values'],
    ],
    [
      'a closed object: said once',
      object({}),
      object({ unevaluatedProperties: false }),
      ['additional-properties-closed: no longer allows undeclared properties'],
    ],
    [
      'a closed object and a limit',
      object({ minProperties: 1 }),
      object({ minProperties: 2, unevaluatedProperties: false }),
      [
        'additional-properties-closed: no longer allows undeclared properties',
        'limit-tightened: has another limit',
      ],
    ],
    [
      'closed in another way',
      object({ additionalProperties: false }),
      object({ unevaluatedProperties: false }),
      ['assertion-added: must now fulfil unevaluatedProperties: false'],
    ],
    [
      'a map that closes',
      object({ unevaluatedProperties: { type: 'string' } }),
      object({ additionalProperties: false }),
      ['additional-properties-closed: no longer allows undeclared properties'],
    ],
    [
      'other undeclared properties',
      object({ unevaluatedProperties: { type: 'string' } }),
      object({ unevaluatedProperties: { type: 'integer' } }),
      ['assertion-changed: has another condition'],
    ],
    [
      'another factor',
      { type: 'integer', multipleOf: 2 },
      { type: 'integer', multipleOf: 3 },
      ['assertion-changed: has another condition'],
    ],
    ['a limit', text({}), text({ maxLength: 3 }), ['limit-set: is now limited by maxLength: 3']],
    ['no limit', text({ maxLength: 3 }), text({}), ['limit-removed: is no longer limited by maxLength: 3']],
    ['another limit', text({ maxLength: 3 }), text({ maxLength: 4 }), ['limit-relaxed: has another limit']],
    ['a pattern', text({}), text({ pattern: '^a' }), ['pattern-added: must now match pattern: ^a']],
    ['no pattern', text({ pattern: '^a' }), text({}), ['pattern-removed: need no longer match pattern: ^a']],
    [
      'another pattern',
      text({ pattern: '^a' }),
      text({ pattern: '^b' }),
      ['pattern-changed: has another pattern'],
    ],
    [
      'any pattern',
      text({ pattern: '^a' }),
      text({ pattern: '.*' }),
      ['pattern-generalized: may now be any text'],
    ],
    [
      'an encoding',
      text({}),
      text({ contentMediaType: 'text/a' }),
      ['encoding-changed: is now contentMediaType: text/a'],
    ],
    [
      'no encoding',
      text({ contentMediaType: 'text/a' }),
      text({}),
      ['encoding-changed: is no longer contentMediaType: text/a'],
    ],
    [
      'another encoding',
      text({ contentMediaType: 'text/a' }),
      text({ contentMediaType: 'text/c' }),
      ['encoding-changed: has another contentMediaType'],
    ],
    [
      'distinct items',
      { type: 'array', items: text({}) },
      { type: 'array', items: text({}), uniqueItems: true },
      ['assertion-added: must now fulfil uniqueItems: true'],
    ],
    [
      'any items',
      { type: 'array', items: text({}), uniqueItems: true },
      { type: 'array', items: text({}) },
      ['assertion-removed: need no longer fulfil uniqueItems: true'],
    ],
  ])('%s', async (_title, before, after, expected) =>
    expect([...(await told(before, after))].sort()).toEqual([...expected].sort()),
  );

  test('stands beside the sentence', async () => {
    expect((await changes(text({ maxLength: 3 }), text({ maxLength: 4 })))[0]).toMatchObject({
      before: 'maxLength: 3',
      after: 'maxLength: 4',
    });
    expect((await changes(text({ default: 'a' }), text({ default: 'b' })))[0]).toMatchObject({
      before: '"a"',
      after: '"b"',
    });
    expect((await changes(text({}), text({ default: 'b' })))[0]).not.toHaveProperty('before');
    expect((await changes(text({ default: 'b' }), text({})))[0]).not.toHaveProperty('after');
    expect((await changes(text({}), text({ maxLength: 4 })))[0]).not.toHaveProperty('before');
    expect((await changes(text({ maxLength: 4 }), text({})))[0]).not.toHaveProperty('after');
  });
});
