/**
 * Which of our rules speak of what a named check of the cases looks at. A check is told by its name:
 * direction, place, topic.
 */
import type { Change, Direction } from '../../generator/diff/types.ts';

/** Topic of a check's name → our rules. The first that fits the name counts. */
const TOPICS: readonly (readonly [name: RegExp, rules: RegExp])[] = [
  [/^APIAdded/, /^operation-added$/],
  [/^APIComponentsSecurity/, /^security-scheme/],
  [/^APIDeprecation/, /^(deprecated|reactivated|sunset-|stability-)/],
  [/^APIOperationId/, /^operation-(id-changed|renamed|moved)$/],
  [/^APIRemoved/, /^(operation-removed|path-changed|verb-changed)/],
  [/^APISecurityUpdated/, /^security-(?!scheme)/],
  [/^APISunsetChanged/, /^sunset-/],
  [/^NewRequestNonPath/, /^parameter-added/],
  [/BodyMediaTypeChanged|MediaTypeUpdated/, /^(request|response)-media-type-(added|removed|replaced)$/],
  [/MediaTypeName/, /^response-media-type-/],
  [/BodyRequired/, /^body-became/],
  [/Discriminator/, /^discriminator/],
  [/BecameEnum/, /^(became-enum|no-longer-enum)$/],
  [/DefaultValue/, /^default-/],
  [/Deprecation/, /^(deprecated|reactivated|sunset-)/],
  [/Sunset/, /^sunset-/],
  [/ParameterRemoved/, /^parameter-removed/],
  [/RequiredValueUpdated/, /^parameter-became/],
  [/Enum/, /^(enum-|constant-)/],
  [/ListOfTypes/, /^(type-|integer-became|number-became|union-member)/],
  [
    /MaxItems|MinItems|MaxLength|MinLength|MaxSet|MinSet|MaxUpdated|MinUpdated|MaxDecreased|MinIncreased|MinDecreased/,
    /^(limit|assertion)-/,
  ],
  [/PatternProperties/, /^(pattern-property|type-)/],
  [/Pattern/, /^pattern-(?!property)/],
  [/AllOf/, /^(property-added|property-removed|type-|union-member|became-|intersection|limit-|assertion)/],
  [/AnyOf|OneOf/, /^(union-member|type-|enum-|object-)/],
  [/Nullable/, /nullable$/],
  [/Const/, /^(constant|enum-|became-enum|no-longer-enum)/],
  [/Contains|Content|Dependent|IfUpdated|Unevaluated|PropertyNames/, /^(assertion-|encoding-|limit-)/],
  [/WriteOnlyReadOnly/, /(read|write)-only/],
  [/PrefixItems/, /^(tuple-|type-)/],
  [/RequiredUpdated|BecameOptional|BecameRequired/, /^property-(became|no-longer-read-only-required)/],
  [
    /TypeChanged/,
    /^(type-|integer-became|number-became|format-|text-form|no-longer-enum|became-enum|union-member)/,
  ],
  [/PropertyUpdated/, /^(property-(added|removed)|assertion-changed)/],
  [/Status/, /-status-|^response-body-removed$/],
  [/Webhook/, /^webhook-/],
];

const directionOf = (check: string): Direction | undefined =>
  /^(New)?Request/.test(check) ? 'request' : check.startsWith('Response') ? 'response' : undefined;

/** Whether the change is one that the check looks at, and what it means in the check's direction. */
export function wireFor(change: Change, check: string): Change['wire'] | undefined {
  const topic = TOPICS.find(([name]) => name.test(check));
  if (topic === undefined) throw new Error(`No topic fits the check ${check}.`);
  if (!topic[1].test(change.rule)) return undefined;
  const direction = directionOf(check);
  if (direction === undefined) return change.wire;
  const where = change.reach.flatMap((one) => one.where);
  const inParameter = where.some((one) => ['path', 'query', 'header', 'cookie'].includes(one));
  if (/^(New)?RequestNonPath|^RequestParameter|^NewRequest/.test(check))
    return inParameter ? (change.byDirection?.request.wire ?? change.wire) : undefined;
  if (change.directions.length === 0) {
    const side = where.some((one) => one.startsWith('response') || one === 'result' || one === 'payload')
      ? 'response'
      : 'request';
    return side === direction ? change.wire : undefined;
  }
  if (!change.directions.includes(direction)) return undefined;
  if (
    direction === 'request' &&
    check.startsWith('RequestProperty') &&
    where.length > 0 &&
    where.every((one) => ['path', 'query', 'header', 'cookie'].includes(one))
  )
    return undefined;
  return change.byDirection?.[direction].wire ?? change.wire;
}
