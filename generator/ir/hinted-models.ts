/** Models that the document places itself: `x-stainless-model: wallets.chain_type` on a component schema. */
import { isJsonObject } from '../lib/json.ts';
import { at, unescapeToken } from '../lib/origin.ts';
import { readSchemaHints } from '../openapi/schema-hints.ts';
import type { Documents } from '../source/types.ts';
import type { ConfiguredResource } from './naming/tree.ts';
import { objectAt, objectEntries } from './read.ts';
import type { RequestedModel, BuildOptions } from './build-options.ts';

const KEYWORD = 'x-stainless-model';

/**
 * Adds the document's own models after those of the config. Without a config
 * every component is a model anyway.
 */
export function withHintedModels(documents: Documents, options: BuildOptions): BuildOptions {
  const isConfigured = options.models.length > 0 || options.methods.length > 0;
  if (!isConfigured || ![...documents.sources.values()].some((source) => source.text.includes(KEYWORD)))
    return options;
  const schemas = objectAt(objectAt(documents.root, 'components') ?? {}, 'schemas') ?? {};
  const resources = new Set(options.resources.map((resource) => resource.path.join('.')));
  const configured = new Set(
    options.models.map(({ target }) =>
      target.kind === 'schema'
        ? target.name
        : target.kind === 'pointer'
          ? unescapeToken(target.pointer.replace(/^\/(?:components\/schemas|definitions)\//, ''))
          : '',
    ),
  );
  const hinted = objectEntries(schemas).flatMap(([key, node]): readonly RequestedModel[] => {
    const path = isJsonObject(node)
      ? readSchemaHints(node, options.audience)
          .model?.split('.')
          .filter((part) => part !== '')
      : undefined;
    const name = path?.at(-1);
    if (path === undefined || name === undefined || configured.has(key)) return [];
    const resource = path.slice(0, -1);
    const isShared = resource.length === 0 || (resource.join('.') === 'shared' && !resources.has('shared'));
    return [
      {
        resource: isShared ? ['$shared'] : resource,
        name,
        target: { kind: 'schema', name: key },
        origin: at(documents.originOf(node), KEYWORD),
        hinted: true,
      },
    ];
  });
  return {
    ...options,
    models: [...options.models, ...hinted],
    resources: [...options.resources, ...missingResources(hinted, resources)],
  };
}

/** Resources that hold only such models, parents first. */
function missingResources(
  models: readonly RequestedModel[],
  known: ReadonlySet<string>,
): readonly ConfiguredResource[] {
  const facts = new Map<string, ConfiguredResource>();
  for (const { resource, origin } of models) {
    if (resource[0]?.startsWith('$')) continue;
    for (let length = 1; length <= resource.length; length += 1) {
      const path = resource.slice(0, length);
      const key = path.join('.');
      if (!known.has(key) && !facts.has(key))
        facts.set(key, { path, provenance: { rule: 'x-stainless', detail: KEYWORD, origin } });
    }
  }
  return [...facts.values()];
}
