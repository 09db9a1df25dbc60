/** Names of the SDK, without designing the whole SDK. */
import type { Api } from '../../ir/types.ts';
import type { SdkNames } from '../../lib/sdk-names.ts';
import { planSdk } from '../../plan/sdk.ts';
import { resourcePages } from '../resource-pages.ts';
import { optionMembers } from './client.ts';
import { layOut } from './layout.ts';
import { PACKAGE_NAMES, createNames, createScope } from './names.ts';

export function goNames(api: Api): SdkNames {
  const plan = planSdk(api);
  const names = createNames(api.client.casings);
  const scope = createScope(PACKAGE_NAMES);
  const layout = layOut(plan, names, scope);
  const pages = resourcePages(layout.all, names.kebab);
  const options = new Map(optionMembers(plan, names).map(({ key, name }) => [key, `With${name}`]));
  const models = new Map(
    plan.models.map(({ schema, model }) => [schema.id, scope.free(names.pascal(model.name))]),
  );
  const fields = (keys: readonly string[]): readonly string[] =>
    layout.byPath.get(keys.join('.'))?.fields ?? keys.map(names.pascal);
  return {
    client: 'Client',
    call: (keys, method) => {
      const found = layout.byPath.get(keys.join('.'))?.methods.find((item) => item.method.key === method);
      return ['client', ...fields(keys), found?.name ?? names.pascal(method)].join('.');
    },
    resource: (keys) => fields(keys).join('.'),
    page: (keys) => {
      const found = layout.byPath.get(keys.join('.'));
      return found && pages.get(found);
    },
    option: (key) => options.get(key) ?? names.pascal(key),
    property: (name, alias) => names.pascal(alias ?? name),
    argument: (name, alias) => names.argument(alias ?? name),
    keywords: false,
    type: names.pascal,
    model: (id) => models.get(id),
    home: () => '',
  };
}
