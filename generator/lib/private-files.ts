/**
 * Files of a project that no document, config or template may name: credentials that tools store there, and
 * files that git ignores. Named files are copied into the SDK and quoted in messages.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import ignore from 'ignore';
import { projectRoot, realOf } from './boundary.ts';
import { isGitFolder } from './file-names.ts';

/**
 * True for files that even the SDK's own document may not be. (That document is often generated and
 * ignored by git, which is allowed.)
 */
export function isCredential(path: string): boolean {
  const full = realOf(resolve(path));
  return CREDENTIALS.test(basename(full)) || full.split(/[\\/]/).some(isGitFolder);
}

/**
 * True if a document must not name the file. `namedBy`: the document that names it. Files that are ignored
 * together with it, such as parts of a generated document, may refer to each other.
 */
export function isPrivate(path: string, namedBy?: string): boolean {
  const full = realOf(resolve(path));
  if (isCredential(full)) return true;
  if (!isIgnored(full)) return false;
  const by = namedBy === undefined ? undefined : realOf(resolve(namedBy));
  return by === undefined || !isIgnored(by) || relative(dirname(by), full).startsWith('..');
}

/** Names that git, npm, Python's tools, Docker and environment loaders use for secrets. */
const CREDENTIALS =
  /^(?:\.env(?:\..*)?|\.envrc|\.npmrc|\.yarnrc(?:\.yml)?|\.netrc|_netrc|\.pypirc|\.git-credentials|\.dockercfg|\.htpasswd|id_(?:rsa|dsa|ecdsa|ed25519))$/i;

/** Applies the `.gitignore` files of all parent folders, the nearest last. Without git nothing is ignored. */
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
