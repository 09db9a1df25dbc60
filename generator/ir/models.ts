/** Which named schemas become types of their own, and in which resource. */
import type { Resource, Schema, Webhook } from './types.ts';
import { directReferences, requestTypes, responseTypes, walkResources } from './references.ts';

/** A model that the config names: the schema's id, the name it gets and the resource that holds it. */
export type ConfiguredModel = NonNullable<Schema['model']> & { readonly id: string };

/**
 * Schemas with `usedIn` and `model`. With `configured` models, exactly those are models. Without (`undefined`), every named schema
 * that the API uses belongs to the resource that uses it first, or to `$shared` when several top-level resources do.
 */
export function assignModels(schemas: readonly Schema[], root: Resource, webhooks: readonly Webhook[], configured: readonly ConfiguredModel[] | undefined): readonly Schema[] {
  const links = new Map(schemas.map((schema) => [schema.id, directReferences([schema.type])]));
  const requests = new Set<string>();
  const responses = new Set<string>();
  const owners = new Map<string, { readonly path: readonly string[]; readonly tops: Set<string> }>();
  for (const { path, resource } of walkResources(root)) {
    const sent = closure(links, directReferences(resource.methods.flatMap(requestTypes)));
    const received = closure(links, directReferences(resource.methods.flatMap(responseTypes)));
    for (const id of sent) requests.add(id);
    for (const id of received) responses.add(id);
    for (const id of new Set([...sent, ...received])) {
      const owner = owners.get(id);
      if (owner === undefined) owners.set(id, { path, tops: new Set([path[0] ?? '']) });
      else owner.tops.add(path[0] ?? '');
    }
  }
  for (const id of closure(links, directReferences(webhooks.flatMap(requestTypes)))) {
    responses.add(id);
    if (!owners.has(id)) owners.set(id, { path: ['webhooks'], tops: new Set(['webhooks']) });
  }
  const models = configured === undefined ? undefined : new Map(configured.map(({ id, ...model }) => [id, model]));
  return schemas.map((schema) => {
    const usedIn = requests.has(schema.id) ? (responses.has(schema.id) ? 'both' : 'request') : responses.has(schema.id) ? 'response' : 'none';
    const model = models === undefined ? ownModel(schema, owners.get(schema.id)) : models.get(schema.id);
    return { ...schema, usedIn, ...(model !== undefined && { model }) };
  });
}

function ownModel(schema: Schema, owner: { readonly path: readonly string[]; readonly tops: ReadonlySet<string> } | undefined): Schema['model'] | undefined {
  if (owner === undefined) return undefined;
  const inline = schema.id.startsWith('id:');
  return {
    name: schema.name,
    resource: owner.tops.size > 1 ? ['$shared'] : owner.path.length === 0 ? ['$client'] : owner.path,
    provenance: { rule: inline ? 'inline-id' : 'component', detail: inline ? `the id ${schema.name} of an inline schema` : `the component ${schema.name}`, origin: schema.origin },
  };
}

/** Everything reachable from `start`. */
function closure(links: ReadonlyMap<string, readonly string[]>, start: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>(start);
  const waiting = [...start];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const next of links.get(id) ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      waiting.push(next);
    }
  }
  return seen;
}
