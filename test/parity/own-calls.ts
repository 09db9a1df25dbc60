/** What a document becomes without a config: calls, pages and collisions, from the plan alone. */
import { basename, dirname } from 'node:path';
import { emptyConfig } from '../../generator/config/empty.ts';
import { buildApi } from '../../generator/ir/build.ts';
import type { Method } from '../../generator/ir/types.ts';
import { upgrade } from '../../generator/openapi/upgrade/upgrade.ts';
import { planSdk } from '../../generator/plan/sdk.ts';
import { declareTypescript } from '../../generator/languages/typescript/sdk.ts';
import { diskIo } from '../../generator/source/io.ts';
import { loadDocuments } from '../../generator/source/load.ts';
import type { Documents } from '../../generator/source/types.ts';

export interface OwnCall {
  readonly operation: string;
  /** As TypeScript spells it. */
  readonly resource: readonly string[];
  readonly name: string;
  /** The same as keys of the Api, in snake case. */
  readonly keys: readonly string[];
  readonly method: Method;
}

export interface OwnSdk {
  readonly calls: readonly OwnCall[];
  /** Names of page types. */
  readonly pages: readonly string[];
  readonly collisions: readonly string[];
}

/** Undefined: the document cannot be read. */
export async function readDocuments(file: string): Promise<Documents | undefined> {
  const { value } = await loadDocuments(basename(file), {
    io: diskIo(dirname(file)),
    allowRemote: false,
    upgrade,
  });
  return value;
}

/** Without `edition`: the newest. */
export function ownSdk(documents: Documents, edition?: string): OwnSdk {
  const { value, diagnostics } = buildApi({
    documents,
    config: { ...emptyConfig(), ...(edition !== undefined && { edition }) },
  });
  const plan = declareTypescript(planSdk(value));
  return {
    calls: plan.methods.map(({ resource, layout, method }) => ({
      operation: `${method.verb} ${method.path}`,
      resource: resource.properties,
      name: layout.name,
      keys: [...resource.path, method.key],
      method,
    })),
    pages: [...plan.pageAliases.declarations.values()].flat().map((one) => one.name),
    collisions: diagnostics.filter((one) => one.code === 'method-name-collision').map((one) => one.message),
  };
}
