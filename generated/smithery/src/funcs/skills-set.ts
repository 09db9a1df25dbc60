import type { SmitheryCore } from '../core.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as SkillsAPI from '../resources/skills.ts';
import { type Result, toResult } from '../result.ts';

/**
 * Idempotent endpoint to create or update a GitHub-backed skill. Send
 * application/json with `gitUrl`.
 */
export function skillsSet(
  client: SmitheryCore,
  slug: string,
  params: SkillsAPI.SkillSetParams,
  options?: RequestOptions,
): Promise<Result<SkillsAPI.PutSkillResponse, SkillsAPI.SkillSetErrors>> {
  return toResult(() => {
    const { namespace, body } = params;
    return client.put(pathOf('namespace', 'slug')`/skills/${namespace}/${slug}`, { body, ...options });
  });
}
