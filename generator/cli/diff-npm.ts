/** A published SDK as the base: the document that it was made from lies in its package. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import { DOCUMENTED_SPEC } from '../documented/files.ts';
import { type Io, diskIo, memoryIo } from '../source/io.ts';

export interface Published {
  readonly entry: string;
  readonly io: Io;
  /** Of the package. */
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
    const text = await textIn(folder, DOCUMENTED_SPEC);
    if (text === undefined)
      return fail(`the package has no ${DOCUMENTED_SPEC}; SDKs made by sdkwright have one`);
    const version = versionIn((await textIn(folder, 'package.json')) ?? '');
    return {
      published: {
        entry: DOCUMENTED_SPEC,
        io: memoryIo({ [DOCUMENTED_SPEC]: text }),
        ...(version === undefined ? {} : { version }),
      },
      diagnostics: [],
    };
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

/**
 * A file of the unpacked archive, which is a stranger's: a link in it could lead to any file of this machine.
 */
async function textIn(folder: string, name: string): Promise<string | undefined> {
  const found = await diskIo(folder).readFile(`package/${name}`, name);
  return found?.kind === 'bytes' ? new TextDecoder().decode(found.bytes) : undefined;
}

/** The `version` of a package.json's text. */
export function versionIn(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' &&
      value !== null &&
      'version' in value &&
      typeof value.version === 'string'
      ? value.version
      : undefined;
  } catch {
    return undefined;
  }
}
