import {
  cell,
  grows,
  harmless,
  loosens,
  promisesMore,
  refusesCallers,
  rejectedAtRuntime,
  rules,
  surprisesReaders,
} from './rule.ts';

const deadBranches = cell('ok', ['exhaust', 'fake'], 'same', 'minor');

/** Rules about properties of an object. */
export const propertyRules = rules('property', {
  'property-added-optional': {
    title: 'optional property added',
    mirror: 'property-removed',
    cells: { request: grows, response: grows },
  },
  'property-added-required': {
    title: 'required property added',
    mirror: 'property-removed',
    cells: { request: refusesCallers, response: promisesMore },
    mitigation: 'Make it optional in requests, or split the request type from the response type.',
  },
  'property-added-required-with-default': {
    title: 'required property with a default added',
    mirror: 'property-removed',
    cells: { request: refusesCallers, response: promisesMore },
    mitigation: 'Leave it out of `required`: the default already says what happens without it.',
  },
  'property-removed': {
    title: 'property removed',
    mirror: 'property-added-optional',
    cells: { request: cell('ignored', ['call'], 'changed', 'major'), response: surprisesReaders },
    mitigation: 'Deprecate it first and keep sending it.',
  },
  'property-renamed': {
    title: 'property renamed',
    mirror: 'self',
    cells: { request: cell('ignored', ['call'], 'changed', 'major'), response: surprisesReaders },
    mitigation: 'Send and take the old name beside the new one until deployed versions are gone.',
  },
  'property-became-required': {
    title: 'property became required',
    mirror: 'property-became-optional',
    cells: { request: refusesCallers, response: promisesMore },
  },
  'property-became-optional': {
    title: 'property became optional',
    mirror: 'property-became-required',
    cells: { request: loosens, response: cell('break', ['read'], 'changed', 'major') },
  },
  'property-became-read-only': {
    title: 'property became read-only',
    mirror: 'property-no-longer-read-only',
    cells: { request: cell('ignored', ['call'], 'changed', 'major'), response: harmless },
  },
  'property-no-longer-read-only': {
    title: 'property is no longer read-only',
    mirror: 'property-became-read-only',
    cells: { request: grows, response: harmless },
  },
  'property-no-longer-read-only-required': {
    title: 'required property is no longer read-only',
    mirror: 'property-became-read-only',
    cells: { request: cell('depends', ['call'], 'rejected', 'major'), response: harmless },
  },
  'property-became-write-only': {
    title: 'property became write-only',
    mirror: 'property-no-longer-write-only',
    cells: { request: harmless, response: cell('depends', ['read', 'fake'], 'changed', 'major') },
  },
  'property-no-longer-write-only': {
    title: 'property is no longer write-only',
    mirror: 'property-became-write-only',
    cells: { request: harmless, response: promisesMore },
  },
  'index-signature-added': {
    title: 'undeclared properties became part of the type',
    mirror: 'index-signature-removed',
    cells: { request: loosens, response: cell('ok', ['type-level'], 'same', 'minor') },
  },
  'index-signature-removed': {
    title: 'undeclared properties left the type',
    mirror: 'index-signature-added',
    cells: {
      request: cell('ok', ['call'], 'same', 'major'),
      response: cell('ok', ['read', 'fake'], 'same', 'major'),
    },
  },
  'additional-properties-closed': {
    title: 'undeclared properties are now refused',
    mirror: 'additional-properties-opened',
    cells: { request: refusesCallers, response: cell('ok', ['read', 'fake'], 'same', 'major') },
  },
  'additional-properties-opened': {
    title: 'undeclared properties are now allowed',
    mirror: 'additional-properties-closed',
    cells: { request: loosens, response: cell('depends', ['type-level'], 'same', 'minor') },
  },
  'pattern-property-added': {
    title: 'properties of a name pattern restricted',
    mirror: 'pattern-property-removed',
    cells: { request: rejectedAtRuntime, response: harmless },
  },
  'pattern-property-removed': {
    title: 'restriction of a name pattern removed',
    mirror: 'pattern-property-added',
    cells: { request: grows, response: cell('break', [], 'changed', 'minor') },
  },
});

/** Rules about types and values. */
export const typeRules = rules('type', {
  'type-changed': {
    title: 'type changed',
    mirror: 'self',
    cells: {
      parameter: refusesCallers,
      request: refusesCallers,
      response: surprisesReaders,
      header: cell('break', [], 'changed', 'minor'),
    },
    mitigation: 'Add a new property beside the old one.',
  },
  'type-widened': {
    title: 'type widened',
    mirror: 'type-narrowed',
    cells: {
      parameter: loosens,
      request: loosens,
      response: cell('break', ['read', 'exhaust'], 'changed', 'major'),
      header: cell('break', [], 'changed', 'minor'),
    },
  },
  'type-narrowed': {
    title: 'type narrowed',
    mirror: 'type-widened',
    cells: {
      parameter: refusesCallers,
      request: refusesCallers,
      response: cell('ok', ['exhaust', 'fake'], 'same', 'minor'),
      header: harmless,
    },
  },
  'integer-became-number': {
    title: 'wider kind of number',
    mirror: 'number-became-integer',
    cells: {
      parameter: grows,
      request: grows,
      response: cell('break', [], 'changed', 'minor'),
      header: cell('break', [], 'changed', 'minor'),
    },
  },
  'number-became-integer': {
    title: 'narrower kind of number',
    mirror: 'integer-became-number',
    cells: { parameter: rejectedAtRuntime, request: rejectedAtRuntime, response: harmless, header: harmless },
  },
  'text-form-changed': {
    title: 'type changed, the text on the wire may stay',
    mirror: 'self',
    cells: { parameter: cell('depends', ['call'], 'changed', 'major'), header: harmless },
  },
  'format-changed': {
    title: 'format replaced',
    mirror: 'self',
    cells: {
      parameter: rejectedAtRuntime,
      request: rejectedAtRuntime,
      response: cell('break', [], 'changed', 'minor'),
      header: cell('break', [], 'changed', 'minor'),
    },
  },
  'format-added': {
    title: 'format demanded',
    mirror: 'format-removed',
    cells: { parameter: rejectedAtRuntime, request: rejectedAtRuntime, response: harmless, header: harmless },
  },
  'format-removed': {
    title: 'format no longer promised',
    mirror: 'format-added',
    cells: { parameter: grows, request: grows, response: harmless, header: harmless },
  },
  'became-nullable': {
    title: 'null became possible',
    mirror: 'no-longer-nullable',
    cells: {
      parameter: loosens,
      request: loosens,
      response: cell('break', ['read', 'exhaust'], 'changed', 'major'),
      header: cell('break', [], 'changed', 'minor'),
    },
  },
  'no-longer-nullable': {
    title: 'null is no longer possible',
    mirror: 'became-nullable',
    cells: { parameter: refusesCallers, request: refusesCallers, response: promisesMore, header: harmless },
  },
  'enum-value-added': {
    title: 'enum value added',
    mirror: 'enum-value-removed',
    cells: {
      parameter: cell('ok', ['exhaust'], 'same', 'minor'),
      request: cell('ok', ['exhaust'], 'same', 'minor'),
      response: cell('depends', ['exhaust'], 'changed', 'major'),
      header: cell('depends', [], 'changed', 'minor'),
    },
    mitigation:
      'Declare the enum open (a second member `type: string`, or `x-extensible-enum`): later values are then minor.',
  },
  'enum-value-removed': {
    title: 'enum value removed',
    mirror: 'enum-value-added',
    cells: { parameter: refusesCallers, request: refusesCallers, response: deadBranches, header: harmless },
  },
  'became-enum': {
    title: 'values restricted to a list',
    mirror: 'no-longer-enum',
    cells: { parameter: refusesCallers, request: refusesCallers, response: deadBranches, header: harmless },
  },
  'no-longer-enum': {
    title: 'values no longer restricted to a list',
    mirror: 'became-enum',
    cells: {
      parameter: cell('ok', ['exhaust'], 'same', 'minor'),
      request: cell('ok', ['exhaust'], 'same', 'minor'),
      response: cell('depends', ['exhaust'], 'changed', 'major'),
      header: cell('depends', [], 'changed', 'minor'),
    },
  },
  'enum-opened': {
    title: 'enum became open',
    mirror: 'enum-closed',
    cells: {
      parameter: cell('ok', ['exhaust'], 'same', 'minor'),
      request: cell('ok', ['exhaust'], 'same', 'minor'),
      response: cell('ok', ['exhaust'], 'same', 'major'),
      header: harmless,
    },
  },
  'enum-closed': {
    title: 'enum became closed',
    mirror: 'enum-opened',
    cells: { parameter: refusesCallers, request: refusesCallers, response: deadBranches, header: harmless },
  },
  'constant-changed': {
    title: 'fixed value replaced',
    mirror: 'self',
    cells: {
      parameter: cell('break', ['call', 'exhaust'], 'rejected', 'major'),
      request: cell('break', ['call', 'exhaust'], 'rejected', 'major'),
      response: cell('break', ['exhaust', 'fake'], 'changed', 'major'),
      header: cell('break', [], 'changed', 'minor'),
    },
  },
  'constant-added': {
    title: 'value fixed',
    mirror: 'constant-removed',
    cells: { parameter: refusesCallers, request: refusesCallers, response: deadBranches, header: harmless },
  },
  'constant-removed': {
    title: 'value no longer fixed',
    mirror: 'constant-added',
    cells: {
      parameter: cell('ok', ['exhaust'], 'same', 'minor'),
      request: cell('ok', ['exhaust'], 'same', 'minor'),
      response: cell('break', ['exhaust'], 'changed', 'major'),
      header: cell('break', [], 'changed', 'minor'),
    },
  },
  'union-member-added': {
    title: 'union member added',
    mirror: 'union-member-removed',
    cells: {
      parameter: cell('ok', ['exhaust'], 'same', 'minor'),
      request: cell('ok', ['exhaust'], 'same', 'minor'),
      response: cell('break', ['exhaust'], 'changed', 'major'),
      header: cell('break', [], 'changed', 'minor'),
    },
  },
  'union-member-removed': {
    title: 'union member removed',
    mirror: 'union-member-added',
    cells: { parameter: refusesCallers, request: refusesCallers, response: deadBranches, header: harmless },
  },
  'discriminator-changed': {
    title: 'discriminator changed',
    mirror: 'self',
    cells: { parameter: harmless, request: harmless, response: harmless },
  },
  'discriminator-value-changed': {
    title: 'tag of a union member changed',
    mirror: 'self',
    cells: {
      parameter: cell('break', ['call', 'exhaust'], 'rejected', 'major'),
      request: cell('break', ['call', 'exhaust'], 'rejected', 'major'),
      response: cell('break', ['exhaust', 'fake'], 'changed', 'major'),
    },
    mitigation: 'Go on sending and taking the old value, as a further entry of the mapping.',
  },
  'union-members-overlap': {
    title: 'members of a oneOf no longer exclude each other',
    mirror: 'self',
    cells: { parameter: rejectedAtRuntime, request: rejectedAtRuntime, response: harmless },
    mitigation: 'Write `anyOf`, or keep in `required` what tells the members apart.',
  },
  'tuple-item-added': {
    title: 'position added to a tuple',
    mirror: 'tuple-item-removed',
    cells: { parameter: loosens, request: loosens, response: cell('break', ['read'], 'changed', 'major') },
  },
  'tuple-item-removed': {
    title: 'position removed from a tuple',
    mirror: 'tuple-item-added',
    cells: {
      parameter: refusesCallers,
      request: refusesCallers,
      response: cell('ok', ['read', 'fake'], 'same', 'minor'),
    },
  },
  'default-added': {
    title: 'default added',
    mirror: 'default-removed',
    cells: {
      parameter: cell('silent', [], 'silent', 'minor'),
      request: harmless,
      response: harmless,
      header: harmless,
    },
  },
  'default-removed': {
    title: 'default removed',
    mirror: 'default-added',
    cells: {
      parameter: cell('silent', [], 'silent', 'minor'),
      request: harmless,
      response: harmless,
      header: harmless,
    },
  },
  'default-changed': {
    title: 'default changed',
    mirror: 'self',
    cells: {
      parameter: cell('silent', [], 'silent', 'minor'),
      request: harmless,
      response: harmless,
      header: harmless,
    },
  },
});

const promiseBroken = cell('break', [], 'changed', 'minor');
const maybeRejected = cell('depends', [], 'rejected', 'minor');

/** Rules about assertions that TypeScript cannot express. */
export const constraintRules = rules('constraint', {
  'limit-tightened': {
    title: 'limit tightened',
    mirror: 'limit-relaxed',
    cells: { parameter: rejectedAtRuntime, request: rejectedAtRuntime, response: harmless, header: harmless },
  },
  'limit-relaxed': {
    title: 'limit relaxed',
    mirror: 'limit-tightened',
    cells: { parameter: grows, request: grows, response: promiseBroken, header: promiseBroken },
  },
  'limit-set': {
    title: 'limit set',
    mirror: 'limit-removed',
    cells: { parameter: maybeRejected, request: maybeRejected, response: harmless, header: harmless },
  },
  'limit-removed': {
    title: 'limit removed',
    mirror: 'limit-set',
    cells: { parameter: grows, request: grows, response: promiseBroken, header: promiseBroken },
  },
  'pattern-added': {
    title: 'pattern demanded',
    mirror: 'pattern-removed',
    cells: { parameter: rejectedAtRuntime, request: rejectedAtRuntime, response: harmless, header: harmless },
  },
  'pattern-changed': {
    title: 'pattern replaced',
    mirror: 'self',
    cells: {
      parameter: maybeRejected,
      request: maybeRejected,
      response: cell('depends', [], 'same', 'patch'),
      header: cell('depends', [], 'same', 'patch'),
    },
  },
  'pattern-generalized': {
    title: 'pattern now matches anything',
    mirror: 'pattern-added',
    cells: {
      parameter: grows,
      request: grows,
      response: cell('depends', [], 'same', 'patch'),
      header: cell('depends', [], 'same', 'patch'),
    },
  },
  'pattern-removed': {
    title: 'pattern no longer promised',
    mirror: 'pattern-added',
    cells: {
      parameter: grows,
      request: grows,
      response: cell('depends', [], 'same', 'patch'),
      header: cell('depends', [], 'same', 'patch'),
    },
  },
  'assertion-added': {
    title: 'condition added',
    mirror: 'assertion-removed',
    cells: { parameter: rejectedAtRuntime, request: rejectedAtRuntime, response: harmless, header: harmless },
  },
  'assertion-removed': {
    title: 'condition removed',
    mirror: 'assertion-added',
    cells: { parameter: grows, request: grows, response: promiseBroken, header: promiseBroken },
  },
  'assertion-tightened': {
    title: 'condition tightened',
    mirror: 'assertion-relaxed',
    cells: { parameter: rejectedAtRuntime, request: rejectedAtRuntime, response: harmless, header: harmless },
  },
  'assertion-relaxed': {
    title: 'condition relaxed',
    mirror: 'assertion-tightened',
    cells: { parameter: grows, request: grows, response: promiseBroken, header: promiseBroken },
  },
  'assertion-changed': {
    title: 'condition changed',
    mirror: 'self',
    cells: {
      parameter: rejectedAtRuntime,
      request: rejectedAtRuntime,
      response: promiseBroken,
      header: promiseBroken,
    },
  },
  'encoding-changed': {
    title: 'content encoding or media type of a text changed',
    mirror: 'self',
    cells: {
      parameter: rejectedAtRuntime,
      request: rejectedAtRuntime,
      response: promiseBroken,
      header: promiseBroken,
    },
  },
});
