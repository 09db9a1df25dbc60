/** Data of the npm package that does not belong to the API. */
import { type Code, jsonText } from './code.ts';

export interface PackageInfo {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  /** An SPDX id, or a replacement that npm accepts. */
  readonly license: string;
  readonly licenseText: string;
  readonly author: string;
  /** Contact address. */
  readonly contact?: string;
  readonly repository: string | undefined;
  readonly homepage: string | undefined;
  /** Name on JSR if it is published there: `@scope/name`. */
  readonly jsr?: string;
}

/** A JSON string for JSON files. */
export const json = (value: string): Code => jsonText(value);

/** Applies npm's naming rules (validate-npm-package-name) to a name from the document or config. */
export function packageName(wanted: string): string {
  const clean = wanted
    .toLowerCase()
    .replace(/[^a-z0-9@/._~-]+/g, '-')
    .replace(/^[-._]+|[-._]+$/g, '');
  return /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/.test(clean) && clean.length <= 214
    ? clean
    : 'sdk';
}
