/** Versions of Go modules. */

/** Tags of modules are semantic versions; `info.version` of a document can be any text. */
export const moduleVersion = (wanted: string): string =>
  /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/.test(wanted) ? wanted : '0.1.0';

/** The version in `internal/version.go`. */
export function versionIn(text: string): string | undefined {
  const version = /^const PackageVersion = "([^"\\]+)"/m.exec(text)?.[1];
  return version !== undefined && moduleVersion(version) === version ? version : undefined;
}
