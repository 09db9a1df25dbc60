/** Layout of Go by gofmt. */
import { createRequire } from 'node:module';
import { FormatterMissing } from '../../emit/python-format.ts';

let loaded: Promise<(text: string) => string> | undefined;

/** It may be left out of an installation that makes no Go. */
async function load(): Promise<(text: string) => string> {
  const gofmt = await import('@wasm-fmt/gofmt').catch(() => {
    throw new FormatterMissing('@wasm-fmt/gofmt');
  });
  return gofmt.format;
}

/** Throws where the text is no Go. */
export async function formatGo(text: string): Promise<string> {
  loaded ??= load();
  return (await loaded)(text);
}

/** Part of the key of every formatted file; the version is known without loading the formatter. */
export function goFormatKey(): string {
  try {
    const { version } = createRequire(import.meta.url)('@wasm-fmt/gofmt/package.json');
    return `gofmt ${String(version)}`;
  } catch {
    // Without it nothing is laid out, and the run says so.
    return 'gofmt';
  }
}
