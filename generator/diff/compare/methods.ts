import { worded } from '../words.ts';
import type { Api, Method, Streaming } from '../../ir/types.ts';
import type { RuleId } from '../rules/catalogue.ts';
import type { Walk } from './walk.ts';
import type { Cell, DiffOptions, SourceClass } from '../types.ts';
import { type Sides, sourcesBetween } from './taken.ts';
import { type MethodSurface, surfaceOf } from '../surface.ts';
import { compareBodies, labelOf } from './bodies.ts';
import { RESPONSE } from './fact.ts';
import { jsonText } from './json-text.ts';
import { belowThreshold, compareLives, removalOf } from './lifecycle.ts';
import { type Prefixes, matchMethods, normalPath, pathNames, prefixOf } from './match-methods.ts';
import { comparePaging } from './pages.ts';
import { compareParameters } from './parameters.ts';
import { type Compared, type Findings, type User, operationName, own, pushDiffering } from './place.ts';
import { compareResponses } from './responses.ts';
import { compareMethodSecurity } from './security.ts';
import { comparePlace } from './types.ts';

/**
 * Everything about the methods of two APIs. Facts about types go into the walk's pairs. True where the
 * server's own path moved into all the paths or out of them.
 */
export function compareMethods(walk: Walk, sides: Sides, findings: Findings): boolean {
  const { base, revision } = sides;
  const prefixes = { base: prefixOf(base), revision: prefixOf(revision) };
  const fresh = surfaceOf(revision, walk.revision);
  const { pairs, removed, added } = matchMethods(surfaceOf(base, walk.base), fresh, {
    ...prefixes,
    schemas: walk,
  });
  const named = new Map(fresh.map((one) => [one.symbol, one]));
  const apis: Apis = {
    base,
    revision,
    prefixes,
    taken: (one) => takenBy(sides, prefixes, one, named.get(one.symbol)),
  };
  for (const one of removed) findings.own.push(removal(one, apis, walk.options));
  for (const one of added) {
    findings.own.push(
      own(
        'operation-added',
        {
          subject: `${one.symbol}()`,
          message: 'was added',
          after: operationName(one),
          revision: one.method.origin,
          ...worded(one.method.summary ?? one.method.description),
        },
        userOf(one, one, walk.options),
      ),
    );
  }
  for (const { base: a, revision: b } of pairs) compareMethod(walk, apis, { a, b, findings });
  return (
    prefixes.base !== prefixes.revision &&
    pairs.length > 0 &&
    pairs.every((one) => isSamePlace(one.base, one.revision, prefixes))
  );
}

interface Apis {
  readonly base: Api;
  readonly revision: Api;
  readonly prefixes: Prefixes;
  /** What the method that has the old name of another now makes of code written for that one. */
  readonly taken: (one: MethodSurface) => Taken | undefined;
}

interface Taken {
  readonly by: string;
  readonly source: readonly SourceClass[];
}

function takenBy(
  sides: Sides,
  prefixes: Prefixes,
  one: MethodSurface,
  by: MethodSurface | undefined,
): Taken | undefined {
  if (by === undefined) return undefined;
  return {
    by: operationName(by),
    source: sourcesBetween(sides, (walk, findings) =>
      compareMethod(
        walk,
        { base: sides.base, revision: sides.revision, prefixes, taken: () => undefined },
        { a: one, b: by, findings },
      ),
    ),
  };
}

/** Calls of the name reach another method now, as far as they compile. */
const takenFact = (taken: Taken | undefined): { readonly said: string; readonly adjust?: Partial<Cell> } =>
  taken === undefined
    ? { said: '' }
    : {
        said: `, and its name belongs to ${taken.by} now`,
        adjust: { source: taken.source, runtime: taken.source.includes('call') ? 'same' : 'silent' },
      };

const isSamePlace = (a: MethodSurface, b: MethodSurface, prefixes: Prefixes): boolean =>
  prefixes.base + normalPath(a.method) === prefixes.revision + normalPath(b.method);

const userOf = (a: MethodSurface, b: MethodSurface, options: DiffOptions): User => ({
  operation: operationName(b),
  symbol: b.symbol,
  unstable: belowThreshold(a.method, options) && belowThreshold(b.method, options),
});

function removal(one: MethodSurface, apis: Apis, options: DiffOptions): ReturnType<typeof own> {
  const { said, adjust } = takenFact(apis.taken(one));
  const announced = removalOf(one.method, options);
  const rule =
    announced === 'announced'
      ? 'operation-removed-after-sunset'
      : announced === 'too-soon'
        ? 'operation-removed-before-sunset'
        : 'operation-removed';
  const message =
    announced === 'announced'
      ? 'was removed after its deprecation'
      : announced === 'too-soon'
        ? `was removed before its sunset date ${one.method.deprecated?.sunset ?? ''}`
        : 'was removed';
  // A removal is judged whatever the stability was: users lose the method altogether.
  return own(
    rule,
    {
      subject: `${one.symbol}()`,
      message: `${message}${said}`,
      before: operationName(one),
      base: one.method.origin,
      ...(adjust === undefined
        ? {}
        : { adjust: { ...adjust, runtime: adjust.runtime === 'silent' ? 'silent' : 'rejected' } }),
    },
    { ...userOf(one, one, options), unstable: false },
  );
}

function compareMethod(
  walk: Walk,
  apis: Apis,
  { a, b, findings }: { readonly a: MethodSurface; readonly b: MethodSurface; readonly findings: Findings },
): void {
  const user = userOf(a, b, walk.options);
  const at = { subject: `${a.symbol}()`, base: a.method.origin, revision: b.method.origin };
  for (const { rule, ...fact } of compareLives(a.method, b.method, walk.options))
    findings.own.push(own(rule, { ...at, ...fact }, { ...user, unstable: false }));
  compareNames(apis, { a, b, at, user, findings });
  comparePaths({ a, b, prefixes: apis.prefixes }, at, user, findings);
  compareParameters(walk, { a, b, user, findings });
  compareBodies(walk, { a, b, user, findings });
  compareResponses(walk, apis, { a, b, user, findings });
  compareBehaviour(walk, { a, b, at, user, findings });
  compareDefaults(a, b, { at, user, findings });
  comparePaging(apis, walk, { a, b, user, findings });
  compareMethodSecurity(apis, { a, b, user, findings });
  if (a.method.description !== b.method.description || a.method.summary !== b.method.summary)
    findings.own.push(own('docs-changed', { ...at, message: 'is documented otherwise' }, user));
}

type At = {
  readonly subject: string;
  readonly base: MethodSurface['method']['origin'];
  readonly revision: MethodSurface['method']['origin'];
};

function compareNames(apis: Apis, { a, b, at, user, findings }: Compared & { readonly at: At }): void {
  if (a.symbol !== b.symbol) {
    const { said, adjust } = takenFact(apis.taken(a));
    const moved = a.resource.join('.') !== b.resource.join('.');
    findings.own.push(
      own(
        moved ? 'operation-moved' : 'operation-renamed',
        {
          ...at,
          message: `is now ${b.symbol}()${said}`,
          before: `${a.symbol}()`,
          after: `${b.symbol}()`,
          ...(adjust === undefined ? {} : { adjust }),
        },
        user,
      ),
    );
    return;
  }
  if (a.method.operationId !== b.method.operationId) {
    findings.own.push(
      own(
        'operation-id-changed',
        {
          ...at,
          message: 'has another operationId',
          ...(a.method.operationId === undefined ? {} : { before: a.method.operationId }),
          ...(b.method.operationId === undefined ? {} : { after: b.method.operationId }),
        },
        user,
      ),
    );
  }
  if (a.method.tags.join('\n') !== b.method.tags.join('\n'))
    findings.own.push(
      own(
        'tags-changed',
        {
          ...at,
          message: 'has other tags',
          before: a.method.tags.join(', '),
          after: b.method.tags.join(', '),
        },
        user,
      ),
    );
}

function comparePaths(
  { a, b, prefixes }: { readonly a: MethodSurface; readonly b: MethodSurface; readonly prefixes: Prefixes },
  at: At,
  user: User,
  findings: Findings,
): void {
  const sent = (one: MethodSurface): string => one.method.sentVerb ?? one.method.verb.toUpperCase();
  if (sent(a) !== sent(b))
    findings.own.push(
      own(
        'verb-changed',
        {
          ...at,
          message: 'uses another HTTP method',
          before: `${sent(a)} ${a.method.path}`,
          after: `${sent(b)} ${b.method.path}`,
        },
        user,
      ),
    );
  const fixed = (one: MethodSurface): string =>
    one.method.fixedQuery.map((each) => `${each.name}=${each.value}`).join('&');
  if (fixed(a) !== fixed(b))
    findings.own.push(
      own(
        'fixed-query-changed',
        { ...at, message: 'sends another fixed query', before: fixed(a), after: fixed(b) },
        user,
      ),
    );
  const before = pathNames(a.method);
  const after = pathNames(b.method);
  if (normalPath(a.method) !== normalPath(b.method) && !isSamePlace(a, b, prefixes)) {
    const fresh = after.filter((name) => !before.includes(name));
    const gone = before.filter((name) => !after.includes(name));
    if (before.length < after.length)
      for (const name of fresh)
        findings.own.push(
          own(
            'path-parameter-added',
            {
              ...at,
              subject: `${a.symbol}() path parameter ${name}`,
              message: 'was added to the path',
              before: a.method.path,
              after: b.method.path,
            },
            user,
            'path',
          ),
        );
    else if (before.length > after.length)
      for (const name of gone)
        findings.own.push(
          own(
            'path-parameter-removed',
            {
              ...at,
              subject: `${a.symbol}() path parameter ${name}`,
              message: 'was removed from the path',
              before: a.method.path,
              after: b.method.path,
            },
            user,
            'path',
          ),
        );
    else
      findings.own.push(
        own(
          'path-changed',
          { ...at, message: 'has another path', before: a.method.path, after: b.method.path },
          user,
        ),
      );
    return;
  }
  // Many servers take the one for the other, by a redirect at least, but not all.
  if (endsOpen(a.method) !== endsOpen(b.method))
    findings.own.push(
      own(
        'path-changed',
        {
          ...at,
          message: endsOpen(b.method) ? 'ends with a slash now' : 'no longer ends with a slash',
          before: a.method.path,
          after: b.method.path,
        },
        user,
      ),
    );
  comparePathNames(a, b, { at, user, findings });
}

const endsOpen = ({ path }: Method): boolean => path.length > 1 && path.endsWith('/');

/** The same template with other names: what it does to callers depends on which of them are positional. */
function comparePathNames(
  a: MethodSurface,
  b: MethodSurface,
  { at, user, findings }: { readonly at: At; readonly user: User; readonly findings: Findings },
): void {
  const before = pathNames(a.method);
  const after = pathNames(b.method);
  if (before.join('\n') === after.join('\n')) {
    if (a.positional.join('\n') !== b.positional.join('\n'))
      findings.own.push(
        own(
          'positional-changed',
          {
            ...at,
            message: 'takes other positional arguments',
            before: a.positional.join(', '),
            after: b.positional.join(', '),
          },
          user,
        ),
      );
    return;
  }
  const swapped = [...before].sort().join('\n') === [...after].sort().join('\n');
  const changed = before.filter((name, index) => after[index] !== name);
  const named =
    changed.some((name) => a.named.includes(name)) ||
    after.some((name, index) => before[index] !== name && b.named.includes(name));
  const silent = swapped && !named;
  findings.own.push(
    own(
      swapped ? 'path-parameters-swapped' : 'path-parameter-renamed',
      {
        ...at,
        message: swapped
          ? 'has its path parameters in another order'
          : 'has another name for a path parameter',
        before: a.method.path,
        after: b.method.path,
        ...(silent
          ? {}
          : swapped
            ? { adjust: { source: ['call'], runtime: 'same' } }
            : named
              ? {}
              : { adjust: { source: [], bump: 'patch' } }),
      },
      user,
      'path',
    ),
  );
}

/** What a method does beside its request and its answer. */
function compareDefaults(
  { method: a }: MethodSurface,
  { method: b }: MethodSurface,
  { at, user, findings }: { readonly at: At; readonly user: User; readonly findings: Findings },
): void {
  const say = (rule: RuleId, message: string, before: string, after: string): void =>
    pushDiffering(findings, rule, { ...at, message, before, after }, user);
  const servers = (one: Method): string => (one.servers ?? []).map((each) => each.url).join(', ');
  say('operation-server-changed', 'goes to another server', servers(a), servers(b));
  const ownText = (one: Method): string =>
    jsonText({
      timeoutMs: one.timeoutMs ?? null,
      maxRetries: one.maxRetries ?? null,
      idempotent: one.idempotent ?? null,
    });
  say(
    'method-default-changed',
    'has another time limit, other retries or another idempotency',
    ownText(a),
    ownText(b),
  );
  const filled = (one: Method): string =>
    (one.bodyOptions ?? []).map((each) => `${each.property} from ${each.option}`).join(', ');
  say('body-default-changed', 'fills its body from other client options', filled(a), filled(b));
  if (a.body !== undefined && b.body !== undefined)
    say('argument-renamed', 'takes its body under another name', a.bodyName ?? '', b.bodyName ?? '');
  if (a.externalDocs !== b.externalDocs)
    findings.own.push(own('docs-changed', { ...at, message: 'is documented otherwise' }, user));
}

const rulesText = (one: Streaming): string => jsonText((one.onEvent ?? []).map((each) => ({ ...each })));

/** Both give streams. */
function compareStreams(
  walk: Walk,
  {
    x,
    y,
    where,
    findings,
  }: {
    readonly x: Streaming;
    readonly y: Streaming;
    readonly where: { readonly at: At; readonly user: User };
    readonly findings: Findings;
  },
): void {
  const { at, user } = where;
  const say = (rule: RuleId, message: string, before: string, after: string): void =>
    pushDiffering(findings, rule, { ...at, message, before, after }, user);
  say(
    'stream-form-changed',
    'streams in another form',
    `${x.format} of ${x.data}`,
    `${y.format} of ${y.data}`,
  );
  const choice = (one: Streaming): string =>
    one.discriminator === undefined ? '' : `${one.discriminator.in} ${one.discriminator.property}`;
  if (x.discriminator !== undefined && y.discriminator !== undefined)
    say('stream-option-changed', 'takes the wish for a stream elsewhere', choice(x), choice(y));
  else if (x.discriminator === undefined && y.discriminator !== undefined)
    findings.own.push(
      own(
        'stream-option-added',
        {
          ...at,
          message: 'returns a stream on demand only',
          adjust: { wire: 'depends', source: ['read', 'fake'], runtime: 'changed', bump: 'major' },
        },
        user,
      ),
    );
  else if (x.discriminator !== undefined)
    findings.own.push(
      own(
        'stream-option-removed',
        { ...at, message: 'always returns a stream now', adjust: { source: ['call', 'read', 'fake'] } },
        user,
      ),
    );
  say('stream-rules-changed', 'treats events otherwise', rulesText(x), rulesText(y));
  say(
    'params-type-renamed',
    'calls the type of its arguments otherwise',
    x.paramsTypeName ?? '',
    y.paramsTypeName ?? '',
  );
  findings.places.push({
    user,
    where: 'event',
    context: 'response',
    typed: true,
    pair: comparePlace(walk, { a: x.event, b: y.event, label: labelOf('event', user), mask: RESPONSE }),
  });
}

function compareBehaviour(walk: Walk, { a, b, at, user, findings }: Compared & { readonly at: At }): void {
  const [x, y] = [a.method.streaming, b.method.streaming];
  if (x === undefined && y !== undefined)
    findings.own.push(
      own(
        y.discriminator === undefined ? 'stream-added' : 'stream-option-added',
        {
          ...at,
          message: y.discriminator === undefined ? 'returns a stream now' : 'can return a stream now',
        },
        user,
      ),
    );
  if (x !== undefined && y !== undefined) compareStreams(walk, { x, y, where: { at, user }, findings });
  if (x !== undefined && y === undefined)
    findings.own.push(
      own(
        x.discriminator === undefined ? 'stream-removed' : 'stream-option-removed',
        {
          ...at,
          message:
            x.discriminator === undefined ? 'no longer returns a stream' : 'can no longer return a stream',
        },
        user,
      ),
    );
  const unwrap = (one: MethodSurface): string => (one.method.unwrap ?? []).join('.');
  if (unwrap(a) !== unwrap(b))
    findings.own.push(
      own(
        'result-unwrapped-changed',
        { ...at, message: 'returns another part of the response', before: unwrap(a), after: unwrap(b) },
        user,
      ),
    );
}
