/** What `upgrade` prints, reads of a project, and remembers. */
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noteFile, packageRoot, readNotes, upgradeKey } from '../../generator/cli/upgrade/note.ts';
import { findFiles, openWorkshop } from '../../generator/cli/upgrade/project.ts';
import { patchOf, summaryOf } from '../../generator/cli/upgrade/report.ts';
import type { Move, Upgraded } from '../../generator/upgrade/types.ts';

const lines = (count: number, more: Readonly<Record<number, string>> = {}): string =>
  Array.from({ length: count }, (_each, index) => `${more[index] ?? `line ${index}`}\n`).join('');

describe('a patch', () => {
  const hunk = (start: number, ...own: readonly string[]): string => {
    const size = own.filter((line) => line.startsWith(' ') || line.startsWith('-')).length;
    return [`@@ -${start},${size} +${start},${size} @@`, ...own].join('\n');
  };
  const patch = (...hunks: readonly string[]): string =>
    `${['--- a/a.ts', '+++ b/a.ts', ...hunks].join('\n')}\n`;
  const around = (from: number, to: number): readonly string[] =>
    Array.from({ length: to - from + 1 }, (_each, index) => ` line ${from + index}`);

  it.each<[string, string, string, string]>([
    ['a line', lines(1), 'new\n', patch(hunk(1, '-line 0', '+new'))],
    [
      'a line in the midst',
      lines(20),
      lines(20, { 10: 'new' }),
      patch(hunk(7, ...around(6, 9), '-line 10', '+new', ...around(11, 14))),
    ],
    [
      'two lines',
      lines(12),
      lines(12, { 5: 'x', 6: 'y' }),
      patch(hunk(2, ...around(1, 4), '-line 5', '-line 6', '+x', '+y', ...around(7, 10))),
    ],
    [
      'two lines near each other',
      lines(20),
      lines(20, { 4: 'x', 12: 'y' }),
      patch(hunk(1, ...around(0, 3), '-line 4', '+x', ...around(5, 11), '-line 12', '+y', ...around(13, 16))),
    ],
    [
      'two lines at the bound',
      lines(20),
      lines(20, { 4: 'x', 13: 'y' }),
      patch(hunk(1, ...around(0, 3), '-line 4', '+x', ...around(5, 12), '-line 13', '+y', ...around(14, 17))),
    ],
    [
      'two lines apart',
      lines(20),
      lines(20, { 3: 'x', 13: 'y' }),
      patch(
        hunk(1, ...around(0, 2), '-line 3', '+x', ...around(4, 7)),
        hunk(10, ...around(9, 12), '-line 13', '+y', ...around(14, 17)),
      ),
    ],
    [
      'a last line without an end',
      'a\nb',
      'a\nc',
      patch(
        '@@ -1,2 +1,2 @@',
        ' a',
        '-b',
        '\\ No newline at end of file',
        '+c',
        '\\ No newline at end of file',
      ),
    ],
    ['a line more', 'a\nb\n', 'a\nx\nb\n', patch('@@ -1,2 +1,3 @@', ' a', '+x', ' b')],
    ['a line less', 'a\nx\nb\n', 'a\nb\n', patch('@@ -1,3 +1,2 @@', ' a', '-x', ' b')],
  ])('of %s', (_name, before, after, expected) => expect(patchOf('a.ts', before, after)).toBe(expected));
});

describe('a summary', () => {
  const at = (line: number) => ({ line, column: 3, excerpt: `text ${line}` });
  const left = (file: string, finding?: string) => ({
    ...{
      file,
      ...at(2),
      before: at(1),
      reason: 'why',
      advice: 'do it',
      ...(finding !== undefined && { finding }),
    },
  });
  const unknown = (count: number) =>
    Array.from({ length: count }, (_each, index) => ({
      ...{ file: '/a.ts', ...at(index + 2), before: at(index + 1), reason: `reason ${index}` },
    }));
  const guess = {
    kind: 'member',
    owner: 'a#Pet',
    before: 'nick',
    after: 'name',
    because: 'likeness',
  } as const;
  const file = (path: string, edits: number) => ({ path, before: '', after: '', edits });
  const said = (
    more: Partial<Upgraded>,
    mode: 'write' | 'dry-run' | 'check' = 'write',
    wrote = '',
  ): readonly string[] =>
    summaryOf(
      { files: [], left: [], guesses: [], unknown: [], ambiguous: [], ...more } as unknown as Upgraded,
      { shownAs: (path) => path.slice(1), wrote, mode },
    ).split('\n');

  it.each<[string, readonly string[], readonly string[]]>([
    ['of nothing', said({}), ['Nothing to change.']],
    ['of a change', said({ files: [file('/a.ts', 1)] as never }), ['a.ts: 1 change', '1 change in 1 file.']],
    [
      'of changes',
      said({ files: [file('/a.ts', 1), file('/b.ts', 2)] as never }, 'check'),
      ['a.ts: 1 change', 'b.ts: 2 changes', '3 changes in 2 files to be made.'],
    ],
    [
      'of a patch',
      said({ files: [file('/a.ts', 1)] as never }, 'dry-run'),
      ['1 change in 1 file to be made.'],
    ],
    ['of what is remembered', said({}, 'write', 'Remembered.'), ['Nothing to change.', 'Remembered.']],
    [
      'of guesses',
      said({ guesses: [guess, { ...guess, owner: 'Toy' }] }),
      [
        ...[
          'Nothing to change.',
          '',
          'Taken to be the same by their names, types and descriptions; look at them:',
        ],
        ...['  Pet.nick → name', '  Toy.nick → name'],
      ],
    ],
    [
      'of what is left',
      said({ left: [left('/a.ts', 'rule: it')] }),
      [
        'Nothing to change.',
        '',
        '1 place left for you:',
        '  a.ts:2:3  text 2',
        '    why',
        '    rule: it',
        '    do it',
      ],
    ],
    [
      'of what is left as it is',
      said({ left: [left('/a.ts'), left('/b.ts')] }, 'check'),
      [
        ...['Nothing to change.', '', '2 places left for you:', '  a.ts:1:3  text 1', '    why', '    do it'],
        ...['  b.ts:1:3  text 1', '    why', '    do it'],
      ],
    ],
    [
      'of what neither accepts',
      said({ unknown: unknown(5) as never }),
      [
        ...['Nothing to change.', ''],
        '5 places that neither SDK accepts; what is around them may have been overlooked:',
        ...unknown(5).map((each, index) => `  a.ts:${each.line}  reason ${index}`),
      ],
    ],
    [
      'of much that neither accepts',
      said({ unknown: unknown(7) as never }, 'dry-run').slice(3),
      [...unknown(5).map((_each, index) => `  a.ts:${index + 1}  reason ${index}`), '  and 2 more'],
    ],
  ])('%s', (_name, actual, expected) => expect(actual).toEqual(expected));
});

let root = '';
let folder = '';
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'sdkwright-parts-')));
  folder = join(root, 'project');
  mkdirSync(join(folder, '.git'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));
const put = (path: string, text = ''): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};

describe('the files of a project', () => {
  const found = (patterns: readonly string[], cwd = ''): readonly string[] => {
    const { files, skipped } = findFiles(patterns, join(folder, cwd), 'pets');
    return [
      ...files.map(
        ({ shown, text, hasMark }) => `${shown}${text === '' ? '' : ` ${text}`}${hasMark ? ' marked' : ''}`,
      ),
      ...skipped.map(
        ({ shown, reason, usesSdk }) => `- ${shown}: ${reason}${usesSdk === true ? ' (uses it)' : ''}`,
      ),
    ];
  };
  const ALL = '**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}';

  it('are code, in order', () => {
    for (const name of ['ts', 'tsx', 'mts', 'cts', 'js', 'jsx', 'mjs', 'cjs', 'xts', 'tsy', 'mtsx', 'json'])
      put(`src/a.${name}`);
    put('.hidden/b.ts', '\uFEFFtext');
    put('c.ts', 'c');
    const names = ['cjs', 'cts', 'js', 'jsx', 'mjs', 'mts', 'ts', 'tsx'];
    expect(found([ALL])).toEqual([
      '.hidden/b.ts text marked',
      'c.ts c',
      ...names.map((name) => `src/a.${name}`),
    ]);
    expect(found(['**'])).toContain('src/a.ts');
    expect(found(['src/*.ts'])).toEqual(['src/a.ts']);
    expect(found(['src'])).toEqual(names.map((name) => `src/a.${name}`));
    expect(found(['src/a.ts', 'src/a.ts', 'src/*.ts'])).toEqual(['src/a.ts']);
    expect(found(['src/a.json', 'none/*.ts', 'none.ts'])).toEqual([]);
    expect(found(['../c.ts', 'a.ts'], 'src')).toEqual(['../c.ts c', 'a.ts']);
  });

  it('are written in UTF-8', () => {
    put('a.ts');
    writeFileSync(join(folder, 'b.ts'), new Uint8Array([0xff, 0x41]));
    expect(found([ALL])).toEqual(['a.ts', '- b.ts: it is not written in UTF-8']);
  });

  it('are not those of others', () => {
    for (const name of ['node_modules', 'a/Node_Modules', '.git', '.hg', '.svn', '.sdkwright'])
      put(`${name}/a.ts`);
    put('b.ts');
    expect(found([ALL])).toEqual(['b.ts']);
    expect(found(['node_modules/a.ts', '.sdkwright/a.ts', 'a/Node_Modules/*.ts'])).toEqual([
      '- node_modules/a.ts: it belongs to a package',
      '- .sdkwright/a.ts: it belongs to a package',
      '- a/Node_Modules/a.ts: it belongs to a package',
    ]);
    writeFileSync(join(root, 'out.ts'), '');
    expect(found(['../out.ts', '../*.ts'])).toEqual([
      '- ../out.ts: it is outside the project',
      '- ../out.ts: it is outside the project',
    ]);
    put('real/d.ts');
    symlinkSync(join(folder, 'b.ts'), join(folder, 'link.ts'));
    symlinkSync(join(folder, 'real'), join(folder, 'linked'));
    symlinkSync(join(folder, 'none.ts'), join(folder, 'broken.ts'));
    expect(found([ALL, 'linked/d.ts'])).toEqual([
      ...['b.ts', 'real/d.ts', '- link.ts: it is a link, or in a folder that is a link'],
      '- linked/d.ts: it is a link, or in a folder that is a link',
    ]);
  });

  it('are not those with code between other text, which are named if they use the SDK', () => {
    const use = "import Pets from 'pets';";
    for (const name of ['vue', 'svelte', 'astro', 'mdx', 'VUE']) put(`a.${name}`, use);
    put('b.vue', 'import("pets/resources")');
    put('c.vue', 'from `pets`');
    put('d.vue', "from 'petshop'");
    put('e.md', use);
    put('f.vues', use);
    const lines = (names: readonly string[]): readonly string[] =>
      names.map(
        (name) =>
          `- ${name}: it uses the SDK, and code in ${/\.\w+$/.exec(name)?.[0] ?? ''} files is not read (uses it)`,
      );
    expect([...found(['**/*.ts'])].sort()).toEqual(
      [...lines(['a.vue', 'a.svelte', 'a.astro', 'a.mdx', 'a.VUE', 'b.vue', 'c.vue'])].sort(),
    );
    expect(found(['a.vue', 'a.vue', 'd.vue', 'e.md'])).toEqual(lines(['a.vue']));
    writeFileSync(join(root, 'out.vue'), use);
    expect(found(['../out.vue'])).toEqual([]);
  });
});

describe('the compiler', () => {
  const options = (config?: string): ts.CompilerOptions => {
    if (config !== undefined) put('tsconfig.json', config);
    return openWorkshop(folder).options;
  };
  const FIXED = {
    ...{
      allowJs: true,
      checkJs: true,
      noEmit: true,
      skipLibCheck: true,
      composite: false,
      incremental: false,
    },
    ...{ declaration: false, declarationMap: false, emitDeclarationOnly: false },
    ...{ noUnusedLocals: false, noUnusedParameters: false },
  };
  const DEFAULTS = {
    ...{ target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, strict: true, esModuleInterop: true },
    ...{ moduleResolution: ts.ModuleResolutionKind.Bundler, jsx: ts.JsxEmit.Preserve, ...FIXED },
  };

  it('has the options of the project', () => {
    expect(options()).toEqual(DEFAULTS);
    expect(options('{"compilerOptions": {"target": "es5", "noEmit": false}}')).toMatchObject({
      target: ts.ScriptTarget.ES5,
      noEmit: true,
    });
    expect(options('{"compilerOptions": {"target": "es5"}}')).not.toHaveProperty('strict');
    expect(options('{"compilerOptions": {"target": "es9999"}}')).toEqual(DEFAULTS);
    expect(options('{')).toEqual(DEFAULTS);
    expect(options('[')).toEqual(DEFAULTS);
    put('a.d.ts');
    put('b.ts');
    put('tsconfig.json', '{}');
    expect(openWorkshop(folder).ambient).toEqual([join(folder, 'a.d.ts')]);
    expect(openWorkshop(folder).host.getCurrentDirectory()).toBe(folder);
  });

  it.each([
    ['node16', ts.ModuleKind.Preserve, ts.ModuleResolutionKind.Bundler],
    ['nodenext', ts.ModuleKind.Preserve, ts.ModuleResolutionKind.Bundler],
    ['esnext', ts.ModuleKind.ESNext, undefined],
    ['preserve', ts.ModuleKind.Preserve, undefined],
    ['commonjs', ts.ModuleKind.CommonJS, undefined],
  ])('reads modules of %s', (module, kind, resolution) => {
    const found = options(JSON.stringify({ compilerOptions: { module } }));
    expect([found.module, found.moduleResolution]).toEqual([kind, resolution]);
  });

  it('has none without modules', () => {
    expect(options('{"compilerOptions": {}}')).toEqual(FIXED);
  });
});

describe('what is remembered', () => {
  const FILE = '.sdkwright/upgrades.json';
  const notes = (text?: string): Readonly<Record<string, readonly string[]>> => {
    if (text !== undefined) put(FILE, text);
    const { path, upgrades } = readNotes(folder);
    expect(path).toBe(join(folder, FILE));
    return upgrades;
  };

  it('is in the project', () => {
    expect(notes()).toEqual({});
    expect(notes('{"a": ["b", "c"], "d": []}')).toEqual({ a: ['b', 'c'], d: [] });
    expect(notes('{"a": ["b", 5, null], "d": 5}')).toEqual({ a: ['b'], d: [] });
    for (const text of ['[]', '5', 'null', '{', '']) expect(notes(text)).toEqual({});
    expect(noteFile({ path: '/a', upgrades: { a: ['b'] } })).toEqual({
      path: '/a',
      text: '{\n  "a": [\n    "b"\n  ]\n}\n',
    });
  });

  it('is not read outside', () => {
    writeFileSync(join(root, 'upgrades.json'), '{"a": ["b"]}');
    mkdirSync(join(folder, '.sdkwright'));
    symlinkSync(join(root, 'upgrades.json'), join(folder, FILE));
    expect(notes()).toEqual({});
    expect(readFileSync(join(root, 'upgrades.json'), 'utf8')).toBe('{"a": ["b"]}');
  });

  it('belongs to the nearest package', () => {
    mkdirSync(join(folder, 'a/b'), { recursive: true });
    expect(packageRoot(join(folder, 'a/b'))).toBe(join(folder, 'a/b'));
    writeFileSync(join(root, 'package.json'), '{}');
    expect(packageRoot(join(folder, 'a/b'))).toBe(join(folder, 'a/b'));
    expect(packageRoot(folder)).toBe(folder);
    put('package.json', '{}');
    expect(packageRoot(join(folder, 'a/b'))).toBe(folder);
    put('a/package.json', '{}');
    expect(packageRoot(join(folder, 'a/b'))).toBe(join(folder, 'a'));
    expect(packageRoot('/')).toBe('/');
  });

  it('belongs to an upgrade', () => {
    const move: Move = { kind: 'method', before: ['a'], after: ['b'] };
    const key = upgradeKey('pets', [move]);
    expect(key).toMatch(/^pets [0-9a-f]{16}$/);
    expect(upgradeKey('pets', [move])).toBe(key);
    expect(upgradeKey('pets', [])).not.toBe(key);
    expect(upgradeKey('toys', [move])).toBe(key.replace('pets', 'toys'));
  });
});
