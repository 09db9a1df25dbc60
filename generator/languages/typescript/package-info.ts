/** What the SDK's package is called and says of itself: from the config, else from the document. */
import type { Config } from '../../config/types.ts';
import type { Api } from '../../ir/types.ts';
import { apiName, licenseData } from '../package-data.ts';
import { type PackageInfo, packageName, packageVersion } from './package.ts';

export function packageInfo(
  api: Api,
  config: Pick<Config, 'target' | 'settings' | 'organization'>,
): PackageInfo {
  const { target, settings, organization } = config;
  const repository = target.productionRepo;
  const name = packageName(target.packageName ?? api.client.name);
  const jsr = target.jsr === true ? name : target.jsr === false ? undefined : target.jsr;
  const license = licenseData(api, { settings, organization });
  return {
    name,
    version: packageVersion(target.version ?? api.info.version),
    description: `TypeScript client of the ${apiName(api.info.title)}`,
    license: license.id,
    licenseText: license.text,
    author: organization.contact
      ? `${organization.name ?? api.info.title} <${organization.contact}>`
      : (organization.name ?? ''),
    ...(organization.contact === undefined ? {} : { contact: organization.contact }),
    repository: repository === undefined ? undefined : `github:${repository}`,
    ...(jsr === undefined ? {} : { jsr }),
    homepage: organization.docs === '' ? undefined : organization.docs,
  };
}
