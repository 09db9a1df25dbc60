/** `generated/` is what would be generated today, whole trees with nothing more, and every tree compiles. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createProgram } from '../../generator/cli/program.ts';
import { typecheckTree } from '../../generator/verify/typecheck.ts';
import { quietTerminal } from '../support/terminal.ts';
import { projectRoot } from '../support/shared.ts';

const GOLDENS = ['smithery', 'bookshop'] as const;

/** What people and their tools put beside the golden; git does not have it either. */
const LOCAL = /(?:^|\/)(?:node_modules|dist)(?:\/|$)/;

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => !LOCAL.test(path))
    .sort();
}

describe.each(GOLDENS)('generated/%s', (name) => {
  const folder = join(projectRoot, 'generated', name);

  it('is what would be generated', async () => {
    const terminal = quietTerminal(projectRoot);
    const code = await createProgram(terminal, new AbortController().signal).run([
      'generate',
      '--check',
      '--config',
      `specs/${name}/sdkwright.yml`,
    ]);
    expect(terminal.printed()).toBe('');
    expect(code).toBe(0);
  });

  it('has no orphans', () => {
    const manifest = JSON.parse(readFileSync(join(folder, '.sdkwright/manifest.json'), 'utf8')) as {
      readonly files: Readonly<Record<string, string>>;
    };
    expect(filesIn(folder).filter((path) => !path.startsWith('.sdkwright/'))).toEqual(
      Object.keys(manifest.files).sort(),
    );
  });

  it('compiles under strict settings', () => {
    const files = filesIn(folder)
      .filter((path) => path.startsWith('src/'))
      .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
    expect(files.length).toBeGreaterThan(40);
    expect(typecheckTree(files)).toEqual([]);
  });

  it('says nothing of this machine', () => {
    const telling = filesIn(folder).filter(
      (path) =>
        /\/(?:home|Users|work|tmp)\/|node_modules\/\.|localhost:\d{4,}/.test(
          readFileSync(join(folder, path), 'utf8'),
        ) && !/^(?:scripts|tests)\//.test(path),
    );
    expect(telling).toEqual([]);
  });
});

it('has a golden for each', () => {
  expect(GOLDENS.filter((name) => !existsSync(join(projectRoot, 'generated', name)))).toEqual([]);
});
