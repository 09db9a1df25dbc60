import type { Api, Schema, TypeNode } from '../../ir/types.ts';
import { typeName } from './describe.ts';
import type { Schemas } from './shape.ts';
import { tagOf } from './unions.ts';
import type { Walk } from './walk.ts';
import { type Findings, own } from './place.ts';
import { REQUEST, RESPONSE } from './fact.ts';
import { likeness } from './structure.ts';
import type { Cell } from '../types.ts';
import { type ApiPair, sourcesBetween } from './name-reuse.ts';
import { comparePlace } from './types.ts';
import { typeSubject } from '../subject.ts';

/** Compares the type names that users import. */
export function compareModels(walk: Walk, sides: ApiPair, findings: Findings): void {
  const { base: a, revision: b } = sides;
  const named = new Map(
    b.schemas.flatMap((schema) =>
      schema.model === undefined ? [] : [[nameOf(schema, walk.revision), schema]],
    ),
  );
  const visited = meetings(walk);
  const claimed = new Set<string>();
  for (const schema of a.schemas) {
    const other = walk.match.toRevision.get(schema.id) ?? visited.get(schema.id);
    if (other !== undefined) claimed.add(other.id);
    if (schema.model !== undefined)
      compareModel(walk, schema, {
        other,
        name: { now: named.get(nameOf(schema, walk.base)), sides },
        findings,
      });
  }
  for (const schema of b.schemas) {
    if (schema.model === undefined) continue;
    const before = walk.match.toBase.get(schema.id);
    if (before?.model !== undefined || (before === undefined && claimed.has(schema.id))) continue;
    const extracted = before !== undefined || walk.extracted.has(schema.id);
    findings.own.push(
      own(extracted ? 'model-extracted' : 'model-added', {
        subject: typeSubject(typeName(schema, walk.revision)),
        message: extracted ? 'got a name' : 'was added',
        revision: schema.origin,
      }),
    );
  }
  const [before, after] = [walk.base.names.client, walk.revision.names.client];
  if (before !== after)
    findings.own.push(
      own('client-renamed', { subject: typeSubject(before), message: `is now ${after}`, before, after }),
    );
}

/**
 * Compares named types for code that creates or reads them, if no method uses them on both sides, or only
 * without types.
 */
export function compareNamed(walk: Walk, base: Api, findings: Findings): void {
  for (const schema of base.schemas) {
    const other = walk.match.toRevision.get(schema.id);
    if (schema.model === undefined || other?.model === undefined || schema.usedIn === 'none') continue;
    const direction = schema.usedIn === 'request' ? 'request' : 'response';
    findings.places.push({
      where: '',
      context: direction,
      typed: true,
      pair: comparePlace(walk, {
        a: reference(schema),
        b: reference(other),
        subject: typeSubject(typeName(schema, walk.base)),
        mask: direction === 'request' ? REQUEST : RESPONSE,
      }),
    });
  }
}

const reference = (schema: Schema): TypeNode => ({ kind: 'ref', id: schema.id, origin: schema.origin });

/** The module that a type is imported from, and its name. */
const nameOf = (schema: Schema, schemas: Schemas): string =>
  `${homeOf(schema.model?.resource ?? [], schemas)} ${typeName(schema, schemas)}`;

const homeOf = (resource: readonly string[], { names }: Schemas): string =>
  names?.home(resource) ?? resource.join('/');

interface Name {
  /** The schema that now has the old name. */
  readonly now: Schema | undefined;
  readonly sides: ApiPair;
}

function compareModel(
  walk: Walk,
  schema: Schema,
  {
    other,
    name,
    findings,
  }: { readonly other: Schema | undefined; readonly name: Name; readonly findings: Findings },
): void {
  const model = schema.model;
  if (model === undefined) return;
  const { message: text, adjust } = other?.id === name.now?.id ? { message: '' } : takenName(schema, name);
  if (other?.model === undefined) {
    findings.own.push(
      own('model-removed', {
        subject: typeSubject(typeName(schema, walk.base)),
        message: `${other === undefined ? 'was removed' : 'no longer has a name of its own'}${text}`,
        base: schema.origin,
        ...(other === undefined ? {} : { revision: other.origin }),
        ...(adjust === undefined ? {} : { adjust }),
      }),
    );
    return;
  }
  const at = {
    subject: typeSubject(typeName(schema, walk.base)),
    base: schema.origin,
    revision: other.origin,
  };
  if (typeName(schema, walk.base) !== typeName(other, walk.revision))
    findings.own.push(
      own('model-renamed', {
        ...at,
        message: `is now ${typeName(other, walk.revision)}${text}`,
        before: typeName(schema, walk.base),
        after: typeName(other, walk.revision),
        ...(adjust === undefined ? {} : { adjust }),
      }),
    );
  else if (model.resource.join('/') !== other.model.resource.join('/')) {
    const isKept =
      homeOf(model.resource, walk.base) === homeOf(other.model.resource, walk.revision) ||
      staysToo(model, other.model, name.sides);
    findings.own.push(
      own('model-moved', {
        ...at,
        message: `moved to another resource${isKept ? ', imports from the old one go on' : ''}`,
        ...(isKept ? { adjust: { source: [], bump: 'minor' } } : {}),
        before: placeOf(model.resource, walk.base),
        after: placeOf(other.model.resource, walk.revision),
      }),
    );
  }
}

/**
 * If no config places the type, it also remains at its old place, if that exists (`formerly` in the plan).
 */
const staysToo = (model: Model, other: Model, { revision }: ApiPair): boolean =>
  ![model, other].some((item) => item.provenance.rule === 'config') &&
  hasResource(revision.root, model.resource);

type Model = NonNullable<Schema['model']>;

function hasResource(root: Api['root'], [key, ...rest]: readonly string[]): boolean {
  if (key === undefined || key.startsWith('$')) return true;
  const child = root.children.find((resource) => resource.key === key);
  return child !== undefined && hasResource(child, rest);
}

/** The import still compiles but refers to another type. */
function takenName(
  schema: Schema,
  { now, sides }: Name,
): { readonly message: string; readonly adjust?: Partial<Cell> } {
  if (now === undefined) return { message: '' };
  const source = sourcesBetween(
    sides,
    (walk, findings) =>
      void findings.places.push({
        where: '',
        context: 'response',
        typed: true,
        pair: comparePlace(walk, {
          a: reference(schema),
          b: reference(now),
          subject: typeSubject(typeName(schema, walk.base)),
          mask: RESPONSE,
        }),
      }),
  );
  return { message: ', and another type has its name', adjust: { source } };
}

const PLACES = new Map([
  ['$shared', 'the shared types'],
  ['$client', 'the client'],
  ['', 'the client'],
]);
const placeOf = (resource: readonly string[], { names }: Schemas): string =>
  PLACES.get(resource.join('.')) ?? names?.resource(resource) ?? resource.join('.');

/** Unpaired types that replace each other at every place and are similar: renamed and edited. */
export function meetings(walk: Walk): ReadonlyMap<string, Schema> {
  const partners = new Map<string, Set<Schema>>();
  for (const { base, revision } of walk.meetings)
    partners.set(base.id, (partners.get(base.id) ?? new Set()).add(revision));
  const taken = new Set<string>();
  const found = new Map<string, Schema>();
  for (const { base, revision } of walk.meetings) {
    if (
      partners.get(base.id)?.size !== 1 ||
      taken.has(revision.id) ||
      likeness(base, revision, walk.match.refName) < 0.5 ||
      tagOf(base.type, walk.base) !== tagOf(revision.type, walk.revision)
    )
      continue;
    taken.add(revision.id);
    found.set(base.id, revision);
  }
  return found;
}
