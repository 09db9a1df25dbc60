/** A template set with its overlays merged, checked and ready to render. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Template } from './parse-template.ts';
import type { NamedText, OutputRule, Position } from './target-file.ts';

export interface TemplateSet {
  readonly name: string;
  /** Version of the view contract for which the set was written. */
  readonly view: number;
  /** The language whose views the set uses, and the position of that declaration. */
  readonly language: { readonly text: string; readonly position?: Position };
  /** From the base to the last overlay, with their folders as shown in messages. */
  readonly layers: readonly { readonly name: string; readonly folder: string }[];
  readonly outputs: readonly OutputRule[];
  /** Templates that outputs name, and files to copy. */
  readonly templates: ReadonlyMap<string, Template>;
  readonly verbatim: ReadonlyMap<string, string>;
  readonly partials: ReadonlyMap<string, Template>;
  /** Text in runtime files → the text leaf of the root view that replaces it. */
  readonly runtimeNames: ReadonlyMap<string, NamedText>;
  readonly runtime: readonly RuntimeFile[];
  /** Overlays that have no effect if all their lists are empty. */
  readonly needs: readonly { readonly overlay: string; readonly lists: ReadonlyMap<string, NamedText> }[];
  /** Overlays that some options exclude. */
  readonly refuses: readonly { readonly overlay: string; readonly flags: ReadonlyMap<string, NamedText> }[];
  /** True if the input document with samples is added to the files. */
  readonly documented: boolean;
  /** Hash over everything in the set. */
  readonly hash: string;
}

export interface RuntimeFile {
  /** Path below the output folder. */
  readonly path: string;
  readonly text: string;
  readonly when?: { readonly text: string; readonly position: Position };
  readonly document: string;
  /** True if no formatter would change it. */
  readonly isLaidOut?: boolean;
}

/** The result of loading: the set unless there were errors, and every text that was read, for excerpts. */
export interface LoadedTemplates {
  readonly value: TemplateSet | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, string>;
  /** Folders of the layers on disk, for a watcher. */
  readonly folders: readonly string[];
}
