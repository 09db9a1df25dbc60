/**
 * A published SDK as the base, and the bump that was announced. The packages are packed by npm from folders:
 * no registry is asked.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pc from 'picocolors';
import { beforeAll, describe, expect, it } from 'vitest';
import { bumpOfTitle, bumpOfVersions, declaredBump } from '../../generator/cli/declared-bump.ts';
import { type DiffArguments, computeDiff } from '../../generator/cli/diff.ts';
import { loadConfig } from '../../generator/config/load.ts';
import { diskIo } from '../../generator/source/io.ts';

const folder = mkdtempSync(join(tmpdir(), 'sdkwright-published-'));
const git = (...args: string[]): string =>
  execFileSync(
    'git',
    ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'init.defaultBranch=main', ...args],
    { cwd: folder, encoding: 'utf8' },
  );
const document = (name: string): string =>
  JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Pets', version: '1.0.0' },
    servers: [{ url: 'https://api.example.com' }],
    paths: { '/pets': { get: { operationId: name, responses: { 204: { description: 'ok' } } } } },
    tags: [],
  });

beforeAll(() => {
  mkdirSync(join(folder, 'sdk'));
  mkdirSync(join(folder, 'other'));
  writeFileSync(
    join(folder, 'sdk/package.json'),
    JSON.stringify({
      name: '@acme/pets',
      version: '1.4.0',
      files: ['openapi.documented.yml', 'openapi.config.json'],
      scripts: { prepack: 'exit 9' },
    }),
  );
  writeFileSync(join(folder, 'sdk/openapi.documented.yml'), document('listPets'));
  writeFileSync(join(folder, 'other/package.json'), JSON.stringify({ name: 'other', version: '1.0.0' }));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: '@acme/pets', version: '1.4.0' }));
  writeFileSync(join(folder, 'openapi.json'), document('listPets').replace('"/pets"', '"/animals"'));
  git('init', '-q');
  git('add', 'package.json', 'openapi.json');
  git('commit', '-q', '-m', 'first');
});

const compare = (base: string, more: Partial<DiffArguments> = {}) =>
  computeDiff(
    {
      base,
      revision: 'openapi.json',
      failOn: 'major',
      allowRemote: false,
      today: '2026-11-21',
      ...more,
    },
    { cwd: folder, colors: pc.createColors(false) },
  );

describe('a published SDK as the base', () => {
  it('is compared by the document in its package, without running its scripts', async () => {
    const { report, err } = await compare('npm:./sdk');
    expect(err).toBe('');
    expect(report?.changes.length).toBeGreaterThan(0);
    expect(report?.base).toBe('npm:./sdk');
  });

  it('is named by the config that its package carries', async () => {
    const config = join(folder, 'sdk/openapi.config.json');
    const named = (method: string): string =>
      JSON.stringify({ resources: { pets: { methods: { [method]: 'get /pets' } } } });
    writeFileSync(config, named('look'));
    const { report } = await compare('npm:./sdk');
    expect(JSON.stringify(report?.changes)).toContain('client.pets.look()');

    // The same document, and a config that says otherwise now: users see a rename.
    writeFileSync(join(folder, 'same.json'), document('listPets'));
    writeFileSync(join(folder, 'now.json'), named('find'));
    const { value } = await loadConfig('now.json', diskIo(folder));
    if (value === undefined) throw new Error('no config');
    const renamed = await compare('npm:./sdk', { revision: 'same.json', config: value.config });
    expect(renamed.report?.changes.map((one) => [one.rule, one.subject])).toEqual([
      ['operation-renamed', 'client.pets.look()'],
    ]);

    writeFileSync(config, '{ "resources": 1 }');
    expect(await compare('npm:./sdk')).toMatchObject({ code: 3 });
    rmSync(config);
  });

  it.each([
    ['npm:./other', 'the package has no openapi.documented.yml'],
    ['npm:./missing', 'npm:./missing'],
    ['npm:', 'not the name of a package'],
    ['npm:--version', 'not the name of a package'],
    ['npm:a;b', 'not the name of a package'],
  ])('refuses %s with the code for what cannot be loaded', async (base, reason) => {
    expect(await compare(base)).toMatchObject({ code: 3, err: expect.stringContaining(reason) as string });
  });
});

describe('the declared bump', () => {
  const project = { cwd: folder, base: 'main:openapi.json', packageName: '@acme/pets' };

  it('is the greatest of the changesets of the package', async () => {
    expect(await declaredBump('changesets', project)).toBe('none');
    mkdirSync(join(folder, '.changeset'));
    writeFileSync(join(folder, '.changeset/README.md'), '---\n"@acme/pets": major\n---\n');
    writeFileSync(join(folder, '.changeset/a.md'), '---\n"@acme/pets": patch\n---\n\nWords.\n');
    writeFileSync(join(folder, '.changeset/b.md'), '---\r\n"@acme/pets": minor\r\nother: major\r\n---\r\n');
    writeFileSync(join(folder, '.changeset/c.md'), '---\n: [\n---\n');
    expect(await declaredBump('changesets', project)).toBe('minor');
    expect(await declaredBump('changesets', { cwd: folder, base: project.base })).toBe('major');
  });

  it('is the step between two versions', async () => {
    expect(await declaredBump('package', project)).toBe('none');
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: '@acme/pets', version: '2.0.0' }));
    expect(await declaredBump('package', project)).toBe('major');
    expect(await declaredBump('package', { ...project, base: 'npm:./sdk' })).toBe('major');
    expect(await declaredBump('package', { ...project, base: 'openapi.json' })).toBeUndefined();
    expect([
      bumpOfVersions('0.3.1', '0.4.0'),
      bumpOfVersions('0.3.1', '0.3.2'),
      bumpOfVersions('1.3.1', '1.3.2'),
      bumpOfVersions('1.3.1', '1.4.0'),
      bumpOfVersions('1.3.1', '1.3.0'),
      bumpOfVersions('x', '1.0.0'),
    ]).toEqual(['major', 'minor', 'patch', 'minor', 'none', undefined]);
  });

  it('is read from a title', () => {
    expect(
      ['feat!: rename', 'fix(pets)!: rename', 'feat: add', 'feat(pets): add', 'fix: x', 'Rename pets'].map(
        bumpOfTitle,
      ),
    ).toEqual(['major', 'major', 'minor', 'minor', 'patch', 'patch']);
  });
});
