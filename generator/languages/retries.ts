/** Which failures an SDK retries, and when, for the prose of every language. */
import type { Api } from '../ir/types.ts';
import { byCodeUnit } from '../lib/order.ts';
import { type Code, lineText } from '../text/code.ts';

export interface RetryProse {
  /** For example `408, 409, 429 and 5xx`. */
  readonly statuses: Code;
  /**
   * The delay without `Retry-After`, as the end of a sentence: `waits 0.5 seconds before the first retry …`.
   */
  readonly delays: Code;
  /** Default deadline of a call in milliseconds; undefined: none. */
  readonly deadlineMs: number | undefined;
}

/** What every runtime retries (`retry.ts`, `_retry.py`, `retry.go`); `test/behaviours` compares them. */
export const RETRIED_STATUSES: readonly string[] = ['408', '409', '429', '5XX'];

/** The other defaults, too, equal those of the runtimes. */
export function retryProse(policy: Api['client']['retryPolicy']): RetryProse {
  const statuses = policy?.statuses.length ? policy.statuses : RETRIED_STATUSES;
  const { initialMs = 500, maxMs = 8000, exponent = 2, maxElapsedMs } = policy ?? {};
  const growth = exponent === 2 ? 'doubles the delay' : `multiplies the delay by ${exponent}`;
  return {
    statuses: lineText(joined([...statuses].sort(byCodeUnit).map((status) => status.toLowerCase()))),
    delays: lineText(
      `waits ${seconds(initialMs)} before the first retry and ${growth} for each further retry, up to ${seconds(maxMs)}, with random jitter`,
    ),
    deadlineMs: maxElapsedMs,
  };
}

const joined = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;

const seconds = (milliseconds: number): string =>
  milliseconds === 500
    ? 'half a second'
    : `${milliseconds / 1000} ${milliseconds === 1000 ? 'second' : 'seconds'}`;
