/**
 * Paths as the default names use them: static words and parameters, without versions, extensions and
 * the prefix that all paths share.
 */
import { snake } from '../../lib/words.ts';
import type { Operation } from '../operations/collect.ts';
import { regrouped } from './regroup.ts';
import { type Route, type Segment, shapeOf, singularKey } from './route.ts';

const VERSION =
  /^v\d+(?:[._]\d+)*(?:[._-]?(alpha|beta|preview)\d*)?$|^(?:version[-_]?)?\d+\.\d+(?:\.\d+)?$|^\d{4}-\d{2}(?:-\d{2})?$/i;
const EXTENSION = /\.(?:json|xml|ya?ml|csv|html|php|aspx?|do|action)$/i;
/** Root segments that mean only "this is an API". */
const ROOTS = new Set(['api', 'rest', 'apis', 'public', 'public_api', 'rest_api', 'services']);
/** Roots that hold no resources, so they are dropped before a parameter too. */
const BARE_ROOTS = new Set(['api', 'rest', 'apis', 'public_api', 'rest_api']);
/** Ids written literally into a path. */
const ID = /^\d+$|^(?=.*\d)[\da-f]{12,}$|^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

export function routesOf(operations: readonly Operation[]): readonly Route[] {
  const routes = operations.map((operation) => routeOf(operation));
  const tags = new Set(
    operations.flatMap((operation) => operation.tags.map((tag) => singularKey(snake(tag)))),
  );
  const shared = sharedPrefix(
    routes.map((route) => route.segments),
    tags,
  );
  const rooted = routes.map((route) => ({ ...route, segments: route.segments.slice(shared) }));
  const bare = rooted.map((route) => ({ ...route, segments: withoutRoots(route.segments) }));
  const own = new Set(rooted.map((route) => `${route.operation.verb} ${shapeOf(route.segments)}`));
  // `/api/session` beside `/session`: `api` distinguishes the two, so it stays.
  const clash = bare.some(
    (route, index) =>
      route.segments !== rooted[index]?.segments &&
      own.has(`${route.operation.verb} ${shapeOf(route.segments)}`),
  );
  return regrouped(clash ? rooted : bare);
}

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
    if (ID.test(text)) {
      if (segments.length === 0) versions.push(snake(text));
      else segments.push({ kind: 'parameter', name: text });
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
      const name = piece
        .slice(1, -1)
        .replace(/^[+./;?&]/, '')
        .replace(/[*+]$/, '');
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

/**
 * Number of leading static segments that all paths share, with which no path ends and after which no tag is
 * named: a mount point, not a resource.
 */
function sharedPrefix(all: readonly (readonly Segment[])[], tags: ReadonlySet<string>): number {
  const first = all[0];
  if (first === undefined || all.length < 2) return 0;
  let length = 0;
  for (;;) {
    const segment = first[length];
    if (segment?.kind !== 'static' || tags.has(singularKey(segment.key))) return length;
    const fits = all.every((row) => {
      const here = row[length];
      return here?.kind === 'static' && here.key === segment.key && row[length + 1]?.kind === 'static';
    });
    if (!fits) return length;
    length += 1;
  }
}

function withoutRoots(segments: readonly Segment[]): readonly Segment[] {
  let from = 0;
  for (;;) {
    const segment = segments[from];
    const isBare =
      segment?.kind === 'static' &&
      BARE_ROOTS.has(segment.key) &&
      segments.slice(from + 1).some((item) => item.kind === 'static');
    if (
      segment?.kind !== 'static' ||
      !ROOTS.has(segment.key) ||
      !(isBare || segments[from + 1]?.kind === 'static')
    )
      return from === 0 ? segments : segments.slice(from);
    from += 1;
  }
}
