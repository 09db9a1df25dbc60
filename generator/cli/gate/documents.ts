/** Finds the documents that a change affects: the named documents, and their counterparts in the base. */
import { existsSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { closest } from 'fastest-levenshtein';
import picomatch from 'picomatch';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { type GitTree, nameBefore } from './tree.ts';

/** A document on both sides or on a single side. */
export type DocumentPair =
  | { readonly kind: 'both'; readonly before: string; readonly now: string }
  /** The base has no such document. */
  | { readonly kind: 'new'; readonly now: string }
  | { readonly kind: 'gone'; readonly before: string };

/**
 * A name that matches nothing is an error and never a new document, because a gate with a
 * misspelt file name would always pass. The same holds for a file that git does not track,
 * because the base cannot have it.
 */
export async function findDocuments(
  wanted: readonly string[],
  tree: GitTree,
  { cwd, textBefore }: Repository,
): Promise<FoundDocuments> {
  const found = wanted.flatMap((name) => [
    ...(isGlob(name) ? [ofGlob(name, tree)] : []),
    // A file may be named like a pattern: it is compared in addition to the files that match.
    ...(!isGlob(name) || existsSync(resolve(cwd, name)) ? [ofName(name, tree, cwd)] : []),
  ]);
  const byKey = new Map(found.flatMap((item) => item.pairs).map((pair) => [JSON.stringify(pair), pair]));
  const diagnostics = found.flatMap((item) => item.diagnostics);
  const carried = await carryOn([...byKey.values()], tree, textBefore);
  return { ...carried, diagnostics: [...diagnostics, ...carried.diagnostics] };
}

export interface Repository {
  readonly cwd: string;
  /** Returns the text of a file of the base. */
  readonly textBefore: (path: string) => Promise<string | undefined>;
}

export interface FoundDocuments {
  readonly pairs: readonly DocumentPair[];
  /** Notes for the user about how the documents were found. */
  readonly notes: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * A document that seems new may exist in the base under another name, rewritten or split into parts; its
 * removed calls would then go unnoticed. It is paired with the only removed document. If that is
 * ambiguous, the user must decide.
 */
async function carryOn(
  pairs: readonly DocumentPair[],
  tree: GitTree,
  textBefore: Repository['textBefore'],
): Promise<FoundDocuments> {
  const added = pairs.flatMap((pair) => (pair.kind === 'new' ? [pair.now] : []));
  if (added.length === 0) return { pairs, notes: [], diagnostics: [] };
  const known = new Set(pairs.flatMap((pair) => (pair.kind === 'both' ? [pair.before] : [])));
  const removed: string[] = [];
  for (const path of [...tree.before].sort())
    if (!tree.now.has(path) && !known.has(path) && NAMES.test(path) && isDocument(await textBefore(path)))
      removed.push(path);
  const [now = ''] = added;
  const [before] = removed;
  if (before === undefined) return { pairs, notes: [], diagnostics: [] };
  if (added.length === 1 && removed.length === 1)
    return {
      pairs: [
        ...pairs.filter((pair) => pair.kind === 'both' || (pair.kind === 'gone' && pair.before !== before)),
        { kind: 'both', before, now },
      ],
      notes: [`${now} is compared with ${before}, which is gone.`],
      diagnostics: [],
    };
  const isTold = removed.every((path) => pairs.some((pair) => pair.kind === 'gone' && pair.before === path));
  const reason = `it is new while ${removed.join(', ')} is gone, so it is unclear what it was`;
  return {
    pairs,
    notes: [],
    diagnostics: isTold
      ? []
      : missing(now, reason, 'Name the document that it was with --base-spec REVISION:PATH.').diagnostics,
  };
}

const NAMES = /\.(?:ya?ml|json)$/i;
// The whole text: with sorted keys `openapi` comes after `components`.
const isDocument = (text: string | undefined): boolean =>
  text !== undefined && /(?:^|[{,\s])["']?(?:openapi|swagger)["']?\s*:/.test(text);

interface PairedDocuments {
  readonly pairs: readonly DocumentPair[];
  readonly diagnostics: readonly Diagnostic[];
}

const missing = (name: string, reason: string, help: string): PairedDocuments => ({
  pairs: [],
  diagnostics: [{ ...diagnostic('spec-not-here', { name, reason }), help }],
});

const isGlob = (name: string): boolean => /[*?[{]/.test(name);

function ofName(wanted: string, tree: GitTree, cwd: string): PairedDocuments {
  if (/^(?:https?:|npm:)/i.test(wanted))
    return missing(wanted, 'git keeps files only', 'Say what it was before with --base-spec.');
  const name = posix.normalize(wanted.replaceAll('\\', '/'));
  if (!existsSync(resolve(cwd, name))) {
    const known = [...tree.now].filter((text) => /\.(?:ya?ml|json)$/.test(text));
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

function ofGlob(glob: string, tree: GitTree): PairedDocuments {
  const fits = picomatch(glob, { dot: true });
  const now = [...tree.now].filter((name) => fits(name)).sort();
  const pairs = now.map((name): DocumentPair => {
    const before = nameBefore(tree, name);
    return before === undefined ? { kind: 'new', now: name } : { kind: 'both', before, now: name };
  });
  const left = [...tree.before].filter((name) => fits(name) && !tree.now.has(name)).sort();
  const all: readonly DocumentPair[] = [...pairs, ...left.map((before) => pairOfLeft(before, tree))];
  return all.length === 0
    ? missing(glob, 'it fits no file', 'Write a pattern that fits the documents, or their names.')
    : { pairs: all, diagnostics: [] };
}

/** A document that the pattern no longer matches: it may have been moved. */
function pairOfLeft(before: string, { renamed }: GitTree): DocumentPair {
  const [now] = [...renamed].find(([, old]) => old === before) ?? [];
  return now === undefined ? { kind: 'gone', before } : { kind: 'both', before, now };
}
