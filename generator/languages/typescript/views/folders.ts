/** `index.ts` of each folder of resources. */
import { type Code, code, identifier } from '../code.ts';
import { SHARED_MODULE, type ResourceLayout } from '../layout.ts';
import { type TypescriptSdk, TOP_LEVEL_MODULE } from '../sdk.ts';
import { exportedTypes, fileOf, modulePath } from './resource.ts';

export interface FolderView {
  readonly file: Code;
  readonly exports: readonly {
    readonly from: Code;
    /**
     * Names that a later module of the folder also exports. Exporting them explicitly resolves the conflict.
     */
    readonly names: readonly Code[];
  }[];
}

/** A file that exports the index of a folder, so that the folder's name can be imported. */
export interface FolderFileView {
  readonly file: Code;
  readonly from: Code;
}

export const viewFolderFile = (folder: string): FolderFileView => ({
  file: fileOf(folder),
  from: modulePath(folder, `${folder}/index`),
});

export function viewFolders(sdk: TypescriptSdk): readonly FolderView[] {
  const folders = sdk.layout.all.filter((resource) => resource.folder !== undefined);
  return [
    viewFolder('resources/index', [
      ...sdk.layout.root.children.map((resource) => exportsOf(sdk, resource)),
      ...[SHARED_MODULE, TOP_LEVEL_MODULE].map((module) => ({
        module,
        className: undefined,
        types: typeNames(sdk, module),
      })),
    ]),
    ...folders.map((parent) =>
      viewFolder(
        `${parent.folder}/index`,
        [parent, ...parent.children].map((resource) => exportsOf(sdk, resource)),
      ),
    ),
  ];
}

interface ModuleExports {
  readonly module: string;
  readonly className: string | undefined;
  readonly types: readonly string[];
}

const typeNames = (sdk: TypescriptSdk, module: string): readonly string[] =>
  exportedTypes(sdk, module).map((type) => type.name);

const exportsOf = (sdk: TypescriptSdk, resource: ResourceLayout): ModuleExports => ({
  module: resource.module,
  className: resource.className,
  types: typeNames(sdk, resource.module),
});

/**
 * If two modules of a folder export the same name, TypeScript rejects two `export *`, so the first module
 * exports it explicitly. Import the other from its own file.
 */
function viewFolder(index: string, modules: readonly ModuleExports[]): FolderView {
  const filled = modules.filter((module) => module.className !== undefined || module.types.length > 0);
  const counts = new Map<string, number>();
  for (const name of filled.flatMap(namesOf)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const settled = new Set<string>();
  const settle = (name: string): boolean => {
    if (counts.get(name) === 1 || settled.has(name)) return false;
    settled.add(name);
    return true;
  };
  return {
    file: fileOf(index),
    exports: filled.map(({ module, className, types }) => ({
      from: modulePath(index, module),
      names: [
        ...(className !== undefined && settle(className) ? [identifier(className)] : []),
        ...types.filter(settle).map((name) => code`type ${identifier(name)}`),
      ],
    })),
  };
}

const namesOf = ({ className, types }: ModuleExports): readonly string[] => [
  ...new Set(className === undefined ? types : [className, ...types]),
];
