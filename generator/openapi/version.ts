import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { JsonObject } from '../lib/json.ts';
import { at } from '../lib/origin.ts';
import type { Origin } from '../lib/origin.ts';
import { type Result, failed, ok } from '../lib/result.ts';

/** The form in which a document is read, and its version as written. */
export interface Version {
  readonly form: '2.0' | '3.0' | '3.1' | '3.2';
  readonly written: string;
}

/**
 * Reads the version of a document, which YAML may have parsed as a number.
 * Undefined if the document cannot be read.
 */
export function readVersion(root: JsonObject, origin: Origin): Result<Version | undefined> {
  for (const key of ['openapi', 'swagger']) {
    if (!Object.hasOwn(root, key)) continue;
    const value = root[key];
    if (typeof value === 'string' || typeof value === 'number') return known(spell(value), at(origin, key));
    return failed([
      diagnostic('version-unsupported', { version: JSON.stringify(value) }, { origin: at(origin, key) }),
    ]);
  }
  const form = guess(root);
  if (form === undefined) return failed([diagnostic('not-openapi', { file: origin.document }, { origin })]);
  return ok(form, [diagnostic('version-missing', { version: form.written }, { origin })]);
}

/** `2`, `3.1` → `2.0`, `3.1`. */
const spell = (value: string | number): string => (Number.isInteger(value) ? `${value}.0` : String(value));

function known(written: string, origin: Origin): Result<Version | undefined> {
  const match = /^(\d+)(?:\.(\d+))?/.exec(written.trim());
  const major = Number(match?.[1] ?? Number.NaN);
  const minor = Number(match?.[2] ?? 0);
  const unknown = (form: Version['form']): Result<Version> =>
    ok({ form, written }, [unknownVersion(written, form, origin)]);
  if (major === 2) return minor === 0 ? ok({ form: '2.0', written }) : unknown('2.0');
  if (major !== 3) return failed([diagnostic('version-unsupported', { version: written }, { origin })]);
  if (minor === 0) return ok({ form: '3.0', written });
  if (minor === 1) return ok({ form: '3.1', written });
  return minor === 2 ? ok({ form: '3.2', written }) : unknown('3.2');
}

const unknownVersion = (version: string, form: string, origin: Origin): Diagnostic =>
  diagnostic('version-unknown', { version, known: form }, { origin });

function guess(root: JsonObject): Version | undefined {
  const has = (key: string): boolean => Object.hasOwn(root, key);
  if (has('asyncapi')) return undefined;
  if (has('definitions') || has('basePath') || has('securityDefinitions'))
    return has('paths') ? { form: '2.0', written: '2.0' } : undefined;
  return has('paths') || has('webhooks') || has('components') ? { form: '3.1', written: '3.1.0' } : undefined;
}
