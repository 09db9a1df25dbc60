/** Renames types, classes and functions: imports of every kind, and names in a namespace. */
import ts from 'typescript';
import type { DeclarationKey, DeclarationMove, Move } from '../types.ts';
import { replace } from './edits.ts';
import { type Scene, spanOf } from './scene.ts';
import { moduleAt } from './sdk-program.ts';
import { spotsOf } from './spots.ts';
import { sameQuotes } from './text.ts';

export const nameIn = (key: DeclarationKey): string => key.slice(key.indexOf('#') + 1);
const moduleIn = (key: DeclarationKey): string => key.slice(0, key.indexOf('#'));

/** Names imported from the SDK that change in a file, by the import's symbol. */
export type Renamed = Map<ts.Symbol, { readonly name: string; readonly move: Move }>;

/**
 * Where the new SDK exports the name, as the part of an import after the package's name; as before if possible.
 */
export function homeOf(scene: Scene, subpath: string, key: DeclarationKey, name: string): string | undefined {
  const ending = /\.(?:js|mjs)$/.exec(subpath)?.[0] ?? '';
  const prefix = /^\/(?:dist\/(?:esm\/|cjs\/)?|src\/)/.exec(subpath)?.[0] ?? '/';
  const module = moduleIn(key);
  // A resource with children is in a folder of the same name and is imported through the folder.
  const short = module.replace(/\/([^/]+)\/\1$/, '/$1');
  return [subpath, `${prefix}${short}${ending}`, `${prefix}${module}${ending}`, ''].find((text) =>
    scene.exposures.gives(text, name, key),
  );
}

/** The old declaration behind an exported name, and the move that concerns it. */
export function moveOf(
  scene: Scene,
  symbol: ts.Symbol | undefined,
  exported: string,
  module: string | undefined,
): { readonly key: DeclarationKey; readonly move: DeclarationMove | undefined } | undefined {
  const byName = module === 'index' ? scene.index.declarations.get(`index#${exported}`) : undefined;
  if (byName !== undefined) return { key: byName.before, move: byName };
  const [spot] = spotsOf(scene.checker, symbol);
  return spot === undefined ? undefined : { key: spot.owner, move: scene.index.declarations.get(spot.owner) };
}

export const entryOf = (scene: Scene, specifier: ts.Expression | undefined): string | undefined =>
  specifier !== undefined && ts.isStringLiteralLike(specifier)
    ? scene.old.subpathOf(specifier.text)
    : undefined;

/** `import … from`, `export … from`, with a list of names. */
export function rewriteImport(
  scene: Scene,
  node: ts.ImportDeclaration | ts.ExportDeclaration,
  renamed: Renamed,
): void {
  const specifier = node.moduleSpecifier;
  const subpath = entryOf(scene, specifier);
  if (specifier === undefined || subpath === undefined) return;
  const clause = ts.isImportDeclaration(node) ? node.importClause : undefined;
  const bindings = ts.isImportDeclaration(node) ? clause?.namedBindings : node.exportClause;
  if (bindings === undefined || ts.isNamespaceImport(bindings) || ts.isNamespaceExport(bindings)) {
    const key = keyOfModule(scene, specifier, subpath);
    const home =
      key === undefined || clause?.name !== undefined
        ? undefined
        : homeOf(scene, subpath, key.key, nameIn(key.key));
    return rewriteSpecifier(scene, specifier, home ?? subpath, key?.move);
  }
  const homes = new Map<ts.Node, string>();
  let moved: Move | undefined;
  for (const element of bindings.elements) {
    const local = scene.checker.getSymbolAtLocation(element.name);
    const exported = (element.propertyName ?? element.name).text;
    const found = moveOf(scene, local, exported, subpath === '' ? 'index' : undefined);
    if (found === undefined) continue;
    const { move } = found;
    const key = move?.after ?? found.key;
    const name = exported === nameIn(found.key) ? nameIn(key) : exported;
    const home = homeOf(scene, subpath, key, name);
    if (home === undefined) continue;
    homes.set(element, home);
    if (home !== subpath) moved ??= move ?? { kind: 'declaration', before: found.key, after: found.key };
    if (name !== exported && move !== undefined)
      renameSpecifier(scene, element, { name, move, local, renamed });
  }
  const placeOf = (element: ts.Node): string => homes.get(element) ?? subpath;
  const places = new Set(bindings.elements.map(placeOf));
  const [place = subpath] = places;
  if (places.size <= 1 && (clause?.name === undefined || place === subpath))
    return rewriteSpecifier(scene, specifier, place, moved);
  if (moved !== undefined) split(scene, node, bindings, { specifier, placeOf, stay: subpath, move: moved });
}

/** The main class or type of a module, which shows where the module was moved. */
export function keyOfModule(
  scene: Scene,
  specifier: ts.Expression,
  subpath: string,
): { readonly key: DeclarationKey; readonly move: DeclarationMove } | undefined {
  if (scene.exposures.has(subpath)) return undefined;
  const { declarations } = scene.index;
  const symbol = scene.checker.getSymbolAtLocation(specifier);
  const module = moduleAt(subpath, scene.old.hasModule);
  // The compiler reads no module for the text of `vi.mock('…')`.
  const moves =
    symbol === undefined
      ? [...declarations.values()].filter(({ before }) => moduleIn(before) === module)
      : scene.checker
          .getExportsOfModule(symbol)
          .flatMap((item) => moveOf(scene, item, item.name, undefined)?.move ?? []);
  const [first] = moves;
  return first !== undefined && moves.every((move) => moduleIn(move.after) === moduleIn(first.after))
    ? { key: first.after, move: first }
    : undefined;
}

export function rewriteSpecifier(
  scene: Scene,
  specifier: ts.Expression,
  subpath: string,
  move: Move | undefined,
): void {
  if (!ts.isStringLiteralLike(specifier)) return;
  const text = scene.packageName + subpath;
  if (text === specifier.text) return;
  scene.edits.push({
    ...replace(spanOf(specifier, scene.file), sameQuotes(specifier.getText(scene.file), text)),
    move: move ?? { kind: 'declaration', before: specifier.text, after: text },
  });
}

function renameSpecifier(
  scene: Scene,
  item: ts.ImportSpecifier | ts.ExportSpecifier,
  {
    name,
    move,
    local,
    renamed,
  }: {
    readonly name: string;
    readonly move: Move;
    readonly local: ts.Symbol | undefined;
    readonly renamed: Renamed;
  },
): void {
  const { file, edits } = scene;
  if (item.propertyName !== undefined) {
    const redundant = item.name.text === name && ts.isImportSpecifier(item);
    const span = redundant
      ? { start: item.propertyName.getStart(file), end: item.name.end }
      : spanOf(item.propertyName, file);
    edits.push({ ...replace(span, name), move });
  } else if (ts.isExportSpecifier(item))
    edits.push({ ...replace(spanOf(item.name, file), `${name} as ${item.name.text}`), move });
  else {
    // If the file already uses the name, the import keeps its old local name.
    if (usesName(file, name) || local === undefined)
      edits.push({ ...replace(spanOf(item.name, file), `${name} as ${item.name.text}`), move });
    else {
      edits.push({ ...replace(spanOf(item.name, file), name), move });
      renamed.set(local, { name, move });
    }
  }
}

function usesName(file: ts.SourceFile, name: string): boolean {
  const visit = (node: ts.Node): boolean =>
    (ts.isIdentifier(node) &&
      node.text === name &&
      !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) &&
      !(ts.isQualifiedName(node.parent) && node.parent.right === node)) ||
    ts.forEachChild(node, (child) => visit(child) || undefined) === true;
  return visit(file);
}

/** Splits names that are now in different modules into separate imports; the others stay. */
function split(
  scene: Scene,
  node: ts.ImportDeclaration | ts.ExportDeclaration,
  bindings: ts.NamedImports | ts.NamedExports,
  { specifier, placeOf, stay, move }: Split,
): void {
  const { file, packageName } = scene;
  const groups = new Map<string, ts.Node[]>();
  for (const element of bindings.elements) {
    const place = placeOf(element);
    groups.set(place, [...(groups.get(place) ?? []), element]);
  }
  const quoted = (place: string): string => sameQuotes(specifier.getText(file), packageName + place);
  const clause = ts.isImportDeclaration(node) ? node.importClause : undefined;
  const [first = stay] = groups.keys();
  const stays = clause?.name === undefined && !groups.has(stay) ? first : stay;
  const word = ts.isImportDeclaration(node) ? 'import' : 'export';
  const isType = ts.isExportDeclaration(node) ? node.isTypeOnly : clause?.isTypeOnly;
  const end = file.text[node.end - 1] === ';' ? ';' : '';
  const kept = groups.get(stays) ?? [];
  const list = (all: readonly ts.Node[]): Edit['parts'] =>
    all.flatMap((item, index) => (index === 0 ? [spanOf(item, file)] : [', ', spanOf(item, file)]));
  // A single edit, because a name may be both renamed and moved.
  const head = file.text.slice(node.getStart(file), bindings.getStart(file));
  const parts: Edit['parts'] = [
    ...(kept.length === 0 ? [head.replace(/,\s*$/, '')] : [head, '{ ', ...list(kept), ' }']),
    file.text.slice(bindings.end, specifier.getStart(file)),
    quoted(stays),
    file.text.slice(specifier.end, node.end),
    ...[...groups]
      .filter(([place]) => place !== stays)
      .flatMap(([place, all]) => [
        ...['\n', `${word} ${isType ? 'type ' : ''}{ `],
        ...list(all),
        ` } from ${quoted(place)}${end}`,
      ]),
  ];
  scene.edits.push({ start: node.getStart(file), end: node.end, parts, move });
}

interface Split {
  readonly specifier: ts.Expression;
  /** The module that has a name now. */
  readonly placeOf: (element: ts.Node) => string;
  /** The module that the code imports, to which a default import stays. */
  readonly stay: string;
  readonly move: Move;
}

type Edit = Scene['edits'][number];
