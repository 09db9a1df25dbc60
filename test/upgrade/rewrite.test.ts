/** A piece of code, and what becomes of it. Notes are what is left to the user. */
import { describe, expect, it } from 'vitest';
import { rewritten } from './rewrite-support.ts';

type Rows = readonly (readonly [before: string, after: string, note?: string])[];

/** Rows of one section are independent programs. The same text twice: nothing is rewritten. */
const check = (title: string, rows: Rows, setUp = ''): void => {
  describe(title, () => {
    it.each(rows)('%s', (before, after, note = '') => {
      const { text, notes } = rewritten(setUp + before);
      expect(text).toBe(setUp + after);
      expect(notes.map(({ reason }) => reason).join(' | ')).toBe(note);
    });
  });
};

const PET = 'declare const pet: Acme.Pet;\n';
check(
  'values',
  [
    ["pet.kind === 'dog';", "pet.kind === 'dog\\'s';"],
    ["'dog' === pet.kind;", "'dog\\'s' === pet.kind;"],
    ["pet.kind !== 'dog';", "pet.kind !== 'dog\\'s';"],
    ["pet.kind == 'dog';", "pet.kind == 'dog\\'s';"],
    ["pet.kind != 'dog';", "pet.kind != 'dog\\'s';"],
    ['pet.kind === "dog";', 'pet.kind === "dog\'s";'],
    ['const dog = pet.kind; pet.kind === dog;', 'const dog = pet.kind; pet.kind === dog;'],
    ["(null as Acme.Pet['kind']) === 'dog';", "(null as Acme.Pet['kind']) === 'dog\\'s';"],
    [
      "declare const k: Acme.Pet['kind'] | undefined; k === 'dog';",
      "declare const k: Acme.Pet['kind'] | undefined; k === 'dog\\'s';",
    ],
    ["declare const k: Acme.API.Kind; k === 'dog';", "declare const k: Acme.API.Kind; k === 'dog\\'s';"],
    ["pet.kind === 'cat';", "pet.kind === 'cat';"],
    ["pet.kind < 'dog';", "pet.kind < 'dog';"],
    ["pet.kind = 'dog';", "pet.kind = 'dog\\'s';"],
    ["if (pet.kind !== 'cat') pet.kind === 'dog';", "if (pet.kind !== 'cat') pet.kind === 'dog\\'s';"],
    ["switch (pet.kind) { case 'dog': }", "switch (pet.kind) { case 'dog\\'s': }"],
    ["switch (pet.name) { case 'dog': }", "switch (pet.title) { case 'dog': }"],
    ["const kind: Acme.Pet['kind'] = 'dog'; kind;", "const kind: Acme.Pet['kind'] = 'dog\\'s'; kind;"],
    ["const { kind } = pet; kind === 'dog';", "const { kind } = pet; kind === 'dog\\'s';"],
    [
      "const other: 'cat' | 'dog' | 'cow' = 'dog'; other;",
      "const other: 'cat' | 'dog' | 'cow' = 'dog'; other;",
    ],
    [
      "type Own = 'cat' | 'dog'; const own: Own = 'dog'; own;",
      "type Own = 'cat' | 'dog'; const own: Own = 'dog'; own;",
    ],
    ["const name = 'dog'; name;", "const name = 'dog'; name;"],
    ["(() => pet)().kind === 'dog';", "(() => pet)().kind === 'dog\\'s';"],
    ["const f = (k: string) => k === 'dog'; f;", "const f = (k: string) => k === 'dog'; f;"],
  ],
  PET,
);

check('names of methods', [
  ["client.pets.get('1');", "client.pets.retrieve('1');"],
  ["client.pets?.get('1');", "client.pets?.retrieve('1');"],
  ["client['pets']['get']('1');", "client['pets']['retrieve']('1');"],
  ['client.pets["get"](\'1\');', 'client.pets["retrieve"](\'1\');'],
  ["client.pets[`get`]('1');", "client.pets[`retrieve`]('1');"],
  ["const { pets } = client; pets.get('1');", "const { pets } = client; pets.retrieve('1');"],
  ["const pets = client.pets; pets.get('1');", "const pets = client.pets; pets.retrieve('1');"],
  ["type Get = Acme['pets']['get'];", "type Get = Acme['pets']['retrieve'];"],
  ['type Get = typeof client.pets.get;', 'type Get = typeof client.pets.retrieve;'],
  ['client.pets.far();', 'client.store.near();'],
  ['client\n  .pets\n  .far();', 'client\n  .store\n  .near();'],
  ['client.pets.toys.list();', 'client.pets.toyList();'],
  ["type List = Acme['pets']['toys']['list'];", "type List = Acme['pets']['toyList'];"],
  ['client.shop.open();', 'client.store.open();'],
  ['client.shop;', 'client.store;'],
  ['const pets = client.pets; pets.far();', 'const pets = client.pets; client.store.near();'],
  ['const pets = client.pets; { pets.far(); }', 'const pets = client.pets; { client.store.near(); }'],
  [
    'const pets = client.pets; function f(client: string) { pets.far(); return client; } f;',
    'const pets = client.pets; function f(client: string) { pets.far(); return client; } f;',
    'client.pets.far is now client.store.near, which pets does not lead to',
  ],
  [
    'let pets = client.pets; pets.far();',
    'let pets = client.pets; pets.far();',
    'client.pets.far is now client.store.near, which pets does not lead to',
  ],
  [
    'function f(pets: Acme["pets"]) { pets.far(); } f;',
    'function f(pets: Acme["pets"]) { pets.far(); } f;',
    'client.pets.far is now client.store.near, which pets does not lead to',
  ],
  [
    'const make = () => client.pets; make().far();',
    'const make = () => client.pets; make().far();',
    'client.pets.far is now client.store.near, which make() does not lead to',
  ],
  [
    'client.pets.gone();',
    'client.pets.gone();',
    'client.pets.gone was removed, and another method has its name',
  ],
  ['client.pets.stays(null as never);', 'client.pets.stays(null as never);'],
  ['client.pets.get.name;', 'client.pets.retrieve.name;'],
  [
    'declare const box: { client: Acme }; box.client.pets.far();',
    'declare const box: { client: Acme }; box.client.store.near();',
  ],
  ['declare const box: { get(): void }; box.get();', 'declare const box: { get(): void }; box.get();'],
  ['let s: Acme.shop; s!;', 'let s: Acme.shop; s!;'],
  [
    "declare const some: Acme | undefined; some?.['shop'];",
    "declare const some: Acme | undefined; some?.['store'];",
  ],
  ["const { get } = client.pets; get('1');", "const { retrieve: get } = client.pets; get('1');"],
  ['const { shop } = client; shop.open();', 'const { store: shop } = client; shop.open();'],
  ['const { far } = client.pets; far();', 'const { far } = client.pets; far();'],
  ['const { list } = client.pets.toys; list();', 'const { list } = client.pets.toys; list();'],
  [
    'const pets = client.pets; function f(a: string) { pets.far(); return a; } f;',
    'const pets = client.pets; function f(a: string) { client.store.near(); return a; } f;',
  ],
  ...[
    'declare const pets: Acme["pets"]; pets.far();',
    'const pets = (() => client.pets)(); pets.far();',
    'declare const box: { pets: Acme["pets"] }; const pets = box.pets; pets.far();',
    'const pets = (() => client)().pets; pets.far();',
    'declare const box: { client: Acme }; const pets = box.client.pets; pets.far();',
    'for (const pets of [client.pets]) pets.far();',
    'const { pets } = { pets: client.pets }; pets.far();',
  ].map(
    (code) => [code, code, 'client.pets.far is now client.store.near, which pets does not lead to'] as const,
  ),
]);

describe('paths of every length', () => {
  const deep = { 'pets.get': 'pets.by.id.get' };
  const high = { 'pets.toys.list': 'pets.list2' };
  const gone = { 'pets.toys': 'pets' };
  const within = { 'pets.toys.list': 'pets.toys.all' };
  const other = { 'pets.toys': 'pets.games' };
  const twice = { 'pets.toys.list': 'pets.toys.toys.list' };
  const apart = { shop: 'store', 'shop.open': 'pets.openShop' };
  const up = { 'pets.toys.list': 'pets.toys' };
  const top = { 'pets.toys.list': 'list' };
  const SOME = "declare const some: Acme['pets'] | undefined;";
  it.each<[places: Readonly<Record<string, string>>, before: string, after: string]>([
    [deep, "client.pets.get('1');", "client.pets.by.id.get('1');"],
    [deep, "client\n  .pets\n  .get('1');", "client\n  .pets.by.id\n  .get('1');"],
    [deep, "client.pets['get']('1');", "client.pets.by.id['get']('1');"],
    [deep, "type T = Acme['pets']['get'];", "type T = Acme['pets']['by']['id']['get'];"],
    [deep, 'type T = typeof client.pets.get;', 'type T = typeof client.pets.by.id.get;'],
    [deep, `${SOME} some?.get('1');`, `${SOME} some?.by.id.get('1');`],
    [deep, `${SOME} some?.['get']('1');`, `${SOME} some?.by.id['get']('1');`],
    [twice, 'client.pets.toys.list();', 'client.pets.toys.toys.list();'],
    [high, 'client.pets.toys.list();', 'client.pets.list2();'],
    [high, 'client.pets\n  .toys // a\n  .list();', 'client.pets\n  .list2();'],
    [high, 'client.pets /* a */ .toys.list();', 'client.pets /* a */ .list2();'],
    [high, "client.pets['toys'].list();", 'client.pets.list2();'],
    [high, `${SOME} some?.toys.list();`, `${SOME} some?.list2();`],
    [high, `${SOME} some?.['toys'].list();`, `${SOME} some?.list2();`],
    [high, "type T = Acme['pets']['toys']['list'];", "type T = Acme['pets']['list2'];"],
    [gone, 'client.pets.toys.list();', 'client.pets.list();'],
    [gone, 'client.pets.toys;', 'client.pets;'],
    [gone, 'const pets = client.pets; pets.toys;', 'const pets = client.pets; pets;'],
    [gone, 'const pets = client.pets; pets["toys"].list();', 'const pets = client.pets; pets.list();'],
    [gone, "type T = Acme['pets']['toys']['list'];", "type T = Acme['pets']['list'];"],
    [gone, `${SOME} some?.toys;`, `${SOME} some;`],
    [gone, `${SOME} some?.toys.list();`, `${SOME} some?.list();`],
    [gone, `${SOME} some?.toys?.list();`, `${SOME} some?.list();`],
    [gone, `${SOME} some?.toys['list']();`, `${SOME} some?.['list']();`],
    [gone, `${SOME} some?.['toys'].list();`, `${SOME} some?.list();`],
    [within, 'client.pets.toys.list();', 'client.pets.toys.all();'],
    [within, 'const { list } = client.pets.toys; list;', 'const { all: list } = client.pets.toys; list;'],
    [other, 'client.pets.toys.list();', 'client.pets.games.list();'],
    [other, 'const pets = client.pets; pets.toys.list();', 'const pets = client.pets; pets.games.list();'],
    [apart, 'client.shop.open();', 'client.pets.openShop();'],
    [apart, 'const shop = client.shop; shop.open();', 'const shop = client.store; client.pets.openShop();'],
    [up, 'client.pets.toys.list();', 'client.pets.toys();'],
    [top, 'client.pets.toys.list();', 'client.list();'],
    [top, 'const toys = client.pets.toys; toys.list();', 'const toys = client.pets.toys; client.list();'],
    [{ shop: 'pets.toys' }, 'client.shop.open();', 'client.pets.toys.open();'],
    [{ 'pets.stays': 'pets.stays' }, 'client.pets.stays();', 'client.pets.stays();'],
  ])('%# %j %s', (places, before, after) => {
    const { text, notes, causes } = rewritten(before, { places });
    expect({ text, notes }).toEqual({ text: after, notes: [] });
    expect(causes.every((move) => move.kind === 'method' || move.kind === 'resource')).toBe(true);
  });

  it.each([
    [{ shop: 'store', 'shop.open': 'store.openShop' }, 'client.shop.open();', 2],
    [{ 'pets.get': 'pets.retrieve' }, 'client.pets.get;', 1],
    [{ 'pets.get': 'pets.get' }, 'client.pets.get;', 0],
  ])('%j writes what differs: %s', (places, code, edits) => {
    expect(rewritten(code, { places }).causes).toHaveLength(edits);
  });

  it('change nothing without a move', () => {
    expect(rewritten('client.pets.far(); const p = client.pets; p.far();', { moves: [] }).causes).toEqual([]);
  });

  it.each([
    [
      'client.pets.gone();',
      'client.pets.gone',
      'The call compiles and reaches another method. Decide what it should do.',
    ],
    ['let pets = client.pets; pets.far();', 'client.pets.far', 'Take it from the client: client.store.near.'],
  ])('%s has an advice', (code, subject, advice) => {
    const { notes } = rewritten(code);
    expect(notes).toMatchObject([{ subject, advice, ...(subject.endsWith('gone') && { isOnce: true }) }]);
  });
});

check(
  'properties',
  [
    ['pet.name;', 'pet.title;'],
    ['pet?.name;', 'pet?.title;'],
    ["pet['name'];", "pet['title'];"],
    ["pet['birth-day'];", "pet['birthDay'];"],
    ['pet.owner?.name;', 'pet.owner?.name;'],
    ['const { name } = pet; name;', 'const { title: name } = pet; name;'],
    ['const { name: own } = pet; own;', 'const { title: own } = pet; own;'],
    ["const { 'name': own } = pet; own;", "const { 'title': own } = pet; own;"],
    ["const { 'birth-day': own } = pet; own;", "const { 'birthDay': own } = pet; own;"],
    ['const { kind, ...name } = pet; kind; name;', 'const { kind, ...name } = pet; kind; name;'],
    ['const { owner: { name } = pet } = pet; name;', 'const { owner: { name } = pet } = pet; name;'],
    ["client.pets.stays({ ...pet, name: 'x' });", "client.pets.stays({ ...pet, title: 'x' });"],
    [
      "const name = 'x'; client.pets.stays({ ...pet, name });",
      "const name = 'x'; client.pets.stays({ ...pet, title: name });",
    ],
    ["client.pets.stays({ ...pet, 'name': 'x' });", "client.pets.stays({ ...pet, 'title': 'x' });"],
    ["client.pets.stays({ ...pet, 'birth-day': 'x' });", "client.pets.stays({ ...pet, 'birthDay': 'x' });"],
    [
      "const own: Acme.Pet = { ...pet, name: 'x' }; own;",
      "const own: Acme.Pet = { ...pet, title: 'x' }; own;",
    ],
    [
      "const own = { ...pet, name: 'x' }; client.pets.stays(own);",
      "const own = { ...pet, title: 'x' }; client.pets.stays(own);",
    ],
    [
      "const own = { ...pet, name: 'x' }; own.name; client.pets.stays(own);",
      "const own = { ...pet, title: 'x' }; own.title; client.pets.stays(own);",
    ],
    ["const own = { name: 'x' }; own.name;", "const own = { name: 'x' }; own.name;"],
    ["({ name: 'x' }) as Acme.Pet;", "({ title: 'x' }) as Acme.Pet;"],
    ["({ name: 'x' } as unknown) as Acme.Pet;", "({ title: 'x' } as unknown) as Acme.Pet;"],
    ["({ name: 'x' }) as unknown as Acme.Pet;", "({ title: 'x' }) as unknown as Acme.Pet;"],
    ["({ name: 'x' } as unknown as Acme.Pet);", "({ title: 'x' } as unknown as Acme.Pet);"],
    ["type P = Pick<Acme.Pet, 'name' | 'kind'>;", "type P = Pick<Acme.Pet, 'title' | 'kind'>;"],
    ["type P = Omit<Acme.Pet, 'name'>;", "type P = Omit<Acme.Pet, 'title'>;"],
    ["type P = Extract<Acme.Pet, 'name'>;", "type P = Extract<Acme.Pet, 'name'>;"],
    ["type P = Acme.Pet['name'];", "type P = Acme.Pet['title'];"],
    [
      "client.pets.list({ limit: 1, sort: '' });",
      "client.pets.list({ 'page-size': 1, sort: '' });",
      'the list came whole, and this may be its first part only',
    ],
    [
      'declare const p: Acme.API.PetListParams; p.limit;',
      "declare const p: Acme.API.PetListParams; p['page-size'];",
    ],
    [
      'declare const p: Acme.API.PetListParams | undefined; p?.limit;',
      "declare const p: Acme.API.PetListParams | undefined; p?.['page-size'];",
    ],
    [
      'const f = (p: Acme.API.PetListParams) => { const { limit } = p; return limit; }; f;',
      "const f = (p: Acme.API.PetListParams) => { const { 'page-size': limit } = p; return limit; }; f;",
    ],
    [
      'const f = (): Acme.Pet => { const own = { ...pet, name: "" }; return own; }; f;',
      'const f = (): Acme.Pet => { const own = { ...pet, title: "" }; return own; }; f;',
    ],
    [
      "const own = { ...pet, name: 'x' }; String(own); client.pets.stays(own);",
      "const own = { ...pet, title: 'x' }; String(own); client.pets.stays(own);",
    ],
    [
      "const own = { ...pet, name: 'x' }; const p: Acme.Pet = own; p;",
      "const own = { ...pet, title: 'x' }; const p: Acme.Pet = own; p;",
    ],
    [
      "const own = { name: 'x' }; client.pets.stays({ ...pet, ...own });",
      "const own = { title: 'x' }; client.pets.stays({ ...pet, ...own });",
    ],
    [
      "const own: any = { name: 'x' }; client.pets.stays(own);",
      "const own: any = { name: 'x' }; client.pets.stays(own);",
    ],
    [
      "const f = <T>(x: T) => x; const own = { name: 'x' }; f(own).name; own.name;",
      "const f = <T>(x: T) => x; const own = { name: 'x' }; f(own).name; own.name;",
    ],
    ["<Acme.Pet>(<unknown>{ name: 'x' });", "<Acme.Pet>(<unknown>{ title: 'x' });"],
    ["({ name: 'x' });", "({ name: 'x' });"],
    [
      "const f = (p: { pet: Acme.Pet }) => p; const own = { pet: { ...pet, name: 'x' } }; f(own);",
      "const f = (p: { pet: Acme.Pet }) => p; const own = { pet: { ...pet, title: 'x' } }; f(own);",
    ],
    [
      "const f = (p: { pet: Acme.Pet }) => p; const own = { 'pet': { ...pet, name: 'x' } }; f(own);",
      "const f = (p: { pet: Acme.Pet }) => p; const own = { 'pet': { ...pet, title: 'x' } }; f(own);",
    ],
    [
      "const f = (p: { pet: Acme.Pet }) => p; const own = { [pet.kind]: { name: 'x' }, p: { name: '' } }; f(own);",
      "const f = (p: { pet: Acme.Pet }) => p; const own = { [pet.kind]: { name: 'x' }, p: { name: '' } }; f(own);",
    ],
    [
      "const own: Acme.Pet | Acme.API.Answer = { ...pet, name: 'x' }; own;",
      "const own: Acme.Pet | Acme.API.Answer = { ...pet, title: 'x' }; own;",
    ],
    [
      "const own: Acme.Pet | Acme.API.Cat | Acme.API.Answer = { ...pet, name: 'x' }; own;",
      "const own: Acme.Pet | Acme.API.Cat | Acme.API.Answer = { ...pet, name: 'x' }; own;",
    ],
    [
      'declare const both: Acme.Pet | Acme.API.Cat; both.name;',
      'declare const both: Acme.Pet | Acme.API.Cat; both.name;',
    ],
    ['const { [pet.kind]: own } = pet as any; own;', 'const { [pet.kind]: own } = pet as any; own;'],
    ['const [name] = [pet.owner]; name;', 'const [name] = [pet.owner]; name;'],
    ["type P = Pick<'name', 'kind'>; type Q = Pick;", "type P = Pick<'name', 'kind'>; type Q = Pick;"],
  ],
  PET,
);

const UNKNOWN = 'an argument of the new call is not among those of the old one';
check('arguments', [
  ["client.pets.swap('a', 'b');", "client.pets.swap('b', 'a');"],
  ["client.pets.swap('a', 'b', {});", "client.pets.swap('b', 'a', {});"],
  [
    "client.pets.swap(/* 1 */ 'a' /* 2 */, /* 3 */ 'b');",
    "client.pets.swap(/* 3 */ 'b', /* 1 */ 'a' /* 2 */);",
  ],
  ["client.pets.swap('a', /* 3 */ 'b' /* 4 */);", "client.pets.swap(/* 3 */ 'b' /* 4 */, 'a');"],
  [
    "client.pets.swap(\n  'a', // 2\n  // 3\n  'b', // 4\n);",
    "client.pets.swap(\n  // 2\n  // 3\n  'b', 'a', // 4\n);",
  ],
  [
    "client.pets.swap('a' // 2\n, 'b');",
    "client.pets.swap('a' // 2\n, 'b');",
    'a comment to the end of the line follows an argument',
  ],
  ["client.pets.swap('a', 'b' // 4\n);", "client.pets.swap('b', 'a' // 4\n);"],
  [
    "client.pets.swap('a' /* 2 */ // 3\n, 'b');",
    "client.pets.swap('a' /* 2 */ // 3\n, 'b');",
    'a comment to the end of the line follows an argument',
  ],
  [
    "client.pets.swap('a', 'b' // 2\n, {});",
    "client.pets.swap('a', 'b' // 2\n, {});",
    'a comment to the end of the line follows an argument',
  ],
  ["client.pets.swap(\n  // 1\n  'a',\n  'b',\n);", "client.pets.swap(\n  'b', // 1\n  'a',\n);"],
  [
    "import { petsOther } from '@acme/api/funcs/pets-get'; petsOther(client);",
    "import { petsOther } from '@acme/api/funcs/pets-get'; petsOther(client);",
  ],
  [
    'declare const pet: Acme.Pet; const { bark } = pet; bark();',
    'declare const pet: Acme.Pet; const { bark } = pet; bark();',
  ],
  [
    "client.pets.name('1', { /* 2 */ a: 'x', /* 3 */ b: 'y' });",
    "client.pets.name('x', { id: '1', b: 'y' });",
  ],
  [
    "const list: [string, string] = ['a', 'b']; client.pets.swap(...list);",
    "const list: [string, string] = ['a', 'b']; client.pets.swap(...list);",
    'its arguments are spread, so their places are not known',
  ],
  ["client.pets.name('1', { a: 'x' });", "client.pets.name('x', { id: '1' });"],
  ["client.pets.name('1', { a: 'x', b: 'y' });", "client.pets.name('x', { id: '1', b: 'y' });"],
  ["client.pets.name('1', { 'a': 'x' }, {});", "client.pets.name('x', { id: '1' }, {});"],
  ["const id = '1'; client.pets.name(id, { a: 'x' });", "const id = '1'; client.pets.name('x', { id });"],
  ["const a = 'x'; client.pets.name('1', { a });", "const a = 'x'; client.pets.name(a, { id: '1' });"],
  [
    "const p = { a: 'x' }; client.pets.name('1', p);",
    "const p = { a: 'x' }; client.pets.name('1', p);",
    UNKNOWN,
  ],
  [
    "const p = { a: 'x' }; client.pets.name('1', { ...p });",
    "const p = { a: 'x' }; client.pets.name('1', { ...p });",
    UNKNOWN,
  ],
  [
    "client.pets.name('1', { get a() { return ''; } });",
    "client.pets.name('1', { get a() { return ''; } });",
    UNKNOWN,
  ],
  ["client.pets.place({ id: '1' });", "client.pets.place('1');"],
  ["client.pets.place({ id: '1', a: 'x' });", "client.pets.place('1', { a: 'x' });"],
  ["client.pets.place({ id: '1' }, {});", "client.pets.place('1', undefined, {});"],
  ['client.pets.place(null);', 'client.pets.place(null);', UNKNOWN],
  ['client.pets.more();', 'client.pets.more();'],
  ['client.pets.more({});', 'client.pets.more({});'],
  ['client.pets.more(undefined);', 'client.pets.more(undefined);'],
  ['client.pets.bare();', 'client.pets.bare();'],
  ['client.pets.bare({});', 'client.pets.bare(undefined, {});'],
  ["const { swap } = client.pets; swap('a', 'b');", "const { swap } = client.pets; swap('b', 'a');"],
  ["const { swap: own } = client.pets; own('a', 'b');", "const { swap: own } = client.pets; own('b', 'a');"],
  [
    "const swap = (a: string, b: string) => a + b; swap('a', 'b');",
    "const swap = (a: string, b: string) => a + b; swap('a', 'b');",
  ],
  ["const [swap] = [(a: string) => a]; swap?.('a');", "const [swap] = [(a: string) => a]; swap?.('a');"],
  ["client.pets.swap('a');", "client.pets.swap('a');"],
  ["client.pets.swap(1, 'b');", "client.pets.swap(1, 'b');"],
  [
    "import { petsSwap } from '@acme/api/funcs/pets-get'; petsSwap(client, 'a', 'b');",
    "import { petsSwap } from '@acme/api/funcs/pets-get'; petsSwap(client, 'b', 'a');",
  ],
]);

describe('arguments of every kind', () => {
  const index = (at: number) => ({ kind: 'positional', index: at });
  const named = (name: string) => ({ kind: 'named', name });
  const id = { name: 'id', index: 0 };
  type Kind = readonly [positional: number, params: string];
  const to = (before: Kind, after: Kind, positional: readonly unknown[], names: readonly unknown[] = []) => ({
    ...{ kind: 'arguments', method: ['pets', 'any'], positional, named: names },
    before: { positional: before[0], params: before[1] },
    after: { positional: after[0], params: after[1] },
  });
  const intoParams = to([1, 'optional'], [0, 'required'], [], [id]);
  const outOfParams = to([0, 'optional'], [1, 'none'], [named('id')]);
  const withoutParams = to([1, 'optional'], [1, 'none'], [index(0)]);
  const newParams = to([1, 'none'], [1, 'required'], [index(0)]);
  const unknown = to([1, 'none'], [1, 'none'], [undefined]);
  const NONE = 'the new call takes no values';
  it.each<[ReturnType<typeof to>, string, string, string?]>([
    [intoParams, "'1'", "{ id: '1' }"],
    [intoParams, "'id'", "{ id: 'id' }"],
    [intoParams, 'other', '{ id: other }'],
    [intoParams, 'id', '{ id }'],
    [intoParams, "/* a */ '1'", "{ id: /* a */ '1' }"],
    [intoParams, "'1', undefined", "{ id: '1' }"],
    [intoParams, "'1', null", "{ id: '1' }"],
    [intoParams, "'1', {}", "{ id: '1' }"],
    [intoParams, "'1', { a: 1, b: 2 }", "{ id: '1', a: 1, b: 2 }"],
    [intoParams, "'1', {\n  a: 1,\n  b: 2,\n}", "{\n  id: '1', a: 1,\n  b: 2,\n}"],
    [intoParams, "'1', other", "{ id: '1', ...other }"],
    [intoParams, "'1', undefined, {}", "{ id: '1' }, {}"],
    [intoParams, '', ''],
    [outOfParams, "{ id: '1' }", "'1'"],
    [outOfParams, "{ b: 2, id: '1' }", "{ b: 2, id: '1' }", NONE],
    [outOfParams, "{ id: '1' }, {}", "'1', {}"],
    [outOfParams, "{ ...other, id: '1' }", "{ ...other, id: '1' }", NONE],
    [outOfParams, "{ [id]: '1' }", "{ [id]: '1' }", UNKNOWN],
    [outOfParams, "{ 1: '1' }", "{ 1: '1' }", UNKNOWN],
    [outOfParams, '', ''],
    [withoutParams, "'1', undefined", "'1'"],
    [withoutParams, "'1', null", "'1'"],
    [withoutParams, "'1', {}", "'1'"],
    [withoutParams, "'1', other", "'1', other", NONE],
    [withoutParams, "'1', { a: 1 }", "'1', { a: 1 }", NONE],
    [withoutParams, "'1'", "'1'"],
    [withoutParams, "'1', undefined, {}", "'1', {}"],
    [newParams, "'1'", "'1'", 'the new call needs values that the old one did not have'],
    [unknown, "'1'", "'1'", UNKNOWN],
    [
      withoutParams,
      "'1', ...list",
      "'1', ...list",
      'its arguments are spread, so their places are not known',
    ],
  ])('%# %s', (move, before, after, note = '') => {
    const setUp = "declare const other: any; declare const list: any[]; const id = '';\n";
    const { text, notes } = rewritten(`${setUp}client.pets.any(${before});`, { moves: [move as never] });
    expect(text).toBe(`${setUp}client.pets.any(${after});`);
    expect(notes.map(({ reason }) => reason).join()).toBe(note);
  });

  it.each([
    [withoutParams, 'Write the arguments anew: 1 by place, then the options.'],
    [
      to([1, 'none'], [1, 'required'], [index(0)]),
      'Write the arguments anew: 1 by place, then one object with the other values, then the options.',
    ],
  ])('%# has an advice', (move, advice) => {
    const { notes } = rewritten("client.pets.any('1', { a: 1 });", { moves: [move as never] });
    expect(notes).toMatchObject([{ advice, subject: 'client.pets.any' }]);
  });

  const result = { kind: 'result', method: ['pets', 'list'], before: ['data'], after: [] };
  it.each([
    [[], 'If all items are needed, ask for the further parts.'],
    [[result], 'If all items are needed, ask for the further parts: loop with for await.'],
  ])('%# of a list that is shorter now', (own, advice) => {
    const { notes } = rewritten('await client.pets.list();', { moves: own as never });
    expect(notes).toMatchObject([{ advice, subject: 'client.pets.list', isOnce: true }]);
  });
});

const TYPE = "Awaited<ReturnType<Acme['pets']['whole']>>";
const HANDED = 'the result is handed on before it is there';
const OTHERWISE = 'the result is used otherwise than by that property';
const WHOLE = 'the result is handed on as a whole';
const MORE = 'more than the one property is taken from the result';
check('results of which a part is given now', [
  ['(await client.pets.whole()).data.kind;', '(await client.pets.whole()).kind;'],
  ['(await client.pets.whole()).data;', 'await client.pets.whole();'],
  ['(await (client.pets.whole())).data;', 'await (client.pets.whole());'],
  ['await client.pets.whole();', 'await client.pets.whole();'],
  ['client.pets.whole();', 'client.pets.whole();'],
  ['(await client.pets.whole()).total;', '(await client.pets.whole()).total;', WHOLE],
  ['(await client.pets.whole(1)).data;', '(await client.pets.whole(1)).data;'],
  ["(await client.pets.whole())['data'];", 'await client.pets.whole();'],
  ['(await client.pets.whole()).data!;', '(await client.pets.whole())!;'],
  ['const x = await client.pets.whole(); x.data.kind;', 'const x = await client.pets.whole(); x.kind;'],
  [
    'const x = await client.pets.whole(); x.data; x.total;',
    'const x = await client.pets.whole(); x.data; x.total;',
    OTHERWISE,
  ],
  [
    'const x: object = await client.pets.whole(); x;',
    'const x: object = await client.pets.whole(); x;',
    OTHERWISE,
  ],
  ['const { data } = await client.pets.whole(); data;', 'const data = await client.pets.whole(); data;'],
  ['const { data: pet } = await client.pets.whole(); pet;', 'const pet = await client.pets.whole(); pet;'],
  [
    'const { data: { kind } } = await client.pets.whole(); kind;',
    'const { kind } = await client.pets.whole(); kind;',
  ],
  [
    'const { data, total } = await client.pets.whole(); data; total;',
    'const { data, total } = await client.pets.whole(); data; total;',
    MORE,
  ],
  [
    'const { total } = await client.pets.whole(); total;',
    'const { total } = await client.pets.whole(); total;',
    MORE,
  ],
  [
    'const { data = null } = await client.pets.whole(); data;',
    'const { data = null } = await client.pets.whole(); data;',
    MORE,
  ],
  ['const {} = await client.pets.whole();', 'const {} = await client.pets.whole();', MORE],
  ['client.pets.whole().then((x) => x.data);', 'client.pets.whole().then((x) => x);'],
  [
    'client.pets.whole().then(function (x) { return x.data.kind; });',
    'client.pets.whole().then(function (x) { return x.kind; });',
  ],
  ['client.pets.whole().then(({ data }) => data);', 'client.pets.whole().then((data) => data);'],
  ['client.pets.whole().then(String);', 'client.pets.whole().then(String);', HANDED],
  ['client.pets.whole().catch(String);', 'client.pets.whole().catch(String);', HANDED],
  ['const p = client.pets.whole(); p;', 'const p = client.pets.whole(); p;', HANDED],
  ['String(await client.pets.whole());', 'String(await client.pets.whole());', WHOLE],
  [
    "type T = Awaited<ReturnType<Acme['pets']['whole']>>['data'];",
    "type T = Awaited<ReturnType<Acme['pets']['whole']>>;",
  ],
  [
    'type T = Awaited<ReturnType<typeof client.pets.whole>>["data"]["kind"];',
    'type T = Awaited<ReturnType<typeof client.pets.whole>>["kind"];',
  ],
  [
    "type T = Awaited<ReturnType<Acme['pets']['whole']>>;",
    "type T = Awaited<ReturnType<Acme['pets']['whole']>>;",
    'the type of the result is used as a whole',
  ],
  ["type T = ReturnType<Acme['pets']['whole']>;", "type T = ReturnType<Acme['pets']['whole']>;"],
  [`type T = ${TYPE}['total'];`, `type T = ${TYPE}['total'];`, 'the type of the result is used as a whole'],
  ...[
    "type Own<T> = T; type T = Own<ReturnType<Acme['pets']['whole']>>['data'];",
    "type T = Awaited<Acme['pets']['whole']>;",
    "type T = Awaited<Promise<Acme['pets']['whole']>>;",
    'type T = Awaited;',
    'type T = Awaited<ReturnType>;',
    'type T = Awaited<ReturnType<() => void>>;',
    "type T = Awaited<ReturnType<Acme.Pet['bark']>>;",
    "type T = Awaited<ReturnType<Acme['pets']['stays']>>;",
  ].map((code) => [code, code] as const),
  ...[
    'client.pets.whole().catch((x) => x.data);',
    'const t = client.pets.whole().then; t;',
    'declare const f: any; f((x: any) => x.data, [client.pets.whole()]);',
    'client.pets.whole().then();',
  ].map((code) => [code, code, HANDED] as const),
  ['({ a: await client.pets.whole() });', '({ a: await client.pets.whole() });', WHOLE],
  ['const x = await client.pets.whole(); x;', 'const x = await client.pets.whole(); x;', OTHERWISE],
  [
    'const x: any = await client.pets.whole(); x.data;',
    'const x: any = await client.pets.whole(); x.data;',
    OTHERWISE,
  ],
]);

describe('results of every depth', () => {
  const move = (before: readonly string[], after: readonly string[]) => [
    { kind: 'result', method: ['pets', 'whole'], before, after } as never,
  ];
  const deep = move([], ['data', 'owner']);
  const wide = move(['data', 'owner'], []);
  const part = move(['a'], ['a', 'data']);
  const more = move(['a', 'data'], ['a']);
  const CALL = 'client.pets.whole()';
  it.each<[ReturnType<typeof move>, string, string, string?]>([
    [deep, `(await ${CALL}).data.owner;`, `await ${CALL};`],
    [deep, `(await ${CALL}).data.kind;`, `(await ${CALL}).data.kind;`, WHOLE],
    [deep, `const { data } = await ${CALL}; data;`, `const { data } = await ${CALL}; data;`, MORE],
    [deep, `const x = await ${CALL}; x.data.owner?.name;`, `const x = await ${CALL}; x?.name;`],
    [deep, `const x = await ${CALL}; x.data.kind;`, `const x = await ${CALL}; x.data.kind;`, OTHERWISE],
    [deep, `${CALL}.then((x) => x.data.owner);`, `${CALL}.then((x) => x);`],
    [deep, `type T = ${TYPE}['data']['owner'];`, `type T = ${TYPE};`],
    [
      ...[deep, `type T = ${TYPE}['data']['kind'];`, `type T = ${TYPE}['data']['kind'];`],
      'the type of the result is used as a whole',
    ] as never,
    [part, `(await ${CALL}).data.kind;`, `(await ${CALL}).kind;`],
    [part, `type T = ${TYPE}['data'];`, `type T = ${TYPE};`],
    [wide, `await ${CALL} as unknown;`, `(await ${CALL}).data.owner as unknown;`],
    [wide, `${CALL}.then((x) => x);`, `${CALL}.then(({ data: { owner: x } }) => x);`],
    [wide, `const p = ${CALL}; p;`, `const p = ${CALL}.then((result) => result.data.owner); p;`],
    [wide, `type T = ${TYPE};`, `type T = ${TYPE}['data']['owner'];`],
    [more, `(await ${CALL}).total;`, `(await ${CALL}).data.total;`],
    [more, `type T = ${TYPE};`, `type T = ${TYPE}['data'];`],
    [more, `${CALL}.then(( x ) => x);`, `${CALL}.then(( { data: x } ) => x);`],
    [more, `${CALL}.then((/* a */ x) => x);`, `${CALL}.then((/* a */ { data: x }) => x);`],
    [more, `${CALL}.then((\n  x,\n) => x);`, `${CALL}.then((\n  { data: x },\n) => x);`],
    [more, `${CALL}.then(x => (x));`, `${CALL}.then(({ data: x }) => (x));`],
  ])('%# %s', (moves, before, after, note = '') => {
    const { text, notes } = rewritten(before, { moves });
    expect(text).toBe(after);
    expect(notes.map(({ reason }) => reason).join()).toBe(note);
  });

  it.each([
    [deep, 'The method gives data.owner of the response itself: drop .data.owner.'],
    [part, 'The method gives a.data of the response itself: drop .data.'],
    [wide, 'The method gives the response around it: read .data.owner.'],
    [more, 'The method gives the response around it: read .data.'],
  ])('%# has an advice', (moves, advice) => {
    const { notes } = rewritten(`${CALL}.catch(String);`, { moves });
    expect(notes).toMatchObject([{ advice, subject: 'client.pets.whole', isOnce: true }]);
  });
});

check('results that are given whole now', [
  ['const x = await client.pets.part(); x;', 'const x = (await client.pets.part()).data; x;'],
  ['(await client.pets.part()).kind;', '(await client.pets.part()).data.kind;'],
  ['await client.pets.part();', 'await client.pets.part();'],
  ['client.pets.part();', 'client.pets.part();'],
  ['client.pets.part().then((x) => x.kind);', 'client.pets.part().then(({ data: x }) => x.kind);'],
  ['client.pets.part().then((data) => data.kind);', 'client.pets.part().then(({ data }) => data.kind);'],
  ['client.pets.part().then(x => x.kind);', 'client.pets.part().then(({ data: x }) => x.kind);'],
  [
    'client.pets.part().then(function (x) { return x; });',
    'client.pets.part().then(function ({ data: x }) { return x; });',
  ],
  ['client.pets.part().then(async x => x);', 'client.pets.part().then(async ({ data: x }) => x);'],
  ['const p = client.pets.part(); p;', 'const p = client.pets.part().then((result) => result.data); p;'],
  [
    'client.pets.part().then(String);',
    'client.pets.part().then(String);',
    'the promise is used otherwise than by its value',
  ],
  [
    "type T = Awaited<ReturnType<Acme['pets']['part']>>;",
    "type T = Awaited<ReturnType<Acme['pets']['part']>>['data'];",
  ],
]);

check(
  'mocks by names',
  [
    ["vi.spyOn(client.pets, 'get');", "vi.spyOn(client.pets, 'retrieve');"],
    ['vi.spyOn(client.pets, "get");', 'vi.spyOn(client.pets, "retrieve");'],
    ["spyOn(client.pets, 'get');", "spyOn(client.pets, 'retrieve');"],
    ["vi.other(client.pets, 'get');", "vi.other(client.pets, 'get');"],
    ['vi.spyOn(client.pets);', 'vi.spyOn(client.pets);'],
    ['vi.spyOn();', 'vi.spyOn();'],
    ["vi.spyOn(client.pets, String('get'));", "vi.spyOn(client.pets, String('get'));"],
    ["vi.spyOn(client.pets, 'stays');", "vi.spyOn(client.pets, 'stays');"],
    ["vi.spyOn(client, 'shop');", "vi.spyOn(client, 'store');"],
    [
      "vi.spyOn(client.pets, 'far');",
      "vi.spyOn(client.pets, 'far');",
      'client.pets.far is now client.store.near, which client.pets does not lead to',
    ],
    ["vi.spyOn(client.pets, 'gone');", "vi.spyOn(client.pets, 'gone');", 'client.pets.gone was removed'],
    [
      "declare const pet: Acme.Pet; vi.spyOn(pet, 'name');",
      "declare const pet: Acme.Pet; vi.spyOn(pet, 'title');",
    ],
    [
      "declare const own: { get: string }; vi.spyOn(own, 'get');",
      "declare const own: { get: string }; vi.spyOn(own, 'get');",
    ],
  ],
  'declare const vi: Record<string, (...all: unknown[]) => void>; declare const spyOn: (...all: unknown[]) => void;\n',
);

describe('a mock by name', () => {
  const by = (callee: string, from: string, key: string) => rewritten(`${callee}(${from}, '${key}');`);

  it.each(['spyOn', 'spyOnProperty', 'replaceProperty', 'method', 'getter', 'setter', 'stub', 'spy'])(
    'is made by %s',
    (callee) => {
      expect(by(callee, 'client.pets', 'get').text).toBe(`${callee}(client.pets, 'retrieve');`);
    },
  );

  it.each([
    ['client.pets', 'far', 'client.pets.far', 'Mock it there: client.store.'],
    ['client.pets', 'gone', 'client.pets.gone', 'Take the mock out.'],
    ['client.pets.toys', 'list', 'client.pets.toys.list', 'Mock it there: client.pets.'],
  ])('of %s, %s is left with an advice', (from, key, subject, advice) => {
    expect(by('spyOn', from, key).notes).toMatchObject([{ subject, advice }]);
  });
});
