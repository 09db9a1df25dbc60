/** Data of a package that is the same in every language. */
import type { Config } from '../config/types.ts';
import type { Api } from '../ir/types.ts';
import { licenseOf } from '../lib/license.ts';

export interface LicenseData {
  /** An SPDX id or expression; undefined if the license's name is neither. */
  readonly spdx: string | undefined;
  /** The same, or a replacement that npm accepts. */
  readonly id: string;
  readonly text: string;
}

/** From the config, otherwise from the document. */
export function licenseData(
  api: Api,
  { settings, organization }: Pick<Config, 'settings' | 'organization'>,
): LicenseData {
  const named = settings.license ?? api.info.license ?? 'UNLICENSED';
  const license = licenseOf(named, organization.name ?? api.info.title);
  return {
    id: license.id,
    spdx: /^(?:UNLICENSED$|SEE LICENSE)/.test(license.id) ? undefined : license.id,
    text: license.text ?? `${api.info.title}\n\nLicense: ${named}`,
  };
}

/** `The Shop API` → `Shop API`, to follow `the`. */
export const withoutArticle = (title: string): string => title.trim().replace(/^the\s+/i, '');

/** A name that can follow `the`: `Resend` → `Resend API`, `The Shop API` → `Shop API`. */
export const apiName = (title: string): string => {
  const name = withoutArticle(title);
  return /\b(?:APIs?|services?|platform|server)\b/i.test(name) ? name : `${name} API`;
};
