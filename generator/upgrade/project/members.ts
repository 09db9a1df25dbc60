/** Renames properties wherever code names them: in reads, destructuring, literals and types. */
import ts from 'typescript';
import type { MemberMove, Move } from '../types.ts';
import { replace } from './edits.ts';
import { stepOf, symbolOfStep } from './chains.ts';
import { identifiersOf } from './identifiers.ts';
import { type Scene, spanOf } from './scene.ts';
import { spotsOf } from './spots.ts';
import { isName, keyText, sameQuotes } from './text.ts';

/** The new name, if all declarations of the property agree on it. */
export function renameOf(
  scene: Scene,
  symbol: ts.Symbol | undefined,
): { readonly after: string; readonly move: Move } | undefined {
  const spots = spotsOf(scene.checker, symbol).filter((spot) => spot.member !== undefined);
  const moves = spots.map(({ owner, member }) => memberMove(scene, owner, member ?? ''));
  const [first] = moves;
  const own = symbol?.valueDeclaration;
  // A property of a literal that is passed on gets the name that the receiver expects.
  if (
    spots.length === 0 &&
    own !== undefined &&
    ts.isObjectLiteralElementLike(own) &&
    ts.isObjectLiteralExpression(own.parent) &&
    own.getSourceFile() === scene.file
  ) {
    const [wanted] = expectedProperties(scene, own.parent, symbol?.name ?? '');
    return wanted === symbol ? undefined : renameOf(scene, wanted);
  }
  if (first === undefined || moves.some((move) => move?.after !== first.after)) return undefined;
  return first;
}

/** A property of a type, or a resource or method that was renamed in place. */
function memberMove(
  scene: Scene,
  owner: string,
  member: string,
): { readonly after: string; readonly move: Move } | undefined {
  const move: MemberMove | undefined = scene.index.members.get(`${owner}/${member}`);
  if (move !== undefined) return { after: move.after, move };
  const above = scene.index.classes.get(owner);
  if (above === undefined) return undefined;
  const path = [...above, member];
  const moved = scene.index.moveOf(path);
  const base = scene.index.whereResource(above);
  const name = moved?.after.at(-1);
  return moved === undefined || name === undefined || base?.join('.') !== moved.after.slice(0, -1).join('.')
    ? undefined
    : { after: name, move: moved };
}

export function rewriteMembers(scene: Scene, node: ts.Node): void {
  const { checker, file, edits } = scene;
  const rename = (at: ts.Node, symbol: ts.Symbol | undefined, write: (name: string) => string): void => {
    const found = renameOf(scene, symbol);
    if (found !== undefined)
      edits.push({ ...replace(spanOf(at, file), write(found.after)), move: found.move });
  };
  const step = stepOf(node);
  if (step !== undefined && !ts.isQualifiedName(node)) {
    const symbol = symbolOfStep(checker, step);
    // Chains to a method are rewritten separately.
    if (spotsOf(checker, symbol).some((spot) => scene.index.classes.has(spot.owner))) return;
    if (ts.isPropertyAccessExpression(node)) {
      const found = renameOf(scene, symbol);
      if (found === undefined) return;
      if (isName(found.after))
        edits.push({ ...replace(spanOf(step.name, file), found.after), move: found.move });
      else {
        const dot = node.questionDotToken === undefined ? '' : '?.';
        edits.push({
          ...replace({ start: node.expression.end, end: node.end }, `${dot}[${keyText(found.after)}]`),
          move: found.move,
        });
      }
    } else rename(step.name, symbol, (name) => sameQuotes(step.name.getText(file), name));
    return;
  }
  if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
    const key = node.propertyName ?? node.name;
    const name = ts.isIdentifier(key) || ts.isStringLiteral(key) ? key.text : undefined;
    if (name === undefined || node.dotDotDotToken !== undefined) return;
    const symbol = checker.getPropertyOfType(
      checker.getNonNullableType(checker.getTypeAtLocation(node.parent)),
      name,
    );
    rename(key, symbol, (fresh) =>
      node.propertyName === undefined
        ? `${keyText(fresh)}: ${name}`
        : ts.isStringLiteral(key)
          ? sameQuotes(key.getText(file), fresh)
          : keyText(fresh),
    );
    return;
  }
  if (ts.isObjectLiteralElementLike(node) && ts.isObjectLiteralExpression(node.parent)) {
    const { name } = node;
    if (name === undefined || !(ts.isIdentifier(name) || ts.isStringLiteral(name))) return;
    for (const symbol of expectedProperties(scene, node.parent, name.text).slice(0, 1))
      rename(name, symbol, (fresh) =>
        ts.isShorthandPropertyAssignment(node)
          ? `${keyText(fresh)}: ${name.text}`
          : ts.isStringLiteral(name)
            ? sameQuotes(name.getText(file), fresh)
            : keyText(fresh),
      );
    return;
  }
  if (ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal))
    rewriteKeyType(scene, node.literal, rename);
}

/**
 * The properties that an object literal must have at its place: those of its own type, or of the
 * parameter to which it is passed.
 */
function expectedProperties(
  scene: Scene,
  literal: ts.ObjectLiteralExpression,
  name: string,
): readonly ts.Symbol[] {
  const type = expectedType(scene, literal);
  if (type === undefined) return [];
  const plain = scene.checker.getNonNullableType(type);
  const own = scene.checker.getPropertyOfType(plain, name);
  if (own !== undefined) return [own];
  return plain.isUnion()
    ? plain.types.flatMap((item) => scene.checker.getPropertyOfType(item, name) ?? [])
    : [];
}

export function expectedType(scene: Scene, node: ts.Expression): ts.Type | undefined {
  const { checker } = scene;
  const own = checker.getContextualType(node);
  if (own !== undefined && !(own.flags & (ts.TypeFlags.Unknown | ts.TypeFlags.Any))) return own;
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) return expectedType(scene, parent);
  // `{ … } as unknown as Acme`
  if (ts.isAsExpression(parent)) {
    if (ts.isAsExpression(parent.parent)) return checker.getTypeFromTypeNode(parent.parent.type);
    return expectedType(scene, parent);
  }
  if (
    ts.isPropertyAssignment(parent) &&
    parent.initializer === node &&
    ts.isObjectLiteralExpression(parent.parent)
  ) {
    const name =
      ts.isIdentifier(parent.name) || ts.isStringLiteral(parent.name) ? parent.name.text : undefined;
    const [symbol] = name === undefined ? [] : expectedProperties(scene, parent.parent, name);
    return symbol === undefined ? undefined : checker.getTypeOfSymbol(symbol);
  }
  if (ts.isVariableDeclaration(parent) && parent.initializer === node) return handedOnTo(scene, parent);
  return undefined;
}

/**
 * `const params = { … }; client.pets.list(params)`: the type of the parameter
 * to which the variable is passed.
 */
function handedOnTo(scene: Scene, declaration: ts.VariableDeclaration): ts.Type | undefined {
  const { checker } = scene;
  const { name } = declaration;
  if (declaration.type !== undefined || !ts.isIdentifier(name)) return undefined;
  for (const node of identifiersOf(scene, checker.getSymbolAtLocation(name))) {
    if (node === name) continue;
    const isArgument =
      ts.isCallExpression(node.parent) && node.parent.arguments.some((argument) => argument === node);
    const type =
      isArgument || ts.isReturnStatement(node.parent) ? checker.getContextualType(node) : undefined;
    if (type !== undefined) return type;
  }
  return undefined;
}

/** `Pick<Pet, 'name'>`, `Omit<Pet, 'name'>`. */
function rewriteKeyType(
  scene: Scene,
  literal: ts.StringLiteral,
  rename: (at: ts.Node, symbol: ts.Symbol | undefined, write: (name: string) => string) => void,
): void {
  const node = literal.parent;
  const list = ts.isUnionTypeNode(node.parent) ? node.parent : node;
  const { parent } = list;
  if (!ts.isTypeReferenceNode(parent) || !ts.isIdentifier(parent.typeName)) return;
  const [whole] = parent.typeArguments ?? [];
  if (!['Pick', 'Omit'].includes(parent.typeName.text) || whole === undefined || whole === list) return;
  const symbol = scene.checker.getPropertyOfType(scene.checker.getTypeFromTypeNode(whole), literal.text);
  rename(literal, symbol, (name) => sameQuotes(literal.getText(scene.file), name));
}
