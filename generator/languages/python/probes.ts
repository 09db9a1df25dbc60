/** Code of users, one line or one block each, as it is written for an SDK: what type-checks with it, and may not later. */
import type { Signature } from './methods/arguments.ts';
import type { MethodDesign } from './methods/method.ts';
import { optionName } from './layout.ts';
import type { PythonDesign } from './sdk.ts';
import type { Declaration, Member } from './types/declaration.ts';
import type { TypeExpression } from './types/expr.ts';

export interface PythonProbe {
  /** `client.pets.list`, `client` for its construction, `type Pet`. */
  readonly symbol: string;
  readonly kind: 'call' | 'read' | 'exhaust' | 'fake' | 'name';
  /** Statements, without indentation. */
  readonly lines: readonly string[];
}

/** Names of the package are `sdk`'s. */
export const PROBE_HEADER: readonly string[] = [
  'from __future__ import annotations',
  'import datetime',
  'from typing import Any, Callable, Dict, List, Literal, Mapping, Optional, Sequence, TypeVar, Union, cast',
  'from typing_extensions import assert_never',
  'import sdk',
  'from sdk import types',
  'any_: Any = None',
  'T = TypeVar("T")',
  'def some(value: Optional[T]) -> T: raise NotImplementedError',
  'def first(value: Sequence[T]) -> T: raise NotImplementedError',
  'def entry(value: Mapping[str, T]) -> T: raise NotImplementedError',
  'def result(method: Callable[..., T]) -> T: raise NotImplementedError',
];

/** How deep results are read, and bodies written. */
const DEPTH = 4;
const SENT_DEPTH = 6;
/** Of one method or type; what is read on and on is read as far. */
const MOST = 400;

export function probesOf(design: PythonDesign): readonly PythonProbe[] {
  const { layout, api, names } = design;
  const found: PythonProbe[] = [];
  const client = layout.root.className;
  const say = (symbol: string, kind: PythonProbe['kind'], ...lines: readonly string[]): void =>
    void found.push({ symbol, kind, lines });
  say(`type ${client}`, 'name', `sdk.${client}`);
  for (const one of api.client.options) {
    const type = one.values ? 'str' : { string: 'str', number: 'float', boolean: 'bool' }[one.type];
    say('client', 'call', `sdk.${client}(${optionName(names, one.key)}=cast("${type}", any_))`);
  }
  if (api.client.environments.length > 1)
    for (const one of api.client.environments)
      say('client', 'call', `sdk.${client}(environment=${JSON.stringify(one.name)})`);
  for (const [resource, methods] of design.methodsOf)
    for (const one of methods) {
      const symbol = ['client', ...resource.properties, one.layout.name].join('.');
      const path = `cast("sdk.${client}", any_)${[...resource.properties, one.layout.name].map((name) => `.${name}`).join('')}`;
      for (const line of callsOf(one, path)) say(symbol, 'call', line);
      const value = resultOf(one, `result(${path})`);
      if (value) found.push(...readsOf(symbol, value));
    }
  for (const module of design.types) {
    const declaration = module.root;
    if (!declaration || !isModel(design, declaration)) continue;
    const symbol = `type ${declaration.name}`;
    const home = module.name.slice(0, module.name.lastIndexOf('.'));
    const name = `sdk.${home}.${declaration.name}`;
    say(symbol, 'name', `import sdk.${home}`, `${name}`);
    if (declaration.body.kind === 'dictionary') continue;
    const type: TypeExpression = { kind: 'declaration', declaration };
    found.push(
      ...[...readsOf(symbol, { path: `cast("${name}", any_)`, type })].map((one) => ({
        ...one,
        lines: [`import sdk.${home}`, ...one.lines],
      })),
    );
  }
  return found;
}

/** Named by the document; classes of arguments and of results without a name are their methods' own. */
const isModel = ({ api, names }: PythonDesign, { name }: Declaration): boolean =>
  api.schemas.some(({ model, usedIn }) => {
    if (model === undefined || usedIn === 'none') return false;
    const wanted = names.pascal(model.name);
    return name === (usedIn === 'request' ? `${wanted}Param` : wanted);
  });

interface Value {
  /** An expression. */
  readonly path: string;
  /** The same, whether or not any step of it may be absent. */
  readonly sure?: string;
  readonly type: TypeExpression;
}

function resultOf({ result }: MethodDesign, path: string): Value | undefined {
  switch (result.kind) {
    case 'value':
      return { path, type: result.type };
    case 'page':
      return { path: `next(iter(${path}))`, type: result.item };
    case 'stream':
      return result.plain ? undefined : { path: `next(iter(${path}))`, type: result.event };
    default:
      return undefined;
  }
}

const unannotated = (type: TypeExpression): TypeExpression =>
  type.kind === 'annotated' ? unannotated(type.type) : type;

/** What stands behind names that are no classes, without `None`. */
function behind(given: TypeExpression): { readonly type: TypeExpression; readonly optional: boolean } {
  const type = unannotated(given);
  if (type.kind === 'declaration' && type.declaration.body.kind === 'alias')
    return behind(type.declaration.body.type);
  if (type.kind !== 'union') return { type, optional: type.kind === 'none' };
  const rest = type.members.filter((one) => unannotated(one).kind !== 'none');
  const [only] = rest;
  const optional = rest.length < type.members.length;
  if (rest.length === 1 && only) {
    const inner = behind(only);
    return { type: inner.type, optional: optional || inner.optional };
  }
  return { type: { kind: 'union', members: rest }, optional };
}

function* readsOf(symbol: string, root: Value): Generator<PythonProbe> {
  const pending: { readonly value: Value; readonly depth: number }[] = [{ value: root, depth: 0 }];
  let count = 0;
  for (let at = pending.shift(); at !== undefined && count < MOST; at = pending.shift()) {
    const { value, depth } = at;
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
    if (depth >= DEPTH) continue;
    if (type.kind === 'generic' && type.head.kind === 'library' && type.arguments[0]) {
      const [step, inner] =
        type.head.name === 'List' ? ['first', type.arguments[0]] : ['entry', type.arguments[1]];
      if (inner)
        pending.push({
          value: { path: `${step}(${path})`, sure: `${step}(${sure})`, type: inner },
          depth: depth + 1,
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
      });
    for (const one of members) {
      const inner = one.required ? one.type : optionalOf(one.type);
      pending.push({
        value: { path: `${path}.${one.name}`, sure: `${sure}.${one.name}`, type: inner },
        depth: depth + 1,
      });
    }
  }
}

const optionalOf = (type: TypeExpression): TypeExpression => ({
  kind: 'union',
  members: [type, { kind: 'none' }],
});

/** Those of the bases too; undefined for what is no class. */
function membersOf({ body }: Declaration): readonly Member[] | undefined {
  if (body.kind !== 'model' && body.kind !== 'dictionary') return undefined;
  return [...body.bases.flatMap((one) => membersOf(one) ?? []), ...body.members];
}

/** A type that is the same in any SDK, by which a value is kept; literals as the kind of value that they are. */
function readable(given: TypeExpression): string | undefined {
  const type = unannotated(given);
  switch (type.kind) {
    case 'builtin':
      return type.name;
    case 'none':
      return 'None';
    case 'library':
      return type.module === 'datetime' ? `datetime.${type.name}` : undefined;
    case 'literal':
      return [...new Set(type.values.map((one) => kindOf(one)))].join(' | ');
    case 'union': {
      const all = type.members.map(readable);
      const known = all.filter((one) => one !== undefined);
      return known.length < all.length ? undefined : `Union[${[...new Set(known)].join(', ')}]`;
    }
    default:
      return undefined;
  }
}

const kindOf = (value: string | number | boolean): string =>
  typeof value === 'string' ? 'str' : typeof value === 'boolean' ? 'bool' : 'int';

const literalText = (value: string | number | boolean): string =>
  typeof value === 'boolean' ? (value ? 'True' : 'False') : JSON.stringify(value);

function literalsOf(type: TypeExpression): readonly string[] | undefined {
  if (type.kind === 'literal') return type.values.map(literalText);
  return undefined;
}

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

/** A call with all arguments, one with what is required alone, and one for each other way to write an argument. */
function* callsOf(design: MethodDesign, path: string): Generator<string> {
  const signatures: readonly Signature[] =
    design.arguments.variants.length > 0 ? design.arguments.variants : [design.arguments];
  for (const { positional, keywords } of signatures) {
    const place = positional.map((one) => sent(one.type, 0)[0] ?? 'any_');
    const named = keywords.filter((one) => one !== design.wish);
    const write = (by: ReadonlyMap<string, string>, all = named): string =>
      `${path}(${[...place, ...all.map((one) => `${one.name}=${by.get(one.name) ?? sent(one.type, 0)[0] ?? 'any_'}`)].join(', ')})`;
    const required = named.filter((one) => one.required);
    yield write(new Map());
    yield write(new Map(), required);
    if (positional.length > 0)
      yield `${path}(${[...positional, ...required].map((one) => `${one.name}=${sent(one.type, 0)[0] ?? 'any_'}`).join(', ')})`;
    for (const one of named)
      for (const text of sent(one.type, 0).slice(1, 12)) yield write(new Map([[one.name, text]]));
    for (const [index, one] of positional.entries())
      for (const text of sent(one.type, 0).slice(1, 4))
        yield `${path}(${[...place.slice(0, index), text, ...place.slice(index + 1), ...required.map((each) => `${each.name}=${sent(each.type, 0)[0] ?? 'any_'}`)].join(', ')})`;
  }
}

/** Values that an argument takes, as a caller writes them: one of each kind. */
function sent(given: TypeExpression, depth: number): readonly string[] {
  const type = unannotated(given);
  switch (type.kind) {
    case 'annotated':
    case 'local':
      return [];
    case 'none':
      return ['None'];
    case 'literal':
      return [`cast(Literal[${type.values.map(literalText).join(', ')}], any_)`];
    case 'builtin':
      return [`cast(${type.name}, any_)`];
    case 'library':
      return type.module === 'datetime' ? [`cast(datetime.${type.name}, any_)`] : [];
    case 'runtime':
      return type.name === 'FileTypes' || type.name === 'Base64FileInput' ? ['b""'] : [];
    case 'union':
      return type.members.flatMap((one) => sent(one, depth));
    case 'generic': {
      const inner = type.arguments[type.arguments.length - 1];
      if (inner === undefined || depth >= SENT_DEPTH) return [];
      const isMap = type.head.kind === 'library' && type.head.name === 'Dict';
      return sent(inner, depth + 1).map((one) => (isMap ? `{"key": ${one}}` : `[${one}]`));
    }
    case 'declaration': {
      const { body } = type.declaration;
      if (body.kind === 'alias') return depth >= SENT_DEPTH ? [] : sent(body.type, depth + 1);
      const members = membersOf(type.declaration);
      if (members === undefined || depth >= SENT_DEPTH) return [];
      const required = members.filter((one) => one.required);
      const write = (all: readonly Member[], other?: readonly [Member, string]): string =>
        `{${all.map((one) => `${JSON.stringify(one.name)}: ${one === other?.[0] ? other[1] : (sent(one.type, depth + 1)[0] ?? 'any_')}`).join(', ')}}`;
      return [
        write(members),
        ...(required.length < members.length ? [write(required)] : []),
        ...members.flatMap((one) =>
          sent(one.type, depth + 1)
            .slice(1, 4)
            .map((text) => write(members, [one, text])),
        ),
      ];
    }
    default:
      return type satisfies never;
  }
}
