/**
 * The action's second step, which alone has the token. Plain JavaScript, because it runs from a checkout
 * without a build.
 */
import process from 'node:process';
import { runComment } from './steps.mjs';

try {
  process.exitCode = await runComment({
    env: process.env,
    cwd: process.cwd(),
    log: (text) => process.stdout.write(`${text}\n`),
    fetch: globalThis.fetch,
  });
} catch (error) {
  // That the comment fails is no finding.
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}
