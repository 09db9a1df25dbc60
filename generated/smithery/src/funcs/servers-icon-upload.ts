import type { SmitheryCore } from '../core.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as IconAPI from '../resources/servers/icon.ts';
import { type Result, toResult } from '../result.ts';

/**
 * Upload or replace the server icon. Accepts a single image file via
 * multipart/form-data. Max 1MB. Supported formats: PNG, JPEG, GIF, SVG, WebP.
 */
export function serversIconUpload(
  client: SmitheryCore,
  qualifiedName: string,
  options?: RequestOptions,
): Promise<Result<IconAPI.IconResponse, IconAPI.IconUploadErrors>> {
  return toResult(() => {
    return client.put(pathOf('qualifiedName')`/servers/${qualifiedName}/icon`, options);
  });
}
