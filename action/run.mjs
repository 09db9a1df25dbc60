/**
 * The action's first step, without the token. Plain JavaScript, because it runs from a checkout without a
 * build.
 */
import process from 'node:process';
import { runAction } from './steps.mjs';

try {
  process.exitCode = await runAction({
    env: process.env,
    cwd: process.cwd(),
    log: (text) => process.stdout.write(`${text}\n`),
    fetch: globalThis.fetch,
  });
} catch (error) {
  // Exit code 1 says that the change is too much: a fault of ours must not.
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 4;
}
