/** Data of the distribution on PyPI that does not belong to the API. */
import type { Config } from '../../config/types.ts';
import type { Api } from '../../ir/types.ts';
import { apiName, licenseData } from '../package-data.ts';
import { snake } from '../../lib/words.ts';
import { packageVersion } from './version.ts';
import { isIdentifier } from './code.ts';
import { isTakenModule } from './module-names.ts';
import { isKeyword } from './reserved.ts';

export interface PackageInfo {
  /** The name for `import`: `smithery`. */
  readonly importName: string;
  /** The name for `pip install`: `smithery-api`. */
  readonly project: string;
  readonly version: string;
  readonly description: string;
  /** An SPDX id or expression. Other licenses are only mentioned in the license file. */
  readonly license: string | undefined;
  readonly licenseText: string;
  readonly author: string;
  readonly contact: string | undefined;
  /** `owner/name` on GitHub. */
  readonly repository: string | undefined;
  readonly homepage: string | undefined;
  /** Whether it is published on PyPI. */
  readonly isPublished: boolean;
}

export function packageInfo(
  api: Api,
  { target, settings, organization }: Pick<Config, 'target' | 'settings' | 'organization'>,
): PackageInfo {
  const wanted = target.packageName ?? api.client.name;
  const importName = importNameOf(wanted);
  const license = licenseData(api, { settings, organization });
  return {
    importName,
    project: projectName(target.projectName ?? target.packageName ?? api.client.name),
    version: packageVersion(target.version ?? api.info.version),
    description: `Python client of the ${apiName(api.info.title)}`,
    license: license.spdx,
    licenseText: license.text,
    author: organization.name ?? '',
    contact: organization.contact,
    repository: target.productionRepo,
    homepage: organization.docs === '' ? undefined : organization.docs,
    isPublished: target.publish['pypi'] !== false,
  };
}

/** A module name by PEP 8: lowercase letters, digits and underscores. */
function importNameOf(wanted: string): string {
  const name = snake(wanted.replace(/^@[^/]*\//, '')).replace(/[^a-z0-9_]/g, '');
  if (name === '' || !isIdentifier(name)) return `sdk_${name}`.replace(/_$/, '');
  return isKeyword(name) || isTakenModule(name) ? `${name}_api` : name;
}

/** Applies PyPI's naming rules (PEP 508) to a name from the document or config. */
function projectName(wanted: string): string {
  const clean = wanted
    .replace(/^@/, '')
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[-._]+|[-._]+$/g, '');
  return clean === '' ? 'sdk' : clean;
}
