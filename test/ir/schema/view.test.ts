/** What a raw schema is, before it is read: each row is a schema and what is seen in it. */
import { expect, it } from 'vitest';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../generator/lib/json.ts';
import {
  areConstants,
  composes,
  constantOf,
  createView,
  isCondition,
  isNullSchema,
  listOf,
  textOf,
  typesOf,
} from '../../../generator/ir/schema/view.ts';

type Parts = Readonly<Record<string, JsonValue>>;

/** References lead to `parts` by their last word. */
function viewOf(parts: Parts) {
  const asked: string[] = [];
  const view = createView((from) => {
    const name = String(from['$ref']).split('/').at(-1) ?? '';
    asked.push(name);
    const value = parts[name];
    return value === undefined ? undefined : { value, id: name, origin: { document: '', pointer: '' } };
  });
  return { view, asked };
}

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

/** A chain of references, or of `allOf`, that ends in `last` after so many steps. */
function chain(steps: number, last: JsonValue, kind: '$ref' | 'allOf'): Parts {
  const links = Array.from({ length: steps }, (_, index): readonly [string, JsonValue] => [
    `S${index}`,
    kind === '$ref' ? ref(`S${index + 1}`) : { allOf: [ref(`S${index + 1}`)] },
  ]);
  return { ...Object.fromEntries(links), [`S${steps}`]: last };
}

const TEXT = { type: 'string' };
const NULL = { type: 'null' };
const OBJECT = { type: 'object' };

const SHAPES: readonly (readonly [string, JsonValue, Parts?])[] = [
  ['unknown', true],
  ['unknown', {}],
  ['unknown', { items: true }],
  ['scalar', TEXT],
  ['scalar', { type: ['string', 'null'] }],
  ['scalar', { type: 'string', properties: {} }],
  ['array', { type: 'array', properties: {} }],
  ['union', { type: ['string', 'object'] }],
  ['union', { type: ['string', 'object'], enum: [1] }],
  ['scalar', { enum: ['a'] }],
  ['scalar', { const: 'a' }],
  ['scalar', { const: 'a', type: 'object' }],
  ['scalar', { enum: ['a'], properties: {} }],
  ['object', OBJECT],
  ['object', { properties: {} }],
  ['object', { type: 'object', properties: {} }],
  ['object', { additionalProperties: {} }],
  ['object', { patternProperties: {} }],
  ['unknown', { additionalProperties: true }],
  ['array', { type: 'array' }],
  ['array', { items: {} }],
  ['array', { prefixItems: [] }],
  ['array', { items: {}, allOf: [TEXT] }],
  ['union', { oneOf: [TEXT, OBJECT] }],
  ['union', { anyOf: [OBJECT, OBJECT] }],
  ['union', { type: 'object', oneOf: [OBJECT, TEXT] }],
  ['union', { oneOf: [OBJECT, { const: 'a' }] }],
  ['scalar', { oneOf: [{ const: 'a' }, { const: 'b' }] }],
  ['scalar', { anyOf: [{ const: null }, { const: 'a' }, { const: 'b' }], type: 'object' }],
  ['scalar', { anyOf: [TEXT, { type: 'integer' }] }],
  ['object', { oneOf: [OBJECT, NULL] }],
  ['object', { anyOf: [OBJECT, { const: null }], type: 'string' }],
  ['object', { type: 'object', anyOf: [{ required: ['a'] }, { required: ['b'] }] }],
  ['scalar', { type: 'object', anyOf: [{ required: ['a'] }, TEXT] }],
  ['object', ref('A'), { A: OBJECT }],
  ['unknown', ref('A'), {}],
  ['unknown', ref('A'), { A: false }],
  ['unknown', ref('A'), { A: ref('A') }],
  ['object', { allOf: [{ description: 'Nothing.' }, OBJECT] }],
  ['object', { allOf: [TEXT, OBJECT] }],
  ['object', { allOf: [OBJECT, { description: 'Nothing.' }] }],
  ['union', { allOf: [{ oneOf: [TEXT, OBJECT] }, OBJECT] }],
  ['scalar', { allOf: [TEXT], additionalProperties: {} }],
  ['object', { allOf: [{}], additionalProperties: {} }],
  ['object', { allOf: [OBJECT], ...ref('A') }, { A: OBJECT }],
  ['scalar', { allOf: [OBJECT], ...ref('A') }, { A: TEXT }],
  ...(['$ref', 'allOf'] as const).flatMap((kind): readonly (readonly [string, JsonValue, Parts])[] =>
    kind === '$ref'
      ? [
          ['object', ref('S0'), chain(49, OBJECT, kind)],
          ['unknown', ref('S0'), chain(50, OBJECT, kind)],
        ]
      : [
          ['object', ref('S0'), chain(24, OBJECT, kind)],
          ['unknown', ref('S0'), chain(25, OBJECT, kind)],
        ],
  ),
  ['object', nested('oneOf', 50, OBJECT)],
  ['unknown', nested('oneOf', 51, OBJECT)],
  ['object', nested('anyOf', 50, OBJECT)],
  ['unknown', nested('anyOf', 51, OBJECT)],
  // Of a member that is too deep nothing is known, so the union is no scalar.
  ['scalar', nested('oneOf', 49, { anyOf: [TEXT, TEXT] })],
  ['union', nested('oneOf', 50, { anyOf: [TEXT, TEXT] })],
];

/** A schema in so many others that have one member each. */
function nested(keyword: string, times: number, inner: JsonValue): JsonValue {
  return times === 0 ? inner : { [keyword]: [nested(keyword, times - 1, inner)] };
}

it.each(SHAPES.map(([shape, schema, parts]) => [shape, schema, parts ?? {}] as const))(
  '%#: is a %s',
  (shape, schema, parts) => {
    expect(viewOf(parts).view.shapeOf(schema)).toBe(shape);
  },
);

it('the shape of a schema is looked for once', () => {
  const { view, asked } = viewOf({ A: OBJECT });
  const schema = ref('A');
  expect([view.shapeOf(schema), view.shapeOf(schema)]).toEqual(['object', 'object']);
  expect(asked).toEqual(['A']);
});

it.each<readonly [JsonValue, Parts, JsonValue | undefined]>([
  [true, {}, undefined],
  [TEXT, {}, TEXT],
  [ref('A'), { A: TEXT }, TEXT],
  [ref('A'), { A: ref('B'), B: TEXT }, TEXT],
  [ref('A'), {}, undefined],
  [ref('A'), { A: ref('A') }, undefined],
  [ref('S0'), chain(48, TEXT, '$ref'), TEXT],
  [ref('S0'), chain(49, TEXT, '$ref'), undefined],
])('%#: behind a reference', (schema, parts, end) => {
  expect(viewOf(parts).view.behind(schema)).toEqual(end);
});

/** So many parts, the last of which is `last`. */
const wide = (count: number, last: JsonValue): JsonValue => ({
  allOf: [...Array.from({ length: count - 1 }, (_, index) => ({ description: `Part ${index}` })), last],
});
/** Parts are read from the last to the first. */
const first = (count: number, part: JsonValue): JsonValue => ({
  allOf: [part, ...Array.from({ length: count - 1 }, (_, index) => ({ description: `Part ${index}` }))],
});

const A = { properties: { a: TEXT } };
const NEEDS_A = { required: ['a'] };

it.each<readonly [JsonValue, Parts, { node: JsonValue; required: boolean; holder?: JsonObject } | undefined]>(
  [
    [true, {}, undefined],
    [{}, {}, undefined],
    [{ properties: 1 }, {}, undefined],
    [{ properties: { b: TEXT } }, {}, undefined],
    [A, {}, { node: TEXT, required: false, holder: A }],
    [{ ...A, ...NEEDS_A }, {}, { node: TEXT, required: true }],
    [{ ...A, required: ['b'] }, {}, { node: TEXT, required: false }],
    [{ allOf: [A, NEEDS_A] }, {}, { node: TEXT, required: true, holder: A }],
    [
      { ...A, allOf: [{}, NEEDS_A, {}] },
      {},
      { node: TEXT, required: true, holder: { ...A, allOf: [{}, NEEDS_A, {}] } },
    ],
    [{ allOf: [A, { properties: { a: OBJECT } }] }, {}, { node: OBJECT, required: false }],
    [{ allOf: [A, { properties: { b: OBJECT } }] }, {}, { node: TEXT, required: false, holder: A }],
    [ref('A'), { A: { ...A, ...NEEDS_A } }, { node: TEXT, required: true }],
    [ref('A'), {}, undefined],
    [ref('A'), { A: ref('A') }, undefined],
    [{ allOf: [A, ref('A')] }, { A: ref('A') }, { node: TEXT, required: false }],
    [first(200, A), {}, { node: TEXT, required: false }],
    [first(201, A), {}, undefined],
    [{ ...A, ...(wide(200, NEEDS_A) as JsonObject) }, {}, { node: TEXT, required: true }],
    [{ ...A, ...(wide(201, NEEDS_A) as JsonObject) }, {}, { node: TEXT, required: false }],
  ],
)('%#: the property `a`', (schema, parts, expected) => {
  const found = viewOf(parts).view.propertyIn(schema, 'a');
  if (expected === undefined) expect(found).toBeUndefined();
  else expect(found).toMatchObject(expected);
});

it.each<readonly [JsonValue, Parts, readonly string[]]>([
  [true, {}, []],
  [A, {}, []],
  [NEEDS_A, {}, ['a']],
  [{ required: ['a', 1, 'b'] }, {}, ['a', 'b']],
  [{ ...A, required: ['a', 'b'] }, {}, ['b']],
  [{ allOf: [NEEDS_A, A] }, {}, []],
  [{ allOf: [NEEDS_A, true, ref('A')] }, { A: { required: ['b', 'a'] } }, ['a', 'b']],
  [ref('A'), { A: { allOf: [ref('A'), NEEDS_A] } }, ['a']],
  [ref('A'), {}, []],
  [wide(200, NEEDS_A), {}, ['a']],
  [wide(201, NEEDS_A), {}, []],
])('%#: names that a schema requires and does not declare', (schema, parts, names) => {
  expect(viewOf(parts).view.undeclaredIn(schema)).toEqual(names);
});

const PART = { title: 'The part' };
it.each<readonly [JsonValue, Parts, boolean]>([
  [PART, {}, true],
  [{ title: 'The part' }, {}, false],
  [true, {}, false],
  [{ allOf: [true, {}, PART, {}] }, {}, true],
  [{ oneOf: [PART] }, {}, false],
  [ref('A'), { A: { allOf: [PART] } }, true],
  [ref('A'), { A: ref('A') }, false],
  [ref('A'), {}, false],
  [wide(200, PART), {}, true],
  [wide(201, PART), {}, false],
])('%#: a schema includes the part', (schema, parts, expected) => {
  expect(viewOf(parts).view.includes(schema, PART)).toBe(expected);
});

const SAID = { title: 'Said' };
it.each<readonly [JsonValue, Parts, JsonValue | undefined]>([
  [true, {}, undefined],
  [{}, {}, undefined],
  [SAID, {}, 'Said'],
  [{ title: 'Own', allOf: [SAID], ...ref('A') }, { A: { title: 'Behind' } }, 'Own'],
  [{ allOf: [SAID, {}] }, {}, 'Said'],
  [{ allOf: [{ title: 'First' }, SAID] }, {}, 'Said'],
  [{ allOf: [SAID], ...ref('A') }, { A: { title: 'Behind' } }, 'Said'],
  [{ anyOf: [SAID, NULL] }, {}, 'Said'],
  [{ oneOf: [NULL, SAID] }, {}, 'Said'],
  [{ anyOf: [SAID, TEXT] }, {}, undefined],
  [{ anyOf: [TEXT, TEXT], oneOf: [SAID] }, {}, 'Said'],
  [{ anyOf: [NULL], ...ref('A') }, { A: SAID }, 'Said'],
  [ref('A'), { A: SAID }, 'Said'],
  [ref('A'), {}, undefined],
  [ref('A'), { A: { allOf: [ref('A')] } }, undefined],
  [first(200, SAID), {}, 'Said'],
  [first(201, SAID), {}, undefined],
])('%#: the keyword `title`', (schema, parts, value) => {
  expect(viewOf(parts).view.keywordIn(schema, 'title')).toEqual(value);
});

it.each<readonly [JsonValue, boolean]>([
  [null, false],
  [true, false],
  [{}, false],
  [NULL, true],
  [{ type: ['null'] }, true],
  [{ type: ['string'] }, false],
  [{ type: ['null', 'string'] }, false],
  [{ type: [] }, false],
  [{ const: null }, true],
  [{ const: 'null' }, false],
  [{ enum: [null] }, true],
  [{ enum: [null, null] }, true],
  [{ enum: [null, 1] }, false],
  [{ enum: [] }, false],
  [{ enum: null }, false],
])('%j allows nothing but null: %j', (schema, expected) => {
  expect(isNullSchema(schema)).toBe(expected);
});

const CONDITION = { required: ['a'] };
it.each<readonly [JsonValue, boolean]>([
  [true, false],
  [{}, false],
  [CONDITION, true],
  [{ not: {} }, true],
  [{ minProperties: 1 }, true],
  ...['description', 'title', 'maxProperties', 'dependentRequired', 'if', 'then', 'else', '$comment'].flatMap(
    (key): readonly (readonly [JsonValue, boolean])[] => [
      [{ [key]: 'said' }, false],
      [{ [key]: 'said', ...CONDITION }, true],
    ],
  ),
  [{ ...CONDITION, format: 'uuid' }, false],
  [{ ...CONDITION, 'x-note': 1 }, true],
  [{ ...CONDITION, 'note-x-': 1 }, false],
  [{ ...CONDITION, type: 'object' }, true],
  [{ ...CONDITION, type: 'string' }, false],
  [{ ...CONDITION, format: 'object' }, false],
  [{ type: 'object' }, false],
  [{ ...CONDITION, properties: { a: {} } }, true],
  [{ ...CONDITION, properties: { a: {}, b: TEXT } }, false],
  [{ ...CONDITION, properties: { a: true } }, false],
  [{ ...CONDITION, properties: 1 }, false],
  [{ ...CONDITION, items: {} }, false],
  ...['allOf', 'anyOf', 'oneOf'].flatMap((key): readonly (readonly [JsonValue, boolean])[] => [
    [{ [key]: [CONDITION] }, true],
    [{ [key]: [CONDITION, CONDITION] }, true],
    [{ [key]: [CONDITION, TEXT] }, false],
    [{ [key]: [] }, false],
    [{ [key]: 1 }, false],
    [nested(key, 50, CONDITION), true],
    [nested(key, 51, CONDITION), false],
  ]),
  [{ prefixItems: [CONDITION] }, false],
])('%#: a schema is a condition', (schema, expected) => {
  expect(isCondition(schema)).toBe(expected);
});

it.each<readonly [JsonObject, string | number | boolean | null | undefined]>([
  [{}, undefined],
  [{ const: 'a' }, 'a'],
  [{ const: 1 }, 1],
  [{ const: false }, false],
  [{ const: null }, null],
  [{ const: {} }, undefined],
  [{ const: 'a', enum: ['b'] }, 'a'],
  [{ enum: ['b'] }, 'b'],
  [{ enum: ['b', 'c'] }, undefined],
  [{ enum: [] }, undefined],
  [{ enum: 'b' }, undefined],
])('the only value of %j is %j', (schema, value) => {
  expect(constantOf(schema)).toBe(value);
});

it.each<readonly [readonly JsonValue[], boolean]>([
  [[], false],
  [[{ const: 1 }, { enum: [2] }], true],
  [[{ const: 1 }, TEXT], false],
  [[{ const: 1 }, true], false],
])('%j are constants: %j', (members, expected) => {
  expect(areConstants(members)).toBe(expected);
});

it.each<readonly [JsonObject, readonly string[]]>([
  [{}, []],
  [{ type: 'null' }, []],
  [{ type: 'string' }, ['string']],
  [{ type: ['string', 'null', 'string', 1, 'object'] }, ['string', 'object']],
  [{ type: 1 }, []],
])('the types of %j', (schema, types) => {
  expect(typesOf(schema)).toEqual(types);
});

it.each<readonly [string, boolean]>([
  ...['$ref', 'allOf', 'anyOf', 'oneOf', '$dynamicRef', '$recursiveRef'].map((key) => [key, true] as const),
  ['type', false],
  ['properties', false],
])('a schema with `%s` includes others: %j', (key, expected) => {
  expect(composes({ title: 'X', [key]: [] })).toBe(expected);
});

it.each<readonly [JsonValue, string | undefined, readonly JsonValue[]]>([
  ['a', 'a', []],
  [1, undefined, []],
  [['a'], undefined, ['a']],
])('as text and as a list, %j', (value, text, list) => {
  const schema = { key: value };
  expect(isJsonObject(schema)).toBe(true);
  expect(textOf(schema, 'key')).toBe(text);
  expect(listOf(schema, 'key')).toEqual(list);
});
