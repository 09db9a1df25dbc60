/** Names of files for code hosts: from the root of git, whatever the current folder. */
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { repositoryPath } from '../../generator/cli/repository-path.ts';

const root = join(tmpdir(), `sdkwright-root-${process.pid}`);
beforeEach(() => {
  mkdirSync(join(root, '.git'), { recursive: true });
  mkdirSync(join(root, 'pkg/pkg'), { recursive: true });
  writeFileSync(join(root, 'pkg/pkg/here.yml'), '');
  symlinkSync(join(root, 'pkg'), join(root, 'link'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

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
  ['pkg', join(root, '..far/a.yml'), '..far/a.yml'],
  ['pkg', join(root, '../a.yml'), join(root, '../a.yml')],
  ['link', 'a.yml', 'pkg/a.yml'],
  ['', './a.yml', 'a.yml'],
  ['pkg', '../../a.yml', '../a.yml'],
  ['pkg', 'https://shop.example/a.yml', 'https://shop.example/a.yml'],
])('in %j, %s is %s', (folder, name, shown) => {
  expect(repositoryPath(join(root, folder))(name)).toBe(shown);
});
