/** Rewrites modules of the SDK in expressions and types: `require`, `import(…)`, mocks. */
import ts from 'typescript';
import { replace } from './edits.ts';
import { entryOf, homeOf, keyOfModule, moveOf, nameIn, rewriteSpecifier } from './names.ts';
import { type Scene, spanOf } from './scene.ts';

/** `require('…')`, `import('…')`, `import('…').Pet` in a type. */
export function rewriteModuleCall(scene: Scene, node: ts.Node): void {
  if (ts.isImportTypeNode(node)) return rewriteImportType(scene, node);
  if (ts.isExternalModuleReference(node)) return void rewriteWhole(scene, node.expression);
  if (!ts.isCallExpression(node)) return;
  const [literal] = node.arguments;
  const isModule =
    node.expression.kind === ts.SyntaxKind.ImportKeyword ||
    (ts.isIdentifier(node.expression) && node.expression.text === 'require');
  const subpath = entryOf(scene, literal);
  // Mocks of modules name them too: `vi.mock('@acme/api')`.
  const isMock =
    ts.isPropertyAccessExpression(node.expression) &&
    /^(?:mock|unmock|doMock|requireActual|importActual|requireMock)$/.test(node.expression.name.text);
  if (literal === undefined || subpath === undefined || !(isModule || isMock)) return;
  const taken = takenFrom(node);
  if (taken.length === 0) {
    const isMoved = rewriteWhole(scene, literal);
    if (isMoved && isMock && node.arguments.length > 1)
      scene.notes.push({
        span: spanOf(node, scene.file),
        reason: 'the module of this mock has moved, and what it exports may have other names',
        advice: 'Give the mock the names that the module exports now.',
        subject: scene.packageName + subpath,
      });
    return;
  }
  // A dynamic import gives a promise of the module.
  const given = scene.checker.getTypeAtLocation(node);
  const module = scene.checker.getAwaitedType(given) ?? given;
  for (const { name, node: at } of taken) {
    const symbol = scene.checker.getPropertyOfType(module, name);
    const found = moveOf(scene, symbol, name, subpath === '' ? 'index' : undefined);
    if (found?.move !== undefined) {
      const fresh = nameIn(found.move.after);
      const home = homeOf(scene, subpath, found.move.after, fresh);
      if (home === undefined) continue;
      if (taken.length === 1) rewriteSpecifier(scene, literal, home, found.move);
      if (fresh !== name)
        scene.edits.push({
          ...replace(
            spanOf(at, scene.file),
            ts.isBindingElement(at.parent) && at.parent.propertyName === undefined
              ? `${fresh}: ${name}`
              : fresh,
          ),
          move: found.move,
        });
    }
  }
}

/** A module of which nothing is taken by name. True if it is elsewhere now. */
function rewriteWhole(scene: Scene, specifier: ts.Expression): boolean {
  const subpath = entryOf(scene, specifier);
  if (subpath === undefined) return false;
  const key = keyOfModule(scene, specifier, subpath);
  const home = key === undefined ? undefined : homeOf(scene, subpath, key.key, nameIn(key.key));
  if (key === undefined || home === undefined) return false;
  rewriteSpecifier(scene, specifier, home, key.move);
  return true;
}

/** `const { Pet } = require('…')`, `require('…').Pet`, also with `await`. */
function takenFrom(node: ts.CallExpression): readonly { readonly name: string; readonly node: ts.Node }[] {
  let at: ts.Node = node;
  while (ts.isAwaitExpression(at.parent) || ts.isParenthesizedExpression(at.parent)) at = at.parent;
  const { parent } = at;
  if (ts.isPropertyAccessExpression(parent)) return [{ name: parent.name.text, node: parent.name }];
  if (!ts.isVariableDeclaration(parent) || !ts.isObjectBindingPattern(parent.name)) return [];
  return parent.name.elements.flatMap((element) => {
    const key = element.propertyName ?? element.name;
    return ts.isIdentifier(key) ? [{ name: key.text, node: key }] : [];
  });
}

function rewriteImportType(scene: Scene, node: ts.ImportTypeNode): void {
  const { argument, qualifier } = node;
  if (!ts.isLiteralTypeNode(argument) || !ts.isStringLiteral(argument.literal)) return;
  const subpath = scene.old.subpathOf(argument.literal.text);
  if (subpath === undefined || qualifier === undefined) return;
  const first = leftmost(qualifier);
  const symbol = scene.checker.getSymbolAtLocation(first);
  const found = moveOf(scene, symbol, first.text, subpath === '' ? 'index' : undefined);
  if (found === undefined) return;
  const key = found.move?.after ?? found.key;
  const name = first.text === nameIn(found.key) ? nameIn(key) : first.text;
  const home = homeOf(scene, subpath, key, name);
  if (home === undefined) return;
  if (found.move !== undefined && name !== first.text)
    scene.edits.push({ ...replace(spanOf(first, scene.file), name), move: found.move });
  rewriteSpecifier(scene, argument.literal, home, found.move);
}

const leftmost = (name: ts.EntityName): ts.Identifier => (ts.isIdentifier(name) ? name : leftmost(name.left));
