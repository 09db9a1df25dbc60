/** A TypeScript program over files in memory that is cheap to create again: equal files are parsed once. */
import { posix } from 'node:path';
import ts from 'typescript';
import type { TreeFile } from '../emit/types.ts';

/** Settings of a strict user project. */
export const CONSUMER: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.dom.asynciterable.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: [],
  strict: true,
  allowImportingTsExtensions: true,
  rewriteRelativeImportExtensions: true,
  noEmit: true,
  skipLibCheck: true,
};

const ROOT = '/tree';
const MAX_PARSED = 4_000;
const parsed = new Map<string, ts.SourceFile>();
/** Texts of TypeScript's own declarations, which do not change during a run. */
const libraries = new Map<string, string | undefined>();
let base: ts.CompilerHost | undefined;

export const pathInTree = (path: string): string => `${ROOT}/${path}`;

/** The path of a file in the tree; the name itself for other files. */
export const pathOutOfTree = (name: string): string =>
  name.startsWith(`${ROOT}/`) ? name.slice(ROOT.length + 1) : name;

export interface ProgramSettings {
  readonly options?: ts.CompilerOptions;
  /** A folder on disk from which packages are resolved. */
  readonly packages?: string;
}

/** The program over `files`, starting from `roots`. Paths are relative to the tree and use `/`. */
export function treeProgram(
  files: readonly TreeFile[],
  roots: readonly string[],
  { options = CONSUMER, packages }: ProgramSettings = {},
): ts.Program {
  const disk = (base ??= ts.createCompilerHost(options));
  const contents = new Map<string, string>(files.map((file) => [`${ROOT}/${file.path}`, file.text]));
  if (!contents.has(`${ROOT}/package.json`)) contents.set(`${ROOT}/package.json`, '{"type":"module"}');
  const folders = new Set([...contents.keys()].flatMap(parents));
  const inTree = (name: string): boolean => name.startsWith(`${ROOT}/`);
  const host: ts.CompilerHost = {
    ...disk,
    getCurrentDirectory: () => ROOT,
    fileExists: (name) => contents.has(name) || (!inTree(name) && disk.fileExists(name)),
    readFile: (name) => contents.get(name) ?? (inTree(name) ? undefined : disk.readFile(name)),
    directoryExists: (name) => folders.has(name) || (!inTree(name) && (disk.directoryExists?.(name) ?? true)),
    getSourceFile: (name, version) =>
      sourceOf(name, inTree(name) ? contents.get(name) : libraryOf(name, disk), version),
    // biome-ignore lint/complexity/useMaxParams: the compiler calls it so.
    resolveModuleNameLiterals: (literals, from, redirect, given, source) =>
      literals.map(({ text }, index) => {
        const named = text.startsWith('.') ? posix.join(posix.dirname(from), text) : '';
        const literal = literals[index];
        if (named.endsWith('.ts') && !named.endsWith('.d.ts') && contents.has(named))
          return {
            resolvedModule: {
              resolvedFileName: named,
              extension: ts.Extension.Ts,
              resolvedUsingTsExtension: true,
            },
          };
        return ts.resolveModuleName(
          text,
          packages !== undefined && inTree(from) && !/^[./]/.test(text) ? `${packages}/index.ts` : from,
          given,
          host,
          undefined,
          redirect,
          literal === undefined ? undefined : ts.getModeForUsageLocation(source, literal, given),
        );
      }),
    realpath: (name) => name,
    writeFile: () => undefined,
  };
  return ts.createProgram({ rootNames: roots.map(pathInTree), options, host });
}

function libraryOf(name: string, disk: ts.CompilerHost): string | undefined {
  if (!/\/lib\.[^/]*\.d\.ts$/.test(name)) return disk.readFile(name);
  if (!libraries.has(name)) libraries.set(name, disk.readFile(name));
  return libraries.get(name);
}

function sourceOf(
  name: string,
  text: string | undefined,
  version: ts.ScriptTarget | ts.CreateSourceFileOptions,
): ts.SourceFile | undefined {
  if (text === undefined) return undefined;
  const known = parsed.get(name);
  const format = typeof version === 'object' ? version.impliedNodeFormat : undefined;
  if (known?.text === text && known.impliedNodeFormat === format) return known;
  if (parsed.size > MAX_PARSED) parsed.clear();
  const source = ts.createSourceFile(name, text, version, true);
  parsed.set(name, source);
  return source;
}

function parents(path: string): readonly string[] {
  const found: string[] = [];
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1))
    found.push(path.slice(0, end));
  return found;
}
