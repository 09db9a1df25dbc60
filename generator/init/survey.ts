/** Findings of `init` about a document, for people. */
import { byCodeUnit } from '../lib/order.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Api, Resource } from '../ir/types.ts';
import { methodsOf } from './methods.ts';

export interface Survey {
  readonly operations: number;
  readonly resources: number;
  /** The common prefix of all paths, which names omit: `/v1`. */
  readonly prefix?: string;
  /** Schemes with the number of lists that use them, the most used first. */
  readonly pages: readonly { readonly scheme: string; readonly lists: number }[];
  /** For example `api_key (SHOP_API_KEY)`. */
  readonly credentials: readonly string[];
  /** For example `production https://api.example.com`; the default first. */
  readonly servers: readonly string[];
  readonly idempotency?: { readonly header: string; readonly operations: number };
  /** Lists with paging parameters that are not paginated, with the reason: `get /cards: …`. */
  readonly plainLists: readonly string[];
  /** Calls that only a digit distinguishes. */
  readonly numbered: readonly string[];
  readonly warnings: number;
}

export function surveyOf(api: Api, diagnostics: readonly Diagnostic[]): Survey {
  const methods = methodsOf(api.root);
  const lists = new Map<string, number>();
  for (const { method } of methods)
    if (method.pagination !== undefined)
      lists.set(method.pagination.scheme, (lists.get(method.pagination.scheme) ?? 0) + 1);
  const header = api.client.idempotencyHeader;
  const keyed = methods.filter(({ method }) =>
    method.parameters.some((parameter) => parameter.in === 'header' && parameter.name === header),
  );
  const prefix = sharedPrefix(methods.map(({ method }) => method.path));
  return {
    operations: methods.length,
    resources: countOf(api.root) - 1,
    ...(prefix !== '' && { prefix }),
    pages: [...lists]
      .map(([scheme, count]) => ({ scheme, lists: count }))
      .sort((a, b) => b.lists - a.lists || byCodeUnit(a.scheme, b.scheme)),
    credentials: api.client.options
      .filter((option) => option.auth !== undefined)
      .map(({ key, readEnv }) => (readEnv === undefined ? key : `${key} (${readEnv})`)),
    servers: api.client.environments.map(({ name, url }) => `${name} ${url}`),
    ...(header !== undefined && { idempotency: { header, operations: keyed.length } }),
    plainLists: diagnostics
      .filter((diagnostic) => diagnostic.code === 'list-not-paged')
      .map((diagnostic) => diagnostic.message.replace(' is a list that is not paginated', '')),
    numbered: methods
      .map((method) => method.name)
      .filter((name) => name.split('.').some((part) => /_\d+$/.test(part))),
    warnings: diagnostics.filter((diagnostic) => diagnostic.severity === 'warning').length,
  };
}

/** Complete segments without parameters. With a single path, the end of the prefix is unknown. */
function sharedPrefix(paths: readonly string[]): string {
  const [first, ...others] = [...new Set(paths)].map((path) => path.split('/').slice(1));
  if (first === undefined || others.length === 0) return '';
  const end = first.findIndex(
    (segment, index) => /[{}]/.test(segment) || others.some((other) => other[index] !== segment),
  );
  return first
    .slice(0, end < 0 ? first.length : end)
    .map((segment) => `/${segment}`)
    .join('');
}

const countOf = (resource: Resource): number =>
  1 + resource.children.reduce((sum, child) => sum + countOf(child), 0);
