import { emptyConfig } from '../../generator/config/empty.ts';
import type { Config } from '../../generator/config/types.ts';
import type { Diagnostic } from '../../generator/diagnostics/diagnostic.ts';
import { buildApi } from '../../generator/ir/build.ts';
import type { Api, Method, Resource } from '../../generator/ir/types.ts';
import { upgrade } from '../../generator/openapi/upgrade/upgrade.ts';
import { memoryIo } from '../../generator/source/io.ts';
import { loadDocuments } from '../../generator/source/load.ts';

export interface Built {
  readonly api: Api;
  readonly diagnostics: readonly Diagnostic[];
  /** `servers.list` → method. */
  readonly calls: ReadonlyMap<string, Method>;
  readonly codes: readonly string[];
}

/** The Api of a document given as text or as an object (`openapi` and `info` are filled in). */
export async function build(document: string | object, config: Partial<Config> = {}): Promise<Built> {
  const text =
    typeof document === 'string'
      ? document
      : JSON.stringify({ openapi: '3.1.0', info: { title: 'Zoo API', version: '1' }, ...document });
  const loaded = await loadDocuments('api.yml', {
    io: memoryIo({ 'api.yml': text }),
    allowRemote: false,
    upgrade,
  });
  if (loaded.value === undefined) throw new Error(loaded.diagnostics.map((one) => one.message).join('\n'));
  const { value: api, diagnostics } = buildApi({
    documents: loaded.value,
    config: { ...emptyConfig(), ...config },
  });
  return { api, diagnostics, calls: callsOf(api.root), codes: diagnostics.map((one) => one.code) };
}

export function callsOf(root: Resource): ReadonlyMap<string, Method> {
  const calls = new Map<string, Method>();
  const visit = (resource: Resource, path: readonly string[]): void => {
    for (const method of resource.methods) calls.set([...path, method.key].join('.'), method);
    for (const child of resource.children) visit(child, [...path, child.key]);
  };
  visit(root, []);
  return calls;
}

/**
 * `paths` with one operation each, from `get /x` → operation. Every operation has its path parameters and
 * answers 200 with an object unless it says otherwise.
 */
export function paths(operations: Readonly<Record<string, object>>): object {
  const result: Record<string, Record<string, object>> = {};
  for (const [id, operation] of Object.entries(operations)) {
    const [verb = '', path = ''] = id.split(' ');
    const parameters = [...path.matchAll(/\{(.+?)\}/g)].map((match) => ({
      name: match[1],
      in: 'path',
      required: true,
      schema: { type: 'string' },
    }));
    result[path] = {
      parameters,
      ...result[path],
      [verb]: {
        responses: {
          200: {
            description: 'OK',
            content: {
              'application/json': { schema: { type: 'object', properties: { id: { type: 'string' } } } },
            },
          },
        },
        ...operation,
      },
    };
  }
  return { paths: result };
}

export const method = (built: Built, call: string): Method => {
  const found = built.calls.get(call);
  if (found === undefined) throw new Error(`no ${call} among ${[...built.calls.keys()].join(', ')}`);
  return found;
};
