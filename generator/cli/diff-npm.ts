/** A published SDK as the base: the document that it was made from lies in its package. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { PUBLISHED_CONFIG } from '../documented/config-file.ts';
import { DOCUMENTED_SPEC } from '../documented/files.ts';
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

const run = promisify(execFile);
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
  const folder = await mkdtemp(join(tmpdir(), 'sdkwright-npm-'));
  try {
    // On Windows npm is a command file, which only a shell can run.
    const windows = process.platform === 'win32';
    await run(
      windows ? 'npm.cmd' : 'npm',
      ['pack', spec, '--ignore-scripts', '--silent', '--pack-destination', folder],
      { cwd, timeout: SECONDS * 1000, shell: windows },
    );
    const archive = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
    if (archive === undefined) return fail('npm packed nothing');
    await run('tar', ['-xzf', archive], { cwd: folder, timeout: SECONDS * 1000 });
    const published = await publishedIn(join(folder, 'package'));
    if (published === undefined)
      return fail(`the package has no ${DOCUMENTED_SPEC}; SDKs made by sdkwright have one`);
    return { published, diagnostics: [] };
  } catch (error) {
    return fail(
      error instanceof Error
        ? (error.message.split('\n').find((line) => line.trim() !== '') ?? '')
        : String(error),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What a package's folder tells of the SDK in it; undefined where the document is not there. */
export async function publishedIn(folder: string): Promise<Published | undefined> {
  const text = await textIn(folder, DOCUMENTED_SPEC);
  if (text === undefined) return undefined;
  const config = await textIn(folder, PUBLISHED_CONFIG);
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

/**
 * A file of an unpacked archive, which is a stranger's: a link in it could lead to any file of this machine.
 */
async function textIn(folder: string, name: string): Promise<string | undefined> {
  const found = await diskIo(join(folder, '..')).readFile(
    `${basename(folder)}/${name}`,
    `${basename(folder)}/${name}`,
  );
  return found?.kind === 'bytes' ? new TextDecoder().decode(found.bytes) : undefined;
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
