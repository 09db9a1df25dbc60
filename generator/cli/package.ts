/** Our own package: where it stands and which version it is. */
import { existsSync, readFileSync } from 'node:fs';
import { packageFolder } from '../package-folder.ts';

export { packageFolder };

export function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(packageFolder('package.json'), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest && typeof manifest.version === 'string' ? manifest.version : '0.0.0';
}

/** What the last step of the build wrote; undefined when this runs from its sources. */
export function buildId(): string | undefined {
  const file = new URL('../build-id', import.meta.url);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
