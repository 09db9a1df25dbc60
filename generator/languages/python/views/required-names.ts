/** Names that templates use literally: the files import them whatever else has these names. */
import { rootErrorName } from '../client-name.ts';
import { type ClientMember, mustBeGiven } from '../client.ts';
import type { PythonSdk } from '../sdk.ts';
import * as expr from '../types/expr.ts';

/** Names for classes with methods. */
export const namesOfClasses = (hasChildren: boolean): readonly expr.ImportedName[] => [
  expr.library('functools', 'cached_property'),
  ...(hasChildren ? [expr.typing('TYPE_CHECKING')] : []),
];

export function namesOfClient(
  { layout, plan }: PythonSdk,
  members: readonly ClientMember[],
): readonly expr.ImportedName[] {
  const { api, client } = plan;
  const isMissing = client.servers.length === 0 || members.some(mustBeGiven);
  const hasAuth = client.auth.length > 0;
  return [
    ...namesOfClasses(layout.root.children.length > 0),
    expr.typing('Any'),
    expr.typing('Mapping'),
    expr.extensions('Self'),
    ...(hasAuth ? [expr.runtime('_auth', 'AuthScheme')] : []),
    expr.runtime('_env', 'read_env'),
    expr.runtime('_http', 'httpx'),
    expr.runtime('_version', '__version__'),
    expr.runtime('_types', 'Headers'),
    expr.runtime('_types', 'NotGiven'),
    expr.runtime('_types', 'not_given'),
    expr.runtime('_brand', 'BASE_URL_ENV'),
    ...(isMissing ? [expr.runtime('_brand', rootErrorName(layout.root.className))] : []),
    ...(api.client.maxRetries === undefined ? [expr.runtime('_base_client', 'DEFAULT_MAX_RETRIES')] : []),
    expr.runtime('_base_client', 'SyncAPIClient'),
    expr.runtime('_base_client', 'AsyncAPIClient'),
  ];
}
