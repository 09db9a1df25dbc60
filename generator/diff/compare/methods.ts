import { worded } from '../words.ts';
import type { Api } from '../../ir/types.ts';
import type { Walk } from './walk.ts';
import type { Cell, DiffOptions, SourceClass } from '../types.ts';
import { type ApiPair, sourcesBetween } from './name-reuse.ts';
import { type MethodSurface, surfaceOf } from '../surface.ts';
import { compareBodies } from './bodies.ts';
import { belowThreshold, compareLives, removalOf } from './lifecycle.ts';
import { type Prefixes, matchMethods, prefixOf } from './match-methods.ts';
import { comparePaging } from './pages.ts';
import { compareParameters } from './parameters.ts';
import { type At, type Compared, type Findings, type User, operationName, own } from './place.ts';
import { compareResponses } from './responses.ts';
import { compareListLength } from './shortened-lists.ts';
import { compareMethodSecurity } from './security.ts';
import { comparePaths, isSamePlace } from './method-paths.ts';
import { compareBehaviour, compareDefaults } from './behaviour.ts';
import { methodSubject } from '../subject.ts';

/**
 * Compares the methods of two APIs. Facts about types are added to the walk's pairs. Returns true if a part
 * of the path moved between the server's URL and the paths.
 */
export function compareMethods(walk: Walk, sides: ApiPair, findings: Findings): boolean {
  const { base, revision } = sides;
  const prefixes = { base: prefixOf(base), revision: prefixOf(revision) };
  const fresh = surfaceOf(revision, walk.revision);
  const { pairs, removed, added } = matchMethods(surfaceOf(base, walk.base), fresh, {
    ...prefixes,
    schemas: walk,
  });
  const named = new Map(fresh.map((methodSurface) => [methodSurface.symbol, methodSurface]));
  const apis: Apis = {
    base,
    revision,
    prefixes,
    taken: (methodSurface) => takenBy(sides, prefixes, methodSurface, named.get(methodSurface.symbol)),
  };
  for (const methodSurface of removed) findings.own.push(removal(methodSurface, apis, walk.options));
  for (const methodSurface of added) {
    findings.own.push(
      own(
        'operation-added',
        {
          subject: methodSubject(methodSurface.symbol),
          message: 'was added',
          after: operationName(methodSurface),
          revision: methodSurface.method.origin,
          ...worded(methodSurface.method.summary ?? methodSurface.method.description),
        },
        userOf(methodSurface, methodSurface, walk.options),
      ),
    );
  }
  for (const { base: a, revision: b } of pairs) compareMethod(walk, apis, { a, b, findings });
  return (
    prefixes.base !== prefixes.revision &&
    pairs.length > 0 &&
    pairs.every((pair) => isSamePlace(pair.base, pair.revision, prefixes))
  );
}

interface Apis {
  readonly base: Api;
  readonly revision: Api;
  readonly prefixes: Prefixes;
  /** The differences that code meets if another method took over the name of a removed one. */
  readonly taken: (methodSurface: MethodSurface) => Taken | undefined;
}

interface Taken {
  readonly by: string;
  readonly source: readonly SourceClass[];
}

function takenBy(
  sides: ApiPair,
  prefixes: Prefixes,
  methodSurface: MethodSurface,
  by: MethodSurface | undefined,
): Taken | undefined {
  if (by === undefined) return undefined;
  return {
    by: operationName(by),
    source: sourcesBetween(sides, (walk, findings) =>
      compareMethod(
        walk,
        { base: sides.base, revision: sides.revision, prefixes, taken: () => undefined },
        { a: methodSurface, b: by, findings },
      ),
    ),
  };
}

/** Calls of the name now reach another method, if they compile. */
const takenFact = (
  taken: Taken | undefined,
): { readonly message: string; readonly adjust?: Partial<Cell> } =>
  taken === undefined
    ? { message: '' }
    : {
        message: `, and its name belongs to ${taken.by} now`,
        adjust: { source: taken.source, runtime: taken.source.includes('call') ? 'same' : 'silent' },
      };

const userOf = (a: MethodSurface, b: MethodSurface, options: DiffOptions): User => ({
  operation: operationName(b),
  symbol: b.symbol,
  unstable: belowThreshold(a.method, options) && belowThreshold(b.method, options),
});

function removal(methodSurface: MethodSurface, apis: Apis, options: DiffOptions): ReturnType<typeof own> {
  const { message: text, adjust } = takenFact(apis.taken(methodSurface));
  const announced = removalOf(methodSurface.method, options);
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
        ? `was removed before its sunset date ${methodSurface.method.deprecated?.sunset ?? ''}`
        : 'was removed';
  // A removal is always judged, whatever the stability was.
  return own(
    rule,
    {
      subject: methodSubject(methodSurface.symbol),
      message: `${message}${text}`,
      before: operationName(methodSurface),
      base: methodSurface.method.origin,
      ...(adjust === undefined
        ? {}
        : { adjust: { ...adjust, runtime: adjust.runtime === 'silent' ? 'silent' : 'rejected' } }),
    },
    { ...userOf(methodSurface, methodSurface, options), unstable: false },
  );
}

function compareMethod(
  walk: Walk,
  apis: Apis,
  { a, b, findings }: { readonly a: MethodSurface; readonly b: MethodSurface; readonly findings: Findings },
): void {
  const user = userOf(a, b, walk.options);
  const at = { subject: methodSubject(a.symbol), base: a.method.origin, revision: b.method.origin };
  for (const { rule, ...fact } of compareLives(a.method, b.method, walk.options))
    findings.own.push(own(rule, { ...at, ...fact }, { ...user, unstable: false }));
  compareNames(apis, { a, b, at, user, findings });
  comparePaths({ a, b, prefixes: apis.prefixes, walk }, at, user, findings);
  compareParameters(walk, { a, b, user, findings });
  compareBodies(walk, { a, b, user, findings });
  compareResponses(walk, apis, { a, b, user, findings });
  compareBehaviour(walk, { a, b, at, user, findings });
  compareDefaults(a, b, { at, user, findings });
  comparePaging(apis, walk, { a, b, user, findings });
  compareListLength(apis, walk, { a, b, user, findings });
  compareMethodSecurity(apis, { a, b, user, findings });
  if (a.method.description !== b.method.description || a.method.summary !== b.method.summary)
    findings.own.push(own('docs-changed', { ...at, message: 'is documented otherwise' }, user));
}

function compareNames(apis: Apis, { a, b, at, user, findings }: Compared & { readonly at: At }): void {
  if (a.symbol !== b.symbol) {
    const { message: text, adjust } = takenFact(apis.taken(a));
    const moved = a.resource.join('.') !== b.resource.join('.');
    findings.own.push(
      own(
        moved ? 'operation-moved' : 'operation-renamed',
        {
          ...at,
          message: `is now ${b.symbol}()${text}`,
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
