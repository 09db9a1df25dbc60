/** One Python process that plays calls: JSON lines to it and from it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Data } from './values.ts';

export interface Play {
  /** Folder in which the package stands, and its name. */
  readonly folder: string;
  readonly package: string;
  readonly client: string;
  readonly colour: 'sync' | 'async';
  readonly options: Readonly<Record<string, Data>>;
  /** Attributes from the client to the method. */
  readonly path: readonly string[];
  readonly args: readonly Data[];
  readonly kwargs: Readonly<Record<string, Data>>;
  /** Requests are written down and answered with this; without it they go to the server. */
  readonly answer?: Data;
  /** Pages are looped over, and what came before an error is told. */
  readonly isLoop?: boolean;
  /** The stream is read through the helper that reconnects, with these keyword arguments. */
  readonly reconnect?: { readonly drops: boolean; readonly settings: Readonly<Record<string, Data>> };
}

/** What went over the wire. */
export interface PlayedRequest {
  readonly method: string;
  readonly host: string;
  /** Path and query as they are sent. */
  readonly target: string;
  readonly headers: readonly (readonly [string, string])[];
  /** Base64. */
  readonly body: string;
}

export interface Played {
  readonly requests: readonly PlayedRequest[];
  /** Of the last response. */
  readonly status?: number;
  readonly value?: Data;
  /** The printed client, the printed error with its request, and the log at its most talkative. */
  readonly shown?: string;
  /** Of a loop that an error ended. */
  readonly before?: Data;
  readonly error?: {
    readonly kind: string;
    readonly message: string;
    readonly status?: number;
    readonly body?: Data;
    readonly request?: { readonly method: string; readonly url: string };
  };
}

export interface Player {
  readonly play: (one: Play) => Promise<Played>;
  readonly stop: () => void;
}

const PROGRAM = join(import.meta.dirname, '../play.py');

export function startPlayer(python: string): Player {
  const child: ChildProcess = spawn(python, ['-W', 'error', '-W', 'ignore::DeprecationWarning', PROGRAM], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], PYTHONDONTWRITEBYTECODE: '1' },
  });
  const said: string[] = [];
  const waiting: { resolve: (played: Played) => void; reject: (error: Error) => void }[] = [];
  child.stderr?.on('data', (chunk) => said.push(String(chunk)));
  if (child.stdout)
    createInterface({ input: child.stdout }).on('line', (line) =>
      waiting.shift()?.resolve(JSON.parse(line) as Played),
    );
  child.on('exit', (code) => {
    for (const one of waiting.splice(0))
      one.reject(new Error(`The player ended with ${code}: ${said.join('')}`));
  });
  return {
    play: (one) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        child.stdin?.write(`${JSON.stringify(one)}\n`);
      }),
    stop: () => void child.kill(),
  };
}
