/** Renames properties wherever code names them: in reads, destructuring, literals and types. */
import ts from 'typescript';
import type { MemberMove, Move } from '../types.ts';
import { replace } from './edits.ts';
import { stepOf, symbolOfStep } from './chains.ts';
import { identifiersOf } from './identifiers.ts';
import { type Scene, spanOf } from './scene.ts';
import { spotsOf } from './spots.ts';
import { isName, keyText, sameQuotes } from './text.ts';

interface Renaming {
  readonly after: string;
  readonly move: Move;
}

/** The new name, if all declarations of the property agree on it. */
export function renameOf(scene: Scene, symbol: ts.Symbol | undefined): Renaming | undefined {
  if (symbol === undefined) return undefined;
  const own = symbol.valueDeclaration;
  // A property of a literal that is passed on gets the name that the receiver expects.
  if (
    own !== undefined &&
    ts.isObjectLiteralElementLike(own) &&
    ts.isObjectLiteralExpression(own.parent) &&
    own.getSourceFile() === scene.file
  ) {
    const wanted = expectedProperties(scene, own.parent, symbol.name);
    return wanted.includes(symbol) ? undefined : agreed(wanted.map((each) => renameOf(scene, each)));
  }
  return agreed(
    spotsOf(scene.checker, symbol).flatMap(({ owner, member }) =>
      member === undefined ? [] : [memberMove(scene, owner, member)],
    ),
  );
}

function agreed(all: readonly (Renaming | undefined)[]): Renaming | undefined {
  const [first] = all;
  return all.every((each) => each?.after === first?.after) ? first : undefined;
}

/** A property of a type, or a resource or method that was renamed in place. */
function memberMove(scene: Scene, owner: string, member: string): Renaming | undefined {
  const move: MemberMove | undefined = scene.index.members.get(`${owner}/${member}`);
  if (move !== undefined) return { after: move.after, move };
  const above = scene.index.classes.get(owner);
  if (above === undefined) return undefined;
  const path = [...above, member];
  const moved = scene.index.moveOf(path);
  const base = scene.index.whereResource(above);
  if (moved === undefined || base === undefined) return undefined;
  const [after, ...deeper] = moved.after.slice(base.length);
  const isBeside = after !== undefined && deeper.length === 0;
  return isBeside && base.every((step, index) => step === moved.after[index])
    ? { after, move: moved }
    : undefined;
}

export function rewriteMembers(scene: Scene, node: ts.Node): void {
  const { checker, file, edits } = scene;
  const rename = (at: ts.Node, found: Renaming | undefined, write: (name: string) => string): void => {
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
    } else rename(step.name, renameOf(scene, symbol), (name) => sameQuotes(step.name.getText(file), name));
    return;
  }
  if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
    const key = node.propertyName ?? node.name;
    const name = nameOfKey(key);
    if (name === undefined || node.dotDotDotToken !== undefined) return;
    const symbol = checker.getPropertyOfType(
      checker.getNonNullableType(checker.getTypeAtLocation(node.parent)),
      name,
    );
    rename(key, renameOf(scene, symbol), (fresh) =>
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
    const text = nameOfKey(name);
    if (name === undefined || text === undefined) return;
    const all = expectedProperties(scene, node.parent, text).map((symbol) => renameOf(scene, symbol));
    rename(name, agreed(all), (fresh) =>
      ts.isShorthandPropertyAssignment(node)
        ? `${keyText(fresh)}: ${text}`
        : ts.isStringLiteral(name)
          ? sameQuotes(name.getText(file), fresh)
          : keyText(fresh),
    );
    return;
  }
  if (ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal))
    rewriteKeyType(scene, node.literal, rename);
}

/** `name` and `'name'` as the key of a property. */
const nameOfKey = (key: ts.Node | undefined): string | undefined =>
  key !== undefined && (ts.isIdentifier(key) || ts.isStringLiteral(key)) ? key.text : undefined;

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
  const own = knownType(checker, node);
  if (own !== undefined) return own;
  const { parent } = node;
  // `{ … } as unknown as Acme`
  if (ts.isParenthesizedExpression(parent) || ts.isAssertionExpression(parent))
    return expectedType(scene, parent);
  if (ts.isPropertyAssignment(parent)) {
    const name = nameOfKey(parent.name);
    const [symbol] = name === undefined ? [] : expectedProperties(scene, parent.parent, name);
    return symbol === undefined ? undefined : checker.getTypeOfSymbol(symbol);
  }
  return ts.isVariableDeclaration(parent) ? handedOnTo(scene, parent) : undefined;
}

/** What the place of an expression says about its type. */
function knownType(checker: ts.TypeChecker, node: ts.Expression): ts.Type | undefined {
  const type = checker.getContextualType(node);
  return type === undefined || type.flags & (ts.TypeFlags.Unknown | ts.TypeFlags.Any) ? undefined : type;
}

/**
 * `const params = { … }; client.pets.list(params)`: the type of the parameter
 * to which the variable is passed.
 */
function handedOnTo(scene: Scene, declaration: ts.VariableDeclaration): ts.Type | undefined {
  const { checker } = scene;
  if (declaration.type !== undefined) return undefined;
  for (const node of identifiersOf(scene, checker.getSymbolAtLocation(declaration.name))) {
    const type = knownType(checker, node);
    if (type !== undefined) return type;
  }
  return undefined;
}

/** `Pick<Pet, 'name'>`, `Omit<Pet, 'name'>`. */
function rewriteKeyType(
  scene: Scene,
  literal: ts.StringLiteral,
  rename: (at: ts.Node, found: Renaming | undefined, write: (name: string) => string) => void,
): void {
  const node = literal.parent;
  const list = ts.isUnionTypeNode(node.parent) ? node.parent : node;
  const { parent } = list;
  if (!ts.isTypeReferenceNode(parent) || !ts.isIdentifier(parent.typeName)) return;
  const [whole] = parent.typeArguments ?? [];
  if (!['Pick', 'Omit'].includes(parent.typeName.text) || whole === undefined) return;
  const symbol = scene.checker.getPropertyOfType(scene.checker.getTypeFromTypeNode(whole), literal.text);
  rename(literal, renameOf(scene, symbol), (name) => sameQuotes(literal.getText(scene.file), name));
}
