/** Renames types, classes and namespaces where code uses them. */
import ts from 'typescript';
import { replace } from './edits.ts';
import { type Renamed, nameIn } from './names.ts';
import { type Scene, spanOf } from './scene.ts';
import { real, spotsOf } from './spots.ts';

/** Rewrites identifiers of an import that has a new name. */
export function rewriteUse(scene: Scene, node: ts.Node, renamed: Renamed): void {
  if (!ts.isIdentifier(node) || ts.isImportSpecifier(node.parent)) return;
  const { checker, file } = scene;
  if (ts.isExportSpecifier(node.parent)) {
    const local = checker.getExportSpecifierLocalTargetSymbol(node.parent);
    const found = local === undefined ? undefined : renamed.get(local);
    if (found === undefined || (node.parent.propertyName !== undefined && node.parent.propertyName !== node))
      return;
    const text = node.parent.propertyName === undefined ? `${found.name} as ${node.text}` : found.name;
    scene.edits.push({ ...replace(spanOf(node, file), text), move: found.move });
    return;
  }
  const isShort = ts.isShorthandPropertyAssignment(node.parent);
  const symbol = isShort
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node);
  const found = symbol === undefined ? undefined : renamed.get(symbol);
  if (found !== undefined)
    scene.edits.push({
      ...replace(spanOf(node, file), isShort ? `${node.text}: ${found.name}` : found.name),
      move: found.move,
    });
}

/** `Acme.Pets.Pet`, `PetsAPI.Pet`: types, classes and namespaces after a dot. */
export function rewriteQualified(scene: Scene, node: ts.Node): void {
  const names: ts.Identifier[] = [];
  let at: ts.Node = node;
  while (ts.isQualifiedName(at) || ts.isPropertyAccessExpression(at)) {
    const right: ts.MemberName = ts.isQualifiedName(at) ? at.right : at.name;
    if (!ts.isIdentifier(right)) return;
    names.unshift(right);
    at = ts.isQualifiedName(at) ? at.left : at.expression;
  }
  const last = names.at(-1);
  if (last === undefined || !ts.isIdentifier(at)) return;
  const { checker, index, file } = scene;
  const [spot] = spotsOf(checker, checker.getSymbolAtLocation(last));
  if (spot === undefined || spot.member !== undefined) return;
  // The longer name includes this part.
  const outer = node.parent;
  const after = ts.isQualifiedName(outer)
    ? outer.right
    : ts.isPropertyAccessExpression(outer)
      ? outer.name
      : undefined;
  const [next] = after === undefined ? [] : spotsOf(checker, checker.getSymbolAtLocation(after));
  if (next !== undefined && next.member === undefined) return;
  const move = index.declarations.get(spot.owner);
  const key = move?.after ?? spot.owner;
  const root = checker.getSymbolAtLocation(at);
  const [base] = root === undefined ? [] : spotsOf(checker, real(checker, root));
  const written = names.map((name) => name.text);
  const isClient = base !== undefined && index.classes.get(base.owner)?.length === 0;
  if (isClient) {
    const paths = scene.exposures.below(key);
    if (paths.some((path) => path.join('.') === written.join('.'))) return;
    const best = paths.find((path) => path.length === written.length) ?? paths[0];
    const [first = last] = names;
    if (best === undefined || move === undefined) return;
    if (best.length === written.length)
      names.forEach((identifier, place) => {
        const name = best[place] ?? '';
        if (name !== identifier.text) scene.edits.push({ ...replace(spanOf(identifier, file), name), move });
      });
    else
      scene.edits.push({ ...replace({ start: first.getStart(file), end: last.end }, best.join('.')), move });
    return;
  }
  const [from, to] = [nameIn(spot.owner).split('.'), nameIn(key).split('.')];
  if (move === undefined || from.length !== to.length) return;
  // `all.Toys.Toy` names the class around the type, too.
  const behind = from.length - names.length;
  names.forEach((identifier, place) => {
    const name = to[behind + place] ?? identifier.text;
    if (identifier.text === from[behind + place] && name !== identifier.text)
      scene.edits.push({ ...replace(spanOf(identifier, file), name), move });
  });
}
