/** Decides whether and when a request is retried. */
import { Attempt } from './attempt.ts';
import type { FinalRequestOptions } from './request-options.ts';

/** Retry settings of an API that override the defaults; times in milliseconds. */
export interface RetrySettings {
  /** Delay before the first retry. Default: 500. */
  readonly first?: number;
  /** Longest delay between attempts. Default: 8000. */
  readonly longest?: number;
  /** Factor by which the delay grows with each retry. Default: 2. */
  readonly factor?: number;
  /** Time limit of a call that has none of its own, including retries. Default: none. */
  readonly deadline?: number;
  /** Statuses to retry, for example `429` or `5XX`. Default: 408, 409, 429 and 5XX. */
  readonly statuses?: readonly string[];
}

/** Whether an error response is retried; the header `x-should-retry` takes precedence over the status. */
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
 * The delay before the next attempt in milliseconds, and whether the server `asked` for it: in the header
 * `retry-after-ms`, or in `Retry-After` as seconds or a date (RFC 9110 section 10.2.3). Without a valid
 * header the delay grows exponentially, by default from 0.5 s to 8 s, with up to 25 % subtracted at random.
 *
 * @param retry the number of earlier retries
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
 * Waits for a number of milliseconds.
 *
 * @throws APIUserAbortError as soon as the signal is aborted
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

/** @internal Whether a request is sent again if its response was cut off: the server has processed it. */
export function isRepeatable({ method, idempotencyKey, __idempotent }: FinalRequestOptions): boolean {
  return !!idempotencyKey || __idempotent === true || (method !== 'post' && method !== 'patch');
}
