/** The action's one step. Plain JavaScript, because it runs from a checkout without a build. */
import process from 'node:process';
import { runAction } from './steps.mjs';

process.exitCode = await runAction({ env: process.env, cwd: process.cwd(), log: (text) => process.stdout.write(`${text}\n`), fetch: globalThis.fetch });
