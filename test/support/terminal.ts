/** A terminal that keeps what is printed. */
import picocolors from 'picocolors';
import type { Terminal } from '../../generator/cli/terminal.ts';

export interface QuietTerminal extends Terminal {
  /** Standard output so far. */
  readonly printed: () => string;
  /** Standard error so far. */
  readonly complained: () => string;
}

export function quietTerminal(cwd: string): QuietTerminal {
  const out: string[] = [];
  const err: string[] = [];
  let clock = 0;
  return {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    progress: () => undefined,
    cwd,
    colors: picocolors.createColors(false),
    now: () => (clock += 1),
    pid: process.pid,
    env: {},
    holdSignals: () => () => undefined,
    printed: () => out.join('\n'),
    complained: () => err.join('\n'),
  };
}
