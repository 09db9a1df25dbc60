/** Code that reads results, compares them and makes them by hand. */
import type { Member } from '../types/declaration.ts';
import type { TypeExpression } from '../types/expr.ts';
import type { PythonProbe } from './probe.ts';
import { type IsNamed, tellApart } from './told.ts';
import { behind, literalText, literalsOf, membersOf, readable } from './values.ts';

/** How deep results are read. */
const DEPTH = 4;
/** Of one method or type; what is read on and on is read as far. */
const MOST = 400;

export interface Value {
  /** An expression. */
  readonly path: string;
  /** The same, whether or not any step of it may be absent. */
  readonly sure?: string;
  readonly type: TypeExpression;
}

export function* readsOf(symbol: string, root: Value, isNamed: IsNamed): Generator<PythonProbe> {
  const pending: { readonly value: Value; readonly depth: number; readonly name: string }[] = [
    { value: root, depth: 0, name: '' },
  ];
  let count = 0;
  for (let at = pending.shift(); at !== undefined && count < MOST; at = pending.shift()) {
    const { value, depth, name } = at;
    const { type, optional } = behind(value.type);
    const path = optional ? `some(${value.path})` : value.path;
    const sure = `some(${value.sure ?? value.path})`;
    const text = readable(type);
    count += 1;
    if (text !== undefined && (text !== 'object' || value.path.endsWith('.__pydantic_extra__)')))
      yield { symbol, kind: 'read', lines: [`_: ${optional ? `Optional[${text}]` : text} = ${value.path}`] };
    const literals = literalsOf(type);
    if (literals !== undefined)
      yield {
        symbol,
        kind: 'exhaust',
        lines: [
          `_v = ${sure}`,
          ...literals.flatMap((one, index) => [`${index === 0 ? 'if' : 'elif'} _v == ${one}:`, '    pass']),
          'else:',
          '    assert_never(_v)',
        ],
      };
    for (const lines of tellApart(type, sure, isNamed)) yield { symbol, kind: 'exhaust', tells: name, lines };
    if (depth >= DEPTH) continue;
    if (type.kind === 'generic' && type.head.kind === 'library' && type.arguments[0]) {
      const [step, inner] =
        type.head.name === 'List' ? ['first', type.arguments[0]] : ['entry', type.arguments[1]];
      if (inner)
        pending.push({
          value: { path: `${step}(${path})`, sure: `${step}(${sure})`, type: inner },
          depth: depth + 1,
          name,
        });
      continue;
    }
    if (type.kind !== 'declaration') continue;
    const members = membersOf(type.declaration);
    if (members === undefined) continue;
    const given = (all: readonly Member[]): string =>
      all.map((one) => `${one.name}=${made(one.type)}`).join(', ');
    yield { symbol, kind: 'fake', lines: [`type(${sure})(${given(members)})`] };
    if (members.some((one) => !one.required))
      yield {
        symbol,
        kind: 'fake',
        lines: [`type(${sure})(${given(members.filter((one) => one.required))})`],
      };
    const { body } = type.declaration;
    if (body.kind === 'model' && body.extra)
      pending.push({
        value: {
          path: `entry(${path}.__pydantic_extra__)`,
          sure: `entry(${sure}.__pydantic_extra__)`,
          type: body.extra,
        },
        depth: depth + 1,
        name: '',
      });
    for (const one of members) {
      const inner = one.required ? one.type : optionalOf(one.type);
      pending.push({
        value: { path: `${path}.${one.name}`, sure: `${sure}.${one.name}`, type: inner },
        depth: depth + 1,
        name: one.name,
      });
    }
  }
}

const optionalOf = (type: TypeExpression): TypeExpression => ({
  kind: 'union',
  members: [type, { kind: 'none' }],
});

/** A value of the type, for a result that is made by hand. */
function made(given: TypeExpression): string {
  const { type, optional } = behind(given);
  const text =
    type.kind === 'literal' ? `Literal[${type.values.map(literalText).join(', ')}]` : readable(type);
  if (type.kind === 'generic' && type.head.kind === 'library') {
    const item = made(type.arguments[type.arguments.length - 1] ?? type);
    return type.head.name === 'Dict' ? `{"key": ${item}}` : `[${item}]`;
  }
  if (text === undefined || text === 'object') return 'any_';
  return `cast(${optional ? `Optional[${text}]` : text}, any_)`;
}
