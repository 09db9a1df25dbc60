import type { Api, Schema, TypeNode } from '../../ir/types.ts';
import { typeName } from './describe.ts';
import { camel } from '../surface.ts';
import { tagOf } from './unions.ts';
import type { Walk } from './walk.ts';
import { type Findings, own } from './place.ts';
import { REQUEST, RESPONSE } from './fact.ts';
import { likeness } from './structure.ts';
import { comparePlace } from './types.ts';

/** The names a user imports. */
export function compareModels(walk: Walk, a: Api, b: Api, findings: Findings): void {
  const met = meetings(walk);
  const claimed = new Set<string>();
  for (const one of a.schemas) {
    const other = walk.match.toRevision.get(one.id) ?? met.get(one.id);
    if (other !== undefined) claimed.add(other.id);
    if (one.model !== undefined) compareModel(one, other, findings);
  }
  for (const one of b.schemas) {
    if (one.model === undefined) continue;
    const before = walk.match.toBase.get(one.id);
    if (before?.model !== undefined || (before === undefined && claimed.has(one.id))) continue;
    const extracted = before !== undefined || walk.extracted.has(one.id);
    findings.own.push(own(extracted ? 'model-extracted' : 'model-added', { subject: typeName(one), message: extracted ? 'got a name' : 'was added', revision: one.origin }));
  }
  if (a.client.name !== b.client.name) findings.own.push(own('client-renamed', { subject: a.client.name, message: `is now ${b.client.name}`, before: a.client.name, after: b.client.name }));
}

/** Named types by themselves: code that makes or reads them feels their changes where no method has them on both sides, or only untyped. */
export function compareNamed(walk: Walk, base: Api, findings: Findings): void {
  const ref = (schema: Schema): TypeNode => ({ kind: 'ref', id: schema.id, origin: schema.origin });
  for (const one of base.schemas) {
    const other = walk.match.toRevision.get(one.id);
    if (one.model === undefined || other?.model === undefined || one.usedIn === 'none') continue;
    const direction = one.usedIn === 'request' ? 'request' : 'response';
    findings.places.push({ where: '', context: direction, typed: true, pair: comparePlace(walk, ref(one), ref(other), typeName(one), direction === 'request' ? REQUEST : RESPONSE) });
  }
}

function compareModel(one: Schema, other: Schema | undefined, findings: Findings): void {
  const model = one.model;
  if (model === undefined) return;
  if (other?.model === undefined) {
    findings.own.push(own('model-removed', { subject: typeName(one), message: other === undefined ? 'was removed' : 'no longer has a name of its own', base: one.origin, ...(other === undefined ? {} : { revision: other.origin }) }));
    return;
  }
  const at = { subject: typeName(one), base: one.origin, revision: other.origin };
  if (model.name !== other.model.name) findings.own.push(own('model-renamed', { ...at, message: `is now ${typeName(other)}`, before: typeName(one), after: typeName(other) }));
  else if (model.resource.join('/') !== other.model.resource.join('/')) findings.own.push(own('model-moved', { ...at, message: 'moved to another resource', before: placeOf(model.resource), after: placeOf(other.model.resource) }));
}

const PLACES = new Map([['$shared', 'the shared types'], ['$client', 'the client'], ['', 'the client']]);
const placeOf = (resource: readonly string[]): string => PLACES.get(resource.join('.')) ?? resource.map(camel).join('.');

/** Types without a counterpart that stand in each other's place everywhere, and look alike: renamed and edited. */
function meetings(walk: Walk): ReadonlyMap<string, Schema> {
  const partners = new Map<string, Set<Schema>>();
  for (const { base, revision } of walk.meetings) partners.set(base.id, (partners.get(base.id) ?? new Set()).add(revision));
  const taken = new Set<string>();
  const found = new Map<string, Schema>();
  for (const { base, revision } of walk.meetings) {
    if (partners.get(base.id)?.size !== 1 || taken.has(revision.id) || likeness(base, revision, walk.match.refName) < 0.5 || tagOf(base.type, walk.base) !== tagOf(revision.type, walk.revision)) continue;
    taken.add(revision.id);
    found.set(base.id, revision);
  }
  return found;
}
