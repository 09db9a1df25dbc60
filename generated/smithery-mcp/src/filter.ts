/** Selects the calls that are offered, in the same way for tools, code and search. */
import { type Catalogue, CallError, type Entry } from './catalogue-types.ts';
import { nearest } from './near.ts';

export interface FilterOptions {
  /** Offer only calls that read. */
  readonly readOnly?: boolean;
  /** Patterns for `servers.list` or `servers_list`, such as `servers.*`. A leading `!` excludes. */
  readonly tools?: readonly string[];
  /** Offer only these resources and their subresources. */
  readonly resources?: readonly string[];
}

export interface Offer {
  readonly entries: readonly Entry[];
  readonly byTool: ReadonlyMap<string, Entry>;
  /**
   * Finds a call by its accessor in the SDK: `servers.list`. Throws a `CallError` that explains why there is
   * none.
   */
  readonly byAccessor: (accessor: string) => Entry;
}

export function offerOf({ entries: all }: Catalogue, options: FilterOptions = {}): Offer {
  const reasons = new Map(all.map((entry) => [entry, reasonOf(entry, options)]));
  const entries = all.filter((entry) => reasons.get(entry) === undefined);
  const accessors = new Map(all.map((entry) => [entry.accessor.join('.'), entry]));
  return {
    entries,
    byTool: new Map(entries.map((entry) => [entry.tool, entry])),
    byAccessor: (accessor) => {
      const entry = accessors.get(accessor);
      const reason = entry && reasons.get(entry);
      if (entry && reason === undefined) return entry;
      if (entry) throw new CallError(`client.${accessor}: not allowed by ${reason}`);
      const near = nearest(
        accessor,
        entries.map((each) => each.accessor.join('.')),
      );
      const advice = near.length > 0 ? `did you mean ${near.join(' or ')}?` : 'search_docs finds calls';
      throw new CallError(`client.${accessor.slice(0, 100)}: no such call; ${advice}`);
    },
  };
}

/** The option that forbids a call. */
function reasonOf(entry: Entry, { readOnly, tools = [], resources = [] }: FilterOptions): string | undefined {
  if (readOnly === true && entry.effect !== 'read') return '--read-only';
  const isBelow = (name: string): boolean => entry.id === name || entry.id.startsWith(`${name}.`);
  if (resources.length > 0 && !resources.some(isBelow)) return '--resource';
  const fits = (pattern: string): boolean => [entry.id, entry.tool].some((name) => isMatch(pattern, name));
  const wanted = tools.filter((pattern) => !pattern.startsWith('!'));
  const refused = tools.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1));
  if (wanted.length > 0 && !wanted.some(fits)) return '--tools';
  return refused.some(fits) ? '--tools' : undefined;
}

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

/** Patterns that match no call: a mistake in the options. */
export function idlePatterns(
  { entries }: Catalogue,
  { tools = [], resources = [] }: FilterOptions,
): readonly string[] {
  const isIdle = (options: FilterOptions): boolean =>
    !entries.some((entry) => reasonOf(entry, options) === undefined);
  return [
    ...tools.filter((pattern) => isIdle({ tools: [pattern.replace(/^!/, '')] })),
    ...resources.filter((resource) => isIdle({ resources: [resource] })),
  ];
}
