/** Runtime files that are already formatted in their set, so a run need not format them again. */
import { format, formatKey } from './format.ts';
import type { TreeFile } from './types.ts';

/** The keys of those files, computed by the build. */
export async function laidOutKeys(files: readonly TreeFile[]): Promise<readonly string[]> {
  const rendered = new Map((await format(files)).value.map((treeFile) => [treeFile.path, treeFile.text]));
  return files.filter((file) => rendered.get(file.path) === file.text).map(formatKey);
}

/** Any change of the formatter's version or of the text changes the key. */
export function laidOutIn(keys: readonly string[]): (file: TreeFile) => boolean {
  const known = new Set(keys);
  return (file) => known.size > 0 && known.has(formatKey(file));
}
