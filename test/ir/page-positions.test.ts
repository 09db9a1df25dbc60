/** What a parameter is said to mean: a time, a page, a position from 0 or 1, the key of an item. */
import { describe, expect, it } from 'vitest';
import { isOfKey, itemKey } from '../../generator/ir/pagination/item-key.ts';
import { isFromZero, isInPages, isPaging, isTime, saidOf } from '../../generator/ir/pagination/position.ts';
import type { Offered } from '../../generator/ir/pagination/request.ts';
import type { TypeNode } from '../../generator/ir/types.ts';

const node = (more: object): TypeNode => more as unknown as TypeNode;
const text = (more: object = {}): TypeNode => node({ kind: 'scalar', scalar: 'string', ...more });
const number = node({ kind: 'scalar', scalar: 'integer' });
const ref = (id: string, more: object = {}): TypeNode => node({ kind: 'ref', id, ...more });
const union = (...members: readonly TypeNode[]): TypeNode => node({ kind: 'union', members });
const nullable = (type: TypeNode, more: object = {}): TypeNode => node({ kind: 'nullable', type, ...more });
const types = new Map([
  ['Id', text()],
  ['Said', text({ description: 'Named.' })],
  ['Date', text({ format: 'date' })],
]);
const said = (description: string, type = text()): Offered => ({ type, description });

describe('a time', () => {
  it.each([
    ...[
      'a date',
      'DATES',
      'datetime',
      'date-times',
      'date-time',
      'the time',
      'times',
      'timestamp',
      'timestamps',
    ],
    ...['epoch', 'ISO 8601', 'iso8601', 'iso-8601', 'RFC 3339', 'rfc3339', 'milliseconds', 'created'],
    ...['updated', 'modified', 'occurred', 'occured', 'yyyy'],
  ])('is described by: %s', (words) => expect(isTime(types, 'after', said(words))).toBe(true));

  it.each([
    ...['mandate', 'dated', 'timely', 'times out', 'time out', 'times  out', 'time s', 'timeout', 'creator'],
    ...['created after this item ID', 'created before the last token', 'created following an old key'],
    ...[
      'the cursor of a date',
      'cursors by time',
      'PAGINATED by date',
      'paging by time',
      'first page by date',
    ],
    ...['next page by time', 'last page by time', 'the previous page by time', 'previous response by time'],
    ...['previous request by time', 'page of results by time', 'page token by time'],
  ])('is not described by: %s', (words) => expect(isTime(types, 'after', said(words))).toBe(false));

  it.each([
    ...['date', 'date-time', 'time', 'duration', 'unix-time', 'iso8601', 'ISO-8601', 'rfc3339', 'rfc-3339'],
  ])('has the format %s', (format) => {
    expect(isTime(types, 'cursor', { type: text({ format }) })).toBe(true);
    expect(isTime(types, 'cursor', { type: text({ format: `x${format}` }) })).toBe(false);
  });

  it.each<[string, TypeNode, boolean]>([
    ['after', union(number, text({ format: 'date' })), true],
    ['after', ref('Date'), true],
    ['after', node({ kind: 'array', format: 'date' }), false],
    ['after', text(), false],
  ])('%# by its type', (name, type, is) => expect(isTime(types, name, { type })).toBe(is));

  it.each(['cursor', 'pageToken', 'page', 'offset', 'skip', 'marker', 'BOOKMARK', 'iterator'])(
    'is no %s, whatever is said',
    (name) => expect(isTime(types, name, said('Created'))).toBe(false),
  );
});

describe('what is said', () => {
  it.each<[Offered, string]>([
    [{ type: text() }, ''],
    [said('A', text({ description: 'B' })), 'A B B B'],
    [{ type: nullable(text({ description: 'B' }), { description: 'A' }) }, 'A B B'],
    [{ type: ref('Said', { description: 'A' }) }, 'A A Named.'],
    [{ type: nullable(ref('Said', { description: 'A' })) }, 'A Named.'],
  ])('%# of a parameter', (offered, expected) => expect(saidOf(types, offered)).toBe(expected));

  it.each([
    ...['zero-based', 'Zero indexed', '0-based', 'starts at 0', 'start from zero', 'starting with 0'],
    ...['beginning at zero', 'begins from 0'],
  ])('%s is from 0', (words) => expect(isFromZero(types, said(words, number))).toBe(true));

  it.each(['10-based', 'zero', 'starts at 01', 'restarts at 0', 'one-based'])('%s is not from 0', (words) =>
    expect(isFromZero(types, said(words, number))).toBe(false),
  );

  it.each(['number of pages', 'pages to skip', 'page number', 'Page index', 'page offset', 'which page'])(
    '%s is in pages',
    (words) => {
      expect(isInPages(types, said(words))).toBe(true);
      expect(isInPages(types, said(`x${words}`))).toBe(false);
    },
  );

  it.each([
    ['Cursor', true],
    ['x', false],
  ])('%s is about pages: %s', (words, is) => expect(isPaging(types, said(words))).toBe(is));
});

describe('the key of an item', () => {
  const item = (properties: Readonly<Record<string, TypeNode>>): TypeNode =>
    node({
      ...{ kind: 'object', bases: [] },
      properties: Object.entries(properties).map(([name, type]) => ({ name, type, required: true })),
    });
  const texts = (...names: readonly string[]): TypeNode =>
    item(Object.fromEntries(names.map((name) => [name, text()])));

  it.each<[TypeNode, Offered, string | undefined]>([
    [texts('id', 'name'), { type: text() }, 'id'],
    [texts('uuid', 'name'), { type: text() }, undefined],
    [item({ id: number }), { type: text() }, undefined],
    [item({ id: number }), { type: number }, 'id'],
    [item({ id: text() }), { type: number }, undefined],
    ...['uuid', 'guid', 'uid', 'sid', 'key', 'identifier', 'token', 'pet_id', 'petKey'].map(
      (name): [TypeNode, Offered, string] => [
        texts('id', name),
        said(`The ${name.replace('_', ' ')} to begin after`),
        name,
      ],
    ),
    ...['name', 'number', 'slug', 'handle', 'reference', 'ref', 'email', 'code', 'cursor'].flatMap(
      (name): readonly [TypeNode, Offered, string][] => [
        [texts('id', name), said(`The ${name} to begin after`), 'id'],
        [texts('id', name), said(`The ${name} of the last item.`), name],
        [texts('id', name), said(`The item's ${name}`), name],
      ],
    ),
    [texts('id', 'title'), said('The title of the last item'), 'id'],
    [texts('id', 'pet_id'), said('The pet id'), 'pet_id'],
    [texts('id', 'pet_id'), said('The petId'), 'pet_id'],
    [texts('id', 'pet_id'), said('PET-ID'), 'pet_id'],
    [texts('a_id', 'b_id'), said('The a id or the b id'), undefined],
    [texts('a_id', 'b_id'), said('The a id of an item or the b id'), 'a_id'],
    [texts('a_id', 'b_id', 'id'), said('The a id or the b id'), 'id'],
    [texts('a_id', 'b_id'), said('The a id of an item or the item b id'), undefined],
    [texts('id'), said('The token of the last item'), undefined],
    [texts('id'), said("The object's uuid"), undefined],
    [texts('id'), said('The identifier of the last item'), 'id'],
    [texts('id'), said('The id of the last item'), 'id'],
    [texts('id', 'uuid'), said('The uuid or the key of the item'), 'uuid'],
    [texts('id'), said('The token'), 'id'],
    [item({ id: text(), pet: ref('Id') }), { type: ref('Id') }, 'id'],
    [item({ id: text(), pet_id: ref('Id') }), { type: ref('Id') }, 'pet_id'],
    [item({ id: text(), pet_id: ref('Id') }), { type: ref('Said') }, 'id'],
    [item({ id: text(), pet_id: ref('Id') }), { type: text() }, 'id'],
    [item({ id: text(), pet_id: ref('Id') }), said('The id', ref('Id')), 'id'],
    [item({ id: text(), a_id: ref('Id'), b_id: ref('Id') }), { type: ref('Id') }, 'id'],
    [union(texts('id', 'uuid'), texts('id')), said('The uuid'), 'id'],
    [union(texts('id'), texts('uuid')), { type: text() }, undefined],
    [union(), { type: text() }, undefined],
    [text(), { type: text() }, undefined],
  ])('%# is found', (type, parameter, expected) => expect(itemKey(types, type, parameter)).toBe(expected));

  it.each<[TypeNode, Offered, string, boolean]>([
    [texts('id'), said('The id'), 'id', true],
    [texts('id'), said('The ids'), 'id', true],
    [texts('id'), said('An identifier'), 'id', true],
    [texts('id'), said('Identifiers'), 'id', false],
    [texts('uuid'), said('An identifier'), 'uuid', false],
    [texts('uuid'), said('An uuid'), 'uuid', true],
    [texts('id'), said('Valid'), 'id', false],
    [item({ id: ref('Id') }), { type: ref('Id') }, 'id', true],
    [item({ id: ref('Said') }), { type: ref('Id') }, 'id', false],
    [item({ id: text() }), { type: ref('Id') }, 'id', false],
    [item({ id: ref('Id') }), { type: text() }, 'id', false],
    [item({ uuid: ref('Id') }), { type: ref('Id') }, 'id', false],
    [union(), { type: ref('Id') }, 'id', false],
  ])('%# is what the parameter takes', (type, parameter, key, expected) => {
    expect(isOfKey(types, type, parameter, key)).toBe(expected);
  });
});
