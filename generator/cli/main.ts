#!/usr/bin/env node
/** The entry point of the command line: reads arguments and sets the exit code. */
import './engine.ts';
import process from 'node:process';
import { isMainThread } from 'node:worker_threads';
import { INTERRUPTED, holdSignals } from './interrupt.ts';
import { createProgram } from './program.ts';
import { processTerminal } from './terminal.ts';

if (isMainThread) await runCommand();
// The studio's thread runs the same file, so that the package contains the code once.
else await import('./studio-worker.ts');

async function runCommand(): Promise<void> {
  const controller = new AbortController();
  const terminal = processTerminal(() => holdSignals(controller));

  // `sdkwright explain … | head`: the reader may close the pipe early.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });

  const code = await createProgram(terminal, controller.signal).run(process.argv.slice(2));
  process.exitCode = controller.signal.aborted && code !== 0 ? INTERRUPTED : code;
}
