/** What code refers to: modules and declarations of the SDK, variables, faults and places in a text. */
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { memoryWorkshop } from '../../bench/upgrade/workshop.ts';
import { replace, apply } from '../../generator/upgrade/project/edits.ts';
import { faultsIn, lineOf, meets } from '../../generator/upgrade/project/faults.ts';
import { identifiersOf } from '../../generator/upgrade/project/identifiers.ts';
import { placeAt } from '../../generator/upgrade/project/left.ts';
import type { Scene } from '../../generator/upgrade/project/scene.ts';
import { fileOfModule, moduleAt, moduleOf, sdkProgram } from '../../generator/upgrade/project/sdk-program.ts';
import { real, spotsOf } from '../../generator/upgrade/project/spots.ts';

const SDK: Readonly<Record<string, string>> = {
  'src/index.ts': `export { Pets, type Pet } from './resources/pets.ts';
export { type Dog as Hound } from './resources/pets.ts';
export default class Acme { pets = 1; }
export type Kind = { a: string };
export const VERSION = '1', BUILD = 2;
export function make(): void {}
`,
  'src/resources/pets.ts': `export interface Pet { name: string; 'x-y': number; 3: string; [key: symbol]: string }
export interface Dog { name: string }
export class Pets {
  constructor(readonly id: string) {}
  list(): Pet { throw new Error(); }
  ['computed'](): void {}
}
export enum Color { Red }
export interface Shape { (): void; [key: string]: unknown }
export namespace Pets {
  export interface Owner { age: number }
  export namespace Deep { export type Leaf = string }
}
`,
  'src/core/error.ts': 'export class APIError extends Error {}\n',
  'src/files/index.ts': 'export const file = 1;\n',
  'src/nameless.ts': 'export default class { go(): void {} }\n',
};
const sdk = {
  name: '@acme/api',
  files: Object.entries(SDK).map(([path, text]) => ({ path, text })),
};
const open = (text: string, name = '/app/code.ts', more: { readonly isWhole?: boolean } = {}) => {
  const found = sdkProgram(memoryWorkshop(), new Map([[name, text]]), { ...sdk, ...more });
  const file = found.program.getSourceFile(name);
  if (file === undefined) throw new Error('no file');
  return { ...found, file, faults: () => faultsIn(found.program, name) };
};

describe('modules', () => {
  const has = (module: string): boolean => fileOfModule(module) in FILES;
  const FILES = Object.fromEntries(Object.keys(SDK).map((path) => [`/@sdkwright/sdk/${path}`, true]));

  it.each([
    ['', 'index'],
    ['/index', 'index'],
    ['/resources/pets', 'resources/pets'],
    ['/resources/pets.js', 'resources/pets'],
    ['/resources/pets.mjs', 'resources/pets'],
    ['/resources/pets.ts', 'resources/pets'],
    ['/resources/pets.d.ts', 'resources/pets'],
    ['/resources/pets.json', undefined],
    ['/dist/resources/pets', 'resources/pets'],
    ['/dist/esm/resources/pets', 'resources/pets'],
    ['/dist/cjs/resources/pets.js', 'resources/pets'],
    ['/src/resources/pets', 'resources/pets'],
    ['/x/src/resources/pets', undefined],
    ['/files', 'files/index'],
    ['/core/error', 'core/error'],
    ['resources/pets', 'resources/pets'],
    ['/resources/pets.js.map', undefined],
    ['/core/resources/pets', 'resources/pets'],
    ['/x/core/resources/pets', undefined],
    ['/nowhere', undefined],
  ])('%j is %s', (subpath, module) => expect(moduleAt(subpath, has)).toBe(module));

  it.each(['x/dist/pets', 'x/src/pets', 'pets.js.x', 'x/core/pets'])('at %s has that path alone', (path) => {
    const tried: string[] = [];
    const has = (name: string): boolean => tried.push(name) > 2;
    moduleAt(`/${path}`, has);
    expect(tried).toEqual([path, `${path}/index`, path]);
  });

  it.each([
    ['/@sdkwright/sdk/src/resources/pets.ts', 'resources/pets'],
    ['/@sdkwright/sdk/src/pets.ts-x.ts', 'pets.ts-x'],
    ['/@sdkwright/sdk/src/@required.d.cts', undefined],
    ['/@sdkwright/sdk/other/pets.ts', undefined],
    ['/app/@sdkwright/sdk/src/pets.ts', undefined],
  ])('of the file %s is %s', (file, module) => expect(moduleOf(file)).toBe(module));

  it('of a program are known', () => {
    const { hasModule, subpathOf } = open('');
    expect([hasModule('resources/pets'), hasModule('pets')]).toEqual([true, false]);
    expect(['@acme/api', '@acme/api/files', '@acme/apis', '@acme', 'x/@acme/api'].map(subpathOf)).toEqual([
      ...['', '/files', undefined, undefined, undefined],
    ]);
  });
});

describe('imports', () => {
  it.each([
    ["import Acme, { Pets } from '@acme/api'; new Acme().pets; new Pets('');", []],
    ["import { APIError } from '@acme/api/core/error.js'; new APIError();", []],
    ["import { file } from '@acme/api/files'; file;", []],
    ["import { Nothing } from '@acme/api'; Nothing;", 1],
    ["import '@acme/api/nowhere'; import x from '@acme/api/nowhere'; x;", 2],
    ["import x from '@acme/other'; x;", 1],
    ["const a: Promise<typeof import('@acme/api')> = import('@acme/api'); a;", []],
    ["import('@acme/api').then((all) => new all.default().pets.toFixed());", []],
  ])('%s', (text, expected) => {
    const messages = open(text)
      .faults()
      .map(({ message }) => message);
    if (typeof expected === 'number') expect(messages.length).toBeGreaterThan(0);
    else expect(messages).toEqual(expected);
  });

  it.each(['/app/code.ts', '/app/code.mts', '/app/code.cts'])('have a default in %s', (name) => {
    const text = "import Acme, { Pets } from '@acme/api'; new Acme().pets.toFixed(); new Pets('').list();";
    expect(open(text, name).faults()).toEqual([]);
  });

  it('that are required give the client with all that is exported', () => {
    const text = "const Acme = require('@acme/api'); new Acme().pets.toFixed(); new Acme.Pets('').list();\n";
    expect(open(text, '/app/code.cjs').faults()).toEqual([]);
    expect(open("import('@acme/api').then((all) => all.default);\n", '/app/code.mjs').faults()).toEqual([]);
  });

  it('are all that is read of an SDK, but where all is asked for', () => {
    const read = (isWhole: boolean): number =>
      open('', '/app/code.ts', { isWhole })
        .program.getSourceFiles()
        .filter(({ fileName }) => moduleOf(fileName)).length;
    expect([read(false), read(true)]).toEqual([0, 5]);
  });
});

describe('the disk', () => {
  /** The user's packages have another version of the SDK, and a package beside it. */
  const DISK: Readonly<Record<string, string>> = {
    '/app/node_modules/@acme/api/nowhere.d.ts': 'export declare const installed: number;',
    '/app/node_modules/@acme/api/package.json': '{"name":"@acme/api"}',
    '/app/node_modules/other/index.d.ts': 'export declare const other: number;',
    '/app/node_modules/other/package.json': '{"name":"other","types":"index.d.ts"}',
  };
  const withDisk = (text: string, name = '/app/code.ts', hasFolders = true) => {
    const memory = memoryWorkshop();
    const asked: string[] = [];
    const { directoryExists: _own, ...host } = memory.host;
    const found = sdkProgram(
      {
        ...memory,
        host: {
          ...host,
          fileExists: (path) => asked.push(path) > 0 && (path in DISK || host.fileExists(path)),
          readFile: (path) => asked.push(path) > 0 && (DISK[path] ?? host.readFile(path)),
          getSourceFile: (path, ...rest) =>
            DISK[path] === undefined
              ? host.getSourceFile(path, ...rest)
              : ts.createSourceFile(path, DISK[path], ts.ScriptTarget.Latest),
          ...(hasFolders && { directoryExists: (path: string) => asked.push(path) > 0 }),
        } as ts.CompilerHost,
      },
      new Map([[name, text]]),
      sdk,
    );
    return { asked, faults: faultsIn(found.program, name).map(({ code }) => code) };
  };

  it.each([true, false])(
    'is not asked for the SDK, and gives other packages; knows folders: %s',
    (hasFolders) => {
      const text =
        "import { VERSION } from '@acme/api'; import { other } from 'other'; VERSION; other.toFixed();";
      const { asked, faults } = withDisk(text, '/app/code.ts', hasFolders);
      expect(faults).toEqual([]);
      expect(asked.length).toBeGreaterThan(0);
      expect(asked.filter((path) => path.startsWith('/@sdkwright'))).toEqual([]);
    },
  );

  it('gives nothing of an installed version of the SDK', () => {
    const text = "import { installed } from '@acme/api/nowhere'; installed;";
    expect(withDisk(text).faults).toEqual([2307]);
  });
});

describe('a module of the SDK', () => {
  const FOUND = "const Acme = require('@acme/api'); new Acme().pets.toFixed();\n";
  it.each([
    ['/app/code.js', FOUND, []],
    ['/app/code.cjs', FOUND, []],
    ['/app/code.jsx', FOUND, []],
    ['/app/code.js', "require('@acme/api/resources/pets').Pets;\n", []],
    ['/app/code.mjs', "import Acme from '@acme/api'; new Acme().pets.toFixed();\n", []],
    ['/app/code.js', "import('@acme/api').then((all) => new all.default().pets.toFixed());\n", []],
  ])('in %s: %s', (name, text, expected) => {
    expect(
      open(text, name)
        .faults()
        .map(({ message }) => message),
    ).toEqual(expected);
  });

  it('is read once for many programs, and again for other options', () => {
    const files = (target: ts.ScriptTarget) => {
      const memory = memoryWorkshop();
      const found = sdkProgram(
        { ...memory, options: { ...memory.options, target } },
        new Map([['/app/code.ts', "import '@acme/api';"]]),
        sdk,
      );
      return ['index', 'resources/pets'].map((module) => found.program.getSourceFile(fileOfModule(module)));
    };
    const [first, again, other] = [
      files(ts.ScriptTarget.ES2022),
      files(ts.ScriptTarget.ES2022),
      files(ts.ScriptTarget.ES2020),
    ];
    first.forEach((file, index) => expect(again[index] === file).toBe(true));
    expect(other.map((file) => file?.languageVersion)).toEqual([
      ts.ScriptTarget.ES2020,
      ts.ScriptTarget.ES2020,
    ]);
    expect(first.map((file) => file?.languageVersion)).toEqual([
      ts.ScriptTarget.ES2022,
      ts.ScriptTarget.ES2022,
    ]);
  });

  it('has no other exports than its own in a program of all modules', () => {
    expect(open('', '/app/code.ts', { isWhole: true }).program.getRootFileNames()).toEqual([
      '/app/code.ts',
      ...Object.keys(SDK).map((path) => `/@sdkwright/sdk/${path}`),
    ]);
    expect(open('').program.getRootFileNames()).toEqual(['/app/code.ts']);
  });
});

describe('declarations', () => {
  it.each([
    ["import { Pets } from '@acme/api'; Pets;", ['resources/pets#Pets']],
    ["import Acme from '@acme/api'; Acme;", ['index#Acme']],
    ["import { type Hound } from '@acme/api'; let a!: Hound;", ['resources/pets#Dog']],
    ["import { VERSION } from '@acme/api'; VERSION;", ['index#VERSION']],
    ["import { make } from '@acme/api'; make;", ['index#make']],
    ["import { type Kind } from '@acme/api'; let a!: Kind;", ['index#Kind']],
    ["import { Pets } from '@acme/api'; let a!: Pets.Owner;", ['resources/pets#Pets.Owner']],
    ["import { Pets } from '@acme/api'; let a!: Pets.Deep.Leaf;", ['resources/pets#Pets.Deep.Leaf']],
    ["import { Pets } from '@acme/api'; new Pets('').list;", ['resources/pets#Pets list']],
    ["import { Pets } from '@acme/api'; new Pets('').computed;", []],
    ["import { Pets } from '@acme/api'; new Pets('').id;", []],
    ["import { Color } from '@acme/api/resources/pets'; Color;", []],
    ["import Nameless from '@acme/api/nameless'; new Nameless().go;", []],
    ['undefined;', []],
    ['globalThis;', []],
    ["import { Pet } from '@acme/api'; let a!: Pet; a.name;", ['resources/pets#Pet name']],
    [
      "import { Pet, Hound } from '@acme/api'; let a!: Pet | Hound; a.name;",
      ['resources/pets#Pet name', 'resources/pets#Dog name'],
    ],
    ["import { Pets } from '@acme/api'; let a!: Pets.Owner; a.age;", ['resources/pets#Pets.Owner age']],
    ["import { Kind } from '@acme/api'; let a!: Kind; a.a;", []],
    ['const own = { name: 1 }; own.name;', []],
    ['new Error().message;', []],
    ["import * as all from '@acme/api'; all;", []],
  ])('%s', (text, expected) => {
    const { checker, file } = open(text);
    const last = file.statements.at(-1);
    const named: ts.Identifier[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isIdentifier(node)) named.push(node);
      ts.forEachChild(node, visit);
    };
    if (last !== undefined) visit(last);
    const found = spotsOf(checker, checker.getSymbolAtLocation(named.at(-1) ?? file));
    expect(found.map(({ owner, member }) => (member === undefined ? owner : `${owner} ${member}`))).toEqual(
      expected,
    );
  });

  it('have members by any name', () => {
    const { checker, program } = open("import '@acme/api';");
    const file = program.getSourceFile(fileOfModule('resources/pets'));
    const [pet] = file?.statements.filter(ts.isInterfaceDeclaration) ?? [];
    const spots = pet?.members.flatMap((member) =>
      member.name === undefined ? [] : spotsOf(checker, checker.getSymbolAtLocation(member.name)),
    );
    expect(spots?.map(({ member }) => member)).toEqual(['name', 'x-y', '3']);
    expect(spotsOf(checker, undefined)).toEqual([]);
  });

  it.each([
    ['a call', ts.isCallSignatureDeclaration],
    ['an index signature', ts.isIndexSignatureDeclaration],
    ['a constructor', ts.isConstructorDeclaration],
  ])('are none for %s', (_title, is) => {
    const { checker, program } = open("import '@acme/api';");
    const found: ts.Symbol[] = [];
    program.getSourceFile(fileOfModule('resources/pets'))?.forEachChild(function visit(node: ts.Node): void {
      // The compiler keeps the symbol of a nameless declaration there.
      if (is(node)) found.push((node as unknown as { readonly symbol: ts.Symbol }).symbol);
      node.forEachChild(visit);
    });
    expect(found.length).toBeGreaterThan(0);
    expect(found.flatMap((symbol) => spotsOf(checker, symbol))).toEqual([]);
  });

  it('are those behind a name', () => {
    const { checker, file } = open("import { Pets } from '@acme/api'; Pets; const own = 1; own;");
    const names = file.statements.filter(ts.isExpressionStatement).map(({ expression }) => {
      const symbol = checker.getSymbolAtLocation(expression);
      return symbol && real(checker, symbol).declarations?.[0]?.getSourceFile().fileName;
    });
    expect(names).toEqual([fileOfModule('resources/pets'), '/app/code.ts']);
  });
});

describe('variables', () => {
  it('are found wherever they are named', () => {
    const { checker, file } = open('const a = 1; function f(a: string) { return a; } f(String(a)); a;');
    const scene = { checker, file } as Scene;
    const symbolOf = (place: number): ts.Symbol | undefined => {
      let symbol: ts.Symbol | undefined;
      const visit = (node: ts.Node): void => {
        if (ts.isIdentifier(node) && node.getStart(file) === place)
          symbol = checker.getSymbolAtLocation(node);
        ts.forEachChild(node, visit);
      };
      visit(file);
      return symbol;
    };
    const startsOf = (text: string, from = 0): readonly number[] =>
      identifiersOf(scene, symbolOf(file.text.indexOf(text, from))).map((node) => node.getStart(file));
    const { text } = file;
    expect(startsOf('a = 1')).toEqual([6, text.indexOf('a))'), text.lastIndexOf('a;')]);
    expect(startsOf('a: string')).toEqual([text.indexOf('a: string'), text.indexOf('a; }')]);
    expect(startsOf('f(a')).toEqual([text.indexOf('f(a'), text.indexOf('f(String')]);
    expect(identifiersOf(scene, undefined)).toEqual([]);
    expect(identifiersOf({ ...scene }, checker.getSymbolAtLocation(file))).toEqual([]);
  });
});

describe('faults', () => {
  it('are errors of the compiler, with their places', () => {
    const text = 'const a: string = 1;\nlet b = ;\n';
    const { faults, file } = open(text);
    expect(faults()).toEqual([
      {
        start: text.indexOf(';\n', 22),
        end: text.indexOf(';\n', 22) + 1,
        code: 1109,
        message: 'Expression expected.',
      },
      { start: 6, end: 7, code: 2322, message: "Type 'number' is not assignable to type 'string'." },
    ]);
    expect([lineOf(file, 6), lineOf(file, 22)]).toEqual([0, 1]);
  });

  it('name a property that is missing', () => {
    const { faults } = open('const f = (a: { b: { c: string } }) => a; f({ b: { d: 1 } as {} });');
    expect(faults().map(({ message }) => message)).toEqual([
      "Property 'c' is missing in type '{}' but required in type '{ c: string; }'.",
    ]);
  });

  it.each([
    [
      'names a property that is missing in a part',
      'interface X { a: { color: string } } declare const y: { a: {} }; export const x: X = y;',
      "Property 'color' is missing in type '{}' but required in type '{ color: string; }'.",
    ],
    [
      'is the first line, without what looks like that',
      `interface X { a: 1 } interface Y { a: "Property 'color' is missing in type " } declare const y: Y; export const x: X = y;`,
      "Type 'Y' is not assignable to type 'X'.",
    ],
  ])('of many lines %s', (_title, text, expected) => {
    expect(
      open(text)
        .faults()
        .map(({ message }) => message),
    ).toEqual([expected]);
  });

  it.each([
    [0, 2, false],
    [0, 3, true],
    [4, 9, true],
    [5, 6, false],
    [7, 8, true],
    [8, 9, false],
    [6, 7, false],
    [3, 3, true],
  ])('meet the range from %i to %i: %s', (start, end, expected) => {
    const faults = [
      { start: 2, end: 5 },
      { start: 7, end: 7 },
    ];
    expect(meets(faults, { start, end })).toBe(expected);
  });

  it('of a file that is not there are none', () => {
    const { program, faults } = open('const a: string = 1;');
    expect(faults()).toHaveLength(1);
    expect(faultsIn(program, '/app/other.ts')).toEqual([]);
  });
});

describe('places', () => {
  it.each<[string, string, number, object]>([
    ['one line', 'abc', 1, { line: 1, column: 2, excerpt: 'abc' }],
    ['the second line', 'ab\n  cd \nef', 5, { line: 2, column: 3, excerpt: 'cd' }],
    ['the end of a line', 'ab\ncd', 2, { line: 1, column: 3, excerpt: 'ab' }],
    ['the start of a line', 'ab\ncd', 3, { line: 2, column: 1, excerpt: 'cd' }],
    ['CRLF', 'ab\r\ncd', 4, { line: 2, column: 1, excerpt: 'cd' }],
    ['the last of many lines', 'a\nb\nc\nd\ne', 8, { line: 5, column: 1, excerpt: 'e' }],
    ['beyond the end', 'ab\ncd', 99, { line: 2, column: 3, excerpt: 'cd' }],
    ['an empty text', '', 0, { line: 1, column: 1, excerpt: '' }],
  ])('in %s', (_title, text, place, expected) => {
    const file = ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest);
    expect(placeAt(file, undefined)(place)).toEqual({ ...expected, before: expected });
  });

  it('after edits are those of the new text', () => {
    const text = 'ab\ncd\nef';
    const file = ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest);
    const at = placeAt(file, apply(text, [replace({ start: 0, end: 2 }, '1\n2\n3')]));
    expect(at(4)).toEqual({
      ...{ line: 4, column: 2, excerpt: 'cd' },
      before: { line: 2, column: 2, excerpt: 'cd' },
    });
  });
});
