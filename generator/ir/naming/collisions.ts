/**
 * Resolves collisions: two methods with the same name in a resource, or a method named like a subresource.
 * They are distinguished by the words in which their paths and texts differ.
 */
import { singular, snake } from '../../lib/words.ts';
import type { ReportContext } from '../context.ts';
import { plainId } from './parameter-name.ts';
import { identifierWords, saidOf } from './phrase.ts';
import { type Route, shapeOf } from './route.ts';
import { routesOf } from './segments.ts';
import type { Placement } from './types.ts';
import { CREATING, PLAIN, PREPOSITIONS, isVerb } from './verbs.ts';

/**
 * Returns placements with distinct calls. Those named by the config, a hint or a
 * sample keep their name where possible.
 */
export function resolveCollisions(
  context: ReportContext,
  placements: readonly Placement[],
  resources: Iterable<readonly string[]>,
): readonly Placement[] {
  const children = new Set<string>();
  for (const resource of [...placements.map((placement) => placement.resource), ...resources]) {
    for (let length = 1; length <= resource.length; length += 1)
      children.add(resource.slice(0, length).join('.'));
  }
  const routes = routesOf(placements.map((placement) => placement.operation));
  const versions = new Map(routes.map((route) => [route.operation.id, route.versions]));
  const taken = new Map<string, Placement>();
  const result = new Map<Placement, Placement>();
  const rank = ranker(routes);
  for (const placement of [...placements].sort((a, b) => rank(a) - rank(b))) {
    const isFree = (key: string) => {
      const call = callOf(placement.resource, key);
      return !taken.has(call) && !(children.has(call) && isChosenHere(placement));
    };
    const rival = taken.get(callOf(placement.resource, placement.key));
    const versionsOf = (item: Placement | undefined) => versions.get(item?.operation.id ?? '') ?? [];
    const key = isFree(placement.key)
      ? placement.key
      : [
          ...spoken(placement),
          ...candidates(placement, rival, {
            versions: versionsOf(placement),
            otherVersions: versionsOf(rival),
          }),
        ].find(isFree);
    const settled = { ...placement, key: key ?? numbered(placement.key, isFree) };
    if (settled.key !== placement.key) {
      context.report(
        'method-name-collision',
        {
          call: [...placement.resource, placement.key].join('.'),
          renamed: [...placement.resource, settled.key].join('.'),
          operation: placement.operation.id,
          other: rival?.operation.id ?? 'a resource',
          entry: entryOf(settled),
        },
        placement.operation.place.origin,
        rival && [{ message: 'the operation that keeps the name', origin: rival.operation.place.origin }],
      );
    }
    taken.set(callOf(settled.resource, settled.key), settled);
    result.set(placement, settled);
  }
  return placements.map((placement) => result.get(placement) ?? placement);
}

/**
 * The config entry that would name the method, as a path of keys:
 * `resources.cats.subresources.events.methods.list_all: get /cats/events`.
 */
const entryOf = ({ resource, key, operation }: Placement): string =>
  `resources.${[resource.length === 0 ? '$client' : resource.join('.subresources.'), 'methods', key].join('.')}: ${operation.id}`;

/** The same string for names that are equal apart from casing. */
const callOf = (resource: readonly string[], key: string): string =>
  [...resource, snake(key) || key].join('.');

const isChosenHere = (placement: Placement): boolean => placement.provenance.rule === 'default';

const RULES: readonly Placement['provenance']['rule'][] = [
  'config',
  'x-stainless',
  'x-speakeasy',
  'x-fern',
  'sample',
  'default',
];

/**
 * Ranks placements: stronger naming rules first, then paths that others extend (`/tools` before
 * `/tools/{id}`), then those nearest to a single item.
 */
function ranker(routes: readonly Route[]): (placement: Placement) => number {
  const extended = new Set<string>();
  for (const { segments } of routes)
    for (let length = 0; length < segments.length; length += 1)
      extended.add(shapeOf(segments.slice(0, length)));
  const shapes = new Map(routes.map((route) => [route.operation.id, shapeOf(route.segments)]));
  // `/{type}/{id}/documents` is another route to what `/documents` names.
  const indirect = new Set(
    routes.filter(({ segments }) => segments[0]?.kind === 'parameter').map((route) => route.operation.id),
  );
  return ({ operation, provenance }) =>
    (indirect.has(operation.id) ? 3_000 : 0) +
    RULES.indexOf(provenance.rule) * 10_000 +
    (operation.path.fragment === undefined && operation.path.fixedQuery.length === 0 ? 0 : 4_000) +
    (extended.has(shapes.get(operation.id) ?? '') ? 0 : 2_000) +
    Math.min(operation.path.names.length, 900) * (operation.path.parts.at(-1)?.kind === 'parameter' ? 1 : -1);
}

/**
 * The action in the document's own words, without those of the resource:
 * `upload_content` for the POST beside `content`.
 */
function spoken({ operation, key }: Placement): readonly string[] {
  if (operation.verb === 'patch' && key === 'update') return ['patch'];
  const stated = saidOf(operation, []);
  if (
    stated === undefined ||
    (PLAIN.has(stated.verb) && !CREATING.has(stated.verb)) ||
    key.split('_').includes(stated.verb) ||
    isVerb(key)
  )
    return [];
  return isVerb(key.split('_')[0] ?? '') ? [] : [`${stated.verb}_${key}`];
}

interface ApiVersions {
  readonly versions: readonly string[];
  readonly otherVersions: readonly string[];
}

function candidates(
  placement: Placement,
  other: Placement | undefined,
  { versions, otherVersions }: ApiVersions,
): readonly string[] {
  const { operation, key, resource } = placement;
  const options: string[] = [];
  const fragment = snake(operation.path.fragment ?? '');
  if (fragment !== '')
    options.push(...(isVerb(fragment.split('_')[0] ?? '') ? [fragment] : []), `${key}_${fragment}`);
  for (const { name } of operation.path.fixedQuery) options.push(`${key}_${snake(name)}`);
  if (versions[0] !== undefined && versions.join() !== otherVersions.join())
    options.push(`${key}_${versions[0]}`);
  const words = new Set(resource.flatMap((part) => part.split('_')).map(singular));
  const stated = identifierWords(operation).filter((word) => !words.has(singular(word)));
  const extra = operation.path.names.at(-1);
  const foreign = other?.operation.path.names.at(-1);
  if (extra !== undefined && extra !== foreign)
    options.push(`${key}_by_${plainId(extra, resource.at(-1) ?? '')}`);
  if (stated.length > 1 && stated.length <= 4 && !PREPOSITIONS.has(stated.at(-1) ?? ''))
    options.push(stated.join('_'));
  if (operation.path.names.length < (other?.operation.path.names.length ?? 0)) options.push(`${key}_all`);
  if (operation.operationId !== undefined) options.push(snake(operation.operationId));
  options.push(
    `${key}_${snake(operation.path.path)}`,
    `${key}_${operation.verb}_${snake(operation.pathKey)}`,
  );
  return options.filter((option) => option !== '' && !option.endsWith('_'));
}

/** The last resort, for operations that differ only in characters that a name cannot hold. */
function numbered(key: string, isFree: (key: string) => boolean): string {
  let count = 2;
  while (!isFree(`${key}_${count}`)) count += 1;
  return `${key}_${count}`;
}
