/** Files that are rewritten and compiled: what is written, what is taken back, what is left to the user. */
import { describe, expect, it } from 'vitest';
import { memoryWorkshop } from '../../bench/upgrade/workshop.ts';
import type { Change } from '../../generator/diff/types.ts';
import { type Order, upgradeFiles } from '../../generator/upgrade/project/upgrade-files.ts';
import type { Move, Path, Upgraded } from '../../generator/upgrade/types.ts';

const OLD = {
  animal: '{ name: string; Pets?: unknown }',
  pet: "{ name: string; kind: 'cat' | 'dog'; title?: number }",
  pets: `{
  list(params?: { limit?: number }): Promise<Pet[]> { return null as any; }
  get(id: string): Promise<Pet> { return null as any; }
  far(a: string): Promise<void> { return null as any; }
  swap(a: string, b: string): Promise<void> { return null as any; }
  add(params: { kind: string }): Promise<Pet> { return null as any; }
  part(): Promise<{ data: Pet }> { return null as any; }
  old(): void {}
}`,
};
const NEW = {
  animal: '{ name: string }',
  pet: "{ title: string; kind: 'cat' | 'hound' }",
  pets: `{
  list(params?: { limit?: number }): Promise<{ data: Pet[] }> { return null as any; }
  retrieve(id: string): Promise<Pet> { return null as any; }
  far(b: number): Promise<void> { return null as any; }
  swap(b: string, a: string): Promise<void> { return null as any; }
  add(params: { kind: string; size: number }): Promise<Pet> { return null as any; }
  part(): Promise<Pet> { return null as any; }
}`,
};
const treeOf = ({ pet, pets, animal }: typeof OLD, name = '@acme/api') => ({
  name,
  files: [
    {
      path: 'src/index.ts',
      text: `export { Acme as default, Acme } from './client.ts';
export { type Pet, type Animal, Pets, Animals } from './pets.ts';\n`,
    },
    {
      path: 'src/client.ts',
      text: `import { Pets } from './pets.ts';\nexport class Acme { pets: Pets = null as any }\n`,
    },
    {
      path: 'src/pets.ts',
      text: `export interface Pet ${pet}
export interface Animal ${animal}
export class Pets ${pets}
export class Animals {}
`,
    },
    { path: 'src/extra.ts', text: 'export class Beasts {}\n' },
  ],
});

const NAME: Move = { kind: 'member', owner: 'pets#Pet', before: 'name', after: 'title', because: 'declared' };
const GET: Move = { kind: 'method', before: ['pets', 'get'], after: ['pets', 'retrieve'] };
const DOG: Move = { kind: 'value', list: ['cat', 'dog'], before: 'dog', after: 'hound' };
const LIKELY: Move = { ...NAME, because: 'likeness' };
const SWAP: Move = {
  ...{ kind: 'arguments', method: ['pets', 'swap'], named: [] },
  positional: [
    { kind: 'positional', index: 1 },
    { kind: 'positional', index: 0 },
  ],
  before: { positional: 2, params: 'none' },
  after: { positional: 2, params: 'none' },
};
const PART: Move = { kind: 'result', method: ['pets', 'part'], before: [], after: ['data'] };

const change = (rule: string, subject: string, more: Partial<Change> = {}): Change =>
  ({
    rule,
    subject,
    message: `${subject} changed`,
    source: ['call'],
    runtime: 'same',
    reach: [],
    ...more,
  }) as Change;
const SHORTER = change('list-shortened', 'GET /pets', {
  reach: [{ operation: 'GET /pets', symbol: 'client.pets.list', where: [] }],
});
const WANTED = change('property-added-required', 'params.size', {
  message: "the property 'size' is required",
  reach: [{ operation: 'POST /pets', symbol: 'client.pets.add', where: [] }],
});

interface Given {
  readonly moves?: readonly Move[];
  readonly changes?: readonly Change[];
  readonly isDone?: boolean;
  readonly name?: string;
  readonly fresh?: Partial<typeof NEW>;
}

const HEAD = "import Acme, { type Pet, type Animal } from '@acme/api';\n";
const DECLARED = 'declare const client: Acme; declare const pet: Pet; declare const animal: Animal;\n';
const WORKSHOP = { ...memoryWorkshop(), options: { ...memoryWorkshop().options, lib: ['lib.es2022.d.ts'] } };
const methods = ['list', 'get', 'far', 'swap', 'add', 'part', 'old'];

function upgraded(
  code: string | Readonly<Record<string, string>>,
  { moves = [NAME, GET, DOG, SWAP, PART], changes = [], isDone = false, name, fresh }: Given = {},
): Upgraded {
  const files = typeof code === 'string' ? { '/app/code.ts': HEAD + DECLARED + code } : code;
  const resources = new Map([['pets', {}]]);
  const now = (method: string): Path => ['pets', method === 'get' ? 'retrieve' : method];
  const order = {
    ...{ files: new Map(Object.entries(files)), workshop: WORKSHOP, changes },
    ...{ before: treeOf(OLD), after: treeOf({ ...NEW, ...fresh }, name) },
    moves: {
      all: moves,
      base: {
        ...{ plan: { types: new Map(), pages: [] }, functions: new Map(), resources },
        paths: new Map<string, Path>([
          ['client#Acme', []],
          ['pets#Pets', ['pets']],
        ]),
        methods: new Map(methods.map((method) => [`pets.${method}`, {}])),
      },
      revision: {
        ...{ methods: new Map([['pets.old', {}]]), resources },
        plan: { layout: { root: { module: 'client', className: 'Acme' } } },
      },
      paths: new Map(
        methods.filter((method) => method !== 'old').map((method) => [`pets.${method}`, now(method)]),
      ),
    },
    done: new Set(isDone ? ['/app/code.ts'] : []),
  };
  return upgradeFiles(order as unknown as Order);
}

const textOf = ({ files }: Upgraded): string | undefined => files[0]?.after.replace(HEAD + DECLARED, '');

describe('what is written', () => {
  it('is given with the text before and the number of edits', () => {
    const code = "pet.name; client.pets.get('1');\n";
    expect(upgraded(code)).toEqual({
      files: [
        {
          path: '/app/code.ts',
          before: HEAD + DECLARED + code,
          after: `${HEAD}${DECLARED}pet.title; client.pets.retrieve('1');\n`,
          edits: 2,
        },
      ],
      ...{ left: [], guesses: [], unknown: [], ambiguous: [] },
    });
  });

  it('is nothing where nothing changes', () => {
    expect(upgraded('animal.name;')).toEqual({
      ...{ files: [], left: [], guesses: [], unknown: [], ambiguous: [] },
    });
  });

  it('knows modules that the code does not import', () => {
    const moves: readonly Move[] = [{ kind: 'declaration', before: 'pets#Pets', after: 'extra#Beasts' }];
    const { files } = upgraded({ '/app/code.ts': "import { Pets } from '@acme/api/pets'; Pets;" }, { moves });
    expect(files[0]?.after).toBe("import { Beasts } from '@acme/api/extra'; Beasts;");
  });

  it('is told apart by file', () => {
    const { files, left } = upgraded({
      '/app/a.ts': `${HEAD}declare const pet: Pet; pet.name; new Acme().pets.old(); animal;`,
      '/app/b.ts': `${HEAD}declare const animal: Animal; animal.name; new Acme().pets.old();`,
    });
    expect(files.map(({ path }) => path)).toEqual(['/app/a.ts']);
    expect(left.map(({ file }) => file)).toEqual(['/app/a.ts', '/app/b.ts']);
  });

  it('follows the name of the package', () => {
    const { files, left } = upgraded('pet.name;', { name: '@acme/new' });
    expect(files[0]?.after).toBe(`${HEAD.replace('api', 'new')}${DECLARED}pet.title;`);
    expect(left).toEqual([]);
  });

  it('names the renames that are guessed, each of them once', () => {
    const code = "pet.name; pet.name; client.pets.get('1');";
    expect(upgraded(code, { moves: [LIKELY, GET] }).guesses).toEqual([LIKELY]);
    expect(upgraded(code, { moves: [NAME, GET] }).guesses).toEqual([]);
  });
});

describe('code that a further run must not change', () => {
  it.each<[string, boolean, Given?]>([
    ["client.pets.swap('a', 'b');", true],
    ["client.pets.get('1');", false],
    ['(await client.pets.part()).data.kind;', true],
    ["client.pets.get('1');", true, { isDone: true }],
  ])('%s: %s', (code, is, given) => {
    expect(upgraded(code, given).ambiguous).toEqual(is ? ['/app/code.ts'] : []);
  });

  it('is in files in order', () => {
    const text = `${HEAD}declare const client: Acme; client.pets.swap('a', 'b');`;
    expect(upgraded({ '/app/b.ts': text, '/app/a.ts': text }).ambiguous).toEqual(['/app/a.ts', '/app/b.ts']);
  });

  it.each([
    ["client.pets.swap('a', 'b'); pet.name;", "client.pets.swap('b', 'a'); pet.title;", false],
    ["client.pets.swap('a', 'b'); pet.name;", "client.pets.swap('a', 'b'); pet.title;", true],
  ])('%# %s', (code, expected, isDone) => {
    expect(textOf(upgraded(code, { isDone }))).toBe(expected);
  });

  it.each([false, true])('has the notes for a first run alone in a first run; done: %s', (isDone) => {
    const { left } = upgraded('await client.pets.list();\nclient.pets.list().catch(String);', {
      ...{ isDone, changes: [SHORTER] },
      fresh: { pets: OLD.pets },
    });
    expect(left).toEqual(
      isDone
        ? []
        : [3, 4].map((line) =>
            expect.objectContaining({
              ...{ file: '/app/code.ts', line, finding: 'list-shortened: GET /pets changed' },
              reason: 'the list came whole, and this may be its first part only',
            }),
          ),
    );
  });

  it('has no note about other changes of a list', () => {
    const changes = [{ ...SHORTER, rule: 'list-reordered' as Change['rule'] }];
    expect(upgraded('await client.pets.list();', { changes, fresh: { pets: OLD.pets } }).left).toEqual([]);
  });

  it('has the other notes in every run', () => {
    const code = "const list: [string, string] = ['a', 'b']; client.pets.swap(...list);";
    const reasons = (isDone: boolean): readonly string[] =>
      upgraded(code, { isDone }).left.map(({ reason }) => reason);
    expect(reasons(false)).toEqual(['its arguments are spread, so their places are not known']);
    expect(reasons(true)).toEqual(reasons(false));
  });
});

describe('an edit that does not compile', () => {
  const BROKEN = "Property 'title' does not exist on type 'Pet'. Did you mean 'titles'?";
  const fresh = { pet: "{ name: string; titles: string; kind: 'cat' | 'dog' }" };
  const NOTE = {
    reason: `what was to be written there does not compile: ${BROKEN}`,
    advice: 'It compiles as it stands. See whether it still means what it should.',
  };

  it('is taken back where the code compiles without it', () => {
    const changes = [change('property-renamed', 'Pet.name')];
    const { files, left, guesses } = upgraded('pet.name;', { fresh, moves: [LIKELY], changes });
    expect({ files, guesses }).toEqual({ files: [], guesses: [] });
    const finding = 'property-renamed: Pet.name changed';
    expect(left).toMatchObject([{ ...NOTE, line: 3, column: 5, excerpt: 'pet.name;', finding }]);
  });

  it.each([
    ["pet.name; client.pets.get('1');", "pet.name; client.pets.retrieve('1');"],
    ["client.pets.get('1'); pet.name;", "client.pets.retrieve('1'); pet.name;"],
    ["{ pet.name; client.pets.get('1'); }", "{ pet.name; client.pets.retrieve('1'); }"],
    [
      "class Own { a() { pet.name; }\n  b = client.pets.get('1'); c = pet.name; } new Own();",
      "class Own { a() { pet.name; }\n  b = client.pets.retrieve('1'); c = pet.name; } new Own();",
    ],
    [
      "if (pet.kind) { client.pets.get('1'); pet.name; }",
      "if (pet.kind) { client.pets.retrieve('1'); pet.name; }",
    ],
    ["client.pets.get('1')\npet.name", "client.pets.retrieve('1')\npet.name"],
    ["pet.name;client.pets.get('1');", "pet.name;client.pets.retrieve('1');"],
    [
      "[() => { pet.kind; }, pet.name];client.pets.get('1');",
      "[() => { pet.kind; }, pet.name];client.pets.retrieve('1');",
    ],
  ])('with its statement alone: %s', (code, expected) => {
    const { left, ...rest } = upgraded(code, { fresh, moves: [NAME, GET] });
    expect(textOf(rest as Upgraded)).toBe(expected);
    expect(left.every(({ reason }) => reason === NOTE.reason)).toBe(true);
    expect(left).toHaveLength(code.startsWith('class') ? 2 : 1);
  });

  it('takes with it what its statement has', () => {
    const moves: readonly Move[] = [NAME, { ...NAME, owner: 'pets#Animal', after: 'label' }];
    const animal = '{ name: string; label: string }';
    const given = { fresh: { ...fresh, animal }, moves };
    expect(upgraded('String(pet.name + animal.name);', given).files).toEqual([]);
    expect(textOf(upgraded('pet.name; animal.name;', given))).toBe('pet.name; animal.label;');
  });

  it('stays where the code does not compile without it either', () => {
    const { left, ...rest } = upgraded('pet.name;', { fresh: { pet: '{ kind: string }' } });
    expect(textOf(rest as Upgraded)).toBe('pet.title;');
    expect(left).toMatchObject([
      {
        reason: "Property 'title' does not exist on type 'Pet'.",
        advice: 'Adapt the code to what the new SDK says.',
      },
    ]);
  });

  it('is taken back where the old SDK rejects the statement after it', () => {
    expect(upgraded('pet.name;none;', { fresh }).files).toEqual([]);
    expect(textOf(upgraded('none(pet.name);', { fresh }))).toBe('none(pet.title);');
  });

  it('stays where the old SDK rejects the statement, too', () => {
    const { left, unknown, ...rest } = upgraded('pet.name + pet.none;', { fresh });
    expect(textOf(rest as Upgraded)).toBe('pet.title + pet.none;');
    expect({ left, unknown }).toMatchObject({
      left: [{ reason: BROKEN }],
      unknown: [{ file: '/app/code.ts', reason: "Property 'none' does not exist on type 'Pet'." }],
    });
  });

  it('says nothing of texts that are only like a value', () => {
    const moves = [DOG];
    const code =
      "declare const k: Pet['kind']; const own: 'cat' | 'dog' = k; own;\nconst x: Pet['kind'] = 'dog'; x;";
    const { files, left } = upgraded(code, { moves, fresh: { pet: OLD.pet } });
    expect({ files, left }).toEqual({ files: [], left: [] });
    const both = "String(pet.name + (pet.kind === 'dog' ? 1 : 2));";
    expect(upgraded(both, { moves: [DOG, NAME], fresh }).left.length).toBeGreaterThan(0);
  });

  it('is not written where the old SDK rejects it', () => {
    const { files, left, unknown } = upgraded("client.pets.swap(1, 'b');");
    expect({ files, left, unknown: unknown.length }).toEqual({ files: [], left: [], unknown: 1 });
  });
});

describe('code that is left', () => {
  it('is what the new SDK rejects', () => {
    const { left, unknown } = upgraded("\nclient.pets.far('a');", {
      changes: [change('parameter-type-changed', 'client.pets.far()')],
    });
    expect(unknown).toEqual([]);
    const place = { line: 4, column: 17, excerpt: "client.pets.far('a');" };
    expect(left).toEqual([
      {
        ...{ ...place, file: '/app/code.ts', before: place },
        reason: "Argument of type 'string' is not assignable to parameter of type 'number'.",
        finding: 'parameter-type-changed: client.pets.far() changed',
        advice: 'Adapt the code to what the new SDK says.',
      },
    ]);
  });

  it('has its place in the old text and in the new', () => {
    const { left } = upgraded("client.pets.get('1'); client.pets.far('a');", { moves: [GET] });
    expect(left).toMatchObject([{ column: 44, before: { column: 39 } }]);
  });

  it('is unknown where both SDKs reject it', () => {
    const { left, unknown } = upgraded("client.pets.get('1'); const a: string = 1; a;");
    expect(left).toEqual([]);
    expect(unknown).toMatchObject([
      {
        ...{ file: '/app/code.ts', reason: "Type 'number' is not assignable to type 'string'." },
        ...{ line: 3, column: 34, before: { column: 29 } },
      },
    ]);
  });

  it('is known by its line and the kind of fault', () => {
    const { left, unknown } = upgraded("const a: string = 1; a;\nclient.pets.far('a'); pet.none;");
    expect(unknown.map(({ line, reason }) => [line, reason])).toEqual([
      [3, "Type 'number' is not assignable to type 'string'."],
      [4, "Property 'none' does not exist on type 'Pet'."],
    ]);
    expect(left.map(({ line }) => line)).toEqual([4]);
  });

  it('is marked where a value is wanted', () => {
    const { files, left } = upgraded("client.pets.add({ kind: 'a' });", { changes: [WANTED] });
    expect(files).toMatchObject([{ edits: 1 }]);
    expect(files[0]?.after).toContain(
      "client.pets.add({ kind: 'a' /* TODO(sdk upgrade): the property 'size' is required */ });",
    );
    expect(left).toMatchObject([{ finding: "property-added-required: the property 'size' is required" }]);
  });

  it('is shown where two edits of a place do not go together', () => {
    const moves: readonly Move[] = [
      { kind: 'member', owner: 'pets#Animal', before: 'Pets', after: 'Beasts', because: 'declared' },
      { kind: 'declaration', before: 'pets#Pets', after: 'pets#Animals' },
    ];
    const code = "import { Pets } from '@acme/api'; const a: Animal = { name: '', Pets }; a;";
    const { left, ...rest } = upgraded(code, {
      moves,
      fresh: { animal: '{ name: string; Beasts?: unknown }' },
    });
    expect(textOf(rest as Upgraded)).toBe(code.replace('{ Pets }', '{ Animals }'));
    const [first] = left;
    expect(first).toMatchObject({
      reason: 'two changes of this place do not go together',
      advice: 'Write it anew by hand.',
      before: { column: code.lastIndexOf('Pets }') + 1 },
    });
  });
});
