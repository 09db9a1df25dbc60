/** Runs a model's code in a new engine in a new thread. The code can request calls and nothing else. */
import * as nodeModule from 'node:module';
import { Worker } from 'node:worker_threads';
import type { FromWorker, SandboxData, ToWorker } from './sandbox-messages.ts';

export interface SandboxLimits {
  readonly timeoutMs: number;
  readonly memoryBytes: number;
}

export const LIMITS: SandboxLimits = { timeoutMs: 30_000, memoryBytes: 64 * 1024 * 1024 };

const LONGEST_CODE = 100_000;
const MOST_LOGGED = 20_000;
const LONGEST_RESULT = 40_000;
const MOST_AT_ONCE = 4;

export interface Ran {
  /** The returned value as JSON; absent if the code returned nothing. */
  readonly json?: string;
  readonly failure?: string;
  readonly logs: readonly string[];
}

/** `ask` receives the JSON that the code sent, and never rejects. */
export async function runCode(
  code: string,
  ask: (json: string) => Promise<string>,
  limits: SandboxLimits = LIMITS,
  signal?: AbortSignal,
): Promise<Ran> {
  if (code.length > LONGEST_CODE)
    return { failure: `The code is longer than ${LONGEST_CODE} characters.`, logs: [] };
  await place();
  try {
    return await inWorker(code, { ask, limits, signal });
  } finally {
    running--;
    waiting.shift()?.();
  }
}

let running = 0;
const waiting: (() => void)[] = [];

/** Each run needs its own memory, so only a few run at once. */
async function place(): Promise<void> {
  if (running >= MOST_AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  running++;
}

interface Run {
  readonly ask: (json: string) => Promise<string>;
  readonly limits: SandboxLimits;
  readonly signal: AbortSignal | undefined;
}

function inWorker(code: string, { ask, limits, signal }: Run): Promise<Ran> {
  const { timeoutMs, memoryBytes } = limits;
  const data: SandboxData = {
    code,
    memoryBytes,
    deadlineMs: timeoutMs,
    mostLogged: MOST_LOGGED,
    longestResult: LONGEST_RESULT,
  };
  const logs: string[] = [];
  return new Promise((done) => {
    // The worker receives nothing of this process: no environment, no arguments, no streams.
    const worker = new Worker(new URL('./sandbox-worker.js', import.meta.url), {
      workerData: data,
      env: {},
      argv: [],
      execArgv: [],
      stdin: false,
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 },
    });
    const finish = (ran: Omit<Ran, 'logs'>): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      void worker.terminate();
      done({ ...ran, logs });
    };
    const stop = (): void => finish({ failure: 'The call was cancelled.' });
    // The engine has its own, shorter limit; this one ends code that blocks the engine.
    const timer = setTimeout(
      () => finish({ failure: `The code took longer than ${timeoutMs / 1000} s.` }),
      timeoutMs + 250,
    );
    if (signal?.aborted === true) return stop();
    signal?.addEventListener('abort', stop, { once: true });
    worker.on('message', (message: FromWorker) => {
      switch (message.kind) {
        case 'ask': {
          const { number } = message;
          void ask(message.json).then((json) => worker.postMessage({ number, json } satisfies ToWorker));
          break;
        }
        case 'log':
          logs.push(message.line);
          break;
        case 'done':
          finish(message.json === undefined ? {} : { json: message.json });
          break;
        case 'failed':
          finish({ failure: message.message });
          break;
        default:
          message satisfies never;
      }
    });
    worker.on('error', (error) =>
      finish({
        failure: /memory/i.test(error.message) ? 'The code used too much memory.' : 'The sandbox stopped.',
      }),
    );
    worker.on('exit', () => finish({ failure: 'The sandbox stopped.' }));
  });
}

/** Node can strip types since version 22.13. */
export const canStripTypes: boolean = 'stripTypeScriptTypes' in nodeModule;
