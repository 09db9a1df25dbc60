/** Data of the module that does not belong to the API. */
import type { Config } from '../../config/types.ts';
import { MODULE_PATH } from './config.ts';
import type { Api } from '../../ir/types.ts';
import { apiName, licenseData } from '../package-data.ts';
import { packageName } from './names.ts';
import { moduleVersion } from './version.ts';

export interface ModuleInfo {
  /** The package name: `smithery`. */
  readonly name: string;
  /** The import path: `github.com/smithery-ai/sdk-go`. */
  readonly module: string;
  readonly version: string;
  readonly description: string;
  readonly licenseText: string;
  readonly repository: string | undefined;
}

export function packageInfo(
  api: Api,
  { target, settings, organization }: Pick<Config, 'target' | 'settings' | 'organization'>,
): ModuleInfo {
  const version = moduleVersion(target.version ?? api.info.version);
  const name = packageName(target.packageName ?? api.client.name);
  const repository = target.productionRepo;
  const path = pathOf(target.modulePath, repository) ?? `example.com/${name}`;
  const major = Number(version.split('.')[0]);
  return {
    name,
    module: major > 1 ? `${path}/v${major}` : path,
    version,
    description: `Package ${name} is the client of the ${apiName(api.info.title)}.`,
    licenseText: licenseData(api, { settings, organization }).text,
    repository,
  };
}

/** A path as written, or that of the repository. */
function pathOf(written: string | undefined, repository: string | undefined): string | undefined {
  if (MODULE_PATH.test(written ?? '')) return written?.replace(/\/v\d+$/, '');
  return /^[\w.-]+\/[\w.-]+$/.test(repository ?? '') ? `github.com/${repository}` : undefined;
}
