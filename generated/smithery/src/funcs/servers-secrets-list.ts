import type { SmitheryCore } from '../core.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as SecretsAPI from '../resources/servers/secrets.ts';
import { type Result, toResult } from '../result.ts';

/** List secret names. Values are not returned. */
export function serversSecretsList(
  client: SmitheryCore,
  qualifiedName: string,
  options?: RequestOptions,
): Promise<Result<SecretsAPI.SecretListResponse, SecretsAPI.SecretListErrors>> {
  return toResult(() => {
    return client.get(pathOf('qualifiedName')`/servers/${qualifiedName}/secrets`, options);
  });
}
