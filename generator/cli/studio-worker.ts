/** The studio's thread for long tasks: the effect on users, and a whole generation. */
import { parentPort } from 'node:worker_threads';
import picocolors from 'picocolors';
import type { EffectView } from '../studio/contract.ts';
import type { Inputs } from './inputs.ts';
import { runGenerate } from './commands/generate.ts';
import { type EffectRequest, effectOf } from './studio-effect.ts';
import type { Terminal } from './terminal.ts';

export type WorkerRequest =
  | { readonly id: number; readonly kind: 'effect'; readonly request: EffectRequest }
  | {
      readonly id: number;
      readonly kind: 'generate';
      readonly inputs: Inputs;
      readonly cwd: string;
      readonly pid: number;
      readonly env: Terminal['env'];
    };

export type WorkerAnswer =
  | { readonly id: number; readonly kind: 'effect'; readonly effect: EffectView }
  | { readonly id: number; readonly kind: 'progress'; readonly text: string }
  | {
      readonly id: number;
      readonly kind: 'generated';
      readonly code: number;
      readonly lines: readonly string[];
    }
  | { readonly id: number; readonly kind: 'fault'; readonly reason: string };

async function answer(request: WorkerRequest, post: (answer: WorkerAnswer) => void): Promise<void> {
  const { id } = request;
  if (request.kind === 'effect') {
    post({ id, kind: 'effect', effect: await effectOf(request.request) });
    return;
  }
  const lines: string[] = [];
  const terminal: Terminal = {
    out: (text) => void lines.push(...text.split('\n')),
    err: (text) => void lines.push(...text.split('\n')),
    progress: (text) => text !== '' && post({ id, kind: 'progress', text }),
    cwd: request.cwd,
    colors: picocolors.createColors(false),
    now: () => performance.now(),
    pid: request.pid,
    env: request.env,
    holdSignals: () => () => undefined,
  };
  const { code } = await runGenerate(terminal, {
    ...request.inputs,
    allowCommands: false,
    mode: 'write',
    allowEdits: true,
    strict: false,
    quiet: false,
    listChanges: true,
  });
  post({ id, kind: 'generated', code, lines });
}

const port = parentPort;
port?.on('message', (request: WorkerRequest) => {
  answer(request, (message) => port.postMessage(message)).catch((error: unknown) =>
    port.postMessage({
      id: request.id,
      kind: 'fault',
      reason: error instanceof Error ? error.message : String(error),
    } satisfies WorkerAnswer),
  );
});
