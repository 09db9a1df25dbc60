/** Layout of Python by ruff. */
import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import type { Workspace } from '@astral-sh/ruff-wasm-nodejs';

const SETTINGS = {
  'line-length': 120,
  'target-version': 'py310',
  format: { 'docstring-code-format': true },
};

/** A formatter that is not installed: no fault of any text. */
export class FormatterMissing extends Error {
  readonly packageName: string;

  constructor(packageName: string) {
    super(`the package ${packageName} is not installed`);
    this.packageName = packageName;
  }
}

/**
 * V8 would spend ten times as much on making it fast as a run takes without, and check ten megabytes of which
 * a part is used. Older V8 had the second and third from the first.
 */
const FLAGS = ['--liftoff-only', '--no-wasm-tier-up', '--no-wasm-dynamic-tiering', '--wasm-lazy-validation'];

let loaded: Promise<Workspace> | undefined;

/** It is large, so it may be left out of an installation that makes no Python. */
async function load(): Promise<Workspace> {
  for (const flag of FLAGS) setFlagsFromString(flag);
  const ruff = await import('@astral-sh/ruff-wasm-nodejs').catch(() => {
    throw new FormatterMissing('@astral-sh/ruff-wasm-nodejs');
  });
  return new ruff.Workspace(SETTINGS, ruff.PositionEncoding.Utf16);
}

/** Part of the key of every formatted file; the version is known without loading the formatter. */
export function pythonFormatKey(): string {
  let version = '';
  try {
    const { version: found } = createRequire(import.meta.url)('@astral-sh/ruff-wasm-nodejs/package.json');
    version = String(found);
  } catch {
    // Without it nothing is laid out, and the run says so.
  }
  return `ruff ${version} ${JSON.stringify(SETTINGS)}`;
}

/** Throws where the text is no Python. */
export async function formatPython(text: string): Promise<string> {
  loaded ??= load();
  return (await loaded).format(text);
}
