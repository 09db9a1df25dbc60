/** The programs of `docs/testing.md`, word for word, in the runners that the page names. */
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../../support/shared.ts';
import { here, requireTool } from './tools.ts';

const run = promisify(execFile);

/** One file per program. */
function programs(): readonly string[] {
  const page = readFileSync(join(projectRoot, 'generated/smithery/docs/testing.md'), 'utf8');
  return [...page.matchAll(/^```typescript\n(.*?)^```$/gms)].map((match) => match[1] ?? '');
}

/** How many of how many tests passed. */
interface Counts {
  readonly passed: number;
  readonly total: number;
  readonly programs: number;
}

const countsOf = (report: string, all: number): Counts => {
  const { numPassedTests, numTotalTests } = JSON.parse(report) as {
    readonly numPassedTests: number;
    readonly numTotalTests: number;
  };
  return { passed: numPassedTests, total: numTotalTests, programs: all };
};

export async function inVitest(folder: string): Promise<Counts> {
  const root = join(folder, 'vitest');
  mkdirSync(root);
  symlinkSync(join(projectRoot, 'node_modules/vitest'), join(folder, 'node_modules/vitest'));
  const all = programs();
  for (const [index, text] of all.entries()) writeFileSync(join(root, `${index}.test.ts`), text);
  await run(
    process.execPath,
    [
      join(projectRoot, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--root',
      root,
      '--reporter',
      'json',
      '--outputFile',
      'report.json',
    ],
    { cwd: root, env: plainEnvironment() },
  );
  return countsOf(readFileSync(join(root, 'report.json'), 'utf8'), all.length);
}

/** Babel makes CommonJS of them, as it does for most who use Jest. */
export async function inJest(folder: string): Promise<Counts> {
  const root = join(folder, 'jest');
  mkdirSync(root);
  writeFileSync(join(root, 'package.json'), '{}');
  const preset = [requireTool.resolve('@babel/preset-env'), { targets: { node: 'current' } }];
  const transform = {
    '\\.test\\.js$': [
      requireTool.resolve('babel-jest'),
      { babelrc: false, configFile: false, presets: [preset] },
    ],
  };
  writeFileSync(join(root, 'jest.config.json'), JSON.stringify({ transform }));
  const all = programs();
  for (const [index, text] of all.entries()) writeFileSync(join(root, `${index}.test.js`), forJest(text));
  await run(
    process.execPath,
    [
      join(here, 'node_modules/jest/bin/jest.js'),
      '--rootDir',
      root,
      '--json',
      '--outputFile',
      join(root, 'report.json'),
      '--no-cache',
      '--runInBand',
    ],
    { cwd: root, env: plainEnvironment() },
  );
  return countsOf(readFileSync(join(root, 'report.json'), 'utf8'), all.length);
}

/** What the page says of Jest. */
const forJest = (text: string): string =>
  text.replace("from 'vitest'", "from '@jest/globals'").replace(/\bvi\b/g, 'jest');

/** A runner within a runner must not take itself for the other. */
const plainEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^VITEST|^NODE_ENV$|^JEST/.test(name)));
