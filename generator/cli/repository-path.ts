/** Names of files as code hosts expect them: from the root of the repository, whatever the current folder. */
import { existsSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import { projectRoot } from '../lib/boundary.ts';
import { isUrl, normalPath } from '../source/reference.ts';

export function repositoryPath(cwd: string): (name: string) => string {
  const root = projectRoot(cwd);
  const prefix = relative(root, cwd).replaceAll('\\', '/');
  return (name) => {
    if (isUrl(name)) return name;
    if (isAbsolute(name)) {
      const inside = relative(root, name).replaceAll('\\', '/');
      return inside.startsWith('..') ? name : inside;
    }
    // Files of a commit have their names from the root already.
    const isFromRoot = name.startsWith(`${prefix}/`) && !existsSync(resolve(cwd, name));
    return prefix === '' || isFromRoot ? name : normalPath(`${prefix}/${name}`);
  };
}
