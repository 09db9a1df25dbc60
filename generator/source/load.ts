import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { isJsonObject } from '../lib/json.ts';
import { byCodeUnit } from '../lib/order.ts';
import { type Result, failed, ok } from '../lib/result.ts';
import { createDocuments } from './documents.ts';
import type { Io } from './io.ts';
import { parseText } from './parse/parse-text.ts';
import { decodePart, isUrl, joinTarget, normalPath, splitReference } from './reference.ts';
import { emptyIndex, indexTree } from './tree-index.ts';
import type { Documents, Prepared, SourceDocument, SourceText, Upgrade } from './types.ts';

export interface LoadOptions {
  readonly io: Io;
  /**
   * True if references may lead to http(s) URLs. The entry itself may always be a
   * URL, because the user named it.
   */
  readonly allowRemote: boolean;
  /** The config that names the entry; absent: the user names it. */
  readonly namedBy?: string;
  readonly upgrade: Upgrade;
  /** Overlays and transforms, applied to the entry document as written. */
  readonly prepare?: (root: SourceDocument['root']) => Prepared;
  /** An absolute folder. An absolute entry inside it gets a name relative to it. */
  readonly cwd?: string;
}

/**
 * `texts` holds every text that was read, including those with faults:
 * `printDiagnostics` needs them for excerpts.
 */
export interface LoadResult extends Result<Documents | undefined> {
  readonly texts: ReadonlyMap<string, SourceText>;
}

const AT_ONCE = 64;
const MAX_DOCUMENTS = 20_000;
const MAX_REMOTE = 500;

/**
 * Reads the entry and everything that it refers to, directly or indirectly. Undefined if the entry cannot
 * be used, which the diagnostics explain.
 */
export async function loadDocuments(entry: string, options: LoadOptions): Promise<LoadResult> {
  const name = entryName(entry, options.cwd);
  const loaded = await loadText(
    name,
    options.io,
    options.namedBy === undefined ? {} : { namedBy: options.namedBy, isEntry: true },
  );
  // An untrusted config could name any file in order to have it quoted.
  const isQuoted = options.namedBy === undefined || /openapi|swagger/.test(loaded.text?.text ?? '');
  const texts = new Map<string, SourceText>(
    loaded.text === undefined || !isQuoted ? [] : [[name, loaded.text]],
  );
  if (loaded.value === undefined) return { ...failed(loaded.diagnostics), texts };
  const prepared: Prepared = options.prepare?.(loaded.value.root) ?? ok(loaded.value.root);
  const diagnostics = [...loaded.diagnostics, ...prepared.diagnostics];
  for (const source of prepared.sources ?? []) texts.set(source.name, source);
  if (!isJsonObject(prepared.value))
    return {
      ...failed([
        ...diagnostics,
        diagnostic('not-openapi', { file: name }, { origin: { document: name, pointer: '' } }),
      ]),
      texts,
    };

  const index = emptyIndex();
  const roots = new Map([[name, prepared.value as SourceDocument['root']]]);
  const missing = new Map<string, Diagnostic>();
  const asked = new Set([name]);
  let refs = targetsOf(name, indexTree(index, name, prepared.value));
  for (;;) {
    const wanted = [...new Set(refs)]
      .filter((target) => !asked.has(target) && !index.ids.has(target))
      .sort(byCodeUnit);
    if (wanted.length === 0) break;
    const batch = wanted.slice(0, AT_ONCE);
    refs = wanted.slice(AT_ONCE);
    const count = { documents: roots.size, remote: [...roots.keys()].filter(isUrl).length };
    const read = await Promise.all(
      batch.map(async (written) => ({
        written,
        loaded: await loadReferred(written, name, { ...options, count }),
      })),
    );
    for (const { written, loaded } of read) {
      asked.add(written);
      const { text, value } = loaded;
      const target = text?.name ?? written;
      if (roots.has(target)) continue;
      if (text !== undefined) texts.set(target, text);
      if (value === undefined) {
        // Notes about the text may come first; what refuses it comes last.
        for (const reason of loaded.diagnostics.slice(-1)) missing.set(target, leftOut(reason));
        continue;
      }
      diagnostics.push(...loaded.diagnostics);
      roots.set(target, value.root);
      refs.push(...targetsOf(target, indexTree(index, target, value.root)));
    }
  }
  const written = options.prepare === undefined ? index : emptyIndex();
  if (written !== index) indexTree(written, name, loaded.value.root);
  return {
    ...createDocuments({
      entry: name,
      roots,
      sources: texts,
      index,
      written,
      missing,
      prepared,
      upgrade: options.upgrade,
      diagnostics,
    }),
    texts,
  };
}

/** If a document cannot be read, whatever refers to it is left out, for any reason. */
function leftOut(reason: Diagnostic): Diagnostic {
  // An exhausted budget and a file that looks like a secret are not mere typing errors.
  return reason.code === 'too-many-documents' || reason.code === 'file-private'
    ? reason
    : { ...reason, leavesOut: true };
}

export interface LoadedText extends Result<SourceDocument | undefined> {
  readonly text?: SourceText;
}

export interface TextSource {
  /** The option that names the file, for the message if it does not exist. */
  readonly flag?: string;
  /** The document or config whose text names it. */
  readonly namedBy?: string;
  /**
   * True for the document from which an SDK is generated. A project may well generate that
   * document and have git ignore it.
   */
  readonly isEntry?: boolean;
}

/** Reads a text that is not an OpenAPI document itself: a config, an overlay, a part. */
export async function loadText(
  name: string,
  io: Io,
  { flag = '--spec', namedBy, isEntry = false }: TextSource = {},
): Promise<LoadedText> {
  if (namedBy !== undefined && !isUrl(name) && io.isPrivate?.(name, { namedBy, isEntry }) === true)
    return failed([diagnostic('file-private', { file: name })]);
  const fetched = isUrl(name) ? await io.fetch(name) : await io.readFile(name, namedBy);
  if (fetched?.kind === 'outside')
    return failed([diagnostic('file-outside', { file: name, folder: fetched.folder })]);
  if (fetched === undefined) return failed([diagnostic('file-not-found', { file: name, flag })]);
  if (fetched.kind === 'fault' && fetched.reason === 'EISDIR')
    return failed([
      diagnostic('file-is-folder', { file: name === '' ? '.' : name, example: exampleIn(name) }),
    ]);
  if (fetched.kind === 'fault')
    return failed([diagnostic('file-not-read', { file: name, reason: fetched.reason })]);
  return parseText(name, fetched.bytes);
}

const exampleIn = (folder: string): string =>
  ['', '.'].includes(folder) ? 'openapi.yml' : `${folder.replace(/\/+$/, '')}/openapi.yml`;

/** Reads a document that `entry`, or a document to which it refers, names. */
async function loadReferred(
  target: string,
  entry: string,
  {
    io,
    allowRemote,
    count,
  }: LoadOptions & { readonly count: { readonly documents: number; readonly remote: number } },
): Promise<LoadedText> {
  if (isUrl(target) && !allowRemote) return failed([diagnostic('ref-remote', { url: target })]);
  if (count.documents >= MAX_DOCUMENTS || (isUrl(target) && count.remote >= MAX_REMOTE))
    return failed([diagnostic('too-many-documents', { limit: isUrl(target) ? MAX_REMOTE : MAX_DOCUMENTS })]);
  if (!isUrl(target) && /^[a-z][a-z0-9+.-]+:/i.test(target))
    return failed([diagnostic('ref-not-found', { ref: target })]);
  const first = await loadText(target, io, { namedBy: entry });
  if (
    first.value !== undefined ||
    !target.includes('%') ||
    isUrl(target) ||
    first.diagnostics[0]?.code !== 'file-not-found'
  )
    return asReferred(target, first);
  return asReferred(target, await loadText(decodePart(target), io, { namedBy: entry }));
}

/** A missing file is reported at the reference that names it. */
const asReferred = (target: string, result: LoadedText): LoadedText =>
  result.diagnostics[0]?.code === 'file-not-found'
    ? failed([diagnostic('ref-file-not-found', { file: target })])
    : result;

const targetsOf = (document: string, refs: readonly string[]): string[] =>
  refs.flatMap((ref) => {
    const { target } = splitReference(ref);
    return target === '' ? [] : [joinTarget(document, target)];
  });

function entryName(entry: string, cwd: string | undefined): string {
  if (isUrl(entry)) return joinTarget('', entry);
  const path = normalPath(entry);
  const folder = cwd === undefined ? undefined : `${normalPath(cwd)}/`;
  return folder !== undefined && path.startsWith(folder) ? path.slice(folder.length) : path;
}
