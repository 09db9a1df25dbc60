/** Which packages a file imports, by the names that its code holds. */
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

/** `always`: what the template itself uses; `root`: how code outside of the package calls it. */
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
  // An alias, where the last part of the path is not the name.
  const alias = root === undefined || module.endsWith(`/${root}`) ? empty : code`${identifier(root)} `;
  const whole = root !== undefined && used.has(root) ? [code`${alias}${stringLiteral(module)}`] : [];
  const groups = [lines(STANDARD, ''), join([...whole, lines(OWN, `${module}/`)].filter(isThere), '\n')];
  return join(groups.filter(isThere), '\n\n');
}

const isThere = (text: Code): boolean => text !== '';
