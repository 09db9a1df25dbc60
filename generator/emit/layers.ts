/** The folders that a template set is made of, and what their files are in it. */
import { sha256 } from '../lib/hash.ts';
import type { TargetFile } from './target-file.ts';

/** One folder of the chain. `files` are relative to it. */
export interface Layer {
  readonly folder: string;
  readonly shown: string;
  readonly target: TargetFile;
  readonly files: ReadonlyMap<string, string>;
  /** Which of several overlays, from 0, it is or is built on by. Absent: there is one. */
  readonly overlays?: readonly number[];
}

/** The role that a path has inside a set. */
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

/** The runtime folder's name is inherited like everything else. */
export const runtimeFolder = (layers: readonly Layer[]): string | undefined =>
  layers.reduce<string | undefined>((found, layer) => layer.target.runtime ?? found, undefined);

/** Of one file, line ends aside. */
export const hashOriginal = (text: string): string => sha256(text.replaceAll('\r\n', '\n')).slice(0, 12);
