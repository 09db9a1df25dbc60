/** The index of a document: its references, ids and anchors, and where each node hangs. */
import { expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../../generator/lib/json.ts';
import { emptyIndex, indexTree, linkedOrigin } from '../../generator/source/tree-index.ts';

const ref = (name: string): JsonObject => ({ $ref: `${name}.yml` });

/** Names that are free, below which structure stands. */
const NAME_MAPS = [
  ...['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas', 'schemas', 'responses'],
  ...[
    'parameters',
    'examples',
    'requestBodies',
    'headers',
    'securitySchemes',
    'securityDefinitions',
    'links',
  ],
  ...['callbacks', 'pathItems', 'mediaTypes', 'paths', 'webhooks', 'x-webhooks', 'content', 'mapping'],
  ...['encoding', 'variables'],
];
const DATA_KEYS = ['example', 'default', 'enum', 'const', 'value', 'dataValue', 'x-note'];

it.each<readonly [JsonValue, readonly string[]]>([
  [null, []],
  ['text', []],
  [[], []],
  [{}, []],
  [ref('a'), ['a.yml']],
  [{ $ref: 1 }, []],
  [
    [ref('a'), ref('b'), ref('a')],
    ['a.yml', 'b.yml'],
  ],
  [{ a: { b: [ref('c')] }, d: ref('e') }, ['c.yml', 'e.yml']],
  // What stands under these keys is data.
  ...DATA_KEYS.map((key): readonly [JsonValue, readonly string[]] => [{ [key]: { a: ref('a') } }, []]),
  // A name is no keyword, whatever it is.
  ...NAME_MAPS.flatMap((key): readonly (readonly [JsonValue, readonly string[]])[] => [
    [
      { [key]: Object.fromEntries(DATA_KEYS.map((name) => [name, ref(name)])) },
      DATA_KEYS.map((name) => `${name}.yml`),
    ],
    [{ [key]: ref('whole') }, ['whole.yml']],
    [{ [key]: { $id: 'u', $anchor: 'a' } }, []],
  ]),
  // A property with the name of a map has keywords.
  [{ properties: { properties: { default: ref('a'), b: ref('b') } } }, ['b.yml']],
  [{ properties: { $ref: { type: 'string' } } }, []],
  [{ properties: { $ref: ref('a') } }, ['a.yml']],
  [{ parameters: [{ default: ref('a'), schema: ref('b') }] }, ['b.yml']],
  [{ examples: [ref('a')] }, []],
  [{ examples: { a: ref('a') } }, ['a.yml']],
  [{ example: { properties: ref('a') } }, []],
  [{ 'x-note': ref('a'), 'x-stainless-override-schema': ref('b'), 'note-x-': ref('c') }, ['b.yml', 'c.yml']],
  // Mappings name files.
  [
    { mapping: { a: 'a.yml', b: '#/b', c: 'c', d: 'd.json', e: 'e.YAML', f: 1, g: 'a/b', h: 'a.ymlx' } },
    ['a.yml', '#/b', 'd.json', 'e.YAML', 'a/b'],
  ],
  [{ mapping: 'a.yml' }, []],
  [{ mapping: ['a.yml'] }, []],
])('the references of %j are %j', (root, refs) => {
  expect(indexTree(emptyIndex(), 'd.yml', root)).toEqual(refs);
});

it('the first schema of an id has it, every one of an anchor', () => {
  const index = emptyIndex();
  const [first, second, third] = [
    { $id: 'https://a.test/#', $anchor: 'here' },
    { $id: 'https://a.test/', $anchor: 'here', $dynamicAnchor: 'there' },
    { $id: 'https://a.test/a#b', $anchor: 1, $dynamicAnchor: 'here' },
  ];
  indexTree(index, 'd.yml', { list: [first, second, third], example: { $id: 'no', $anchor: 'no' } });
  indexTree(index, 'e.yml', { $id: 'https://a.test/' });
  expect([...index.ids]).toEqual([
    ['https://a.test/', first],
    ['https://a.test/a#b', third],
  ]);
  expect([...index.anchors]).toEqual([
    ['here', [first, second, third]],
    ['there', [second]],
  ]);
});

it('a node hangs where it comes first, and its place is known', () => {
  const shared = { deep: { a: 1 } };
  const root = { 'a/b': [{}, shared], c: shared, text: 'x' };
  const index = emptyIndex();
  indexTree(index, 'd.yml', root);
  expect(index.links.get(root)).toEqual({ parent: undefined, key: '', document: 'd.yml' });
  expect(index.links.get(shared)).toMatchObject({ document: 'd.yml' });
  const other = { z: {} };
  indexTree(index, 'e.yml', other);
  expect(linkedOrigin(index, root['a/b'][0] ?? {})).toEqual({ document: 'd.yml', pointer: '/a~1b/0' });
  expect(linkedOrigin(index, shared.deep)?.pointer).toMatch(/^(?:\/a~1b\/1|\/c)\/deep$/);
  expect(linkedOrigin(index, shared.deep)).toBe(linkedOrigin(index, shared.deep));
  expect(linkedOrigin(index, root)).toEqual({ document: 'd.yml', pointer: '' });
  expect(linkedOrigin(index, other.z)).toEqual({ document: 'e.yml', pointer: '/z' });
  expect(linkedOrigin(index, {})).toBeUndefined();
});
