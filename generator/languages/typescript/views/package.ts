/** Data of the package for `package.json` and documentation. */
import { label, lead } from '../../../text/markdown.ts';
import { withoutArticle } from '../../package-data.ts';
import { type Code, lineText, proseText } from '../code.ts';
import type { EntryPoint } from '../entry-points.ts';
import { type PackageInfo, json } from '../package.ts';
import type { TypescriptSdk } from '../sdk.ts';

/** A module that can be imported: `core`, and its file below `src/` without extension. */
export interface EntryView {
  readonly subpath: Code;
  readonly module: Code;
}

export interface PackageView {
  /** Import paths of former SDKs are supported: `core/error`, `client.js`, `client.mjs`. */
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
   * Prefix for links to files of the package, because npm shows the README without them: the URL of the
   * repository, or empty.
   */
  readonly linkBase: Code;
  readonly homepage: Code;
  readonly hasHomepage: boolean;
  /** The same as prose. */
  readonly title: Code;
  /** The same without an article in front: `the {{package.titleAfterArticle}}`. */
  readonly titleAfterArticle: Code;
  readonly plainName: Code;
  readonly plainVersion: Code;
  /** Versions of the SDK that packages for agents accept: `"^0.1.0"`. */
  readonly sdkRange: Code;
  /** A sentence about the package, and a summary of the API. */
  readonly about: Code;
  readonly summary: Code;
  readonly licenseText: Code;
  /** Contact address, if there is one. */
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
    titleAfterArticle: label(withoutArticle(api.info.title)),
    plainName: lineText(info.name),
    plainVersion: lineText(info.version),
    sdkRange: json(`^${info.version}`),
    about: label(info.description),
    summary: lead(api.info.description ?? info.description),
    licenseText: proseText(info.licenseText),
    contact: lineText(info.contact ?? ''),
    hasContact: info.contact !== undefined,
  };
}

/** The URL of the repository's files for `github:acme/shop`; empty for other values. */
function linkBase(repository: string | undefined): string {
  const name = /^github:([\w.-]+\/[\w.-]+)$/.exec(repository ?? '')?.[1];
  return name === undefined ? '' : `https://github.com/${name}/blob/HEAD/`;
}
