/** Changes that affect users of the Go SDK differently from the catalogue, which describes TypeScript. */
import type { Fact } from '../../diff/compare/fact.ts';
import { type Difference, breaks, quiet, without } from '../../diff/rules/difference.ts';
import type { Cell, FactContext } from '../../diff/terms.ts';
import type { Subject } from '../../diff/subject.ts';

const SENT: readonly FactContext[] = ['parameter', 'request'];
const RECEIVED: readonly FactContext[] = ['response'];

const isTime = (format: string | undefined): boolean => format === 'date' || format === 'date-time';

/**
 * A property directly in a model, in the arguments or in the result: `Pet.size`, but not `Pet.owner.size`.
 */
const isNear = ({ path }: Subject): boolean => path.length <= 1;

/** An item of a list or a value of a map: `Pet.tags[]`. */
const isItem = ({ path }: Subject): boolean => /^\[(?!\d)/.test(path.at(-1) ?? '');

/** A type of its own, which lists and maps may hold. */
const isNamed = ({ kind, path }: Subject): boolean => kind === 'type' && path.length === 0;

/** Optional strings, numbers, booleans and times are `param.Opt`. */
const optionalScalar = ({ isScalar, nullable }: Fact, cell: Cell): Partial<Cell> =>
  isScalar === true && nullable?.before !== true ? breaks(['call']) : { source: [], bump: cell.bump };

export const goDifferences: readonly Difference[] = [
  {
    rules: [
      'property-became-optional',
      'property-became-required',
      'parameter-became-optional',
      'parameter-became-required',
    ],
    contexts: ['api', ...SENT],
    reason:
      'An optional string, number, boolean or time is a `param.Opt`; a required one is a plain value. Other types do not change. The SDK returns an error for a required value that is not set.',
    change: optionalScalar,
  },
  {
    rules: ['became-nullable', 'no-longer-nullable'],
    contexts: SENT,
    reason: 'A nullable string, number, boolean or time is a `param.Opt`, as an optional one is.',
    change: ({ subject, isScalar, omittable }, cell) =>
      isScalar === true && (omittable?.before !== true || isItem(subject))
        ? breaks(['call'])
        : quiet('minor')(cell),
  },
  {
    rules: ['became-nullable', 'no-longer-nullable', 'property-became-optional', 'property-became-required'],
    contexts: RECEIVED,
    reason:
      'Fields of results have plain values, whether or not they can be null or missing. In lists and maps, a nullable string, number, boolean or time is a `param.Opt`.',
    change: ({ subject, isScalar }, cell) =>
      isScalar === true && (isItem(subject) || isNamed(subject))
        ? breaks(['read', 'fake'])
        : quiet('minor')(cell),
  },
  {
    rules: ['integer-became-number', 'number-became-integer'],
    contexts: SENT,
    reason: '`int64` and `float64` are different types.',
    change: () => breaks(['call']),
  },
  {
    rules: ['integer-became-number', 'number-became-integer'],
    contexts: RECEIVED,
    reason: '`int64` and `float64` are different types.',
    change: () => breaks(['read', 'fake']),
  },
  {
    rules: ['format-added', 'format-removed', 'format-changed'],
    contexts: RECEIVED,
    reason: 'Dates and date-times are `time.Time`; all other strings are `string`.',
    change: ({ formats }) =>
      isTime(formats?.from) === isTime(formats?.to)
        ? undefined
        : { ...breaks(['read', 'fake']), runtime: 'changed' },
  },
  {
    rules: ['format-added', 'format-removed', 'format-changed'],
    contexts: SENT,
    reason: 'Dates and date-times are `time.Time`; all other strings are `string`.',
    change: ({ formats }) => (isTime(formats?.from) === isTime(formats?.to) ? undefined : breaks(['call'])),
  },
  {
    rules: ['type-widened', 'type-narrowed'],
    contexts: SENT,
    reason:
      'A value of several types is a struct with a field for each type, a tuple is a list of any length, and undeclared properties are a field.',
    change: ({ lengths, adjust }, cell) =>
      lengths === true ? quiet('minor')(cell) : adjust?.source?.length === 0 ? undefined : breaks(['call']),
  },
  {
    rules: ['type-widened', 'type-narrowed'],
    contexts: RECEIVED,
    reason:
      'A value of several types is a struct with a field for each type; a tuple is a list of any length.',
    change: (fact, cell) =>
      fact.lengths === true
        ? quiet('minor')(cell)
        : fact.isUndeclared === true
          ? without('fake')(cell)
          : breaks(['read', 'fake']),
  },
  {
    rules: ['property-removed', 'property-renamed'],
    contexts: SENT,
    reason: 'A struct has only its declared fields, even if undeclared properties are accepted.',
    change: ({ adjust }) => (adjust?.runtime === 'repaired' ? undefined : breaks(['call'])),
  },
  {
    rules: ['property-removed', 'property-renamed'],
    contexts: RECEIVED,
    reason: 'A struct has only its declared fields, even if undeclared properties are kept.',
    change: ({ adjust }) => (adjust?.runtime === 'repaired' ? undefined : breaks(['read', 'fake'])),
  },
  {
    rules: ['enum-value-added', 'enum-value-removed', 'enum-opened', 'enum-closed', 'union-member-added'],
    reason:
      'Switches are never exhaustive in Go, and enum types are open. Only the constant of the value disappears.',
    change: ({ rule }, cell) =>
      rule === 'enum-value-removed' ? without('fake')(cell) : without('exhaust', 'fake', 'call')(cell),
  },
  {
    rules: ['enum-value-added', 'enum-opened'],
    contexts: RECEIVED,
    reason: 'Enum types accept any other value too.',
    change: (_fact, cell) => quiet('minor')(cell),
  },
  {
    rules: ['became-enum', 'no-longer-enum'],
    contexts: RECEIVED,
    reason: 'An enum has a named type directly in a result; deeper down it is a string.',
    change: ({ subject, rule }, cell) =>
      isNear(subject)
        ? breaks(rule === 'became-enum' ? ['read', 'fake'] : ['exhaust'])
        : quiet('minor')(cell),
  },
  {
    rules: ['became-enum', 'no-longer-enum'],
    contexts: SENT,
    reason: 'An enum has a named type directly in the arguments; deeper down it is a string.',
    change: ({ subject }, cell) => (isNear(subject) ? breaks(['call']) : quiet('minor')(cell)),
  },
  {
    rules: ['union-member-added', 'union-member-removed'],
    contexts: SENT,
    reason: 'A union is a struct with a field for each member; a single type is not.',
    change: ({ isUnion, rule }) =>
      rule === 'union-member-removed' || isUnion === false ? breaks(['call']) : { source: [] },
  },
  {
    rules: ['union-member-added', 'union-member-removed'],
    contexts: RECEIVED,
    reason: 'A union has the fields of all members and a method for each; a single type is not a union.',
    change: ({ isUnion, rule }, cell) =>
      isUnion === false
        ? breaks(['read', 'fake'])
        : rule === 'union-member-removed'
          ? breaks(['read', 'exhaust'])
          : quiet('minor')(cell),
  },
  {
    rules: [
      'property-added-required',
      'property-no-longer-read-only-required',
      'property-no-longer-write-only',
      'additional-properties-closed',
      'index-signature-removed',
      'enum-value-removed',
      'discriminator-value-changed',
      'constant-changed',
      'constant-added',
      'result-never-empty',
    ],
    contexts: RECEIVED,
    reason: 'A struct literal may omit any field, and a string field accepts any string.',
    change: (_fact, cell) => without('fake')(cell),
  },
  {
    rules: [
      'property-added-required',
      'property-added-required-with-default',
      'parameter-added-required',
      'body-became-required',
    ],
    contexts: ['request', 'parameter', 'api'],
    reason:
      'A struct literal may omit any field. The SDK returns an error for a required field that is not set, before it sends anything.',
    change: (_fact, cell) => without('call')(cell),
  },
  {
    rules: [
      'operation-added',
      'operation-removed',
      'operation-removed-after-sunset',
      'operation-removed-before-sunset',
      'operation-renamed',
      'operation-moved',
      'unwrap-method-added',
      'unwrap-method-removed',
      'webhook-removed',
    ],
    reason: 'The client is a struct, so mocks do not implement its type.',
    // If another method now has the name, its results are of another type.
    change: (fact, cell) => (fact.adjust?.source === undefined ? without('fake')(cell) : undefined),
  },
  {
    rules: ['response-body-added', 'response-body-removed'],
    reason: 'A method without a result returns only an error.',
    change: () => breaks(['call']),
  },
  {
    rules: ['stream-added', 'stream-removed'],
    reason: 'A streaming method has another name: `NewStreaming`.',
    change: () => breaks(['call']),
  },
  {
    rules: ['stream-option-added'],
    reason: 'The stream is a separate method, and its flag is not a field.',
    change: ({ adjust }) => (adjust === undefined ? breaks(['call']) : { source: [] }),
  },
  {
    rules: ['result-may-be-empty', 'result-never-empty'],
    reason: 'A missing result is a nil pointer, as with an error.',
    change: (_fact, cell) => quiet('minor')(cell),
  },
  {
    rules: ['pagination-added'],
    reason: 'A page is another type than the former result.',
    change: ({ adjust }) => breaks(adjust === undefined ? ['name'] : ['read', 'name', 'fake']),
  },
  {
    rules: ['environment-added'],
    reason: 'Each environment is a separate option.',
    change: () => ({ source: [] }),
  },
  {
    rules: ['environment-removed'],
    reason: 'Each environment is a separate option.',
    change: () => ({ source: ['call'] }),
  },
  {
    rules: ['client-option-added-required', 'client-option-became-required', 'client-option-became-optional'],
    reason: 'All options are optional: the first call returns an error if one is missing.',
    change: () => ({ source: [] }),
  },
  {
    rules: ['unwrap-key-changed'],
    reason: 'The key is an argument if no client option has it.',
    change: ({ after }) => ({ source: after === 'none' ? ['call'] : [] }),
  },
  {
    rules: ['error-types-removed'],
    reason: 'The errors of a method have no type of their own; code uses `ErrorBody`.',
    change: (_fact, cell) => quiet('patch')(cell),
  },
  {
    rules: ['error-body-removed', 'error-status-removed'],
    reason: '`ErrorBody` compiles with any type, and finds no body.',
    change: (_fact, { source }) => (source.length > 0 ? { source: [], bump: 'minor' } : undefined),
  },
  {
    rules: ['constant-changed'],
    contexts: SENT,
    reason: 'Constants are sent without being set.',
    change: (_fact, cell) => quiet('minor')(cell),
  },
  {
    rules: ['discriminator-value-changed'],
    contexts: SENT,
    reason:
      'The fields of a union are named after the tags of its members, and switches are never exhaustive.',
    change: (_fact, cell) => without('exhaust')(cell),
  },
  {
    rules: ['tuple-item-added', 'tuple-item-removed'],
    reason: 'A tuple is a list of any length.',
    change: (_fact, cell) => quiet('minor')(cell),
  },
  {
    rules: ['browsers-refused', 'browsers-allowed'],
    reason: 'Go does not run in browsers.',
    change: () => ({ source: [], runtime: 'same', bump: 'patch' }),
  },
];
