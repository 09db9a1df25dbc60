import type { SmitheryCore } from '../core.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as SkillsAPI from '../resources/skills.ts';
import { type Result, toResult } from '../result.ts';

/** Get a single skill by its namespace and slug. */
export function skillsGet(
  client: SmitheryCore,
  slug: string,
  params: SkillsAPI.SkillGetParams,
  options?: RequestOptions,
): Promise<Result<SkillsAPI.SkillResponse, SkillsAPI.SkillGetErrors>> {
  return toResult(() => {
    const { namespace } = params;
    return client.get(pathOf('namespace', 'slug')`/skills/${namespace}/${slug}`, options);
  });
}
