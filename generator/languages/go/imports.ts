/** Which packages a file imports, by the names that its code holds. */
import { type Code, code, join, stringLiteral } from './code.ts';

const STANDARD: ReadonlyMap<string, string> = new Map([
  ['context', 'context'],
  ['http', 'net/http'],
  ['io', 'io'],
  ['iter', 'iter'],
  ['slices', 'slices'],
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

/** `always`: what the template itself uses. */
export function importLines(module: string, texts: readonly Code[], always: readonly string[] = []): Code {
  const plain = texts.join('\n').replace(/`[^`]*`|"(?:[^"\\\n]|\\.)*"/g, '');
  const used = new Set([
    ...always,
    ...[...plain.matchAll(/(?<![\w.])([a-z]+)\./g)].map((found) => found[1] ?? ''),
  ]);
  const lines = (all: ReadonlyMap<string, string>, prefix: string): Code =>
    join(
      [...all].flatMap(([name, path]) => (used.has(name) ? [stringLiteral(prefix + path)] : [])),
      '\n',
    );
  return code`${lines(STANDARD, '')}\n\n${lines(OWN, `${module}/`)}`;
}
