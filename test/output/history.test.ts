/**
 * A life of a generated folder in a git repository: ten changes of the document, with people's edits,
 * branches and clones between.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createOutput } from './support.ts';

interface Document {
  readonly version: string;
  readonly resources: Readonly<Record<string, readonly string[]>>;
  readonly doc?: string;
}

/** A generator of sorts: a file per resource, one block per method. */
const generate = ({ version, resources, doc = 'Calls the server.' }: Document): Record<string, string> => ({
  'README.md': `# SDK ${version}\n\n${Object.keys(resources)
    .map((name) => `- ${name}\n`)
    .join('')}`,
  ...Object.fromEntries(
    Object.entries(resources).map(([name, methods]) => [
      `src/${name}.ts`,
      `import { Resource } from './resource.ts';\n\nexport class ${name} extends Resource {\n${methods.map((method) => `  /** ${doc} */\n  ${method}(): Promise<void> {\n    return this.call('${method}');\n  }\n`).join('\n')}}\n`,
    ]),
  ),
});

it('keeps every edit through ten changes of the document', async () => {
  const out = createOutput();
  const regenerate = async (document: Document, codes: readonly string[] = []) => {
    const run = await out.run(generate(document), { stamp: { spec: document.version } });
    expect([document.version, run.codes]).toEqual([document.version, codes]);
    return run;
  };
  const edit = (path: string, from: string, to: string): void => {
    const text = out.read(path);
    expect(text).toContain(from);
    out.write(
      path,
      text.replace(from, () => to),
    );
  };
  const commit = (message: string): void => {
    out.git('add', '-A');
    out.git('commit', '-qm', message);
  };
  const has = (path: string, ...texts: readonly string[]): void => {
    for (const text of texts) expect(out.read(path)).toContain(text);
  };

  // 1. The first generation, into a repository with a file of a person.
  await regenerate({ version: '1', resources: { pets: ['list', 'get'], shops: ['list'] } });
  out.git('init', '-q', '-b', 'main');
  out.write('src/lib/helper.ts', 'export const helper = 1;\n');
  commit('generate');

  // An edit inside a method and a method of one's own; 2. a method is added in front of them.
  edit('src/pets.ts', "return this.call('get');", "console.log('get');\n    return this.call('get');");
  edit('src/shops.ts', '}\n}\n', '}\n\n  mine(): number {\n    return 1;\n  }\n}\n');
  commit('edit');
  await regenerate({ version: '2', resources: { pets: ['count', 'list', 'get'], shops: ['list'] } });
  has('src/pets.ts', "console.log('get');", 'count()');
  has('src/shops.ts', 'mine()');
  commit('regenerate');

  // 3. All comments change, on the lines beside the edits.
  await regenerate({
    version: '3',
    doc: 'Asks the server.',
    resources: { pets: ['count', 'list', 'get'], shops: ['list'] },
  });
  has('src/pets.ts', "console.log('get');", '/** Asks the server. */');
  has('src/shops.ts', 'mine()', '/** Asks the server. */');
  commit('regenerate');

  // 4. A resource comes; 5. it goes again, untouched, so its file goes too.
  await regenerate({
    version: '4',
    resources: { pets: ['count', 'list', 'get'], shops: ['list'], toys: ['list'] },
  });
  has('src/toys.ts', 'class toys');
  await regenerate({ version: '5', resources: { pets: ['count', 'list', 'get'], shops: ['list'] } });
  expect(Object.keys(out.files()).filter((path) => !path.startsWith('.git/'))).toEqual([
    'README.md',
    'src/lib/helper.ts',
    'src/pets.ts',
    'src/shops.ts',
  ]);
  has('src/pets.ts', "console.log('get');");
  commit('regenerate');

  // 6. The edited method is renamed: a conflict on its line, both versions are there, and a person decides.
  edit('src/pets.ts', 'get(): Promise<void> {', 'get(): Promise<undefined> {');
  const conflict = await regenerate(
    { version: '6', resources: { pets: ['count', 'list', 'fetch'], shops: ['list'] } },
    ['output-conflict'],
  );
  expect(conflict.summary?.conflicts).toEqual([{ path: 'src/pets.ts', count: 1 }]);
  has(
    'src/pets.ts',
    '<<<<<<< yours',
    'get(): Promise<undefined>',
    '=======',
    'fetch(): Promise<void>',
    '>>>>>>> generated',
  );
  const resolved = out
    .read('src/pets.ts')
    .replace(/<<<<<<< yours\n[\s\S]*?=======\n([\s\S]*?)>>>>>>> generated\n/, (_whole, generated: string) =>
      generated.replace(
        "    return this.call('fetch');",
        "    console.log('fetch');\n    return this.call('fetch');",
      ),
    );
  out.write('src/pets.ts', resolved);
  commit('resolve');

  // 7. From a fresh clone with CRLF line ends, as on Windows.
  const clone = join(out.top, 'clone');
  execFileSync('git', ['clone', '-q', '-c', 'core.autocrlf=true', out.dir, clone]);
  rmSync(out.dir, { recursive: true });
  cpSync(clone, out.dir, { recursive: true });
  rmSync(clone, { recursive: true });
  expect(out.read('src/pets.ts')).toContain('\r\n');
  await regenerate({
    version: '7',
    resources: { pets: ['count', 'list', 'fetch', 'drop'], shops: ['list'] },
  });
  has('src/pets.ts', "console.log('fetch');\r\n", 'drop(): Promise<void> {\r\n');
  has('src/shops.ts', 'mine()');
  commit('regenerate on Windows');
  expect(out.git('show', 'HEAD:src/pets.ts')).not.toContain('\r');

  // 8. Two branches regenerate from different documents; git merges files and records alike.
  out.git('checkout', '-q', '-b', 'other');
  await regenerate({
    version: '8',
    resources: { pets: ['count', 'list', 'fetch', 'drop'], shops: ['open', 'list'] },
  });
  commit('shops open');
  out.git('checkout', '-q', 'main');
  await regenerate({
    version: '8b',
    resources: { pets: ['pat', 'count', 'list', 'fetch', 'drop'], shops: ['list'] },
  });
  commit('pets are patted');
  expect(() => out.git('merge', '-q', 'other')).toThrow();
  const conflicted = out.git('diff', '--name-only', '--diff-filter=U').trim().split('\n');
  expect(conflicted).toEqual(['.sdkwright/lines', '.sdkwright/manifest.json', 'README.md']);
  out.git('checkout', '-q', '--theirs', 'README.md');

  // 9. The generator sorts out its own record.
  const both: Document = {
    version: '9',
    resources: { pets: ['pat', 'count', 'list', 'fetch', 'drop'], shops: ['open', 'list'] },
  };
  await regenerate(both);
  has('src/pets.ts', "console.log('fetch');", 'pat()');
  has('src/shops.ts', 'mine()', 'open()');
  expect(out.read('.sdkwright/manifest.json')).not.toContain('<<<<<<<');
  commit('merge');

  // 10. The last change, and then nothing is left to do.
  const last: Document = { ...both, version: '10', doc: 'Done.' };
  await regenerate(last);
  has('src/pets.ts', "console.log('fetch');", '/** Done. */');
  has('src/shops.ts', 'mine()', '/** Done. */');
  expect(out.read('src/lib/helper.ts')).toContain('export const helper = 1;');
  const again = await regenerate(last);
  expect([again.summary]).toEqual([
    {
      create: [],
      change: [],
      delete: [],
      merged: [],
      conflicts: [],
      edited: ['src/pets.ts', 'src/shops.ts'],
    },
  ]);
});
