/** A Go SDK as the command makes it, in a folder of its own below the project's cache. */
import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { createProgram } from '../../../generator/cli/program.ts';
import { projectRoot } from '../../support/shared.ts';
import { quietTerminal } from '../../support/terminal.ts';

export interface GoSdk {
  readonly folder: string;
  readonly module: string;
  readonly stop: () => void;
}

const cache = join(projectRoot, 'node_modules/.cache');

/** Throws with what the command said where nothing is made. */
export async function goSdk(input: { readonly spec?: string; readonly config?: string }): Promise<GoSdk> {
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'go-sdk-'));
  const terminal = quietTerminal(projectRoot);
  const code = await createProgram(terminal, new AbortController().signal).run([
    'generate',
    '--target',
    'go',
    ...(input.spec === undefined ? [] : ['--spec', input.spec]),
    ...(input.config === undefined ? [] : ['--config', input.config]),
    '--allow',
    'remote',
    '--allow',
    'outside',
    '--out',
    folder,
  ]);
  const stop = (): void => rmSync(folder, { recursive: true, force: true });
  const manifest = join(folder, 'go.mod');
  if (!existsSync(manifest)) {
    stop();
    throw new Error(`exit ${code}: ${terminal.complained()}`);
  }
  return { folder, module: /^module (\S+)/.exec(readFileSync(manifest, 'utf8'))?.[1] ?? '', stop };
}

const exec = promisify(execFile);

/** What a program of the toolchain says; empty when nothing is wrong. */
export async function goSays(
  go: string,
  args: readonly string[],
  cwd: string,
  more: Readonly<Record<string, string>> = {},
): Promise<string> {
  const options = {
    cwd,
    env: { ...process.env, ...more, GOFLAGS: '-mod=mod', GOWORK: 'off' },
    maxBuffer: 1 << 26,
  };
  try {
    const { stdout, stderr } = await exec(go, [...args], options);
    return `${stdout}${stderr}`.trim();
  } catch (error) {
    const said = error as { readonly stdout?: string; readonly stderr?: string };
    return `${said.stdout ?? ''}${said.stderr ?? ''}`.trim() || String(error);
  }
}

export interface GoPlay {
  readonly Path: readonly string[];
  readonly Method: string;
  readonly Args?: readonly unknown[];
  readonly Fields?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly Body?: unknown;
  readonly Values?: Readonly<Record<string, string>>;
  readonly BaseURL: string;
  readonly Headers?: Readonly<Record<string, string>>;
  readonly MaxRetries?: number;
  readonly Timeout?: number;
  readonly MaxBytes?: number;
  readonly IsRecording?: boolean;
  readonly Get?: string;
  readonly IsRaw?: boolean;
  readonly Query?: Readonly<Record<string, string>>;
  readonly Reconnect?: {
    readonly Endless: boolean;
    readonly MaxReconnects: number;
    readonly Delay: number;
    readonly Drops: boolean;
  };
}

export interface GoPlayed {
  readonly requests?: readonly {
    readonly method: string;
    readonly host: string;
    readonly target: string;
    readonly headers: readonly (readonly [string, string])[];
    readonly body: string;
  }[];
  readonly value?: unknown;
  readonly before?: unknown;
  readonly shown: string;
  readonly status?: number;
  readonly error?: {
    readonly kind: string;
    readonly message: string;
    readonly status?: number;
    readonly body?: unknown;
    readonly request?: { readonly method: string; readonly url: string };
  };
}

export interface GoPlayer {
  readonly play: (call: GoPlay) => Promise<GoPlayed>;
  readonly stop: () => void;
}

/** One process that plays calls of an SDK: JSON lines to it and from it; `more` are further Go files of it. */
export async function goPlayer(go: string, sdk: GoSdk, ...more: readonly string[]): Promise<GoPlayer> {
  const folder = join(sdk.folder, 'player');
  mkdirSync(folder, { recursive: true });
  for (const file of [join(import.meta.dirname, 'player.go.txt'), ...more]) {
    const program = readFileSync(file, 'utf8').replaceAll('sdk.invalid/module', sdk.module);
    writeFileSync(join(folder, basename(file, '.txt')), program);
  }
  const said = await goSays(go, ['build', '-o', 'play', './player'], sdk.folder);
  if (said !== '') throw new Error(said);
  const child = spawn(join(sdk.folder, 'play'), { stdio: ['pipe', 'pipe', 'inherit'], env: {} });
  const waiting: ((played: GoPlayed) => void)[] = [];
  createInterface({ input: child.stdout }).on('line', (line) =>
    waiting.shift()?.(JSON.parse(line) as GoPlayed),
  );
  let ended: GoPlayed | undefined;
  child.on('exit', (code) => {
    ended = { shown: '', error: { kind: 'broken', message: `The player ended with ${code}` } };
    for (const resolve of waiting.splice(0)) resolve(ended);
  });
  return {
    play: (call) =>
      new Promise((resolve) => {
        if (ended) return void resolve(ended);
        waiting.push(resolve);
        child.stdin.write(`${JSON.stringify(call)}\n`);
      }),
    stop: () => void child.kill(),
  };
}

/** What the compiler, `go vet`, gofmt and staticcheck say of an SDK; empty when nothing. */
export async function faultsOf(go: string, { folder }: GoSdk): Promise<string> {
  const vetted = await goSays(go, ['vet', './...'], folder);
  const unformatted = await goSays(join(await goRoot(go), 'bin/gofmt'), ['-l', '.'], folder);
  const staticcheck = await staticcheckOf(go);
  const checked = staticcheck === undefined ? '' : await goSays(staticcheck, ['./...'], folder);
  return [vetted, unformatted, checked].filter((text) => text !== '').join('\n');
}

const STATICCHECK = '0.7.0';

/** The program, built once for the project; undefined where its source cannot be had. */
async function staticcheckOf(go: string): Promise<string | undefined> {
  const program = join(cache, `staticcheck-${STATICCHECK}`);
  if (existsSync(program)) return program;
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'go-tools-'));
  try {
    const module = `honnef.co/go/tools/cmd/staticcheck@v${STATICCHECK}`;
    const said = await goSays(go, ['install', module], folder, { GOBIN: folder });
    const built = join(folder, 'staticcheck');
    if (existsSync(built)) renameSync(built, program);
    else if (process.env['SDKWRIGHT_CI'] === 'all') throw new Error(said);
    else console.warn(`staticcheck cannot be built, so it says nothing: ${said}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return existsSync(program) ? program : undefined;
}

const goRoot = (go: string): Promise<string> => goSays(go, ['env', 'GOROOT'], '.');
