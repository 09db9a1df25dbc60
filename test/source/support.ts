import { upgrade } from '../../generator/openapi/upgrade/upgrade.ts';
import { isJsonObject } from '../../generator/lib/json.ts';
import { memoryIo } from '../../generator/source/io.ts';
import { type LoadOptions, type LoadResult, loadDocuments } from '../../generator/source/load.ts';
import type { Documents } from '../../generator/source/types.ts';

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Loads files from memory; the first is the entry. */
export const load = (files: Files, options: Partial<LoadOptions> = {}): Promise<LoadResult> =>
  loadDocuments(Object.keys(files)[0] ?? '', {
    io: memoryIo(files),
    allowRemote: false,
    upgrade,
    ...options,
  });

/** The documents of a text that must be readable. */
export async function read(text: string | Files, options: Partial<LoadOptions> = {}): Promise<Documents> {
  const { value, diagnostics } = await load(
    typeof text === 'string' ? { 'openapi.yml': text } : text,
    options,
  );
  if (value === undefined) throw new Error(diagnostics.map((one) => one.message).join('\n'));
  return value;
}

/** The object at a path of keys. */
export function nodeAt(root: unknown, ...keys: readonly (string | number)[]): object {
  const value = valueAt(root, ...keys);
  if (typeof value !== 'object' || value === null) throw new Error(`no object at ${keys.join(' ')}`);
  return value;
}

export function valueAt(root: unknown, ...keys: readonly (string | number)[]): unknown {
  let value = root;
  for (const key of keys)
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return value;
}

/** The target of the `$ref` at a path of keys: its id, value and origin, or the codes of what is wrong. */
export function follow(
  documents: Documents,
  ...keys: readonly (string | number)[]
): { id?: string; value?: unknown; origin?: unknown; codes: readonly string[] } {
  const node = nodeAt(documents.root, ...keys);
  const ref = isJsonObject(node) ? node['$ref'] : undefined;
  const { value, diagnostics } = documents.resolve(String(ref), node);
  return { ...value, codes: diagnostics.map((one) => one.code) };
}

export const codes = (result: {
  readonly diagnostics: readonly { readonly code: string }[];
}): readonly string[] => result.diagnostics.map((one) => one.code);
