/** The only access to the process: output, environment variables and the exit code. */
import process from 'node:process';
import picocolors from 'picocolors';
import { terminalLines } from '../lib/safe-text.ts';

export interface Terminal {
  /** Prints results: text that another program may read. */
  readonly out: (text: string) => void;
  /** Prints messages for people. */
  readonly err: (text: string) => void;
  /** Prints a progress line that replaces itself; prints nothing if the output is not a terminal. */
  readonly progress: (text: string) => void;
  readonly cwd: string;
  readonly colors: ReturnType<typeof picocolors.createColors>;
  readonly now: () => number;
  readonly pid: number;
  readonly env: Readonly<Record<string, string | undefined>>;
  /**
   * From this call on, a signal requests a stop instead of ending the process. Returns a
   * function that restores the default.
   */
  readonly holdSignals: () => () => void;
}

export function processTerminal(holdSignals: Terminal['holdSignals']): Terminal {
  const { stdout, stderr } = process;
  const isTerminal = stderr.isTTY === true && process.env['CI'] === undefined;
  // All output passes through here, so this is the last place to escape text of a document.
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
