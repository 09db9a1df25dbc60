/** What a type is behind its references and bases, in which order its properties stand, by nodes alone. */
import { describe, expect, it } from 'vitest';
import type { ObjectType, TypeNode } from '../../generator/ir/types.ts';
import { editionRules } from '../../generator/plan/edition.ts';
import { extentOf } from '../../generator/plan/extent.ts';
import type { SdkPlan } from '../../generator/plan/sdk.ts';
import {
  flatten,
  isDeclaredAlike,
  isEmptyObject,
  isSameType,
  modelBehind,
  objectBehind,
  ordered,
  resolveNode,
  soleBase,
  stemOf,
  visibleIn,
} from '../../generator/plan/shapes.ts';
import { list, nullable, object, property, record, ref, shape, text, union } from '../diffs/walk-support.ts';

type Schemas = Readonly<Record<string, TypeNode>>;

const shapesOf = (schemas: Schemas): { readonly schemas: ReadonlyMap<string, never> } => ({
  schemas: new Map(Object.entries(schemas).map(([id, type]) => [id, { id, name: id, type } as never])),
});

const pet = shape('name');
const extended = (...bases: readonly string[]): ObjectType =>
  object([], { bases: bases.map((id) => ref(id)) });
/** `S0` refers to `S1` and so on; the last is a text. */
const chain = (length: number): Schemas =>
  Object.fromEntries(
    Array.from({ length }, (_, index) => [`S${index}`, index === length - 1 ? text : ref(`S${index + 1}`)]),
  );
const lost = (node: TypeNode): TypeNode => ({ kind: 'unknown', reason: 'unsupported', origin: node.origin });

describe('what a reference leads to', () => {
  it.each<[string, TypeNode, Schemas, TypeNode]>([
    ['no reference', text, {}, text],
    ['a schema', ref('Pet'), { Pet: pet }, pet],
    ['a schema behind another', ref('A'), { A: ref('Pet'), Pet: pet }, pet],
    ['nothing', ref('Gone'), {}, lost(ref('Gone'))],
    ['itself', ref('A'), { A: ref('B'), B: ref('A') }, lost(ref('A'))],
    ['the end of a long chain', ref('S0'), chain(49), text],
    ['no end that is near', ref('S0'), chain(50), lost(ref('S0'))],
  ])('%s', (_, node, schemas, expected) => expect(resolveNode(shapesOf(schemas), node)).toEqual(expected));
});

describe('the object of a base', () => {
  it.each<[string, TypeNode, TypeNode | undefined]>([
    ['an object', pet, pet],
    ['a nullable object', nullable(ref('Pet')), pet],
    ['a text', text, undefined],
    ['a nullable text', nullable(text), undefined],
  ])('%s', (_, node, expected) => expect(objectBehind(shapesOf({ Pet: pet }), node)).toBe(expected));
});

describe('the sole base', () => {
  const shapes = shapesOf({ Pet: pet, Text: text });
  it.each<[string, ObjectType, string | undefined]>([
    ['that adds nothing', extended('Pet'), 'Pet'],
    ['of two', extended('Pet', 'Pet'), undefined],
    ['of none', object([]), undefined],
    ['with a property', { ...extended('Pet'), properties: [property('a')] }, undefined],
    ['with more properties', { ...extended('Pet'), additional: text }, undefined],
    ['that is closed', { ...extended('Pet'), additional: false }, undefined],
    ['that is no object', extended('Text'), undefined],
  ])('%s', (_, node, expected) => expect(soleBase(shapes, node)?.id).toBe(expected));
});

describe('the model behind a type', () => {
  const shapes = shapesOf({ A: ref('B'), B: ref('Pet'), Pet: pet, Loop: ref('Loop'), All: extended('B') });
  const models = new Map([['Pet', 'the pet']]);
  it.each<[string, TypeNode, string | undefined]>([
    ['a model', ref('Pet'), 'the pet'],
    ['a chain', ref('A'), 'the pet'],
    ['one base', extended('A'), 'the pet'],
    ['one base behind a reference', ref('All'), 'the pet'],
    ['two bases', extended('A', 'A'), undefined],
    ['one base and a property', { ...extended('A'), properties: [property('a')] }, undefined],
    ['one base and more properties', { ...extended('A'), additional: text }, undefined],
    ['no base', pet, undefined],
    ['no object', text, undefined],
    ['nothing', ref('Gone'), undefined],
    ['itself', ref('Loop'), undefined],
  ])('%s', (_, node, expected) => expect(modelBehind(shapes, node, (id) => models.get(id))).toBe(expected));
  it.each([
    [50, 'found'],
    [51, undefined],
  ])('in a chain of %i', (length, expected) =>
    expect(
      modelBehind(shapesOf(chain(length)), ref('S0'), (id) =>
        id === `S${length - 1}` ? 'found' : undefined,
      ),
    ).toBe(expected),
  );
});

describe('an empty object', () => {
  it.each<[string, ObjectType, boolean]>([
    ['has nothing', object([]), true],
    ['has no patterns', object([], { patterns: [] }), true],
    ['has no property', object([property('a')]), false],
    ['has no base', extended('Pet'), false],
    ['is not closed', object([], { additional: false }), false],
    ['has no pattern', object([], { patterns: [{ pattern: 'a', type: text }] }), false],
  ])('%s', (_, node, expected) => expect(isEmptyObject(node)).toBe(expected));
});

describe('an object with its bases', () => {
  const loop = object([property('a')], { bases: [ref('Loop')] });
  const shapes = shapesOf({
    Loop: loop,
    Pet: object([property('name'), property('age')], { additional: text }),
    Dog: object([property('bark'), property('age', list(text))], { bases: [ref('Pet')], additional: pet }),
    Text: text,
  });
  it.each<[string, ObjectType, string, TypeNode | false | undefined]>([
    ['alone', object([property('b'), property('a')]), 'b a', undefined],
    ['twice the same', object([property('a'), property('a')]), 'a', undefined],
    ['a base first', object([property('b')], { bases: [ref('Pet')] }), 'name age b', text],
    [
      'closed itself',
      object([property('b')], { bases: [ref('Pet')], additional: false }),
      'name age b',
      false,
    ],
    ['the first base decides', extended('Dog', 'Pet'), 'name age bark', pet],
    ['no object as base', extended('Text', 'Pet'), 'name age', text],
    ['itself', loop, 'a', undefined],
  ])('%s', (_, node, names, additional) => {
    const flat = flatten(shapes, node);
    expect(flat.properties.map(({ name }) => name).join(' ')).toBe(names);
    expect(flat.additional).toEqual(additional);
  });
  it('has its own property instead of that of a base', () =>
    expect(flatten(shapes, extended('Dog')).properties.map(({ type }) => type.kind)).toEqual([
      ...['scalar', 'array', 'scalar'],
    ]));
});

describe('the order of properties', () => {
  const names = ['b', 'C', 'token', 'id', '*z', '*token', '*id', '*a'].map((name) => ({
    name: name.replace('*', ''),
    required: name.startsWith('*'),
  }));
  const read = (sortProperties: boolean): string =>
    ordered({ sortProperties }, names)
      .map(({ name, required }) => `${required ? '*' : ''}${name}`)
      .join(' ');
  it('is sorted', () => expect(read(true)).toBe('*id *token *a *z id token b C'));
  it('or that of the document', () => expect(read(false)).toBe('b C token id *z *token *id *a'));
});

describe('other questions', () => {
  const moved = { ...text, origin: { document: 'b.yml', pointer: '/other' } };
  it.each<[string, unknown, unknown]>([
    ['the same type elsewhere', isSameType(list(text), list(moved)), true],
    ['another type', isSameType(list(text), record(text)), false],
    ['declared alike elsewhere', isDeclaredAlike(list(text), list(moved)), true],
    ['declared otherwise', isDeclaredAlike(text, { ...text, description: 'A' }), false],
    ['a union declared otherwise', isDeclaredAlike(union([text]), union([pet])), false],
    ['a name with a number', stemOf('Pet12'), 'Pet'],
    ['a name with a number inside', stemOf('P3t'), 'P3t'],
    ...(['request', 'response', 'both'] as const).flatMap((direction) =>
      [{}, { readOnly: true }, { writeOnly: true }].map((more): [string, unknown, unknown] => [
        `${direction} with ${JSON.stringify(more)}`,
        visibleIn(direction)(property('a', text, more)),
        !(direction === 'request' && 'readOnly' in more) &&
          !(direction === 'response' && 'writeOnly' in more),
      ]),
    ),
  ])('%s', (_, actual, expected) => expect(actual).toBe(expected));
});

it.each([
  ['2025-01-01', { bareObjects: 'unknown', tagBeforeName: true, isPublished: true }],
  ['2025-10-10', { bareObjects: 'map', tagBeforeName: false, isPublished: true }],
  [undefined, { bareObjects: 'map', tagBeforeName: false, isPublished: false }],
])('the rules of edition %s', (edition, expected) => expect(editionRules(edition)).toEqual(expected));

describe('the optional parts of an SDK', () => {
  const plan = (operations: number, models: number, isPublished: boolean): SdkPlan =>
    ({
      resources: [{ methods: Array.from({ length: operations - 1 }) }, { methods: [1] }],
      models: Array.from({ length: models }),
      shapes: { edition: { isPublished } },
    }) as unknown as SdkPlan;
  const enabled = { docs: { enabled: true } };
  it.each<[string, Parameters<typeof extentOf>[0], SdkPlan, [boolean, boolean, boolean]]>([
    ['small', enabled, plan(100, 200, false), [false, true, true]],
    ['many operations', enabled, plan(101, 1, false), [false, true, false]],
    ['many models', enabled, plan(1, 201, false), [false, false, true]],
    ['published', enabled, plan(200, 201, true), [true, true, true]],
    ['published, with many operations', enabled, plan(201, 201, true), [false, true, true]],
    [
      'no pages',
      { docs: { enabled: false, reference: true, models: true } },
      plan(1, 1, true),
      [false, false, true],
    ],
    [
      'chosen',
      { docs: { enabled: true, reference: true, models: true }, functions: true },
      plan(201, 201, false),
      [true, true, true],
    ],
    [
      'not chosen',
      { docs: { enabled: true, reference: false, models: false }, functions: false },
      plan(1, 1, true),
      [false, false, false],
    ],
  ])('%s', (_, options, of, [reference, modelPages, functions]) =>
    expect(extentOf(options, of)).toEqual({ reference, modelPages, functions }),
  );
});
