/** Workflows, ours and those that are generated, run no code of others that could take the right to publish. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../support/shared.ts';

const FILES = [
  '.github/workflows/ci.yml',
  '.github/workflows/release.yml',
  'action.yml',
  'docs/diff.md',
  'templates/typescript/repository/ci.yml.hbs',
  'templates/typescript/repository/release.yml.hbs',
  'templates/python/repository/ci.yml.hbs',
  'templates/python/repository/release.yml.hbs',
  'templates/go/repository/ci.yml.hbs',
];
const textOf = (file: string): string => readFileSync(join(projectRoot, file), 'utf8');

test.each(FILES)('%s names each action of others by its commit', (file) => {
  const used = [...textOf(file).matchAll(/^.*uses: +(.*)$/gm)].map((found) => found[1] ?? '');
  for (const one of used.filter((name) => !name.startsWith('<owner>/sdkwright')))
    expect(one).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

test.each(FILES.filter((file) => file.includes('release.yml')))(
  '%s installs nothing where it may publish',
  (file) => {
    const jobs = textOf(file)
      .split(/^ {2}(?=[\w-]+:\n)/m)
      .slice(1);
    const mayPublish = jobs.filter((job) => job.includes('id-token: write'));
    expect(mayPublish.length).toBeGreaterThan(0);
    for (const job of mayPublish)
      expect(job).not.toMatch(/\b(?:npm (?:ci|install|i)|npx|pip install|npm test|npm run)\b/);
  },
);
