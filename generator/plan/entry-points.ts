/**
 * What can be imported from the package: a closed list. Whole folders are open only where every file in them is public
 * (`resources/`, `funcs/`), so the map of a large API stays readable and a new internal file is closed without a thought.
 */
import { byCodeUnit } from '../lib/order.ts';
import { SHARED_MODULE } from './layout.ts';
import { ERRORS_MODULE, type SdkPlan, TOP_LEVEL_MODULE } from './sdk.ts';

export interface EntryPoint {
  /** What users write behind the name of the package: `resources/servers`. */
  readonly subpath: string;
  /** The file below `src/`, without extension: `resources/servers/index`. */
  readonly module: string;
}

/** Files at the top of `src/` that every SDK has. */
const RUNTIME = ['api-promise', 'client', 'core', 'error', 'pagination', 'resource', 'result', 'streaming', 'uploads', 'webhooks'];
/** Where users of the SDKs that this shape comes from import the same things. */
const MOVED = ['api-promise', 'error', 'pagination', 'resource', 'streaming', 'uploads'];

/** All but what the patterns `resources/*` and `funcs/*` lead to. */
export function namedEntryPoints(sdk: SdkPlan): readonly EntryPoint[] {
  const top = [...RUNTIME, ...(sdk.pages.length > 0 ? ['pages'] : []), ...(sdk.types.has(ERRORS_MODULE) ? [ERRORS_MODULE] : [])];
  const folders = ['resources', ...sdk.layout.all.flatMap((one) => one.folder ?? [])];
  return sorted([
    ...top.map((module) => ({ subpath: module, module })),
    ...MOVED.map((module) => ({ subpath: `core/${module}`, module })),
    ...folders.map((folder) => ({ subpath: folder, module: `${folder}/index` })),
  ]);
}

/** The same without patterns, which JSR does not know. */
export function everyEntryPoint(sdk: SdkPlan, functions: readonly string[]): readonly EntryPoint[] {
  const resources = [...sdk.layout.all.map((one) => one.module), ...[SHARED_MODULE, TOP_LEVEL_MODULE].filter((module) => sdk.types.has(module))];
  const modules = [...resources, ...functions.map((file) => `funcs/${file}`)];
  return sorted([...namedEntryPoints(sdk), ...modules.map((module) => ({ subpath: module, module }))]);
}

const sorted = (entries: readonly EntryPoint[]): readonly EntryPoint[] => [...entries].sort((a, b) => byCodeUnit(a.subpath, b.subpath));
