/** `client.pets.list`: finds chains from the client, or from a resource, to a method or a resource. */
import ts from 'typescript';
import { pathKey } from '../moves/surface.ts';
import type { Move, Path } from '../types.ts';
import { type Span, replace } from './edits.ts';
import { type Scene, spanOf } from './scene.ts';
import { spotsOf } from './spots.ts';
import { sameQuotes } from './text.ts';

/** A step: `.list`, `['list']`, `Client['list']`, `typeof client.list`. */
export interface ChainStep {
  readonly node: ts.Node;
  /** The expression to which the step applies. */
  readonly from: ts.Node;
  readonly name: ts.Node;
  readonly text: string;
}

export function stepOf(node: ts.Node): ChainStep | undefined {
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.name))
    return { node, from: node.expression, name: node.name, text: node.name.text };
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression))
    return { node, from: node.expression, name: node.argumentExpression, text: node.argumentExpression.text };
  if (
    ts.isIndexedAccessTypeNode(node) &&
    ts.isLiteralTypeNode(node.indexType) &&
    ts.isStringLiteral(node.indexType.literal)
  )
    return { node, from: node.objectType, name: node.indexType.literal, text: node.indexType.literal.text };
  if (ts.isQualifiedName(node)) return { node, from: node.left, name: node.right, text: node.right.text };
  return undefined;
}

/** The property that a step names. */
export function symbolOfStep(
  checker: ts.TypeChecker,
  { from, name, text, node }: ChainStep,
): ts.Symbol | undefined {
  if (ts.isIdentifier(name) || ts.isElementAccessExpression(node)) {
    const found = checker.getSymbolAtLocation(name);
    if (found !== undefined) return found;
  }
  const type = ts.isIndexedAccessTypeNode(node)
    ? checker.getTypeFromTypeNode(node.objectType)
    : checker.getTypeAtLocation(from);
  return checker.getPropertyOfType(checker.getNonNullableType(type), text);
}

/** Path of the resource or method to which a step leads. */
export function pathOfStep(scene: Scene, step: ChainStep): Path | undefined {
  for (const { owner, member } of spotsOf(scene.checker, symbolOfStep(scene.checker, step))) {
    const above = scene.index.classes.get(owner);
    if (above !== undefined && member !== undefined) return [...above, member];
  }
  return undefined;
}

const isKnown = ({ index }: Scene, path: Path): boolean =>
  index.moveOf(path) !== undefined ||
  index.whereMethod(path) !== undefined ||
  index.whereResource(path) !== undefined ||
  index.isTaken(path);

/** Rewrites the whole chain that ends at `node`, which must be its last step. */
export function rewriteChain(scene: Scene, node: ts.Node): void {
  const last = stepOf(node);
  const path = last === undefined ? undefined : pathOfStep(scene, last);
  if (last === undefined || path === undefined) return;
  // The longer chain includes this part.
  const outer = stepOf(node.parent);
  if (outer?.from === node && pathOfStep(scene, outer) !== undefined) return;
  const steps: ChainStep[] = [last];
  for (let step = stepOf(last.from); step !== undefined; step = stepOf(step.from)) {
    if (pathOfStep(scene, step) === undefined) break;
    steps.unshift(step);
  }
  const [first = last] = steps;
  const above = path.slice(0, path.length - steps.length);
  const now = scene.index.whereMethod(path) ?? scene.index.whereResource(path);
  const move =
    scene.index.moveOf(path) ??
    steps
      .map((_one, index) => scene.index.moveOf(path.slice(0, above.length + index + 1)))
      .find((item) => item !== undefined);
  if (scene.index.isTaken(path))
    scene.notes.push({
      span: spanOf(last.name, scene.file),
      reason: `${['client', ...path].join('.')} was removed, and another method has its name`,
      advice: 'The call compiles and reaches another method. Decide what it should do.',
      subject: ['client', ...path].join('.'),
      isOnce: true,
    });
  if (now === undefined || !isKnown(scene, path)) return;
  const base = scene.index.whereResource(above);
  if (base !== undefined && base.every((step, index) => now[index] === step) && now.length > base.length) {
    rewriteSteps(scene, steps, now.slice(base.length), move);
    return;
  }
  const client = clientOf(scene, first.from, above);
  if (client !== undefined && move !== undefined) {
    scene.edits.push({
      ...replace({ start: first.from.getStart(scene.file), end: last.node.end }, [client, ...now].join('.')),
      move,
    });
    return;
  }
  scene.notes.push({
    span: spanOf(last.name, scene.file),
    reason: `${['client', ...path].join('.')} is now ${['client', ...now].join('.')}, which ${first.from.getText(scene.file)} does not lead to`,
    advice: `Take it from the client: client.${now.join('.')}.`,
    subject: ['client', ...path].join('.'),
  });
}

/** If both paths have the same length, rewrites only the names that differ. */
function rewriteSteps(scene: Scene, steps: readonly ChainStep[], now: Path, move: Move | undefined): void {
  const names = steps.map((step) => step.text);
  if (pathKey(names) === pathKey(now) || move === undefined) return;
  if (names.length === now.length) {
    steps.forEach((step, index) => {
      const name = now[index] ?? '';
      if (name !== step.text)
        scene.edits.push({ ...replace(spanOf(step.name, scene.file), written(step, name, scene)), move });
    });
    return;
  }
  let head = 0;
  while (head < Math.min(names.length, now.length) - 1 && names[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(names.length, now.length) - head && names.at(-1 - tail) === now.at(-1 - tail))
    tail += 1;
  const middle = now.slice(head, now.length - tail);
  const [from, to] = [steps[head], steps[names.length - tail - 1]];
  if (from === undefined) return;
  const isType = ts.isIndexedAccessTypeNode(from.node);
  const joined = isType ? middle.map((name) => `['${name}']`).join('') : `.${middle.join('.')}`;
  const span: Span =
    names.length - tail > head && to !== undefined
      ? { start: from.from.end, end: to.node.end }
      : { start: from.from.end, end: from.from.end };
  const gap = scene.file.text.slice(span.start, from.name.getStart(scene.file));
  // The white space and the question mark before the first step stay.
  const lead = isType || span.start === span.end || !/^\s*\??\.$/.test(gap) ? '' : gap;
  scene.edits.push({
    ...replace(span, lead === '' ? joined : middle.length === 0 ? '' : lead + middle.join('.')),
    move,
  });
}

const written = (step: ChainStep, name: string, scene: Scene): string =>
  ts.isStringLiteralLike(step.name) ? sameQuotes(step.name.getText(scene.file), name) : name;

/** `pets` of `const pets = client.pets`: returns the text of the client that the variable was read from. */
function clientOf(scene: Scene, node: ts.Node, above: Path): string | undefined {
  if (above.length === 0) return node.getText(scene.file);
  if (!ts.isIdentifier(node)) return undefined;
  const declaration = scene.checker.getSymbolAtLocation(node)?.valueDeclaration;
  if (
    declaration === undefined ||
    declaration.getSourceFile() !== scene.file ||
    !ts.isVariableDeclaration(declaration) ||
    declaration.initializer === undefined ||
    !(ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const)
  )
    return undefined;
  let at: ts.Node = declaration.initializer;
  for (let count = 0; count < above.length; count += 1) {
    const step = stepOf(at);
    if (step === undefined || pathOfStep(scene, step) === undefined) return undefined;
    at = step.from;
  }
  // The client must have the same meaning at the place of the call.
  if (!ts.isIdentifier(at)) return undefined;
  const symbol = scene.checker.getSymbolAtLocation(at);
  const [reached] = scene.checker
    .getSymbolsInScope(node, ts.SymbolFlags.Value)
    .filter((item) => item.name === at.getText(scene.file));
  return symbol !== undefined && reached === symbol ? at.text : undefined;
}
