#!/usr/bin/env node
/** The command line: arguments in, an exit code out. */
import process from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { letGrow } from './heap.ts';
import { createProgram } from './program.ts';
import { processTerminal } from './terminal.ts';

// A run lasts seconds: what the optimising compiler spends on half the functions never pays off, and is a quarter of the processor time.
if (Number.parseInt(process.versions.v8, 10) < 15) setFlagsFromString('--interrupt-budget=600000');

letGrow();
const terminal = processTerminal();
const controller = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => controller.abort());

// `sdkwright explain … | head`: who listens has heard enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

process.exitCode = await createProgram(terminal, controller.signal).run(process.argv.slice(2));
