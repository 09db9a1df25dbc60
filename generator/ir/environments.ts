/** Names the servers of a document as a person would. */
import type { Environment } from './types.ts';

const LOCAL =
  /^(?:[a-z]+:)?\/\/(?:localhost|127\.|0\.0\.0\.0|\[::1\]|host\.docker\.internal|[^/:]*\.(?:local|localhost|test)(?=[:/]|$))/i;
const NOT_PRODUCTION =
  /^(?:sandbox|staging|stage|test|testing|dev|development|preview|beta|mock|demo|qa|uat|local\w*)(?:_|$)/;

/**
 * The servers of a document without configured environments, in document order but with the default first:
 * the first server that is not local, not for tests and not unencrypted, if there is any. A server without
 * a name is named after the part of its host or path that the others lack.
 */
export function proposedEnvironments(environments: readonly Environment[]): readonly Environment[] {
  const ranks = environments.map(rankOf);
  const first = environments[ranks.indexOf(Math.min(...ranks))];
  if (first === undefined) return environments;
  const ordered = [first, ...environments.filter((environment) => environment !== first)];
  const names: string[] = [];
  for (const [index, environment] of ordered.entries())
    names.push(free(nameOf(environment, index, ordered), names));
  return ordered.map((environment, index) => ({ ...environment, name: names[index] ?? environment.name }));
}

function rankOf({ name, url }: Environment): number {
  if (LOCAL.test(url)) return 5;
  if (!/^[a-z]+:\/\/|^\{/i.test(url)) return 4;
  if (/^http:/i.test(url)) return 3;
  if (stageOf(url) !== undefined) return 2;
  return name === 'production' ? 0 : 1;
}

/** The stage that a host names: `sandbox` of `sandbox.example.com` and `api-sandbox.example.com`. */
const stageOf = (url: string): string | undefined =>
  hostLabels(url).find((label) => NOT_PRODUCTION.test(label));

function nameOf(environment: Environment, index: number, all: readonly Environment[]): string {
  const { name, url } = environment;
  if (LOCAL.test(url)) return /^(?:production|environment_\d+)$/.test(name) ? 'local' : name;
  if (index === 0) return NOT_PRODUCTION.test(name) ? name : (stageOf(url) ?? 'production');
  return /^(?:production(?:_\d+)?|environment_\d+)$/.test(name)
    ? (ownLabels(url, all) ?? (/^http:/i.test(url) ? 'http' : name))
    : name;
}

/** The host labels, or else the path parts, that no other server has. */
function ownLabels(url: string, all: readonly Environment[]): string | undefined {
  for (const partsOf of [hostLabels, pathParts]) {
    const others = new Set(
      all.filter((environment) => environment.url !== url).flatMap((environment) => partsOf(environment.url)),
    );
    const own = partsOf(url).filter((part) => !others.has(part) && /^[a-z][a-z0-9]*$/.test(part));
    if (own.length > 0) return own.slice(0, 2).join('_');
  }
  return undefined;
}

const withoutVariables = (url: string): string => url.replace(/\{[^}]*\}/g, '-').toLowerCase();
const hostLabels = (url: string): readonly string[] =>
  (/^[a-z]+:\/\/([^/:]*)/.exec(withoutVariables(url))?.[1] ?? '')
    .split('.')
    .slice(0, -1)
    .flatMap((label) => label.split('-'));
const pathParts = (url: string): readonly string[] =>
  (/^[a-z]+:\/\/[^/]*\/(.*)$/.exec(withoutVariables(url))?.[1] ?? '').split(/[/-]/);

function free(name: string, taken: readonly string[]): string {
  let candidate = name;
  for (let count = 2; taken.includes(candidate); count += 1) candidate = `${name}_${count}`;
  return candidate;
}
