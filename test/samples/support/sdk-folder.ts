/**
 * An SDK on disk, inside the project so that its imports of tools resolve, and not in `node_modules`, where
 * compilers behave otherwise. One folder per test file: tests run side by side.
 */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { TreeFile } from '../../../generator/emit/types.ts';
import { projectRoot } from '../../support/shared.ts';
import { sdkOfFiles } from '../../support/sdk.ts';

export interface SdkFolder {
  readonly folder: string;
  readonly files: readonly TreeFile[];
  readonly packageName: string;
}

/** `api` is a folder of `specs/`; `settings` are added to its config. */
export async function sdkFolder(
  api: string,
  use: string,
  options: { readonly formatted?: boolean; readonly settings?: string } = {},
): Promise<SdkFolder> {
  let config = join(projectRoot, `specs/${api}/sdkwright.yml`);
  if (options.settings !== undefined) {
    const text = `${await readFile(config, 'utf8')}\n${options.settings}`;
    config = join(projectRoot, '.sdkwright-tests.tmp', `${api}-${use}.yml`);
    await mkdir(dirname(config), { recursive: true });
    await writeFile(config, text);
  }
  const sdk = await sdkOfFiles(join(projectRoot, `specs/${api}/openapi.yml`), {
    config,
    formatted: options.formatted ?? false,
  });
  if (!sdk.generation) throw new Error(sdk.diagnostics.map((one) => one.message).join('\n'));
  return writeSdk(`${api}-${use}`, [...sdk.files, ...sdk.generation.documented]);
}

export async function writeSdk(name: string, files: readonly TreeFile[]): Promise<SdkFolder> {
  const folder = join(projectRoot, '.sdkwright-tests.tmp', name);
  await rm(folder, { recursive: true, force: true });
  for (const file of files) {
    await mkdir(dirname(join(folder, file.path)), { recursive: true });
    await writeFile(join(folder, file.path), file.text);
  }
  const manifest = JSON.parse(files.find((file) => file.path === 'package.json')?.text ?? '{}');
  return { folder, files, packageName: manifest.name };
}

/** The same without anything that a build or an installation left there. */
export async function copyOf(from: SdkFolder, name: string): Promise<string> {
  const folder = join(projectRoot, '.sdkwright-tests.tmp', name);
  await rm(folder, { recursive: true, force: true });
  await cp(from.folder, folder, { recursive: true });
  return folder;
}
