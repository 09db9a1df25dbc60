/** Workflows that may publish as well as a new `release.yml`. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { otherPublishers } from '../../generator/cli/commands/other-publishers.ts';

const RELEASE = '.github/workflows/release.yml';
const NPM = 'jobs: { a: { steps: [{ run: npm publish }] } }\n';
const PYPI = 'jobs: { a: { steps: [{ uses: pypa/gh-action-pypi-publish@release/v1 }] } }\n';
const TEST = 'jobs: { a: { steps: [{ run: npm test }] } }\n';

it.each<[files: Readonly<Record<string, string>>, created: readonly string[], found: readonly string[]]>([
  [{ 'publish.yml': NPM }, [RELEASE], ['publish.yml']],
  [{ 'publish.yaml': NPM }, [RELEASE, 'README.md'], ['publish.yaml']],
  [{ 'publish.yml': NPM }, [], []],
  [{ 'publish.yml': NPM }, ['.github/workflows/ci.yml'], []],
  [{ 'python.yml': PYPI }, [RELEASE], ['python.yml']],
  [{ 'z.yml': NPM, 'a.yml': PYPI, 'm.yml': NPM }, [RELEASE], ['a.yml', 'm.yml', 'z.yml']],
  [{ 'test.yml': TEST }, [RELEASE], []],
  [{ 'release.yml': NPM }, [RELEASE], []],
  [{ 'publish.yml.txt': NPM, 'publish.md': NPM, yml: NPM }, [RELEASE], []],
  [{ 'publish.yml/inner.txt': NPM }, [RELEASE], []],
  [{}, [RELEASE], []],
])('%# %j with %j', (files, created, found) => {
  const dir = mkdtempSync(join(tmpdir(), 'sdkwright-publishers-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      const path = join(dir, '.github/workflows', name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    const diagnostics = otherPublishers(dir, created);
    expect(diagnostics.map(({ code }) => code)).toEqual(found.map(() => 'publisher-exists'));
    found.forEach((name, index) => {
      expect(diagnostics[index]?.message).toContain(`.github/workflows/${name}`);
      expect(diagnostics[index]?.message).toContain(RELEASE);
    });
  } finally {
    rmSync(dir, { recursive: true });
  }
});
