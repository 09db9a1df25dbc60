/** Opens a published SDK as the base: its package contains the document from which it was generated. */
import { readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { PUBLISHED_CONFIG } from '../documented/config-file.ts';
import { DOCUMENTED_SPEC } from '../documented/files.ts';
import { inTemporaryFolder, writeNewFile } from '../output/file-ops.ts';
import { type Ended, runProgram } from './child.ts';
import { type Io, diskIo, memoryIo } from '../source/io.ts';

export interface Published {
  readonly entry: string;
  readonly io: Io;
  /** The config from which it was generated, in `io`; packages of older generators have none. */
  readonly config?: string;
  /** Name of the package. */
  readonly name?: string;
  readonly version?: string;
}

/**
 * An npm package spec: name, scope, version or tag, a folder or tarball. Without
 * characters that a shell interprets.
 */
const SPEC = /^[\w@.~/][\w@.~/^+-]*$/;
const SECONDS = 120;

/** `label` is `npm:name@version`, as npm accepts it. Registry and credentials are those of the user's npm. */
export async function openPublished(
  label: string,
  cwd: string,
): Promise<{ readonly published?: Published; readonly diagnostics: readonly Diagnostic[] }> {
  const spec = label.slice('npm:'.length);
  const fail = (reason: string) => ({
    diagnostics: [diagnostic('package-not-opened', { label, reason })],
  });
  if (!SPEC.test(spec)) return fail('what follows npm: is not the name of a package');
  return inTemporaryFolder('npm', async (folder) => {
    const options = { folder, checkout: cwd, seconds: SECONDS };
    // npm stops searching for settings here, so an `.npmrc` of the checkout cannot
    // decide where packages come from.
    writeNewFile(join(folder, 'package.json'), '{}');
    const wanted = /^[./]/.test(spec) ? resolve(cwd, spec) : spec;
    const args = ['pack', wanted, '--ignore-scripts', '--loglevel=error', '--pack-destination', folder];
    const packed = await runProgram('npm', args, options);
    if (packed.code !== 0) return fail(firstLine(packed));
    const archive = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
    if (archive === undefined) return fail('npm packed nothing');
    const unpacked = await runProgram('tar', ['-xzf', archive], options);
    if (unpacked.code !== 0) return fail(firstLine(unpacked));
    const published = await publishedIn(join(folder, 'package'));
    if (published === undefined)
      return fail(`the package has no ${DOCUMENTED_SPEC}; SDKs made by sdkwright have one`);
    return { published, diagnostics: [] };
  });
}

/** npm prints its error code first, then the explanation. */
const firstLine = ({ err, end }: Ended): string =>
  err
    .split('\n')
    .flatMap((line) => line.replace(/^npm (?:error|ERR!)/, '').trim() || [])
    .slice(0, 2)
    .join(', ') || end;

/** Finds the SDK's document and config in the folder of a package. Undefined if the document is missing. */
export async function publishedIn(folder: string): Promise<Published | undefined> {
  const text = await documentIn(folder, DOCUMENTED_SPEC);
  if (text === undefined) return undefined;
  const config = await documentIn(folder, PUBLISHED_CONFIG);
  const about = (await textIn(folder, 'package.json')) ?? '';
  const [name, version] = [textOf(about, 'name'), versionIn(about)];
  return {
    entry: DOCUMENTED_SPEC,
    io: memoryIo({
      [DOCUMENTED_SPEC]: text,
      ...(config === undefined ? {} : { [PUBLISHED_CONFIG]: config }),
    }),
    ...(config === undefined ? {} : { config: PUBLISHED_CONFIG }),
    ...(name === undefined ? {} : { name }),
    ...(version === undefined ? {} : { version }),
  };
}

/** Repositories and older packages contain a plain file, other packages a compressed file. */
async function documentIn(folder: string, name: string): Promise<string | undefined> {
  const text = await textIn(folder, name);
  if (text !== undefined) return text;
  const packed = await bytesIn(folder, `dist/${name}.gz`);
  if (packed === undefined) return undefined;
  try {
    return gunzipSync(packed, { maxOutputLength: LARGEST_DOCUMENT }).toString();
  } catch {
    return undefined;
  }
}

/** Limit for an unpacked document, in bytes. */
const LARGEST_DOCUMENT = 200_000_000;

const textIn = async (folder: string, name: string): Promise<string | undefined> => {
  const bytes = await bytesIn(folder, name);
  return bytes && new TextDecoder().decode(bytes);
};

/** Reads a file of an untrusted unpacked archive: a link in it could refer to any file of this machine. */
async function bytesIn(folder: string, name: string): Promise<Uint8Array | undefined> {
  const found = await diskIo(join(folder, '..')).readFile(
    `${basename(folder)}/${name}`,
    `${basename(folder)}/${name}`,
  );
  return found?.kind === 'bytes' ? found.bytes : undefined;
}

/** The `version` of a package.json's text. */
export const versionIn = (text: string): string | undefined => textOf(text, 'version');

function textOf(text: string, key: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const found: unknown = Object.getOwnPropertyDescriptor(Object(value), key)?.value;
    return typeof found === 'string' ? found : undefined;
  } catch {
    return undefined;
  }
}
