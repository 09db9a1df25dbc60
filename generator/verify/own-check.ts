/** Type check of a tree with its own `tsconfig.json` and the installed packages. */
import ts from 'typescript';
import type { TreeFile } from '../emit/types.ts';
import { isJsonObject } from '../lib/json.ts';
import { CONSUMER } from './program.ts';
import { type TypeFault, typecheckTree } from './typecheck.ts';

export interface OwnCheck {
  readonly faults: readonly TypeFault[];
  /** Packages that the tree imports but that are not installed. Files that import them are not checked. */
  readonly missing: readonly string[];
}

/** Globals of runtimes without a tsconfig. */
const GLOBALS: TreeFile = { path: 'globals.d.ts', text: 'declare const Deno: any;\n' };

/**
 * `packages` is the folder from which packages are resolved. A tree without a tsconfig is checked strictly.
 */
export function checkOwn(own: readonly TreeFile[], packages: string): OwnCheck {
  const config = ownConfig(own);
  const files = config ? own : [...own, GLOBALS];
  const roots = own.map((file) => file.path).filter((path) => /\.[mc]?ts$/.test(path));
  const wanted = config ? roots.filter((path) => config.isIncluded(path)) : roots;
  // The compiler takes long to begin, also without files.
  if (wanted.length === 0) return { faults: [], missing: [] };
  const faults = typecheckTree(files, {
    packages,
    roots: config ? wanted : [...wanted, GLOBALS.path],
    ...(config && { settings: { ...CONSUMER, ...config.options } }),
  });
  const declared = declaredPackages(files);
  const missingIn = (fault: TypeFault): string | undefined => {
    const name = MISSING_CODES.has(fault.code) ? /'([^']+)'/.exec(fault.message)?.[1] : undefined;
    if (name === undefined || name.startsWith('.')) return undefined;
    const owner = /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name;
    return declared.has(owner) || /^(?:node|npm|jsr|https?):/.test(name) ? owner : undefined;
  };
  const missing = new Set(faults.flatMap((fault) => missingIn(fault) ?? []));
  const unjudged = new Set(
    faults.filter((fault) => missingIn(fault) !== undefined).map((fault) => fault.file),
  );
  return { faults: faults.filter((fault) => !unjudged.has(fault.file)), missing: [...missing].sort() };
}

/** Module not found, or without types. */
const MISSING_CODES: ReadonlySet<number> = new Set([2307, 2591, 2792, 7016]);

interface OwnConfig {
  readonly options: ts.CompilerOptions;
  readonly isIncluded: (path: string) => boolean;
}

function ownConfig(files: readonly TreeFile[]): OwnConfig | undefined {
  const file = files.find((treeFile) => treeFile.path === 'tsconfig.json');
  if (!file) return undefined;
  const parsed: unknown = ts.parseConfigFileTextToJson(file.path, file.text).config;
  // The extended config is not in the tree.
  if (!isJsonObject(parsed) || 'extends' in parsed) return undefined;
  const { options } = ts.convertCompilerOptionsFromJson(parsed['compilerOptions'] ?? {}, '/tree');
  const folders = textsOf(parsed['include']).map((text) => text.replace(/\*.*$/, '').replace(/\/$/, ''));
  return {
    options: { ...options, noEmit: true, skipLibCheck: true },
    isIncluded: (path) =>
      folders.length === 0 ||
      folders.some((folder) => folder === '' || path === folder || path.startsWith(`${folder}/`)),
  };
}

/** All packages that `package.json` declares. */
function declaredPackages(files: readonly TreeFile[]): ReadonlySet<string> {
  const text = files.find((file) => file.path === 'package.json')?.text;
  const manifest: unknown = text === undefined ? undefined : JSON.parse(text);
  if (!isJsonObject(manifest)) return new Set();
  const lists = ['dependencies', 'peerDependencies', 'optionalDependencies', 'devDependencies'];
  return new Set(lists.flatMap((list) => Object.keys(isJsonObject(manifest[list]) ? manifest[list] : {})));
}

const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
