/**
 * The functions of `sdkwright templates`: the shipped sets, and copies of their files for a user's overlay.
 */
import { isMap, parseDocument } from 'yaml';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { type Result, failed, hasErrors, ok } from '../lib/result.ts';
import { VIEW_VERSION } from '../lib/view-version.ts';
import { hashOriginal } from './layers.ts';
import { loadChain, locate, shippedNames } from './load.ts';
import { nearest } from './target-file.ts';
import type { TemplateIo } from './template-io.ts';
import type { TreeFile } from './types.ts';

export interface SetSummary {
  readonly name: string;
  readonly about: string;
  /** From the base to the set itself. */
  readonly chain: readonly string[];
  /**
   * Files that an overlay can replace and hooks that it can fill, base first. The last
   * layer with a file determines it.
   */
  readonly files: readonly string[];
}

/** The shipped sets, sorted by name. */
export async function listSets(io: TemplateIo): Promise<Result<readonly SetSummary[]>> {
  const diagnostics: Diagnostic[] = [];
  const sets: SetSummary[] = [];
  for (const name of await shippedNames(io)) {
    const described = await describeSet(name, io);
    diagnostics.push(...described.diagnostics);
    if (described.value) sets.push(described.value);
  }
  return ok(sets, diagnostics);
}

export async function describeSet(wanted: string, io: TemplateIo): Promise<Result<SetSummary | undefined>> {
  const chain = await loadChain({ value: wanted }, io, new Map());
  const last = chain.value.at(-1);
  if (hasErrors(chain.diagnostics) || !last) return failed(chain.diagnostics);
  const files = [...new Set(chain.value.flatMap((layer) => [...layer.files.keys()]))]
    .filter((path) => path !== 'target.yaml' && path !== 'README.md')
    .sort();
  return ok(
    {
      name: last.target.name,
      about: last.target.about ?? '',
      chain: chain.value.map((layer) => layer.target.name),
      files,
    },
    chain.diagnostics,
  );
}

export interface EjectOptions {
  /** The set to copy from. */
  readonly set: string;
  /** Paths in the set; partials and hooks also without `.hbs`. */
  readonly names: readonly string[];
  /** The overlay's folder, which may already exist. */
  readonly into: string;
}

/**
 * The files to write into the overlay's folder, relative to it: copies of the named files, and a
 * `target.yaml` that records the originals. A name that the overlay already has is a fault, because a copy
 * would overwrite the user's work.
 */
export async function ejectTemplates(
  { set, names, into }: EjectOptions,
  io: TemplateIo,
): Promise<Result<readonly TreeFile[]>> {
  const chain = await loadChain({ value: set }, io, new Map());
  if (hasErrors(chain.diagnostics)) return ok([], chain.diagnostics);
  const originals = new Map(chain.value.flatMap((layer) => [...layer.files]));
  const folder = locate(into, '.', io);
  const existing = new Set((await io.listFiles(folder)) ?? []);
  const diagnostics: Diagnostic[] = [...chain.diagnostics];
  const copies: TreeFile[] = [];
  for (const name of names) {
    const path = [name, `${name}.hbs`].find((word) => originals.has(word) && word !== 'target.yaml');
    if (path === undefined)
      diagnostics.push(
        diagnostic('template-not-found', { template: name, nearest: nearest(name, originals.keys()) }),
      );
    else if (existing.has(path))
      diagnostics.push(diagnostic('template-ejected-already', { file: `${io.nameOf(folder)}/${path}` }));
    else copies.push({ path, text: originals.get(path) ?? '' });
  }
  if (hasErrors(diagnostics) || copies.length === 0) return ok([], diagnostics);
  const text = existing.has('target.yaml') ? await io.readText(`${folder}/target.yaml`) : undefined;
  return ok(
    [{ path: 'target.yaml', text: noteOriginals(text ?? newTarget(set), copies) }, ...copies],
    diagnostics,
  );
}

const newTarget = (set: string): string => `name: custom\nview: ${VIEW_VERSION}\nextends: ${set}\n`;

/** Keeps the user's content of the file, including comments. */
function noteOriginals(text: string, copies: readonly TreeFile[]): string {
  const target = parseDocument(text);
  if (!isMap(target.get('originals'))) target.set('originals', target.createNode({}));
  for (const copy of copies) target.setIn(['originals', copy.path], hashOriginal(copy.text));
  return target.toString({ lineWidth: 0 });
}
