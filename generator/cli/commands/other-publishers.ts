/** Looks for workflows that may publish as well as a new `release.yml`. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isPublisher } from '../../adopt/rules.ts';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { LANGUAGES } from '../../languages/data.ts';
import { readDisk } from '../../output/disk.ts';
import { RELEASE } from '../../repository/root-files.ts';

const FOLDER = '.github/workflows';

/**
 * @param dir the root of the repository
 * @param created paths of the files that the run creates
 */
export function otherPublishers(dir: string, created: readonly string[]): readonly Diagnostic[] {
  if (!created.includes(RELEASE)) return [];
  return workflowsIn(dir)
    .map((name) => `${FOLDER}/${name}`)
    .filter((path) => path !== RELEASE && publishes(dir, path))
    .map((file) => diagnostic('publisher-exists', { file, created: RELEASE }));
}

function workflowsIn(dir: string): readonly string[] {
  try {
    return readdirSync(join(dir, FOLDER))
      .filter((name) => /\.ya?ml$/.test(name))
      .sort();
  } catch {
    return [];
  }
}

function publishes(dir: string, path: string): boolean {
  const disk = readDisk(dir, path);
  return (
    disk.kind === 'file' && LANGUAGES.some((language) => isPublisher({ path, text: disk.text }, language))
  );
}
