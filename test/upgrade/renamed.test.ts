/** Names of types and classes that have another name, or are in another module, and how files name them. */
import { describe, expect, it } from 'vitest';
import type { Exposures } from '../../generator/upgrade/project/exposures.ts';
import type { Move } from '../../generator/upgrade/types.ts';
import { rewritten } from './rewrite-support.ts';

const moves: readonly Move[] = [
  { kind: 'declaration', before: 'resources/pets#Pets', after: 'resources/animals/animals#Animals' },
  { kind: 'declaration', before: 'resources/pets#PetListParams', after: 'resources/pets#ListParams' },
  { kind: 'declaration', before: 'funcs/pets-get#petsGet', after: 'funcs/animals-get#animalsGet' },
];

/** Module of the new SDK → what it gives. */
const GIVEN: Readonly<Record<string, readonly string[]>> = {
  '': ['Animals', 'Pet', 'ListParams', 'default', 'Acme'],
  '/resources/animals': ['Animals'],
  '/resources/animals.js': ['Animals'],
  '/dist/resources/animals': ['Animals'],
  '/resources/pets': ['Pet', 'ListParams', 'Answer', 'Toys'],
  '/resources/pets.js': ['Pet', 'ListParams', 'Answer', 'Toys'],
  '/dist/resources/pets': ['Pet', 'ListParams', 'Answer', 'Toys'],
  '/funcs/animals-get': ['animalsGet'],
};
const exposures: Exposures = {
  below: (key) =>
    key === 'resources/animals/animals#Animals'
      ? [['Animals'], ['API', 'Animals']]
      : key === 'resources/pets#ListParams'
        ? [['ListParams']]
        : [],
  gives: (subpath, name) => GIVEN[subpath]?.includes(name) === true,
  has: (subpath) => subpath in GIVEN,
};

type Rows = readonly (readonly [before: string, after: string])[];
const check = (title: string, rows: Rows, name = '/app/code.ts'): void => {
  describe(title, () => {
    it.each(rows)('%s', (before, after) => {
      expect(rewritten(before, { name, moves, exposures }).text).toBe(after);
    });
  });
};

check('imports', [
  ["import { Pets } from '@acme/api'; new Pets();", "import { Animals } from '@acme/api'; new Animals();"],
  ["import { Pets as P } from '@acme/api'; new P();", "import { Animals as P } from '@acme/api'; new P();"],
  [
    "import { Pets as Animals } from '@acme/api'; new Animals();",
    "import { Animals } from '@acme/api'; new Animals();",
  ],
  [
    "import { Pets } from '@acme/api'; const Animals = Pets; Animals;",
    "import { Animals as Pets } from '@acme/api'; const Animals = Pets; Animals;",
  ],
  [
    "import { Pets } from '@acme/api'; { const Animals = Pets; Animals; }",
    "import { Animals as Pets } from '@acme/api'; { const Animals = Pets; Animals; }",
  ],
  [
    "import { Pets } from '@acme/api'; ({ x: 1 } as any).Animals; new Pets();",
    "import { Animals } from '@acme/api'; ({ x: 1 } as any).Animals; new Animals();",
  ],
  [
    "import { Pets } from '@acme/api'; ({ Pets });",
    "import { Animals } from '@acme/api'; ({ Pets: Animals });",
  ],
  [
    "import { Pets } from '@acme/api'; export { Pets };",
    "import { Animals } from '@acme/api'; export { Animals as Pets };",
  ],
  [
    "import { Pets } from '@acme/api'; export { Pets as P };",
    "import { Animals } from '@acme/api'; export { Animals as P };",
  ],
  [
    "import { Pets } from '@acme/api'; let p: Pets; p!;",
    "import { Animals } from '@acme/api'; let p: Animals; p!;",
  ],
  [
    'import { Pets } from "@acme/api/resources/pets"; Pets;',
    'import { Animals } from "@acme/api/resources/animals"; Animals;',
  ],
  [
    "import { Pets } from '@acme/api/resources/pets.js'; Pets;",
    "import { Animals } from '@acme/api/resources/animals.js'; Animals;",
  ],
  [
    "import { Pets } from '@acme/api/dist/resources/pets'; Pets;",
    "import { Animals } from '@acme/api/dist/resources/animals'; Animals;",
  ],
  [
    "import { Pets } from '@acme/api/src/resources/pets'; Pets;",
    "import { Animals } from '@acme/api'; Animals;",
  ],
  [
    "import type { Pet } from '@acme/api/resources/pets'; let p: Pet; p!;",
    "import type { Pet } from '@acme/api/resources/pets'; let p: Pet; p!;",
  ],
  [
    "import { PetListParams } from '@acme/api/resources/pets'; let p: PetListParams; p!;",
    "import { ListParams } from '@acme/api/resources/pets'; let p: ListParams; p!;",
  ],
  [
    "import { petsGet } from '@acme/api/funcs/pets-get'; petsGet;",
    "import { animalsGet } from '@acme/api/funcs/animals-get'; animalsGet;",
  ],
  [
    "import { Pets, type Pet } from '@acme/api/resources/pets'; let p: Pet; p!; Pets;",
    "import { type Pet } from '@acme/api/resources/pets';\nimport { Animals } from '@acme/api/resources/animals'; let p: Pet; p!; Animals;",
  ],
  [
    "import type { Pets, Pet } from '@acme/api/resources/pets'; let p: Pet | Pets; p!;",
    "import type { Pet } from '@acme/api/resources/pets';\nimport type { Animals } from '@acme/api/resources/animals'; let p: Pet | Animals; p!;",
  ],
  [
    "import Own, { Pets } from '@acme/api'; Own; Pets;",
    "import Own, { Animals } from '@acme/api'; Own; Animals;",
  ],
  ["import '@acme/api';", "import '@acme/api';"],
  ["import { Pets } from './own'; Pets;", "import { Pets } from './own'; Pets;"],
  [
    "import * as funcs from '@acme/api/funcs/pets-get'; funcs.petsGet;",
    "import * as funcs from '@acme/api/funcs/animals-get'; funcs.animalsGet;",
  ],
  [
    "import * as all from '@acme/api'; new all.Pets();",
    "import * as all from '@acme/api'; new all.Animals();",
  ],
]);

check('exports', [
  ["export { Pets } from '@acme/api';", "export { Animals as Pets } from '@acme/api';"],
  ["export { Pets as P } from '@acme/api';", "export { Animals as P } from '@acme/api';"],
  ["export { Pets as Animals } from '@acme/api';", "export { Animals as Animals } from '@acme/api';"],
  [
    "export { Pets, type Pet } from '@acme/api/resources/pets';",
    "export { type Pet } from '@acme/api/resources/pets';\nexport { Animals as Pets } from '@acme/api/resources/animals';",
  ],
  [
    "export type { Pets, Pet } from '@acme/api/resources/pets'",
    "export type { Pet } from '@acme/api/resources/pets'\nexport type { Animals as Pets } from '@acme/api/resources/animals'",
  ],
  ["export * from '@acme/api/funcs/pets-get';", "export * from '@acme/api/funcs/animals-get';"],
  [
    "export * as funcs from '@acme/api/funcs/pets-get';",
    "export * as funcs from '@acme/api/funcs/animals-get';",
  ],
]);

check('names in a namespace', [
  ['let p: Acme.API.Pets; p!;', 'let p: Acme.API.Animals; p!;'],
  ['let p: Acme.Module.Pets; p!;', 'let p: Acme.API.Animals; p!;'],
  ['new Acme.API.Pets();', 'new Acme.API.Animals();'],
  ['let p: Acme.API.PetListParams; p!;', 'let p: Acme.ListParams; p!;'],
  ['let p: Acme.Pet; p!;', 'let p: Acme.Pet; p!;'],
  ['export { Acme as Own };', 'export { Acme as Own };'],
  ["let p: typeof import('@acme/api').Pets; p!;", "let p: typeof import('@acme/api').Animals; p!;"],
]);

describe('names that are in several modules now', () => {
  const own: readonly Move[] = [
    { kind: 'declaration', before: 'resources/pets#Pets', after: 'resources/animals/animals#Animals' },
    { kind: 'declaration', before: 'resources/pets#Toys', after: 'resources/games#Games' },
    { kind: 'declaration', before: 'resources/pets#PetListParams', after: 'resources/pets#ListParams' },
    { kind: 'declaration', before: 'resources/shop#Shop', after: 'resources/store/store#Store' },
  ];
  const given: Readonly<Record<string, readonly string[]>> = {
    '': ['default', 'Play', 'Acme'],
    '/resources/animals/animals': ['Animals', 'Cat'],
    '/resources/games': ['Games'],
    '/resources/pets': ['ListParams', 'Pet'],
    '/resources/store': ['Store'],
    '/resources/store.mjs': ['Store'],
    '/dist/esm/resources/store': ['Store'],
    '/dist/cjs/resources/store': ['Store'],
  };
  const exposed: Exposures = {
    ...{ below: () => [], has: (subpath) => subpath in given },
    gives: (subpath, name) => given[subpath]?.includes(name) === true,
  };
  const ANIMALS = "import { Animals } from '@acme/api/resources/animals/animals'";
  const [PETS, SHOP] = ['@acme/api/resources/pets', '@acme/api/resources/shop'];
  it.each<[before: string, after: string, causes: readonly number[]]>([
    [
      "import Own, { Pets } from '@acme/api'; Own; Pets;",
      `import Own from '@acme/api';\n${ANIMALS}; Own; Animals;`,
      [0, 0, 0],
    ],
    [
      "import Own,{Pets} from '@acme/api'; Own; Pets;",
      `import Own from '@acme/api';\n${ANIMALS}; Own; Animals;`,
      [0, 0, 0],
    ],
    [
      "import /* a, b */ Own,\n  { Pets } from '@acme/api'\nOwn; Pets;",
      `import /* a, b */ Own from '@acme/api'\n${ANIMALS}\nOwn; Animals;`,
      [0, 0, 0],
    ],
    [
      "import Own, { Play } from '@acme/api'; Own; Play;",
      "import Own, { Play } from '@acme/api'; Own; Play;",
      [],
    ],
    ["import { Play } from '@acme/api'; Play;", "import { Play } from '@acme/api'; Play;", []],
    [
      `import {Pets} from "${PETS}"; Pets;`,
      'import {Animals} from "@acme/api/resources/animals/animals"; Animals;',
      [0, 0, 0],
    ],
    [
      `import { Pets, Toys } from "${PETS}"; Pets; Toys;`,
      'import { Animals } from "@acme/api/resources/animals/animals";\nimport { Games } from "@acme/api/resources/games"; Animals; Games;',
      [0, 0, 1, 0, 1],
    ],
    [
      `import { Pet, PetListParams, Toys } from '${PETS}'; Toys; let p: Pet | PetListParams; p!;`,
      `import { Pet, ListParams } from '${PETS}';\nimport { Games } from '@acme/api/resources/games'; Games; let p: Pet | ListParams; p!;`,
      [1, 2, 1, 1, 2],
    ],
    [
      `import { Pets, Pets as Own, Pet } from '${PETS}'; Pets; Own; let p: Pet; p!;`,
      `import { Pet } from '${PETS}';\nimport { Animals, Animals as Own } from '@acme/api/resources/animals/animals'; Animals; Own; let p: Pet; p!;`,
      [0, 0, 0, 0],
    ],
    [
      `import { nothing, Pets } from '${PETS}'; Pets; nothing;`,
      `import { nothing } from '${PETS}';\n${ANIMALS}; Animals; nothing;`,
      [0, 0, 0],
    ],
    [`import {} from '${PETS}';`, `import {} from '${PETS}';`, []],
    [
      `import { Shop } from '${SHOP}.mjs'; Shop;`,
      "import { Store } from '@acme/api/resources/store.mjs'; Store;",
      [3, 3, 3],
    ],
    [
      "import { Shop } from '@acme/api/dist/esm/resources/shop'; Shop;",
      "import { Store } from '@acme/api/dist/esm/resources/store'; Store;",
      [3, 3, 3],
    ],
    [
      "import { Shop } from '@acme/api/dist/cjs/resources/shop'; Shop;",
      "import { Store } from '@acme/api/dist/cjs/resources/store'; Store;",
      [3, 3, 3],
    ],
    [
      `import * as all from '${SHOP}'; all.Shop;`,
      "import * as all from '@acme/api/resources/store'; all.Store;",
      [3, 3],
    ],
    [
      `import Own, * as all from '${SHOP}'; Own; all.Shop;`,
      `import Own, * as all from '${SHOP}'; Own; all.Store;`,
      [3],
    ],
    [
      "import * as all from '@acme/api/resources/all'; all;",
      "import * as all from '@acme/api/resources/all'; all;",
      [],
    ],
    ["export { default as Own } from '@acme/api';", "export { default as Own } from '@acme/api';", []],
    [
      `import { Pets } from '${PETS}'; Animals.run(Pets);`,
      `import { Animals as Pets } from '@acme/api/resources/animals/animals'; Animals.run(Pets);`,
      [0, 0],
    ],
    [
      `import { Pets } from '${PETS}'; let p: Animals.Kind; Pets;`,
      `import { Animals as Pets } from '@acme/api/resources/animals/animals'; let p: Animals.Kind; Pets;`,
      [0, 0],
    ],
    [
      `import { Pets } from '${PETS}'; let p: Own.Animals; Pets;`,
      `${ANIMALS}; let p: Own.Animals; Animals;`,
      [0, 0, 0],
    ],
  ])('%s', (before, after, causes) => {
    const found = rewritten(before, { moves: own, exposures: exposed });
    expect(found.text).toBe(after);
    expect(found.causes.map((move) => own.indexOf(move))).toEqual(causes);
  });

  it.each([
    [
      own.slice(1, 2),
      "import * as all from '@acme/api/resources/all'; all;",
      "import * as all from '@acme/api/resources/games'; all;",
    ],
    [own.slice(0, 1), `import * as all from '${PETS}'; all;`, `import * as all from '${PETS}'; all;`],
    [own.slice(0, 1), `vi.mock('${PETS}');`, `vi.mock('${PETS}');`],
  ])('%# a whole module: %s', (moves, before, after) => {
    expect(rewritten(before, { moves, exposures: exposed }).text).toBe(after);
  });

  it('without a move of their own are found by what the new SDK gives', () => {
    const code = `import { Cat, Pet } from '${PETS}'; let p: Cat | Pet; p!;`;
    const gives: Exposures['gives'] = (subpath, name) =>
      subpath === (name === 'Pet' ? '' : '/resources/pets');
    expect(rewritten(code, { moves: [], exposures: { ...exposed, gives } })).toMatchObject({
      text: `import { Cat } from '${PETS}';\nimport { Pet } from '@acme/api'; let p: Cat | Pet; p!;`,
      causes: [{ kind: 'declaration', before: 'resources/pets#Pet', after: 'resources/pets#Pet' }],
    });
  });
});

describe('a package with another name', () => {
  it.each([
    ["import { Pet } from '@acme/api'; let p: Pet; p!;", "import { Pet } from '@acme/new'; let p: Pet; p!;"],
    [
      "import Own, { Pet } from '@acme/api'; let p: Pet; p!; Own;",
      "import Own, { Pet } from '@acme/new'; let p: Pet; p!; Own;",
    ],
    [
      "import * as all from '@acme/api/resources/pets'; all;",
      "import * as all from '@acme/new/resources/pets'; all;",
    ],
    ["export * from '@acme/api';", "export * from '@acme/new';"],
    ["export { Pet as P } from '@acme/api';", "export { Pet as P } from '@acme/new';"],
    ["import '@acme/api';", "import '@acme/new';"],
    ["import own from '@acme/api-more'; own;", "import own from '@acme/api-more'; own;"],
    ['export {};', 'export {};'],
  ])('%s', (before, after) => {
    const { text, causes } = rewritten(before, { moves: [], packageName: '@acme/new' });
    expect(text).toBe(after);
    expect(causes[0]).toEqual({ kind: 'declaration', before: '@acme/api', after: '@acme/new' });
  });
});

describe('names in a class', () => {
  const own: readonly Move[] = [
    { kind: 'declaration', before: 'resources/pets#Toys', after: 'resources/pets#Games' },
    { kind: 'declaration', before: 'resources/pets#Toys.Toy', after: 'resources/pets#Games.Game' },
    { kind: 'declaration', before: 'resources/pets#Toys.Part', after: 'resources/pets#Part' },
    { kind: 'declaration', before: 'resources/pets#PetListParams', after: 'resources/pets#Deep.Params' },
    { kind: 'declaration', before: 'resources/pets#Pets', after: 'resources/pets#Animals' },
    { kind: 'declaration', before: 'resources/pets#Kind', after: 'resources/pets#Sort' },
  ];
  const below: Readonly<Record<string, readonly (readonly string[])[]>> = {
    'resources/pets#Games': [['API', 'Games']],
    'resources/pets#Games.Game': [['Game'], ['API', 'Games', 'Game']],
    'resources/pets#Part': [['API', 'Part']],
    'resources/pets#Deep.Params': [['API', 'Deep', 'Params']],
    'resources/pets#Animals': [
      ['API', 'Animals'],
      ['API', 'Pets'],
    ],
    'resources/pets#Answer': [['Answer']],
  };
  const exposed: Exposures = { below: (key) => below[key] ?? [], gives: () => true, has: () => true };
  it.each([
    ['let t: Acme.API.Toys.Toy; t!;', 'let t: Acme.API.Games.Game; t!;'],
    ['let t: Acme.API./* a */Toys./* b */Toy; t!;', 'let t: Acme.API./* a */Games./* b */Game; t!;'],
    ['let t: Acme.API.Toys.Part; t!;', 'let t: Acme.API.Part; t!;'],
    ['Acme.API.Toys.make();', 'Acme.API.Games.make();'],
    ['new Acme.API.Toys();', 'new Acme.API.Games();'],
    ['declare const t: Acme.API.Toys.Toy; t.Toy;', 'declare const t: Acme.API.Games.Game; t.Toy;'],
    ['let p: Acme.API.PetListParams; p!;', 'let p: Acme.API.Deep.Params; p!;'],
    ['let p: Acme.API.Pets; p!;', 'let p: Acme.API.Pets; p!;'],
    ['let p: Acme.API.Answer; p!;', 'let p: Acme.API.Answer; p!;'],
    ['let p: Acme.API.Kind; p!;', 'let p: Acme.API.Kind; p!;'],
    [
      "import * as all from '@acme/api/resources/pets'; let t: all.Toys.Toy; t!;",
      "import * as all from '@acme/api/resources/pets'; let t: all.Games.Game; t!;",
    ],
    [
      "import * as all from '@acme/api/resources/pets'; let t: all.Toys.Part; t!;",
      "import * as all from '@acme/api/resources/pets'; let t: all.Toys.Part; t!;",
    ],
    [
      "import * as all from '@acme/api/resources/pets'; all.Toys.make(); let a: all.Answer; a!;",
      "import * as all from '@acme/api/resources/pets'; all.Games.make(); let a: all.Answer; a!;",
    ],
    [
      "import * as all from '@acme/api'; let t: all.Acme.API.Toys.Toy; t!;",
      "import * as all from '@acme/api'; let t: all.Acme.API.Games.Game; t!;",
    ],
    [
      "import { Toys } from '@acme/api/resources/pets'; let t: Toys.Toy; t!; Toys.make();",
      "import { Games } from '@acme/api/resources/pets'; let t: Games.Game; t!; Games.make();",
    ],
    [
      "import { Toys as T } from '@acme/api/resources/pets'; let t: T.Toy; t!; T.make();",
      "import { Games as T } from '@acme/api/resources/pets'; let t: T.Game; t!; T.make();",
    ],
    [
      "import * as all from '@acme/api'; all.Play.make();",
      "import * as all from '@acme/api'; all.Play.make();",
    ],
    [
      "let t: import('@acme/api/resources/pets').Toys.Toy; t!;",
      "let t: import('@acme/api/resources/pets').Games.Game; t!;",
    ],
    ["let t: import('@acme/api').Play; t!;", "let t: import('@acme/api').Play; t!;"],
    ['(() => Acme)().API.Toys.make();', '(() => Acme)().API.Toys.make();'],
  ])('%s', (before, after) => {
    expect(rewritten(before, { moves: own, exposures: exposed }).text).toBe(after);
  });
});

check('modules in expressions', [
  ["const p: import('@acme/api').Pets = null!; p;", "const p: import('@acme/api').Animals = null!; p;"],
  [
    "const p: import('@acme/api/resources/pets').Pets = null!; p;",
    "const p: import('@acme/api/resources/animals').Animals = null!; p;",
  ],
  [
    "const p: import('@acme/api/resources/pets').Pet = null!; p;",
    "const p: import('@acme/api/resources/pets').Pet = null!; p;",
  ],
  [
    "const { Pets } = await import('@acme/api'); Pets;",
    "const { Animals: Pets } = await import('@acme/api'); Pets;",
  ],
  [
    "const { Pets: P } = await import('@acme/api'); P;",
    "const { Animals: P } = await import('@acme/api'); P;",
  ],
  [
    "const { Pets } = await import('@acme/api/resources/pets'); Pets;",
    "const { Animals: Pets } = await import('@acme/api/resources/animals'); Pets;",
  ],
  [
    "(await import('@acme/api/resources/pets')).Pets;",
    "(await import('@acme/api/resources/animals')).Animals;",
  ],
  [
    "const { Pets, Toys } = await import('@acme/api/resources/pets'); Pets; Toys;",
    "const { Animals: Pets, Toys } = await import('@acme/api/resources/pets'); Pets; Toys;",
  ],
  ["const all = await import('@acme/api'); all;", "const all = await import('@acme/api'); all;"],
  [
    "import api = require('@acme/api/funcs/pets-get'); api.petsGet;",
    "import api = require('@acme/api/funcs/animals-get'); api.animalsGet;",
  ],
  ["other('@acme/api');", "other('@acme/api');"],
  [
    "other('@acme/api/funcs/pets-get'); o.other('@acme/api/funcs/pets-get');",
    "other('@acme/api/funcs/pets-get'); o.other('@acme/api/funcs/pets-get');",
  ],
  [
    "const all = await import('@acme/api/funcs/pets-get'); all.petsGet;",
    "const all = await import('@acme/api/funcs/animals-get'); all.animalsGet;",
  ],
  ["import api = require('@acme/api'); api;", "import api = require('@acme/api'); api;"],
  ["import own = require('./own'); own;", "import own = require('./own'); own;"],
  ['require();', 'require();'],
  ["import(String('./own'));", "import(String('./own'));"],
  ["let p: typeof import('@acme/api'); p!;", "let p: typeof import('@acme/api'); p!;"],
  ["let p: import('./own').Pets; p!;", "let p: import('./own').Pets; p!;"],
  ["let p: import('@acme/api').default.API.Pets; p!;", "let p: import('@acme/api').default.API.Animals; p!;"],
  [
    "const { Other } = await import('@acme/api'); Other;",
    "const { Other } = await import('@acme/api'); Other;",
  ],
  [
    "const { Pet = 1, ...more } = (await import('@acme/api')) as any; Pet; more;",
    "const { Pet = 1, ...more } = (await import('@acme/api')) as any; Pet; more;",
  ],
  [
    "const { Pets: { name } } = await import('@acme/api'); name;",
    "const { Animals: { name } } = await import('@acme/api'); name;",
  ],
  [
    "const { 'Pets': P } = await import('@acme/api'); P;",
    "const { 'Pets': P } = await import('@acme/api'); P;",
  ],
  ["o[(await import('@acme/api')) as any].x;", "o[(await import('@acme/api')) as any].x;"],
]);

describe('a mock', () => {
  const of = (code: string) => rewritten(code, { moves, exposures });
  it.each(['mock', 'unmock', 'doMock', 'requireActual', 'importActual', 'requireMock'])(
    'of a module by %s follows it',
    (verb) => {
      const { text, notes } = of(`vi.${verb}('@acme/api/funcs/pets-get');`);
      expect(text).toBe(`vi.${verb}('@acme/api/funcs/animals-get');`);
      expect(notes).toEqual([]);
    },
  );

  it.each([
    ...['vi.mocked', 'vi.remock', 'mock', 'requires'].map(
      (callee) => `${callee}('@acme/api/funcs/pets-get');`,
    ),
    ...["vi.mock('@acme/api');", "vi.mock('@acme/api/none');", "vi.mock('./own');", 'vi.mock();'],
    "vi.mock('@acme/api/resources/pets');",
  ])('stays: %s', (code) => {
    expect(of(code)).toEqual({ text: code, notes: [], causes: [] });
  });

  it('with values of its own is shown to the user', () => {
    const { text, notes } = of("vi.mock('@acme/api/funcs/pets-get', () => ({ petsGet: 1 }));");
    expect(text).toBe("vi.mock('@acme/api/funcs/animals-get', () => ({ petsGet: 1 }));");
    expect(notes).toMatchObject([
      {
        reason: 'the module of this mock has moved, and what it exports may have other names',
        advice: 'Give the mock the names that the module exports now.',
        subject: '@acme/api/funcs/pets-get',
      },
    ]);
    expect(of("import('@acme/api/funcs/pets-get', {});").notes).toEqual([]);
    expect(of("vi.mock('@acme/api', () => ({}));").notes).toEqual([]);
  });
});

describe('names that the new SDK does not give', () => {
  const own: readonly Move[] = [
    { kind: 'declaration', before: 'resources/shop#Shop', after: 'resources/store#Store' },
    { kind: 'declaration', before: 'resources/pets#Toys', after: 'resources/animals/animals#Toys' },
  ];
  const gives = (subpath: string, name: string): boolean =>
    subpath === '/resources/animals' && name === 'Toys';
  const exposed: Exposures = { below: () => [], gives, has: (subpath) => subpath === '/resources/animals' };
  it.each([
    ...[
      "const all = await import('@acme/api/resources/shop'); all;",
      "const { Shop } = await import('@acme/api/resources/shop'); Shop;",
      "import { Shop } from '@acme/api/resources/shop'; Shop;",
      "import * as all from '@acme/api/resources/shop'; all;",
      "let s: import('@acme/api/resources/shop').Shop; s!;",
      "vi.mock('@acme/api/resources/shop', () => ({}));",
      'let s: import(String).Shop; s!;',
    ].map((code) => [code, code]),
    [
      "const { Toys } = await import('@acme/api/resources/pets'); Toys;",
      "const { Toys } = await import('@acme/api/resources/animals'); Toys;",
    ],
    [
      "let t: import('@acme/api/resources/pets').Toys; t!;",
      "let t: import('@acme/api/resources/animals').Toys; t!;",
    ],
  ])('%s', (before = '', after = '') => {
    expect(rewritten(before, { moves: own, exposures: exposed })).toMatchObject({ text: after, notes: [] });
  });
});

describe('names of the entry that have a move of their own', () => {
  const own: readonly Move[] = [{ kind: 'declaration', before: 'index#Old', after: 'index#Animals' }];
  it.each([
    ["import { Old } from '@acme/api'; Old;", "import { Animals } from '@acme/api'; Animals;"],
    [
      "import { Old } from '@acme/api/resources/pets'; Old;",
      "import { Old } from '@acme/api/resources/pets'; Old;",
    ],
    [
      "const { Old } = jest.requireActual('@acme/api'); Old;",
      "const { Animals: Old } = jest.requireActual('@acme/api'); Old;",
    ],
    ["let p: import('@acme/api').Old; p!;", "let p: import('@acme/api').Animals; p!;"],
    [
      "const { Old } = jest.requireActual('@acme/api/resources/pets'); Old;",
      "const { Old } = jest.requireActual('@acme/api/resources/pets'); Old;",
    ],
    [
      "let p: import('@acme/api/resources/pets').Old; p!;",
      "let p: import('@acme/api/resources/pets').Old; p!;",
    ],
    [
      "const { default: Own } = jest.requireActual('@acme/api'); Own;",
      "const { default: Own } = jest.requireActual('@acme/api'); Own;",
    ],
  ])('%s', (before, after) => {
    expect(rewritten(before, { moves: own, exposures }).text).toBe(after);
  });
});

check(
  'comments of code',
  [
    [
      "/** @type {import('@acme/api').Pets} */\nlet p; p;",
      "/** @type {import('@acme/api').Pets} */\nlet p; p;",
    ],
  ],
  '/app/code.js.ts',
);

check(
  'scripts of either kind',
  [
    [
      "/** @type {import('@acme/api').Pets} */\nlet p; p;",
      "/** @type {import('@acme/api').Animals} */\nlet p; p;",
    ],
  ],
  '/app/code.js',
);

check(
  'scripts',
  [
    [
      "const { Pets } = require('@acme/api'); new Pets();",
      "const { Animals: Pets } = require('@acme/api'); new Pets();",
    ],
    ["require('@acme/api/resources/pets').Pets;", "require('@acme/api/resources/animals').Animals;"],
    [
      "/** @type {import('@acme/api').Pets} */\nlet p; p;",
      "/** @type {import('@acme/api').Animals} */\nlet p; p;",
    ],
  ],
  '/app/code.cjs',
);
