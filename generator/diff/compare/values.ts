/** Compares values: enums, scalars, defaults and limits. */
import type { LiteralType, ScalarType, TypeNode } from '../../ir/types.ts';
import { type ConstraintFact, compareConstraints } from './constraints.ts';
import { jsonText } from './json-text.ts';
import { shorten } from './describe.ts';
import type { Choices } from './shape.ts';
import type { RuleId } from '../rules/catalogue.ts';
import { kindOf } from '../../ir/values.ts';
import { type Task, type Walk, say, sayTypes } from './walk.ts';

/** The node has no annotations or assertions, as most nodes. */
const isPlain = (node: TypeNode): boolean =>
  node.default === undefined &&
  node.description === undefined &&
  node.examples === undefined &&
  node.constraints === undefined;

/**
 * Compares defaults, limits and documentation. `scalars: false` if the nodes are of different kinds, so that
 * their limits are unrelated.
 */
export function compareNodeFacts(task: Task, options: { readonly scalars: boolean }): void {
  const { a, b } = task;
  if (isPlain(a) && isPlain(b)) return;
  const before = a.default === undefined ? undefined : jsonText(a.default);
  const after = b.default === undefined ? undefined : jsonText(b.default);
  if (before !== after) {
    say(
      task,
      before === undefined ? 'default-added' : after === undefined ? 'default-removed' : 'default-changed',
      {
        message:
          before === undefined
            ? 'has a default now'
            : after === undefined
              ? 'no longer has a default'
              : 'has another default',
        ...(before === undefined ? {} : { before: shorten(before) }),
        ...(after === undefined ? {} : { after: shorten(after) }),
      },
    );
  }
  if (a.description !== b.description) say(task, 'docs-changed', { message: 'is documented otherwise' });
  if (a.examples !== b.examples && jsonText(a.examples ?? []) !== jsonText(b.examples ?? []))
    say(task, 'examples-changed', { message: 'has another example' });
  if (!options.scalars && a.kind !== b.kind) return;
  if (a.constraints === undefined && b.constraints === undefined) return;
  const closes =
    a.kind === 'object' && b.kind === 'object' && (a.additional === false) !== (b.additional === false);
  for (const compareConstraint of compareConstraints(a.constraints, b.constraints)) {
    // Reported with the undeclared properties of the object.
    if (closes && compareConstraint.keyword === 'unevaluatedProperties') continue;
    const { rule, keyword, before: from, after: to } = compareConstraint;
    say(task, rule, {
      message: constraintWords(compareConstraint),
      ...(from === undefined ? {} : { before: `${keyword}: ${shorten(from)}` }),
      ...(to === undefined ? {} : { after: `${keyword}: ${shorten(to)}` }),
    });
  }
}

/** Describes the difference in words; the values are listed separately. */
function constraintWords({ rule, keyword, before, after }: ConstraintFact): string {
  const set = before === undefined;
  const text = `${keyword}: ${shorten(before ?? after ?? '')}`;
  if (rule.startsWith('limit-') && (set || after === undefined))
    return set ? `is now limited by ${text}` : `is no longer limited by ${text}`;
  if (rule.startsWith('limit-')) return 'has another limit';
  if (rule === 'encoding-changed')
    return set ? `is now ${text}` : after === undefined ? `is no longer ${text}` : `has another ${keyword}`;
  if (rule === 'pattern-generalized') return 'may now be any text';
  if (set) return rule.startsWith('pattern-') ? `must now match ${text}` : `must now fulfil ${text}`;
  if (after === undefined)
    return rule.startsWith('pattern-') ? `need no longer match ${text}` : `need no longer fulfil ${text}`;
  if (rule === 'assertion-tightened' || rule === 'assertion-relaxed')
    return rule === 'assertion-tightened' ? 'has a stricter condition' : 'has a looser condition';
  return rule.startsWith('pattern-') ? 'has another pattern' : 'has another condition';
}

const valueText = (literalType: LiteralType): string => jsonText(literalType.value);
const scalarOf = (choices: Choices): string => {
  const first = choices.values[0]?.value;
  return typeof first === 'number' ? 'number' : typeof first === 'boolean' ? 'boolean' : 'string';
};

type Valued = readonly (readonly [string, LiteralType])[];
/** With more values, the sentence gives their number instead. */
const MAX_NAMED = 4;

export function compareChoices(walk: Walk, task: Task, a: Choices, b: Choices): void {
  const before = new Map(a.values.map((value) => [valueText(value), value]));
  const after = new Map(b.values.map((value) => [valueText(value), value]));
  const removed = [...before].filter(([text]) => !after.has(text));
  const fresh = [...after].filter(([text]) => !before.has(text));
  if (a.open !== b.open) {
    sayTypes(walk, task, {
      rule: b.open ? 'enum-opened' : 'enum-closed',
      message: b.open ? 'became an open list of values' : 'became a closed list of values',
    });
    if (a.open) return;
  }
  if (!a.open && before.size === 1 && after.size === 1 && removed.length === 1) {
    const union = tagIn(walk, task);
    return say(task, union === undefined ? 'constant-changed' : 'discriminator-value-changed', {
      message:
        union === undefined ? 'has another fixed value' : `has another value, by which ${union} knows it`,
      before: removed[0]?.[0] ?? '',
      after: fresh[0]?.[0] ?? '',
    });
  }
  const open = a.open || b.open || task.free?.has(scalarOf(a)) === true;
  const words = (all: Valued): string => all.map(([text]) => text).join(' | ');
  const named = (all: Valued, what: string): string =>
    all.length > MAX_NAMED
      ? `${all.length} ${what}s`
      : `the ${what}${all.length > 1 ? 's' : ''} ${words(all)}`;
  const kinds = new Set(a.values.map((value) => typeof value.value));
  const [lost] = removed;
  const [found] = fresh;
  if (lost !== undefined) {
    say(task, 'enum-value-removed', {
      message: `no longer has ${named(removed, 'value')}`,
      before: words(removed),
      base: lost[1].origin,
      ...(open ? { adjust: { source: [], bump: 'minor' } as const } : {}),
    });
  }
  if (found !== undefined) {
    say(task, 'enum-value-added', {
      message: `has ${named(fresh, 'further value')}`,
      after: words(fresh),
      revision: found[1].origin,
      ...(fresh.some(([, literalType]) => !kinds.has(typeof literalType.value)) ? { otherKind: true } : {}),
      ...(open ? { adjust: { wire: 'ok', source: [], runtime: 'same', bump: 'minor' } as const } : {}),
    });
  }
}

/** The union that this constant is the tag of. */
function tagIn(walk: Walk, { pair, path }: Task): string | undefined {
  const union = pair.schema === undefined ? undefined : walk.tagged().get(pair.schema)?.get(path.join(''));
  return union === '' ? 'a union' : union;
}

/** Compares an enum with a type that accepts any value. Exactly one side is an enum. */
export function compareLiteralToScalar(
  walk: Walk,
  task: Task,
  a: Choices | undefined,
  b: Choices | undefined,
): void {
  const choices = a ?? b;
  const scalar = a === undefined ? task.a : task.b;
  if (choices === undefined || scalar.kind !== 'scalar') return;
  const fits =
    scalar.scalar === scalarOf(choices) ||
    (scalar.scalar === 'integer' && choices.values.every((value) => Number.isInteger(value.value)));
  if (!fits)
    return sayTypes(walk, task, {
      rule: 'type-changed',
      message: 'changed type',
      more: {
        scalars: {
          from: a === undefined ? scalar.scalar : scalarOf(a),
          to: b === undefined ? scalar.scalar : scalarOf(b),
        },
      },
    });
  const item = choices.values.length === 1 && !choices.open;
  if (choices.open)
    return sayTypes(walk, task, {
      rule: a === undefined ? 'became-enum' : 'no-longer-enum',
      message: 'names other known values',
      more: { adjust: { wire: 'ok', source: ['type-level'], runtime: 'same', bump: 'minor' } },
    });
  if (a === undefined)
    sayTypes(walk, task, {
      rule: item ? 'constant-added' : 'became-enum',
      message: item ? 'now has a fixed value' : 'is now restricted to a list of values',
    });
  else
    sayTypes(walk, task, {
      rule: item ? 'constant-removed' : 'no-longer-enum',
      message: item ? 'no longer has a fixed value' : 'is no longer restricted to a list of values',
    });
}

const WIDER = new Map([
  ['int32', 'int64'],
  ['float', 'double'],
]);

/** The conversion of a scalar came, went or changed: `string` became `Date`, `bigint` became `number`. */
function reconverted(walk: Walk, a: ScalarType, b: ScalarType): Parameters<typeof sayTypes>[2]['more'] {
  const [before, after] = [kindOf(a, walk.values), kindOf(b, walk.values)];
  if (before === after) return {};
  return {
    adjustIn: {
      response: { source: ['read', 'fake'], runtime: 'changed', bump: 'major' },
      // Arguments of a converted type may also have the type of JSON.
      request: before === undefined ? { source: ['type-level'] } : { source: ['call'], bump: 'major' },
    },
  };
}

export function compareScalars(walk: Walk, task: Task, a: ScalarType, b: ScalarType): void {
  const report = (rule: RuleId, message: string, more: Parameters<typeof sayTypes>[2]['more'] = {}): void =>
    sayTypes(walk, task, { rule, message, more: { ...more, ...reconverted(walk, a, b) } });
  if (a.scalar !== b.scalar) {
    const scalars = { from: a.scalar, to: b.scalar };
    if (a.scalar === 'integer' && b.scalar === 'number')
      return report('integer-became-number', 'can now have a fraction', { scalars });
    if (a.scalar === 'number' && b.scalar === 'integer')
      return report('number-became-integer', 'can no longer have a fraction', { scalars });
    return report('type-changed', 'changed type', { scalars });
  }
  if (a.format === b.format) return;
  const formats = { from: a.format ?? '', to: b.format ?? '' };
  if (a.format === undefined)
    return report('format-added', `must have the format ${b.format ?? ''}`, { formats });
  if (b.format === undefined)
    return report('format-removed', `is no longer promised to have the format ${a.format}`, { formats });
  if (WIDER.get(a.format) === b.format) return report('integer-became-number', 'can now be a larger number');
  if (WIDER.get(b.format) === a.format)
    return report('number-became-integer', 'can no longer be as large a number');
  report('format-changed', 'has another format', { formats });
}
