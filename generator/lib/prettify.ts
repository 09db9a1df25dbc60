/**
 * Formats in prettier's style with fixed options. The user's own configuration is ignored, so the
 * bytes are the same everywhere. Prettier and oxfmt are loaded when the first text needs them,
 * because many runs format nothing new.
 */
import { createRequire } from 'node:module';
import type { Options, format } from 'prettier';
import { isJsonObject } from './json.ts';

export const PRETTIER_OPTIONS: Options = {
  printWidth: 110,
  singleQuote: true,
  trailingComma: 'all',
  plugins: [],
};

let prettier: Promise<typeof format> | undefined;

export async function prettify(text: string, options: Options): Promise<string> {
  prettier ??= import('prettier').then((loaded) => loaded.format);
  return (await prettier)(text, options);
}

/** Defined by the build, which bundles prettier. */
declare const SDKWRIGHT_PRETTIER: string | undefined;

let key: string | undefined;

/** Cache key: other versions or options produce other text. The version is known without loading prettier. */
export const prettierKey = (): string =>
  (key ??= `prettier ${prettierVersion()} ${JSON.stringify(PRETTIER_OPTIONS)}`);

const prettierVersion = (): string =>
  typeof SDKWRIGHT_PRETTIER === 'string'
    ? SDKWRIGHT_PRETTIER
    : versionIn(createRequire(import.meta.url)('prettier/package.json'));

const versionIn = (manifest: unknown): string => (isJsonObject(manifest) ? String(manifest['version']) : '');

type NativeFormat = (path: string, text: string, options: Options) => Promise<string | undefined>;

let native: Promise<NativeFormat | undefined> | undefined;

/**
 * Formats with oxfmt, a native formatter that reproduces prettier about fifty times as fast. Undefined if
 * it is not installed, or if the text is invalid, which prettier explains better.
 */
export async function formatNatively(
  path: string,
  text: string,
  options: Options,
): Promise<string | undefined> {
  native ??= loadNative();
  return (await native)?.(path, text, options);
}

async function loadNative(): Promise<NativeFormat | undefined> {
  try {
    const oxfmt = await import('oxfmt');
    return async (path, text, { printWidth = 80, singleQuote = false }) => {
      const { code, errors } = await oxfmt.format(path, text, {
        printWidth,
        singleQuote,
        trailingComma: 'all',
      });
      return errors.length === 0 ? code : undefined;
    };
  } catch {
    // The dependency is optional, because it is not available for every platform.
    return undefined;
  }
}
