/**
 * Wraps views for templates: reading a missing field is a fault, whereas
 * plain Handlebars would print nothing.
 */

/** A field that a template reads but the views lack. */
export interface Miss {
  readonly field: string;
  /** Path in the views: `resources[3].methods[0]`; empty for the root. */
  readonly owner: string;
  readonly known: readonly string[];
}

export interface Guard {
  readonly wrap: <T>(value: T, path: string) => T;
  /** The missing field that caused an error of Handlebars, if there is any. */
  readonly missOf: (error: unknown) => Miss | undefined;
}

/** Guards nothing, so only Handlebars' own faults remain. */
export const NO_GUARD: Guard = { wrap: (value) => value, missOf: () => undefined };

/** JavaScript reads these from any object; they are not fields. */
const PASSING: ReadonlySet<string> = new Set(['toString', 'valueOf', 'toJSON', 'then']);

/** Creates a guard for a single rendering, because it keeps everything that it wraps. */
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
        // Throwing is the only way to leave a property read inside Handlebars; the engine catches it.
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
