import type { SmitheryCore } from '../core.ts';
import { multipartFormRequestOptions } from '../internal/multipart.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as SkillsAPI from '../resources/skills.ts';
import { type Result, toResult } from '../result.ts';

/** Upload or replace a skill bundle via multipart/form-data with an `archive` file. */
export function skillsUpload(
  client: SmitheryCore,
  slug: string,
  params: SkillsAPI.SkillUploadParams,
  options?: RequestOptions,
): Promise<Result<SkillsAPI.PutSkillResponse, SkillsAPI.SkillUploadErrors>> {
  return toResult(() => {
    const { namespace, ...body } = params;
    return client.put(
      pathOf('namespace', 'slug')`/skills/${namespace}/${slug}/upload`,
      multipartFormRequestOptions({ body, ...options }),
    );
  });
}
