/**
 * Compiles the user's files as a TypeScript program in which the package is the
 * given SDK, whatever is installed.
 */
import { posix } from 'node:path';
import ts from 'typescript';
import type { TreeFile } from '../../emit/types.ts';

/** An SDK as source files in memory. */
export interface SdkTree {
  /** The package name that code imports: `@acme/api`. */
  readonly name: string;
  /** `src/index.ts` and the files that it needs. */
  readonly files: readonly TreeFile[];
  /** True if all files are read, not only those that the code imports. */
  readonly isWhole?: boolean;
}

/** Disk access and the compiler options of the user's own configuration. */
export interface Workshop {
  readonly host: ts.CompilerHost;
  readonly options: ts.CompilerOptions;
  /** Ambient declaration files: `env.d.ts`. */
  readonly ambient: readonly string[];
}

/** A folder name that does not exist on any disk. */
const ROOT = '/@sdkwright/sdk/';
const REQUIRED = `${ROOT}src/@required.d.cts`;

/** `require` returns the client with all exports as its properties. */
const REQUIRED_TEXT = `import Client, * as all from './index.ts';
declare const entry: typeof Client & typeof all;
export = entry;
`;

/** The path below `src/` without extension: `resources/pets`. Undefined for any other file. */
export function moduleOf(fileName: string): string | undefined {
  const prefix = `${ROOT}src/`;
  return fileName.startsWith(prefix) && fileName !== REQUIRED
    ? fileName.slice(prefix.length).replace(/\.ts$/, '')
    : undefined;
}

export const fileOfModule = (module: string): string => `${ROOT}src/${module}.ts`;

/**
 * The module behind the part of an import after the package's
 * name: `/resources/pets.js` → `resources/pets/pets`.
 */
export function moduleAt(subpath: string, has: (module: string) => boolean): string | undefined {
  const bare = subpath
    .replace(/^\//, '')
    .replace(/^(?:dist\/(?:esm\/|cjs\/)?|src\/)/, '')
    .replace(/\.(?:js|mjs|ts|d\.ts)$/, '');
  if (bare === '') return 'index';
  const moved = bare.replace(/^core\//, '');
  return [bare, `${bare}/index`, moved].find(has);
}

export interface SdkProgram {
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
  readonly hasModule: (module: string) => boolean;
  /** The part of a module specifier after the package's name; undefined for other packages. */
  readonly subpathOf: (specifier: string) => string | undefined;
}

/** `files` are the user's, by full path; they take precedence over the disk. */
export function sdkProgram(
  { host: disk, options, ambient }: Workshop,
  files: ReadonlyMap<string, string>,
  sdk: SdkTree,
): SdkProgram {
  const tree = new Map(sdk.files.map((file) => [`${ROOT}${file.path}`, file.text]));
  tree.set(REQUIRED, REQUIRED_TEXT);
  // Without it the compiler takes the SDK for CommonJS, and `(await import('…')).default` for the module.
  tree.set(`${ROOT}package.json`, '{"type":"module"}');
  const hasModule = (module: string): boolean => tree.has(fileOfModule(module));
  const subpathOf = (specifier: string): string | undefined =>
    specifier === sdk.name
      ? ''
      : specifier.startsWith(`${sdk.name}/`)
        ? specifier.slice(sdk.name.length)
        : undefined;
  const textOf = (name: string): string | undefined => tree.get(name) ?? files.get(name);
  const folders = new Set([...tree.keys()].map((name) => posix.dirname(name)));
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (name) => textOf(name) !== undefined || (!name.startsWith(ROOT) && disk.fileExists(name)),
    readFile: (name) => textOf(name) ?? (name.startsWith(ROOT) ? undefined : disk.readFile(name)),
    directoryExists: (name) => folders.has(name) || (disk.directoryExists?.(name) ?? true),
    getSourceFile: (name, version, onError, fresh) => {
      const text = textOf(name);
      return text === undefined
        ? disk.getSourceFile(name, version, onError, fresh)
        : sourceOf(name, text, version);
    },
    writeFile: () => undefined,
    // biome-ignore lint/complexity/useMaxParams: the compiler calls it so.
    resolveModuleNameLiterals: (literals, from, redirect, given, source) =>
      literals.map((literal) => {
        const inside = from.startsWith(ROOT);
        const subpath = inside ? undefined : subpathOf(literal.text);
        const found = inside
          ? posix.join(posix.dirname(from), literal.text)
          : subpath === undefined
            ? undefined
            : subpath === '' && isRequired(literal, source)
              ? REQUIRED
              : nameOf(moduleAt(subpath, hasModule));
        if (found !== undefined && tree.has(found))
          return {
            resolvedModule: {
              resolvedFileName: found,
              extension: extensionOf(found),
              resolvedUsingTsExtension: inside,
            },
          };
        if (inside || subpath !== undefined) return { resolvedModule: undefined };
        return ts.resolveModuleName(
          literal.text,
          from,
          given,
          host,
          undefined,
          redirect,
          ts.getModeForUsageLocation(source, literal, given),
        );
      }),
  };
  const roots = sdk.isWhole === true ? [...tree.keys()].filter((name) => moduleOf(name) !== undefined) : [];
  const program = ts.createProgram({ rootNames: [...ambient, ...files.keys(), ...roots], options, host });
  return { program, checker: program.getTypeChecker(), hasModule, subpathOf };
}

const nameOf = (module: string | undefined): string | undefined =>
  module === undefined ? undefined : fileOfModule(module);

const extensionOf = (name: string): ts.Extension => (name === REQUIRED ? ts.Extension.Dcts : ts.Extension.Ts);

const isRequired = (literal: ts.StringLiteralLike, source: ts.SourceFile): boolean =>
  /\.[cm]?jsx?$/.test(source.fileName) &&
  ts.isCallExpression(literal.parent) &&
  literal.parent.expression.kind !== ts.SyntaxKind.ImportKeyword;

const MAX_PARSED = 4_000;
const parsed = new Map<string, ts.SourceFile>();

/** Cache of the SDK's files, which many programs share. */
function sourceOf(
  name: string,
  text: string,
  version: ts.ScriptTarget | ts.CreateSourceFileOptions,
): ts.SourceFile {
  const known = parsed.get(name);
  const form = typeof version === 'object' ? version : { languageVersion: version };
  if (
    known?.text === text &&
    known.impliedNodeFormat === form.impliedNodeFormat &&
    known.languageVersion === form.languageVersion
  )
    return known;
  if (parsed.size > MAX_PARSED) parsed.clear();
  const source = ts.createSourceFile(name, text, version, true);
  parsed.set(name, source);
  return source;
}
