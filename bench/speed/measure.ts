/** Whole processes from outside: what the operating system counted for them. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

export interface Figures {
  /** User and system seconds of the processor, children included. */
  readonly cpu: number;
  readonly wall: number;
  /** Peak resident memory of the largest process, in MiB. */
  readonly mebibytes: number;
}

export interface Command {
  readonly name: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** Runs before each measured run, and is not counted. */
  readonly before?: () => void;
}

const TIME = '/usr/bin/time';
const folder = mkdtempSync(join(tmpdir(), 'sdkwright-time-'));

/** Node with the given arguments. Undefined when it fails; why is printed. */
export function measure({ name, args, cwd, before }: Command): Figures | undefined {
  before?.();
  const file = join(folder, 'figures');
  const { status, stderr, stdout } = spawnSync(
    TIME,
    ['-o', file, '-f', '%U %S %e %M', process.execPath, ...args],
    {
      cwd,
      encoding: 'utf8',
      maxBuffer: 100_000_000,
      env: {
        ...process.env,
        PATH: `${join(cwd, 'node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`,
        REDOCLY_TELEMETRY: 'off',
        DO_NOT_TRACK: '1',
        CI: '1',
      },
    },
  );
  if (status !== 0) {
    console.log(
      `${name} failed: ${`${stderr}${stdout}`.trim().split('\n').slice(0, 4).join(' | ').slice(0, 300)}`,
    );
    return undefined;
  }
  const [user = 0, system = 0, wall = 0, kibibytes = 0] = (
    readFileSync(file, 'utf8').trim().split('\n').at(-1) ?? ''
  )
    .split(' ')
    .map(Number);
  return { cpu: user + system, wall, mebibytes: kibibytes / 1024 };
}

/**
 * Medians of interleaved runs: all commands once, then all again. A command that fails is left out from then
 * on.
 */
export function compare(commands: readonly Command[], runs: number): ReadonlyMap<string, Figures> {
  const samples = new Map<string, Figures[]>(commands.map((one) => [one.name, []]));
  for (let run = 0; run < runs; run++) {
    for (const command of commands) {
      const own = samples.get(command.name);
      const figures = own ? measure(command) : undefined;
      if (figures) own?.push(figures);
      else samples.delete(command.name);
    }
  }
  return new Map(
    [...samples].map(([name, all]) => [
      name,
      {
        cpu: median(all.map((one) => one.cpu)),
        wall: median(all.map((one) => one.wall)),
        mebibytes: median(all.map((one) => one.mebibytes)),
      },
    ]),
  );
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? NaN)
    : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}
