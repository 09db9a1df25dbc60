import { SDKError } from './error.ts';

/** An error of an operation; `isErrorOf` tells its status and types its body. */
export type Failure<TErrors = unknown> = SDKError & {
  /** Exists for the type checker only; never set. */
  readonly _errors: TErrors;
};

/**
 * What a standalone function resolves to.
 *
 * @typeParam T value of a successful call
 * @typeParam TErrors map from status to error body, as the specification documents it
 */
export type Result<T, TErrors = unknown> =
  | { readonly ok: true; readonly value: T; readonly error?: never }
  | { readonly ok: false; readonly error: Failure<TErrors>; readonly value?: never };

/**
 * Runs a call and turns every failure into a value: rejections and errors
 * thrown before the request starts alike. It never rejects.
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
