/** The tools of the server as the protocol lists them. */
import { type Catalogue, type Entry, isRecord } from './catalogue-types.ts';
import { canStripTypes } from './sandbox.ts';

export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: { readonly type: 'object'; readonly [keyword: string]: unknown };
  readonly outputSchema?: { readonly type: 'object'; readonly [keyword: string]: unknown };
  readonly annotations: {
    readonly readOnlyHint: boolean;
    readonly destructiveHint: boolean;
    readonly idempotentHint: boolean;
    readonly openWorldHint: boolean;
  };
}

export const DEFAULT_LIMIT = 20;

/** Whether the schema of the call is shortened. */
export const isShort = ({ isCut, whole }: Entry): boolean => isCut && whole === undefined;

export function toolOf(entry: Entry, hasOutput: boolean): Tool {
  const { select, limit } = entry.own;
  const input = entry.whole ?? entry.input;
  const properties = isRecord(input['properties']) ? input['properties'] : {};
  const hasValue = entry.result !== 'void' && entry.result !== 'binary';
  return {
    name: entry.tool,
    title: entry.title,
    description: isShort(entry)
      ? `${entry.description} Use search_docs for the full arguments.`
      : entry.description,
    inputSchema: {
      ...input,
      type: 'object',
      properties: {
        ...properties,
        ...(hasValue && { [select]: { type: 'string', description: 'Fields to keep: id,owner.name' } }),
        ...(entry.result === 'page' && { [limit]: { type: 'integer', minimum: 1, default: DEFAULT_LIMIT } }),
      },
    },
    ...(hasOutput && hasValue && { outputSchema: outputOf(entry) }),
    annotations: {
      readOnlyHint: entry.effect === 'read',
      destructiveHint: entry.effect === 'destroy',
      idempotentHint: entry.isRepeatable,
      openWorldHint: true,
    },
  };
}

/**
 * Schema of `structuredContent`: a list is in `items`. Nothing is required, because `select` removes fields.
 */
function outputOf({ result, output = {} }: Entry): Tool['outputSchema'] & object {
  const isList = result === 'page' || result === 'stream' || output['type'] === 'array';
  if (!isList) return output['type'] === 'object' ? { ...output, type: 'object' } : { type: 'object' };
  const items = result === 'page' || result === 'stream' ? output : (output['items'] ?? {});
  return { type: 'object', properties: { items: { type: 'array', items } } };
}

export const searchTool = ({ title }: Catalogue, hasCode: boolean): Tool => ({
  name: 'search_docs',
  title: 'Search calls',
  description: `Finds calls of the ${title} by what they do${hasCode ? ', with their signatures for execute' : ''}.`,
  inputSchema: {
    type: 'object',
    properties: { query: { type: 'string', description: 'The task, for example: list servers' } },
    required: ['query'],
    additionalProperties: false,
  },
  annotations: {
    readOnlyHint: true,
    destructiveHint: false,
    idempotentHint: true,
    openWorldHint: false,
  },
});

export const executeTool = ({ title }: Catalogue, isReadOnly: boolean): Tool => ({
  name: 'execute',
  title: 'Run code',
  description: [
    `Runs ${canStripTypes ? 'TypeScript' : 'JavaScript (no types)'} against the ${title}: the body of an async function with \`client\`.`,
    'Use search_docs for signatures. `for await` reads all pages. Return only what you need; console.log is included.',
    'No network, files or imports. 30 s, 100 calls.',
  ].join(' '),
  inputSchema: {
    type: 'object',
    properties: { code: { type: 'string', description: 'return (await client.servers.get(id)).name' } },
    required: ['code'],
    additionalProperties: false,
  },
  annotations: {
    readOnlyHint: isReadOnly,
    destructiveHint: !isReadOnly,
    idempotentHint: isReadOnly,
    openWorldHint: true,
  },
});
