import type { Parameter, TypeNode } from '../../ir/types.ts';
import type { MethodSurface } from '../surface.ts';
import { descriptionOf } from './beside-reference.ts';
import { describeType } from './describe.ts';
import { REQUEST, SPELLING } from './fact.ts';
import { jsonText } from './json-text.ts';
import { compareLives, removalOf } from './lifecycle.ts';
import { pathNames } from './match-methods.ts';
import { type Compared, type Findings, type User, own } from './place.ts';
import { sayChanges } from './renames.ts';
import { choicesOf, resolve, scalarFact, withoutNull } from './shape.ts';
import { worded } from '../words.ts';
import { comparePlace } from './types.ts';
import type { Walk } from './walk.ts';
import { type Subject, parameterSubject } from '../subject.ts';

/** Pairs path parameters by position, the others by location and name, then by name only (moved). */
export function compareParameters(walk: Walk, { a, b, user, findings }: Compared): void {
  if (a.method.parameters.length === 0 && b.method.parameters.length === 0) return;
  const context: ParameterContext = { walk, a, b, user, findings };
  const positions = pathNames(b.method);
  const renamed = new Map(pathNames(a.method).map((name, index) => [name, positions[index]]));
  const left = new Set(a.method.parameters);
  const right = new Set(b.method.parameters);
  const join = (
    same: (x: Parameter, y: Parameter) => boolean,
    then: (x: Parameter, y: Parameter) => void,
  ): void => {
    for (const x of left) {
      for (const y of right) {
        if (!same(x, y)) continue;
        left.delete(x);
        right.delete(y);
        then(x, y);
        break;
      }
    }
  };
  const both = (x: Parameter, y: Parameter): void => compareParameter(context, x, y);
  if (positions.length === renamed.size)
    join((x, y) => x.in === 'path' && y.in === 'path' && renamed.get(x.name) === y.name, both);
  join((x, y) => x.in === y.in && sameName(x, y), both);
  join(
    (x, y) => x.in !== 'path' && y.in !== 'path' && sameName(x, y),
    (x, y) => {
      findings.own.push(
        own(
          'parameter-moved',
          {
            subject: subject(x, walk.base),
            message: `moved from ${x.in} to ${y.in}`,
            before: x.in,
            after: y.in,
            base: x.origin,
            revision: y.origin,
          },
          user,
          y.in,
        ),
      );
      both(x, y);
    },
  );
  for (const location of ['query', 'header', 'cookie'] as const) {
    const here = (all: Iterable<Parameter>): Parameter[] =>
      [...all].filter((parameter) => parameter.in === location);
    const [removed, fresh] = [here(left), here(right)];
    // Parameters set by a client option, and announced removals, are not renames.
    const isHeld = (parameter: Parameter): boolean =>
      parameter.clientOption !== undefined ||
      parameter.deprecated !== undefined ||
      parameter.type.kind === 'literal';
    removed.filter(isHeld).forEach((parameter) => sayRemoved(context, parameter));
    fresh.filter(isHeld).forEach((parameter) => sayAdded(context, parameter));
    sayChanges(
      walk,
      {
        before: here(a.method.parameters),
        after: here(b.method.parameters),
        removed: removed.filter((parameter) => !isHeld(parameter)),
        fresh: fresh.filter((parameter) => !isHeld(parameter)),
      },
      {
        renamed: (x, y) => sayRenamed(context, x, y),
        removed: (x) => sayRemoved(context, x),
        added: (y) => sayAdded(context, y),
      },
    );
  }
}

interface ParameterContext {
  readonly walk: Walk;
  readonly a: MethodSurface;
  readonly b: MethodSurface;
  readonly user: User;
  readonly findings: Findings;
}

const sameName = (x: Parameter, y: Parameter): boolean =>
  x.in === 'header' ? x.name.toLowerCase() === y.name.toLowerCase() : x.name === y.name;
/** The name of the argument in the SDK of one side. */
const called = ({ names }: Walk['base'], { alias, name }: Parameter): string => names.argument(name, alias);
const subject = (parameter: Parameter, side: Walk['base']): Subject =>
  parameterSubject(parameter.in, called(side, parameter));

function sayRemoved({ walk, a, b, user, findings }: ParameterContext, parameter: Parameter): void {
  const announced = removalOf(parameter, walk.options);
  const rule =
    announced === 'announced'
      ? 'parameter-removed-after-sunset'
      : announced === 'too-soon'
        ? 'parameter-removed-before-sunset'
        : b.slot === 'none' && a.slot !== 'none' && !walk.base.names.keywords
          ? 'parameter-removed-last'
          : 'parameter-removed';
  findings.own.push(
    own(
      rule,
      {
        subject: subject(parameter, walk.base),
        message: announced === 'too-soon' ? 'was removed before its sunset date' : 'was removed',
        before: describeType(parameter.type, walk.base),
        base: parameter.origin,
        ...(parameter.clientOption === undefined ? {} : { adjust: { source: [] } }),
      },
      user,
      parameter.in,
    ),
  );
}

function sayRenamed(context: ParameterContext, x: Parameter, y: Parameter): void {
  const { walk, user, findings } = context;
  const [before, after] = [called(walk.base, x), called(walk.revision, y)];
  const isSame = before === after;
  findings.own.push(
    own(
      'parameter-renamed',
      {
        subject: subject(x, walk.base),
        message: isSame ? `is ${y.name} on the wire now` : `was renamed to ${after}`,
        before: isSame ? x.name : before,
        after: isSame ? y.name : after,
        base: x.origin,
        revision: y.origin,
        ...(isSame
          ? { adjust: { ...SPELLING, ...(y.required ? { wire: 'break' } : {}) } }
          : y.required
            ? { adjust: { wire: 'break', runtime: 'rejected' } }
            : {}),
      },
      user,
      y.in,
    ),
  );
  compareParameter(context, x, y);
}

function sayAdded({ walk, a, user, findings }: ParameterContext, parameter: Parameter): void {
  const constant = parameter.type.kind === 'literal' && parameter.in !== 'query';
  const needed = parameter.required;
  const rule = needed
    ? 'parameter-added-required'
    : a.slot === 'none' && !walk.base.names.keywords
      ? 'parameter-added-first'
      : 'parameter-added-optional';
  const given = parameter.clientOption !== undefined || constant;
  findings.own.push(
    own(
      rule,
      {
        subject: subject(parameter, walk.revision),
        message: needed ? 'was added and is required' : 'was added',
        after: describeType(parameter.type, walk.revision),
        revision: parameter.origin,
        ...worded(parameter.description ?? parameter.type.description),
        ...(given ? { adjust: { source: [], bump: 'minor' } } : {}),
      },
      user,
      parameter.in,
    ),
  );
}

function compareParameter(context: ParameterContext, x: Parameter, y: Parameter): void {
  const { walk, user, findings } = context;
  const at = { subject: subject(x, walk.base), base: x.origin, revision: y.origin };
  const push = (rule: Parameters<typeof own>[0], detail: Omit<Parameters<typeof own>[1], 'subject'>): void =>
    void findings.own.push(own(rule, { ...at, ...detail }, user, y.in));
  if (x.required !== y.required)
    push(y.required ? 'parameter-became-required' : 'parameter-became-optional', {
      message: y.required ? 'became required' : 'became optional',
      ...scalarFact(walk, x.type, y.type),
    });
  const listed = listItems(walk, x, y);
  if (x.in === y.in && isPlain(x) === isPlain(y) && wireStyle(x) !== wireStyle(y))
    push('parameter-style-changed', {
      message: 'is serialized otherwise',
      before: styleText(x),
      after: styleText(y),
    });
  if ((x.mediaType ?? '') !== (y.mediaType ?? ''))
    push('parameter-style-changed', {
      message: 'is serialized otherwise',
      before: x.mediaType ?? styleText(x),
      after: y.mediaType ?? styleText(y),
    });
  if (x.clientOption !== y.clientOption)
    push('parameter-client-option-changed', {
      message:
        y.clientOption === undefined
          ? 'no longer defaults to a client option'
          : 'defaults to a client option now',
      adjust: y.clientOption === undefined ? { bump: 'major' } : { source: [] },
    });
  if (x.alias !== y.alias && x.name === y.name)
    push('argument-renamed', {
      message: 'is called otherwise in the SDK',
      before: x.alias ?? x.name,
      after: y.alias ?? y.name,
    });
  for (const { rule, ...fact } of compareLives(x, y, walk.options)) push(rule, fact);
  if (wordsOf(x, walk.base) !== wordsOf(y, walk.revision))
    push('docs-changed', { message: 'is documented otherwise' });
  if (x.example !== y.example && jsonText(x.example ?? null) !== jsonText(y.example ?? null))
    push('examples-changed', { message: 'has another example' });
  // A default only affects callers that may omit the parameter.
  const always = x.required && y.required;
  // A plain value is text on the wire, and any text is a valid item of the list.
  const after = listed === undefined ? y.type : isAnyText(listed, walk) && !isText(x.type) ? x.type : listed;
  if (listed !== undefined)
    push('parameter-became-list', {
      message: 'takes several values now',
      before: describeType(x.type, walk.base),
      after: describeType(y.type, walk.revision),
    });
  const pair = comparePlace(walk, {
    a: always ? dropDefault(x.type) : x.type,
    b: always ? dropDefault(after) : after,
    subject: subject(x, walk.base),
    mask: REQUEST,
  });
  findings.places.push({ user, where: y.in, context: 'parameter', pair, typed: true });
}

/** The description of a parameter, else that of its type. */
const wordsOf = ({ description, type }: Parameter, schemas: Walk['base']): string | undefined =>
  description ?? descriptionOf(type, schemas);

function dropDefault<T extends Parameter['type']>(type: T): T {
  if (type.default === undefined) return type;
  const { default: _gone, ...rest } = type;
  return rest as T;
}

const styleText = (parameter: Parameter): string =>
  `${parameter.style}${parameter.explode ? ', exploded' : ''}${parameter.allowReserved ? ', reserved allowed' : ''}`;

const isPlain = (parameter: Parameter): boolean => {
  const type = withoutNull(parameter.type);
  return (
    type === undefined || isPlainType(type) || (type.kind === 'union' && type.members.every(isPlainType))
  );
};
const isPlainType = (type: TypeNode): boolean => type.kind === 'scalar' || choicesOf(type) !== undefined;

const isText = (type: TypeNode): boolean => type.kind === 'scalar' && type.scalar === 'string';
const isAnyText = (type: TypeNode, walk: Walk): boolean => {
  const target = resolve(type, walk.revision);
  return target !== undefined && isText(target) && target.constraints === undefined && !('format' in target);
};

/**
 * On the wire, an exploded list with one value equals the value (RFC 6570 section 3.2.8), so the items are
 * compared.
 */
function listItems(walk: Walk, x: Parameter, y: Parameter): TypeNode | undefined {
  const after = resolve(y.type, walk.revision);
  const list = after === undefined ? undefined : withoutNull(after);
  if (!isPlain(x) || list?.kind !== 'array' || x.style !== 'form' || y.style !== 'form' || !y.explode)
    return undefined;
  return list.items;
}

/** Style and explode only affect arrays and objects. */
function wireStyle(parameter: Parameter): string {
  return isPlain(parameter) && (parameter.style === 'form' || parameter.style === 'simple')
    ? `${parameter.style}${parameter.allowReserved ? '!' : ''}`
    : styleText(parameter);
}
