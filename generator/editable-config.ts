/** The config as editable text: the existing file, or the proposal of `init` if there is none. */
import { relative, resolve, dirname } from 'node:path';
import { loadConfig } from './config/load.ts';
import type { Config, ResourceConfig } from './config/types.ts';
import type { MethodName } from './config/rewrite/methods.ts';
import { pointerTokens } from './lib/origin.ts';
import type { EditedSdk } from './config/rewrite/sdk.ts';
import type { ConfigPath } from './config/rewrite/types.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { optionValue } from './init/client.ts';
import { keysOf, targetOf } from './init/resources.ts';
import { methodsOf, operationOf } from './init/methods.ts';
import { schemeValue } from './init/pagination.ts';
import { type Proposed, propose } from './init/propose.ts';
import type { Api, Provenance } from './ir/types.ts';
import { NEWEST_EDITION } from './lib/editions.ts';
import { type Io, memoryIo } from './source/io.ts';
import { isUrl, normalPath } from './source/reference.ts';
import type { Documents } from './source/types.ts';

/** The file that is created if there is none. */
export const NEW_CONFIG = 'sdkwright.yml';

/** The text of a config including its byte order mark; undefined if there is none or it is not UTF-8. */
export async function configText(file: string, io: Io): Promise<string | undefined> {
  const found = await io.readFile(file);
  if (found?.kind !== 'bytes') return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(found.bytes);
  } catch {
    return undefined;
  }
}

/** The config that `init` proposes for a document, to be written to `file`. */
export function proposedConfig(
  documents: Documents,
  { file, cwd }: { readonly file: string; readonly cwd: string },
): Proposed {
  const entry = documents.originOf(documents.root).document;
  const path = relative(dirname(resolve(cwd, file)), resolve(cwd, entry));
  const spec = isUrl(entry) ? entry : normalPath(path);
  return propose({ documents, spec, edition: NEWEST_EDITION }).value;
}

/** Dotted names of methods that are aliases of another method. */
export const aliasNames = (config: Config): ReadonlySet<string> =>
  new Set(
    allResources(config.resources).flatMap(({ path, methods }) =>
      methods.filter(({ kind }) => kind === 'alias').map(({ key }) => [...path, key].join('.')),
    ),
  );

const allResources = (resources: readonly ResourceConfig[]): readonly ResourceConfig[] =>
  resources.flatMap((resource) => [resource, ...allResources(resource.subresources)]);

/** The methods of an SDK as config changes name them, without aliases. */
export function methodNamesOf(api: Api, config: Config): readonly MethodName[] {
  const aliases = aliasNames(config);
  return methodsOf(api.root)
    .filter(({ name }) => !aliases.has(name))
    .map(({ resource, method }) => ({ operation: operationOf(method), resource, key: method.key }));
}

/** A text read as a config. */
export const readConfigText = (file: string, text: string): ReturnType<typeof loadConfig> =>
  loadConfig(file, memoryIo({ [file]: text }));

/** What config changes can name in an SDK. `document`: the main document; `file`: the config. */
export function editedSdk(
  api: Api,
  config: Config,
  { document, file }: { readonly document: string; readonly file: string },
): EditedSdk {
  const models = api.schemas.filter(({ model }) => model !== undefined);
  const keys = new Map(
    [...new Set(models.map(({ model }) => model?.resource.join('.')))].flatMap((resource) => [
      ...keysOf(models.filter(({ model }) => model?.resource.join('.') === resource)),
    ]),
  );
  const entryOf = ({ rule, origin }: Provenance): { readonly entry: ConfigPath } | object =>
    rule === 'config' && origin?.document === file ? { entry: pointerTokens(origin.pointer) } : {};
  return {
    methods: methodNamesOf(api, config),
    models: models.flatMap((schema) => {
      const { model } = schema;
      if (model === undefined) return [];
      const entry = entryOf(model.provenance);
      const key = 'entry' in entry ? model.name : (keys.get(schema) ?? model.name);
      const target = targetOf(schema, document);
      return [{ target, schema: schema.name, resource: model.resource, key, ...entry }];
    }),
    options: api.client.options.map((option) => ({ key: option.key, value: optionValue(option) })),
    schemes: api.paginationSchemes.map((scheme) => ({ name: scheme.name, value: schemeValue(scheme) })),
    unwraps: (api.unwrapMethods ?? []).map(({ resource, key, provenance }) => ({
      resource,
      key,
      ...entryOf(provenance),
    })),
  };
}

/** The errors of a text when read as a config. */
export const configFaults = async (file: string, text: string): Promise<readonly Diagnostic[]> =>
  (await readConfigText(file, text)).diagnostics.filter(({ severity }) => severity === 'error');
