/** Versions of npm packages. */

/** A version that npm accepts; `info.version` of a document can be any text. */
export const packageVersion = (wanted: string): string => (isVersion(wanted) ? wanted : '0.1.0');

/** SemVer 2.0.0, except that leading zeros are accepted. */
const isVersion = (text: string): boolean =>
  /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/.test(text);

/** The version in a `package.json` or `jsr.json`; undefined if there is no valid one. */
export function versionIn(text: string): string | undefined {
  try {
    const manifest: unknown = JSON.parse(text);
    const version =
      typeof manifest === 'object' && manifest !== null && 'version' in manifest
        ? manifest.version
        : undefined;
    return typeof version === 'string' && isVersion(version) ? version : undefined;
  } catch {
    // A file with merge conflicts, or a different file with this name.
    return undefined;
  }
}
