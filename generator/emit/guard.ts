/**
 * Views as templates see them: asking for a field that is not there is a fault, where plain Handlebars would
 * print nothing.
 */

/** A field that a template asked for and that the views do not have. */
export interface Miss {
  readonly field: string;
  /** Where in the views: `resources[3].methods[0]`, empty for the root. */
  readonly owner: string;
  readonly known: readonly string[];
}

export interface Guard {
  readonly wrap: <T>(value: T, path: string) => T;
  /** What an error that came out of Handlebars missed, if that was its cause. */
  readonly missOf: (error: unknown) => Miss | undefined;
}

/** Lets everything through: Handlebars' own faults are all that is left. */
export const NO_GUARD: Guard = { wrap: (value) => value, missOf: () => undefined };

/** The language asks these of any object; none of them is a field. */
const PASSING: ReadonlySet<string> = new Set(['toString', 'valueOf', 'toJSON', 'then']);

/** A guard for one rendering: it holds what it wrapped, and is as large as that. */
export function createGuard(): Guard {
  const proxies = new Map<object, object>();
  const wrapped = new Set<object>();
  const misses = new Map<Error, Miss>();
  let last: Miss | undefined;

  const wrap = <T>(value: T, path: string): T => {
    if (typeof value !== 'object' || value === null || wrapped.has(value)) return value;
    const known = proxies.get(value);
    if (known) return known as T;
    const miss = (target: object, field: string): Miss => ({
      field,
      owner: path,
      known: Object.keys(target),
    });
    const proxy = new Proxy(value, {
      get(target, key) {
        if (typeof key === 'symbol') return Reflect.get(target, key);
        if (Object.hasOwn(target, key)) {
          const found: unknown = Reflect.get(target, key);
          return typeof found === 'object' ? wrap(found, join(path, key, Array.isArray(target))) : found;
        }
        if (PASSING.has(key)) return Reflect.get(target, key);
        const error = new Error(`unknown field ${key}`);
        misses.set(error, miss(target, key));
        // The only way out of a property read inside Handlebars; the engine catches it.
        throw error;
      },
      has(target, key) {
        const has = Object.hasOwn(target, key);
        if (!has && typeof key === 'string' && !Array.isArray(target)) last = miss(target, key);
        return has;
      },
    });
    proxies.set(value, proxy);
    wrapped.add(proxy);
    return proxy as T;
  };
  return {
    wrap,
    missOf: (error) => {
      if (!(error instanceof Error)) return undefined;
      return (
        misses.get(error) ??
        (last && error.message.startsWith(`"${last.field}" not defined`) ? last : undefined)
      );
    },
  };
}

const join = (path: string, key: string, isList: boolean): string =>
  isList ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
