/** `index.ts` of each folder of resources. */
import { type Code, identifier } from '../code.ts';
import { SHARED_MODULE, type ResourceLayout } from '../layout.ts';
import { type TypescriptSdk, TOP_LEVEL_MODULE } from '../sdk.ts';
import { fileOf, modulePath, listedExports } from './resource.ts';

export interface FolderView {
  readonly file: Code;
  readonly exports: readonly {
    readonly from: Code;
    readonly className: Code;
    readonly hasClass: boolean;
    readonly types: readonly Code[];
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
  const folders = [
    sdk.layout.root,
    ...sdk.layout.all.filter((resourceLayout) => resourceLayout.folder !== undefined),
  ];
  return folders.map((parent) => {
    const module = parent.path.length === 0 ? 'resources/index' : `${parent.folder}/index`;
    const taken = new Set<string>();
    const own = parent.path.length === 0 ? [] : [parent];
    const modules = [...own, ...parent.children].map((layout) => exported(sdk, module, layout, taken));
    const extra =
      parent.path.length > 0
        ? []
        : [SHARED_MODULE, TOP_LEVEL_MODULE].flatMap((name) => {
            const types = free(
              listedExports(sdk, name).map((type) => type.name),
              taken,
            );
            return types.length === 0
              ? []
              : [
                  {
                    from: modulePath(module, name),
                    className: identifier('Shared'),
                    hasClass: false,
                    types: types.map(identifier),
                  },
                ];
          });
    return { file: fileOf(module), exports: [...modules, ...extra] };
  });
}

function exported(
  sdk: TypescriptSdk,
  module: string,
  layout: ResourceLayout,
  taken: Set<string>,
): FolderView['exports'][number] {
  const hasClass = !taken.has(layout.className);
  taken.add(layout.className);
  const types = free(
    listedExports(sdk, layout.module).map((type) => type.name),
    taken,
  );
  return {
    from: modulePath(module, layout.module),
    className: identifier(layout.className),
    hasClass,
    types: types.map(identifier),
  };
}

/**
 * Two resources of one folder may have types of one name; the first is exported here, both from their own
 * files.
 */
function free(names: readonly string[], taken: Set<string>): readonly string[] {
  const found = names.filter((name) => !taken.has(name));
  for (const name of found) taken.add(name);
  return found;
}
