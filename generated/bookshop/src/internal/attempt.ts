import { APIConnectionError, APIConnectionTimeoutError, APIUserAbortError, SDKError } from '../error.ts';

// Releases an attempt when its response was garbage-collected. Some platforms have no FinalizationRegistry
// (Hermes, Cloudflare Workers before May 2025).
const { FinalizationRegistry: Registry } = globalThis;
const abandoned = Registry && new Registry<Attempt>((attempt) => attempt.release());

/** The properties by which platforms report the reason of an error. */
interface Trouble {
  readonly name?: string;
  readonly code?: unknown;
  readonly cause?: Trouble;
}

/** One attempt of a request: its timeout, and its link to the caller's signal. */
export class Attempt {
  /** Aborts the request and the reading of its body. */
  readonly controller: AbortController = new AbortController();
  /** Adds the method, path and request ID to an error of the stream; absent if the response is no stream. */
  describe?: (error: SDKError) => SDKError;
  readonly #signal: AbortSignal | null | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  // A copy of `signal.aborted`, which is slow to read.
  #stopped = false;
  #timedOut = false;
  #failed: SDKError | undefined;
  #interrupt: ((reason: unknown) => void) | undefined;
  // Functions to call on release; undefined after the release.
  #held: (() => void)[] | undefined = [];

  /** If the signal is already aborted, nothing is sent. */
  constructor(timeout: number, signal: AbortSignal | null | undefined) {
    this.#signal = signal;
    if (signal?.aborted) {
      this.handleEvent();
    }
    signal?.addEventListener('abort', this, { once: true });
    // A longer timer would fire immediately.
    if (timeout > 0 && timeout < 2 ** 31) {
      this.#timer = setTimeout(() => {
        this.#timedOut = true;
        this.#stop();
      }, timeout);
    }
  }

  /** Waits for work; rejects as soon as the attempt is aborted, even if the work ignores the signal. */
  race<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      // A field instead of a listener, because this runs several times per request.
      this.#interrupt = reject;
      if (this.#stopped) {
        reject(this.controller.signal.reason);
      }
      work.then(resolve, reject);
    });
  }

  /** Allows a Node process to exit while the response is unread. */
  unref(): void {
    (this.#timer as { readonly unref?: () => void } | undefined)?.unref?.();
  }

  /** Stops the timeout, because the caller reads the body at their own pace. */
  disarm(): void {
    clearTimeout(this.#timer);
  }

  /**
   * Prepares the response for a caller who reads its body at their own pace: stops the timeout, keeps the
   * link to the caller's signal.
   */
  handOver(response: Response): Response {
    this.disarm();
    // The closure references the response.
    this.#interrupt = undefined;
    abandoned?.register(response.body ?? response, this);
    return response;
  }

  /**
   * Registers a function that runs when the attempt is released, for example to close a stream. It runs
   * immediately if the attempt is already released.
   */
  hold(letGo: () => void): void {
    if (this.#held) {
      this.#held.push(letGo);
    } else {
      letGo();
    }
  }

  /** Stops the timeout, unlinks the caller's signal and runs the registered functions. */
  release(): void {
    this.disarm();
    this.#signal?.removeEventListener('abort', this);
    this.#held?.forEach((letGo) => letGo());
    this.#held = undefined;
  }

  /** Aborts the attempt because its body cannot be sent. */
  fail(error: SDKError): void {
    this.#failed = error;
    this.#stop(error);
  }

  /** The reason of an error: the timeout, the failure passed to `fail`, the abort, or the error itself. */
  explain(error: unknown): unknown {
    if (this.#timedOut) {
      return new APIConnectionTimeoutError({ cause: error });
    }
    return this.#failed ?? (this.controller.signal.aborted ? new APIUserAbortError({ cause: error }) : error);
  }

  /** Converts an error of `fetch`: an error that is not from this package becomes a connection error. */
  failure(cause: unknown): SDKError {
    const reason = this.explain(cause);
    if (reason instanceof SDKError) {
      return reason;
    }
    // Platforms have their own timeouts, mostly for connecting.
    const { name, code, cause: deeper }: Trouble = Object(cause);
    return /TIMED?_?OUT/i.test([name, code, deeper?.name, deeper?.code].join())
      ? new APIConnectionTimeoutError({ cause })
      : new APIConnectionError({ cause });
  }

  /** Called when the caller's signal is aborted. */
  handleEvent(): void {
    this.#stop(this.#signal?.reason);
  }

  #stop(reason?: unknown): void {
    this.#stopped = true;
    this.controller.abort(reason);
    this.#interrupt?.(this.controller.signal.reason);
  }
}
