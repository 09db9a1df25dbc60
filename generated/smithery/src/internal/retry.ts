/** When to repeat a request, and after which pause. */
import { Attempt } from './attempt.ts';
import type { RetrySettings } from './client-options.ts';
import type { FinalRequestOptions } from './request-options.ts';

/** Whether an error response may go away by itself; `x-should-retry` has the last word. */
export function shouldRetry(
  { status, headers }: Response,
  { statuses = ['408', '409', '429', '5XX'] }: RetrySettings = {},
): boolean {
  const told = headers.get('x-should-retry');
  if (told === 'true' || told === 'false') {
    return told === 'true';
  }
  return statuses.includes(`${status}`) || statuses.includes(`${String(status)[0]}XX`);
}

/**
 * Milliseconds to wait before the next attempt, and whether the server `asked` for them:
 * `retry-after-ms`, then `Retry-After` in seconds or as a date (RFC 9110 section 10.2.3). Else, and for a
 * time
 * that has passed, the pause doubles from 0.5 s to 8 s unless the API says otherwise, less up to a quarter at
 * random.
 *
 * @param retry how many retries there were before, from 0
 */
export function retryDelay(
  headers: Headers | undefined,
  retry: number,
  { first = 500, longest = 8_000, factor = 2 }: RetrySettings = {},
): { readonly delay: number; readonly asked: boolean } {
  const told = headers ? askedDelay(headers) : NaN;
  const asked = told >= 0 && told < Infinity;
  return {
    asked,
    delay: asked ? told : Math.min(first * factor ** retry, longest) * (1 - Math.random() / 4),
  };
}

function askedDelay(headers: Headers): number {
  const after = headers.get('retry-after');
  const forms = [
    numberOf(headers.get('retry-after-ms')),
    numberOf(after) * 1000,
    Date.parse(after ?? '') - Date.now(),
  ];
  return forms.find((delay) => !Number.isNaN(delay)) ?? NaN;
}

function numberOf(text: string | null): number {
  return text?.trim() ? Number(text) : NaN;
}

/**
 * Waits, unless the signal ends it.
 *
 * @param milliseconds how long
 * @throws APIUserAbortError at once when the signal is aborted
 */
export async function sleep(milliseconds: number, signal?: AbortSignal | null): Promise<void> {
  const pause = new Attempt(0, signal);
  let timer;
  try {
    await pause.race(
      new Promise<void>((resolve) => {
        timer = setTimeout(resolve, milliseconds);
      }),
    );
  } catch (error) {
    throw pause.explain(error);
  } finally {
    clearTimeout(timer);
    pause.release();
  }
}

/**
 * A response that was cut off means that the server has done the work: only repeat what may be done twice.
 */
export function isRepeatable({ method, idempotencyKey, __idempotent }: FinalRequestOptions): boolean {
  return !!idempotencyKey || __idempotent === true || (method !== 'post' && method !== 'patch');
}
