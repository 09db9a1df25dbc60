/** `client.pets.list`: finds chains from the client, or from a resource, to a method or a resource. */
import ts from 'typescript';
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
  { from, name, text }: ChainStep,
): ts.Symbol | undefined {
  // The compiler names no property for `some?.['list']`.
  return (
    checker.getSymbolAtLocation(name) ??
    checker.getPropertyOfType(checker.getNonNullableType(checker.getTypeAtLocation(from)), text)
  );
}

/** Path of the resource or method to which a step leads. */
export function pathOfStep(scene: Scene, step: ChainStep): Path | undefined {
  for (const { owner, member } of spotsOf(scene.checker, symbolOfStep(scene.checker, step))) {
    const above = scene.index.classes.get(owner);
    if (above !== undefined && member !== undefined) return [...above, member];
  }
  return undefined;
}

/** Rewrites the whole chain that ends at `node`, which must be its last step. */
export function rewriteChain(scene: Scene, node: ts.Node): void {
  const last = stepOf(node);
  if (last === undefined) return;
  const path = pathOfStep(scene, last);
  if (path === undefined) return;
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
  const subject = ['client', ...path].join('.');
  const move =
    scene.index.moveOf(path) ??
    steps
      .map((_one, index) => scene.index.moveOf(path.slice(0, above.length + index + 1)))
      .find((item) => item !== undefined);
  if (scene.index.isTaken(path))
    scene.notes.push({
      span: spanOf(last.name, scene.file),
      reason: `${subject} was removed, and another method has its name`,
      advice: 'The call compiles and reaches another method. Decide what it should do.',
      ...{ subject, isOnce: true },
    });
  if (now === undefined) return;
  const base = scene.index.whereResource(above);
  if (base?.every((step, index) => now[index] === step) === true) {
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
    reason: `${subject} is now client.${now.join('.')}, which ${first.from.getText(scene.file)} does not lead to`,
    advice: `Take it from the client: client.${now.join('.')}.`,
    subject,
  });
}

/** If both paths have the same length, rewrites only the names that differ. */
function rewriteSteps(scene: Scene, steps: readonly ChainStep[], now: Path, move: Move | undefined): void {
  if (move === undefined) return;
  const names = steps.map((step) => step.text);
  if (names.length === now.length) {
    steps.forEach((step, index) => {
      const name = now[index] ?? '';
      if (name !== step.text)
        scene.edits.push({ ...replace(spanOf(step.name, scene.file), written(step, name, scene)), move });
    });
    return;
  }
  let head = 0;
  while (head < names.length - 1 && names[head] === now[head]) head += 1;
  let tail = 0;
  const most = Math.min(names.length, now.length) - head;
  while (tail < most && names.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  const from = steps[head];
  if (from === undefined) return;
  const kept = steps[names.length - tail];
  const removed = steps.slice(head, names.length - tail).at(-1);
  const fresh = now.slice(head, now.length - tail);
  const edit =
    removed === undefined
      ? inserted(from, fresh)
      : {
          ...{ start: from.from.end, end: removed.node.end },
          text: fresh.length === 0 ? closed(from, kept) : lead(scene, from) + joined(from, fresh),
        };
  scene.edits.push({ ...replace(edit, edit.text), move });
}

/** `?.` of `pets?.list` and `pets?.['list']`. */
const optionalDot = ({ node }: ChainStep): ts.Node | undefined =>
  ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)
    ? node.questionDotToken
    : undefined;

const isType = ({ node }: ChainStep): boolean => ts.isIndexedAccessTypeNode(node);
const isInBrackets = ({ name }: ChainStep): boolean => !ts.isIdentifier(name);

/** New steps, without what is before the first name. */
const joined = (step: ChainStep, names: Path): string =>
  isType(step) ? names.map((name) => `['${name}']`).join('') : names.join('.');

/** What is before the name of a step: the dot with the white space around it. */
function lead(scene: Scene, step: ChainStep): string {
  if (isType(step)) return '';
  if (!isInBrackets(step)) return scene.file.text.slice(step.from.end, step.name.getStart(scene.file));
  return optionalDot(step) === undefined ? '.' : '?.';
}

/** Between a step that is removed and the step after it: a question mark stays. */
function closed(removed: ChainStep, next: ChainStep | undefined): string {
  if (optionalDot(removed) === undefined || next === undefined || optionalDot(next) !== undefined) return '';
  return isInBrackets(next) ? '?.' : '?';
}

/** Steps before a step that stays: its question mark is for the first of them. */
function inserted(step: ChainStep, names: Path): Span & { readonly text: string } {
  const text = joined(step, names);
  const dot = optionalDot(step);
  const { end } = dot ?? step.from;
  return dot === undefined
    ? { start: end, end, text: isType(step) ? text : `.${text}` }
    : { start: end, end, text: isInBrackets(step) ? text : `${text}.` };
}

const written = (step: ChainStep, name: string, scene: Scene): string =>
  ts.isStringLiteralLike(step.name) ? sameQuotes(step.name.getText(scene.file), name) : name;

/** `pets` of `const pets = client.pets`: returns the text of the client that the variable was read from. */
function clientOf(scene: Scene, node: ts.Node, above: Path): string | undefined {
  const { checker } = scene;
  const declaration = checker.getSymbolAtLocation(node)?.valueDeclaration;
  if (
    declaration === undefined ||
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
  if (!ts.isIdentifier(at)) return undefined;
  // The client must have the same meaning at the place of the call.
  const { text } = at;
  const reached = checker.getSymbolsInScope(node, ts.SymbolFlags.Value).find(({ name }) => name === text);
  return reached !== undefined && reached === checker.getSymbolAtLocation(at) ? text : undefined;
}
