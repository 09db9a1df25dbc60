/** Finds the finding of `sdkwright diff` that explains a place in code, and the recommended fix. */
import ts from 'typescript';
import type { Change } from '../../diff/types.ts';
import { pathOfStep, stepOf } from './chains.ts';
import { nameIn } from './names.ts';
import type { Scene } from './scene.ts';
import { spotsOf } from './spots.ts';

export interface Finding {
  readonly rule: string;
  readonly message: string;
  /** Both texts together. */
  readonly text: string;
  readonly advice: string;
}

/** Names at a place that the diff may mention, the nearest first. */
export function subjectsAt(scene: Scene, place: number): readonly string[] {
  const found: string[] = [];
  let node = tokenAt(scene.file, place);
  while (node !== undefined && !ts.isSourceFile(node) && found.length < 12) {
    const step = stepOf(node);
    const path = step === undefined ? undefined : pathOfStep(scene, step);
    // The whole chain is more specific than its beginning.
    const chain = ['client', ...(path ?? [])].join('.');
    if (path !== undefined && found[0] !== undefined && chain.startsWith(`${found[0]}.`))
      found.unshift(chain);
    else if (path !== undefined) found.push(chain);
    if (ts.isIdentifier(node) || ts.isStringLiteral(node))
      for (const { owner, member } of spotsOf(scene.checker, scene.checker.getSymbolAtLocation(node)).filter(
        (spot) => spot.member === undefined || !scene.index.classes.has(spot.owner),
      ))
        found.push(
          member === undefined ? nameIn(owner) : `${nameIn(owner)}.${member}`,
          ...(member === undefined ? [] : [`.${member}`]),
        );
    // `const pet: Pet = { … }`: the compiler names the variable.
    const type = ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node) ? node.type : undefined;
    if (type !== undefined && ts.isTypeReferenceNode(type))
      for (const { owner } of spotsOf(scene.checker, scene.checker.getSymbolAtLocation(type.typeName)))
        found.push(nameIn(owner));
    const imported = ts.isImportDeclaration(node)
      ? node.importClause?.namedBindings
      : ts.isExportDeclaration(node)
        ? node.exportClause
        : undefined;
    if (imported !== undefined && (ts.isNamedImports(imported) || ts.isNamedExports(imported)))
      for (const element of imported.elements)
        for (const { owner } of spotsOf(scene.checker, scene.checker.getSymbolAtLocation(element.name)))
          found.push(nameIn(owner));
    const call = step === undefined ? node : valueIn(step.from);
    if (ts.isCallExpression(call)) {
      const callee = stepOf(call.expression);
      const called = callee === undefined ? undefined : pathOfStep(scene, callee);
      if (called !== undefined) found.push(['client', ...called].join('.'));
    }
    node = node.parent;
  }
  return [...new Set(found)];
}

/** `call` of `(await call)`. */
function valueIn(node: ts.Node): ts.Node {
  let at = node;
  while (ts.isParenthesizedExpression(at) || ts.isAwaitExpression(at) || ts.isNonNullExpression(at))
    at = at.expression;
  return at;
}

export function tokenAt(file: ts.SourceFile, place: number): ts.Node | undefined {
  let found: ts.Node | undefined;
  const visit = (node: ts.Node): void => {
    if (place < node.pos || place > node.end) return;
    if (place < node.getStart(file) || place >= Math.max(node.end, node.getStart(file) + 1)) return;
    found = node;
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/**
 * The finding about the nearest subject: it mentions a name in the reason, or concerns the whole subject.
 * If several others match, none is certain.
 */
export function findingFor(
  changes: readonly Change[],
  subjects: readonly string[],
  reason: string,
): Finding | undefined {
  const breaking = changes.filter(
    (change) => change.source.length > 0 || change.runtime === 'silent' || change.runtime === 'changed',
  );
  const names = new Set([...reason.matchAll(/'([\w$]+)'/g)].map(([, name]) => name));
  const isNamed = (change: Change): boolean =>
    `${change.subject} ${change.message}`.split(/[^\w$]+/).some((word) => names.has(word));
  for (const subject of subjects) {
    const found = breaking.filter((change) => speaksOf(change, subject, subjects));
    const [only, more] = found;
    const best =
      (subject.startsWith('.')
        ? undefined
        : (found.find(isNamed) ?? found.find((change) => isAll(change, subject)))) ??
      (more === undefined ? only : undefined);
    if (best !== undefined) return findingOf(best);
  }
  return undefined;
}

export const findingOf = (change: Change): Finding => ({
  rule: change.rule,
  message: change.message,
  text: `${change.rule}: ${change.message}`,
  advice: adviceFor(change),
});

function speaksOf(change: Change, subject: string, subjects: readonly string[]): boolean {
  if (subject.startsWith('.'))
    return (
      (change.subject.endsWith(subject) || change.subject.includes(`${subject}.`)) && isNear(change, subjects)
    );
  if (subject.startsWith('client'))
    return (
      change.subject.startsWith(`${subject}()`) ||
      change.subject.includes(` ${subject}()`) ||
      change.before === `${subject}()` ||
      change.reach.some(({ symbol }) => symbol === subject)
    );
  return (
    change.subject === subject ||
    change.subject.startsWith(`${subject}.`) ||
    change.subject.startsWith(`${subject}[`)
  );
}

const isAll = (change: Change, subject: string): boolean =>
  change.subject === subject || change.subject === `${subject}()` || change.before === `${subject}()`;

/** A property of another type has a different finding, even if it has the same name. */
function isNear(change: Change, subjects: readonly string[]): boolean {
  const [head = ''] = change.subject.split(/[.[]/);
  const methods = subjects.filter((each) => each.startsWith('client'));
  if (head.includes(' '))
    return methods.length === 0 || change.reach.some(({ symbol = '' }) => methods.includes(symbol));
  return subjects.some((each) => !each.startsWith('.') && each.split('.')[0] === head);
}

export const ADVICE: readonly (readonly [start: string, advice: string])[] = [
  ['operation-removed', 'Nothing took its place. Take the call out, or stay with the old version.'],
  ['model-removed', 'Write the type down yourself, or take it from the method: Awaited<ReturnType<…>>.'],
  ['property-removed', 'Take it out. Where the value is now, the changelog of the API has to say.'],
  ['property-renamed', 'Write the new name.'],
  ['parameter-renamed', 'Write the new name.'],
  ['property-added-required', 'Give it a value.'],
  ['property-became-required', 'Give it a value.'],
  ['property-became-optional', 'Say what happens when it is not there.'],
  ['became-nullable', 'Say what happens when it is null.'],
  ['parameter-removed', 'Take it out: the API takes it no longer.'],
  ['parameter-added', 'Give it a value.'],
  ['parameter-became-required', 'Give it a value.'],
  ['enum-value-removed', 'The value no longer occurs and is no longer taken. Choose another one.'],
  ['union-member', 'Handle the kinds that there are now.'],
  ['list-shortened', 'If all items are needed, ask for the further parts.'],
  ['pagination-removed', 'Read the list from the result; there are no further pages.'],
  ['pagination', 'Loop over the page with for await, or read its fields.'],
  ['result-may-be-empty', 'Say what happens when it is null.'],
];

const adviceFor = (change: Change): string =>
  ADVICE.find(([start]) => change.rule.startsWith(start))?.[1] ?? 'Adapt the code to what the new SDK says.';
