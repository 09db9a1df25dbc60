/** The folders of a template set, and the role of their files. */
import { sha256 } from '../lib/hash.ts';
import type { TargetFile } from './target-file.ts';

/** A folder of the chain. `files` are relative to it. */
export interface Layer {
  readonly folder: string;
  readonly shown: string;
  readonly target: TargetFile;
  readonly files: ReadonlyMap<string, string>;
  /**
   * Indexes, from 0, of the overlays that this layer is or that build on it.
   * Absent: there is a single overlay.
   */
  readonly overlays?: readonly number[];
}

/** The role of a path inside a set. */
export type Role =
  | { readonly kind: 'partial' | 'runtime' | 'template'; readonly name: string }
  | { readonly kind: 'aside' };

export function roleOf(path: string, runtime: string | undefined): Role {
  if (path === 'target.yaml' || /^(?:README|CHANGELOG)\.md$/.test(path)) return { kind: 'aside' };
  if (runtime !== undefined && path.startsWith(`${runtime}/`)) {
    const name = path.slice(runtime.length + 1);
    return name === 'README.md' ? { kind: 'aside' } : { kind: 'runtime', name };
  }
  const isPartial = /^(?:partials|hooks)\//.test(path) && path.endsWith('.hbs');
  return isPartial
    ? { kind: 'partial', name: path.slice(0, -'.hbs'.length) }
    : { kind: 'template', name: path };
}

/** The runtime folder's name, which is inherited like everything else. */
export const runtimeFolder = (layers: readonly Layer[]): string | undefined =>
  layers.reduce<string | undefined>((found, layer) => layer.target.runtime ?? found, undefined);

/** Hash of a file, independent of its line ends. */
export const hashOriginal = (text: string): string => sha256(text.replaceAll('\r\n', '\n')).slice(0, 12);
