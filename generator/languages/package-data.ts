/** Facts about a package that are the same in every language. */
import type { Config } from '../config/types.ts';
import type { Api } from '../ir/types.ts';
import { licenseOf } from '../lib/license.ts';

export interface LicenseData {
  /** An SPDX id or expression; undefined where the name is none. */
  readonly spdx: string | undefined;
  /** The same, or what npm takes in its place. */
  readonly id: string;
  readonly text: string;
}

/** Of the config, else of the document. */
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

/** `Resend` → `Resend API`, `The Shop API` → `Shop API`: what can stand behind `the`. */
export const apiName = (title: string): string => {
  const name = title.replace(/^the\s+/i, '').trim();
  return /\b(?:APIs?|services?|platform|server)\b/i.test(name) ? name : `${name} API`;
};
