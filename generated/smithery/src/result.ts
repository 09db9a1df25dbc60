import { SDKError } from './error.ts';

/** An error of an operation; use `isErrorOf` to check its status and narrow the type of its body. */
export type Failure<TErrors = unknown> = SDKError & {
  /** For the type checker only; never set. */
  readonly _errors: TErrors;
};

/**
 * The result of a standalone function.
 *
 * @typeParam T value of a successful call
 * @typeParam TErrors map from status to error body, as documented by the API
 */
export type Result<T, TErrors = unknown> =
  | { readonly ok: true; readonly value: T; readonly error?: never }
  | { readonly ok: false; readonly error: Failure<TErrors>; readonly value?: never };

/**
 * Runs a call and returns every failure as a value, including errors thrown
 * before the request starts. It never rejects.
 *
 * @param call the call, or a promise of its value
 */
export async function toResult<T, TErrors = unknown>(
  call: PromiseLike<T> | (() => PromiseLike<T> | T),
): Promise<Result<T, TErrors>> {
  try {
    return { ok: true, value: await (typeof call === 'function' ? call() : call) };
  } catch (thrown) {
    const error = thrown instanceof SDKError ? thrown : new SDKError(textOf(thrown), { cause: thrown });
    return { ok: false, error: error as Failure<TErrors> };
  }
}

function textOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
