/** Reads what a document declares about tools for agents into a single hint. */
import { type JsonObject, isJsonObject, own as read } from '../lib/json.ts';
import { text } from './pagination-hints.ts';

/** Whether and how the operation is offered to agents. */
export interface AgentsHint {
  readonly isOffered?: boolean;
  readonly toolName?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
}

/**
 * `x-speakeasy-mcp: { disabled, name, description, scopes }` of an operation, and
 * `x-mcp: false` of an operation or its path item. `scopes` are words by which tools are found.
 */
export function agentsHint(operation: JsonObject, pathItem: JsonObject): AgentsHint | undefined {
  const hint = read(operation, 'x-speakeasy-mcp');
  const own = isJsonObject(hint) ? hint : {};
  const isHidden =
    own['disabled'] === true || (read(operation, 'x-mcp') ?? read(pathItem, 'x-mcp')) === false;
  const [toolName, description] = [text(own, 'name'), text(own, 'description')];
  const scopes = Array.isArray(own['scopes'])
    ? own['scopes'].filter((scope) => typeof scope === 'string')
    : undefined;
  if (!isHidden && toolName === undefined && description === undefined && scopes === undefined)
    return undefined;
  return {
    ...(isHidden && { isOffered: false }),
    ...(toolName !== undefined && { toolName }),
    ...(description !== undefined && { description }),
    ...(scopes && { tags: scopes }),
  };
}
