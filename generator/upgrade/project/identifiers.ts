/** Finds where a file names a variable or a parameter. */
import ts from 'typescript';
import type { Scene } from './scene.ts';

const known = new WeakMap<Scene, ReadonlyMap<ts.Symbol, readonly ts.Identifier[]>>();

/** Every place in the file that names the symbol, including its declaration. */
export function identifiersOf(scene: Scene, symbol: ts.Symbol | undefined): readonly ts.Identifier[] {
  const all = known.get(scene) ?? collect(scene);
  known.set(scene, all);
  return symbol === undefined ? [] : (all.get(symbol) ?? []);
}

/** The file is traversed once, because it may declare thousands of variables. */
function collect({ checker, file }: Scene): ReadonlyMap<ts.Symbol, readonly ts.Identifier[]> {
  const found = new Map<ts.Symbol, ts.Identifier[]>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const symbol = checker.getSymbolAtLocation(node);
      const places = symbol && found.get(symbol);
      if (places !== undefined) places.push(node);
      else if (symbol !== undefined) found.set(symbol, [node]);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
