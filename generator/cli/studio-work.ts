/** Manages the studio's thread: it starts when needed, and ends after some idle time. */
import { Worker } from 'node:worker_threads';
import { packageFolder } from '../lib/package-folder.ts';
import type { StudioWork } from '../studio/contract.ts';
import type { Inputs } from './inputs.ts';
import type { WorkerAnswer, WorkerRequest } from './studio-worker.ts';
import type { Terminal } from './terminal.ts';

const IDLE_MS = 20_000;

type Waiting = { readonly done: (answer: WorkerAnswer) => void; readonly progress: (text: string) => void };

export function createStudioWork(
  { cwd, pid, env }: Pick<Terminal, 'cwd' | 'pid' | 'env'>,
  inputs: Inputs,
): StudioWork {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let count = 0;
  let idle: ReturnType<typeof setTimeout> | undefined;

  const end = async (): Promise<void> => {
    const ended = worker;
    worker = undefined;
    clearTimeout(idle);
    await ended?.terminate();
  };
  const failAll = (reason: string): void => {
    for (const [id, { done }] of waiting) done({ id, kind: 'fault', reason });
    waiting.clear();
    worker = undefined;
  };
  const started = (): Worker => {
    if (worker !== undefined) return worker;
    const fresh = new Worker(packageFolder('dist/cli/main.js'));
    fresh.on('message', (answer: WorkerAnswer) => {
      if (answer.kind === 'progress') return void waiting.get(answer.id)?.progress(answer.text);
      waiting.get(answer.id)?.done(answer);
      waiting.delete(answer.id);
      clearTimeout(idle);
      if (waiting.size === 0) idle = setTimeout(() => void end(), IDLE_MS).unref();
    });
    fresh.on('error', (error) => failAll(error instanceof Error ? error.message : String(error)));
    fresh.unref();
    worker = fresh;
    return fresh;
  };
  const ask = (request: WorkerRequest, progress: (text: string) => void): Promise<WorkerAnswer> =>
    new Promise((done) => {
      clearTimeout(idle);
      waiting.set(request.id, { done, progress });
      started().postMessage(request);
    });

  const effectNow: StudioWork['effect'] = async ({ base, language, start }) => {
    const request = { base, language, start, inputs, cwd };
    const answer = await ask({ id: (count += 1), kind: 'effect', request }, () => undefined);
    return answer.kind === 'effect'
      ? answer.effect
      : { base, bump: 'none', findings: [], fault: answer.kind === 'fault' ? answer.reason : '' };
  };
  let running: Promise<unknown> = Promise.resolve();
  let latest = 0;

  return {
    // Changes come faster than comparisons, so only the last request that waits is answered.
    effect: async (request) => {
      const mine = (latest += 1);
      await running;
      if (mine !== latest) return { base: request.base, bump: 'none', findings: [], isOutdated: true };
      const done = effectNow(request);
      running = done.catch(() => undefined);
      return done;
    },
    generate: async (progress) => {
      const { XDG_CACHE_HOME, HOME } = env;
      const answer = await ask(
        { id: (count += 1), kind: 'generate', inputs, cwd, pid, env: { XDG_CACHE_HOME, HOME } },
        progress,
      );
      return answer.kind === 'generated'
        ? { code: answer.code, lines: answer.lines }
        : { code: 1, lines: [answer.kind === 'fault' ? answer.reason : ''] };
    },
    close: end,
  };
}
