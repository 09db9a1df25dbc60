import { describe, expect, it } from 'vitest';
import { indexSchemas, isArrayLike, objectView, propertyAt, referencedIds, resolveRef, resolveValue, structuralHash, walkType } from '../../../generator/ir/type-walk.ts';
import type { ObjectType, Property, Schema, TypeNode } from '../../../generator/ir/types.ts';

const origin = { document: 'x', pointer: '' };
const text: TypeNode = { kind: 'scalar', scalar: 'string', origin };
const number: TypeNode = { kind: 'scalar', scalar: 'number', origin };
const ref = (id: string) => ({ kind: 'ref', id, origin }) as const;
const nullable = (type: TypeNode): TypeNode => ({ kind: 'nullable', type, origin });
const property = (name: string, type: TypeNode): Property => ({ name, type, required: false, origin });
const object = (properties: readonly Property[], more: Partial<ObjectType> = {}): ObjectType => ({ kind: 'object', properties, bases: [], origin, ...more });
const schema = (id: string, type: TypeNode): Schema => ({ id, name: id, type, origin, usedIn: 'none' });

const schemas = indexSchemas([
  schema('base', object([property('id', text), property('kind', text)])),
  schema('child', object([property('kind', number), property('page', nullable(ref('page')))], { bases: [ref('base')], additional: false })),
  schema('page', object([property('total', number), property('rows', { kind: 'array', items: text, origin })])),
  schema('alias', ref('child')),
  schema('ringA', ref('ringB')),
  schema('ringB', ref('ringA')),
  schema('extendsItself', object([property('a', text)], { bases: [ref('extendsItself')] })),
]);

describe('references', () => {
  it('are followed to the end, and not round a ring', () => {
    expect(resolveRef(schemas, ref('alias')).kind).toBe('object');
    expect(resolveRef(schemas, ref('ringA')).kind).toBe('unknown');
    expect(resolveRef(schemas, ref('nowhere')).kind).toBe('unknown');
    expect(resolveValue(schemas, nullable(ref('alias'))).kind).toBe('object');
  });

  it('are collected without being followed', () => {
    expect([...referencedIds(object([property('a', { kind: 'array', items: ref('page'), origin })], { bases: [ref('base')] }))]).toEqual(['base', 'page']);
  });
});

describe('objectView', () => {
  it('puts bases first; own properties win in the place of what they redefine', () => {
    const view = objectView(schemas, ref('alias'));
    expect(view?.properties.map(({ name, type }) => [name, type.kind === 'scalar' ? type.scalar : type.kind])).toEqual([['id', 'string'], ['kind', 'number'], ['page', 'nullable']]);
    expect(view?.additional).toBe(false);
  });

  it('sees through intersections of objects and through null, and is undefined for anything else', () => {
    expect(objectView(schemas, nullable({ kind: 'intersection', members: [ref('page'), object([property('x', text)])], origin }))?.properties.map((one) => one.name)).toEqual(['total', 'rows', 'x']);
    expect(objectView(schemas, { kind: 'union', mode: 'oneOf', members: [ref('page'), text], origin })).toBeUndefined();
    expect(objectView(schemas, ref('extendsItself'))?.properties.map((one) => one.name)).toEqual(['a']);
  });
});

it('finds properties by path', () => {
  expect(propertyAt(schemas, ref('alias'), ['page', 'total'])?.type).toEqual(number);
  expect(propertyAt(schemas, ref('alias'), ['page', 'nope'])).toBeUndefined();
  expect(propertyAt(schemas, ref('alias'), [])).toBeUndefined();
  expect(isArrayLike(schemas, propertyAt(schemas, ref('page'), ['rows'])?.type ?? text)).toBe(true);
});

describe('structuralHash', () => {
  it('ignores docs, origin and order; sees everything that changes the shape', () => {
    const a = object([property('a', text), property('b', number)]);
    const b = object([property('b', { ...number, description: 'Words.' }), { ...property('a', text), description: 'Words.' }], { origin: { document: 'y', pointer: '/z' }, description: 'Words.' });
    expect(structuralHash(a)).toBe(structuralHash(b));
    const others: readonly TypeNode[] = [object([property('a', text)]), object([{ ...property('a', text), required: true }, property('b', number)]), object([...a.properties], { additional: false }), object([...a.properties], { bases: [ref('base')] }), nullable(a)];
    expect(new Set([a, ...others].map(structuralHash)).size).toBe(6);
  });
});

it('walks types of any depth', () => {
  let deep: TypeNode = text;
  for (let level = 0; level < 100_000; level += 1) deep = { kind: 'array', items: deep, origin };
  let count = 0;
  walkType(deep, () => void (count += 1));
  expect(count).toBe(100_001);
  expect(structuralHash(deep)).not.toBe('');
});
