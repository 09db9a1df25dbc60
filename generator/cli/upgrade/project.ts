/** The user's project: which files may be changed, and what the compiler needs to read them. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, extname, join, relative, resolve } from 'node:path';
import picomatch from 'picomatch';
import ts from 'typescript';
import { isGitFolder } from '../../lib/file-names.ts';
import { isWithin, projectRoot, realOf, writeObstacle } from '../../lib/boundary.ts';
import { byCodeUnit } from '../../lib/order.ts';
import type { Workshop } from '../../upgrade/project/sdk-program.ts';

export interface UserFile {
  /** The path with all links resolved. */
  readonly path: string;
  /** The path to display: relative to the working folder. */
  readonly shown: string;
  /** The text without a byte order mark. */
  readonly text: string;
  readonly hasMark: boolean;
}

export interface ProjectFiles {
  readonly files: readonly UserFile[];
  /** Files that are not changed, with the reason. */
  readonly skipped: readonly Skipped[];
}

export interface Skipped {
  readonly shown: string;
  readonly reason: string;
  /** True if it imports the SDK and may have to be changed by hand. */
  readonly usesSdk?: true;
}

const CODE = /\.(?:[cm]?ts|tsx|[cm]?js|jsx)$/;
/** Files that contain code between other text. */
const MIXED = /\.(?:vue|svelte|astro|mdx)$/i;
const MARK = '\uFEFF';
/** Folders without handwritten code. */
const CLOSED = new Set(['node_modules', '.git', '.hg', '.svn', '.sdkwright']);

/**
 * Files that match the patterns, inside the project and never below `node_modules`. Files of other kinds
 * beside them that import the package are listed as skipped.
 */
export function findFiles(patterns: readonly string[], cwd: string, packageName: string): ProjectFiles {
  const root = projectRoot(cwd);
  const paths = new Map<string, string>();
  const skipped: Skipped[] = [];
  const mixed = new Set<string>();
  const note = (path: string): void => {
    if (mixed.has(path) || !isWithin(root, path)) return;
    mixed.add(path);
    if (!importsPackage(readFileSync(path, 'utf8'), packageName)) return;
    const shown = relative(cwd, path).replaceAll('\\', '/');
    skipped.push({
      shown,
      reason: `it uses the SDK, and code in ${extname(path)} files is not read`,
      usesSdk: true,
    });
  };
  const take = (path: string): void => {
    const shown = relative(cwd, path).replaceAll('\\', '/');
    const real = realOf(path);
    if (!isWithin(root, path)) skipped.push({ shown, reason: 'it is outside the project' });
    else if (writeObstacle(path, cwd)?.kind === 'link')
      skipped.push({ shown, reason: 'it is a link, or in a folder that is a link' });
    else if (
      relative(root, real)
        .split(/[\\/]/)
        .some((name) => CLOSED.has(name.toLowerCase()) || isGitFolder(name))
    )
      skipped.push({ shown, reason: 'it belongs to a package' });
    else if (!paths.has(real)) paths.set(real, shown);
  };
  for (const pattern of patterns) {
    const whole = resolve(cwd, pattern);
    if (existsSync(whole) && statSync(whole).isFile()) {
      if (CODE.test(whole)) take(whole);
      else if (MIXED.test(whole)) note(whole);
      continue;
    }
    const { base, glob } = picomatch.scan(pattern);
    const folder = resolve(cwd, base);
    if (!existsSync(folder)) continue;
    const isWanted = picomatch(glob === '' ? '**' : glob, { dot: true });
    for (const path of filesBelow(folder))
      if (MIXED.test(path)) note(path);
      else if (CODE.test(path) && isWanted(relative(folder, path).replaceAll('\\', '/'))) take(path);
  }
  const files = [...paths].flatMap(([path, shown]): UserFile[] => {
    const bytes = readFileSync(path);
    const text = bytes.toString('utf8');
    // Writing a text that does not survive decoding would change it.
    if (!Buffer.from(text, 'utf8').equals(bytes)) {
      skipped.push({ shown, reason: 'it is not written in UTF-8' });
      return [];
    }
    const hasMark = text.startsWith(MARK);
    return [{ path, shown, text: hasMark ? text.slice(1) : text, hasMark }];
  });
  return { files: files.sort((a, b) => byCodeUnit(a.shown, b.shown)), skipped };
}

/** `from 'pets'`, `import("pets/resources")`. */
const importsPackage = (text: string, name: string): boolean =>
  ["'", '"', '`'].some(
    (quote) => text.includes(`${quote}${name}${quote}`) || text.includes(`${quote}${name}/`),
  );

function filesBelow(folder: string): readonly string[] {
  const found: string[] = [];
  const pending = [folder];
  for (let at = pending.pop(); at !== undefined; at = pending.pop())
    for (const dirent of readdirSync(at, { withFileTypes: true })) {
      const path = join(at, dirent.name);
      // A linked folder is either in the project under its real name, or outside.
      if (dirent.isDirectory() && !CLOSED.has(dirent.name.toLowerCase())) pending.push(path);
      else if (dirent.isFile() || dirent.isSymbolicLink())
        if (existsSync(path) && statSync(path).isFile()) found.push(path);
    }
  return found;
}

/** The options of the nearest `tsconfig.json`, plus those for reading scripts and the SDK's sources. */
export function openWorkshop(cwd: string): Workshop {
  const file = ts.findConfigFile(cwd, (path) => ts.sys.fileExists(path));
  const read = file === undefined ? undefined : ts.readConfigFile(file, (path) => ts.sys.readFile(path));
  const parsed =
    file === undefined || read === undefined || read.error !== undefined
      ? undefined
      : ts.parseJsonConfigFileContent(read.config, ts.sys, dirname(file));
  const options = withSources(
    parsed === undefined ||
      parsed.errors.some(
        (error) => error.category === ts.DiagnosticCategory.Error && error.code !== NO_INPUTS,
      )
      ? DEFAULTS
      : parsed.options,
  );
  const host = ts.createCompilerHost(options);
  return {
    host: { ...host, getCurrentDirectory: () => cwd },
    options,
    ambient: (parsed?.fileNames ?? []).filter((name) => name.endsWith('.d.ts')),
  };
}

/**
 * Node's module rules depend on the `package.json` beside each file, which the SDK's sources lack here:
 * they would be CommonJS, whose default export cannot be constructed. Other module rules need no change.
 */
const withSources = (own: ts.CompilerOptions): ts.CompilerOptions => ({
  ...own,
  ...(own.module !== undefined && own.module >= ts.ModuleKind.Node16 && own.module <= ts.ModuleKind.NodeNext
    ? { module: ts.ModuleKind.Preserve, moduleResolution: ts.ModuleResolutionKind.Bundler }
    : {}),
  ...FIXED,
});

/** `No inputs were found in config file`: irrelevant, because patterns select the files. */
const NO_INPUTS = 18003;

const DEFAULTS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  strict: true,
  esModuleInterop: true,
  jsx: ts.JsxEmit.Preserve,
};

const FIXED: ts.CompilerOptions = {
  allowJs: true,
  checkJs: true,
  noEmit: true,
  skipLibCheck: true,
  composite: false,
  incremental: false,
  declaration: false,
  declarationMap: false,
  emitDeclarationOnly: false,
  noUnusedLocals: false,
  noUnusedParameters: false,
};
