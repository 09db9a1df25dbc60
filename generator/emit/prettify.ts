import type { Options, format } from 'prettier';

let loaded: Promise<typeof format> | undefined;

/** Prettier, loaded when the first text needs it: many runs format nothing, or nothing new. */
export async function prettify(text: string, options: Options): Promise<string> {
  loaded ??= import('prettier').then((prettier) => prettier.format);
  return (await loaded)(text, options);
}
