/** The names of a file: what is imported from where under which alias, and how expressions use it. */
import {
  type Code,
  code,
  dottedName,
  identifier,
  join,
  numberLiteral,
  quotedType,
  stringLiteral,
  valueLiteral,
} from './code.ts';
import type { Fragment } from './fragment.ts';
import { type Import, importBlock } from './imports.ts';
import type { Declaration } from './types/declaration.ts';
import type {
  ImportedName,
  LiteralValue,
  NameExpression,
  PropertyInfo,
  TypeExpression,
} from './types/expr.ts';

/** How a file imports a module that imports the file itself. */
export type ImportWay = 'late' | 'qualified';

export interface FileNames {
  /** Dotted path below the package; `types.__init__` for a package. */
  readonly module: string;
  /** Names that the file declares, and fields and methods of its classes. Imports must not use them. */
  readonly taken: ReadonlySet<string>;
  /** Names of arguments. Imports used in method bodies must not use them. */
  readonly shadowed?: ReadonlySet<string>;
  /** Modules imported at the end of the file, because they import it. */
  readonly late?: ReadonlyMap<string, ImportWay>;
  /** Names that a template uses literally and that no other import may take. */
  readonly required?: readonly ImportedName[];
}

export interface FileScope {
  /** As an annotation, which is evaluated after all files are loaded. */
  readonly annotation: (type: TypeExpression) => Code;
  /**
   * As a value evaluated while the file is loaded. `known` contains declarations that precede it; others are
   * written as strings.
   */
  readonly evaluated: (type: TypeExpression, known: ReadonlySet<Declaration>) => Code;
  readonly fragment: (fragment: Fragment) => Code;
  /** Registers a name for a template that writes the code itself, and returns the name. */
  readonly use: (name: NameExpression) => Code;
  readonly imports: () => Code;
  readonly lateImports: () => Code;
}

export function createFileScope(file: FileNames): FileScope {
  const imports = new Map<string, Import>();
  const late = new Map<string, Import>();
  const locals = new Set<string>(file.taken);

  const add = (table: Map<string, Import>, key: string, make: () => Import): Code => {
    const known = table.get(key) ?? make();
    table.set(key, known);
    locals.add(known.local);
    return identifier(known.local);
  };
  const freeOf = (isTaken: (name: string) => boolean, wanted: readonly string[]): string => {
    const found = wanted.find((text) => !isTaken(text));
    if (found !== undefined) return found;
    let name = `${wanted.at(-1) ?? 'x'}_`;
    while (isTaken(name)) name = `${name}_`;
    return name;
  };
  const free = (...wanted: readonly string[]): string => freeOf((name) => locals.has(name), wanted);
  const isShadowed = (name: string): boolean => file.shadowed?.has(name) === true;
  const freeInBody = (...wanted: readonly string[]): string =>
    freeOf((name) => locals.has(name) || isShadowed(name), wanted);

  const moduleOf = ({ kind, module }: ImportedName): Code =>
    kind === 'runtime' ? relativeModule(file.module, module) : dottedName(module.split('.'));

  for (const importedName of file.required ?? [])
    add(imports, keyOf(importedName), () => ({
      module: moduleOf(importedName),
      name: importedName.name,
      local: importedName.name,
    }));

  const declarationName = (declaration: Declaration): Code => {
    const { module, name } = declaration;
    if (module === file.module) return identifier(name);
    const way = file.late?.get(module);
    if (way === 'qualified') return code`${moduleName(module, late)}.${identifier(name)}`;
    return add(way === 'late' ? late : imports, `${module}#${name}`, () => ({
      module: relativeModule(file.module, module),
      name,
      local: free(name, `${name}Model`),
    }));
  };

  const moduleName = (module: string, table: Map<string, Import> = imports): Code => {
    const at = module.lastIndexOf('.');
    const own = module.slice(at + 1);
    return add(table, module, () => ({
      module: relativeModule(file.module, module.slice(0, Math.max(at, 0))),
      name: own,
      local: freeInBody(own, `${own}_`),
    }));
  };

  const nameOf = (name: NameExpression): Code => {
    switch (name.kind) {
      case 'builtin':
        if (!file.taken.has(name.name)) return identifier(name.name);
        if (TYPING_TWINS.has(name.name)) return typing(TYPING_TWINS.get(name.name) ?? '');
        add(imports, 'builtins', () => ({ module: code`builtins`, local: 'builtins' }));
        return code`builtins.${identifier(name.name)}`;
      case 'library':
      case 'runtime':
        return add(imports, keyOf(name), () => ({
          module: moduleOf(name),
          name: name.name,
          local: free(LOCAL_NAMES.get(name.name) ?? name.name, `_${name.name}`),
        }));
      case 'declaration':
        return declarationName(name.declaration);
      case 'local':
        return identifier(name.name);
      default:
        return name satisfies never;
    }
  };

  /** The same inside a method: an import whose name equals an argument gets another alias. */
  const nameInBody = (name: NameExpression): Code => {
    const usual = nameOf(name);
    if (!isShadowed(usual) || name.kind === 'local') return usual;
    if (name.kind === 'builtin') {
      add(imports, 'builtins', () => ({ module: code`builtins`, local: 'builtins' }));
      return code`builtins.${identifier(name.name)}`;
    }
    const source =
      name.kind === 'declaration'
        ? { kind: 'runtime' as const, module: name.declaration.module, name: name.declaration.name }
        : name;
    return add(imports, `${source.module}#${source.name} in a body`, () => ({
      module: moduleOf(source),
      name: source.name,
      local: freeInBody(`_${source.name}`),
    }));
  };

  const typing = (name: string): Code => nameOf({ kind: 'library', module: 'typing', name });
  const extensions = (name: string): Code => nameOf({ kind: 'library', module: 'typing_extensions', name });

  const print = (type: TypeExpression, name: (nameExpression: NameExpression) => Code): Code => {
    switch (type.kind) {
      case 'none':
        return code`None`;
      case 'generic':
        return code`${name(type.head)}[${join(
          type.arguments.map((argument) => print(argument, name)),
          ', ',
        )}]`;
      case 'union': {
        const plain = type.members.filter((member) => member.kind !== 'none');
        const hasNone = plain.length < type.members.length;
        const members = [...plain.map((item) => print(item, name)), ...(hasNone ? [code`None`] : [])];
        // A name written as a string does not support `|`.
        return members.some((member) => member.startsWith('"'))
          ? code`${typing('Union')}[${join(members, ', ')}]`
          : join(members, ' | ');
      }
      case 'literal':
        return code`${extensions('Literal')}[${join(type.values.map(literal), ', ')}]`;
      case 'annotated':
        return code`${extensions('Annotated')}[${print(type.type, name)}, ${propertyInfo(type.info)}]`;
      default:
        return name(type);
    }
  };

  const propertyInfo = (info: PropertyInfo): Code => {
    const facts = Object.entries(info).flatMap(([key, text]) =>
      typeof text === 'string' ? [code`${identifier(key)}=${stringLiteral(text)}`] : [],
    );
    return code`${nameOf({ kind: 'runtime', module: '_transform', name: 'PropertyInfo' })}(${join(facts, ', ')})`;
  };

  const isThere = (name: NameExpression, known: ReadonlySet<Declaration>): boolean =>
    name.kind !== 'declaration' ||
    (name.declaration.module === file.module
      ? known.has(name.declaration)
      : file.late?.has(name.declaration.module) !== true);

  return {
    annotation: (type) => print(type, nameOf),
    evaluated: (type, known) =>
      print(type, (nameExpression) =>
        isThere(nameExpression, known) ? nameOf(nameExpression) : code`"${nameOf(nameExpression)}"`,
      ),
    fragment: (parts) =>
      join(
        parts.map((part): Code => {
          switch (part.kind) {
            case 'code':
              return part.code;
            case 'value':
              return print(part.type, nameInBody);
            case 'quoted':
              return quotedType(code`${typing('Type')}[${print(part.type, nameInBody)}]`);
            case 'spelt':
              return quotedType(print(part.type, nameInBody));
            case 'module':
              return moduleName(part.module);
            default:
              return part satisfies never;
          }
        }),
        '',
      ),
    use: nameOf,
    imports: () => importBlock([...imports.values()]),
    lateImports: () => importBlock([...late.values()]),
  };
}

const keyOf = ({ kind, module, name }: ImportedName): string =>
  `${kind === 'runtime' ? '.' : ''}${module}:${name}`;

/** Names of types in `typing`, for files in which a method or field has the name of the builtin type. */
const TYPING_TWINS = new Map([
  ['list', 'List'],
  ['dict', 'Dict'],
]);

/** `Field` alone does not say which library it belongs to. */
const LOCAL_NAMES = new Map([['Field', 'FieldInfo']]);

const literal = (value: LiteralValue): Code =>
  typeof value === 'number' ? numberLiteral(value) : valueLiteral(value);

/**
 * The relative import path: `resources.cards.cards` imports `types.card` as `...types.card`, and the package
 * itself as `...`.
 */
export function relativeModule(from: string, to: string): Code {
  const source = from.split('.').slice(0, -1);
  const target = to === '' ? [] : to.split('.');
  let shared = 0;
  while (shared < source.length && shared < target.length && source[shared] === target[shared]) shared++;
  // A module is not a package, so a package of the same name does not count as a common parent.
  const dots = '.'.repeat(source.length - shared + 1);
  return code`${DOTS(dots)}${dottedName(target.slice(shared))}`;
}

const DOTS = (dots: string): Code =>
  join(
    Array.from({ length: dots.length }, () => code`.`),
    '',
  );
