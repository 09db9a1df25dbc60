/** Facts about the npm package that are no part of the API. */
import { type Code, jsonText } from './code.ts';

export interface PackageInfo {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  /** An SPDX id, or what npm takes in its place. */
  readonly license: string;
  readonly licenseText: string;
  readonly author: string;
  /** Address for people. */
  readonly contact?: string;
  readonly repository: string | undefined;
  readonly homepage: string | undefined;
  /** Name on JSR, when it is published there: `@scope/name`. */
  readonly jsr?: string;
}

/** A JSON string, for JSON files. */
export const json = (value: string): Code => jsonText(value);

/** npm's rules for names (validate-npm-package-name), applied to what a document or config says. */
export function packageName(wanted: string): string {
  const clean = wanted
    .toLowerCase()
    .replace(/[^a-z0-9@/._~-]+/g, '-')
    .replace(/^[-._]+|[-._]+$/g, '');
  return /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/.test(clean) && clean.length <= 214
    ? clean
    : 'sdk';
}

/** A version that npm accepts; a document's `info.version` can be anything. */
export const packageVersion = (wanted: string): string => (isVersion(wanted) ? wanted : '0.1.0');

/** SemVer 2.0.0, without leading zeros looked for. */
const isVersion = (text: string): boolean =>
  /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/.test(text);

/** Of a `package.json` or `jsr.json`; undefined where it has none that is a version. */
export function versionIn(text: string): string | undefined {
  try {
    const manifest: unknown = JSON.parse(text);
    const version =
      typeof manifest === 'object' && manifest !== null && 'version' in manifest
        ? manifest.version
        : undefined;
    return typeof version === 'string' && isVersion(version) ? version : undefined;
  } catch {
    // A file in conflict, or another one by that name.
    return undefined;
  }
}
