/** Names of files as code hosts expect them: from the root of the repository, whatever the current folder. */
import { existsSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import { isBelow, projectRoot, realOf } from '../lib/boundary.ts';
import { isUrl, normalPath } from '../source/reference.ts';

export function repositoryPath(cwd: string): (name: string) => string {
  const [root, here] = [projectRoot(cwd), realOf(cwd)];
  const prefix = `${normalPath(relative(root, here))}/`;
  return (name) => {
    if (isUrl(name)) return name;
    // Files of a commit have their names from the root already.
    const isFromRoot = name.startsWith(prefix) && !existsSync(resolve(here, name));
    const full = resolve(isFromRoot ? root : here, name);
    return isAbsolute(name) && !isBelow(root, full) ? name : normalPath(relative(root, full));
  };
}
