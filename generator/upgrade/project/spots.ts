/** Finds the SDK declaration, or member of a declaration, behind a symbol. */
import ts from 'typescript';
import type { DeclarationKey } from '../types.ts';
import { moduleOf } from './sdk-program.ts';

export interface Spot {
  readonly owner: DeclarationKey;
  readonly member?: string;
}

/** Resolves imports and re-exports. */
export const real = (checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol =>
  symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;

/** Empty for symbols outside the SDK. Several for a property of a union of its types. */
export function spotsOf(checker: ts.TypeChecker, symbol: ts.Symbol | undefined): readonly Spot[] {
  if (symbol === undefined) return [];
  const found = (real(checker, symbol).declarations ?? []).flatMap(
    (declaration) => spotOf(declaration) ?? [],
  );
  // All declarations of a symbol have its name, so each owner has a single declaration.
  return [...new Map(found.map((spot) => [spot.owner, spot])).values()];
}

function spotOf(node: ts.Declaration): Spot | undefined {
  const module = moduleOf(node.getSourceFile().fileName);
  if (module === undefined) return undefined;
  const { parent } = node;
  if (parent !== undefined && (ts.isInterfaceDeclaration(parent) || ts.isClassDeclaration(parent))) {
    const name = ts.isConstructorDeclaration(node) ? undefined : ts.getNameOfDeclaration(node);
    const member = name === undefined ? undefined : memberName(name);
    const owner = keyOf(module, parent);
    return member === undefined || owner === undefined ? undefined : { owner, member };
  }
  const owner = keyOf(module, node);
  return owner === undefined ? undefined : { owner };
}

const memberName = (name: ts.Node): string | undefined =>
  ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isNumericLiteral(name) ? name.text : undefined;

/** `resources/pets#Pet.Owner`. */
function keyOf(module: string, node: ts.Node): DeclarationKey | undefined {
  const names: string[] = [];
  for (
    let item: ts.Node | undefined = node;
    item !== undefined && !ts.isSourceFile(item);
    item = item.parent
  ) {
    if (ts.isModuleBlock(item) || ts.isVariableDeclarationList(item) || ts.isVariableStatement(item))
      continue;
    if (
      !(
        ts.isInterfaceDeclaration(item) ||
        ts.isClassDeclaration(item) ||
        ts.isTypeAliasDeclaration(item) ||
        ts.isModuleDeclaration(item) ||
        ts.isFunctionDeclaration(item) ||
        ts.isVariableDeclaration(item)
      ) ||
      item.name === undefined
    )
      return undefined;
    names.unshift(item.name.getText());
  }
  return names.length === 0 ? undefined : `${module}#${names.join('.')}`;
}
