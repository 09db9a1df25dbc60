/** Kinds of errors for `instanceof`, which checks the status or the code in the body of an error. */
import { APIError } from '../error.ts';

/** Stands for the errors of a kind: `error instanceof CardDeclinedError` also narrows the type. */
export interface ErrorKind<TError extends APIError> {
  [Symbol.hasInstance](error: unknown): error is TError;
}

/** Errors with a status. */
export const _withStatus = <TError extends APIError>(status: number): ErrorKind<TError> =>
  kind((error) => error.status === status);

/** Errors with a code in the body; each path leads to a place of the code. Any item of a list may have it. */
export const _withCode = <TError extends APIError>(
  code: string,
  ...paths: readonly (readonly string[])[]
): ErrorKind<TError> => kind(({ error }) => paths.some((path) => holds(error, path, code)));

const kind = <TError extends APIError>(matches: (error: APIError) => boolean): ErrorKind<TError> => ({
  [Symbol.hasInstance]: (error: unknown): error is TError => error instanceof APIError && matches(error),
});

function holds(body: unknown, path: readonly string[], code: string): boolean {
  if (Array.isArray(body)) {
    return body.some((item) => holds(item, path, code));
  }
  const [name, ...rest] = path;
  return name === undefined
    ? body === code
    : typeof body === 'object' &&
        body !== null &&
        Object.hasOwn(body, name) &&
        holds((body as Record<string, unknown>)[name], rest, code);
}
