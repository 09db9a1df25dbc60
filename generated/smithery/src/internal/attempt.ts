import { APIConnectionError, APIConnectionTimeoutError, APIUserAbortError, SDKError } from '../error.ts';

// Nobody can read the body any more, so nobody needs to end it. Some platforms do not tell (Hermes, workers
// of before May 2025).
const { FinalizationRegistry: Registry } = globalThis;
const abandoned = Registry && new Registry<Attempt>((attempt) => attempt.release());

/** How platforms tell what went wrong. */
interface Trouble {
  readonly name?: string;
  readonly code?: unknown;
  readonly cause?: Trouble;
}

/** One try of a request: its time limit, and its link to the caller's signal. */
export class Attempt {
  /** Aborting it ends the request and the reading of its body. */
  readonly controller: AbortController = new AbortController();
  readonly #signal: AbortSignal | null | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  // Known here too, because asking a signal is slow.
  #stopped = false;
  #timedOut = false;
  #failed: SDKError | undefined;
  #interrupt: ((reason: unknown) => void) | undefined;
  // What to let go of in the end; absent once that has happened.
  #held: (() => void)[] | undefined = [];

  /** A signal that is aborted already ends the attempt before anything is sent. */
  constructor(timeout: number, signal: AbortSignal | null | undefined) {
    this.#signal = signal;
    if (signal?.aborted) {
      this.handleEvent();
    }
    signal?.addEventListener('abort', this, { once: true });
    // A timer that is set for longer ends at once.
    if (timeout > 0 && timeout < 2 ** 31) {
      this.#timer = setTimeout(() => {
        this.#timedOut = true;
        this.#stop();
      }, timeout);
    }
  }

  /** Waits for work; rejects as soon as the attempt is aborted, even if the work ignores that. */
  race<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      // A field rather than a listener: this runs several times for every request.
      this.#interrupt = reject;
      if (this.#stopped) {
        reject(this.controller.signal.reason);
      }
      work.then(resolve, reject);
    });
  }

  /** Lets a Node process end although nobody has read the response yet. */
  unref(): void {
    (this.#timer as { readonly unref?: () => void } | undefined)?.unref?.();
  }

  /** Ends the time limit, for a body that the caller reads at their own pace. */
  disarm(): void {
    clearTimeout(this.#timer);
  }

  /**
   * Gives the response to the caller, who reads its body at their own pace; the caller's signal still ends
   * it.
   */
  handOver(response: Response): Response {
    this.disarm();
    // It leads to the response.
    this.#interrupt = undefined;
    abandoned?.register(response.body ?? response, this);
    return response;
  }

  /**
   * Remembers what must be let go of when the attempt is over, which may be now: a stream that nobody reads
   * any more.
   */
  hold(letGo: () => void): void {
    if (this.#held) {
      this.#held.push(letGo);
    } else {
      letGo();
    }
  }

  /** Ends the time limit, the link to the caller's signal, and what was held. */
  release(): void {
    this.disarm();
    this.#signal?.removeEventListener('abort', this);
    this.#held?.forEach((letGo) => letGo());
    this.#held = undefined;
  }

  /** Ends the attempt with an error of ours: its body cannot be sent. */
  fail(error: SDKError): void {
    this.#failed = error;
    this.#stop(error);
  }

  /** The time limit, the failure or the abort behind an error, or the error itself. */
  explain(error: unknown): unknown {
    if (this.#timedOut) {
      return new APIConnectionTimeoutError({ cause: error });
    }
    return this.#failed ?? (this.controller.signal.aborted ? new APIUserAbortError({ cause: error }) : error);
  }

  /** The same for an error of the network, which is a connection error unless it was ours before. */
  failure(cause: unknown): SDKError {
    const reason = this.explain(cause);
    if (reason instanceof SDKError) {
      return reason;
    }
    // Platforms have time limits of their own, for connecting above all.
    const { name, code, cause: deeper }: Trouble = Object(cause);
    return /TIMED?_?OUT/i.test([name, code, deeper?.name, deeper?.code].join())
      ? new APIConnectionTimeoutError({ cause })
      : new APIConnectionError({ cause });
  }

  /** The caller's signal has been aborted. */
  handleEvent(): void {
    this.#stop(this.#signal?.reason);
  }

  #stop(reason?: unknown): void {
    this.#stopped = true;
    this.controller.abort(reason);
    this.#interrupt?.(this.controller.signal.reason);
  }
}
