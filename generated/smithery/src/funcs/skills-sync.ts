import type { SmitheryCore } from '../core.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as SkillsAPI from '../resources/skills.ts';
import { type Result, toResult } from '../result.ts';

/**
 * **Deprecated:** Use PUT /skills/{namespace}/{slug} instead. Refetch SKILL.md and
 * repository stars from GitHub and update the skill record.
 *
 * @deprecated deprecated
 */
export function skillsSync(
  client: SmitheryCore,
  slug: string,
  params: SkillsAPI.SkillSyncParams,
  options?: RequestOptions,
): Promise<Result<SkillsAPI.SyncSkillResponse, SkillsAPI.SkillSyncErrors>> {
  return toResult(() => {
    const { namespace } = params;
    return client.post(pathOf('namespace', 'slug')`/skills/${namespace}/${slug}/sync`, options);
  });
}
