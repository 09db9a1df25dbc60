/** Rewrites between `(await client.pets.get()).data` and the bare result. */
import ts from 'typescript';
import type { ResultMove } from '../types.ts';
import { replace } from './edits.ts';
import { pathKey } from '../moves/surface.ts';
import { pathOfStep, stepOf } from './chains.ts';
import { identifiersOf } from './identifiers.ts';
import { type Scene, spanOf } from './scene.ts';

export function rewriteResult(scene: Scene, call: ts.CallExpression, move: ResultMove): void {
  if (move.before.length < move.after.length) unwrap(scene, call, move, move.after.slice(move.before.length));
  else wrap(scene, call, move, move.before.slice(move.after.length));
}

const adviceOf = (move: ResultMove): string =>
  move.before.length < move.after.length
    ? `The method gives ${move.after.join('.')} of the response itself: drop .${move.after.slice(move.before.length).join('.')}.`
    : `The method gives the response around it: read .${move.before.slice(move.after.length).join('.')}.`;

function leave(scene: Scene, node: ts.Node, move: ResultMove, reason: string): void {
  scene.notes.push({
    span: spanOf(node, scene.file),
    reason,
    advice: adviceOf(move),
    subject: ['client', ...move.method].join('.'),
    isOnce: true,
  });
}

/** The resolved value of the promise: the awaited expression, or the parameter of `then`. */
function valueOf(call: ts.CallExpression): ts.Node | undefined {
  let at: ts.Node = call;
  while (ts.isParenthesizedExpression(at.parent)) at = at.parent;
  if (ts.isAwaitExpression(at.parent)) {
    at = at.parent;
    while (ts.isParenthesizedExpression(at.parent)) at = at.parent;
    return at;
  }
  const { parent } = at;
  if (
    ts.isPropertyAccessExpression(parent) &&
    parent.name.text === 'then' &&
    ts.isCallExpression(parent.parent)
  ) {
    const [handler] = parent.parent.arguments;
    if (handler !== undefined && (ts.isArrowFunction(handler) || ts.isFunctionExpression(handler)))
      return handler.parameters[0];
  }
  return undefined;
}

/** Removes `.data` where the value is read. */
function unwrap(scene: Scene, call: ts.CallExpression, move: ResultMove, path: readonly string[]): void {
  const value = valueOf(call);
  if (value === undefined) {
    if (!ts.isExpressionStatement(call.parent))
      leave(scene, call, move, 'the result is handed on before it is there');
    return;
  }
  if (ts.isParameter(value)) return unwrapBound(scene, value, move, path);
  const { parent } = value;
  if (ts.isExpressionStatement(parent)) return;
  if (ts.isVariableDeclaration(parent) && parent.initializer === value)
    return unwrapBound(scene, parent, move, path);
  if (!unwrapRead(scene, value, move, path)) leave(scene, value, move, 'the result is handed on as a whole');
}

/** `x.data.name` → `x.name`. Returns false if the node is not read by this path. */
function unwrapRead(scene: Scene, node: ts.Node, move: ResultMove, path: readonly string[]): boolean {
  let at = node;
  for (const name of path) {
    const step = at.parent === undefined ? undefined : stepOf(at.parent);
    if (step === undefined || step.from !== at || step.text !== name) return false;
    at = step.node;
  }
  // `(await x).data` needs no parentheses if nothing follows.
  const bare =
    ts.isParenthesizedExpression(node) &&
    stepOf(at.parent)?.from !== at &&
    !ts.isCallExpression(at.parent) &&
    !ts.isNonNullExpression(at.parent)
      ? node.expression
      : node;
  scene.edits.push({
    start: node.getStart(scene.file),
    end: at.end,
    parts: [spanOf(bare, scene.file)],
    move,
  });
  return true;
}

function unwrapBound(
  scene: Scene,
  declaration: ts.VariableDeclaration | ts.ParameterDeclaration,
  move: ResultMove,
  path: readonly string[],
): void {
  const { name } = declaration;
  const { file, checker } = scene;
  if (ts.isObjectBindingPattern(name)) {
    const [only, more] = name.elements;
    const [first] = path;
    if (
      only === undefined ||
      more !== undefined ||
      path.length > 1 ||
      (only.propertyName ?? only.name).getText(file) !== first ||
      only.initializer !== undefined
    )
      return leave(scene, declaration, move, 'more than the one property is taken from the result');
    scene.edits.push({ start: name.getStart(file), end: name.end, parts: [spanOf(only.name, file)], move });
    return;
  }
  const uses = identifiersOf(scene, checker.getSymbolAtLocation(name)).filter(
    (identifier) => identifier !== name,
  );
  const isRead = (node: ts.Node): boolean => {
    let at = node;
    for (const step of path) {
      const own = stepOf(at.parent);
      if (own === undefined || own.from !== at || own.text !== step) return false;
      at = own.node;
    }
    return true;
  };
  if (declaration.type !== undefined || !uses.every(isRead))
    return leave(scene, declaration, move, 'the result is used otherwise than by that property');
  for (const use of uses) unwrapRead(scene, use, move, path);
}

/** `Awaited<ReturnType<Acme['pets']['list']>>`: the result as a type. */
export function rewriteResultType(scene: Scene, node: ts.Node): void {
  if (!isGeneric(node, 'Awaited')) return;
  const [promise] = node.typeArguments ?? [];
  if (promise === undefined || !isGeneric(promise, 'ReturnType')) return;
  const [type] = promise.typeArguments ?? [];
  const named = type !== undefined && ts.isTypeQueryNode(type) ? type.exprName : type;
  const step = named === undefined ? undefined : stepOf(named);
  const path = step === undefined ? undefined : pathOfStep(scene, step);
  const move = path === undefined ? undefined : scene.index.results.get(pathKey(path));
  if (move === undefined) return;
  if (move.before.length > move.after.length) {
    const reading = move.before.slice(move.after.length).map((name) => `['${name}']`);
    scene.edits.push({ start: node.end, end: node.end, parts: [reading.join('')], move });
    return;
  }
  let at: ts.Node = node;
  for (const name of move.after.slice(move.before.length)) {
    const own = stepOf(at.parent);
    if (own === undefined || own.from !== at || own.text !== name)
      return leave(scene, node, move, 'the type of the result is used as a whole');
    at = own.node;
  }
  scene.edits.push({
    start: node.getStart(scene.file),
    end: at.end,
    parts: [spanOf(node, scene.file)],
    move,
  });
}

const isGeneric = (node: ts.Node, name: string): node is ts.TypeReferenceNode =>
  ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName) && node.typeName.text === name;

/** `await x` → `(await x).data`. */
function wrap(scene: Scene, call: ts.CallExpression, move: ResultMove, path: readonly string[]): void {
  const value = valueOf(call);
  const reading = `.${path.join('.')}`;
  if (value !== undefined && ts.isParameter(value)) {
    const { name } = value;
    const pattern = path.reduceRight(
      (inner, step) => (inner === step ? `{ ${step} }` : `{ ${step}: ${inner} }`),
      name.getText(scene.file),
    );
    const handler = value.parent;
    const bare =
      ts.isArrowFunction(handler) &&
      !handler.getChildren(scene.file).some(({ kind }) => kind === ts.SyntaxKind.OpenParenToken);
    scene.edits.push({ ...replace(spanOf(name, scene.file), bare ? `(${pattern})` : pattern), move });
    return;
  }
  if (value !== undefined) {
    if (ts.isExpressionStatement(value.parent)) return;
    const span = spanOf(value, scene.file);
    scene.edits.push({
      ...span,
      parts: ts.isParenthesizedExpression(value) ? [span, reading] : ['(', span, `)${reading}`],
      move,
    });
    return;
  }
  const { parent } = call;
  if (ts.isExpressionStatement(parent)) return;
  // Methods of the promise itself, such as `withResponse`, return something else.
  if (stepOf(parent)?.from === call)
    return leave(scene, call, move, 'the promise is used otherwise than by its value');
  scene.edits.push({
    start: call.end,
    end: call.end,
    parts: [`.then((result) => result${reading})`],
    move,
  });
}
