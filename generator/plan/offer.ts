/**
 * Decides which calls the package for agents contains. What a config excludes is not in the
 * package, whoever starts the server.
 */
import type { CatalogueMethod } from './catalogue.ts';
import type { PlannedMethod } from './methods.ts';
import type { SdkPlan } from './sdk.ts';

export interface OfferRules {
  /** Patterns for ids such as `servers.list`: `servers.*`; a leading `!` excludes. */
  readonly tools: readonly string[];
  readonly readOnly: boolean;
  /** True if only calls marked with `mcp` in the config are included. */
  readonly isNamedOnly: boolean;
  readonly permissions?: {
    readonly allowsGets: boolean;
    /**
     * Regular expressions for ids such as `servers.list`. Absent: all calls are allowed, or only
     * GETs if only those are enabled.
     */
    readonly allowed?: readonly string[];
    readonly blocked: readonly string[];
  };
}

export const offered = (
  methods: readonly CatalogueMethod[],
  rules: OfferRules,
  isNamed: (method: CatalogueMethod) => boolean,
): readonly CatalogueMethod[] =>
  methods.filter((method) => isOffered(method, rules) && (!rules.isNamedOnly || isNamed(method)));

function isOffered({ entry }: CatalogueMethod, { tools, readOnly, permissions }: OfferRules): boolean {
  if (readOnly && entry.effect !== 'read') return false;
  const fits = (pattern: string): boolean => [entry.id, entry.tool].some((name) => isMatch(pattern, name));
  const wanted = tools.filter((pattern) => !pattern.startsWith('!'));
  if (wanted.length > 0 && !wanted.some(fits)) return false;
  if (tools.some((pattern) => pattern.startsWith('!') && fits(pattern.slice(1)))) return false;
  if (!permissions) return true;
  const { allowsGets, allowed, blocked } = permissions;
  if (blocked.some((pattern) => isFound(pattern, entry.id) ?? true)) return false;
  if (allowsGets && entry.verb === 'GET') return true;
  return allowed === undefined ? !allowsGets : allowed.some((pattern) => isFound(pattern, entry.id) ?? false);
}

/** Patterns of `tools` that match no call and are therefore probably misspelt. */
export const idlePatterns = (
  methods: readonly CatalogueMethod[],
  { tools }: Pick<OfferRules, 'tools'>,
): readonly string[] =>
  tools.filter((pattern) => {
    const plain = pattern.replace(/^!/, '');
    return !methods.some(({ entry }) => [entry.id, entry.tool].some((name) => isMatch(plain, name)));
  });

/** `*` matches any text. */
function isMatch(pattern: string, name: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  if (!name.startsWith(first)) return false;
  let at = first.length;
  for (const [index, part] of rest.entries()) {
    const found = index === rest.length - 1 ? name.length - part.length : name.indexOf(part, at);
    if (found < at || !name.startsWith(part, found)) return false;
    at = found + part.length;
  }
  return rest.length > 0 || name.length === first.length;
}

/**
 * Undefined if the expression is invalid. The config's schema rejects expressions that could run for long.
 */
function isFound(pattern: string, id: string): boolean | undefined {
  try {
    return new RegExp(pattern).test(id);
  } catch {
    return undefined;
  }
}

/** True if the config marks the method for agents, directly or by an enclosing resource. */
export function isMarked({ resources }: SdkPlan, { resource, method }: PlannedMethod): boolean {
  if (method.agents !== undefined) return method.agents.isOffered !== false;
  const around = resource.map((_key, index) => resource.slice(0, index + 1).join('.'));
  return resources.some(
    ({ path, resource: { agents } }) =>
      agents !== undefined &&
      agents.isOffered !== false &&
      (path.length === 0 || around.includes(path.join('.'))),
  );
}
