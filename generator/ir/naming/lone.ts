/**
 * Recognizes what stands alone in a path: no other operation uses the path and no path extends it, so the
 * method belongs to the parent resource.
 */
import { singular } from '../../lib/words.ts';
import type { Operation } from '../operations/collect.ts';
import { saidOf } from './phrase.ts';
import { type Segment, shapeOf, staticKeys } from './route.ts';
import { type DefaultName, type Surroundings, isPluralKey } from './surroundings.ts';
import { CHANGING, PLAIN, isVerb } from './verbs.ts';

/** Words for parts that are resources of their own, even if they can only be listed. */
const PARTS = new Set(['items', 'versions']);

/**
 * `GET /cards/{id}/signals` without other operations there: `cards.listSignals`. The parent must be a
 * resource, not a word that only groups paths.
 */
export function belongsToParent(segments: readonly Segment[], around: Surroundings): boolean {
  if (PARTS.has(staticKeys(segments).at(-1)?.split('_').at(-1) ?? '')) return false;
  const before = segments.slice(0, -1);
  if ((around.ends.get(staticKeys(segments).join('.'))?.size ?? 0) > 1) return false;
  return (
    before.at(-1)?.kind === 'parameter' ||
    (before.length > 0 && (around.verbs.get(shapeOf(before))?.size ?? 0) > 0)
  );
}

/**
 * `GET …/secret` with `POST …/secret/rotate` and nothing else: the part gets `retrieveSecret`
 * and `rotateSecret` on its parent.
 */
export function isPart(segments: readonly Segment[], around: Surroundings): boolean {
  const last = segments.at(-1);
  if (
    segments.length < 2 ||
    last?.kind !== 'static' ||
    last.action ||
    isPluralKey(last.key) ||
    isVerb(last.key)
  )
    return false;
  const here = around.verbs.get(shapeOf(segments));
  if (here?.size !== 1 || !here.has('get')) return false;
  const below = around.below.get(staticKeys(segments).join('.')) ?? [];
  return (
    below.length > 0 &&
    below.length < 3 &&
    below.every(({ operation, segments: all }) => {
      const doing = all.at(-1);
      return (
        operation.verb === 'post' &&
        all.length === segments.length + 1 &&
        doing?.kind === 'static' &&
        isVerb(doing.key)
      );
    })
  );
}

/**
 * `PUT` and `DELETE /invoices/{}/payment_orders/{}` without a way to get or list
 * payment orders there: `invoices.addPaymentOrder`.
 */
export function ofLink(
  operation: Operation,
  segments: readonly Segment[],
  around: Surroundings,
): DefaultName | undefined {
  const [owner, head] = [segments.at(-3), segments.at(-2)];
  if (
    owner?.kind !== 'parameter' ||
    head?.kind !== 'static' ||
    !isPluralKey(head.key) ||
    around.extended.has(shapeOf(segments))
  )
    return undefined;
  const here = around.verbs.get(shapeOf(segments)) ?? new Set<string>();
  if (
    here.has('get') ||
    here.has('post') ||
    (around.verbs.get(shapeOf(segments.slice(0, -1)))?.size ?? 0) > 0
  )
    return undefined;
  const resource = staticKeys(segments.slice(0, -2));
  const stated = saidOf(
    operation,
    [...resource, head.key].flatMap((key) => key.split('_')),
  )?.verb;
  if (operation.verb === 'put' && (stated === 'create' || stated === 'set')) return undefined;
  const usual =
    operation.verb === 'delete'
      ? here.has('put')
        ? 'remove'
        : 'delete'
      : operation.verb === 'put' && !(stated !== undefined && CHANGING.has(stated))
        ? 'add'
        : 'update';
  const verb = stated === undefined || PLAIN.has(stated) ? usual : stated;
  const noun = [...head.key.split('_').slice(0, -1), singular(head.key.split('_').at(-1) ?? '')].join('_');
  return { resource, key: `${verb}_${noun}`, detail: `${head.key} are only put and taken away` };
}
