/** What `package.json` and the pages about the package say of it. */
import { label, lead } from '../../../text/markdown.ts';
import { type Code, lineText, proseText } from '../code.ts';
import type { EntryPoint } from '../entry-points.ts';
import { type PackageInfo, json } from '../package.ts';
import type { TypescriptSdk } from '../sdk.ts';

/** What can be imported: `core`, and the file behind it below `src/`, without extension. */
export interface EntryView {
  readonly subpath: Code;
  readonly module: Code;
}

export interface PackageView {
  /** Whether imports may be spelled as in earlier SDKs: `core/error`, `client.js`, `client.mjs`. */
  readonly hasFormerPaths: boolean;
  readonly hasFunctions: boolean;
  /** JSON strings. */
  readonly name: Code;
  readonly version: Code;
  readonly description: Code;
  readonly license: Code;
  readonly author: Code;
  readonly repository: Code;
  readonly hasRepository: boolean;
  /**
   * What goes before links to files of the package, which npm shows apart from them: the place of the
   * repository, or nothing.
   */
  readonly linkBase: Code;
  readonly homepage: Code;
  readonly hasHomepage: boolean;
  /** The same as prose. */
  readonly title: Code;
  readonly plainName: Code;
  readonly plainVersion: Code;
  /** What the package is, in a sentence, and what the API is. */
  readonly about: Code;
  readonly summary: Code;
  readonly licenseText: Code;
  /** An address for people, if there is one. */
  readonly contact: Code;
  readonly hasContact: boolean;
}

export const viewEntry = ({ subpath, module }: EntryPoint): EntryView => ({
  subpath: lineText(subpath),
  module: lineText(module),
});

export function viewPackage(
  sdk: TypescriptSdk,
  info: PackageInfo,
  { hasFunctions, hasFormerPaths }: Pick<PackageView, 'hasFunctions' | 'hasFormerPaths'>,
): PackageView {
  const { api } = sdk;
  return {
    hasFormerPaths,
    hasFunctions,
    name: json(info.name),
    version: json(info.version),
    description: json(info.description),
    license: json(info.license),
    author: json(info.author),
    repository: json(info.repository ?? ''),
    hasRepository: info.repository !== undefined,
    linkBase: lineText(linkBase(info.repository)),
    homepage: json(info.homepage ?? ''),
    hasHomepage: info.homepage !== undefined,
    title: label(api.info.title),
    plainName: lineText(info.name),
    plainVersion: lineText(info.version),
    about: label(info.description),
    summary: lead(api.info.description ?? info.description),
    licenseText: proseText(info.licenseText),
    contact: lineText(info.contact ?? ''),
    hasContact: info.contact !== undefined,
  };
}

/** `github:acme/shop` → the address of its files, if it is such a name. */
function linkBase(repository: string | undefined): string {
  const name = /^github:([\w.-]+\/[\w.-]+)$/.exec(repository ?? '')?.[1];
  return name === undefined ? '' : `https://github.com/${name}/blob/HEAD/`;
}
