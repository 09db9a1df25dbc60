/** The root view: all data for templates. */
import { VIEW_VERSION } from '../../../lib/view-version.ts';
import {
  type Code,
  code,
  comment,
  filePath,
  identifier,
  lineText,
  proseText,
  stringLiteral,
  tomlString,
  valueLiteral,
} from '../code.ts';
import type { PackageInfo } from '../package.ts';
import type { PythonSdk } from '../sdk.ts';
import { label, prose, summaryText } from '../../../text/markdown.ts';
import { clientMembers } from '../client.ts';
import { type ClientView, clientView } from './client.ts';
import { type ErrorKindView, errorViews } from './errors.ts';
import { type PackageView, resourcePackages, typePackages } from './packages.ts';
import { type PaginationView, paginationView } from './pages.ts';
import { type ResourceView, resourceViews } from './resource.ts';
import { rootErrorName } from '../client-name.ts';
import type { SnippetContext } from '../samples/snippet.ts';
import { type ResourceDoc, resourceDocs } from './docs.ts';
import { once } from '../../../lib/once.ts';
import type { SettingsConfig } from '../../../config/types.ts';
import type { FileFilter } from '../../language.ts';
import { type SettingFlags, settingFlags } from '../../setting-flags.ts';
import type { SampleStyle } from '../../../plan/samples/value.ts';
import { GENERATED } from '../../prose.ts';
import type { RequestedCall } from '../../../plan/samples/showcase.ts';
import { type ReadmeView, readmeView } from './readme.ts';
import { type SurfaceSection, surfaceSections } from './surface.ts';
import { type TestFileView, testFiles } from './tests.ts';
import { type TypeFileView, typeFiles } from './types.ts';

export interface RootView {
  readonly view: number;
  readonly settings: SettingFlags;
  /** Comment at the start of every file. */
  readonly header: Code;
  readonly hasHeader: boolean;
  readonly package: PackageData;
  readonly client: ClientView;
  readonly resources: readonly ResourceView[];
  readonly types: readonly TypeFileView[];
  readonly packages: readonly PackageView[];
  readonly hasPages: boolean;
  readonly pagination: PaginationView;
  readonly surface: { readonly sections: readonly SurfaceSection[] };
  readonly readme: ReadmeView;
  readonly hasDocs: boolean;
  readonly docs: readonly ResourceDoc[];
  readonly hasTests: boolean;
  /** Whether files of the repository around the package are generated. */
  readonly hasRepositoryFiles: boolean;
  /** A page for contributors, an example, and settings for Git. */
  readonly hasGuide: boolean;
  /** Arguments with which tests create a client. */
  readonly testOptions: Code;
  readonly tests: readonly TestFileView[];
  /** The kinds of errors that the API documents; computed only for template sets that print them. */
  readonly errors: readonly ErrorKindView[];
  readonly hasErrors: boolean;
}

export interface PackageData {
  /** The imported package: `smithery`. */
  readonly name: Code;
  readonly quotedName: Code;
  /** The installed distribution: `smithery-api`. */
  readonly project: Code;
  readonly version: Code;
  readonly title: Code;
  /** Without Markdown. */
  readonly plainName: Code;
  readonly summary: Code;
  readonly description: Code;
  readonly hasLicense: boolean;
  readonly license: Code;
  readonly licenseText: Code;
  readonly hasAuthor: boolean;
  readonly author: Code;
  readonly hasUrls: boolean;
  readonly hasContact: boolean;
  readonly contact: Code;
  /** Whether releases are published on PyPI. */
  readonly isPublished: boolean;
  readonly hasRepository: boolean;
  readonly repository: Code;
  readonly hasHomepage: boolean;
  readonly homepage: Code;
}

export interface ViewOptions {
  readonly package: PackageInfo;
  readonly docs: boolean;
  readonly tests: boolean;
  readonly settings: SettingsConfig;
  /** Calls that the config requests for the README, by section. */
  readonly examples: readonly RequestedCall[];
  /** How pages show values without an example in the document. */
  readonly style: SampleStyle;
  /** Files of the repository around the package. */
  readonly repositoryFiles: boolean;
}

/** Parts that many runs do not need are computed when they are read. `paths`: files that are generated. */
export function viewsOf(sdk: PythonSdk, options: ViewOptions, paths?: ReadonlySet<string>): RootView {
  const isWanted: FileFilter = (path) => paths === undefined || paths.has(path);
  const hasTests =
    options.tests && (paths === undefined || [...paths].some((path) => path.startsWith('tests/')));
  const { importName } = options.package;
  const isOurs = !sdk.plan.shapes.edition.isPublished;
  const header = [...(isOurs ? [GENERATED] : []), ...(sdk.api.client.fileHeader?.split('\n') ?? [])];
  const pagination = paginationView(sdk);
  const context: SnippetContext = { design: sdk, packageName: importName };
  const surface = once(() => ({ sections: surfaceSections(sdk, importName) }));
  const readme = once(() =>
    readmeView(context, {
      errorName: rootErrorName(sdk.layout.root.className),
      examples: options.examples,
    }),
  );
  const docs = once(() => (options.docs ? resourceDocs(context, { style: options.style, isWanted }) : []));
  const errors = once(() => errorViews(sdk));
  const tests = once(() => (hasTests ? testFiles(context, options.settings.disableMockTests) : []));
  return {
    view: VIEW_VERSION,
    settings: settingFlags(options.settings),
    header: comment(header.join('\n')),
    hasHeader: header.length > 0,
    package: packageData(sdk, options.package),
    client: clientView(sdk),
    resources: resourceViews(sdk, importName, isWanted),
    types: typeFiles(sdk.types, importName, isWanted),
    packages: [...typePackages(sdk, importName), ...resourcePackages(sdk.layout, importName)],
    hasPages: pagination !== undefined,
    get surface() {
      return surface();
    },
    get readme() {
      return readme();
    },
    hasDocs: options.docs,
    get docs() {
      return docs();
    },
    hasTests: options.tests,
    hasRepositoryFiles: options.repositoryFiles,
    hasGuide: isOurs || options.repositoryFiles,
    testOptions: testOptions(sdk),
    get tests() {
      return tests();
    },
    get errors() {
      return errors();
    },
    get hasErrors() {
      return errors().length > 0;
    },
    pagination: pagination ?? { imports: code``, nested: [], schemes: [], pages: [], all: code`` },
  };
}

/** A value for each required option, whatever the environment contains. */
const testOptions = ({ names, plan }: PythonSdk): Code =>
  clientMembers(names, plan.client)
    .filter(
      (clientMember) =>
        clientMember.option.auth !== undefined ||
        (clientMember.isRequired && clientMember.option.default === undefined),
    )
    .reduce(
      (all, { name, option }) =>
        code`${all}${identifier(name)}=${option.type === 'string' ? stringLiteral(`My ${name}`) : valueLiteral(option.type === 'number' ? 1 : true)}, `,
      code``,
    );

function packageData({ api }: PythonSdk, info: PackageInfo): PackageData {
  const author = info.author === '' ? [] : [code`name = ${tomlString(info.author)}`];
  const contact = info.contact === undefined ? [] : [code`email = ${tomlString(info.contact)}`];
  const people = [...author, ...contact];
  return {
    name: identifier(info.importName),
    quotedName: stringLiteral(info.importName),
    project: filePath(info.project),
    version: lineText(info.version),
    title: label(api.info.title),
    plainName: lineText(api.info.title),
    summary: prose(summaryText(api.info.description ?? '')),
    description: tomlString(info.description),
    hasLicense: info.license !== undefined,
    license: tomlString(info.license ?? ''),
    licenseText: proseText(info.licenseText),
    hasAuthor: people.length > 0,
    author: people.reduce((all, person) => (all === '' ? person : code`${all}, ${person}`), code``),
    hasUrls: info.repository !== undefined || info.homepage !== undefined,
    hasContact: info.contact !== undefined,
    contact: lineText(info.contact ?? ''),
    isPublished: info.isPublished,
    hasRepository: info.repository !== undefined,
    repository: tomlString(`https://github.com/${info.repository ?? ''}`),
    hasHomepage: info.homepage !== undefined,
    homepage: tomlString(info.homepage ?? ''),
  };
}
