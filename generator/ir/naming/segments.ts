/** Paths as the default names see them: static words and parameters, without versions, extensions and what all paths share. */
import { singular, snake } from '../../lib/words.ts';
import type { Operation } from '../operations/collect.ts';

export type Segment =
  | { readonly kind: 'static'; readonly key: string; /** Custom verb of `/levels:append`. */ readonly action: boolean }
  | { readonly kind: 'parameter'; readonly name: string };

export interface Route {
  readonly operation: Operation;
  readonly segments: readonly Segment[];
  /** Versions that were left out, `v2`. */
  readonly versions: readonly string[];
}

const VERSION = /^v\d+(?:[._]\d+)*(?:[._-]?(alpha|beta|preview)\d*)?$|^(?:version[-_]?)?\d+\.\d+(?:\.\d+)?$|^\d{4}-\d{2}(?:-\d{2})?$/i;
const EXTENSION = /\.(?:json|xml|ya?ml|csv|html|php|aspx?|do|action)$/i;
/** Roots that say "this is an API". */
const ROOTS = new Set(['api', 'rest', 'apis', 'public', 'public_api', 'rest_api', 'services']);

export function routesOf(operations: readonly Operation[]): readonly Route[] {
  const routes = operations.map(routeOf);
  const tags = new Set(operations.flatMap((operation) => operation.tags.map((tag) => singularKey(snake(tag)))));
  const shared = sharedPrefix(routes.map((route) => route.segments), tags);
  const rooted = routes.map((route) => ({ ...route, segments: route.segments.slice(shared) }));
  const bare = rooted.map((route) => ({ ...route, segments: withoutRoots(route.segments) }));
  const own = new Set(rooted.map((route) => `${route.operation.verb} ${shapeOf(route.segments)}`));
  // `/api/session` beside `/session`: there `api` tells them apart.
  const clash = bare.some((route, index) => route.segments !== rooted[index]?.segments && own.has(`${route.operation.verb} ${shapeOf(route.segments)}`));
  return clash ? rooted : bare;
}

/** One text per shape of path: parameters are `{}`. */
export const shapeOf = (segments: readonly Segment[]): string => segments.map((one) => (one.kind === 'static' ? one.key : '{}')).join('/');

export const staticKeys = (segments: readonly Segment[]): readonly string[] => segments.flatMap((one) => (one.kind === 'static' ? [one.key] : []));

function routeOf(operation: Operation): Route {
  const segments: Segment[] = [];
  const versions: string[] = [];
  for (const text of operation.path.path.split('/')) {
    if (text === '') continue;
    const version = VERSION.exec(text);
    if (version !== null) {
      versions.push(snake(text));
      const channel = version[1]?.toLowerCase();
      if (channel !== undefined) segments.push({ kind: 'static', key: channel, action: false });
      continue;
    }
    segments.push(...segmentsOf(text.replace(/^v(?=\{[^{}]*\}$)/i, '')));
  }
  return { operation, segments, versions };
}

/** `levels:append`, `{id}:cancel`, `thumbnail.{extension}`, `users.list`, `Accounts({id})`, `stop.json`. */
function segmentsOf(text: string): readonly Segment[] {
  const segments: Segment[] = [];
  const pieces = text.replace(EXTENSION, '').split(/(\{[^{}]*\})/);
  for (const piece of pieces) {
    if (/^\{.*\}$/.test(piece)) {
      const name = piece.slice(1, -1).replace(/^[+./;?&]/, '').replace(/[*+]$/, '');
      if (name !== '') segments.push({ kind: 'parameter', name });
      continue;
    }
    const [before, ...actions] = piece.split(':');
    for (const part of (before ?? '').split('.')) pushStatic(part, false);
    for (const action of actions) pushStatic(action, true);
  }
  return segments;

  function pushStatic(part: string, action: boolean): void {
    const key = snake(part);
    if (key !== '') segments.push({ kind: 'static', key, action });
  }
}

/** How many leading static segments all paths share, none ends in and no tag is called after: a mount point, not a resource. */
function sharedPrefix(all: readonly (readonly Segment[])[], tags: ReadonlySet<string>): number {
  const first = all[0];
  if (first === undefined || all.length < 2) return 0;
  let length = 0;
  for (;;) {
    const segment = first[length];
    if (segment?.kind !== 'static' || tags.has(singularKey(segment.key))) return length;
    const fits = all.every((one) => {
      const here = one[length];
      return here?.kind === 'static' && here.key === segment.key && one[length + 1]?.kind === 'static';
    });
    if (!fits) return length;
    length += 1;
  }
}

function withoutRoots(segments: readonly Segment[]): readonly Segment[] {
  let from = 0;
  for (;;) {
    const segment = segments[from];
    if (segment?.kind !== 'static' || !ROOTS.has(segment.key) || segments[from + 1]?.kind !== 'static') return from === 0 ? segments : segments.slice(from);
    from += 1;
  }
}

const singularKey = (key: string): string => key.split('_').map(singular).join('_');
