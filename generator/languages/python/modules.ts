/** The files of types: which declarations are in which module, and under which names. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { byCodeUnit } from '../../lib/order.ts';
import { stem } from './layout.ts';
import type { Names } from './names.ts';
import { type Declaration, type TypeModule, createDeclaration } from './types/declaration.ts';
import type { Scope } from './types/type-context.ts';

/** Names that files of types need with their own meaning and that imports cannot provide under an alias. */
const RESERVED_TYPES: ReadonlySet<string> = new Set(['None', 'True', 'False']);

export interface OpenModule extends Scope {
  readonly root: Declaration;
}

export interface TypeModules {
  /**
   * Creates a file for a type in a package: `types`, `Card` → `types/card.py`. If the name is taken, it gets
   * a number.
   */
  readonly open: (place: string, wanted: string) => OpenModule;
  readonly modules: () => readonly TypeModule[];
  readonly diagnostics: readonly Diagnostic[];
}

/** `folders` lists subpackages, whose names files must not use. */
export function createModules(names: Names, folders: readonly string[]): TypeModules {
  const modules = new Map<string, TypeModule>();
  /** Exported names of each package. */
  const taken = new Map<string, Set<string>>();
  const paths = new Set(folders);
  const diagnostics: Diagnostic[] = [];
  const takenIn = (place: string): Set<string> => {
    const found = taken.get(place) ?? new Set<string>();
    taken.set(place, found);
    return found;
  };
  return {
    diagnostics,
    open: (place, wanted) => {
      const used = takenIn(place);
      let name = wanted;
      for (let count = 2; used.has(name) || RESERVED_TYPES.has(name); count++) name = `${wanted}${count}`;
      used.add(name);
      let module = `${place}.${stem(names.snake(name), place)}`;
      while (paths.has(module.toLowerCase())) module = `${module}_`;
      paths.add(module.toLowerCase());
      const root = createDeclaration(module, name);
      const own: TypeModule = { name: module, declarations: [], root };
      modules.set(module, own);
      const inside = new Set([name]);
      return {
        module,
        root,
        open: (inner) => {
          let free = inner;
          for (let count = 2; inside.has(free) || RESERVED_TYPES.has(free); count++)
            free = `${inner}${count}`;
          inside.add(free);
          const declaration = createDeclaration(module, free);
          own.declarations.push(declaration);
          return declaration;
        },
      };
    },
    modules: () =>
      [...modules.values()]
        .map((module) => ({
          ...module,
          declarations: module.root ? [...module.declarations, module.root] : module.declarations,
        }))
        .sort((a, b) => byCodeUnit(a.name, b.name)),
  };
}
