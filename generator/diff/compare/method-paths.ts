/** Compares where a method sends its request: HTTP method, path and names in the path. */

import type { Method } from '../../ir/types.ts';
import type { MethodSurface } from '../surface.ts';
import type { Walk } from './walk.ts';
import { type Prefixes, normalPath, pathNames } from './match-methods.ts';
import { type At, type Findings, type User, own } from './place.ts';
import { parameterSubject } from '../subject.ts';

export function comparePaths(
  {
    a,
    b,
    prefixes,
    walk,
  }: {
    readonly a: MethodSurface;
    readonly b: MethodSurface;
    readonly prefixes: Prefixes;
    readonly walk: Walk;
  },
  at: At,
  user: User,
  findings: Findings,
): void {
  const sent = (methodSurface: MethodSurface): string =>
    methodSurface.method.sentVerb ?? methodSurface.method.verb.toUpperCase();
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
  const fixed = (methodSurface: MethodSurface): string =>
    methodSurface.method.fixedQuery.map((each) => `${each.name}=${each.value}`).join('&');
  if (fixed(a) !== fixed(b))
    findings.own.push(
      own(
        'fixed-query-changed',
        { ...at, message: 'sends another fixed query', before: fixed(a), after: fixed(b) },
        user,
      ),
    );
  const spoken = spokenNames(a, walk.base);
  const spokenNow = spokenNames(b, walk.revision);
  const before = pathNames(a.method);
  const after = pathNames(b.method);
  if (normalPath(a.method) !== normalPath(b.method) && !isSamePlace(a, b, prefixes)) {
    const fresh = after.filter((name) => !before.includes(name));
    const removed = before.filter((name) => !after.includes(name));
    if (before.length < after.length)
      for (const name of fresh)
        findings.own.push(
          own(
            'path-parameter-added',
            {
              ...at,
              subject: parameterSubject('path', spokenNow(name), a.symbol),
              message: 'was added to the path',
              before: a.method.path,
              after: b.method.path,
            },
            user,
            'path',
          ),
        );
    else if (before.length > after.length)
      for (const name of removed)
        findings.own.push(
          own(
            'path-parameter-removed',
            {
              ...at,
              subject: parameterSubject('path', spoken(name), a.symbol),
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
  // Many servers accept both, at least through a redirect, but not all.
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
  comparePathNames(a, b, { at, user, findings, walk });
}

/** The names of path parameters in the SDK of one side. */
const spokenNames =
  ({ method }: MethodSurface, { names }: Walk['base']) =>
  (name: string): string =>
    names.argument(
      name,
      method.parameters.find((parameter) => parameter.in === 'path' && parameter.name === name)?.alias,
    );

const endsOpen = ({ path }: Method): boolean => path.length > 1 && path.endsWith('/');
/**
 * Compares the parameter names of equal path templates. Callers are affected only if the parameters are
 * passed by name.
 */

function comparePathNames(
  a: MethodSurface,
  b: MethodSurface,
  {
    at,
    user,
    findings,
    walk,
  }: { readonly at: At; readonly user: User; readonly findings: Findings; readonly walk: Walk },
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
            before: a.positional.map(spokenNames(a, walk.base)).join(', '),
            after: b.positional.map(spokenNames(b, walk.revision)).join(', '),
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
  const spoken = before.map(spokenNames(a, walk.base));
  const spokenNow = after.map(spokenNames(b, walk.revision));
  // In languages with keyword arguments, positional arguments can also be passed by name.
  const isFelt = walk.base.names.keywords ? spoken.join() !== spokenNow.join() : named;
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
            : isFelt
              ? {}
              : { adjust: { source: [], bump: 'patch' } }),
      },
      user,
      'path',
    ),
  );
}
export const isSamePlace = (a: MethodSurface, b: MethodSurface, prefixes: Prefixes): boolean =>
  prefixes.base + normalPath(a.method) === prefixes.revision + normalPath(b.method);
