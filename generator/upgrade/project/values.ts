/** Rewrites values of a closed list of texts, if the expected type is that list. */
import ts from 'typescript';
import type { ValueMove } from '../types.ts';
import { replace } from './edits.ts';
import { expectedType } from './members.ts';
import { type Scene, spanOf } from './scene.ts';
import { moduleOf } from './sdk-program.ts';
import { sameQuotes } from './text.ts';

export function rewriteValue(scene: Scene, node: ts.Node): void {
  if (!ts.isStringLiteralLike(node) || scene.index.values.length === 0) return;
  const moves = scene.index.values.filter((value) => value.before === node.text);
  if (moves.length === 0) return;
  const type = typeFor(scene, node);
  if (type === undefined) return;
  const list = JSON.stringify(textsOf(type));
  const move: ValueMove | undefined = moves.find((valueMove) => JSON.stringify(valueMove.list) === list);
  if (move === undefined || isOwnList(type)) return;
  scene.edits.push({
    ...replace(spanOf(node, scene.file), sameQuotes(node.getText(scene.file), move.after)),
    move,
  });
}

/** The type that the text must have: that of its place, or of the value with which it is compared. */
function typeFor(scene: Scene, node: ts.StringLiteralLike): ts.Type | undefined {
  const { checker } = scene;
  const { parent } = node;
  if (ts.isCaseClause(parent)) return declaredType(checker, parent.parent.parent.expression);
  if (ts.isBinaryExpression(parent) && COMPARISONS.has(parent.operatorToken.kind))
    return declaredType(checker, parent.left === node ? parent.right : parent.left);
  if (ts.isLiteralTypeNode(parent) || ts.isImportDeclaration(parent)) return undefined;
  return expectedType(scene, node);
}

/** The declared type, including values that earlier comparisons have excluded. */
function declaredType(checker: ts.TypeChecker, node: ts.Expression): ts.Type {
  const name = ts.isPropertyAccessExpression(node) ? node.name : node;
  const symbol = ts.isIdentifier(name) ? checker.getSymbolAtLocation(name) : undefined;
  const type = symbol === undefined ? undefined : checker.getTypeOfSymbol(symbol);
  return type?.isUnion() === true ? type : checker.getTypeAtLocation(node);
}

const COMPARISONS = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
]);

/** All text literals of a type, sorted. */
const textsOf = (type: ts.Type): readonly string[] =>
  [
    ...new Set(
      (type.isUnion() ? type.types : [type]).flatMap((item) => (item.isStringLiteral() ? [item.value] : [])),
    ),
  ].sort();

/** True for a list that the user's own code declares. */
const isOwnList = (type: ts.Type): boolean =>
  type.aliasSymbol?.declarations?.some(
    (declaration) => moduleOf(declaration.getSourceFile().fileName) === undefined,
  ) === true;
