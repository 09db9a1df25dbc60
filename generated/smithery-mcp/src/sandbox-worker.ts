/**
 * The worker thread: a separate JavaScript engine without network, files, environment or the host's clock.
 */
import * as nodeModule from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import variant from '@jitl/quickjs-wasmfile-release-sync';
import {
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSRuntime,
  type QuickJSSyncVariant,
  newQuickJSWASMModuleFromVariant,
  newVariant,
} from 'quickjs-emscripten-core';
import type { FromWorker, SandboxData, ToWorker } from './sandbox-messages.ts';
import { PRELUDE } from './sandbox-prelude.ts';

const { code, memoryBytes, deadlineMs, mostLogged, longestResult } = workerData as SandboxData;

/** Node provides it, but its types belong to the browser library. */
declare const WebAssembly: {
  readonly Memory: new (size: { readonly initial: number; readonly maximum: number }) => object;
  readonly RuntimeError: new () => Error;
};

// The package's types describe a different module format from the one Node loads.
const engine = variant as unknown as QuickJSSyncVariant;

const OUT_OF_MEMORY = 'The code used too much memory.';

const send = (message: FromWorker): void => parentPort?.postMessage(message);

const STACK_BYTES = 512 * 1024;
const PAGE_BYTES = 65_536;
/** Input of the engine. */
const FIRST_PAGES = 256;

async function main(): Promise<void> {
  // The engine's own limit does not count large blocks, so its whole memory is limited here.
  const maximum = Math.max(FIRST_PAGES + 64, Math.ceil(memoryBytes / PAGE_BYTES));
  const wasmMemory = new WebAssembly.Memory({ initial: FIRST_PAGES, maximum });
  const module = await newQuickJSWASMModuleFromVariant(newVariant(engine, { wasmMemory }));
  const runtime = module.newRuntime();
  const ends = Date.now() + deadlineMs;
  runtime.setMemoryLimit(memoryBytes);
  runtime.setMaxStackSize(STACK_BYTES);
  runtime.setInterruptHandler(() => Date.now() > ends);
  const context = runtime.newContext();
  provide(context, runtime);
  const prelude = context.evalCode(PRELUDE, 'prelude.js');
  if (prelude.error) return send({ kind: 'failed', message: 'The sandbox failed to start.' });
  prelude.value.dispose();
  // The code is the body of an async function, so that it can use `await` and `return`.
  const started = context.evalCode(
    `(async () => {\n${withoutTypes(code)}\n})().then((value) => JSON.stringify(value))`,
    'code.js',
  );
  if (started.error) return send({ kind: 'failed', message: errorText(context, started.error) });
  const promise = started.value;
  const settle = (): void => {
    const state = context.getPromiseState(promise);
    if (state.type === 'fulfilled') {
      const isText = context.typeof(state.value) === 'string';
      send({ kind: 'done', json: isText ? cut(context.getString(state.value)) : undefined });
    } else if (state.type === 'rejected') send({ kind: 'failed', message: errorText(context, state.error) });
    else if (calls.size === 0)
      send({ kind: 'failed', message: 'The code awaits a promise that never settles.' });
  };
  pump = () => {
    const ran = runtime.executePendingJobs();
    if (ran.error) return send({ kind: 'failed', message: errorText(context, ran.error) });
    settle();
  };
  pump();
}

/** Pending requests by number, resolved when the host has answered. */
const calls = new Map<number, (json: string) => void>();
let pump: () => void = () => undefined;
let count = 0;

const cut = (text: string): string =>
  text.length <= longestResult
    ? text
    : `${text.slice(0, longestResult)}\n… shortened from ${text.length} characters. Return only what you need.`;

/** Models write types. If Node cannot strip them, the engine reports the syntax error. */
function withoutTypes(given: string): string {
  const strip = (nodeModule as { stripTypeScriptTypes?: (code: string) => string }).stripTypeScriptTypes;
  if (strip === undefined) return given;
  try {
    const [head, foot] = ['async () => {\n', '\n}'];
    const stripped = strip(`${head}${given}${foot}`);
    return stripped.slice(head.length, stripped.length - foot.length);
  } catch {
    return given;
  }
}

/** Maximum number of calls in a run. The host has a lower limit of its own. */
const MOST_ASKED = 120;
/**
 * Maximum length of a request and of all requests of a run, in characters. Requests contain arguments of
 * calls.
 */
const LONGEST_REQUEST = 8_000_000;
const LONGEST_REQUESTS = 24_000_000;
/** Few requests are sent at a time, because the host reads them on its main thread. */
const MOST_AT_ONCE = 6;

const waiting: (() => void)[] = [];
let atOnce = 0;
let asked = 0;

/** The reason why a request is not passed on. */
function refusalOf(number: number, length: number): string | undefined {
  if (number > MOST_ASKED) return 'Too many calls in one run.';
  if (length > LONGEST_REQUEST) return 'The arguments are too large.';
  asked += length;
  return asked > LONGEST_REQUESTS ? 'The arguments of all calls of this run are too large.' : undefined;
}

function provide(context: QuickJSContext, runtime: QuickJSRuntime): void {
  const host = context.newFunction('host', (text) => {
    const deferred = context.newPromise();
    const number = ++count;
    const json = context.getString(text);
    const refusal = refusalOf(number, json.length);
    if (refusal !== undefined) return context.newString(JSON.stringify({ error: refusal }));
    calls.set(number, (json) => {
      const answer = context.newString(json);
      deferred.resolve(answer);
      answer.dispose();
    });
    void deferred.settled.then(() => runtime.alive && pump());
    const ask = (): void => {
      atOnce++;
      send({ kind: 'ask', number, json });
    };
    if (atOnce < MOST_AT_ONCE) ask();
    else waiting.push(ask);
    return deferred.handle;
  });
  context.setProp(context.global, '__host', host);
  let logged = 0;
  const log = context.newFunction('log', (text) => {
    if (logged >= mostLogged) return;
    const line = context.getString(text).slice(0, mostLogged - logged);
    logged += line.length + 1;
    send({ kind: 'log', line });
  });
  context.setProp(context.global, '__log', log);
  host.dispose();
  log.dispose();
}

/** Code may throw any value: only three strings are read from it, and an endless getter is interrupted. */
function errorText(context: QuickJSContext, handle: QuickJSHandle): string {
  const [kind, shown] = [context.typeof(handle), textOf(context, handle)];
  if (kind === 'object' || kind === 'function') {
    const textAt = (name: string): string | undefined => {
      const property = context.getProp(handle, name);
      const text = textOf(context, property);
      property.dispose();
      return text;
    };
    const [name, message, stack] = [textAt('name'), textAt('message'), textAt('stack')];
    handle.dispose();
    // When memory runs out, there is no error object.
    if (name === undefined && message === undefined && stack === undefined)
      return 'The code threw a value without a message; it may have used too much memory.';
    const text = `${name === undefined || name === '' ? 'Error' : name}: ${message ?? ''}`;
    if (/interrupted/.test(text)) return 'The code took too long.';
    if (/out of memory/.test(text)) return OUT_OF_MEMORY;
    // The line in the caller's code, without the function around it.
    const [, line] = /code\.js:(\d{1,6})\b/.exec(stack ?? '') ?? [];
    return `${text}${line === undefined ? '' : ` (line ${Number(line) - 1})`}`;
  }
  handle.dispose();
  return shown === undefined || shown === '' ? 'The code failed without a message.' : shown;
}

const LONGEST_ERROR = 2000;

function textOf(context: QuickJSContext, handle: QuickJSHandle): string | undefined {
  switch (context.typeof(handle)) {
    case 'string':
      return context.getString(handle).slice(0, LONGEST_ERROR);
    case 'number':
      return String(context.getNumber(handle));
    default:
      return undefined;
  }
}

parentPort?.on('message', ({ number, json }: ToWorker) => {
  const resume = calls.get(number);
  calls.delete(number);
  atOnce--;
  waiting.shift()?.();
  resume?.(json);
});

main().catch((error: unknown) =>
  send({
    kind: 'failed',
    // Running out of memory may crash the engine.
    message:
      error instanceof WebAssembly.RuntimeError
        ? OUT_OF_MEMORY
        : error instanceof RangeError
          ? 'The code is nested too deeply.'
          : 'The sandbox stopped.',
  }),
);
