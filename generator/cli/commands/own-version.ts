/** The version that the package in an output folder has. */
import { isVersion } from '../../languages/typescript/package.ts';
import type { Io } from '../../source/io.ts';

/** From the manifest of npm, else of JSR; undefined where there is none, or none that is a version. */
export async function ownVersion(io: Io, out: string): Promise<string | undefined> {
  for (const name of ['package.json', 'jsr.json']) {
    const file = await io.readFile(`${out}/${name}`);
    const version = file?.kind === 'bytes' ? versionIn(new TextDecoder().decode(file.bytes)) : undefined;
    if (version !== undefined) return version;
  }
  return undefined;
}

function versionIn(text: string): string | undefined {
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
