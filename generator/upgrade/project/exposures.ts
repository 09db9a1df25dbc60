/**
 * Determines how code can name a type of the new SDK: through the client's namespace,
 * or from a module of the package.
 */
import ts from 'typescript';
import type { DeclarationKey, Path } from '../types.ts';
import { type SdkProgram, fileOfModule, moduleAt } from './sdk-program.ts';
import { real, spotsOf } from './spots.ts';

export interface Exposures {
  /** Names below the client: `Acme.Pets.Pet` → `['Pets', 'Pet']`. The shortest comes first. */
  readonly below: (key: DeclarationKey) => readonly Path[];
  /** True if a module exports the declaration under this name. */
  readonly gives: (subpath: string, name: string, key: DeclarationKey) => boolean;
  readonly has: (subpath: string) => boolean;
}

const DEPTH = 6;

/** `clientKey` is the client's class in that SDK. */
export function exposuresOf(sdk: SdkProgram, clientKey: DeclarationKey): Exposures {
  const { checker, program } = sdk;
  const exportsOf = (module: string): readonly ts.Symbol[] => {
    const source = program.getSourceFile(fileOfModule(module));
    const symbol = source === undefined ? undefined : checker.getSymbolAtLocation(source);
    return symbol === undefined ? [] : checker.getExportsOfModule(symbol);
  };
  const keyOf = (symbol: ts.Symbol): DeclarationKey | undefined => spotsOf(checker, symbol)[0]?.owner;
  const found = new Map<DeclarationKey, Path[]>();
  const visit = (symbol: ts.Symbol, path: Path): void => {
    if (path.length >= DEPTH) return;
    for (const item of symbol.exports?.values() ?? []) {
      const target = real(checker, item);
      const key = keyOf(target);
      if (key === undefined) continue;
      const own = [...path, item.name];
      found.set(
        key,
        [...(found.get(key) ?? []), own].sort((a, b) => a.length - b.length),
      );
      if (target !== symbol && target.flags & ts.SymbolFlags.Namespace) visit(target, own);
    }
  };
  const mark = clientKey.indexOf('#');
  const name = clientKey.slice(mark + 1);
  const client = exportsOf(clientKey.slice(0, mark)).find((item) => item.name === name);
  if (client !== undefined) visit(real(checker, client), []);
  const given = new Map<string, ReadonlyMap<string, DeclarationKey | undefined>>();
  const givenBy = (own: string): ReadonlyMap<string, DeclarationKey | undefined> => {
    const known = given.get(own) ?? new Map(exportsOf(own).map((item) => [item.name, keyOf(item)]));
    given.set(own, known);
    return known;
  };
  return {
    below: (key) => found.get(key) ?? [],
    gives: (subpath, exported, key) => {
      const own = moduleAt(subpath, sdk.hasModule);
      return (
        own !== undefined &&
        (key.startsWith('index#') ? givenBy(own).has(exported) : givenBy(own).get(exported) === key)
      );
    },
    has: (subpath) => moduleAt(subpath, sdk.hasModule) !== undefined,
  };
}
