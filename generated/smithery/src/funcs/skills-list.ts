import type { SmitheryCore } from '../core.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import { SkillsPage } from '../pages.ts';
import type * as SkillsAPI from '../resources/skills.ts';
import { type Result, toResult } from '../result.ts';

/**
 * Search and browse reusable prompt-based skills. Supports full-text and semantic
 * search via the `q` parameter, and filtering by category, namespace, or slug.
 */
export function skillsList(
  client: SmitheryCore,
  query: SkillsAPI.SkillListParams | null | undefined = {},
  options?: RequestOptions,
): Promise<Result<SkillsAPI.SkillSummariesSkillsPage, SkillsAPI.SkillListErrors>> {
  return toResult(() => {
    return client.getAPIList('/skills', SkillsPage<SkillsAPI.SkillSummary>, { query, ...options });
  });
}
