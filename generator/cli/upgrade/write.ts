/** Files of the user, replaced whole: a reader sees the old text or the new one. */
import { chmodSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';

export interface NewText {
  readonly path: string;
  readonly text: string;
}

/** All drafts are written before the first file is replaced; a fault while drafting leaves everything. */
export function writeTexts(files: readonly NewText[], pid: number): void {
  const drafts: string[] = [];
  try {
    for (const { path, text } of files) {
      const draft = `${path}.sdkwright-${pid}`;
      drafts.push(draft);
      writeFileSync(draft, text, { flag: 'wx' });
      chmodSync(draft, statSync(path).mode);
    }
    for (const { path } of files) renameSync(`${path}.sdkwright-${pid}`, path);
  } catch (error) {
    for (const one of drafts) rmSync(one, { force: true });
    throw error;
  }
}
