import type { SmitheryCore } from '../core.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as SkillsAPI from '../resources/skills.ts';
import { type Result, toResult } from '../result.ts';

/** Delete a skill by namespace and slug. Requires ownership of the namespace. */
export function skillsDelete(
  client: SmitheryCore,
  slug: string,
  params: SkillsAPI.SkillDeleteParams,
  options?: RequestOptions,
): Promise<Result<SkillsAPI.DeleteSkillResponse, SkillsAPI.SkillDeleteErrors>> {
  return toResult(() => {
    const { namespace } = params;
    return client.delete(pathOf('namespace', 'slug')`/skills/${namespace}/${slug}`, options);
  });
}
