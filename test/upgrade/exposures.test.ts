/** How code can name a declaration of the new SDK. */
import { describe, expect, it } from 'vitest';
import { memoryWorkshop } from '../../bench/upgrade/workshop.ts';
import { type Exposures, exposuresOf } from '../../generator/upgrade/project/exposures.ts';
import { sdkProgram } from '../../generator/upgrade/project/sdk-program.ts';

const FILES: Readonly<Record<string, string>> = {
  'src/index.ts': `export { Acme as default, Acme } from './client.ts';
export { type Pet as Beast } from './resources/pets.ts';
export { none } from './none.ts';
`,
  'src/client.ts': `import * as API from './resources/pets.ts';
import { Loop } from './loop.ts';
export class Acme { static make(): void {} }
export class Other {}
export declare namespace Acme {
  export { API };
  export { Loop };
  export { Acme as Own };
  export type Pet = API.Pet;
  export { type Pet as Hound } from './resources/pets.ts';
  export { Pets } from './resources/pets.ts';
  export { type none } from './none.ts';
}
`,
  'src/resources/pets.ts': `export interface Pet { name: string }
export class Pets { prototypes = 1 }
export declare namespace Pets { export interface Params { limit: number } }
export class Toys {}
`,
  'src/loop.ts': `import { Pets } from './resources/pets.ts';
export declare namespace Loop { export { Loop as Self, Other, Pets }; export interface Deep { a: 1 } }
export declare namespace Other { export { Loop as Back } }
`,
  'src/alone.ts': 'export const A = 1;\n',
};
const { options } = memoryWorkshop();
const sdk = sdkProgram(
  { ...memoryWorkshop(), options: { ...options, lib: ['lib.es2022.d.ts'] } },
  new Map(),
  {
    ...{ name: '@acme/api', isWhole: true },
    files: Object.entries(FILES).map(([path, text]) => ({ path, text })),
  },
);
/** Anew for each test: it keeps what it found. */
const open = (): Exposures => exposuresOf(sdk, 'client#Acme');

const OTHER = ['Loop.Other', 'Loop.Other.Back.Other', 'Loop.Other.Back.Other.Back.Other'];
const PETS = ['Pets', 'Loop.Pets', 'Loop.Other.Back.Pets', 'Loop.Other.Back.Other.Back.Pets'];

describe('names below the client', () => {
  it.each([
    ['resources/pets#Pets', PETS],
    ['resources/pets#Pets.Params', PETS.slice(0, 3).map((path) => `${path}.Params`)],
    ['resources/pets#Pet', ['Hound']],
    ['resources/pets#Toys', []],
    ['client#Acme.Pet', ['Pet']],
    ['client#Other', []],
    ['loop#Other', OTHER],
    ['none', []],
  ])('of %s are %j', (key, expected) => {
    expect(
      open()
        .below(key)
        .map((path) => path.join('.')),
    ).toEqual(expected);
  });

  it.each(['client#None', 'none#Acme', 'client', ''])('are none where %j is no client', (key) => {
    const found: Exposures = exposuresOf(sdk, key);
    expect(found.below('resources/pets#Pets')).toEqual([]);
  });
});

describe('modules', () => {
  it.each([
    ['', 'Acme', 'client#Acme', true],
    ['', 'default', 'client#Acme', true],
    ['', 'Acme', 'client#Other', false],
    ['', 'Beast', 'resources/pets#Pet', true],
    ['', 'Pet', 'resources/pets#Pet', false],
    ['', 'none', 'index#none', true],
    ['', 'other', 'index#other', false],
    ['/resources/pets', 'Pet', 'resources/pets#Pet', true],
    ['/resources/pets.js', 'Pet', 'resources/pets#Pet', true],
    ['/resources/pets', 'Pet', 'index#Pet', true],
    ['/resources/none', 'Pet', 'resources/pets#Pet', false],
    ['/resources/none', 'Pet', 'index#Pet', false],
  ])('%j gives %s as %s: %s', (subpath, name, key, expected) => {
    const { gives } = open();
    expect([gives(subpath, name, key), gives(subpath, name, key)]).toEqual([expected, expected]);
  });

  it.each([
    ['', true],
    ['/alone', true],
    ['/resources/pets', true],
    ['/resources', false],
  ])('%j is there: %s', (subpath, expected) => expect(open().has(subpath)).toBe(expected));
});
