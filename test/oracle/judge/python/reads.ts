/** Code that reads results, compares them and makes them by hand. */
import { isIdentifier } from '../../../../generator/languages/python/code.ts';
import { isKeyword } from '../../../../generator/languages/python/reserved.ts';
import type { Member } from '../../../../generator/languages/python/types/declaration.ts';
import type { TypeExpression } from '../../../../generator/languages/python/types/expr.ts';
import type { PythonProbe } from './probe.ts';
import { type IsNamed, tellApart, toldByTag } from './told.ts';
import { behind, literalText, literalsOf, membersOf, readable } from './values.ts';

const EXTRA = '.__pydantic_extra__["key"]';
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
  /** Statements by which code has come to know the value. */
  readonly known?: readonly string[];
}

/** A value on the way, and the name of the property that it was got by. */
interface Step {
  readonly value: Value;
  readonly name: string;
}

export function* readsOf(symbol: string, root: Value, isNamed: IsNamed): Generator<PythonProbe> {
  const pending: (Step & { readonly depth: number })[] = [{ value: root, name: '', depth: 0 }];
  let count = 0;
  for (let at = pending.shift(); at !== undefined && count < MOST; at = pending.shift()) {
    const { value, depth } = at;
    const { known = [] } = value;
    count += 1;
    for (const { kind, tells, lines, naming = 0 } of usesOf(at, isNamed, depth < DEPTH && known.length === 0))
      yield {
        symbol,
        kind,
        lines: [...known, ...lines],
        naming: known.length + naming,
        ...(tells !== undefined && { tells }),
      };
    if (depth >= DEPTH) continue;
    for (const one of stepsFrom(at, `_told_${depth}`))
      pending.push({ ...one, value: { known, ...one.value }, depth: depth + 1 });
  }
}

/** What code does with a value. Made by hand is what one class makes, and what it holds is looked into. */
function* usesOf(
  { value, name }: Step,
  isNamed: IsNamed,
  isMade: boolean,
): Generator<Omit<PythonProbe, 'symbol'>> {
  const { type, optional } = behind(value.type);
  const sure = sureOf(value);
  const text = readable(type);
  if (text !== undefined && (text !== 'object' || value.path.endsWith(EXTRA)))
    yield { kind: 'read', lines: [`_: ${optional ? `Optional[${text}]` : text} = ${value.path}`] };
  const literals = literalsOf(type);
  if (literals !== undefined) {
    const compared = literals.map((one) => `${value.path} == ${one}`);
    yield { kind: 'exhaust', lines: [`_ = [${compared.join(', ')}]`] };
    yield {
      kind: 'exhaust',
      lines: [
        // A type variable would forget which texts there are.
        `_v = ${value.sure ?? value.path}`,
        'assert _v is not None',
        ...literals.flatMap((one, index) => [`${index === 0 ? 'if' : 'elif'} _v == ${one}:`, '    pass']),
        'else:',
        '    assert_never(_v)',
      ],
    };
  }
  for (const { imports, lines } of tellApart(type, sure, isNamed))
    yield { kind: 'exhaust', tells: name, lines: [...imports, ...lines], naming: imports.length };
  const members = isMade && type.kind === 'declaration' ? membersOf(type.declaration) : undefined;
  if (members === undefined) return;
  const required = members.filter((one) => one.required);
  if (required.some((one) => !isArgument(one))) return;
  yield { kind: 'fake', lines: [`type(${sure})(${given(members)})`] };
  if (required.length < members.length) yield { kind: 'fake', lines: [`type(${sure})(${given(required)})`] };
}

/** What a value holds: each member of a union that has a tag, items, values, properties. */
function* stepsFrom({ value, name }: Step, variable: string): Generator<Step> {
  const { type, optional } = behind(value.type);
  const path = optional ? `some(${value.path})` : value.path;
  const sure = sureOf(value);
  for (const { declaration, other } of toldByTag(type, variable))
    yield {
      value: {
        path: variable,
        type: { kind: 'declaration', declaration },
        known: [...(value.known ?? []), `${variable} = ${sure}`, `if ${other}:`, '    return'],
      },
      name: '',
    };
  if (type.kind === 'generic' && type.head.kind === 'builtin' && type.arguments[0]) {
    const [step, inner] =
      type.head.name === 'list' ? ['[0]', type.arguments[0]] : ['["key"]', type.arguments[1]];
    if (inner) yield { value: { path: `${path}${step}`, sure: `${sure}${step}`, type: inner }, name };
  }
  if (type.kind !== 'declaration') return;
  const { body } = type.declaration;
  if (body.kind === 'model' && body.extra) {
    const extra = (of: string): string => `${of}${EXTRA}`;
    yield { value: { path: extra(path), sure: extra(sure), type: body.extra }, name: '' };
  }
  for (const one of membersOf(type.declaration) ?? [])
    yield {
      value: {
        path: `${path}.${one.name}`,
        sure: `${sure}.${one.name}`,
        type: one.required ? one.type : optionalOf(one.type),
      },
      name: one.name,
    };
}

const sureOf = ({ path, sure = path }: Value): string => `some(${sure})`;

const given = (members: readonly Member[]): string =>
  members.flatMap((one) => (isArgument(one) ? [`${one.wireName}=${made(one.type)}`] : [])).join(', ');

/** Results are made by the names that they have on the wire. */
const isArgument = ({ wireName }: Member): boolean => isIdentifier(wireName) && !isKeyword(wireName);

const optionalOf = (type: TypeExpression): TypeExpression => ({
  kind: 'union',
  members: [type, { kind: 'none' }],
});

/** A value of the type, for a result that is made by hand. */
function made(given: TypeExpression): string {
  const { type, optional } = behind(given);
  const text =
    type.kind === 'literal' ? `Literal[${type.values.map(literalText).join(', ')}]` : readable(type);
  if (type.kind === 'generic' && type.head.kind === 'builtin') {
    const item = made(type.arguments[type.arguments.length - 1] ?? type);
    return type.head.name === 'dict' ? `{"key": ${item}}` : `[${item}]`;
  }
  if (text === undefined || text === 'object') return 'any_';
  return `cast(${optional ? `Optional[${text}]` : text}, any_)`;
}
