/** Versions of packages in output folders. */
import type { LanguageData } from './languages/language-data.ts';
import type { PackageVersions } from './languages/language.ts';
import type { Io } from './source/io.ts';

/** Of a package in its folder, and of the SDK that it may depend on in its own. */
export const packageVersions = async (
  io: Io,
  manifest: LanguageData['manifest'],
  folders: { readonly own: string; readonly sdk: string | undefined },
): Promise<PackageVersions> => ({
  own: await versionIn(io, folders.own, manifest),
  sdk: folders.sdk === undefined ? undefined : await versionIn(io, folders.sdk, manifest),
});

/** Undefined if there is no valid version. */
async function versionIn(
  io: Io,
  out: string,
  { files, versionIn: read }: LanguageData['manifest'],
): Promise<string | undefined> {
  for (const name of files) {
    const file = await io.readFile(`${out}/${name}`);
    const version = file?.kind === 'bytes' ? read(new TextDecoder().decode(file.bytes)) : undefined;
    if (version !== undefined) return version;
  }
  return undefined;
}
