/** `sdkwright docs --out DIR`: writes the site as files that any host can serve. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { type SiteFiles, storedPath } from '../../docs-site/site.ts';
import { pathFault } from '../../emit/output-path.ts';
import { byCodeUnit } from '../../lib/order.ts';
import { removeFile } from '../../output/file-ops.ts';
import { pathObstacle, writeFiles } from '../../output/write-file.ts';

/**
 * Lists the files of the last run, so that pages that are no longer
 * generated are removed, and nothing else.
 */
const RECORD = '.sdkwright-site';

/** If there are diagnostics, nothing was written. `dir` is relative to `cwd`. */
export function writeSite(cwd: string, dir: string, site: SiteFiles): readonly Diagnostic[] {
  const folder = resolve(cwd, dir);
  const obstacle = pathObstacle(cwd, dir);
  if (obstacle !== undefined) return [obstacle];
  const record = join(folder, RECORD);
  const isOurs = existsSync(record);
  if (!isOurs && existsSync(folder) && readdirSync(folder).length > 0)
    return [diagnostic('site-folder-taken', { folder: dir })];
  const files = [...site].map(([url, file]) => ({ path: storedPath(url, file), text: file.body }));
  const paths = files.map(({ path }) => path).sort(byCodeUnit);
  const before = isOurs ? readFileSync(record, 'utf8').split('\n') : [];
  const faults = writeFiles(cwd, [
    ...files.map(({ path, text }) => ({ path: join(dir, path), text })),
    { path: join(dir, RECORD), text: `${paths.join('\n')}\n` },
  ]);
  if (faults.length > 0) return faults;
  const kept = new Set(paths);
  // The record may be untrusted, so only pages inside this folder are removed.
  const stale = before.filter(
    (path) => /\.(?:html|css|js|json)$/.test(path) && pathFault(path) === undefined && !kept.has(path),
  );
  for (const path of stale)
    if (pathObstacle(cwd, join(dir, path)) === undefined) removeFile(join(folder, path));
  return [];
}
