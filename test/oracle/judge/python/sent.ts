/** Calls, and values that arguments take. */
import { stringLiteral } from '../../../../generator/languages/python/code.ts';
import type { Argument, Signature } from '../../../../generator/languages/python/methods/arguments.ts';
import type { PythonMethod } from '../../../../generator/languages/python/methods/method.ts';
import type { Member } from '../../../../generator/languages/python/types/declaration.ts';
import type { TypeExpression } from '../../../../generator/languages/python/types/expr.ts';
import { literalText, membersOf, unannotated } from './values.ts';

/** Ways to write one argument. */
const MOST_KINDS = 80;
/** How deep bodies are written. */
const SENT_DEPTH = 6;

/**
 * A call with all arguments, one with what is required alone, and one for each other way to write an
 * argument.
 */
export function* callsOf(design: PythonMethod, path: string): Generator<string> {
  const signatures: readonly Signature[] =
    design.arguments.variants.length > 0 ? design.arguments.variants : [design.arguments];
  for (const { positional, keywords } of signatures) {
    const place = positional.map((one) => sent(one.type, 0)[0] ?? 'any_');
    const named = keywords.filter((one) => one !== design.streamFlag);
    const call = (...given: readonly string[]): string => `${path}(${given.join(', ')})`;
    const write = (by: ReadonlyMap<string, string>, all = named): string =>
      call(
        ...place,
        ...all.map((one) => (by.has(one.name) ? `${one.name}=${by.get(one.name)}` : byName(one))),
      );
    const required = named.filter((one) => one.required);
    // A body that may be left out as a whole is not given in parts.
    const isWhole = design.overloads.length > 0;
    yield write(new Map());
    yield write(new Map(), required);
    if (positional.length > 0) yield call(...[...positional, ...required].map(byName));
    for (const one of named)
      for (const text of sent(one.type, 0).slice(1, MOST_KINDS))
        yield write(new Map([[one.name, text]]), isWhole ? named : [...new Set([...required, one])]);
    for (const [index, one] of positional.entries())
      for (const text of sent(one.type, 0).slice(1, 4))
        yield call(...place.slice(0, index), text, ...place.slice(index + 1), ...required.map(byName));
  }
}

/** A call with what is required, and with what else is given. Undefined of a body that is one of several. */
export function callWith(design: PythonMethod, path: string, others: readonly string[]): string | undefined {
  if (design.arguments.variants.length > 0) return undefined;
  const { positional, keywords } = design.arguments;
  const required = [...positional, ...keywords.filter((one) => one.required && one !== design.streamFlag)];
  return `${path}(${[...required.map(byName), ...others].join(', ')})`;
}

const byName = ({ name, type }: Argument): string => `${name}=${sent(type, 0)[0] ?? 'any_'}`;

/** The first of each, then the second of each: all members of a large union are met before the time is up. */
const inTurns = (all: readonly (readonly string[])[]): readonly string[] =>
  Array.from({ length: Math.max(0, ...all.map((one) => one.length)) }, (_one, index) =>
    all.flatMap((one) => one[index] ?? []),
  ).flat();

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
      return inTurns(type.members.map((one) => sent(one, depth)));
    case 'generic': {
      const inner = type.arguments[type.arguments.length - 1];
      if (inner === undefined || depth >= SENT_DEPTH) return [];
      const isMap = type.head.kind === 'builtin' && type.head.name === 'dict';
      return sent(inner, depth + 1).map((one) => (isMap ? `{"key": ${one}}` : `[${one}]`));
    }
    case 'declaration': {
      const { body } = type.declaration;
      if (body.kind === 'alias') return depth >= SENT_DEPTH ? [] : sent(body.type, depth + 1);
      const members = membersOf(type.declaration);
      if (members === undefined || depth >= SENT_DEPTH) return [];
      const required = members.filter((one) => one.required);
      const write = (all: readonly Member[], other?: readonly [Member, string]): string =>
        `{${all.map((one) => `${stringLiteral(one.name)}: ${one === other?.[0] ? other[1] : (sent(one.type, depth + 1)[0] ?? 'any_')}`).join(', ')}}`;
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
