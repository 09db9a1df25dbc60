/** Facts about the distribution on PyPI that are no part of the API. */
import type { Config } from '../../config/types.ts';
import type { Api } from '../../ir/types.ts';
import { apiName, licenseData } from '../package-data.ts';
import { snake } from '../../lib/words.ts';
import { packageVersion } from './version.ts';
import { isIdentifier } from './code.ts';
import { isTakenModule } from './module-names.ts';
import { isKeyword } from './reserved.ts';

export interface PackageInfo {
  /** What `import` takes: `smithery`. */
  readonly importName: string;
  /** What `pip install` takes: `smithery-api`. */
  readonly project: string;
  readonly version: string;
  readonly description: string;
  /** An SPDX id or expression; what else a licence is called stands in its file alone. */
  readonly license: string | undefined;
  readonly licenseText: string;
  readonly author: string;
  readonly contact: string | undefined;
  /** `owner/name` on GitHub. */
  readonly repository: string | undefined;
  readonly homepage: string | undefined;
  /** Whether it goes to PyPI. */
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

/** A name that can be imported (PEP 8): small letters, digits and underscores. */
function importNameOf(wanted: string): string {
  const name = snake(wanted.replace(/^@[^/]*\//, '')).replace(/[^a-z0-9_]/g, '');
  if (name === '' || !isIdentifier(name)) return `sdk_${name}`.replace(/_$/, '');
  return isKeyword(name) || isTakenModule(name) ? `${name}_api` : name;
}

/** The rules of PyPI for names (PEP 508), applied to what a document or config says. */
function projectName(wanted: string): string {
  const clean = wanted
    .replace(/^@/, '')
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[-._]+|[-._]+$/g, '');
  return clean === '' ? 'sdk' : clean;
}
