/** What a comparison of two objects writes down, and what it leaves to compare. */
import { describe, expect, it } from 'vitest';
import { REQUEST, RESPONSE, SPELLING } from '../../generator/diff/compare/fact.ts';
import { compareObjects } from '../../generator/diff/compare/objects.ts';
import { settleRenames } from '../../generator/diff/compare/renames.ts';
import type { Task } from '../../generator/diff/compare/walk.ts';
import type { ObjectType, Property } from '../../generator/ir/types.ts';
import {
  list,
  nullable,
  object,
  property,
  record,
  ref,
  scalar,
  taskOf,
  text,
  told,
  walkOf,
} from './walk-support.ts';

const run = (a: ObjectType, b: ObjectType, more: Partial<Task> = {}) => {
  const walk = walkOf({ T: text, D: { ...text, default: 'x' } });
  const task = taskOf(a, b, more);
  compareObjects(walk, task, a, b);
  settleRenames(walk);
  return { walk, facts: task.pair.facts.map(told) };
};
const of = (...properties: readonly Property[]): ObjectType => object(properties);
const a = property('a');

type Facts = readonly object[];

describe('a property', () => {
  const number = scalar('integer');
  it.each<[string, ObjectType, ObjectType, Facts]>([
    ['that stays', of(a), of(a), []],
    [
      'that goes',
      of(a, property('b')),
      of(a),
      [
        {
          rule: 'property-removed',
          subject: 'Pet.b',
          message: 'was removed',
          before: 'string',
          mask: 3,
          places: '/p/b /object',
        },
      ],
    ],
    [
      'that is read-only goes',
      of(property('b', text, { readOnly: true })),
      of(a),
      [{ rule: 'property-removed', mask: RESPONSE }, {}],
    ],
    [
      'that is write-only goes',
      of(property('b', text, { writeOnly: true })),
      of(a),
      [{ rule: 'property-removed', mask: REQUEST }, {}],
    ],
    [
      'that comes',
      of(a),
      of(a, property('b', number, { description: 'Words.' })),
      [
        {
          rule: 'property-added-optional',
          subject: 'Pet.b',
          message: 'was added',
          after: 'integer',
          words: 'Words.',
          mask: 3,
          places: '/object /p/b',
        },
      ],
    ],
    [
      'whose type has words comes',
      of(a),
      of(a, property('b', { ...text, description: 'Type.' })),
      [{ words: 'Type.' }],
    ],
    [
      'that is read-only comes',
      of(a),
      of(a, property('b', text, { readOnly: true })),
      [{ rule: 'property-added-optional', mask: RESPONSE }],
    ],
    [
      'that is required comes',
      of(a),
      of(a, property('b', text, { required: true })),
      [{ rule: 'property-added-required', message: 'was added and is required' }],
    ],
    [
      'that is required comes with a default',
      of(a),
      of(a, property('b', text, { required: true, default: 'x' })),
      [{ rule: 'property-added-required-with-default' }],
    ],
    [
      'becomes required',
      of(a),
      of(property('a', text, { required: true })),
      [
        {
          ...{
            rule: 'property-became-required',
            subject: 'Pet.a',
            message: 'became required',
            places: '/p/a /p/a',
          },
          ...{ nullable: { before: false, after: false }, isScalar: true, mask: 3 },
        },
      ],
    ],
    [
      'becomes optional, of a type that may be null',
      of(property('a', nullable(text), { required: true })),
      of(property('a', nullable(list(text)))),
      [
        {
          rule: 'property-became-optional',
          message: 'became optional',
          nullable: { before: true, after: true },
        },
      ],
    ],
    [
      'becomes read-only',
      of(a),
      of(property('a', text, { readOnly: true })),
      [{ rule: 'property-became-read-only', message: 'became read-only', mask: 3 }],
    ],
    [
      'is no longer read-only',
      of(property('a', text, { readOnly: true })),
      of(a),
      [{ rule: 'property-no-longer-read-only', message: 'is no longer read-only' }],
    ],
    [
      'is required and no longer read-only',
      of(property('a', text, { readOnly: true, required: true })),
      of(property('a', text, { required: true })),
      [{ rule: 'property-no-longer-read-only-required' }],
    ],
    [
      'says that it is not read-only',
      of(a),
      of(property('a', text, { readOnly: false, writeOnly: false })),
      [],
    ],
    [
      'becomes write-only',
      of(a),
      of(property('a', text, { writeOnly: true })),
      [{ rule: 'property-became-write-only', message: 'became write-only', adjustIn: undefined }],
    ],
    [
      'is no longer write-only',
      of(property('a', text, { writeOnly: true })),
      of(a),
      [
        {
          ...{ rule: 'property-no-longer-write-only', message: 'is no longer write-only' },
          adjustIn: { response: { source: [], bump: 'minor' } },
        },
      ],
    ],
    [
      'is required and no longer write-only',
      of(property('a', text, { writeOnly: true, required: true })),
      of(property('a', text, { required: true })),
      [{ rule: 'property-no-longer-write-only', adjustIn: undefined }],
    ],
    [
      'has other words',
      of(property('a', text, { description: 'A.' })),
      of(property('a', text, { description: 'B.' })),
      [{ rule: 'docs-changed', message: 'is documented otherwise', subject: 'Pet.a', mask: 3 }],
    ],
    [
      'is deprecated',
      of(a),
      of(property('a', text, { deprecated: {} })),
      [{ rule: 'deprecated', subject: 'Pet.a', mask: 3 }],
    ],
    [
      'is deprecated no longer',
      of(property('a', text, { deprecated: {} })),
      of(a),
      [{ rule: 'reactivated' }],
    ],
    [
      'has another stability',
      of(a),
      of(property('a', text, { stability: 'beta' })),
      [{ rule: 'stability-decreased' }],
    ],
    [
      'has a name to quote and becomes required',
      of(property('a b')),
      of(property('a b', text, { required: true })),
      [{ subject: 'Pet."a b"' }],
    ],
  ])('%s', (_title, before, after, expected) => {
    const { facts } = run(before, after);
    expect(facts).toHaveLength(expected.length);
    facts.forEach((fact, index) => {
      for (const [key, value] of Object.entries(expected[index] ?? {}))
        expect({ [key]: fact[key] }).toEqual({ [key]: value });
    });
  });

  it.each(['readOnly', 'writeOnly'])('that is %s on one side is compared where both show it', (name) => {
    const { walk, facts } = run(of(a), of(property('a', text, { [name]: true, description: 'B.' })));
    const mask = name === 'readOnly' ? RESPONSE : REQUEST;
    expect(walk.pending[0]?.mask).toBe(mask);
    expect(facts.at(-1)).toMatchObject({ rule: 'docs-changed', mask });
  });

  it('is left to compare as a part of its object', () => {
    const [before, after] = [of(property('a b', text, { required: true })), of(property('a b', list(text)))];
    const { walk } = run(before, after, { path: ['.x'], mask: REQUEST });
    expect(walk.pending).toHaveLength(1);
    expect(walk.pending[0]).toEqual({
      ...{
        a: text,
        b: list(text),
        pair: walk.pending[0]?.pair,
        path: ['.x', '."a b"'],
        mask: REQUEST,
        top: false,
      },
      omittable: { before: false, after: true },
      holder: { a: before, b: after, name: '."a b"' },
    });
  });

  it('has no type of its own where that of the object is unknown', () => {
    const { walk } = run(of(a), of(a), { unseen: 'always' });
    expect(walk.pending[0]).toMatchObject({ unseen: 'always' });
  });

  it('that goes may still be sent to an open object', () => {
    const open = { additional: { kind: 'unknown', reason: 'any', origin: text.origin } };
    const { facts } = run(object([a, property('b')], open), object([a], open));
    expect(facts).toMatchObject([
      { adjustIn: { request: { source: [], bump: 'minor' }, response: { source: ['read'] } } },
    ]);
    expect(run(of(a, property('b')), of(a)).facts[0]).not.toHaveProperty('adjustIn');
  });
});

describe('a renamed property', () => {
  const words = { description: 'The number of toys that the pet has in its basket.' };
  const renamed = (more: object, old: object = {}, name = 'toy_total') =>
    run(
      of(a, property('toy_count', scalar('integer'), { ...words, ...old }), property('z')),
      of(a, property(name, scalar('integer'), { ...words, ...more }), property('z')),
    );

  it('has both names', () => {
    const { facts, walk } = renamed({});
    expect(facts).toMatchObject([
      {
        ...{ rule: 'property-renamed', subject: 'Pet.toy_count', message: 'was renamed to toy_total' },
        ...{ before: 'toy_count', after: 'toy_total', mask: 3, places: '/p/toy_count /p/toy_total' },
      },
    ]);
    expect(facts[0]).not.toHaveProperty('adjust');
    expect(facts[0]).not.toHaveProperty('adjustIn');
    expect(walk.pending.map(({ path }) => path.join(''))).toContain('.toy_count');
  });

  it('that is required breaks what old code sends', () => {
    expect(renamed({ required: true }, { required: true }).facts).toMatchObject([
      { rule: 'property-renamed', adjustIn: { request: { wire: 'break', runtime: 'rejected' } } },
    ]);
  });

  it.each([
    [false, undefined],
    [true, { request: { wire: 'break' } }],
  ])('that keeps its name in the SDK changes on the wire alone; required: %s', (required, adjustIn) => {
    const more = { alias: 'toys', required };
    const { facts } = renamed(more, more, 'toy total');
    expect(facts[0]).toMatchObject({
      ...{ rule: 'property-renamed', subject: 'Pet.toys', message: 'is "toy total" on the wire now' },
      ...{ before: 'toy_count', after: 'toy total', adjust: SPELLING },
    });
    expect(facts[0]?.['adjustIn']).toEqual(adjustIn);
  });

  it('is not sent if it is read-only', () => {
    expect(renamed({ readOnly: true }, { readOnly: true }).facts[0]).toMatchObject({ mask: RESPONSE });
  });
});

describe('around the properties', () => {
  it.each([
    ['the same number of bases', [ref('A'), ref('B')], [ref('C'), ref('D')], ['A C', 'B D']],
    ['another number of bases', [ref('A'), ref('B')], [ref('C')], []],
  ])('%s', (_title, before, after, meetings) => {
    const schemas = { A: of(), B: of(), C: of(), D: of() };
    const walk = walkOf(schemas, schemas, Object.keys(schemas));
    const [x, y] = [object([], { bases: before }), object([], { bases: after })];
    compareObjects(walk, taskOf(x, y), x, y);
    expect(walk.meetings.map(({ base, revision }) => `${base.id} ${revision.id}`)).toEqual(meetings);
  });

  it('maps have no bases', () => {
    const walk = walkOf();
    const [x, y] = [record(text), object([], { additional: text, bases: [] })];
    if (x.kind === 'record') compareObjects(walk, taskOf(x, y), x, y);
    if (x.kind === 'record') compareObjects(walk, taskOf(y, x), y, x);
    expect(walk.pending.map(({ path }) => path.join(''))).toEqual(['[*]', '[*]']);
  });

  const pattern = (name: string, type = text) => ({ pattern: name, type });
  it('patterns are compared by their text, in its order', () => {
    const before = object([], { patterns: [pattern('^y'), pattern('^x'), pattern('^b'), pattern('^a')] });
    const after = object([], { patterns: [pattern('^x', list(text)), pattern('^d'), pattern('^c')] });
    const { facts, walk } = run(before, after);
    expect(walk.pending.map(({ path, b }) => [path.join(''), b.kind])).toEqual([['["^x"]', 'array']]);
    const gone = { rule: 'pattern-property-removed', message: 'no longer restricts properties of that name' };
    const fresh = { rule: 'pattern-property-added', message: 'restricts properties of that name now' };
    expect(facts).toMatchObject([
      { ...gone, subject: 'Pet["^a"]', before: 'string', places: '/string /object' },
      { ...gone, subject: 'Pet["^b"]' },
      { ...fresh, subject: 'Pet["^c"]', after: 'string', places: '/object /string' },
      { ...fresh, subject: 'Pet["^d"]' },
      { ...gone, subject: 'Pet["^y"]' },
    ]);
  });
});
