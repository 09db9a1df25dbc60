import type { SmitheryCore } from '../core.ts';
import { buildHeaders } from '../internal/headers.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as SkillsAPI from '../resources/skills.ts';
import { type Result, toResult } from '../result.ts';

/** Download a ZIP bundle containing all skill files. */
export function skillsDownload(
  client: SmitheryCore,
  slug: string,
  params: SkillsAPI.SkillDownloadParams,
  options?: RequestOptions,
): Promise<Result<Response, SkillsAPI.SkillDownloadErrors>> {
  return toResult(() => {
    const { namespace } = params;
    return client.get(pathOf('namespace', 'slug')`/skills/${namespace}/${slug}/download`, {
      ...options,
      headers: buildHeaders([{ Accept: 'application/zip' }, options?.headers]),
      __binaryResponse: true,
    });
  });
}
