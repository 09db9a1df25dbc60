/** Server Objects (OpenAPI 3.1 section 4.8.5) as environments. */
import { isJsonObject } from '../../lib/json.ts';
import { serverName } from '../../openapi/operation-hints.ts';
import { snake } from '../../lib/words.ts';
import { type ReportContext, type DocumentNode, follow, originAt } from '../context.ts';
import { defined, listAt, objectAt, objectEntries, textAt, valueAt, wordsAt } from '../read.ts';
import { withoutLastSlash } from '../../lib/words.ts';
import type { Environment, ServerVariable } from '../types.ts';

/**
 * The servers of `holder` (document, path item or operation); the first is the default. Undefined if it
 * declares none. Relative URLs are resolved against `base`.
 */
export function readServers(
  context: ReportContext,
  holder: DocumentNode,
  base?: string,
): readonly Environment[] | undefined {
  const list = listAt(holder.node, 'servers');
  if (list.length === 0) return undefined;
  const environments: Environment[] = [];
  for (const [index, value] of list.entries()) {
    const origin = originAt(context, holder, 'servers', index);
    const server = follow(context, value, origin);
    const written = server && textAt(server.node, 'url');
    if (server === undefined || written === undefined) continue;
    const url = withoutLastSlash(resolved(written.trim(), base));
    if (!isAbsolute(url)) context.report('server-relative', { url: written }, origin);
    else if (!isReached(url)) context.report('server-unusable', { url: written }, origin);
    if (environments.some((environment) => environment.url === url)) continue;
    const variables = variablesOf(context, server, url);
    environments.push({ name: freshName(nameOf(server, url, index), environments), url, variables });
  }
  return environments;
}

/** The document's first absolute server URL, against which relative URLs of its operations are resolved. */
export const absoluteServer = (document: DocumentNode): string | undefined =>
  listAt(document.node, 'servers')
    .flatMap((item) => (isJsonObject(item) ? (textAt(item, 'url') ?? []) : []))
    .find((url) => isAbsolute(url) && URL.canParse(url) && !url.includes('{'));

const resolved = (url: string, base: string | undefined): string =>
  base === undefined || (isAbsolute(url) && !url.startsWith('//')) || url.includes('{')
    ? url
    : new URL(url, base).href;

const isAbsolute = (url: string): boolean =>
  /^[a-z][a-z0-9+.-]*:\/\//i.test(url) || /^\{[^}]+\}/.test(url) || url.startsWith('//');

/** True if the URL has a scheme for requests and a host. Parts that the caller fills in are accepted. */
const isReached = (url: string): boolean =>
  url.startsWith('{') || url.startsWith('//') || /^(?:https?|wss?):\/\/[^/?#@\s]/i.test(url);

/**
 * Variables of the template in its order. A variable that the document does not declare has no
 * default, so the user must provide it.
 */
function variablesOf(context: ReportContext, server: DocumentNode, url: string): readonly ServerVariable[] {
  const declared = new Map(objectEntries(objectAt(server.node, 'variables')));
  const names = [...new Set([...url.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] ?? ''))];
  return names.map((name) => {
    const variable = declared.get(name);
    if (variable === undefined) {
      context.report('server-variable-undeclared', { name, url }, originAt(context, server, 'url'));
      return { name };
    }
    const choices = listAt(variable, 'enum').filter((item) => typeof item === 'string');
    const fallback = valueAt(variable, 'default');
    return {
      name,
      ...(choices.length > 0 && { enum: choices }),
      ...defined({
        default:
          fallback === undefined || fallback === null || typeof fallback === 'object'
            ? undefined
            : String(fallback),
        description: wordsAt(variable, 'description'),
      }),
    };
  });
}

/**
 * A short description is a name (`Sandbox`, `Production server`). A sentence is
 * not; the host names the server then.
 */
function nameOf(server: DocumentNode, url: string, index: number): string {
  const hinted = serverName(server.node);
  if (hinted !== undefined) return snake(hinted) || hinted;
  const words = snake(wordsAt(server.node, 'description') ?? '')
    .split('_')
    .filter(
      (word) => !['server', 'url', 'api', 'environment', 'the', 'our', 'host'].includes(word) && word !== '',
    );
  if (words.length > 0 && words.length <= 3) return words.join('_');
  const known = /local|sandbox|staging|stage|test|dev|preview|beta|mock|eu|us\d?/i.exec(
    /^[a-z]+:\/\/([^/:]*)/i.exec(url)?.[1]?.split('.')[0] ?? '',
  );
  if (known !== null && index > 0) return known[0].toLowerCase();
  return index === 0 ? 'production' : `environment_${index + 1}`;
}

function freshName(name: string, taken: readonly Environment[]): string {
  let candidate = name;
  for (let count = 2; taken.some((environment) => environment.name === candidate); count += 1)
    candidate = `${name}_${count}`;
  return candidate;
}
