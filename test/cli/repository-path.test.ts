/** Names of files for code hosts: from the root of git, whatever the current folder. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { repositoryPath } from '../../generator/cli/repository-path.ts';

const root = mkdtempSync(join(tmpdir(), 'sdkwright-root-'));
mkdirSync(join(root, '.git'));
mkdirSync(join(root, 'pkg/pkg'), { recursive: true });
writeFileSync(join(root, 'pkg/pkg/here.yml'), '');
afterAll(() => rmSync(root, { recursive: true, force: true }));

it.each([
  ['pkg', 'a.yml', 'pkg/a.yml'],
  ['pkg', './sub/a.yml', 'pkg/sub/a.yml'],
  ['pkg', '../a.yml', 'a.yml'],
  // The name of a file of a commit starts at the root.
  ['pkg', 'pkg/gone.yml', 'pkg/gone.yml'],
  ['pkg', 'pkg/here.yml', 'pkg/pkg/here.yml'],
  ['', 'pkg/a.yml', 'pkg/a.yml'],
  ['pkg', join(root, 'pkg/a.yml'), 'pkg/a.yml'],
  ['pkg', '/elsewhere/a.yml', '/elsewhere/a.yml'],
  ['pkg', 'https://shop.example/a.yml', 'https://shop.example/a.yml'],
])('in %j, %s is %s', (folder, name, shown) => {
  expect(repositoryPath(join(root, folder))(name)).toBe(shown);
});
