/** Runtime files that stand in their set as formatters would lay them out: a run need not do it again. */
import { format, formatKey } from './format.ts';
import type { TreeFile } from './types.ts';

/** The keys of those files, for the build. */
export async function laidOutKeys(files: readonly TreeFile[]): Promise<readonly string[]> {
  const rendered = new Map((await format(files)).value.map((treeFile) => [treeFile.path, treeFile.text]));
  return files.filter((file) => rendered.get(file.path) === file.text).map(formatKey);
}

/** Another version of a formatter, or another text, has another key. */
export function laidOutIn(keys: readonly string[]): (file: TreeFile) => boolean {
  const known = new Set(keys);
  return (file) => known.size > 0 && known.has(formatKey(file));
}
