/** Which schemas become types, of which resource, and why: over small trees that are made by hand. */
import { describe, expect, it } from 'vitest';
import { type ConfiguredModel, assignModels } from '../../generator/ir/models.ts';
import type { Method, Resource, Schema, TypeNode, Webhook } from '../../generator/ir/types.ts';

const ref = (id: string): TypeNode => ({ kind: 'ref', id }) as TypeNode;
const object = (...links: readonly string[]): TypeNode =>
  ({
    kind: 'object',
    bases: [],
    properties: links.map((id) => ({ name: id, type: ref(id), required: false })),
  }) as unknown as TypeNode;
const origin = { document: 'a.yml', pointer: '/a' };
const schema = (id: string, ...links: readonly string[]): Schema =>
  ({ id, name: id.replace(/^id:/, ''), type: object(...links), origin, usedIn: 'none' }) as unknown as Schema;

const method = (sent: readonly string[], received: readonly string[]): Method =>
  ({
    key: 'do',
    success: 0,
    parameters: sent.map((id) => ({ name: id, type: ref(id) })),
    responses: [{ contents: received.map((id) => ({ type: ref(id) })), headers: [] }],
  }) as unknown as Method;
const resource = (key: string, methods: readonly Method[], ...children: readonly Resource[]): Resource =>
  ({ key, methods, children }) as unknown as Resource;
const webhook = (id: string): Webhook =>
  ({ name: 'w', parameters: [{ type: ref(id) }] }) as unknown as Webhook;

interface Given {
  readonly schemas: readonly Schema[];
  readonly root: Resource;
  readonly webhooks?: readonly Webhook[];
  readonly configured?: readonly ConfiguredModel[];
}

function assigned({ schemas, root, webhooks = [], configured }: Given) {
  const said: string[] = [];
  const found = assignModels(schemas, {
    root,
    webhooks,
    configured,
    say: ({ id }, { name }) => said.push(`${id} as ${name}`),
  });
  const places = Object.fromEntries(
    found.map(({ id, model, usedIn }) => [id, [usedIn, model?.resource.join('.')]]),
  );
  return { found, places, said };
}

describe('without models in the config', () => {
  it('a schema belongs to the client, to its resource, or to those above several', () => {
    const { places, said } = assigned({
      schemas: ['Top', 'One', 'Both', 'Deep', 'Up', 'Event', 'Gone'].map((id) => schema(id)),
      root: resource(
        '',
        [method([], ['Top'])],
        resource('a', [method([], ['One', 'Up'])], resource('b', [method(['Deep'], ['Both', 'Up'])])),
        resource('c', [method(['Both'], [])]),
      ),
      webhooks: [webhook('Event'), webhook('One')],
    });
    expect(places).toEqual({
      Top: ['response', '$client'],
      // The event does not take it away from the resource.
      One: ['response', 'a'],
      Both: ['both', '$shared'],
      Deep: ['request', 'a.b'],
      Up: ['response', 'a'],
      Event: ['response', 'webhooks'],
      Gone: ['none', undefined],
    });
    expect(said).toEqual([]);
  });

  it('what a schema refers to goes with it, in rings too', () => {
    const { places } = assigned({
      schemas: [schema('A', 'B'), schema('B', 'C'), schema('C', 'A'), schema('W', 'X'), schema('X')],
      root: resource('', [], resource('a', [method([], ['A'])]), resource('b', [method([], ['C'])])),
      webhooks: [webhook('W')],
    });
    expect(places).toEqual({
      A: ['response', '$shared'],
      B: ['response', '$shared'],
      C: ['response', '$shared'],
      W: ['response', 'webhooks'],
      X: ['response', 'webhooks'],
    });
  });

  it('the parent keeps what a child uses as well, and the child what only it uses', () => {
    const parent = (first: boolean): Resource =>
      resource('a', first ? [method([], ['S'])] : [], resource('b', [method([], ['S'])]));
    const place = (root: Resource) => assigned({ schemas: [schema('S')], root }).places['S'];
    expect(place(resource('', [], parent(true)))).toEqual(['response', 'a']);
    expect(place(resource('', [], parent(false)))).toEqual(['response', 'a.b']);
    // Shared once, it stays shared.
    expect(place(resource('', [], parent(true), resource('c', [method([], ['S'])]), parent(true)))).toEqual([
      'response',
      '$shared',
    ]);
  });

  it('a model says where its name comes from; a copy has none', () => {
    const copy = { ...schema('Copy'), copyOf: 'Own' } as unknown as Schema;
    const { found } = assigned({
      schemas: [schema('Own'), schema('id:Inline'), schema('Trailing id:'), copy],
      root: resource('', [], resource('a', [method([], ['Own', 'id:Inline', 'Trailing id:', 'Copy'])])),
    });
    expect(found.map(({ model }) => model)).toEqual([
      {
        name: 'Own',
        resource: ['a'],
        provenance: { rule: 'component', detail: 'the component Own', origin },
      },
      {
        name: 'Inline',
        resource: ['a'],
        provenance: { rule: 'inline-id', detail: 'the id Inline of an inline schema', origin },
      },
      {
        name: 'Trailing id:',
        resource: ['a'],
        provenance: { rule: 'component', detail: 'the component Trailing id:', origin },
      },
      undefined,
    ]);
    expect(found[3]).not.toHaveProperty('model');
  });
});

describe('with models in the config', () => {
  const named: ConfiguredModel = {
    id: 'A',
    name: 'kitty',
    resource: ['cats'],
    provenance: { rule: 'config', detail: 'x', origin },
  } as ConfiguredModel;

  it('these are all, wherever they are used', () => {
    const { found, places, said } = assigned({
      schemas: [schema('A', 'B'), schema('B')],
      root: resource('', [], resource('a', [method(['A'], ['A'])])),
      configured: [named],
    });
    expect(places).toEqual({ A: ['both', 'cats'], B: ['both', undefined] });
    expect(found[0]?.model).toEqual({ name: 'kitty', resource: ['cats'], provenance: named.provenance });
    expect(said).toEqual([]);
  });

  it('what would be written out too often is declared, and told', () => {
    const large = {
      ...schema('Large'),
      type: {
        kind: 'object',
        bases: [],
        properties: Array.from({ length: 200 }, (_, index) => ({
          name: `p${index}`,
          type: { kind: 'scalar', scalar: 'string' },
          required: false,
        })),
      },
    } as unknown as Schema;
    const given = (count: number): Given => ({
      schemas: [schema('A'), large],
      root: resource(
        '',
        [],
        resource(
          'a',
          Array.from({ length: count }, () => method([], ['Large'])),
        ),
      ),
      configured: [named],
    });
    expect(assigned(given(100))).toMatchObject({
      places: { Large: ['response', 'a'] },
      said: ['Large as Large'],
    });
    expect(assigned(given(10))).toMatchObject({ places: { Large: ['response', undefined] }, said: [] });
    // The config has named it already.
    const both = { ...given(100), configured: [named, { ...named, id: 'Large', name: 'big' }] };
    expect(assigned(both)).toMatchObject({ places: { Large: ['response', 'cats'] }, said: [] });
  });
});
