import { describe, expect, it } from 'vitest';
import { referencedIds, structuralHash, walkType } from '../../../generator/ir/type-walk.ts';
import type { ObjectType, Property, TypeNode } from '../../../generator/ir/types.ts';

const origin = { document: 'x', pointer: '' };
const text: TypeNode = { kind: 'scalar', scalar: 'string', origin };
const number: TypeNode = { kind: 'scalar', scalar: 'number', origin };
const ref = (id: string) => ({ kind: 'ref', id, origin }) as const;
const nullable = (type: TypeNode): TypeNode => ({ kind: 'nullable', type, origin });
const property = (name: string, type: TypeNode): Property => ({ name, type, required: false, origin });
const object = (properties: readonly Property[], more: Partial<ObjectType> = {}): ObjectType => ({
  kind: 'object',
  properties,
  bases: [],
  origin,
  ...more,
});
it('collects references without following them', () => {
  expect([
    ...referencedIds([
      object([property('a', { kind: 'array', items: ref('page'), origin })], { bases: [ref('base')] }),
      ref('page'),
    ]),
  ]).toEqual(['base', 'page']);
});

describe('structuralHash', () => {
  it('ignores docs, origin and order; sees everything that changes the shape', () => {
    const a = object([property('a', text), property('b', number)]);
    const b = object(
      [
        property('b', { ...number, description: 'Words.' }),
        { ...property('a', text), description: 'Words.' },
      ],
      { origin: { document: 'y', pointer: '/z' }, description: 'Words.' },
    );
    expect(structuralHash(a)).toBe(structuralHash(b));
    const others: readonly TypeNode[] = [
      object([property('a', text)]),
      object([{ ...property('a', text), required: true }, property('b', number)]),
      object([...a.properties], { additional: false }),
      object([...a.properties], { bases: [ref('base')] }),
      nullable(a),
    ];
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
