/**
 * The list of `npm run mutants` is true: what it names is there, and what it calls equivalent stands in the
 * file.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { equivalents } from '../../bench/mutants/equivalent.ts';
import { judged } from '../../bench/mutants/files.ts';
import { projectRoot } from '../support/shared.ts';

test.each(judged.map(({ file, tests }) => [file, tests] as const))(
  '%s and its tests are there',
  (file, tests) => {
    expect([file, ...tests].filter((path) => !existsSync(join(projectRoot, path)))).toEqual([]);
    expect(tests.length).toBeGreaterThan(0);
    expect(judged.filter((one) => one.file === file)).toHaveLength(1);
  },
);

test.each(equivalents.map((one) => [`${one.file}: ${one.from} → ${one.to}`, one] as const))(
  '%s',
  (_title, { file, from, within, reason }) => {
    expect(judged.map((one) => one.file)).toContain(file);
    const text = readFileSync(join(projectRoot, file), 'utf8').replace(/\s+/g, ' ');
    expect(text).toContain(from);
    expect(text).toContain((within ?? '').replace(/\s+/g, ' '));
    expect(reason.length).toBeGreaterThan(15);
  },
);
