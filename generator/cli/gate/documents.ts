/** Which documents a change is judged by: those that are named, and what they were in the base. */
import { existsSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { closest } from 'fastest-levenshtein';
import picomatch from 'picomatch';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { type GitTree, nameBefore } from './tree.ts';

/** One document, on both sides or on one. */
export type Pair =
  | { readonly kind: 'both'; readonly before: string; readonly now: string }
  /** The base truly has none. */
  | { readonly kind: 'new'; readonly now: string }
  | { readonly kind: 'gone'; readonly before: string };

/**
 * A name that stands for nothing is an error and never a new document: a gate that looks for a file that is
 * not there would be green for ever. So is a file that git does not keep, as the base cannot have it either.
 */
export function findDocuments(
  wanted: readonly string[],
  tree: GitTree,
  cwd: string,
): { readonly pairs: readonly Pair[]; readonly diagnostics: readonly Diagnostic[] } {
  const found = wanted.map((one) => (isGlob(one, cwd) ? ofGlob(one, tree) : ofName(one, tree, cwd)));
  const pairs = new Map<string, Pair>();
  for (const pair of found.flatMap((one) => one.pairs)) pairs.set(JSON.stringify(pair), pair);
  return { pairs: [...pairs.values()], diagnostics: found.flatMap((one) => one.diagnostics) };
}

interface Found {
  readonly pairs: readonly Pair[];
  readonly diagnostics: readonly Diagnostic[];
}

const missing = (name: string, reason: string, help: string): Found => ({
  pairs: [],
  diagnostics: [{ ...diagnostic('spec-not-here', { name, reason }), help }],
});

const isGlob = (name: string, cwd: string): boolean => /[*?[{]/.test(name) && !existsSync(resolve(cwd, name));

function ofName(wanted: string, tree: GitTree, cwd: string): Found {
  if (/^(?:https?:|npm:)/i.test(wanted))
    return missing(wanted, 'git keeps files only', 'Say what it was before with --base-spec.');
  const name = posix.normalize(wanted.replaceAll('\\', '/'));
  if (!existsSync(resolve(cwd, name))) {
    const known = [...tree.now].filter((one) => /\.(?:ya?ml|json)$/.test(one));
    const near = known.length === 0 ? '' : ` The nearest name is ${closest(name, known)}.`;
    return missing(wanted, 'there is no such file', `Write the name of the document as it is now.${near}`);
  }
  const before = nameBefore(tree, name);
  if (before !== undefined) return { pairs: [{ kind: 'both', before, now: name }], diagnostics: [] };
  if (!tree.now.has(name))
    return missing(
      wanted,
      'git does not keep it, so the base cannot have it',
      'Let --build make it on both sides, or say what it was before with --base-spec.',
    );
  return { pairs: [{ kind: 'new', now: name }], diagnostics: [] };
}

function ofGlob(glob: string, tree: GitTree): Found {
  const fits = picomatch(glob, { dot: true });
  const now = [...tree.now].filter((one) => fits(one)).sort();
  const pairs = now.map((one): Pair => {
    const before = nameBefore(tree, one);
    return before === undefined ? { kind: 'new', now: one } : { kind: 'both', before, now: one };
  });
  const carriedOn = new Set([...tree.renamed.values(), ...now]);
  const gone = [...tree.before]
    .filter((one) => fits(one) && !carriedOn.has(one) && !tree.now.has(one))
    .sort();
  const all: readonly Pair[] = [...pairs, ...gone.map((before): Pair => ({ kind: 'gone', before }))];
  return all.length === 0
    ? missing(glob, 'it fits no file', 'Write a pattern that fits the documents, or their names.')
    : { pairs: all, diagnostics: [] };
}
