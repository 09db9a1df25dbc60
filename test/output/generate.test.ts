/**
 * Regenerating with the real generator and the real command line: ten changes of a document, with a person's
 * edits between.
 */
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import picocolors from 'picocolors';
import { afterEach, describe, expect, it } from 'vitest';
import { createProgram } from '../../generator/cli/program.ts';
import type { Terminal } from '../../generator/cli/terminal.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

type Properties = Readonly<Record<string, unknown>>;
const text = { type: 'string' };

interface Shape {
  readonly title?: string;
  readonly properties?: Properties;
  readonly resources?: readonly string[];
  readonly description?: string;
}

/** A small API: each resource has `list` and `retrieve`, all return `Pet`. */
const document = ({
  title = 'Zoo',
  properties = { id: text, name: text },
  resources = ['pets'],
  description = 'One of many.',
}: Shape): string =>
  JSON.stringify({
    openapi: '3.1.0',
    info: { title, version: '1.0.0' },
    servers: [{ url: 'https://pets.example' }],
    paths: Object.fromEntries(
      resources.flatMap((name) => [
        [
          `/${name}`,
          {
            get: {
              operationId: `list_${name}`,
              description,
              responses: {
                200: {
                  description: 'ok',
                  content: {
                    'application/json': {
                      schema: { type: 'array', items: { $ref: '#/components/schemas/Pet' } },
                    },
                  },
                },
              },
            },
          },
        ],
        [
          `/${name}/{id}`,
          {
            get: {
              operationId: `get_${name}`,
              description,
              parameters: [{ name: 'id', in: 'path', required: true, schema: text }],
              responses: {
                200: {
                  description: 'ok',
                  content: { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } },
                },
              },
            },
          },
        ],
      ]),
    ),
    components: { schemas: { Pet: { type: 'object', required: ['id'], properties } } },
  });

function createProject() {
  const cwd = mkdtempSync(join(tmpdir(), 'generate-test-'));
  folders.push(cwd);
  const write = (path: string, content: string): void => {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), content);
  };
  const read = (path: string): string => readFileSync(join(cwd, path), 'utf8');
  const edit = (path: string, from: string, to: string): void => {
    expect(read(path)).toContain(from);
    write(
      path,
      read(path).replace(from, () => to),
    );
  };
  const files = (): readonly string[] =>
    readdirSync(join(cwd, 'sdk'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(cwd.length + 5))
      .sort();
  const sdkwright = async (args: readonly string[], signal: AbortSignal = new AbortController().signal) => {
    const out: string[] = [];
    const err: string[] = [];
    const terminal: Terminal = {
      out: (line) => void out.push(line),
      err: (line) => void err.push(line),
      progress: () => undefined,
      cwd,
      colors: picocolors.createColors(false),
      now: () => performance.now(),
      pid: process.pid,
      env: {},
      holdSignals: () => () => undefined,
    };
    const code = await createProgram(terminal, signal).run(args);
    return { code, out: out.join('\n'), err: err.join('\n') };
  };
  const generate = (...more: readonly string[]) =>
    sdkwright(['generate', '--spec', 'api.json', '--out', 'sdk', ...more]);
  return { cwd, write, read, edit, files, sdkwright, generate };
}

describe('a life of an SDK', () => {
  it('keeps edits through ten changes of the document', async () => {
    const project = createProject();
    const { read, edit, write } = project;
    const regenerate = async (shape: Shape, code = 0) => {
      write('api.json', document(shape));
      const done = await project.generate();
      expect([shape, done.code, done.code === 0 ? '' : done.err]).toEqual([
        shape,
        code,
        code === 0 ? '' : done.err,
      ]);
      const again = await project.generate('--check');
      expect([shape, again.code]).toEqual([shape, code]);
      return done;
    };
    await regenerate({});
    write('sdk/src/lib/helper.ts', 'export const helper = 1;\n');
    edit(
      'sdk/src/resources/pets.ts',
      'export class Pets extends APIResource {\n',
      'export class Pets extends APIResource {\n  readonly mine: string = "kept";\n\n',
    );
    edit('sdk/README.md', '## Installation', 'A word of ours.\n\n## Installation');
    const kept = (): void => {
      expect(read('sdk/src/resources/pets.ts')).toContain('readonly mine: string = "kept";');
      expect(read('sdk/README.md')).toContain('A word of ours.');
      expect(read('sdk/src/lib/helper.ts')).toBe('export const helper = 1;\n');
    };

    // 1. Nothing. 2. A property. 3. A resource. 4. Descriptions everywhere.
    await regenerate({});
    kept();
    await regenerate({ properties: { id: text, name: text, age: { type: 'integer' } } });
    kept();
    expect(read('sdk/src/resources/pets.ts')).toContain('age?: number');
    await regenerate({ resources: ['pets', 'shops'] });
    kept();
    expect(project.files()).toContain('src/resources/shops.ts');
    await regenerate({ resources: ['pets', 'shops'], description: 'One of very many.' });
    kept();
    expect(read('sdk/src/resources/pets.ts')).toContain('One of very many.');
    // 5. The resource goes. 6. A type changes.
    await regenerate({ description: 'One of very many.' });
    kept();
    expect(project.files()).not.toContain('src/resources/shops.ts');
    await regenerate({ properties: { id: { type: 'integer' } } });
    kept();

    // 7. An edit of a line that the generator changes as well.
    edit('sdk/src/resources/pets.ts', 'id: number;', 'id: bigint;');
    const conflict = await regenerate({ properties: { id: { type: 'boolean' } } }, 1);
    expect(conflict.err).toContain(
      'Your edit of src/resources/pets.ts and the new output changed the same lines (places: 1).',
    );
    const marked = read('sdk/src/resources/pets.ts');
    expect(marked).toMatch(/<<<<<<< yours\n +id: bigint;\n=======\n +id: boolean;\n>>>>>>> generated\n/);
    write(
      'sdk/src/resources/pets.ts',
      marked.replace(/<<<<<<< yours\n[\s\S]*?=======\n([\s\S]*?)>>>>>>> generated\n/, '$1'),
    );
    // 8. to 10.
    await regenerate({ properties: { id: text, tag: text } });
    kept();
    await regenerate({ title: 'Animals', properties: { id: text, tag: text } });
    kept();
    await regenerate({});
    kept();
  });

  it('writes nothing when nothing changed, and says in --dry-run and --check what would', async () => {
    const project = createProject();
    project.write('api.json', document({}));
    await project.generate();
    const times = () =>
      project.files().map((path) => [path, statSync(join(project.cwd, 'sdk', path)).mtimeMs]);
    const before = times();
    expect((await project.generate()).code).toBe(0);
    expect((await project.generate('--check')).code).toBe(0);
    project.write('api.json', document({ resources: ['pets', 'shops'] }));
    const plan = await project.generate('--dry-run');
    expect([plan.code, plan.out]).toEqual([0, expect.stringContaining('+ sdk/src/resources/shops.ts')]);
    const check = await project.generate('--check');
    expect([check.code, check.out]).toEqual([1, plan.out]);
    expect(times()).toEqual(before);
  });

  it('puts everything back when it is interrupted', async () => {
    const project = createProject();
    project.write('api.json', document({}));
    await project.generate();
    const before = project.files().map((path) => [path, project.read(`sdk/${path}`)]);
    project.write('api.json', document({ resources: ['pets', 'shops'] }));
    const controller = new AbortController();
    controller.abort();
    const stopped = await project.sdkwright(
      ['generate', '--spec', 'api.json', '--out', 'sdk'],
      controller.signal,
    );
    expect([stopped.code, stopped.err]).toEqual([
      1,
      expect.stringContaining('The run was stopped before it was done.'),
    ]);
    expect(project.files().map((path) => [path, project.read(`sdk/${path}`)])).toEqual(before);
  });
});

describe('--watch', () => {
  it('generates again when the document changes, in place or by replacement, and only what changed', async () => {
    const project = createProject();
    project.write('api.json', document({}));
    const controller = new AbortController();
    const watching = project.sdkwright(
      ['generate', '--spec', 'api.json', '--out', 'sdk', '--watch'],
      controller.signal,
    );
    const until = async (holds: () => boolean): Promise<number> => {
      const start = performance.now();
      while (!holds()) {
        if (performance.now() - start > 30_000) throw new Error('nothing happened');
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return performance.now() - start;
    };
    const has = (path: string, part: string): boolean => {
      try {
        return project.read(path).includes(part);
      } catch {
        return false;
      }
    };
    await until(() => has('sdk/.sdkwright/manifest.json', '"files"'));
    const readme = statSync(join(project.cwd, 'sdk/src/error.ts')).mtimeMs;
    project.write('api.json', document({ properties: { id: text, colour: text } }));
    await until(() => has('sdk/src/resources/pets.ts', 'colour'));
    // As editors save: a new file takes the old one's name.
    project.write('api.json.new', document({ properties: { id: text, weight: text } }));
    renameSync(join(project.cwd, 'api.json.new'), join(project.cwd, 'api.json'));
    await until(() => has('sdk/src/resources/pets.ts', 'weight'));
    // Broken for a while, and right again.
    project.write('api.json', '{ "openapi": ');
    await new Promise((resolve) => setTimeout(resolve, 300));
    project.write('api.json', document({ properties: { id: text, height: text } }));
    await until(() => has('sdk/src/resources/pets.ts', 'height'));
    expect(statSync(join(project.cwd, 'sdk/src/error.ts')).mtimeMs).toBe(readme);
    controller.abort();
    const { code, out, err } = await watching;
    expect(code).toBe(0);
    expect(out.split('\n').filter((line) => line.startsWith('~') && line.includes('pets.ts'))).toContain(
      '~ sdk/src/resources/pets.ts',
    );
    expect(err).toContain('changed: api.json');
  });
});

describe('templates', () => {
  it('lists, ejects and checks', async () => {
    const project = createProject();
    project.write('api.json', document({}));
    expect(
      (await project.sdkwright(['templates', 'list'])).out.split('\n').map((line) => line.split('  ')[0]),
    ).toEqual(
      expect.arrayContaining([
        'deno (on typescript)',
        'http',
        'tanstack-query (on typescript)',
        'typescript',
        'workers (on typescript)',
        'zod (on typescript)',
      ]),
    );
    expect((await project.sdkwright(['templates', 'list', 'deno'])).out).toContain(
      'hooks/client-members.hbs',
    );
    const ejected = await project.sdkwright(['templates', 'eject', 'hooks/client-members', '--into', 'mine']);
    expect(ejected).toEqual({ code: 0, out: '+ mine/target.yaml\n+ mine/hooks/client-members.hbs', err: '' });
    project.write('mine/hooks/client-members.hbs', "\nhello(): string {\nreturn 'hello';\n}\n");
    const checked = await project.sdkwright(['templates', 'check', './mine', '--spec', 'api.json']);
    expect([checked.code, checked.err]).toEqual([0, expect.stringContaining('no fault')]);
    expect((await project.generate('--templates', './mine')).code).toBe(0);
    expect(project.read('sdk/src/client.ts')).toContain("  hello(): string {\n    return 'hello';\n  }\n");

    project.write('mine/hooks/client-members.hbs', 'ok\n{{#if clas}}x{{/if}}\n');
    const broken = await project.sdkwright(['templates', 'check', './mine', '--spec', 'api.json']);
    expect(broken.code).toBe(1);
    expect(broken.err).toContain('The template uses clas, which is not in client (output: src/client.ts).');
    expect(broken.err).toContain('mine/hooks/client-members.hbs:2:7');
    expect(broken.err).toContain('{{#if clas}}x{{/if}}');
    expect(broken.err).toContain('the nearest name is className');
  });

  it('prints the views', async () => {
    const project = createProject();
    project.write('api.json', document({}));
    const { code, out } = await project.sdkwright(['templates', 'views', '--spec', 'api.json']);
    expect([code, Object.keys(JSON.parse(out) as object)]).toEqual([
      0,
      expect.arrayContaining(['client', 'requests', 'resources', 'server']),
    ]);
  });
});

describe('the version of the package', () => {
  it.each(['out: .', 'out: ./', 'targets: { typescript: { out: . } }'])(
    'is that of the folder of the config with %s',
    async (out) => {
      const project = createProject();
      project.write('sdkwright.yml', `spec: api.json\n${out}\n`);
      project.write('api.json', document({}));
      expect((await project.sdkwright(['generate'])).code).toBe(0);
      project.edit('package.json', '1.0.0', '1.4.0');
      expect((await project.sdkwright(['generate'])).code).toBe(0);
      expect(JSON.parse(project.read('package.json')).version).toBe('1.4.0');
      expect(project.read('src/version.ts')).toContain("'1.4.0'");
    },
  );

  it("is the user's after the first run: raised by a release, it stays, whatever the document says", async () => {
    const project = createProject();
    const made = (version: string): void =>
      project.write('api.json', document({}).replace('"version":"1.0.0"', `"version":"${version}"`));
    const versions = () => [
      JSON.parse(project.read('sdk/package.json')).version,
      /= '(.*)'; \/\/ x-release-please-version$/m.exec(project.read('sdk/src/version.ts'))?.[1],
    ];
    made('1.0.0');
    expect([(await project.generate()).code, versions()]).toEqual([0, ['1.0.0', '1.0.0']]);
    // release-please changes the manifest and the line that has its mark.
    for (const file of ['sdk/package.json', 'sdk/src/version.ts']) project.edit(file, '1.0.0', '1.4.0-rc.1');
    expect(await project.generate('--check')).toMatchObject({ code: 0, out: '' });
    made('2.0.0');
    expect([(await project.generate()).code, versions()]).toEqual([0, ['1.4.0-rc.1', '1.4.0-rc.1']]);
    expect(await project.generate('--check')).toMatchObject({ code: 0 });
    // People raise the manifest alone.
    project.edit('sdk/package.json', '1.4.0-rc.1', '1.5.0');
    expect([(await project.generate()).code, versions()]).toEqual([0, ['1.5.0', '1.5.0']]);
    // What is no version is as good as none.
    project.edit('sdk/package.json', '"1.5.0"', '"latest"');
    await project.generate();
    expect(project.read('sdk/src/version.ts')).toContain("'2.0.0'");
  });
});
