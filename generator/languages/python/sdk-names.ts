/** Names of the SDK, without designing the whole SDK. */
import type { Api, Schema } from '../../ir/types.ts';
import { byCodeUnit } from '../../lib/order.ts';
import { withWebhooks } from '../../plan/webhooks.ts';
import type { SdkNames } from '../../lib/sdk-names.ts';
import { clientClassName } from './client-name.ts';
import { resourcePages } from '../resource-pages.ts';
import { type Layout, layOut, optionName } from './layout.ts';
import { type Names, createNames } from './names.ts';
import { argumentName, fieldName } from './reserved.ts';

export function pythonNames(input: Api): SdkNames {
  const api = withWebhooks(input);
  const names = createNames(api.client.casings);
  const client = clientClassName(names, api.client);
  const layout = layOut(api, names, { className: client, asyncClassName: `Async${client}` });
  const pages = resourcePages([layout.root, ...layout.all], names.kebab);
  const models = modelNames(api, names, layout);
  const attributes = (keys: readonly string[]): readonly string[] =>
    layout.byPath.get(keys.join('.'))?.properties ?? keys.map(names.snake);
  return {
    client,
    call: (keys, method) => {
      const found = layout.byPath
        .get(keys.join('.'))
        ?.methods.find((methodLayout) => methodLayout.method.key === method);
      return ['client', ...attributes(keys), found?.name ?? names.snake(method)].join('.');
    },
    resource: (keys) => attributes(keys).join('.'),
    page: (keys) => {
      const found = layout.byPath.get(keys.join('.'));
      return found && pages.get(found);
    },
    option: (key) => optionName(names, key),
    property: (name, alias) => fieldName(names.snake(alias ?? name)),
    argument: (name, alias) => argumentName(names.snake(alias ?? name), []),
    keywords: true,
    type: names.pascal,
    model: (id) => models.get(id),
    home: (keys) => homeIn(layout, keys),
  };
}

const SHARED = 'types.shared';

function homeIn(layout: Layout, resource: readonly string[]): string {
  const owner = layout.byPath.get(resource.join('.'));
  return owner === undefined && resource[0] !== '$client' ? SHARED : (owner?.types ?? 'types');
}

/**
 * Names as the full design chooses them: in the order of the document's names; the later of two equal names
 * is changed.
 */
function modelNames(api: Api, names: Names, layout: Layout): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const used = new Set<string>();
  const open = (place: string, wanted: string): string => {
    let name = wanted;
    for (let count = 2; used.has(`${place} ${name}`); count++) name = `${wanted}${count}`;
    used.add(`${place} ${name}`);
    return name;
  };
  const inOrder = (a: Schema, b: Schema): number => byCodeUnit(a.name, b.name) || byCodeUnit(a.id, b.id);
  for (const { id, model, usedIn } of [...api.schemas].sort(inOrder)) {
    if (model === undefined) continue;
    const place = homeIn(layout, model.resource);
    const name = names.pascal(model.name);
    found.set(id, open(place, usedIn === 'request' && place !== SHARED ? `${name}Param` : name));
  }
  return found;
}
