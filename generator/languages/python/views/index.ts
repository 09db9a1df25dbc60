/** The root view: everything that templates can ask for. */
import { VIEW_VERSION } from '../../../lib/view-version.ts';
import {
  type Code,
  code,
  filePath,
  identifier,
  lineText,
  proseText,
  stringLiteral,
  tomlString,
} from '../code.ts';
import type { PackageInfo } from '../package.ts';
import type { PythonDesign } from '../sdk.ts';
import { type ClientView, clientView } from './client.ts';
import { type PackageView, resourcePackages, typePackages } from './packages.ts';
import { type PaginationView, paginationView } from './pages.ts';
import { type ResourceView, resourceViews } from './resource.ts';
import { type TypeFileView, typeFiles } from './types.ts';

export interface RootView {
  readonly view: number;
  readonly package: PackageFacts;
  readonly client: ClientView;
  readonly resources: readonly ResourceView[];
  readonly types: readonly TypeFileView[];
  readonly packages: readonly PackageView[];
  readonly hasPages: boolean;
  readonly pagination: PaginationView;
}

export interface PackageFacts {
  /** What is imported: `smithery`. */
  readonly name: Code;
  readonly quotedName: Code;
  /** What is installed: `smithery-api`. */
  readonly project: Code;
  readonly version: Code;
  readonly title: Code;
  readonly description: Code;
  readonly license: Code;
  readonly licenseText: Code;
  readonly hasAuthor: boolean;
  readonly author: Code;
  readonly hasUrls: boolean;
  readonly hasRepository: boolean;
  readonly repository: Code;
  readonly hasHomepage: boolean;
  readonly homepage: Code;
}

export interface ViewOptions {
  readonly package: PackageInfo;
}

export function viewsOf(design: PythonDesign, options: ViewOptions): RootView {
  const { importName } = options.package;
  const pagination = paginationView(design);
  return {
    view: VIEW_VERSION,
    package: packageFacts(design, options.package),
    client: clientView(design),
    resources: resourceViews(design, importName),
    types: typeFiles(design.types, importName),
    packages: [...typePackages(design.types, importName), ...resourcePackages(design.layout, importName)],
    hasPages: pagination !== undefined,
    pagination: pagination ?? { imports: code``, nested: [], schemes: [], pages: [], all: code`` },
  };
}

function packageFacts({ api }: PythonDesign, info: PackageInfo): PackageFacts {
  const author = info.author === '' ? [] : [code`name = ${tomlString(info.author)}`];
  const contact = info.contact === undefined ? [] : [code`email = ${tomlString(info.contact)}`];
  const people = [...author, ...contact];
  return {
    name: identifier(info.importName),
    quotedName: stringLiteral(info.importName),
    project: filePath(info.project),
    version: lineText(info.version),
    title: lineText(api.info.title),
    description: tomlString(info.description),
    license: tomlString(info.license),
    licenseText: proseText(info.licenseText),
    hasAuthor: people.length > 0,
    author: people.reduce((all, one) => (all === '' ? one : code`${all}, ${one}`), code``),
    hasUrls: info.repository !== undefined || info.homepage !== undefined,
    hasRepository: info.repository !== undefined,
    repository: tomlString(`https://github.com/${info.repository ?? ''}`),
    hasHomepage: info.homepage !== undefined,
    homepage: tomlString(info.homepage ?? ''),
  };
}
