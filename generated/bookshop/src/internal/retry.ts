/** When to repeat a request, and after which pause. */
import { Attempt } from './attempt.ts';

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 8_000;

/** Whether an error response may go away by itself; `x-should-retry` has the last word. */
export function shouldRetry({ status, headers }: Response): boolean {
  const told = headers.get('x-should-retry');
  if (told === 'true' || told === 'false') {
    return told === 'true';
  }
  return status === 408 || status === 409 || status === 429 || status >= 500;
}

/**
 * Milliseconds to wait before the next attempt.
 *
 * What the server asks for is honoured up to `cap`: `retry-after-ms`, then
 * `Retry-After` in seconds or as a date (RFC 9110 section 10.2.3). Else the
 * pause doubles from 0.5 s to 8 s, less up to a quarter at random.
 *
 * @param retry how many retries there were before, from 0
 */
export function retryDelay(headers: Headers | undefined, retry: number, cap: number): number {
  const asked = headers ? askedDelay(headers) : undefined;
  if (asked !== undefined && asked >= 0 && asked <= cap) {
    return asked;
  }
  return Math.min(FIRST_PAUSE * 2 ** retry, LONGEST_PAUSE) * (1 - Math.random() * 0.25);
}

function askedDelay(headers: Headers): number | undefined {
  const milliseconds = numberOf(headers.get('retry-after-ms'));
  if (milliseconds !== undefined) {
    return milliseconds;
  }
  const after = headers.get('retry-after');
  const seconds = numberOf(after);
  if (seconds !== undefined) {
    return seconds * 1000;
  }
  const date = after ? Date.parse(after) : NaN;
  // A date that has just passed means now.
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}

function numberOf(text: string | null): number | undefined {
  const value = text?.trim() ? Number(text) : NaN;
  return Number.isNaN(value) ? undefined : value;
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
