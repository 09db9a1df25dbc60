/** Go for the tests: the toolchain of the machine, with a cache below the project. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** The compiler; undefined where there is none, which is said once. */
export function goForTests(): string | undefined {
  const found = ['go', '/usr/local/go/bin/go'].find((command) => {
    if (command.startsWith('/') && !existsSync(command)) return false;
    try {
      return /go1\.(?:2[4-9]|[3-9]\d)/.test(execFileSync(command, ['version'], { stdio: 'pipe' }).toString());
    } catch {
      return false;
    }
  });
  if (found === undefined) {
    const advice = 'Go 1.24 or later is missing: the tests of the Go SDK';
    if (process.env['SDKWRIGHT_CI'] === 'all') throw new Error(`${advice} cannot run`);
    console.warn(`${advice} are skipped`);
  }
  return found;
}
