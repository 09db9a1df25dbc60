/** Finds the packages that a file must import, from the names in its code. */
import { type Code, code, empty, identifier, join, stringLiteral } from './code.ts';

const STANDARD: ReadonlyMap<string, string> = new Map([
  ['context', 'context'],
  ['errors', 'errors'],
  ['fmt', 'fmt'],
  ['io', 'io'],
  ['iter', 'iter'],
  ['log', 'log'],
  ['http', 'net/http'],
  ['os', 'os'],
  ['slices', 'slices'],
  ['strings', 'strings'],
  ['testing', 'testing'],
  ['time', 'time'],
]);

/** Packages of the SDK itself, below its module. */
const OWN: ReadonlyMap<string, string> = new Map([
  ['apijson', 'internal/apijson'],
  ['constant', 'shared/constant'],
  ['internal', 'internal'],
  ['option', 'option'],
  ['pagination', 'packages/pagination'],
  ['param', 'packages/param'],
  ['request', 'internal/request'],
  ['respjson', 'packages/respjson'],
  ['ssestream', 'packages/ssestream'],
]);

/** `always` lists imports of the template; `root` is the name of the package in code outside it. */
export function importLines(
  module: string,
  texts: readonly Code[],
  always: readonly string[] = [],
  root?: string,
): Code {
  const plain = texts.join('\n').replace(/`[^`]*`|"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*/g, '');
  const used = new Set([
    ...always,
    ...[...plain.matchAll(/(?<![\w.])([a-z][a-z0-9]*)\./g)].map((found) => found[1] ?? ''),
  ]);
  const lines = (all: ReadonlyMap<string, string>, prefix: string): Code =>
    join(
      [...all].flatMap(([name, path]) => (used.has(name) ? [stringLiteral(prefix + path)] : [])),
      '\n',
    );
  // An alias is needed if the last part of the path is not the package name.
  const alias = root === undefined || module.endsWith(`/${root}`) ? empty : code`${identifier(root)} `;
  const whole = root !== undefined && used.has(root) ? [code`${alias}${stringLiteral(module)}`] : [];
  const groups = [lines(STANDARD, ''), join([...whole, lines(OWN, `${module}/`)].filter(isThere), '\n')];
  return join(groups.filter(isThere), '\n\n');
}

const isThere = (text: Code): boolean => text !== '';
