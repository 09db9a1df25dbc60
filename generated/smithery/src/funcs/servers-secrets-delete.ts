import type { SmitheryCore } from '../core.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as SecretsAPI from '../resources/servers/secrets.ts';
import { type Result, toResult } from '../result.ts';

/** Remove a secret by name. */
export function serversSecretsDelete(
  client: SmitheryCore,
  secretName: string,
  params: SecretsAPI.SecretDeleteParams,
  options?: RequestOptions,
): Promise<Result<SecretsAPI.SecretDeleteResponse, SecretsAPI.SecretDeleteErrors>> {
  return toResult(() => {
    const { qualifiedName } = params;
    return client.delete(
      pathOf('qualifiedName', 'secretName')`/servers/${qualifiedName}/secrets/${secretName}`,
      options,
    );
  });
}
