/** Where users of the Go SDK feel a change otherwise than the catalogue says, which is about TypeScript. */
import type { Fact } from '../../diff/compare/fact.ts';
import { type Difference, breaks, quiet, without } from '../../diff/rules/difference.ts';
import type { Cell, FactContext } from '../../diff/terms.ts';
import type { Subject } from '../../diff/subject.ts';

const SENT: readonly FactContext[] = ['parameter', 'request'];
const RECEIVED: readonly FactContext[] = ['response'];

const isTime = (format: string | undefined): boolean => format === 'date' || format === 'date-time';

/** A property of a model, of the arguments or of the result themselves: `Pet.size`, not `Pet.owner.size`. */
const isNear = ({ path }: Subject): boolean => path.length <= 1;

/** Optional texts, numbers, booleans and times are `param.Opt`. */
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
      'A text, number, boolean or time that may be left out is a `param.Opt`, while what is required is a plain value. Other types are the same either way; the SDK refuses to send a required value that is not set.',
    change: optionalScalar,
  },
  {
    rules: ['became-nullable', 'no-longer-nullable'],
    contexts: SENT,
    reason:
      'A required text, number, boolean or time that may be null is a `param.Opt`; so is each that may be left out.',
    change: ({ isScalar, omittable }, cell) =>
      isScalar === true && omittable?.before !== true ? breaks(['call']) : quiet('minor')(cell),
  },
  {
    rules: ['became-nullable', 'no-longer-nullable', 'property-became-optional', 'property-became-required'],
    contexts: RECEIVED,
    reason: 'A result holds plain values, whether they may be null, may be missing, or may not.',
    change: (_fact, cell) => quiet('minor')(cell),
  },
  {
    rules: ['integer-became-number', 'number-became-integer'],
    contexts: SENT,
    reason: '`int64` and `float64` are two types.',
    change: () => breaks(['call']),
  },
  {
    rules: ['integer-became-number', 'number-became-integer'],
    contexts: RECEIVED,
    reason: '`int64` and `float64` are two types.',
    change: () => breaks(['read', 'fake']),
  },
  {
    rules: ['format-added', 'format-removed', 'format-changed'],
    contexts: RECEIVED,
    reason: 'A date and a date-time are a `time.Time`, all other texts are a `string`.',
    change: ({ formats }) =>
      isTime(formats?.from) === isTime(formats?.to)
        ? undefined
        : { ...breaks(['read', 'fake']), runtime: 'changed' },
  },
  {
    rules: ['format-added', 'format-removed', 'format-changed'],
    contexts: SENT,
    reason: 'A date and a date-time are a `time.Time`, all other texts are a `string`.',
    change: ({ formats }) => (isTime(formats?.from) === isTime(formats?.to) ? undefined : breaks(['call'])),
  },
  {
    rules: ['type-widened', 'type-narrowed'],
    contexts: SENT,
    reason:
      'A value of several types is a struct with a field for each, a tuple is a list of any length, and undeclared properties of a type are a field.',
    change: ({ lengths, adjust }, cell) =>
      lengths === true ? quiet('minor')(cell) : adjust?.source?.length === 0 ? undefined : breaks(['call']),
  },
  {
    rules: ['type-widened', 'type-narrowed'],
    contexts: RECEIVED,
    reason: 'A value of several types is a struct with a field for each; a tuple is a list of any length.',
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
    reason: 'A struct takes no names but its own, also where undeclared properties are taken.',
    change: ({ adjust }) => (adjust?.runtime === 'repaired' ? undefined : breaks(['call'])),
  },
  {
    rules: ['property-removed', 'property-renamed'],
    contexts: RECEIVED,
    reason: 'A struct takes no names but its own, also where undeclared properties are read.',
    change: ({ adjust }) => (adjust?.runtime === 'repaired' ? undefined : breaks(['read', 'fake'])),
  },
  {
    rules: ['enum-value-added', 'enum-value-removed', 'enum-opened', 'enum-closed', 'union-member-added'],
    reason:
      'No switch is exhaustive in Go, and no list of values is closed. What is gone is the constant of a value.',
    change: ({ rule }, cell) =>
      rule === 'enum-value-removed' ? without('fake')(cell) : without('exhaust', 'fake', 'call')(cell),
  },
  {
    rules: ['enum-value-added', 'enum-opened'],
    contexts: RECEIVED,
    reason: 'Types of values take any other, too.',
    change: (_fact, cell) => quiet('minor')(cell),
  },
  {
    rules: ['became-enum', 'no-longer-enum'],
    contexts: RECEIVED,
    reason: 'Values have a type of their own in what a result holds itself; deeper down they are texts.',
    change: ({ subject, rule }, cell) =>
      isNear(subject)
        ? breaks(rule === 'became-enum' ? ['read', 'fake'] : ['exhaust'])
        : quiet('minor')(cell),
  },
  {
    rules: ['became-enum', 'no-longer-enum'],
    contexts: SENT,
    reason: 'Values have a type of their own in the arguments themselves; deeper down they are texts.',
    change: ({ subject }, cell) => (isNear(subject) ? breaks(['call']) : quiet('minor')(cell)),
  },
  {
    rules: ['union-member-added', 'union-member-removed'],
    contexts: SENT,
    reason: 'A union is a struct with a field for each of its members; a type of its own is none.',
    change: ({ isUnion, rule }) =>
      rule === 'union-member-removed' || isUnion === false ? breaks(['call']) : { source: [] },
  },
  {
    rules: ['union-member-added', 'union-member-removed'],
    contexts: RECEIVED,
    reason: 'A union has the fields of all its members, and a method for each; a type of its own is none.',
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
    reason: 'A literal of a struct may leave out any field, and a text may be any text.',
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
      'A literal of a struct may leave out any field: a required field that is not set is an error of the SDK, before anything is sent.',
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
    reason: 'Nothing implements the type of the client, which is a struct.',
    // Where the name belongs to another method now, its results are of another type.
    change: (fact, cell) => (fact.adjust?.source === undefined ? without('fake')(cell) : undefined),
  },
  {
    rules: ['response-body-added', 'response-body-removed'],
    reason: 'A method without a result gives an error alone.',
    change: () => breaks(['call']),
  },
  {
    rules: ['stream-added', 'stream-removed'],
    reason: 'A method that streams has a name of its own: `NewStreaming`.',
    change: () => breaks(['call']),
  },
  {
    rules: ['stream-option-added'],
    reason: 'The stream is a method of its own, and its flag is no field.',
    change: ({ adjust }) => (adjust === undefined ? breaks(['call']) : { source: [] }),
  },
  {
    rules: ['result-may-be-empty', 'result-never-empty'],
    reason: 'A result that may be missing is a nil pointer, as that of an error is.',
    change: (_fact, cell) => quiet('minor')(cell),
  },
  {
    rules: ['pagination-added'],
    reason: 'A page is a type of its own, and no longer the result that code has the type of.',
    change: ({ adjust }) => breaks(adjust === undefined ? ['name'] : ['read', 'name', 'fake']),
  },
  {
    rules: ['environment-added'],
    reason: 'An environment is an option of its own.',
    change: () => ({ source: [] }),
  },
  {
    rules: ['environment-removed'],
    reason: 'An environment is an option of its own.',
    change: () => ({ source: ['call'] }),
  },
  {
    rules: ['client-option-added-required', 'client-option-became-required', 'client-option-became-optional'],
    reason: 'Every option may be left out: the first call says what is missing.',
    change: () => ({ source: [] }),
  },
  {
    rules: ['unwrap-key-changed'],
    reason: 'The key is an argument where no option has it.',
    change: ({ after }) => ({ source: after === 'none' ? ['call'] : [] }),
  },
  {
    rules: ['error-types-removed'],
    reason: 'There is no type for the errors of a method: code asks with `ErrorBody`.',
    change: (_fact, cell) => quiet('patch')(cell),
  },
  {
    rules: ['error-body-removed', 'error-status-removed'],
    reason: '`ErrorBody` takes any type, and finds none.',
    change: (_fact, { source }) => (source.length > 0 ? { source: [], bump: 'minor' } : undefined),
  },
  {
    rules: ['constant-changed'],
    contexts: SENT,
    reason: 'What is always the same is sent without being set.',
    change: (_fact, cell) => quiet('minor')(cell),
  },
  {
    rules: ['discriminator-value-changed'],
    contexts: SENT,
    reason: 'The fields of a union are called by the tags of its members; no switch is exhaustive.',
    change: (_fact, cell) => without('exhaust')(cell),
  },
  {
    rules: ['tuple-item-added', 'tuple-item-removed'],
    reason: 'A tuple is a list, of any length.',
    change: (_fact, cell) => quiet('minor')(cell),
  },
  {
    rules: ['browsers-refused', 'browsers-allowed'],
    reason: 'Go does not run in browsers.',
    change: () => ({ source: [], runtime: 'same', bump: 'patch' }),
  },
];
