/** Our own package: its folder and its version. */
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

/** Defined by the last step of the build. */
declare const SDKWRIGHT_BUILD: string | undefined;

/** Two builds with the same id generate the same SDK. Undefined if the program runs from its sources. */
export const buildId = (): string | undefined =>
  typeof SDKWRIGHT_BUILD === 'string' ? SDKWRIGHT_BUILD : undefined;
