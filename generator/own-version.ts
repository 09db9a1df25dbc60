/** The version of the package in an output folder. */
import type { LanguageData } from './languages/language-data.ts';
import type { Io } from './source/io.ts';

/** Undefined if there is no valid version. */
export async function ownVersion(
  io: Io,
  out: string,
  { files, versionIn }: LanguageData['manifest'],
): Promise<string | undefined> {
  for (const name of files) {
    const file = await io.readFile(`${out}/${name}`);
    const version = file?.kind === 'bytes' ? versionIn(new TextDecoder().decode(file.bytes)) : undefined;
    if (version !== undefined) return version;
  }
  return undefined;
}
