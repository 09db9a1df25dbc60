/** Rewrites calls whose arguments have moved, or whose result is another part of the response. */
import ts from 'typescript';
import { pathKey } from '../moves/surface.ts';
import type { ArgumentsMove, Path } from '../types.ts';
import { pathOfStep, stepOf } from './chains.ts';
import type { Span } from './edits.ts';
import { rewriteResult } from './results.ts';
import { type Scene, spanOf } from './scene.ts';
import { spotsOf } from './spots.ts';

/** The method that an expression names. `offset` is 1 for a function that takes the client first. */
function methodAt(
  scene: Scene,
  node: ts.Expression,
): { readonly path: Path; readonly offset: number } | undefined {
  const step = stepOf(node);
  const path = step === undefined ? undefined : pathOfStep(scene, step);
  if (path !== undefined) return { path, offset: 0 };
  if (!ts.isIdentifier(node)) return undefined;
  const symbol = scene.checker.getSymbolAtLocation(node);
  for (const { owner } of spotsOf(scene.checker, symbol)) {
    const found = scene.index.functions.get(owner);
    if (found !== undefined) return { path: found, offset: 1 };
  }
  // `const { list } = client.pets`
  const declaration = symbol?.valueDeclaration;
  if (
    declaration === undefined ||
    !ts.isBindingElement(declaration) ||
    !ts.isObjectBindingPattern(declaration.parent)
  )
    return undefined;
  const name = (declaration.propertyName ?? declaration.name).getText(scene.file);
  const property = scene.checker.getPropertyOfType(scene.checker.getTypeAtLocation(declaration.parent), name);
  for (const { owner, member } of spotsOf(scene.checker, property)) {
    const above = scene.index.classes.get(owner);
    if (above !== undefined && member !== undefined) return { path: [...above, member], offset: 0 };
  }
  return undefined;
}

export function rewriteCall(scene: Scene, node: ts.Node): void {
  if (!ts.isCallExpression(node)) return;
  const method = methodAt(scene, node.expression);
  if (method === undefined) return;
  const move = scene.index.arguments.get(pathKey(method.path));
  const span = spanOf(node, scene.file);
  const written = { start: node.expression.end, end: node.end };
  // A call that the old SDK rejects was not written for it and may already be upgraded.
  if (move !== undefined && !scene.isFaulty(written)) rewriteArguments(scene, node, move, method.offset);
  if (scene.isFaulty(span)) return;
  const result = scene.index.results.get(pathKey(method.path));
  if (result !== undefined) rewriteResult(scene, node, result);
  const now = scene.index.whereMethod(method.path);
  const change = now === undefined ? undefined : scene.shortenedList(now);
  if (now === undefined || change === undefined) return;
  scene.notes.push({
    span,
    reason: 'the list came whole, and this may be its first part only',
    advice: `If all items are needed, ask for the further parts${result === undefined ? '' : ': loop with for await'}.`,
    subject: ['client', ...now].join('.'),
    change,
    isOnce: true,
  });
}

type Piece = string | Span;

function rewriteArguments(scene: Scene, node: ts.CallExpression, move: ArgumentsMove, offset: number): void {
  const { file } = scene;
  const subject = ['client', ...move.method].join('.');
  const leave = (reason: string): void =>
    void scene.notes.push({ span: spanOf(node, file), reason, advice: adviceOf(move), subject });
  const given = node.arguments.slice(offset);
  const first = given[0];
  const last = given.at(-1);
  if (first === undefined || last === undefined) return;
  if (given.some(ts.isSpreadElement)) return leave('its arguments are spread, so their places are not known');
  const isOpen = (argument: ts.Node): boolean =>
    ts.getTrailingCommentRanges(file.text, argument.end)?.every(isClosed) === false;
  if (given.slice(0, -1).some(isOpen)) return leave('a comment to the end of the line follows an argument');
  const positional = given.slice(0, move.before.positional);
  const hasParams = move.before.params !== 'none';
  const params = hasParams ? given[move.before.positional] : undefined;
  const options = given[move.before.positional + (hasParams ? 1 : 0)];
  if (positional.length < move.before.positional) return;
  const taken = new Set<ts.ObjectLiteralElementLike>();
  const places = move.positional.map((source): readonly Piece[] | undefined => {
    if (source === undefined) return undefined;
    if (source.kind === 'positional') {
      const expression = positional[source.index];
      return expression === undefined ? undefined : [withComments(expression, file)];
    }
    const property = propertyOf(params, source.name);
    if (property === undefined) return undefined;
    taken.add(property);
    return ts.isPropertyAssignment(property)
      ? [spanOf(property.initializer, file)]
      : ts.isShorthandPropertyAssignment(property)
        ? [property.name.text]
        : undefined;
  });
  if (places.some((place) => place === undefined))
    return leave('an argument of the new call is not among those of the old one');
  const named = move.named.flatMap(({ name, index }) => {
    const expression = positional[index];
    if (expression === undefined) return [];
    return [
      ts.isIdentifier(expression) && expression.text === name
        ? [withComments(expression, file)]
        : [`${name}: `, withComments(expression, file)],
    ];
  });
  const argument = paramsPieces(scene, params, { named, taken });
  const list: (readonly Piece[])[] = places.flatMap((place) => (place === undefined ? [] : [place]));
  if (move.after.params === 'none') {
    if (argument !== undefined && !isEmpty(params, taken)) return leave('the new call takes no values');
  } else if (argument !== undefined) list.push(argument);
  else if (move.after.params === 'required')
    return leave('the new call needs values that the old one did not have');
  else if (options !== undefined) list.push(['undefined']);
  if (options !== undefined) list.push([withComments(options, file)]);
  scene.edits.push({
    start: withComments(first, file).start,
    end: withComments(last, file).end,
    parts: join(list),
    move,
  });
}

/** The argument with its comments, which move together with it. */
function withComments(node: ts.Node, file: ts.SourceFile): Span {
  const start = node.getFullStart();
  // Comments on the line of the bracket or comma before it, and those on lines of their own.
  const before = [
    ...(ts.getTrailingCommentRanges(file.text, start) ?? []),
    ...(ts.getLeadingCommentRanges(file.text, start) ?? []),
  ];
  const after = (ts.getTrailingCommentRanges(file.text, node.end) ?? []).filter(isClosed);
  return { start: before[0]?.pos ?? node.getStart(file), end: after.at(-1)?.end ?? node.end };
}

const isClosed = ({ kind }: ts.CommentRange): boolean => kind === ts.SyntaxKind.MultiLineCommentTrivia;

const adviceOf = (move: ArgumentsMove): string =>
  `Write the arguments anew: ${move.positional.length} by place${move.after.params === 'none' ? '' : ', then one object with the other values'}, then the options.`;

const join = (list: readonly (readonly Piece[])[]): readonly Piece[] =>
  list.flatMap((row, index) => (index === 0 ? row : [', ', ...row]));

function propertyOf(
  params: ts.Expression | undefined,
  name: string,
): ts.ObjectLiteralElementLike | undefined {
  if (params === undefined || !ts.isObjectLiteralExpression(params)) return undefined;
  return params.properties.find(
    (property) =>
      property.name !== undefined &&
      (ts.isIdentifier(property.name) || ts.isStringLiteral(property.name)) &&
      property.name.text === name,
  );
}

const isNothing = (expression: ts.Expression): boolean =>
  expression.kind === ts.SyntaxKind.NullKeyword ||
  (ts.isIdentifier(expression) && expression.text === 'undefined');

const isEmpty = (
  params: ts.Expression | undefined,
  taken: ReadonlySet<ts.ObjectLiteralElementLike>,
): boolean =>
  params === undefined ||
  isNothing(params) ||
  (ts.isObjectLiteralExpression(params) && params.properties.every((property) => taken.has(property)));

/** The argument with added and without removed properties; undefined if there is none. */
function paramsPieces(
  scene: Scene,
  params: ts.Expression | undefined,
  {
    named,
    taken,
  }: {
    readonly named: readonly (readonly Piece[])[];
    readonly taken: ReadonlySet<ts.ObjectLiteralElementLike>;
  },
): readonly Piece[] | undefined {
  const { file } = scene;
  if (params === undefined || isNothing(params))
    return named.length === 0
      ? params === undefined
        ? undefined
        : [spanOf(params, file)]
      : ['{ ', ...join(named), ' }'];
  if (named.length === 0 && taken.size === 0) return [spanOf(params, file)];
  if (!ts.isObjectLiteralExpression(params))
    return ['{ ', ...join([...named, ['...', spanOf(params, file)]]), ' }'];
  const kept = params.properties.filter((property) => !taken.has(property));
  if (kept.length === 0) return named.length === 0 ? undefined : ['{ ', ...join(named), ' }'];
  if (taken.size === 0) {
    // The literal keeps its layout; new properties come first.
    const [head] = kept;
    const start = head?.getStart(file) ?? params.end;
    return [{ start: params.getStart(file), end: start }, ...join(named), ', ', { start, end: params.end }];
  }
  return ['{ ', ...join([...named, ...kept.map((property) => [spanOf(property, file)])]), ' }'];
}
