/** Name and metadata of the package, from the config or else from the document. */
import type { Config } from '../../config/types.ts';
import type { Api } from '../../ir/types.ts';
import { apiName, licenseData } from '../package-data.ts';
import { type JsonValue, isJsonObject } from '../../lib/json.ts';
import { type PackageInfo, packageName } from './package.ts';
import { packageVersion } from './version.ts';

export function packageInfo(
  api: Api,
  config: Pick<Config, 'target' | 'settings' | 'organization'>,
): PackageInfo {
  const { target, settings, organization } = config;
  const repository = target.productionRepo;
  const name = packageName(target.packageName ?? api.client.name);
  const jsr = jsrName(target.publish['jsr'], name);
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

/**
 * `publish.jsr`: true for the name on npm, a name, or `{ package_name }`. Undefined: the package is not
 * published on JSR.
 */
function jsrName(value: JsonValue | undefined, npmName: string): string | undefined {
  if (typeof value === 'string') return value;
  const named = isJsonObject(value) ? value['package_name'] : undefined;
  if (typeof named === 'string') return named;
  return value === undefined || value === false ? undefined : npmName;
}
