/** Files for the document itself: its copy with samples, and a page per operation. */
import type { Documents } from '../source/types.ts';
import { withMarksNamed } from '../text/code.ts';
import { bundleDocuments } from './bundle.ts';
import { documentSpec } from './document-spec.ts';
import { referenceIndex, referencePages } from './reference-page.ts';
import type { DocumentedOperation, SampleKey } from './types.ts';

export const DOCUMENTED_SPEC = 'openapi.documented.yml';

export interface DocumentedOptions {
  readonly operations: readonly DocumentedOperation[];
  /**
   * The text of the document cannot be reused: overlays or transforms changed it, or only some parsers accept
   * it.
   */
  readonly isWrittenAnew: boolean;
  readonly hasPages: boolean;
  readonly key?: SampleKey;
}

/** These files are written in their final layout and not formatted. */
export function documentedFiles(
  documents: Documents,
  options: DocumentedOptions,
): readonly { readonly path: string; readonly text: string }[] {
  const { operations, key } = options;
  const source = documents.sources.get(documents.originOf(documents.root).document);
  if (!source) return [];
  const whole = bundleDocuments(documents);
  const root = whole ?? (options.isWrittenAnew ? documents.root : undefined);
  const text = documentSpec(source, {
    operations,
    tree: documents.root,
    ...(root ? { root } : {}),
    ...(key ? { key } : {}),
  });
  const pages = options.hasPages
    ? referencePages(whole ?? documents.root, operations, DOCUMENTED_SPEC).map(({ operation, text }) => ({
        operation,
        file: { path: `docs/reference/${operation.slug}.md`, text: withMarksNamed(text) },
      }))
    : [];
  const index = options.hasPages
    ? [
        {
          path: 'docs/reference/README.md',
          text: withMarksNamed(referenceIndex(pages.map((page) => page.operation))),
        },
      ]
    : [];
  return [{ path: DOCUMENTED_SPEC, text }, ...index, ...pages.map((page) => page.file)];
}
