import type { SmitheryCore } from '../core.ts';
import { pathOf } from '../internal/path.ts';
import type { RequestOptions } from '../internal/request-options.ts';
import type * as ExperimentalAPI from '../resources/servers/experimental.ts';
import { type Result, toResult } from '../result.ts';

/**
 * Infer a best-effort Zod schema from recent successful Tinybird tool outputs. All
 * discovered object fields are marked optional.
 */
export function serversExperimentalInferToolOutputSchema(
  client: SmitheryCore,
  toolName: string,
  params: ExperimentalAPI.ExperimentalInferToolOutputSchemaParams,
  options?: RequestOptions,
): Promise<
  Result<ExperimentalAPI.ToolOutputSchemaResponse, ExperimentalAPI.ExperimentalInferToolOutputSchemaErrors>
> {
  return toResult(() => {
    const { qualifiedName } = params;
    return client.get(
      pathOf(
        'qualifiedName',
        'toolName',
      )`/servers/${qualifiedName}/experimental/tools/${toolName}/output-schema`,
      options,
    );
  });
}
