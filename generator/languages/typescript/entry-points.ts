/**
 * Modules that can be imported from the package: every file outside `internal/`, by its path below `src/`.
 * `package.json` uses patterns; `jsr.json` does not support them and lists each file.
 */
import { byCodeUnit } from '../../lib/order.ts';
import { SHARED_MODULE } from './layout.ts';
import { ERRORS_MODULE, type TypescriptSdk, TOP_LEVEL_MODULE } from './sdk.ts';

export interface EntryPoint {
  /** The part of the import after the package name: `resources/servers`. */
  readonly subpath: string;
  /** The file below `src/` without extension: `resources/servers/index`. */
  readonly module: string;
}

/** Files directly in `src/` that every SDK has. */
const RUNTIME = [
  'api-promise',
  'client',
  'core',
  'error',
  'operations',
  'pagination',
  'resource',
  'result',
  'streaming',
  'uploads',
  'version',
  'webhooks',
];
/** Files that former SDKs had in a folder named `core`. */
const MOVED = ['api-promise', 'error', 'pagination', 'resource', 'streaming', 'uploads'];

/** Folders that can be imported by their name, because a file of that name exports their index. */
export const openFolders = (sdk: TypescriptSdk): readonly string[] => [
  'resources',
  ...sdk.layout.all.flatMap((resourceLayout) => resourceLayout.folder ?? []),
];

/** All modules that can be imported. */
export function everyEntryPoint(
  sdk: TypescriptSdk,
  functions: readonly string[],
  hasFormerPaths: boolean,
): readonly EntryPoint[] {
  const resources = [
    ...sdk.layout.all.map((resourceLayout) => resourceLayout.module),
    ...[SHARED_MODULE, TOP_LEVEL_MODULE].filter((module) => sdk.types.has(module)),
  ];
  const modules = [...resources, ...functions.map((file) => `funcs/${file}`)];
  const top = [
    ...RUNTIME,
    ...(sdk.pages.length > 0 ? ['pages'] : []),
    ...(sdk.types.has(ERRORS_MODULE) ? [ERRORS_MODULE] : []),
  ];
  const former = hasFormerPaths ? MOVED.map((module) => ({ subpath: `core/${module}`, module })) : [];
  return [
    ...former,
    ...[...openFolders(sdk), ...top, ...modules].map((module) => ({ subpath: module, module })),
  ].sort((a, b) => byCodeUnit(a.subpath, b.subpath));
}
