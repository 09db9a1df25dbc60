/**
 * Files of a project that no document, config or template may name: credentials that tools keep there, and
 * what git ignores. What is named is copied into the SDK and quoted in messages.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import ignore from 'ignore';
import { projectRoot, realOf } from './boundary.ts';
import { isGitFolder } from './file-names.ts';

/** What not even the document of an SDK may be; that document is often built, and ignored. */
export function isCredential(path: string): boolean {
  const full = realOf(resolve(path));
  return CREDENTIALS.test(basename(full)) || full.split(/[\\/]/).some(isGitFolder);
}

/** `namedBy`: the document that names the file; what was made together, as parts of a built document, stays so. */
export function isPrivate(path: string, namedBy?: string): boolean {
  const full = realOf(resolve(path));
  if (isCredential(full)) return true;
  if (!isIgnored(full)) return false;
  const by = namedBy === undefined ? undefined : realOf(resolve(namedBy));
  return by === undefined || !isIgnored(by) || relative(dirname(by), full).startsWith('..');
}

/** Names that git, npm, Python's tools, Docker and loaders of environments have for secrets. */
const CREDENTIALS =
  /^(?:\.env(?:\..*)?|\.envrc|\.npmrc|\.yarnrc(?:\.yml)?|\.netrc|_netrc|\.pypirc|\.git-credentials|\.dockercfg|\.htpasswd|id_(?:rsa|dsa|ecdsa|ed25519))$/i;

/** As the files `.gitignore` of the folders above have it, the nearest last; without git nothing is. */
function isIgnored(full: string): boolean {
  const root = projectRoot(dirname(full));
  if (!existsSync(join(root, '.git'))) return false;
  let found = false;
  const parts = relative(root, full).split(/[\\/]/);
  for (const depth of parts.keys()) {
    const folder = join(root, ...parts.slice(0, depth));
    const rules =
      textOf(join(folder, '.gitignore')) + (depth === 0 ? textOf(join(root, '.git/info/exclude')) : '');
    if (rules === '') continue;
    const { ignored, unignored } = ignore().add(rules).test(parts.slice(depth).join('/'));
    found = ignored || (found && !unignored);
  }
  return found;
}

function textOf(path: string): string {
  try {
    return `${readFileSync(path, 'utf8')}\n`;
  } catch {
    return '';
  }
}
