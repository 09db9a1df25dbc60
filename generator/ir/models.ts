/** Which named schemas become types of their own, and in which resource. */
import type { Resource, Schema, Webhook } from './types.ts';
import { requestTypes, responseTypes, walkResources } from './references.ts';
import { closureOf, referencedIds } from './type-walk.ts';

/** A model that the config names: the schema's id, the name it gets and the resource that holds it. */
export type ConfiguredModel = NonNullable<Schema['model']> & { readonly id: string };

/**
 * Schemas with `usedIn` and `model`. With `configured` models, exactly those are models. Without (`undefined`), every named schema
 * that the API uses belongs to the resource that uses it first, or to `$shared` when several top-level resources do.
 */
export function assignModels(schemas: readonly Schema[], root: Resource, webhooks: readonly Webhook[], configured: readonly ConfiguredModel[] | undefined): readonly Schema[] {
  const links = new Map(schemas.map((schema) => [schema.id, referencedIds([schema.type])]));
  const resources = [...walkResources(root)];
  const eventTypes = referencedIds(webhooks.flatMap(requestTypes));
  const requests = closureOf(links, referencedIds(resources.flatMap(({ resource }) => resource.methods.flatMap(requestTypes))));
  const responses = closureOf(links, [...eventTypes, ...referencedIds(resources.flatMap(({ resource }) => resource.methods.flatMap(responseTypes)))]);
  const owners = new Map<string, Owner>();
  for (const { path, resource } of resources) claim(links, owners, path, referencedIds(resource.methods.flatMap((method) => [...requestTypes(method), ...responseTypes(method)])));
  for (const id of closureOf(links, eventTypes)) if (!owners.has(id)) owners.set(id, { path: ['webhooks'], isShared: false });
  const models = configured === undefined ? undefined : new Map(configured.map(({ id, ...model }) => [id, model]));
  return schemas.map((schema) => {
    const usedIn = requests.has(schema.id) ? (responses.has(schema.id) ? 'both' : 'request') : responses.has(schema.id) ? 'response' : 'none';
    const model = models === undefined ? ownModel(schema, owners.get(schema.id)) : models.get(schema.id);
    return { ...schema, usedIn, ...(model !== undefined && { model }) };
  });
}

interface Owner {
  /** Resource that uses the schema first. */
  readonly path: readonly string[];
  /** Resources below several top-level ones use it. */
  readonly isShared: boolean;
}

/**
 * Notes `path` as a user of everything reachable from `start`. A schema changes at most twice (it gets an owner, it becomes shared)
 * and what lies behind it changed with it, so all claims together walk each link twice at most.
 */
function claim(links: ReadonlyMap<string, ReadonlySet<string>>, owners: Map<string, Owner>, path: readonly string[], start: Iterable<string>): void {
  const waiting = [...start];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const owner = owners.get(id);
    if (owner !== undefined && (owner.isShared || owner.path[0] === path[0])) continue;
    owners.set(id, owner === undefined ? { path, isShared: false } : { ...owner, isShared: true });
    for (const next of links.get(id) ?? []) waiting.push(next);
  }
}

function ownModel(schema: Schema, owner: Owner | undefined): Schema['model'] | undefined {
  if (owner === undefined || schema.copyOf !== undefined) return undefined;
  const inline = schema.id.startsWith('id:');
  return {
    name: schema.name,
    resource: owner.isShared ? ['$shared'] : owner.path.length === 0 ? ['$client'] : owner.path,
    provenance: { rule: inline ? 'inline-id' : 'component', detail: inline ? `the id ${schema.name} of an inline schema` : `the component ${schema.name}`, origin: schema.origin },
  };
}
