/** A file that is rewritten by moves that are written by hand, for an SDK of a few lines. */
import { memoryWorkshop } from '../../bench/upgrade/workshop.ts';
import { apply, settle } from '../../generator/upgrade/project/edits.ts';
import type { Exposures } from '../../generator/upgrade/project/exposures.ts';
import { faultsIn, meets } from '../../generator/upgrade/project/faults.ts';
import { rewriteFile } from '../../generator/upgrade/project/rewrite.ts';
import { type Note, type Scene, indexMoves } from '../../generator/upgrade/project/scene.ts';
import { sdkProgram } from '../../generator/upgrade/project/sdk-program.ts';
import type { Move, Path } from '../../generator/upgrade/types.ts';

/** The SDK that the code was written for. */
const OLD = {
  'src/index.ts': `export { Acme as default, Acme } from './client.ts';
export { Toys as Play } from './resources/pets.ts';
export { Pets, type Pet, type PetListParams } from './resources/pets.ts';
`,
  'src/client.ts': `import * as API from './resources/pets.ts';
import { Shop } from './resources/shop.ts';
export class Acme {
  pets: API.Pets = null as any;
  shop: Shop = null as any;
}
export declare namespace Acme {
  export { API as Module };
  export { API };
  export { Shop as Shop };
}
export declare namespace Acme {
  export type Pet = API.Pet;
  export type shop = API.Pet;
}
`,
  'src/resources/pets.ts': `export interface Pet {
  name: string;
  kind: 'cat' | 'dog';
  owner?: { name: string };
  'birth-day': string;
  bark: () => void;
}
export interface Cat { name: string; purrs: boolean }
export type Kind = 'cat' | 'dog';
export interface PetListParams { limit?: number; order?: 'up' | 'down'; sort: string }
export interface Answer { data: Pet; total: number }
export class Toys {
  static make(): Toys { return null as any; }
  list(): Promise<string[]> { return null as any; }
}
export declare namespace Toys {
  export interface Toy { Toy: string; part: Part }
  export interface Part { id: string }
}
export class Pets {
  toys: Toys = null as any;
  list(params?: PetListParams, options?: object): Promise<Pet[]> { return null as any; }
  get(id: string, options?: object): Promise<Pet> { return null as any; }
  gone(): Promise<void> { return null as any; }
  stays(pet: Pet): Promise<Pet> { return null as any; }
  far(): Promise<Pet> { return null as any; }
  swap(a: string, b: string, options?: object): Promise<void> { return null as any; }
  name(id: string, params: { a: string; b?: string }, options?: object): Promise<void> { return null as any; }
  place(params: { id: string; a?: string } | null | undefined, options?: object): Promise<void> { return null as any; }
  more(params?: { id?: string }, options?: object): Promise<void> { return null as any; }
  bare(options?: object): Promise<void> { return null as any; }
  whole(): Promise<Answer> { return null as any; }
  part(): Promise<Pet> { return null as any; }
  any(...all: any[]): Promise<void> { return null as any; }
}
`,
  'src/resources/shop.ts': `export class Shop { open(): Promise<void> { return null as any; } }
`,
  'src/resources/all.ts': `export { Toys } from './pets.ts';
export { Shop } from './shop.ts';
export { nothing } from './none.ts';
`,
  'src/funcs/pets-get.ts': `import { Acme } from '../client.ts';
export function petsGet(client: Acme, id: string): Promise<void> { return null as any; }
export function petsOther(client: Acme): void {}
export function petsSwap(client: Acme, a: string, b: string): Promise<void> { return null as any; }
`,
};

const KEY = 'resources/pets#Pets';
const slots = (positional: number, params: 'none' | 'optional' | 'required') => ({ positional, params });
const args = (method: string, more: object): Move =>
  ({ kind: 'arguments', method: ['pets', method], positional: [], named: [], ...more }) as unknown as Move;

export const MOVES: readonly Move[] = [
  { kind: 'member', owner: 'resources/pets#Pet', before: 'name', after: 'title', because: 'declared' },
  {
    kind: 'member',
    owner: 'resources/pets#Pet',
    before: 'birth-day',
    after: 'birthDay',
    because: 'declared',
  },
  {
    kind: 'member',
    owner: 'resources/pets#PetListParams',
    before: 'limit',
    after: 'page-size',
    because: 'declared',
  },
  { kind: 'value', list: ['cat', 'dog'], before: 'dog', after: "dog's" },
  { kind: 'method', before: ['pets', 'get'], after: ['pets', 'retrieve'] },
  { kind: 'method', before: ['pets', 'far'], after: ['store', 'near'] },
  { kind: 'method', before: ['pets', 'toys', 'list'], after: ['pets', 'toyList'] },
  { kind: 'resource', before: ['shop'], after: ['store'] },
  args('swap', {
    ...{ before: slots(2, 'none'), after: slots(2, 'none') },
    positional: [
      { kind: 'positional', index: 1 },
      { kind: 'positional', index: 0 },
    ],
  }),
  args('name', {
    ...{ before: slots(1, 'required'), after: slots(1, 'required') },
    ...{ positional: [{ kind: 'named', name: 'a' }], named: [{ name: 'id', index: 0 }] },
  }),
  args('place', {
    ...{ before: slots(0, 'required'), after: slots(1, 'optional') },
    positional: [{ kind: 'named', name: 'id' }],
  }),
  args('more', { before: slots(0, 'optional'), after: slots(0, 'required'), positional: [] }),
  args('bare', { before: slots(0, 'none'), after: slots(0, 'optional'), positional: [] }),
  { kind: 'result', method: ['pets', 'whole'], before: [], after: ['data'] },
  { kind: 'result', method: ['pets', 'part'], before: ['data'], after: [] },
];

const METHODS = [
  'list',
  'get',
  'gone',
  'stays',
  'far',
  'swap',
  'name',
  'place',
  'more',
  'bare',
  'whole',
  'part',
  'any',
];
const NEW: Readonly<Record<string, Path>> = { get: ['pets', 'retrieve'], far: ['store', 'near'] };
const GET = { resource: { properties: ['pets'] }, layout: { name: 'get' } };
const SWAP = { resource: { properties: ['pets'] }, layout: { name: 'swap' } };

const MOVED = {
  all: MOVES,
  base: {
    plan: { types: new Map(), pages: [] },
    paths: new Map<string, Path>([
      ['client#Acme', []],
      [KEY, ['pets']],
      ['resources/pets#Toys', ['pets', 'toys']],
      ['resources/shop#Shop', ['shop']],
    ]),
    methods: new Map([
      ...METHODS.map((name) => [`pets.${name}`, {}] as const),
      ['pets.toys.list', {}],
      ['shop.open', {}],
    ]),
    resources: new Map(['pets', 'pets.toys', 'shop'].map((name) => [name, {}])),
    functions: new Map([
      [GET, 'funcs/pets-get#petsGet'],
      [SWAP, 'funcs/pets-get#petsSwap'],
    ]),
  },
  revision: {
    methods: new Map([['pets.gone', {}]]),
    resources: new Map(['pets', 'store'].map((name) => [name, {}])),
  },
  paths: new Map<string, Path>([
    ...METHODS.filter((name) => name !== 'gone').map(
      (name) => [`pets.${name}`, NEW[name] ?? ['pets', name]] as const,
    ),
    ['pets.toys.list', ['pets', 'toyList']],
    ['shop.open', ['store', 'open']],
  ]),
};

const PARTS = ['pets.toys', 'shop', 'pets'];

/** What is moved as `places` say, with what is below it; all else stays. */
function moved(places: Readonly<Record<string, string>>) {
  const now = (path: string): Path => {
    const start = [path, ...PARTS].find((each) => each in places && `${path}.`.startsWith(`${each}.`)) ?? '';
    return `${places[start] ?? start}${path.slice(start.length)}`.split('.');
  };
  const moves = Object.entries(places).map(([before, after]) => ({
    ...{ kind: PARTS.includes(before) ? 'resource' : 'method' },
    ...{ before: before.split('.'), after: after.split('.') },
  }));
  const resources = new Map(PARTS.map((path) => [now(path).join('.'), {}]));
  const paths = new Map([...MOVED.base.methods.keys()].map((path) => [path, now(path)]));
  return { ...MOVED, all: moves as readonly Move[], paths, revision: { methods: new Map(), resources } };
}

/** Without the types of browsers, which take most of the time and which no case needs. */
const WORKSHOP = { ...memoryWorkshop(), options: { ...memoryWorkshop().options, lib: ['lib.es2022.d.ts'] } };

interface Setting {
  readonly name?: string;
  readonly moves?: readonly Move[];
  /** Instead of moves: old and new path of methods and resources. */
  readonly places?: Readonly<Record<string, string>> | undefined;
  readonly packageName?: string;
  readonly exposures?: Exposures;
}

/** Every module gives every name. */
const ALL: Exposures = { below: () => [], gives: () => true, has: () => true };

export interface Rewritten {
  readonly text: string;
  readonly notes: readonly Note[];
  /** Why each edit was made. */
  readonly causes: readonly Move[];
}

/** What becomes of a file with this text. */
export function rewritten(
  code: string,
  { name = '/app/code.ts', moves = MOVES, places, packageName = '@acme/api', exposures = ALL }: Setting = {},
): Rewritten {
  const text = `import Acme from '@acme/api';\ndeclare const client: Acme;\n${code}`;
  const sdk = { name: '@acme/api', files: Object.entries(OLD).map(([path, own]) => ({ path, text: own })) };
  const old = sdkProgram(WORKSHOP, new Map([[name, text]]), sdk);
  const file = old.program.getSourceFile(name);
  if (file === undefined) throw new Error('no file');
  const faults = faultsIn(old.program, name);
  const scene: Scene = {
    ...{ file, checker: old.checker, old, packageName, edits: [], notes: [] },
    index: indexMoves(
      (places === undefined ? { ...MOVED, all: moves } : moved(places)) as unknown as Parameters<
        typeof indexMoves
      >[0],
    ),
    exposures,
    shortenedList: (path) =>
      places === undefined && path.join('.') === 'pets.list'
        ? ({ rule: 'list-shortened' } as never)
        : undefined,
    isFaulty: (span) => meets(faults, span),
  };
  rewriteFile(scene);
  const { edits } = settle(scene.edits);
  const result = apply(text, edits).text;
  return {
    ...{ text: result.slice(result.indexOf('client: Acme;\n') + 14), notes: scene.notes },
    causes: edits.map(({ move }) => move),
  };
}
