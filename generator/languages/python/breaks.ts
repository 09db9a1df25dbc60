/** Where users of the Python SDK feel a change otherwise than the catalogue says, which is about TypeScript. */
import type { Fact } from '../../diff/compare/fact.ts';
import type { RuleId } from '../../diff/rules/catalogue.ts';
import { type Difference, breaks, quiet, without } from '../../diff/rules/difference.ts';
import type { Cell, FactContext, SourceClass } from '../../diff/terms.ts';
import type { Subject } from '../../diff/subject.ts';

const isWholeBody = (subject: Subject): boolean =>
  subject.kind === 'content' && subject.content === 'request body' && subject.path.length === 0;

const SENT: readonly FactContext[] = ['parameter', 'request'];
const RECEIVED: readonly FactContext[] = ['response'];

/** What a text of a format is in Python, received: a class of its own, or `str`. */
const momentOf = (format: string): 'datetime' | 'date' | 'str' =>
  format === 'date-time' ? 'datetime' : format === 'date' ? 'date' : 'str';

/** Every `datetime` is a `date`. */
const isA = (name: string, other: string): boolean =>
  name === other || (name === 'datetime' && other === 'date');

function receivedMoment({ formats }: Fact): Partial<Cell> | undefined {
  const [from, to] = [momentOf(formats?.from ?? ''), momentOf(formats?.to ?? '')];
  if (from === to) return undefined;
  const source: readonly SourceClass[] = [
    ...(isA(to, from) ? [] : (['read'] as const)),
    ...(isA(from, to) ? [] : (['fake'] as const)),
  ];
  return { source, runtime: 'changed', bump: source.includes('read') ? 'major' : 'minor' };
}

/** A text is always taken; beside it the class of the moment, or the bytes that are written as one. */
function sentMoment({ formats }: Fact): Partial<Cell> | undefined {
  const kindOf = (format: string): string => (format === 'byte' ? 'bytes' : momentOf(format));
  const [from, to] = [kindOf(formats?.from ?? ''), kindOf(formats?.to ?? '')];
  if (from === to) return undefined;
  return from === 'str' ? { source: ['type-level'] } : isA(from, to) ? undefined : breaks(['call']);
}

const UNDECLARED: readonly RuleId[] = [
  'index-signature-added',
  'index-signature-removed',
  'additional-properties-closed',
  'additional-properties-opened',
  'type-changed',
  'type-widened',
  'type-narrowed',
];

export const pythonDifferences: readonly Difference[] = [
  {
    rules: ['became-nullable', 'no-longer-nullable'],
    contexts: RECEIVED,
    reason:
      'A property that may be left out is `T | None` already, and what may be null is `T | None` too: the ' +
      'second of the two changes nothing.',
    change: ({ omittable }, cell) => (omittable?.after === true ? quiet('minor')(cell) : undefined),
  },
  {
    rules: ['property-became-optional'],
    contexts: RECEIVED,
    reason: 'A property that may be null was `T | None` before it could be left out.',
    change: ({ nullable }, cell) => (nullable?.before === true ? quiet('minor')(cell) : undefined),
  },
  {
    rules: ['integer-became-number'],
    contexts: RECEIVED,
    reason: '`int` and `float` are two types: who keeps the value as an `int` no longer may.',
    change: ({ scalars }) => (scalars === undefined ? undefined : breaks(['read'])),
  },
  {
    rules: ['number-became-integer'],
    contexts: RECEIVED,
    reason: 'An `int` is taken wherever a `float` is; only results that are made by hand hold a `float`.',
    change: ({ scalars }) => (scalars === undefined ? undefined : { source: ['fake'] }),
  },
  {
    rules: ['number-became-integer'],
    contexts: SENT,
    reason: 'A `float` is no longer taken.',
    change: ({ scalars }) => (scalars === undefined ? undefined : breaks(['call'])),
  },
  {
    rules: ['integer-became-number'],
    contexts: SENT,
    reason: 'A `float` is taken beside the `int`.',
    change: ({ scalars }) => (scalars === undefined ? undefined : { source: ['type-level'] }),
  },
  {
    rules: ['format-added', 'format-removed', 'format-changed'],
    contexts: RECEIVED,
    reason: 'A date-time is a `datetime` and a date a `date`, all other texts are `str`.',
    change: receivedMoment,
  },
  {
    rules: ['format-added', 'format-removed', 'format-changed'],
    contexts: SENT,
    reason: 'Beside the text a `datetime`, a `date`, or bytes are taken, as the format says.',
    change: sentMoment,
  },
  {
    rules: [
      'operation-added',
      'operation-removed',
      'operation-removed-after-sunset',
      'operation-removed-before-sunset',
      'operation-renamed',
      'operation-moved',
      'response-body-added',
      'result-never-empty',
      'unwrap-method-added',
      'unwrap-method-removed',
      'webhook-removed',
    ],
    reason: 'Stand-ins of clients are no declared types: what is made by hand is a result, by its class.',
    // Where the name belongs to another method now, its results are of another class.
    change: (fact, cell) => (fact.adjust?.source === undefined ? without('fake')(cell) : undefined),
  },
  {
    rules: ['environment-added'],
    reason: 'The client takes no `environment` until there is a choice.',
    change: () => ({ source: [] }),
  },
  {
    rules: ['environment-removed'],
    reason: 'Nor does it where no choice is left.',
    change: () => ({ source: ['call'] }),
  },
  {
    rules: ['unwrap-key-changed'],
    reason: 'The key may be left out of any call: what is missing is said when it runs.',
    change: () => ({ source: [] }),
  },
  {
    rules: ['client-option-added-required', 'client-option-became-required'],
    reason:
      'Every option of the client may be left out, as the environment may give it: the constructor says what is missing.',
    change: () => ({ source: [] }),
  },
  {
    rules: ['client-option-became-optional'],
    reason: 'Every option of the client could be left out before.',
    change: (_fact, cell) => quiet('minor')(cell),
  },
  {
    rules: ['error-body-removed', 'error-status-removed'],
    reason: 'The body of an error is an `object` until code asks for its class.',
    change: (_fact, { source }) => (source.length > 0 ? { source: [], bump: 'minor' } : undefined),
  },
  {
    rules: ['error-types-removed'],
    reason: 'There is no type for the errors of a method: code catches classes and asks for statuses.',
    change: (_fact, cell) => quiet('patch')(cell),
  },
  {
    rules: ['property-removed', 'property-renamed'],
    contexts: RECEIVED,
    reason: 'A class takes no names but its own, also where undeclared properties are read.',
    change: (_fact, { source }) => (source.includes('fake') ? undefined : { source: [...source, 'fake'] }),
  },
  {
    rules: ['pagination-added'],
    reason:
      'A page is a class of its own, and no longer the result that code has the type of. Its items cannot be ' +
      'left out where a result is made by hand.',
    change: ({ adjust, omittable }) => {
      if (adjust !== undefined) return breaks(['read', 'name', 'fake']);
      return breaks(omittable?.before === true ? ['name', 'fake'] : ['name']);
    },
  },
  {
    rules: UNDECLARED,
    contexts: SENT,
    reason:
      'A method takes no arguments but those that it names; undeclared properties go into `extra_body`.',
    change: (fact, cell) =>
      fact.isUndeclared === true && isWholeBody(fact.subject) ? quiet('minor')(cell) : undefined,
  },
  {
    rules: UNDECLARED,
    contexts: RECEIVED,
    reason: 'A class takes no names but its own, whatever undeclared properties may be read.',
    change: (fact, cell) => (fact.isUndeclared ? without('fake')(cell) : undefined),
  },
  {
    rules: ['type-widened', 'type-narrowed'],
    reason: 'A tuple is a list, of any length.',
    change: ({ lengths }, cell) => (lengths === true ? quiet('minor')(cell) : undefined),
  },
  {
    rules: ['browsers-refused', 'browsers-allowed'],
    reason: 'Python does not run in browsers.',
    change: () => ({ source: [], runtime: 'same', bump: 'patch' }),
  },
];
