/**
 * Turns expressions into the code of one file, with the shortest unambiguous names and the imports for them.
 */
import { type Code, code, empty, identifier, join, stringLiteral } from './code.ts';
import { type Declaration, lineage } from './types/declaration.ts';
import type { TypeExpression } from './types/expr.ts';

export interface FileScope {
  /** The file without extension, relative to `src/`. */
  readonly module: string;
  readonly print: (expression: TypeExpression, place?: PrintPosition) => Code;
  /** Sorted imports for everything printed so far. */
  readonly imports: () => readonly Code[];
  /** Imports a module as a namespace, such as `ReleasesAPI`, and returns the name. */
  readonly namespace: (module: string, use: 'type' | 'value') => Code;
}

export interface PrintPosition {
  /** The declaration whose body contains the expression. */
  readonly inside?: Declaration;
  /** The code for `receiver` parts. */
  readonly receiver?: Code;
}

interface Import {
  readonly module: string;
  named: Map<string, { readonly local: string; value: boolean }>;
  namespace: { readonly local: string; value: boolean } | undefined;
}

export function createFileScope(options: {
  readonly module: string;
  /** Outermost declarations of the file. */
  readonly declarations: readonly Declaration[];
  /** Other names that the file declares, such as its class. */
  readonly names: readonly string[];
  /** The name of a module that is imported as a namespace. */
  readonly aliasOf: (module: string) => string;
}): FileScope {
  const taken = new Set([...options.names, ...allNames(options.declarations)]);
  const topLevel = new Map(options.declarations.map((declaration) => [declaration.name, declaration]));
  const imports = new Map<string, Import>();

  const importOf = (module: string): Import => {
    const known = imports.get(module) ?? { module, named: new Map(), namespace: undefined };
    imports.set(module, known);
    return known;
  };
  const freeLocal = (name: string): string => {
    let local = name;
    while (taken.has(local)) local = `${local}_`;
    return local;
  };
  const named = (name: string, module: string, value: boolean): Code => {
    const entry = importOf(module);
    const known = entry.named.get(name) ?? { local: freeLocal(name), value: false };
    known.value ||= value;
    entry.named.set(name, known);
    return identifier(known.local);
  };
  const namespace = (module: string, use: 'type' | 'value'): Code => {
    const entry = importOf(module);
    entry.namespace ??= { local: freeLocal(options.aliasOf(module)), value: false };
    entry.namespace.value ||= use === 'value';
    return identifier(entry.namespace.local);
  };
  const reference = (declaration: Declaration, inside: Declaration | undefined): Code => {
    const path = lineage(declaration);
    if (declaration.module !== options.module)
      return join([namespace(declaration.module, 'type'), ...path.map((item) => identifier(item.name))], '.');
    for (let from = 0; from < path.length; from++) {
      const rest = path.slice(from);
      const first = rest[0];
      if (first && lookUp(first.name, inside, { topLevel, qualified: rest.length > 1 }) === first)
        return join(
          rest.map((item) => identifier(item.name)),
          '.',
        );
    }
    const [outermost] = path;
    const isHidden =
      outermost !== undefined &&
      lookUp(outermost.name, inside, { topLevel, qualified: path.length > 1 }) !== undefined;
    if (!isHidden)
      return join(
        path.map((item) => identifier(item.name)),
        '.',
      );
    // A nested type of the same name hides it here, so the file imports itself.
    return join([namespace(declaration.module, 'type'), ...path.map((item) => identifier(item.name))], '.');
  };

  return {
    module: options.module,
    namespace,
    print: (expression, place = {}) =>
      join(
        expression.map((part) => {
          switch (part.kind) {
            case 'code':
              return part.code;
            case 'declaration':
              return reference(part.declaration, place.inside?.parent);
            case 'runtime':
              return part.module === options.module
                ? identifier(part.name)
                : named(part.name, part.module, part.value === true);
            case 'global':
              return taken.has(part.name) ? code`globalThis.${identifier(part.name)}` : identifier(part.name);
            case 'receiver':
              return place.receiver ?? code`this._client`;
            default:
              return part satisfies never;
          }
        }),
        '',
      ),
    imports: () =>
      [...imports.values()]
        .sort((a, b) => (a.module < b.module ? -1 : 1))
        .flatMap((item) => importLines(item, options.module)),
  };
}

/** Resolves a name at a place: first in the enclosing namespaces from the inside out, then in the file. */
function lookUp(
  name: string,
  inside: Declaration | undefined,
  options: { readonly topLevel: ReadonlyMap<string, Declaration>; readonly qualified: boolean },
): Declaration | undefined {
  for (let scope = inside; scope; scope = scope.parent) {
    const found = scope.nested.find(
      (declaration) => declaration.name === name && (!options.qualified || declaration.nested.length > 0),
    );
    if (found) return found;
  }
  return options.topLevel.get(name);
}

function* allNames(declarations: readonly Declaration[]): Generator<string> {
  const queue = [...declarations];
  for (let declaration = queue.pop(); declaration; declaration = queue.pop()) {
    yield declaration.name;
    queue.push(...declaration.nested);
  }
}

function importLines(item: Import, from: string): readonly Code[] {
  const path = stringLiteral(relativeModule(from, item.module));
  const lines: Code[] = [];
  if (item.namespace)
    lines.push(
      code`import ${item.namespace.value ? empty : code`type `}* as ${identifier(item.namespace.local)} from ${path};`,
    );
  const names = [...item.named].sort(([a], [b]) => (a < b ? -1 : 1));
  if (names.length > 0) {
    const allTypes = names.every(([, use]) => !use.value);
    const list = names.map(([name, use]) => {
      const binding =
        use.local === name ? identifier(name) : code`${identifier(name)} as ${identifier(use.local)}`;
      return allTypes || use.value ? binding : code`type ${binding}`;
    });
    lines.push(code`import ${allTypes ? code`type ` : empty}{ ${join(list, ', ')} } from ${path};`);
  }
  return lines;
}

/** The import path from one module to another: from `resources/a/b` to `core` it is `../../core.ts`. */
export function relativeModule(from: string, to: string): string {
  const source = from.split('/').slice(0, -1);
  const target = to.split('/');
  let shared = 0;
  while (shared < source.length && shared < target.length - 1 && source[shared] === target[shared]) shared++;
  const up = source.length - shared;
  return `${up === 0 ? './' : '../'.repeat(up)}${target.slice(shared).join('/')}.ts`;
}
