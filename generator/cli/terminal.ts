/** The only door to the process: what a command prints, asks of the environment, and ends with. */
import process from 'node:process';
import picocolors from 'picocolors';
import { terminalLines } from '../lib/safe-text.ts';

export interface Terminal {
  /** Results: text that another program may read. */
  readonly out: (text: string) => void;
  /** Messages to a person. */
  readonly err: (text: string) => void;
  /** A line that replaces itself while work goes on; nothing where output is no terminal. */
  readonly progress: (text: string) => void;
  readonly cwd: string;
  readonly colors: ReturnType<typeof picocolors.createColors>;
  readonly now: () => number;
  readonly pid: number;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** From here on a signal asks to stop instead of ending the process; returns the end of that. */
  readonly holdSignals: () => () => void;
}

export function processTerminal(holdSignals: Terminal['holdSignals']): Terminal {
  const { stdout, stderr } = process;
  const isTerminal = stderr.isTTY === true && process.env['CI'] === undefined;
  // The door is the last place where a text of a document can be stopped, whichever command prints it.
  const hasColors = picocolors.isColorSupported;
  const safe = (text: string): string => terminalLines(text, { hasColors });
  const clear = isTerminal ? '\r\u001b[2K' : '';
  return {
    out: (text) => void stdout.write(`${safe(text)}\n`),
    err: (text) => void stderr.write(`${clear}${safe(text)}\n`),
    progress: (text) =>
      void (isTerminal && stderr.write(text === '' ? clear : `${clear}${picocolors.dim(safe(text))}`)),
    cwd: process.cwd(),
    colors: picocolors.createColors(hasColors),
    now: () => performance.now(),
    pid: process.pid,
    env: process.env,
    holdSignals,
  };
}
