/**
 * Moves paths whose resource is not simply the segment before: versions, leading verbs and repeated names.
 */
import { singular, snake } from '../../lib/words.ts';
import { type Route, type Segment, shapeOf, singularKey } from './route.ts';
import { isVerb } from './verbs.ts';

export function regrouped(routes: readonly Route[]): readonly Route[] {
  return [withVersions, withoutVerbRoots, withoutVerbs, besideTwins, besideTags, withoutRepeats].reduce(
    (all, step) => step(all),
    routes,
  );
}

const staticOf = (key: string, action = false): Segment => ({ kind: 'static', key, action });
const topOf = ({ segments }: Route): string | undefined =>
  segments[0]?.kind === 'static' ? segments[0].key : undefined;
const because = (route: Route, segments: readonly Segment[], why: string): Route => ({
  ...route,
  segments,
  why: route.why === undefined ? why : `${route.why}; ${why}`,
});

// ── versions ───────────────────────────────────────────────────────────────────────────────────────

/**
 * If at least this share of operations has the same version, it is the API's own version. Any
 * other version appears in the call.
 */
const OWN = 0.8;

/**
 * A path whose version differs from its twin's, or from that of nearly all of the API, becomes `x.v2`.
 * Adding or removing a version then renames nothing.
 */
function withVersions(routes: readonly Route[]): readonly Route[] {
  const versionOf = ({ versions }: Route): string =>
    versions.filter((version) => /^v\d+(?:_\d+)*$/.test(version)).join('_');
  const counts = new Map<string, number>();
  const twins = new Map<string, Set<string>>();
  for (const route of routes) {
    const version = versionOf(route);
    counts.set(version, (counts.get(version) ?? 0) + 1);
    const call = `${route.operation.verb} ${shapeOf(route.segments)}`;
    twins.set(call, (twins.get(call) ?? new Set<string>()).add(version));
  }
  if (counts.size < 2) return routes;
  const [main = '', most = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  const isOwn = main !== '' && most >= routes.length * OWN;
  const reported = new Set(
    routes
      .filter((route) => (twins.get(`${route.operation.verb} ${shapeOf(route.segments)}`)?.size ?? 0) > 1)
      .map((route) => `${topOf(route)} ${versionOf(route)}`),
  );
  return routes.map((route) => {
    const version = versionOf(route);
    const at = route.segments.findIndex((segment) => segment.kind === 'static');
    if (
      version === '' ||
      version === main ||
      at < 0 ||
      !(isOwn || reported.has(`${topOf(route)} ${version}`))
    )
      return route;
    return because(
      route,
      [...route.segments.slice(0, at + 1), staticOf(version), ...route.segments.slice(at + 1)],
      `${version} is another version of it`,
    );
  });
}

// ── leading verbs ──────────────────────────────────────────────────────────────────────────────────

/**
 * `/simulate/payments/release` is `payments.simulateRelease`, and `/embed/card` tagged Card is
 * `cards.embed`, because no resource is called `simulate`.
 */
function withoutVerbRoots(routes: readonly Route[]): readonly Route[] {
  const things = new Set(
    routes.flatMap((route) =>
      route.segments[1]?.kind !== 'static' && topOf(route) !== undefined ? [topOf(route) ?? ''] : [],
    ),
  );
  const tops = new Map(
    [...things, ...routes.map((route) => topOf(route) ?? '')]
      .filter((key) => key !== '' && (things.has(key) || !isVerb(key)))
      .map((key) => [singularKey(key), key]),
  );
  return routes.map((route) => {
    const [root, second, ...rest] = route.segments;
    if (root?.kind !== 'static' || second?.kind !== 'static' || !isVerb(root.key) || things.has(root.key))
      return route;
    const tag = singularKey(snake(route.operation.tags[0] ?? ''));
    const named = tops.get(singularKey(second.key));
    const tagged = tops.get(tag);
    const target = named ?? tagged;
    if (target === undefined || tag === singularKey(root.key)) return route;
    const tail: readonly Segment[] =
      named !== undefined || singularKey(second.key) === tag ? rest : [second, ...rest];
    const last = tail.at(-1);
    if (last?.kind === 'parameter') return route;
    const action = staticOf(last === undefined ? root.key : done(root.key, last.key), true);
    return because(
      route,
      [staticOf(target), ...tail.slice(0, -1), action],
      `${root.key} is what is done to ${target}`,
    );
  });
}

/**
 * `/decisioning/simulate/enter_otp`, with no operation on `simulate` itself and nothing to
 * read below it: `decisioning.simulateEnterOtp`.
 */
function withoutVerbs(routes: readonly Route[]): readonly Route[] {
  const whole = new Set(routes.map(({ segments }) => shapeOf(segments)));
  const items = new Set(
    routes.flatMap(({ segments }) =>
      segments.flatMap((segment, at) =>
        segment.kind === 'parameter' ? [shapeOf(segments.slice(0, at))] : [],
      ),
    ),
  );
  const read = new Set(
    routes.flatMap(({ operation, segments }) =>
      operation.verb === 'get' ? [shapeOf(segments.slice(0, -1))] : [],
    ),
  );
  const deep = new Set(
    routes.flatMap(({ segments }) =>
      segments.map((_, at) => shapeOf(segments.slice(0, Math.max(0, at - 1)))),
    ),
  );
  return routes.map((route) => {
    const { segments } = route;
    const [verb, last] = segments.slice(-2);
    const shape = shapeOf(segments.slice(0, -1));
    if (
      segments.length < 3 ||
      verb?.kind !== 'static' ||
      last?.kind !== 'static' ||
      verb.action ||
      !isVerb(verb.key)
    )
      return route;
    const isThing =
      singularKey(verb.key) !== verb.key ||
      whole.has(shape) ||
      items.has(shape) ||
      deep.has(shape) ||
      read.has(shape);
    return isThing
      ? route
      : because(
          route,
          [...segments.slice(0, -2), staticOf(done(verb.key, last.key), true)],
          `${verb.key} is done`,
        );
  });
}

/** `simulate_clearing`. A key that already contains the verb stays as it is. */
const done = (verb: string, key: string): string =>
  key === verb || key.startsWith(`${verb}_`) ? key : `${verb}_${key}`;

// ── what belongs together ──────────────────────────────────────────────────────────────────────────

/**
 * `/event_subscriptions` becomes `events.subscriptions` if `/events/{}/event_subscriptions` or
 * `/events/{}/subscriptions` leads to the same resource.
 */
function besideTwins(routes: readonly Route[]): readonly Route[] {
  const tops = new Map(
    routes.flatMap((route) =>
      topOf(route) === undefined ? [] : [[singularKey(topOf(route) ?? ''), topOf(route) ?? '']],
    ),
  );
  const nested = new Set(
    routes.flatMap(({ segments: [top, id, child] }) =>
      top?.kind === 'static' && id?.kind === 'parameter' && child?.kind === 'static'
        ? [`${top.key}/${child.key}`]
        : [],
    ),
  );
  const verbs = new Map<string, Set<string>>();
  for (const { operation, segments } of routes)
    verbs.set(shapeOf(segments), (verbs.get(shapeOf(segments)) ?? new Set<string>()).add(operation.verb));
  // If both routes support more than listing, they are two routes to the same resource.
  const clash = (name: string, other: string): boolean =>
    ['', '/{}'].some((item) =>
      [...(verbs.get(`${name}${item}`) ?? [])].some(
        (verb) => (verb !== 'get' || item !== '') && verbs.get(`${other}${item}`)?.has(verb) === true,
      ),
    );
  const homes = new Map<string, readonly [parent: string, child: string]>();
  for (const key of tops.values()) {
    const words = key.split('_');
    for (let length = words.length - 1; length > 0; length -= 1) {
      const parent = tops.get(singularKey(words.slice(0, length).join('_')));
      const child = words.slice(length).join('_');
      if (clash(key, `${parent ?? ''}/{}/${child}`) || clash(key, `${parent ?? ''}/{}/${key}`)) continue;
      if (
        parent !== undefined &&
        parent !== key &&
        (nested.has(`${parent}/${child}`) || nested.has(`${parent}/${key}`))
      )
        homes.set(key, [parent, child]);
    }
  }
  return moved(routes, homes, (parent) => `the same is reached through ${parent}`);
}

/**
 * `/webhook-events` and `/webhook-subscriptions`, both tagged `Webhooks` and alone in that,
 * become `webhooks.events` and `webhooks.subscriptions`.
 */
function besideTags(routes: readonly Route[]): readonly Route[] {
  const tops = new Map<string, Set<string>>();
  const holders = new Map<string, Set<string>>();
  for (const route of routes) {
    const [tag = '', top = ''] = [route.operation.tags[0], topOf(route)];
    tops.set(top, (tops.get(top) ?? new Set<string>()).add(tag));
    holders.set(tag, (holders.get(tag) ?? new Set<string>()).add(top));
  }
  const homes = new Map<string, readonly [parent: string, child: string]>();
  for (const [tag, keys] of holders) {
    if (tag === '' || keys.size < 2 || [...keys].some((key) => key === '' || tops.get(key)?.size !== 1))
      continue;
    const all = [...keys].map((key) => key.split('_'));
    const shortest = Math.min(...all.map((words) => words.length));
    let shared = 0;
    while (
      shared < shortest - 1 &&
      all.every((words) => singular(words[shared] ?? '') === singular(all[0]?.[shared] ?? ''))
    )
      shared += 1;
    const prefix = (all[0] ?? []).slice(0, shared).join('_');
    const group = singularKey(snake(tag)) === singularKey(prefix) ? snake(tag) : prefix;
    if (shared === 0 || tops.has(group) || (shared === 1 && group === prefix && snake(tag) !== prefix))
      continue;
    for (const words of all) homes.set(words.join('_'), [group, words.slice(shared).join('_')]);
  }
  return moved(routes, homes, () => 'the tag groups it');
}

function moved(
  routes: readonly Route[],
  homes: ReadonlyMap<string, readonly [parent: string, child: string]>,
  why: (parent: string) => string,
): readonly Route[] {
  return routes.map((route) => {
    const home = homes.get(topOf(route) ?? '');
    return home === undefined
      ? route
      : because(route, [staticOf(home[0]), staticOf(home[1]), ...route.segments.slice(1)], why(home[0]));
  });
}

// ── repeated names ─────────────────────────────────────────────────────────────────────────────────

/**
 * `invoices.invoiceLineItems` becomes `invoices.lineItems` and `files.files` becomes
 * `files`, unless that name is taken.
 */
function withoutRepeats(routes: readonly Route[]): readonly Route[] {
  const prefixes = new Set(
    routes.flatMap(({ segments }) => segments.map((_, at) => shapeOf(segments.slice(0, at + 1)))),
  );
  const whole = new Set(routes.map(({ segments }) => shapeOf(segments)));
  return routes.map((route) => {
    const result: Segment[] = [];
    const stated: string[] = [];
    route.segments.forEach((segment, at) => {
      const parent = stated.at(-1);
      if (segment.kind === 'static') stated.push(segment.key);
      const before = route.segments.slice(0, at);
      if (segment.kind !== 'static' || segment.action || parent === undefined)
        return void result.push(segment);
      const short = withoutParent(segment.key, parent);
      const holder = shapeOf(before);
      if (short === '') {
        const isOnly =
          before.at(-1)?.kind === 'static' &&
          !whole.has(holder) &&
          !prefixes.has(`${holder}/{}`) &&
          (at < route.segments.length - 1 || isPluralPair(segment.key, parent));
        if (!isOnly) result.push(segment);
        return undefined;
      }
      return void result.push(
        short === undefined || prefixes.has([holder, short].join('/')) ? segment : staticOf(short),
      );
    });
    return result.length === route.segments.length &&
      result.every((segment, at) => segment === route.segments[at])
      ? route
      : because(route, result, 'no word stands twice in a call');
  });
}

/**
 * The rest of a name that starts with its parent's name. Empty if both are the same,
 * undefined if it does not start with it.
 */
function withoutParent(key: string, parent: string): string | undefined {
  const [words, known] = [key.split('_'), parent.split('_')];
  if (words.length < known.length || !known.every((word, at) => singular(word) === singular(words[at] ?? '')))
    return undefined;
  const rest = words.slice(known.length);
  return rest.length > 0 && /^(?:\d|by$|for$|with$|of$|ids?$)/.test(rest[0] ?? '')
    ? undefined
    : rest.join('_');
}

const isPluralPair = (key: string, parent: string): boolean => singularKey(key) !== key || key === parent;
