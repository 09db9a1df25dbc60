/** Fills in the paths of generated files from views. They never leave the output folder and are unique. */
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { isDeviceName, isGitFolder } from '../lib/file-names.ts';
import { type Result, failed, ok } from '../lib/result.ts';
import { type NamedText, nearest } from './target-file.ts';
import type { TreeFile, Views } from './types.ts';

export function fillPath(pattern: NamedText, element: unknown, views: Views): Result<string | undefined> {
  const diagnostics: Diagnostic[] = [];
  const path = pattern.text.replace(/\{([^{}]*)\}/g, (_whole, name: string) => {
    const fromRoot = name.startsWith('@root.');
    const leaf = leafOf(fromRoot ? views : element, fromRoot ? name.slice('@root.'.length) : name);
    if (leaf.text === undefined)
      diagnostics.push(
        diagnostic(
          'template-path-field',
          { field: name, nearest: nearest(name, leaf.known) },
          { position: pattern.position },
        ),
      );
    return leaf.text ?? '';
  });
  if (diagnostics.length > 0) return failed(diagnostics);
  const fault = pathFault(path);
  return fault
    ? failed([
        diagnostic(
          'template-path-invalid',
          { path: JSON.stringify(path), reason: fault },
          { position: pattern.position },
        ),
      ])
    : ok(path);
}

/** Why a path cannot be used on all systems; undefined if it can. */
export function pathFault(path: string): string | undefined {
  if (path === '') return 'it is empty';
  if (path.length > 240) return 'it is longer than 240 characters';
  for (const part of path.split('/')) {
    if (part === '') return 'it is absolute or has an empty part';
    if (part === '.' || part === '..') return 'it may not leave the output folder';
    if (/[\u0000-\u001f\u007f<>:"|?*\\]/.test(part)) return 'it holds a character that file systems refuse';
    if (/[. ]$/.test(part)) return 'a part ends in a dot or a space, which Windows drops';
    if (isDeviceName(part)) return `${part} is the name of a device on Windows`;
    if (isGitFolder(part)) return 'that folder is not for generated files';
  }
  if (/^\.sdkwright(?:\/|$)/i.test(path)) return 'that folder is not for generated files';
  if (/^src\/lib(?:\/|$)/i.test(path)) return 'src/lib belongs to people and is never written to';
  return undefined;
}

/**
 * Reports duplicate paths, which would lose a file. Paths that differ only in case are
 * the same file on macOS and Windows.
 */
export function checkPaths(files: readonly TreeFile[]): readonly Diagnostic[] {
  const seen = new Map<string, string>();
  return files.flatMap((file) => {
    const folded = file.path.normalize('NFC').toLowerCase();
    const other = seen.get(folded);
    seen.set(folded, file.path);
    return other === undefined ? [] : [diagnostic('template-path-taken', { path: file.path, other })];
  });
}

function leafOf(from: unknown, name: string): { readonly text?: string; readonly known: readonly string[] } {
  let value: unknown = from;
  let known: readonly string[] = [];
  for (const part of name.split('.')) {
    if (typeof value !== 'object' || value === null) return { known };
    known = Object.keys(value);
    if (!Object.hasOwn(value, part)) return { known };
    value = Reflect.get(value, part);
  }
  return typeof value === 'string' ? { text: value, known } : { known };
}
