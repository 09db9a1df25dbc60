import type { SmitheryCore } from '../core.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as SkillsAPI from '../resources/skills.ts';
import { type Result, toResult } from '../result.ts';

/**
 * **Deprecated:** Use PUT /skills/{namespace}/{slug} instead. Create a new skill
 * by linking a GitHub repository containing a SKILL.md file.
 *
 * @deprecated deprecated
 */
export function skillsCreate(
  client: SmitheryCore,
  body?: SkillsAPI.SkillCreateParams | null,
  options?: RequestOptions,
): Promise<Result<SkillsAPI.CreateSkillResponse, SkillsAPI.SkillCreateErrors>> {
  return toResult(() => {
    return client.post('/skills', { body, ...options });
  });
}
