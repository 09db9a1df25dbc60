/** `vi.spyOn(client.pets, 'list')`: rewrites mocks that name a method or a property by a string. */
import ts from 'typescript';
import { pathKey } from '../moves/surface.ts';
import { pathOfStep } from './chains.ts';
import { replace } from './edits.ts';
import { renameOf } from './members.ts';
import { type Scene, spanOf } from './scene.ts';
import { sameQuotes } from './text.ts';

/** Functions of Vitest, Jest, Jasmine and Bun; of Jest; of `node:test`; of Sinon. */
const SPIES = new Set([
  'spyOn',
  'spyOnProperty',
  'replaceProperty',
  'method',
  'getter',
  'setter',
  'stub',
  'spy',
]);

export function rewriteSpy(scene: Scene, node: ts.Node): void {
  if (!ts.isCallExpression(node)) return;
  const { expression: callee } = node;
  const name = ts.isPropertyAccessExpression(callee) ? callee.name : callee;
  const [from, key] = node.arguments;
  if (!ts.isIdentifier(name) || !SPIES.has(name.text) || from === undefined || key === undefined) return;
  if (!ts.isStringLiteralLike(key)) return;
  const { checker, file, index } = scene;
  const type = checker.getNonNullableType(checker.getTypeAtLocation(from));
  const rename = (after: string, move: Parameters<typeof scene.edits.push>[0]['move']): void =>
    void scene.edits.push({ ...replace(spanOf(key, file), sameQuotes(key.getText(file), after)), move });
  const path = pathOfStep(scene, { node: key, from, name: key, text: key.text });
  if (path === undefined) {
    const found = renameOf(scene, checker.getPropertyOfType(type, key.text));
    if (found !== undefined) rename(found.after, found.move);
    return;
  }
  const now = index.whereMethod(path) ?? index.whereResource(path);
  const above = index.whereResource(path.slice(0, -1));
  const move = index.moveOf(path);
  const last = now?.at(-1);
  const old = ['client', ...path].join('.');
  const leave = (reason: string, advice: string): void =>
    void scene.notes.push({ span: spanOf(key, file), reason, advice, subject: old });
  if (now === undefined || last === undefined) leave(`${old} was removed`, 'Take the mock out.');
  else if (above === undefined || pathKey(above) !== pathKey(now.slice(0, -1)))
    leave(
      `${old} is now ${['client', ...now].join('.')}, which ${from.getText(file)} does not lead to`,
      `Mock it there: client.${now.slice(0, -1).join('.')}.`,
    );
  else if (last !== key.text && move !== undefined) rename(last, move);
}
