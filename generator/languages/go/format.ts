/** Formats Go with gofmt. */
import { createRequire } from 'node:module';
import { type CodeFormatter, FormatterMissing } from '../../lib/code-formatter.ts';

const PACKAGE = '@wasm-fmt/gofmt';

let loaded: Promise<(text: string) => string> | undefined;

/** Installations that generate no Go may omit it. */
async function load(): Promise<(text: string) => string> {
  const gofmt = await import('@wasm-fmt/gofmt').catch(() => {
    throw new FormatterMissing(PACKAGE);
  });
  return gofmt.format;
}

function formatterVersion(): string {
  try {
    const { version } = createRequire(import.meta.url)(`${PACKAGE}/package.json`);
    return String(version);
  } catch {
    // Without gofmt nothing is formatted, and the run reports it.
    return '';
  }
}

let key: string | undefined;

export const goFormatter: CodeFormatter = {
  endings: ['.go'],
  key: () => (key ??= `gofmt ${formatterVersion()}`),
  format: async (_path, text) => (await (loaded ??= load()))(text),
};
