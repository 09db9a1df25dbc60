/** Strict type check of a tree that exists in memory only. */
import { dirname } from 'node:path/posix';
import ts from 'typescript';
import type { TreeFile } from '../emit/types.ts';

export interface TypeFault {
  readonly file: string;
  /** 1-based; 0 when the fault has no place. */
  readonly line: number;
  readonly column: number;
  /** TypeScript's number: 2322. */
  readonly code: number;
  readonly message: string;
}

export interface TypecheckOptions {
  /** Over the strict defaults. */
  readonly compilerOptions?: ts.CompilerOptions;
  /** Files to begin with; by default every `.ts` file of the tree. */
  readonly roots?: readonly string[];
  /** Further faults are not listed. */
  readonly limit?: number;
  /** Files that are known to be right, such as those every SDK has: read for their types, not checked again. */
  readonly isChecked?: (file: TreeFile) => boolean;
}

/** What every generated SDK must pass. */
export const STRICT: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.dom.asynciterable.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: [],
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noUnusedLocals: true,
  noImplicitOverride: true,
  verbatimModuleSyntax: true,
  isolatedDeclarations: true,
  erasableSyntaxOnly: true,
  declaration: true,
  rewriteRelativeImportExtensions: true,
  allowImportingTsExtensions: true,
  noEmit: true,
  skipLibCheck: true,
};

const ROOT = '/tree';

/** Faults in the order of files and lines. An empty list: it compiles. */
export function typecheckTree(files: readonly TreeFile[], options: TypecheckOptions = {}): readonly TypeFault[] {
  const compilerOptions = { ...STRICT, ...options.compilerOptions };
  const contents = new Map(files.map((file) => [`${ROOT}/${file.path}`, file.text]));
  const folders = new Set([...contents.keys()].flatMap(parents));
  if (!contents.has(`${ROOT}/package.json`)) contents.set(`${ROOT}/package.json`, '{"type":"module"}');
  const base = ts.createCompilerHost(compilerOptions);
  const host: ts.CompilerHost = {
    ...base,
    getCurrentDirectory: () => ROOT,
    fileExists: (name) => contents.has(name) || (!name.startsWith(`${ROOT}/`) && base.fileExists(name)),
    readFile: (name) => contents.get(name) ?? (name.startsWith(`${ROOT}/`) ? undefined : base.readFile(name)),
    directoryExists: (name) => folders.has(name) || (!name.startsWith(ROOT) && (base.directoryExists?.(name) ?? true)),
    getSourceFile: (name, languageVersion) => {
      const text = contents.get(name);
      if (text !== undefined) return ts.createSourceFile(name, text, languageVersion, true);
      return name.startsWith(`${ROOT}/`) ? undefined : librarySource(name, languageVersion, base);
    },
    realpath: (name) => name,
    writeFile: () => undefined,
  };
  const roots = (options.roots ?? files.map((file) => file.path).filter((path) => path.endsWith('.ts'))).map((path) => `${ROOT}/${path}`);
  const program = ts.createProgram({ rootNames: roots, options: compilerOptions, host });
  const known = new Set(files.filter((file) => options.isChecked?.(file) === false).map((file) => `${ROOT}/${file.path}`));
  const sources = program.getSourceFiles().filter((source) => !known.has(source.fileName) && !program.isSourceFileDefaultLibrary(source));
  const perFile = sources.flatMap((source) => [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source), ...program.getDeclarationDiagnostics(source)]);
  const found = [...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics(), ...perFile];
  const faults = new Map<string, TypeFault>();
  for (const one of found) {
    const fault = faultOf(one);
    faults.set(`${fault.file}:${fault.line}:${fault.column}:${fault.code}`, fault);
    if (faults.size >= (options.limit ?? Infinity)) break;
  }
  return [...faults.values()];
}

/** Library files do not change while the process runs. */
const libraries = new Map<string, ts.SourceFile>();

function librarySource(name: string, languageVersion: ts.ScriptTarget | ts.CreateSourceFileOptions, host: ts.CompilerHost): ts.SourceFile | undefined {
  const known = libraries.get(name);
  if (known) return known;
  const source = host.getSourceFile(name, languageVersion);
  if (source && /\/lib\.[^/]*\.d\.ts$/.test(name)) libraries.set(name, source);
  return source;
}

function parents(path: string): readonly string[] {
  const found: string[] = [];
  for (let folder = dirname(path); folder !== '/' && folder !== '.'; folder = dirname(folder)) found.push(folder);
  return found;
}

function faultOf(one: ts.Diagnostic): TypeFault {
  const place = one.file && one.start !== undefined ? one.file.getLineAndCharacterOfPosition(one.start) : undefined;
  return {
    file: one.file?.fileName.replace(`${ROOT}/`, '') ?? '',
    line: place ? place.line + 1 : 0,
    column: place ? place.character + 1 : 0,
    code: one.code,
    message: ts.flattenDiagnosticMessageText(one.messageText, '\n'),
  };
}
