/** Our own package: where it stands and which version it is. */
import { readFileSync } from 'node:fs';
import { packageFolder } from '../lib/package-folder.ts';

export { packageFolder };

export function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(packageFolder('package.json'), 'utf8'));
  return typeof manifest === 'object' &&
    manifest !== null &&
    'version' in manifest &&
    typeof manifest.version === 'string'
    ? manifest.version
    : '0.0.0';
}

/** Set by the last step of the build. */
declare const SDKWRIGHT_BUILD: string | undefined;

/** Two builds with one name make the same SDK; undefined when this runs from its sources. */
export const buildId = (): string | undefined =>
  typeof SDKWRIGHT_BUILD === 'string' ? SDKWRIGHT_BUILD : undefined;
