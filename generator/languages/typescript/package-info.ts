/** What the SDK's package is called and says of itself: from the config, else from the document. */
import type { Config } from '../../config/types.ts';
import type { Api } from '../../ir/types.ts';
import { licenseOf } from '../../lib/license.ts';
import { type PackageInfo, packageName, packageVersion } from './package.ts';

export function packageInfo(
  api: Api,
  config: Pick<Config, 'target' | 'settings' | 'organization'>,
): PackageInfo {
  const { target, settings, organization } = config;
  const repository = target.productionRepo;
  const name = packageName(target.packageName ?? api.client.name);
  const jsr = target.jsr === true ? name : target.jsr === false ? undefined : target.jsr;
  const named = settings.license ?? api.info.license ?? 'UNLICENSED';
  const license = licenseOf(named, organization.name ?? api.info.title);
  return {
    name,
    version: packageVersion(target.version ?? api.info.version),
    description: `TypeScript client of the ${apiName(api.info.title)}`,
    license: license.id,
    licenseText: license.text ?? `${api.info.title}\n\nLicense: ${named}`,
    author: organization.contact
      ? `${organization.name ?? api.info.title} <${organization.contact}>`
      : (organization.name ?? ''),
    ...(organization.contact === undefined ? {} : { contact: organization.contact }),
    repository: repository === undefined ? undefined : `github:${repository}`,
    ...(jsr === undefined ? {} : { jsr }),
    homepage: organization.docs === '' ? undefined : organization.docs,
  };
}

/** `Resend` → `Resend API`, `The Shop API` → `Shop API`: what can stand behind `the`. */
const apiName = (title: string): string => {
  const name = title.replace(/^the\s+/i, '').trim();
  return /\b(?:APIs?|services?|platform|server)\b/i.test(name) ? name : `${name} API`;
};
