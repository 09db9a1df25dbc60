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
