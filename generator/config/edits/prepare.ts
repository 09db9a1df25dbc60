/** Prepares the document as the config requests before it is read: overlay files first, then transforms. */
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import type { JsonValue } from '../../lib/json.ts';
import { type Result, ok } from '../../lib/result.ts';
import type { Io } from '../../source/io.ts';
import { loadText } from '../../source/load.ts';
import { isUrl } from '../../source/reference.ts';
import type { Prepared, SourceDocument } from '../../source/types.ts';
import type { Config } from '../types.ts';
import { applyEdits } from './apply.ts';
import { readTransforms } from './from-config.ts';
import { readOverlay } from './overlay.ts';
import type { ConfigEdit } from './types.ts';

/** How files and URLs are read. `allowRemote` permits URLs that a config names. */
export interface FileAccess {
  readonly io: Io;
  readonly allowRemote: boolean;
}

export type Prepare = (root: JsonValue) => Prepared;

/**
 * Loads the overlays and returns the `prepare` callback of `loadDocuments`; undefined if nothing changes
 * the document. `config` is the config's text, for excerpts.
 */
export async function prepareDocument(
  requested: Pick<Config, 'overlays' | 'transforms'>,
  config: SourceDocument | undefined,
  { io, allowRemote }: FileAccess,
): Promise<Result<Prepare | undefined>> {
  if (requested.overlays.length === 0 && requested.transforms.length === 0) return ok(undefined);
  const edits: ConfigEdit[] = [];
  const diagnostics: Diagnostic[] = [];
  const sources: SourceDocument[] = config === undefined ? [] : [config];
  for (const overlay of requested.overlays) {
    // An overlay from the command line has only itself as its origin.
    const isUsers = overlay.origin.document === overlay.value;
    if (!isUsers && !allowRemote && isUrl(overlay.value)) {
      diagnostics.push(diagnostic('config-remote', { url: overlay.value }, { origin: overlay.origin }));
      continue;
    }
    const text = await loadText(overlay.value, io, {
      flag: '--overlay',
      ...(isUsers ? {} : { namedBy: overlay.origin.document }),
    });
    diagnostics.push(
      ...text.diagnostics.map((item) =>
        item.code === 'file-not-found' ||
        (['file-outside', 'file-private', 'file-not-read'].includes(item.code) && !isUsers)
          ? { ...item, origin: overlay.origin }
          : item,
      ),
    );
    if (text.value === undefined) continue;
    sources.push(text.value);
    const read = readOverlay(text.value);
    diagnostics.push(...read.diagnostics);
    edits.push(...read.value);
  }
  const transforms = readTransforms(requested.transforms);
  edits.push(...transforms.value);
  diagnostics.push(...transforms.diagnostics);
  return ok((root) => ({ ...applyEdits(root, edits), sources }), diagnostics);
}
