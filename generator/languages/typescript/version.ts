/** Versions of npm packages. */

/** A version that npm accepts; a document's `info.version` can be anything. */
export const packageVersion = (wanted: string): string => (isVersion(wanted) ? wanted : '0.1.0');

/** SemVer 2.0.0, without leading zeros looked for. */
const isVersion = (text: string): boolean =>
  /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/.test(text);

/** Of a `package.json` or `jsr.json`; undefined where it has none that is a version. */
export function versionIn(text: string): string | undefined {
  try {
    const manifest: unknown = JSON.parse(text);
    const version =
      typeof manifest === 'object' && manifest !== null && 'version' in manifest
        ? manifest.version
        : undefined;
    return typeof version === 'string' && isVersion(version) ? version : undefined;
  } catch {
    // A file in conflict, or another one by that name.
    return undefined;
  }
}
