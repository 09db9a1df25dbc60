/**
 * The command line as people use it: in a folder of their own, through arguments, exit codes and what is
 * printed.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createProgram } from '../../generator/cli/program.ts';
import { projectRoot } from '../support/shared.ts';
import { type QuietTerminal, quietTerminal } from '../support/terminal.ts';

const SPEC = `openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
servers: [{ url: https://shop.example }]
paths:
  /books:
    get:
      operationId: listBooks
      responses: { '204': { description: Nothing } }
`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sdkwright-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, text: string): void => {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), text);
};

async function run(
  ...args: readonly string[]
): Promise<{ readonly code: number; readonly terminal: QuietTerminal }> {
  const terminal = quietTerminal(folder);
  return { code: await createProgram(terminal, new AbortController().signal).run(args), terminal };
}

describe('generate', () => {
  it('writes an SDK and sums it up', async () => {
    put('openapi.yml', SPEC);
    const { code, terminal } = await run('generate', '--spec', 'openapi.yml', '--out', 'sdk');
    expect(terminal.complained()).toMatch(
      /^\d+ files · 1 resource · 1 method · 0 models · 0 warnings · [\d.]+ s\nNo config: .*`sdkwright init openapi\.yml`/,
    );
    expect(code).toBe(0);
    expect(readFileSync(join(folder, 'sdk/src/resources/books.ts'), 'utf8')).toContain('export class Books');
    expect(readdirSync(join(folder, 'sdk/src'))).toEqual(
      expect.arrayContaining(['index.ts', 'client.ts', 'resources']),
    );
  });

  it('refuses an option of one value that is given twice', async () => {
    put('openapi.yml', SPEC);
    const { code, terminal } = await run(
      'generate',
      '--spec',
      'a.yml',
      '--spec',
      'openapi.yml',
      '--out',
      'sdk',
    );
    expect(code).toBe(2);
    expect(terminal.complained()).toContain("error: option '--spec <file>' is given twice");
    expect(readdirSync(folder)).toEqual(['openapi.yml']);
  });

  it('says how to begin in an empty folder, and what a folder lacks', async () => {
    expect((await run('generate')).terminal.complained()).toContain('`sdkwright init FILE` writes a config');
    const { terminal } = await run('generate', '--spec', '.', '--out', 'sdk');
    expect(terminal.complained()).toContain('. is a folder, not a file.');
  });

  it('reads a document from standard input', () => {
    const printed = execFileSync(
      process.execPath,
      [join(projectRoot, 'dist/cli/main.js'), 'generate', '--spec', '-', '--out', 'sdk', '--dry-run'],
      { cwd: folder, input: SPEC, encoding: 'utf8' },
    );
    expect(printed).toContain('+ sdk/src/resources/books.ts');
  });

  it('checks without writing', async () => {
    put('openapi.yml', SPEC);
    expect((await run('generate', '--spec', 'openapi.yml', '--out', 'sdk', '--check')).code).toBe(1);
    expect(readdirSync(folder)).toEqual(['openapi.yml']);
    await run('generate', '--spec', 'openapi.yml', '--out', 'sdk');
    expect((await run('generate', '--spec', 'openapi.yml', '--out', 'sdk', '--check')).code).toBe(0);
  });

  it('lists what would change', async () => {
    put('openapi.yml', SPEC);
    await run('generate', '--spec', 'openapi.yml', '--out', 'sdk');
    put('openapi.yml', SPEC.replace('listBooks', 'listBooks\n      description: All of them.'));
    const { code, terminal } = await run('generate', '--spec', 'openapi.yml', '--out', 'sdk', '--dry-run');
    expect(code).toBe(0);
    expect(terminal.printed().split('\n')).toContain('~ sdk/src/resources/books.ts');
  });

  it.each([
    ['there is no document', [], undefined, 'error[no-spec]'],
    ['the file is missing', ['--spec', 'absent.yml'], undefined, 'error[file-not-found]'],
    ['it is not YAML', ['--spec', 'openapi.yml'], 'a: [1', 'error[yaml-syntax]'],
    ['it is not OpenAPI', ['--spec', 'openapi.yml'], 'name: shop', '--> openapi.yml:1:1'],
    ['a key is there twice', ['--spec', 'openapi.yml'], `${SPEC}info: {}\n`, 'error[duplicate-key]'],
  ])('fails and writes nothing when %s', async (_name, args, text, expected) => {
    if (text !== undefined) put('openapi.yml', text);
    const before = readdirSync(folder);
    const { code, terminal } = await run('generate', ...args, '--out', 'sdk');
    expect(code).toBe(1);
    expect(terminal.complained()).toContain(expected);
    expect(terminal.complained()).toContain('help:');
    expect(readdirSync(folder)).toEqual(before);
  });

  it('leaves out what the config names and the document lacks', async () => {
    put('openapi.yml', SPEC);
    put('sdkwright.yml', 'resources:\n  books:\n    methods:\n      list: get /book\n');
    const { code, terminal } = await run('generate', '--spec', 'openapi.yml', '--out', 'sdk');
    expect(terminal.complained()).toContain('sdkwright.yml:4:');
    expect(terminal.complained()).toContain('get /books');
    expect(terminal.complained()).toMatch(/ · 1 warning · 1 entry left out · [\d.]+ s$/);
    expect(code).toBe(0);
    expect((await run('generate', '--spec', 'openapi.yml', '--out', 'sdk', '--check')).code).toBe(1);
    expect((await run('generate', '--spec', 'openapi.yml', '--out', 'sdk', '--strict')).code).toBe(1);
    expect((await run('check', '--spec', 'openapi.yml')).code).toBe(1);
  });

  it('takes warnings as errors when told to', async () => {
    put('openapi.yml', SPEC.replace('get:', 'get:\n      security: [{ absent: [] }]'));
    expect((await run('generate', '--spec', 'openapi.yml', '--out', 'sdk', '--strict')).code).toBe(1);
    expect((await run('generate', '--spec', 'openapi.yml', '--out', 'sdk')).code).toBe(0);
  });

  it('needs a place to write to', async () => {
    put('openapi.yml', SPEC);
    const { code, terminal } = await run('generate', '--spec', 'openapi.yml');
    expect(code).toBe(1);
    expect(terminal.complained()).toContain('error[no-output]');
  });

  it('says how it is used', async () => {
    const { code, terminal } = await run('generate', '--spek', 'x');
    expect(code).toBe(2);
    expect(terminal.complained()).toContain('Did you mean --spec?');
  });
});

describe('check', () => {
  it('ends with 0 and says nothing of what the config ignores', async () => {
    put('openapi.yml', SPEC.replace('get:', 'get:\n      security: [{ absent: [] }]'));
    expect((await run('check', '--spec', 'openapi.yml')).terminal.printed()).toContain(
      'security-scheme-undefined',
    );
    put('sdkwright.yml', 'diagnostics:\n  ignored:\n    security-scheme-undefined: true\n');
    expect((await run('check', '--spec', 'openapi.yml')).terminal.printed()).not.toContain(
      'security-scheme-undefined',
    );
  });

  it.each(['json', 'sarif', 'github'])('prints %s', async (format) => {
    put('openapi.yml', SPEC.replace('get:', 'get:\n      security: [{ absent: [] }]'));
    const { terminal } = await run('check', '--spec', 'openapi.yml', '--format', format);
    expect(terminal.printed()).toContain('absent');
    if (format !== 'github') expect(() => JSON.parse(terminal.printed()) as unknown).not.toThrow();
  });
});

describe('explain', () => {
  it.each(['books.list', 'client.books.list()', 'get /books', 'listBooks'])('%s', async (name) => {
    put('openapi.yml', SPEC);
    const { code, terminal } = await run('explain', '--spec', 'openapi.yml', name);
    expect(code).toBe(0);
    expect(terminal.printed()).toContain('client.books.list');
    expect(terminal.printed()).toContain('openapi.yml:6:5');
    expect(terminal.printed()).toContain('src/resources/books.ts');
  });

  it('suggests near names', async () => {
    put('openapi.yml', SPEC);
    const { code, terminal } = await run('explain', '--spec', 'openapi.yml', 'book.list');
    expect(code).toBe(1);
    expect(terminal.complained()).toContain('books.list');
  });
});

describe('init', () => {
  it('proposes a config that gives the same names', async () => {
    put('openapi.yml', SPEC);
    expect((await run('init', 'openapi.yml')).code).toBe(0);
    expect(readFileSync(join(folder, 'sdkwright.yml'), 'utf8')).toContain('list: get /books');
    const { code, terminal } = await run('generate', '--out', 'sdk');
    expect(code).toBe(0);
    expect(terminal.complained()).not.toContain('No config');
    expect((await run('init', 'openapi.yml')).code).toBe(1);
  });
});

describe('init', () => {
  it('tells what it found, what to look at and what to run next', async () => {
    put(
      'openapi.yml',
      `${SPEC}  /letters:
    get:
      parameters: [{ name: cursor, in: query, schema: { type: string } }]
      responses: { '200': { description: Letters, content: { application/json: { schema: { type: array, items: { type: string } } } } } }
  /cards:
    get:
      parameters: [{ name: page, in: query, schema: { type: integer } }, { name: per_page, in: query, schema: { type: integer } }]
      responses: { '200': { description: Cards, content: { application/json: { schema: { type: array, items: { type: string } } } } } }
    post:
      parameters: [{ name: Idempotency-Key, in: header, schema: { type: string } }]
      responses: { '204': { description: Done } }
`,
    );
    const { terminal } = await run('init', 'openapi.yml');
    expect(terminal.complained()).toBe(`Wrote sdkwright.yml.

Found
  4 operations in 3 resources
  1 list that pages: 1 by page_number_page
  no credential
  servers: production https://shop.example
  the idempotency header Idempotency-Key, of 1 operation

To look at
  The document declares no security scheme, so the client sends no credential.
  not paginated: get /letters: no field or header of the response gives the next value of the parameter cursor.

Next
  sdkwright check      what is wrong or not represented, line by line
  sdkwright generate   writes the SDK into sdk/`);
    expect(readFileSync(join(folder, 'sdkwright.yml'), 'utf8')).toContain(
      'idempotency:\n    header: Idempotency-Key',
    );
  });

  it('tells what every path begins with', async () => {
    put(
      'openapi.yml',
      SPEC.replace('/books', '/api/v1/books') +
        "  /api/v1/cards/{id}: { get: { parameters: [{ name: id, in: path, required: true, schema: { type: string } }], responses: { '204': { description: ok } } } }\n",
    );
    expect((await run('init', 'openapi.yml')).terminal.complained()).toContain(
      '\n  every path begins with /api/v1, which no name repeats\n',
    );
    expect(readFileSync(join(folder, 'sdkwright.yml'), 'utf8')).toMatch(/\n {2}books:\n/);
  });
});

describe('diff', () => {
  it('ends with 1 beyond the bound and with 3 when a side cannot be read', async () => {
    put('old.yml', SPEC);
    put('new.yml', SPEC.replace('/books', '/novels'));
    const { code, terminal } = await run('diff', 'old.yml', 'new.yml');
    expect(terminal.printed()).toContain('major');
    expect(code).toBe(1);
    expect((await run('diff', 'old.yml', 'new.yml', '--fail-on', 'none')).code).toBe(0);
    expect((await run('diff', 'old.yml', 'absent.yml')).code).toBe(3);
    expect((await run('diff', 'old.yml')).code).toBe(2);
  });
});

describe('diff', () => {
  it.each([
    [['HEAD:old.yml', 'new.yml'], '[not-a-repository]', 3],
    [['old.yml', 'new.yml', '--exceptions', 'exceptions.yml'], '[exceptions-invalid]', 2],
  ])('%j', async (args, expected, exit) => {
    put('old.yml', SPEC);
    put('new.yml', SPEC);
    put('exceptions.yml', 'accepted: [{ rule: 1 }]\n');
    const { code, terminal } = await run('diff', ...args);
    expect(terminal.complained()).toContain(expected);
    expect(code).toBe(exit);
  });

  it('names a revision that is not there', async () => {
    put('openapi.yml', SPEC);
    execFileSync('git', ['init', '-q'], { cwd: folder });
    const { code, terminal } = await run('diff', 'nowhere:openapi.yml', 'openapi.yml');
    expect(terminal.complained()).toContain('[revision-not-found]');
    expect(code).toBe(3);
  });
});

describe('help', () => {
  it.each(['generate', 'check', 'explain', 'ir', 'init', 'diff', 'changelog', 'completion'])(
    '%s has examples',
    async (name) => {
      const { code, terminal } = await run(name, '--help');
      expect(code).toBe(0);
      expect(terminal.printed()).toMatch(/Examples:\n {2}\$ s/);
    },
  );

  it('completes every command', async () => {
    const { terminal } = await run('completion', 'bash');
    for (const name of ['generate', 'check', 'explain', 'init', 'diff'])
      expect(terminal.printed()).toContain(name);
  });
});

describe('the steps of templates/README.md', () => {
  const steps = readFileSync(join(projectRoot, 'templates/README.md'), 'utf8');
  const commands = [...steps.matchAll(/`sdkwright (templates [^`]+)`/g)].map((match) =>
    (match[1] ?? '').split(' '),
  );

  it.each(['templates: ./templates\n', 'targets: { typescript: { templates: ./templates } }\n'])(
    'bend the output, with %j in the config',
    async (line) => {
      expect(steps).toContain('`templates: ./templates`');
      put('openapi.yml', SPEC);
      put('sdkwright.yml', 'spec: openapi.yml\nout: sdk\n');
      for (const command of commands) expect([command, (await run(...command)).code]).toEqual([command, 0]);
      put('templates/hooks/client-members.hbs', "hello(): string { return 'hi'; }\n");
      put('sdkwright.yml', `spec: openapi.yml\nout: sdk\n${line}`);
      expect((await run('generate')).code).toBe(0);
      expect(readFileSync(join(folder, 'sdk/src/client.ts'), 'utf8')).toContain('hello(): string {');
    },
  );
});
