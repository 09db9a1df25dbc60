/** Splits URI references (RFC 3986), as far as documents refer to each other by files and http(s) URLs. */

export interface Reference {
  /** The reference without its fragment; '' for a reference into the same document. */
  readonly target: string;
  /** The fragment without `#`, as written. */
  readonly fragment: string;
}

export function splitReference(ref: string): Reference {
  const hash = ref.indexOf('#');
  return hash < 0
    ? { target: ref, fragment: '' }
    : { target: ref.slice(0, hash), fragment: ref.slice(hash + 1) };
}

export const isUrl = (name: string): boolean => /^https?:\/\//i.test(name);

/** The name of the document to which `target` refers inside the document `base`. */
export function joinTarget(base: string, target: string): string {
  if (target === '') return base;
  if (isUrl(target)) return normalUrl(target);
  if (isUrl(base)) return URL.canParse(target, base) ? new URL(target, base).href : target;
  if (/^file:\/\//i.test(target)) return decodePart(target.slice('file://'.length));
  if (/^[a-z][a-z0-9+.-]+:/i.test(target)) return target;
  return target.startsWith('/')
    ? normalPath(target)
    : normalPath(`${base.slice(0, base.lastIndexOf('/') + 1)}${target}`);
}

/** The folder to which `target` refers inside `base`; `.` for the folder that paths are relative to. */
export const joinFolder = (base: string, target: string): string => joinTarget(base, target) || '.';

/** `./a/../b.yml` → `b.yml`. A leading `..` stays. */
export function normalPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '.' || (part === '' && parts.length > 0)) continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..' && parts.at(-1) !== '') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

/** Percent-decodes a text; malformed text stays as it is. */
export function decodePart(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const normalUrl = (text: string): string => (URL.canParse(text) ? new URL(text).href : text);
