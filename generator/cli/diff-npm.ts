/** A published SDK as the base: the document that it was made from lies in its package. */
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
  /** The config that it was made with, in `io`; packages of older generators have none. */
  readonly config?: string;
  /** Of the package. */
  readonly name?: string;
  readonly version?: string;
}

/**
 * What npm calls a package spec: name, scope, version or tag, a folder or tarball. Nothing that a shell could
 * read otherwise.
 */
const SPEC = /^[\w@.~/][\w@.~/^+-]*$/;
const SECONDS = 120;

/**
 * `label` is `npm:name@version`, as npm itself would be told; the registry and credentials are those of the
 * user's npm.
 */
export async function openPublished(
  label: string,
  cwd: string,
): Promise<{ readonly published?: Published; readonly diagnostics: readonly Diagnostic[] }> {
  const spec = label.slice('npm:'.length);
  const fail = (reason: string) => ({
    diagnostics: [diagnostic('revision-not-found', { revision: label, reason })],
  });
  if (!SPEC.test(spec)) return fail('what follows npm: is no name of a package');
  return inTemporaryFolder('npm', async (folder) => {
    const options = { folder, checkout: cwd, seconds: SECONDS };
    // Where npm stops looking for settings: an `.npmrc` of the checkout has no say in where packages come from.
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

/** npm says its code first, then what it means. */
const firstLine = ({ err, end }: Ended): string =>
  err
    .split('\n')
    .flatMap((line) => line.replace(/^npm (?:error|ERR!)/, '').trim() || [])
    .slice(0, 2)
    .join(', ') || end;

/** What a package's folder tells of the SDK in it; undefined where the document is not there. */
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

/** In repositories and older packages a file, in packages compressed. */
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

/** Bytes of a document, unpacked. */
const LARGEST_DOCUMENT = 200_000_000;

const textIn = async (folder: string, name: string): Promise<string | undefined> => {
  const bytes = await bytesIn(folder, name);
  return bytes && new TextDecoder().decode(bytes);
};

/**
 * A file of an unpacked archive, which is a stranger's: a link in it could lead to any file of this machine.
 */
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
    const found: unknown =
      typeof value === 'object' && value !== null
        ? Object.getOwnPropertyDescriptor(value, key)?.value
        : undefined;
    return typeof found === 'string' ? found : undefined;
  } catch {
    return undefined;
  }
}
