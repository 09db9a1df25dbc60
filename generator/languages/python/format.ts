/** Formats Python with ruff. */
import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import type { Workspace } from '@astral-sh/ruff-wasm-nodejs';
import { type CodeFormatter, FormatterMissing } from '../../lib/code-formatter.ts';

const PACKAGE = '@astral-sh/ruff-wasm-nodejs';

const SETTINGS = {
  'line-length': 120,
  'target-version': 'py310',
  format: { 'docstring-code-format': true },
};

/**
 * V8 would spend ten times as long on optimizing the module as a run takes without, and validate ten
 * megabytes of which only a part is used. In older versions of V8, the first flag implied the second and
 * third.
 */
const FLAGS = ['--liftoff-only', '--no-wasm-tier-up', '--no-wasm-dynamic-tiering', '--wasm-lazy-validation'];

let loaded: Promise<Workspace> | undefined;

/** A large module, which installations that generate no Python may omit. */
async function load(): Promise<Workspace> {
  for (const flag of FLAGS) setFlagsFromString(flag);
  const ruff = await import('@astral-sh/ruff-wasm-nodejs').catch(() => {
    throw new FormatterMissing(PACKAGE);
  });
  return new ruff.Workspace(SETTINGS, ruff.PositionEncoding.Utf16);
}

function formatterVersion(): string {
  try {
    const { version } = createRequire(import.meta.url)(`${PACKAGE}/package.json`);
    return String(version);
  } catch {
    // Without ruff nothing is formatted, and the run reports it.
    return '';
  }
}

let key: string | undefined;

export const pythonFormatter: CodeFormatter = {
  endings: ['.py', '.pyi'],
  key: () => (key ??= `ruff ${formatterVersion()} ${JSON.stringify(SETTINGS)}`),
  format: async (_path, text) => (await (loaded ??= load())).format(text),
};
