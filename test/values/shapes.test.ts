/** Where the JSON of a schema has values to convert. */
import { expect, test } from 'vitest';
import { type ValueShape, valueShapes } from '../../generator/plan/value-shapes.ts';
import { sdkOf } from '../support/sdk.ts';

const T = '{ type: string, format: date-time }';
const I = '{ type: integer, format: int64 }';
const S = '{ type: string }';
const object = (properties: string, more = ''): string =>
  `{ type: object, properties: { ${properties} }${more} }`;

/** `!name`: a union that is not converted, because of the property of that name. */
const ROWS: readonly (readonly [schema: string, shape: string])[] = [
  [T, 'time'],
  [I, 'int64'],
  ['{ type: integer, format: uint64 }', 'int64'],
  ['{ type: integer, format: int32 }', '-'],
  ['{ type: integer }', '-'],
  ['{ type: number, format: int64 }', '-'],
  ['{ type: string, format: int64 }', '-'],
  ['{ type: string, format: date }', '-'],
  ['{ type: integer, format: int64, enum: [1, 2] }', '-'],
  ['{ const: 2026-01-02T03:04:05Z, type: string, format: date-time }', '-'],
  ['{}', '-'],
  ['false', '-'],
  [`{ type: [string, 'null'], format: date-time }`, 'time'],
  [`{ type: array, items: ${T} }`, '[time]'],
  [`{ type: array, items: ${S} }`, '-'],
  [`{ type: array, prefixItems: [${S}, ${I}] }`, '(plain, int64)'],
  [`{ type: array, prefixItems: [${S}], items: ${T} }`, '(plain ...time)'],
  [`{ type: array, prefixItems: [${S}], items: false }`, '-'],
  [object(`a: ${T}, b: ${S}`), '{a time}'],
  [object(`a: ${S}`), '-'],
  [`{ type: object, additionalProperties: ${I} }`, '{...int64}'],
  [object(`a: ${S}, b: ${T}`, `, additionalProperties: ${T}`), '{a plain, b time ...time}'],
  [`{ type: object, patternProperties: { '^x': ${T} } }`, '{...time}'],
  [object(`a: ${object(`b: ${T}`)}`), '{a {b time}}'],
  ['{ $ref: "#/components/schemas/Own" }', '@Own'],
  ['{ $ref: "#/components/schemas/Nothing" }', '-'],
  ['{ $ref: "#/components/schemas/Alone" }', '-'],
  [`{ allOf: [{ $ref: "#/components/schemas/Own" }, ${object(`b: ${I}`)}] }`, '{at time, own @Own, b int64}'],
  // Unions.
  [`{ oneOf: [${T}, ${I}] }`, 'time & int64'],
  [`{ oneOf: [${T}, ${S}] }`, 'time'],
  [`{ oneOf: [${object(`a: ${T}`)}, ${object(`b: ${I}`)}] }`, '{a time} & {b int64}'],
  [`{ oneOf: [${object(`a: ${T}`)}, ${object(`a: ${T}, b: ${S}`)}] }`, '{a time}'],
  [`{ oneOf: [${object(`a: ${T}`)}, ${object(`a: ${S}`)}] }`, '!a'],
  [`{ oneOf: [${object(`a: ${T}`)}, ${object(`a: ${S}`)}, ${I}] }`, 'int64 !a'],
  [`{ oneOf: [${object(`a: ${T}`)}, { type: object, additionalProperties: ${S} }] }`, '!a'],
  [`{ oneOf: [${object(`a: ${T}`)}, { type: object, additionalProperties: ${T} }] }`, '{a time} & {...time}'],
  [
    `{ oneOf: [{ type: object, additionalProperties: ${T} }, { type: object, additionalProperties: ${I} }] }`,
    '!additionalProperties',
  ],
  [`{ oneOf: [{ type: array, items: ${T} }, { type: array, items: ${S} }] }`, '!items of a list'],
  [`{ oneOf: [{ type: array, items: ${T} }, ${T}] }`, '[time] & time'],
  [
    `{ oneOf: [${object(`k: { const: x }, a: ${T}`, ', required: [k]')}, ${object(`k: { const: y }, a: ${S}`, ', required: [k]')}] }`,
    'k=x {a time}',
  ],
  [
    `{ oneOf: [${object(`k: { const: x }, a: ${T}`, ', required: [k]')}, ${object(`k: { const: y }, a: ${I}`, ', required: [k]')}, { type: 'null' }] }`,
    'k=x {a time}, y {a int64}',
  ],
  ['{ oneOf: [{ $ref: "#/components/schemas/Own" }, { $ref: "#/components/schemas/Nothing" }] }', '@Own'],
];

test.each(ROWS)('%s', async (schema, expected) => {
  const { generation } = await sdkOf(`openapi: 3.1.0
info: { title: Shapes, version: 1.0.0 }
servers: [{ url: https://shapes.example }]
paths:
  /value:
    get:
      operationId: getValue
      responses: { '200': { description: A value., content: { application/json: { schema: ${schema} } } } }
components:
  schemas:
    Own: { type: object, properties: { at: ${T}, own: { $ref: '#/components/schemas/Own' } } }
    Alone: { type: object, properties: { own: { $ref: '#/components/schemas/Alone' } } }
    Nothing: { type: object, properties: { name: ${S} } }
`);
  const { api, shapes } = generation!.plan;
  const type = api.root.children.flatMap(({ methods }) => methods)[0]?.responses[0]?.contents[0]?.type;
  const values = valueShapes(shapes, { dates: true, int64: true });
  const shape = values.of(type!);
  const marks = values.ambiguous().map(({ property }) => `!${property}`);
  const text = shape === undefined ? [] : [textOf(shape, (id) => shapes.schemas.get(id)?.name ?? id)];
  expect([...text, ...marks].join(' ') || '-').toBe(expected);
});

function textOf(shape: ValueShape, nameOf: (id: string) => string): string {
  const print = (inner: ValueShape): string => textOf(inner, nameOf);
  const rest = (inner: ValueShape | undefined): string => (inner ? `...${print(inner)}` : '');
  const named = (map: ReadonlyMap<string, ValueShape>): string =>
    [...map].map(([name, inner]) => `${name} ${print(inner)}`).join(', ');
  switch (shape.kind) {
    case 'model':
      return `@${nameOf(shape.id)}`;
    case 'list':
      return `[${print(shape.items)}]`;
    case 'tuple':
      return `(${[shape.items.map(print).join(', '), rest(shape.rest)].filter(Boolean).join(' ')})`;
    case 'object':
      return `{${[named(shape.fields), rest(shape.rest)].filter(Boolean).join(' ')}}`;
    case 'all':
      return shape.parts.map(print).join(' & ');
    case 'tagged':
      return `${shape.tag}=${named(shape.cases)}`;
    default:
      return shape.kind;
  }
}
