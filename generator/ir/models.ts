/** Decides which named schemas become named types, and in which resource. */
import type { Resource, Schema, Webhook } from './types.ts';
import { requestTypes, responseTypes, walkResources } from './references.ts';
import { closureOf, referencedIds } from './type-walk.ts';
import { writtenTooOften } from './written-out.ts';

/** A model named in the config: the schema's id, its name and the resource that holds it. */
export type ConfiguredModel = NonNullable<Schema['model']> & { readonly id: string };

export interface Users {
  readonly root: Resource;
  readonly webhooks: readonly Webhook[];
  /** Absent: no `models` configuration. */
  readonly configured: readonly ConfiguredModel[] | undefined;
  /** Called for each schema that is declared although the config does not name it. */
  readonly say: (schema: Schema, model: NonNullable<Schema['model']>) => void;
}

/**
 * Adds `usedIn` and `model` to schemas. If `configured` is given, exactly those schemas are models.
 * Otherwise every named schema that the API uses belongs to the resource that uses it, to the nearest
 * common parent of several, or to `$shared` if several top-level resources use it.
 */
export function assignModels(
  schemas: readonly Schema[],
  { root, webhooks, configured, say }: Users,
): readonly Schema[] {
  const links = new Map(schemas.map((schema) => [schema.id, referencedIds([schema.type])]));
  const resources = [...walkResources(root)];
  const eventTypes = referencedIds(webhooks.flatMap(requestTypes));
  const requests = closureOf(
    links,
    referencedIds(resources.flatMap(({ resource }) => resource.methods.flatMap(requestTypes))),
  );
  const responses = closureOf(links, [
    ...eventTypes,
    ...referencedIds(resources.flatMap(({ resource }) => resource.methods.flatMap(responseTypes))),
  ]);
  const owners = new Map<string, Owner>();
  for (const { path, resource } of resources)
    claim(
      links,
      owners,
      path,
      referencedIds(
        resource.methods.flatMap((method) => [...requestTypes(method), ...responseTypes(method)]),
      ),
    );
  for (const id of closureOf(links, eventTypes))
    if (!owners.has(id)) owners.set(id, { path: ['webhooks'], isShared: false });
  const models =
    configured === undefined ? undefined : new Map(configured.map(({ id, ...model }) => [id, model]));
  const often = models === undefined ? undefined : writtenTooOften(schemas, root, (id) => models.has(id));
  return schemas.map((schema) => {
    const usedIn = requests.has(schema.id)
      ? responses.has(schema.id)
        ? 'both'
        : 'request'
      : responses.has(schema.id)
        ? 'response'
        : 'none';
    const own = models === undefined || often?.has(schema.id) === true;
    const model = models?.get(schema.id) ?? (own ? ownModel(schema, owners.get(schema.id)) : undefined);
    if (models !== undefined && own && model !== undefined && !models.has(schema.id)) say(schema, model);
    return { ...schema, usedIn, ...(model !== undefined && { model }) };
  });
}

interface Owner {
  /** The nearest resource that contains all users of the schema. */
  readonly path: readonly string[];
  /** True if resources below several top-level resources use it. */
  readonly isShared: boolean;
}

/**
 * Marks everything reachable from `start` as used by `path`. An owner changes at most once for each level
 * of resources, so all claims together follow each link only that often.
 */
function claim(
  links: ReadonlyMap<string, ReadonlySet<string>>,
  owners: Map<string, Owner>,
  path: readonly string[],
  start: Iterable<string>,
): void {
  const waiting = [...start];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const owner = owners.get(id);
    const next = owner === undefined ? { path, isShared: false } : joined(owner, path);
    if (next === owner) continue;
    owners.set(id, next);
    for (const link of links.get(id) ?? []) waiting.push(link);
  }
}

function joined(owner: Owner, path: readonly string[]): Owner {
  if (owner.isShared) return owner;
  if (owner.path[0] !== path[0]) return { ...owner, isShared: true };
  const away = owner.path.findIndex((key, index) => path[index] !== key);
  return away < 0 ? owner : { ...owner, path: owner.path.slice(0, away) };
}

function ownModel(schema: Schema, owner: Owner | undefined): Schema['model'] | undefined {
  if (owner === undefined || schema.copyOf !== undefined) return undefined;
  const inline = schema.id.startsWith('id:');
  return {
    name: schema.name,
    resource: owner.isShared ? ['$shared'] : owner.path.length === 0 ? ['$client'] : owner.path,
    provenance: {
      rule: inline ? 'inline-id' : 'component',
      detail: inline ? `the id ${schema.name} of an inline schema` : `the component ${schema.name}`,
      origin: schema.origin,
    },
  };
}
