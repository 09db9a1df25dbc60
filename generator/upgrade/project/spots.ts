/** What of the SDK a symbol is: a declaration, or a member of one. */
import ts from 'typescript';
import type { DeclarationKey } from '../types.ts';
import { moduleOf } from './sdk-program.ts';

export interface Spot {
  readonly owner: DeclarationKey;
  readonly member?: string;
}

/** Behind imports and re-exports. */
export const real = (checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol =>
  symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;

/** Empty for what is not of the SDK; several for a property of a union of its types. */
export function spotsOf(checker: ts.TypeChecker, symbol: ts.Symbol | undefined): readonly Spot[] {
  if (symbol === undefined) return [];
  const found = (real(checker, symbol).declarations ?? []).flatMap((one) => spotOf(one) ?? []);
  const keys = found.map((one) => `${one.owner}/${one.member ?? ''}`);
  return found.filter((_one, index) => keys.indexOf(keys[index] ?? '') === index);
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
  for (let one: ts.Node | undefined = node; one !== undefined && !ts.isSourceFile(one); one = one.parent) {
    if (ts.isModuleBlock(one) || ts.isVariableDeclarationList(one) || ts.isVariableStatement(one)) continue;
    if (
      !(
        ts.isInterfaceDeclaration(one) ||
        ts.isClassDeclaration(one) ||
        ts.isTypeAliasDeclaration(one) ||
        ts.isModuleDeclaration(one) ||
        ts.isFunctionDeclaration(one) ||
        ts.isVariableDeclaration(one)
      ) ||
      one.name === undefined
    )
      return undefined;
    names.unshift(one.name.getText());
  }
  return names.length === 0 ? undefined : `${module}#${names.join('.')}`;
}
