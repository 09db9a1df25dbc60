#!/usr/bin/env node
/** The command line: arguments in, an exit code out. */
import process from 'node:process';
import { createProgram } from './program.ts';
import { processTerminal } from './terminal.ts';

const terminal = processTerminal();
const controller = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => controller.abort());

// `sdkwright explain … | head`: who listens has heard enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

process.exitCode = await createProgram(terminal, controller.signal).run(process.argv.slice(2));
