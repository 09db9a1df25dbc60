import type { SmitheryCore } from '../core.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as SecretsAPI from '../resources/servers/secrets.ts';
import { type Result, toResult } from '../result.ts';

/** Create or update a secret value. */
export function serversSecretsSet(
  client: SmitheryCore,
  qualifiedName: string,
  body?: SecretsAPI.SecretSetParams | null,
  options?: RequestOptions,
): Promise<Result<SecretsAPI.SecretSetResponse, SecretsAPI.SecretSetErrors>> {
  return toResult(() => {
    return client.put(pathOf('qualifiedName')`/servers/${qualifiedName}/secrets`, { body, ...options });
  });
}
