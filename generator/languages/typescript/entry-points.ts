/**
 * What can be imported from the package: every file but those of `internal/`, by its path below `src/`. npm's
 * map says that in patterns, with
 * the extensions that users of the earlier SDKs wrote; JSR knows no patterns.
 */
import { byCodeUnit } from '../../lib/order.ts';
import { SHARED_MODULE } from './layout.ts';
import { ERRORS_MODULE, type TypescriptPlan, TOP_LEVEL_MODULE } from './sdk.ts';

export interface EntryPoint {
  /** What users write behind the name of the package: `resources/servers`. */
  readonly subpath: string;
  /** The file below `src/`, without extension: `resources/servers/index`. */
  readonly module: string;
}

/** Files at the top of `src/` that every SDK has. */
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
/** Where users of the SDKs that this shape comes from import the same things. */
const MOVED = ['api-promise', 'error', 'pagination', 'resource', 'streaming', 'uploads'];

/** Ends of the paths that earlier SDKs let their users write. */
const ENDINGS = ['', '.js', '.mjs'];

/** What the patterns do not lead to: folders, and paths of earlier SDKs. */
export function renamedEntryPoints(sdk: TypescriptPlan): readonly EntryPoint[] {
  return sorted(
    aliases(sdk).flatMap(({ subpath, module }) =>
      ENDINGS.map((ending) => ({ subpath: `${subpath}${ending}`, module })),
    ),
  );
}

function aliases(sdk: TypescriptPlan): readonly EntryPoint[] {
  const folders = ['resources', ...sdk.layout.all.flatMap((one) => one.folder ?? [])];
  return [
    ...MOVED.map((module) => ({ subpath: `core/${module}`, module })),
    ...folders.map((folder) => ({ subpath: folder, module: `${folder}/index` })),
  ];
}

/** All, one by one. */
export function everyEntryPoint(sdk: TypescriptPlan, functions: readonly string[]): readonly EntryPoint[] {
  const resources = [
    ...sdk.layout.all.map((one) => one.module),
    ...[SHARED_MODULE, TOP_LEVEL_MODULE].filter((module) => sdk.types.has(module)),
  ];
  const modules = [...resources, ...functions.map((file) => `funcs/${file}`)];
  const top = [
    ...RUNTIME,
    ...(sdk.pages.length > 0 ? ['pages'] : []),
    ...(sdk.types.has(ERRORS_MODULE) ? [ERRORS_MODULE] : []),
  ];
  return sorted([...aliases(sdk), ...[...top, ...modules].map((module) => ({ subpath: module, module }))]);
}

const sorted = (entries: readonly EntryPoint[]): readonly EntryPoint[] =>
  [...entries].sort((a, b) => byCodeUnit(a.subpath, b.subpath));
