/** Names of the SDK, without planning the whole SDK. */
import type { Api } from '../../ir/types.ts';
import { byCodeUnit } from '../../lib/order.ts';
import type { SdkNames } from '../../lib/sdk-names.ts';
import { createNames } from './casing.ts';
import { type ResourceLayout, layOut, optionName } from './layout.ts';
import { clientClassName } from './client-name.ts';
import { clientStatics } from './client.ts';
import { resourcePages } from './docs/pages.ts';
import { isReservedType } from './reserved.ts';
import { TOP_LEVEL_MODULE } from './sdk.ts';
import { withWebhooks } from '../../plan/webhooks.ts';

export function sdkNames(input: Api): SdkNames {
  const api = withWebhooks(input);
  const names = createNames(api.client.casings);
  const className = clientClassName(names, api.client);
  const wanted = new Map<string, Set<string>>();
  for (const { model } of api.schemas) {
    if (model === undefined) continue;
    const key = model.resource.join('.');
    wanted.set(key, (wanted.get(key) ?? new Set()).add(names.pascal(model.name)));
  }
  const layout = layOut(api, names, { modelNames: wanted, reservedClasses: clientStatics(className) });
  const byPath = new Map<string, ResourceLayout>(
    [layout.root, ...layout.all].map((resourceLayout) => [resourceLayout.path.join('.'), resourceLayout]),
  );
  const resource = (keys: readonly string[]): readonly string[] =>
    byPath.get(keys.join('.'))?.properties ?? keys.map(names.camel);
  const pages = resourcePages({ layout, names });
  const models = modelNames(api, names.pascal, byPath);
  return {
    client: className,
    call: (keys, method) => {
      const found = byPath
        .get(keys.join('.'))
        ?.methods.find((methodLayout) => methodLayout.method.key === method);
      return ['client', ...resource(keys), found?.name ?? names.camel(method)].join('.');
    },
    resource: (keys) => resource(keys).join('.'),
    page: (keys) => {
      const found = byPath.get(keys.join('.'));
      return found && pages.get(found);
    },
    option: (key) => optionName(names, key),
    property: (name) => name,
    argument: (name) => name,
    keywords: false,
    type: names.pascal,
    model: (id) => models.get(id),
    home: (keys) => moduleIn(byPath, keys),
  };
}

const moduleIn = (byPath: ReadonlyMap<string, ResourceLayout>, resource: readonly string[]): string =>
  resource[0] === '$client' ? TOP_LEVEL_MODULE : (byPath.get(resource.join('.'))?.module ?? 'shared');

/**
 * Names as `planSdk` declares them: in the order of the document's names; the later of two equal names is
 * changed.
 */
function modelNames(
  api: Api,
  pascal: (text: string) => string,
  byPath: ReadonlyMap<string, ResourceLayout>,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const used = new Map<string, Set<string>>();
  for (const { id, model } of [...api.schemas].sort(
    (a, b) => byCodeUnit(a.name, b.name) || byCodeUnit(a.id, b.id),
  )) {
    if (model === undefined) continue;
    const layout = byPath.get(model.resource.join('.'));
    const module = moduleIn(byPath, model.resource);
    const taken =
      used.get(module) ??
      new Set(
        layout === undefined
          ? []
          : [layout, ...layout.children].map((resourceLayout) => resourceLayout.className),
      );
    used.set(module, taken);
    const wanted = pascal(model.name);
    let name = wanted;
    for (let suffix = 2; isReservedType(name) || taken.has(name); suffix += 1)
      name = `${wanted}Model${suffix === 2 ? '' : suffix}`;
    taken.add(name);
    found.set(id, name);
  }
  return found;
}
