/**
 * Default names for operations that no other source names: the static path segments form the
 * resource tree, and the HTTP method and the last segment form the method name. operationId and
 * summary help where these are not enough.
 */
import { byCodeUnit } from '../../lib/order.ts';
import { singular, snake } from '../../lib/words.ts';
import { wordsAt } from '../read.ts';
import type { Operation } from '../operations/collect.ts';
import { action, isAction } from './action.ts';
import { ofLink } from './lone.ts';
import { withObject } from './objects.ts';
import { type Phrase, firstSaid, identifierWords, phraseOf, saidOf, titleOf } from './phrase.ts';
import { plainId } from './parameter-name.ts';
import { type Route, type Segment, shapeOf, staticKeys } from './route.ts';
import { routesOf } from './segments.ts';
import {
  type DefaultName,
  type Surroundings,
  compact,
  isOneThing,
  isPluralFor,
  isPluralKey,
} from './surroundings.ts';
import {
  ASKING,
  CHANGING,
  CREATING,
  READING,
  isCommand,
  isDestroying,
  isGettable,
  isPureVerb,
  isVerb,
} from './verbs.ts';

/** Default names of `wanted`. All `operations` of the document help decide what a resource is. */
export function nameByDefault(
  operations: readonly Operation[],
  wanted: readonly Operation[],
  { habits, shapeOf: shape }: Pick<Surroundings, 'habits' | 'shapeOf'>,
): ReadonlyMap<string, DefaultName> {
  const routes = routesOf(operations);
  const verbs = new Map<string, Set<string>>();
  const extended = new Set<string>();
  const below = new Map<string, Route[]>();
  const ends = new Map<string, Set<string>>();
  const twins = new Map<string, Route[]>();
  const tags = new Map<string, Set<string>>();
  for (const route of routes) {
    const { operation, segments } = route;
    const key = shapeOf(segments);
    const here = verbs.get(key) ?? new Set<string>();
    if (!['head', 'options', 'trace'].includes(operation.verb)) here.add(operation.verb);
    verbs.set(key, here);
    gather(twins, `${operation.verb} ${key}`, route);
    const place = staticKeys(segments).join('.');
    ends.set(place, (ends.get(place) ?? new Set<string>()).add(key));
    for (let length = 0; length < segments.length; length += 1) {
      extended.add(shapeOf(segments.slice(0, length)));
      const holder = staticKeys(segments.slice(0, length)).join('.');
      gather(below, holder, route);
    }
    const tag = operation.tags[0];
    if (tag !== undefined)
      tags.set(tag, (tags.get(tag) ?? new Set<string>()).add(shapeOf(segments.slice(0, 1))));
  }
  const tops = new Set(
    routes.flatMap(({ segments }) => (segments[0]?.kind === 'static' ? [segments[0].key] : [])),
  );
  const around: Surroundings = {
    routes: new Map(routes.map((route) => [route.operation.id, route])),
    verbs,
    extended,
    held: new Set(below.keys()),
    below,
    ends,
    twins: new Map([...twins].map(([call, all]) => [call, all.sort(byPlainness)])),
    tags,
    tops,
    habits,
    shapeOf: shape,
  };
  return new Map(
    wanted.map((operation) => [
      operation.id,
      explained(
        variant(operation, destroying(operation, named(operation)), around),
        around.routes.get(operation.id),
      ),
    ]),
  );

  function named(operation: Operation): DefaultName {
    return withObject(
      operation,
      nameOne(operation, around),
      around.routes.get(operation.id)?.segments ?? [],
      around,
    );
  }
}

/** The lists are modified in place, because they grow with the document. */
function gather(lists: Map<string, Route[]>, key: string, route: Route): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [route]);
  else list.push(route);
}

const explained = (name: DefaultName, route: Route | undefined): DefaultName =>
  route?.why === undefined ? name : { ...name, detail: `${name.detail}; ${route.why}` };

/**
 * `/files#archive` and `/files?beta=true` beside `/files`, or `/notes/{name}` beside
 * `/notes/{id}`: names them by what differs.
 */
function variant(
  { id, verb, path }: Operation,
  name: DefaultName,
  { routes, twins }: Surroundings,
): DefaultName {
  const own = routes.get(id);
  const peers = own === undefined ? [] : (twins.get(`${verb} ${shapeOf(own.segments)}`) ?? []);
  // Methods named by their operationId alone are distinguished by it already.
  if (peers.length < 2 || name.resource.length === 0) return name;
  const reported = (key: string, what: string): DefaultName => ({
    ...name,
    key,
    detail: `${name.detail}; ${what} tells it from ${peers[0]?.operation.id ?? ''}`,
  });
  const added = addedTo(path);
  if (added !== '')
    return reported(
      STANDARD.has(name.key) && isVerb(added.split('_')[0] ?? '') ? added : `${name.key}_${added}`,
      added,
    );
  const plain = peers.filter((peer) => addedTo(peer.operation.path) === '');
  const parameter = path.names.at(-1);
  const isTold =
    new Set(plain.map((route) => route.operation.path.names.at(-1))).size === plain.length &&
    new Set(plain.map((route) => route.versions.join())).size === 1;
  if (parameter === undefined || !isTold || plain[0]?.operation.id === id) return name;
  return reported(`${name.key}_by_${plainId(parameter, name.resource.at(-1) ?? '')}`, parameter);
}

/** The words that a path key adds beyond its path. */
const addedTo = (path: Operation['path']): string =>
  [snake(path.fragment ?? ''), ...path.fixedQuery.map((item) => snake(item.name))]
    .filter((name) => name !== '')
    .join('_');

/** Plain paths first, then those that end in a parameter. */
const byPlainness = (route: Route, other: Route): number =>
  plainness(route) - plainness(other) || byCodeUnit(route.operation.id, other.operation.id);
const plainness = ({ operation: { path } }: Route): number =>
  (addedTo(path) === '' ? 0 : 2) + (/(?:^|_)(?:id|token|uuid)$/.test(snake(path.names.at(-1) ?? '')) ? 0 : 1);

const STANDARD = new Set(['create', 'retrieve', 'get', 'update', 'replace', 'set', 'list', 'delete']);

/** A method that destroys something has that in its name. */
function destroying(operation: Operation, name: DefaultName): DefaultName {
  const words = name.key.split('_');
  if (operation.verb !== 'delete' || isDestroying(words[0] ?? '')) return name;
  if (words[0] === 'mark' && isDestroying(words.at(-1) ?? '')) return name;
  const at = words.findIndex(isDestroying);
  return {
    ...name,
    key: at > 0 ? words.slice(at).join('_') : `delete_${name.key}`,
    detail: `${name.detail}, and it is deleted`,
  };
}

/** The route of an operation never changes, so it is kept for the resolution of collisions. */
function nameOne(operation: Operation, around: Surroundings): DefaultName {
  const route = around.routes.get(operation.id);
  const segments = route?.segments ?? [];
  const keys = staticKeys(segments);
  const last = segments.at(-1);
  if (last === undefined || keys.length === 0) return ofRoot(operation);
  if (last.kind === 'parameter') return onItem(operation, segments, around);
  const before = segments.slice(0, -1);
  if (keys.length === 1 && segments.length === 1 && !around.extended.has(last.key) && isRemoteCall(last.key))
    return ofRemoteCall(operation, last.key);
  const grouped = ofTag(operation, segments, around);
  if (grouped !== undefined) return grouped;
  if (segments.length === 1 && !around.extended.has(last.key) && isCommandAlone(operation, last.key, around))
    return { resource: [], key: last.key, detail: `the path is the command ${last.key}` };
  if (isAction(operation, segments, around)) return action(operation, before, last, around);
  return onCollection(operation, segments, around);
}

/** `POST /logout`, `GET /ping`: a command without an object. */
const isCommandAlone = (operation: Operation, key: string, around: Surroundings): boolean =>
  key !== 'search' &&
  !key.includes('_') &&
  around.verbs.get(key)?.size === 1 &&
  (operation.verb === 'get' ? isGettable(key) : isCommand(key));

// ── single items ───────────────────────────────────────────────────────────────────────────────────

function onItem(operation: Operation, segments: readonly Segment[], around: Surroundings): DefaultName {
  const resource = staticKeys(segments);
  const parent = segments.slice(0, -1);
  // `/connect/{namespace}` is the collection if `/connect/{namespace}/{connectionId}`
  // exists and `/connect` does not.
  const holdsItems = around.verbs.has(`${shapeOf(segments)}/{}`) && !around.verbs.has(shapeOf(parent));
  if (holdsItems) return onCollection(operation, segments, around);
  const shape = around.shapeOf(operation);
  const head = resource.at(-1) ?? '';
  const call = ofVerbSegment(segments, around);
  if (call !== undefined) return call;
  const link = ofLink(operation, segments, around);
  if (link !== undefined) return link;
  const listed =
    operation.verb === 'get' &&
    !around.verbs.get(shapeOf(parent))?.has('get') &&
    (shape.isArray || isPluralFor(head));
  if (listed) return { resource, key: 'list', detail: `${operation.id} answers with a list` };
  return {
    resource,
    key: itemKey(operation, resource, around.verbs.get(shapeOf(segments)) ?? new Set(), around),
    detail: `${operation.verb} on one ${singular(head)}`,
  };
}

/** `/checklist/view/{subId}`: the word before the parameter is the action. */
function ofVerbSegment(segments: readonly Segment[], around: Surroundings): DefaultName | undefined {
  const at = segments.findLastIndex((segment) => segment.kind === 'static');
  const head = segments[at];
  if (at < 1 || head?.kind !== 'static' || !isPureVerb(head.key.split('_')[0] ?? '')) return undefined;
  const lone =
    (around.verbs.get(shapeOf(segments))?.size ?? 0) <= 1 &&
    (around.verbs.get(shapeOf(segments.slice(0, at + 1)))?.size ?? 0) === 0;
  return lone
    ? {
        resource: staticKeys(segments.slice(0, at)),
        key: head.key,
        detail: `the path segment ${head.key} is an action`,
      }
    : undefined;
}

function itemKey(
  operation: Operation,
  resource: readonly string[],
  siblings: ReadonlySet<string>,
  around: Surroundings,
): string {
  const words = resource.flatMap((key) => key.split('_'));
  switch (operation.verb) {
    case 'get':
      return around.habits.retrieve;
    case 'put': {
      // The meaning that the API's own names give to PUT applies to all its methods.
      const stated = around.habits.put === 'update' ? ofPut(operation, words) : undefined;
      if (stated !== undefined) return stated;
      return around.habits.put === 'update' && siblings.has('patch') ? 'replace' : around.habits.put;
    }
    case 'patch':
      return 'update';
    case 'delete':
      return (
        special(
          phraseOf(operation, words),
          new Set(['unregister', 'unsubscribe', 'remove', 'revoke', 'cancel', 'archive', 'stop', 'kill']),
        ) ?? 'delete'
      );
    case 'post': {
      const phrase = saidOf(operation, words);
      if (phrase === undefined) return 'update';
      if (READING.has(phrase.verb))
        return ASKING.has(phrase.verb) ? phrase.verb : siblings.has('get') ? 'query' : around.habits.retrieve;
      if (['update', 'edit', 'modify', 'patch', 'change'].includes(phrase.verb)) return 'update';
      return ['create', 'insert', 'make', 'get'].includes(phrase.verb)
        ? 'create'
        : (compact(phrase) ?? 'update');
    }
    default:
      return snake(operation.verb) || 'call';
  }
}

/**
 * *Set a secret*, *Create or update a secret*, *Publish a server*: the HTTP method PUT reveals
 * only that the call is repeatable.
 */
function ofPut(operation: Operation, words: readonly string[]): string | undefined {
  const own = singular(words.at(-1) ?? '');
  const first = saidOf(operation, words);
  // `checks.check` would repeat the same word; the summary may offer another.
  const stated = first?.verb === own ? titleOf(operation, words) : first;
  if (first !== undefined && (stated === undefined || stated.verb === own)) return 'create';
  if (stated === undefined || CHANGING.has(stated.verb) || READING.has(stated.verb)) return undefined;
  const text = [operation.operationId ?? '', wordsAt(operation.place.node, 'summary') ?? ''].map(snake);
  const also = text.some((name) =>
    new RegExp(`(?:^|_)${stated.verb}_or_(?:update|replace)(?:_|$)`).test(name),
  );
  return also ? `${stated.verb}_or_update` : stated.verb;
}

// ── a collection or a single resource ──────────────────────────────────────────────────────────────

function onCollection(operation: Operation, segments: readonly Segment[], around: Surroundings): DefaultName {
  const resource = staticKeys(segments);
  const head = resource.filter((key) => !/^v\d+(?:_\d+)*$/.test(key)).at(-1) ?? '';
  const words = resource.flatMap((key) => key.split('_'));
  const phrase = saidOf(operation, words);
  const many = isPluralKey(head) || around.verbs.has(`${shapeOf(segments)}/{}`);
  const name = (key: string): DefaultName => ({ resource, key, detail: `${operation.verb} on ${head}` });
  const here = around.verbs.get(shapeOf(segments)) ?? new Set<string>();
  const onItems = around.verbs.get(`${shapeOf(segments)}/{}`) ?? new Set<string>();
  switch (operation.verb) {
    case 'get': {
      const shape = around.shapeOf(operation);
      if (shape.wantsIds && around.verbs.get(`${shapeOf(segments)}/{}`)?.has('get'))
        return name('bulk_retrieve');
      if (
        shape.isObject &&
        !onItems.has('get') &&
        !isPluralFor(head) &&
        !(many && firstSaid(operation).includes('list')) &&
        head !== 'search'
      )
        return name(around.habits.retrieve);
      const isPlain = !shape.isArray && !shape.isList && !shape.takesPage;
      if (isPlain && isOneThing(head) && !onItems.has('get')) return name(around.habits.retrieve);
      if (shape.isList && (shape.takesPage || firstSaid(operation).includes('list')) && head !== 'search')
        return name('list');
      if (shape.isArray || many || isPluralFor(head)) return name('list');
      return name(head === 'search' ? 'query' : around.habits.retrieve);
    }
    case 'post': {
      // Some APIs create by PUT and change by POST, so the words of the operation
      // count more than its HTTP method.
      if (phrase !== undefined && READING.has(phrase.verb)) {
        if (ASKING.has(phrase.verb)) return name(phrase.verb === head ? 'query' : phrase.verb);
        const what = phrase.words
          .slice(1)
          .filter((word) => !MANY.has(word))
          .join('_');
        if (what !== '' && phrase.words.length < 4) return name(`${around.habits.retrieve}_${what}`);
        return name(
          here.has('get')
            ? 'query'
            : around.shapeOf(operation).isObject || !many
              ? around.habits.retrieve
              : 'list',
        );
      }
      if (phrase?.verb === 'update' && (here.has('put') || !many))
        return name(onItems.has('post') ? 'update_all' : 'update');
      const joint = jointly(operation, segments);
      if (joint !== undefined) return joint;
      return name(special(phrase, ADDING) ?? 'create');
    }
    case 'put': {
      const usual = here.has('patch') ? 'replace' : around.habits.put === 'set' ? 'set' : 'update';
      const key = special(phrase, CREATING) ?? special(phrase, PUTTING) ?? usual;
      return name(
        onItems.has('put') || (usual === 'update' && onItems.has('patch'))
          ? `${key === 'update' ? 'replace' : key}_all`
          : key,
      );
    }
    case 'patch':
      return name(onItems.has('patch') || (onItems.has('put') && !here.has('put')) ? 'update_all' : 'update');
    case 'delete': {
      const key = special(phrase, REMOVING) ?? 'delete';
      return name(onItems.has('delete') ? `${key}_all` : key);
    }
    default:
      return name(snake(operation.verb) || 'call');
  }
}

/** `POST /threads/runs` *createThreadAndRun* creates both: `threads.create_and_run`. */
function jointly(operation: Operation, segments: readonly Segment[]): DefaultName | undefined {
  const [holder, leaf] = segments.slice(-2);
  if (holder?.kind !== 'static' || leaf?.kind !== 'static') return undefined;
  const [verb, thing, and, other] = identifierWords(operation).map(singular);
  const isJoint = and === 'and' && thing === singular(holder.key) && other === singular(leaf.key);
  if (!isJoint || verb === undefined || !isVerb(verb)) return undefined;
  return {
    resource: staticKeys(segments.slice(0, -1)),
    key: `${verb}_and_${other}`,
    detail: `the operationId of ${operation.id} says that it does two things`,
  };
}

const MANY = new Set(['list', 'multiple', 'several', 'many', 'bulk', 'batch']);
const ADDING = new Set([
  'add',
  'send',
  'register',
  'start',
  'follow',
  'save',
  'invite',
  'import',
  'subscribe',
  'enable',
]);
const PUTTING = new Set([
  'save',
  'follow',
  'set',
  'replace',
  'deploy',
  'transfer',
  'upload',
  'add',
  'enable',
  'start',
  'create',
]);
const REMOVING = new Set([
  'remove',
  'unfollow',
  'stop',
  'clear',
  'reset',
  'cancel',
  'revoke',
  'disable',
  'unregister',
  'unsubscribe',
  'purge',
  'leave',
]);

const special = (phrase: Phrase | undefined, allowed: ReadonlySet<string>): string | undefined =>
  phrase !== undefined && allowed.has(phrase.verb) ? phrase.verb : undefined;

// ── paths that reveal little ───────────────────────────────────────────────────────────────────────

/** `/createUser`, `/get_balance`: the path is the name of a procedure. */
const isRemoteCall = (key: string): boolean => {
  const words = key.split('_');
  return (
    words.length > 1 &&
    isVerb(words[0] ?? '') &&
    !/^\d/.test(words[1] ?? '') &&
    (!isPluralKey(key) || isPureVerb(words[0] ?? '') || words.length > 2)
  );
};

function ofRemoteCall(operation: Operation, key: string): DefaultName {
  const [verb = '', ...noun] = key.split('_');
  const tag = tagKey(operation);
  const resource = tag ?? noun.join('_');
  const known = new Set(resource.split('_').map(singular));
  const rest = noun.filter((word) => !known.has(singular(word)));
  return {
    resource: [resource],
    key: [standard(verb, noun), ...rest].join('_'),
    detail: `the path is the call ${key}`,
  };
}

/** `/health` and `/version` share the tag `Inspect`: the tag becomes the resource. */
function ofTag(
  operation: Operation,
  segments: readonly Segment[],
  around: Surroundings,
): DefaultName | undefined {
  const [only] = segments;
  const tag = tagKey(operation);
  if (only?.kind !== 'static' || tag === undefined || isPluralKey(only.key) || isPluralFor(only.key))
    return undefined;
  const alone = (around.verbs.get(only.key)?.size ?? 0) <= 1 && !around.extended.has(only.key);
  const groups = (around.tags.get(operation.tags[0] ?? '')?.size ?? 0) > 1;
  const same = singular(tag.replaceAll('_', '')) === singular(only.key.replaceAll('_', ''));
  return alone && groups && !same
    ? { resource: [tag], key: only.key, detail: `the tag ${operation.tags[0] ?? ''} groups ${operation.id}` }
    : undefined;
}

const standard = (verb: string, noun: readonly string[]): string =>
  verb === 'get' || verb === 'fetch' ? (isPluralKey(noun.at(-1) ?? '') ? 'list' : 'retrieve') : verb;

function ofRoot(operation: Operation): DefaultName {
  const words = identifierWords(operation);
  const tag = tagKey(operation);
  const full = snake(operation.operationId?.split('#')[0] ?? '');
  const [verb = '', ...noun] = words;
  const ofTag = new Set((tag ?? '').split('_').map(singular));
  const stated =
    tag !== undefined && noun.length > 0 && isVerb(verb) && noun.every((word) => ofTag.has(singular(word)))
      ? standard(verb, noun)
      : words.join('_');
  const key = stated || full || `${operation.verb === 'get' ? 'retrieve' : operation.verb}_root`;
  return {
    resource: tag === undefined ? [] : [tag],
    key:
      key === 'get' || key === 'post' || key === 'put' || key === 'patch' || key === 'delete'
        ? `${key}_root`
        : key,
    detail: 'the path has no static segment',
  };
}

function tagKey(operation: Operation): string | undefined {
  const tag = operation.tags[0];
  if (tag === undefined) return undefined;
  const key = snake(tag);
  return key === '' || key === 'default' ? undefined : key;
}
