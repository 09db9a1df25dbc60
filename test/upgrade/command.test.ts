/** The command on a disk: sides, files, patch, exit codes, what is remembered, what is never touched. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createProgram } from '../../generator/cli/program.ts';
import { generate } from '../support/generate.ts';
import { loadConfig } from '../../generator/config/load.ts';
import { memoryIo } from '../../generator/source/io.ts';
import { documentsOf } from '../diffs/support.ts';
import { quietTerminal } from '../support/terminal.ts';

const DOCUMENT = JSON.stringify({
  openapi: '3.1.0',
  info: { title: 'Zoo', version: '1.0.0' },
  servers: [{ url: 'https://zoo.example' }],
  paths: {
    '/a/{x}/{y}': {
      get: {
        operationId: 'a',
        parameters: ['x', 'y'].map((name) => ({
          name,
          in: 'path',
          required: true,
          schema: { type: 'string' },
        })),
        responses: { 204: { description: 'done' } },
      },
    },
    '/b': { get: { operationId: 'b', responses: { 204: { description: 'done' } } } },
    '/c': { get: { operationId: 'c', responses: { 204: { description: 'done' } } } },
  },
});
const config = (methods: string): string =>
  `edition: "2026-11-22"\nsettings: {positional_params: all}\nresources: {pets: {methods: {${methods}}}}\n`;
const OLD = config("look: 'get /a/{x}/{y}', first: get /b, second: get /c");
const RENAMED = config("find: 'get /a/{x}/{y}', first: get /b, second: get /c");
const SWAPPED = config("look: 'get /a/{x}/{y}', first: get /c, second: get /b");
const CODE = `import Zoo from 'zoo';\nvoid new Zoo().pets.look('1', "2"); // here\n`;

let root = '';
let folder = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sdkwright-upgrade-'));
  folder = join(root, 'project');
  mkdirSync(join(folder, '.git'), { recursive: true });
  write('package.json', '{"type":"module"}');
  write('api.json', DOCUMENT);
  write('old.yml', OLD);
  write('new.yml', RENAMED);
  write('swapped.yml', SWAPPED);
  write('src/a.ts', CODE);
  return () => rmSync(root, { recursive: true, force: true });
});

function write(name: string, text: string | Uint8Array): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

async function run(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const terminal = quietTerminal(folder);
  const code = await createProgram(terminal, new AbortController().signal).run(['upgrade', ...args]);
  return { code, out: terminal.printed(), err: terminal.complained() };
}
const SIDES = ['--from', 'api.json', '--to', 'api.json', '--from-config', 'old.yml', '--package', 'zoo'];
const TO_NEW = [...SIDES, '--to-config', 'new.yml'];
const TO_SWAPPED = [...SIDES, '--to-config', 'swapped.yml'];

describe('sdkwright upgrade', () => {
  it('writes the files, and nothing the second time', async () => {
    chmodSync(join(folder, 'src/a.ts'), 0o640);
    expect(await run(...TO_NEW, 'src/**/*.ts')).toEqual({
      code: 0,
      out: 'src/a.ts: 1 change\n1 change in 1 file.',
      err: '',
    });
    expect(read('src/a.ts')).toBe(CODE.replace('look', 'find'));
    expect(statSync(join(folder, 'src/a.ts')).mode & 0o777).toBe(0o640);
    expect(readdirSync(join(folder, 'src'))).toEqual(['a.ts']);
    expect(existsSync(join(folder, '.sdkwright'))).toBe(false);
    expect(await run(...TO_NEW, '--check')).toMatchObject({ code: 0, out: 'Nothing to change.' });
  });

  it('prints a patch that git applies, and writes nothing', async () => {
    const { code, out } = await run(...TO_NEW, '--dry-run', 'src/a.ts');
    expect([code, read('src/a.ts')]).toEqual([0, CODE]);
    execFileSync('git', ['apply', '-'], {
      cwd: folder,
      input: `${out}\n`,
      env: { ...process.env, GIT_CEILING_DIRECTORIES: root, GIT_DIR: '' },
    });
    expect(read('src/a.ts')).toBe(CODE.replace('look', 'find'));
  });

  it('--check says what would change, and what is left', async () => {
    expect((await run(...TO_NEW, '--check')).code).toBe(1);
    expect(read('src/a.ts')).toBe(CODE);
    write('gone.yml', config('first: get /b, second: get /c'));
    const left = await run(...SIDES, '--to-config', 'gone.yml', 'src/a.ts');
    expect(left.code).toBe(1);
    expect(left.out).toContain('src/a.ts:2:21  void new Zoo().pets.look');
    expect(left.out).toContain('operation-removed: client.pets.look() was removed');
  });

  it('remembers where names went from one thing to another', async () => {
    write('src/a.ts', "import Zoo from 'zoo';\nvoid new Zoo().pets.first();\n");
    expect((await run(...TO_SWAPPED)).code).toBe(0);
    expect(read('src/a.ts')).toContain('pets.second()');
    expect(Object.values(JSON.parse(read('.sdkwright/upgrades.json')) as object)).toEqual([['src/a.ts']]);
    expect((await run(...TO_SWAPPED, '--check')).code).toBe(0);
    await run(...TO_SWAPPED);
    expect(read('src/a.ts')).toContain('pets.second()');
    rmSync(join(folder, '.sdkwright'), { recursive: true });
    await run(...TO_SWAPPED);
    expect(read('src/a.ts')).toContain('pets.first()');
  });

  it('touches nothing outside the project, and nothing of packages', async () => {
    mkdirSync(join(root, 'other'));
    writeFileSync(join(root, 'other/b.ts'), CODE);
    symlinkSync(join(root, 'other/b.ts'), join(folder, 'src/link.ts'));
    symlinkSync(join(root, 'other'), join(folder, 'src/folder'));
    write('node_modules/dep/c.ts', CODE);
    const { err } = await run(...TO_NEW, '**/*.ts', '../other/*.ts', 'node_modules/dep/c.ts');
    expect(readFileSync(join(root, 'other/b.ts'), 'utf8')).toBe(CODE);
    expect(read('node_modules/dep/c.ts')).toBe(CODE);
    expect(read('src/a.ts')).not.toBe(CODE);
    expect(err).toContain('warning[code-left]: src/link.ts was not changed: it is outside the project.');
    expect(err).toContain('node_modules/dep/c.ts was not changed: it belongs to a package.');
  });

  it('keeps marks and line ends, and leaves what is no UTF-8', async () => {
    write('src/a.ts', `\uFEFF${CODE.replaceAll('\n', '\r\n')}`);
    write('src/b.ts', Buffer.from([0x2f, 0x2f, 0xff, 0x0a]));
    const { err } = await run(...TO_NEW);
    expect(read('src/a.ts')).toBe(`\uFEFF${CODE.replace('look', 'find').replaceAll('\n', '\r\n')}`);
    expect(err).toContain('src/b.ts was not changed: it is not written in UTF-8.');
  });

  it('tells files that use the SDK and are not read', async () => {
    const mixed = "<script setup>\nimport Zoo from 'zoo';\n</script>\n";
    write('src/App.vue', mixed);
    write('src/page.svelte', mixed);
    write('src/Other.vue', "<script setup>\nimport Zoo from 'zoology';\n</script>\n");
    const { code, err } = await run(...TO_NEW, 'src/**/*.ts');
    expect(code).toBe(1);
    expect(err).toContain(
      'src/App.vue was not changed: it uses the SDK, and code in .vue files is not read.',
    );
    expect(err).toContain('src/page.svelte was not changed');
    expect(err).not.toContain('Other');
    expect(read('src/App.vue')).toBe(mixed);
    expect((await run(...TO_NEW, '--check')).code).toBe(1);
  });

  it('says places of the written file, and of the file as it is where nothing is written', async () => {
    write('gone.yml', config("look: 'get /a/{x}/{y}', first: get /b").replace('all', 'none'));
    const code = "import Zoo from 'zoo';\nconst { pets } = new Zoo();\nvoid pets.look(\n  '1',\n  '2',\n);\n";
    write('src/a.ts', `${code}void pets.second();\n`);
    const args = [...SIDES, '--to-config', 'gone.yml', 'src/a.ts'];
    expect((await run(...args, '--check')).out).toContain('src/a.ts:7:11  void pets.second();');
    const { out } = await run(...args);
    const line = read('src/a.ts').split('\n').indexOf('void pets.second();') + 1;
    expect(line).toBeLessThan(7);
    expect(out).toContain(`src/a.ts:${line}:11  void pets.second();`);
  });

  it.skipIf(process.getuid?.() === 0)('says in a line that a folder cannot be written', async () => {
    chmodSync(join(folder, 'src'), 0o500);
    const { code, err } = await run(...TO_NEW);
    chmodSync(join(folder, 'src'), 0o700);
    expect([code, read('src/a.ts')]).toEqual([2, CODE]);
    expect(err.split('\n')[0]).toContain('src/a.ts');
  });

  it('reads the options of the project', async () => {
    write(
      'tsconfig.json',
      '{"compilerOptions":{"strict":true,"paths":{"#own/*":["./src/*"]},"module":"esnext","moduleResolution":"bundler"},"include":["none"]}',
    );
    write('src/client.ts', "import Zoo from 'zoo';\nexport const zoo = new Zoo();\n");
    write('src/a.ts', "import { zoo } from '#own/client';\nvoid zoo.pets.look('1', '2');\n");
    await run(...TO_NEW, 'src/a.ts');
    expect(read('src/a.ts')).toContain("zoo.pets.find('1', '2')");
  });

  it.each([
    ['nodenext', 'module'],
    ['nodenext', 'commonjs'],
    ['node16', 'module'],
    ['preserve', 'module'],
    ['commonjs', 'commonjs'],
    ['esnext', 'module'],
  ])('finds the SDK under the rules of %s in a package of type %s', async (module, type) => {
    write('package.json', JSON.stringify({ type }));
    write(
      'tsconfig.json',
      JSON.stringify({ compilerOptions: { strict: true, module, esModuleInterop: true } }),
    );
    write('src/client.ts', "import Zoo from 'zoo';\nexport const zoo = new Zoo();\n");
    write('src/a.ts', "import { zoo } from './client.js';\nvoid zoo.pets.look('1', '2');\n");
    write('src/b.mjs', "import Zoo from 'zoo';\nvoid new Zoo().pets.look('1', '2');\n");
    expect(await run(...TO_NEW)).toMatchObject({ code: 0, err: '' });
    expect(read('src/a.ts')).toContain("zoo.pets.find('1', '2')");
    expect(read('src/b.mjs')).toContain("pets.find('1', '2')");
  });

  it('takes a folder of an SDK with the config that its package carries', async () => {
    for (const [name, text] of [
      ['old', OLD],
      ['new', RENAMED],
    ] as const) {
      const loaded = await loadConfig('c.yml', memoryIo({ 'c.yml': text }));
      if (loaded.value === undefined) throw new Error('no config');
      for (const file of generate({ documents: await documentsOf(DOCUMENT), config: loaded.value.config })
        .documented)
        write(`${name}/${file.path}`, file.text);
      write(`${name}/package.json`, JSON.stringify({ name: 'zoo', version: '1.0.0' }));
    }
    expect(await run('--from', 'old', '--to', 'new', 'src/*.ts')).toMatchObject({ code: 0, err: '' });
    expect(read('src/a.ts')).toBe(CODE.replace('look', 'find'));
    rmSync(join(folder, 'old/openapi.config.json'));
    expect((await run('--from', 'old', '--to', 'new', 'src/*.ts')).err).toContain(
      'warning[sdk-without-config]: old contains no config, so its names are taken from its document alone',
    );
  });

  it('says what cannot be had', async () => {
    expect(await run('--from', 'src', '--to', 'api.json')).toMatchObject({
      code: 3,
      err: expect.stringContaining(
        'error[sdk-without-document]: src is a folder without openapi.documented.yml',
      ) as string,
    });
    expect((await run('--from', 'nothing.yml', '--to', 'api.json')).code).toBe(3);
    write('broken.json', '{ "openapi": "3.1.0", "paths": { "/a": { "$ref": "gone.yml" } } }');
    const broken = await run('--from', 'broken.json', '--to', 'api.json');
    expect(broken.code).toBe(3);
    expect(broken.err).toContain('error[sdk-not-read]: broken.json cannot be read.');
    expect(broken.err).toMatch(/\[ref-file-not-found\]: [^]*--> broken\.json:1:/);
    expect(await run(...TO_NEW, 'lib/**/*.ts')).toMatchObject({
      code: 2,
      err: expect.stringContaining(
        'error[code-not-found]: No TypeScript or JavaScript file matches lib/**/*.ts',
      ) as string,
    });
    expect((await run('--from', 'api.json')).code).toBe(2);
  });
});
