/** Changes that affect users of the Python SDK differently from the catalogue, which describes TypeScript. */
import type { Fact } from '../../diff/compare/fact.ts';
import type { RuleId } from '../../diff/rules/catalogue.ts';
import { type Difference, breaks, quiet, without } from '../../diff/rules/difference.ts';
import type { Cell, FactContext, SourceClass } from '../../diff/terms.ts';
import type { Subject } from '../../diff/subject.ts';

const isWholeBody = (subject: Subject): boolean =>
  subject.kind === 'content' && subject.content === 'request body' && subject.path.length === 0;

const SENT: readonly FactContext[] = ['parameter', 'request'];
const RECEIVED: readonly FactContext[] = ['response'];

/** The Python type of a received string with this format. */
const momentOf = (format: string): 'datetime' | 'date' | 'str' =>
  format === 'date-time' ? 'datetime' : format === 'date' ? 'date' : 'str';

/** Every `datetime` is also a `date`. */
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

/** A string is always accepted, in addition to the class of the format, or bytes for binary formats. */
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
      'An optional property and a nullable one both have the type `T | None`, so the second of the two changes nothing.',
    change: ({ omittable }, cell) => (omittable?.after === true ? quiet('minor')(cell) : undefined),
  },
  {
    rules: ['property-became-optional'],
    contexts: RECEIVED,
    reason: 'A nullable property already had the type `T | None`.',
    change: ({ nullable }, cell) => (nullable?.before === true ? quiet('minor')(cell) : undefined),
  },
  {
    rules: ['integer-became-number'],
    contexts: RECEIVED,
    reason: '`int` and `float` are different types: code that stores the value as an `int` gets an error.',
    change: ({ scalars }) => (scalars === undefined ? undefined : breaks(['read'])),
  },
  {
    rules: ['number-became-integer'],
    contexts: RECEIVED,
    reason: 'An `int` is accepted where a `float` is expected; only mocked results contain a `float`.',
    change: ({ scalars }) => (scalars === undefined ? undefined : { source: ['fake'] }),
  },
  {
    rules: ['number-became-integer'],
    contexts: SENT,
    reason: 'A `float` is no longer accepted.',
    change: ({ scalars }) => (scalars === undefined ? undefined : breaks(['call'])),
  },
  {
    rules: ['integer-became-number'],
    contexts: SENT,
    reason: 'A `float` is accepted as well as an `int`.',
    change: ({ scalars }) => (scalars === undefined ? undefined : { source: ['type-level'] }),
  },
  {
    rules: ['format-added', 'format-removed', 'format-changed'],
    contexts: RECEIVED,
    reason: 'A date-time is a `datetime` and a date is a `date`; all other strings are `str`.',
    change: receivedMoment,
  },
  {
    rules: ['format-added', 'format-removed', 'format-changed'],
    contexts: SENT,
    reason: 'Depending on the format, a `datetime`, a `date` or bytes are accepted as well as a string.',
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
    reason: 'Mock clients have no declared type; mocks are results, built with their class.',
    // If another method now has the name, its results are of another class.
    change: (fact, cell) => (fact.adjust?.source === undefined ? without('fake')(cell) : undefined),
  },
  {
    rules: ['environment-added'],
    reason: 'The client has no `environment` argument while there is only one environment.',
    change: () => ({ source: [] }),
  },
  {
    rules: ['environment-removed'],
    reason: 'The client has no `environment` argument if only one environment is left.',
    change: () => ({ source: ['call'] }),
  },
  {
    rules: ['unwrap-key-changed'],
    reason: 'The key is an optional argument; a missing key is an error at run time.',
    change: () => ({ source: [] }),
  },
  {
    rules: ['client-option-added-required', 'client-option-became-required'],
    reason:
      'All client options are optional, because they can come from environment variables. The constructor raises an error if one is missing.',
    change: () => ({ source: [] }),
  },
  {
    rules: ['client-option-became-optional'],
    reason: 'All client options are optional.',
    change: (_fact, cell) => quiet('minor')(cell),
  },
  {
    rules: ['error-body-removed', 'error-status-removed'],
    reason: 'The body of an error has the type `object`; code checks its class.',
    change: (_fact, { source }) => (source.length > 0 ? { source: [], bump: 'minor' } : undefined),
  },
  {
    rules: ['error-types-removed'],
    reason:
      'The errors of a method have no type of their own; code catches error classes and compares statuses.',
    change: (_fact, cell) => quiet('patch')(cell),
  },
  {
    rules: ['property-removed', 'property-renamed'],
    contexts: RECEIVED,
    reason: 'A class has only its declared attributes, even if undeclared properties are kept.',
    change: (_fact, { source }) => (source.includes('fake') ? undefined : { source: [...source, 'fake'] }),
  },
  {
    rules: ['pagination-added'],
    reason: 'A page is another class than the former result. A mocked page must have its items.',
    change: ({ adjust, omittable }) => {
      if (adjust !== undefined) return breaks(['read', 'name', 'fake']);
      return breaks(omittable?.before === true ? ['name', 'fake'] : ['name']);
    },
  },
  {
    rules: UNDECLARED,
    contexts: SENT,
    reason: 'A method accepts only its declared arguments; undeclared properties go into `extra_body`.',
    change: (fact, cell) =>
      fact.isUndeclared === true && isWholeBody(fact.subject) ? quiet('minor')(cell) : undefined,
  },
  {
    rules: UNDECLARED,
    contexts: RECEIVED,
    reason: 'A class has only its declared attributes, whether or not undeclared properties are kept.',
    change: (fact, cell) => (fact.isUndeclared ? without('fake')(cell) : undefined),
  },
  {
    rules: ['type-widened', 'type-narrowed'],
    reason: 'A tuple is a list of any length.',
    change: ({ lengths }, cell) => (lengths === true ? quiet('minor')(cell) : undefined),
  },
  {
    rules: ['browsers-refused', 'browsers-allowed'],
    reason: 'Python does not run in browsers.',
    change: () => ({ source: [], runtime: 'same', bump: 'patch' }),
  },
];
