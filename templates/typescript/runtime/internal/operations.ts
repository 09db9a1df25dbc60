import type { MiddlewareRequest } from './client-options.ts';

/** An operation of the API. */
export interface Operation {
  /** The method of the client: `users.keys.list`. */
  readonly name: string;
  /** HTTP method in upper case. */
  readonly method: string;
  /** The path template: `/users/{id}/keys`. */
  readonly path: string;
}

/** An operation with a pattern that matches its requests. */
interface Pattern {
  readonly operation: Operation;
  readonly whole: RegExp;
  /** Matches the end of a URL path, below any path of the base URL. */
  readonly below: RegExp;
}

/**
 * Finds the operation of a request.
 *
 * @param rows method, path and name of each operation
 */
export function createOperationFinder(
  rows: readonly (readonly [method: string, path: string, name: string])[],
): (request: Pick<MiddlewareRequest, 'options'>) => Operation | undefined {
  let patterns: readonly Pattern[] | undefined;
  return ({ options }) => {
    // The most specific paths come first: `/users/me` before `/users/{id}`.
    patterns ??= rows.map(patternOf).sort((a, b) => compare(a.operation.path, b.operation.path));
    const method = (options.method ?? 'get').toUpperCase();
    const path = options.path ?? '';
    const isURL = /^https?:\/\//i.test(path);
    const target = isURL ? new URL(path).pathname : path;
    const own = patterns.filter((one) => one.operation.method === method);
    const found =
      own.find(({ whole }) => whole.test(target)) ??
      // A link to the next page is an absolute URL, often below a base path.
      (isURL
        ? own.filter(({ below }) => below.test(target)).sort((a, b) => depth(b) - depth(a))[0]
        : undefined) ??
      own.find(({ whole }) => whole.test(target.replace(/\?.*/s, '')));
    return found?.operation;
  };
}

function patternOf([method, path, name]: readonly [string, string, string]): Pattern {
  const source = path
    .split(/(\{[^{}]*\})/)
    .map((part, index) => (index % 2 ? '[^/?]+' : part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')))
    .join('');
  return {
    operation: { name, method, path },
    whole: new RegExp(`^${source}$`),
    below: new RegExp(`${source}$`),
  };
}

const depth = ({ operation }: Pattern): number => operation.path.split('/').length;

function compare(a: string, b: string): number {
  return shape(a) < shape(b) ? -1 : shape(a) > shape(b) ? 1 : 0;
}

/** Sorts parameters after literal text. */
const shape = (path: string): string => path.replace(/\{[^{}]*\}/g, '\uffff');
