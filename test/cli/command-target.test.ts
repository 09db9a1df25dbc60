/**
 * Targets that a program of the user makes, by the plan: the example of docs/plan.md, and what can go wrong.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type Server, createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createProgram } from '../../generator/cli/program.ts';
import { projectRoot } from '../support/shared.ts';
import { quietTerminal } from '../support/terminal.ts';

const page = readFileSync(join(projectRoot, 'docs/plan.md'), 'utf8');
const block = (language: string): string =>
  new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(page)?.[1] ?? '';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sdkwright-command-'));
  mkdirSync(join(folder, '.git'));
  cpSync(join(projectRoot, 'specs/bookshop/openapi.yml'), join(folder, 'openapi.yml'));
});
const folders: string[] = [];
afterAll(() => folders.forEach((one) => rmSync(one, { recursive: true, force: true })));

const put = (name: string, text: string): void => {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), text);
};

async function run(...args: readonly string[]) {
  folders.push(folder);
  const terminal = quietTerminal(folder);
  const code = await createProgram(terminal, new AbortController().signal).run(args);
  return { code, out: terminal.printed(), err: terminal.complained() };
}

const python = (() => {
  try {
    execFileSync('python3', ['--version']);
    return true;
  } catch {
    if (process.env['SDKWRIGHT_CI'] !== undefined) throw new Error('Python is missing');
    return false;
  }
})();

describe.skipIf(!python)('the example of the page', () => {
  it('makes a target, as any other, whose functions send what they should', async () => {
    put('sdkwright.yml', `spec: openapi.yml\n${block('yaml').replace(/^# .*\n/, '')}`);
    put('tools/curl.py', block('python').replace(/^# .*\n/, ''));
    const done = await run('generate', '--allow', 'commands');
    expect([done.code, done.err]).toEqual([0, expect.stringContaining('1 file ')]);
    const script = join(folder, 'generated/curl/calls.sh');
    expect(readFileSync(script, 'utf8')).toContain('books_list() { curl');
    expect(existsSync(join(folder, 'generated/curl/.sdkwright/manifest.json'))).toBe(true);
    expect((await run('generate', '--allow', 'commands', '--check')).code).toBe(0);
    const seen: string[] = [];
    const server: Server = createServer((request, response) => {
      seen.push(`${request.method} ${request.url}`);
      response.end('{}');
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const address = server.address();
    const base = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '';
    const text = readFileSync(script, 'utf8').replace(/https:\/\/[^/"]+[^"]*?(?=\/books)/g, base);
    let resolve = (): void => undefined;
    const promise = new Promise<void>((done) => (resolve = done));
    const { execFile } = await import('node:child_process');
    execFile('sh', ['-c', `${text}\nbooks_retrieve b1`], () => resolve());
    await promise;
    server.close();
    expect(seen).toEqual(['GET /books/b1']);
  });
});

describe('the contracts', () => {
  interface Schema {
    readonly $id?: string;
    readonly description?: string;
    readonly properties?: Readonly<Record<string, Schema>>;
    readonly additionalProperties?: unknown;
    readonly definitions?: Readonly<Record<string, Schema>>;
    readonly items?: Schema | readonly Schema[];
    readonly anyOf?: readonly Schema[];
    readonly allOf?: readonly Schema[];
  }
  const below = (schema: Schema): readonly Schema[] =>
    [
      schema.items ?? [],
      schema.anyOf ?? [],
      schema.allOf ?? [],
      Object.values(schema.definitions ?? {}),
    ].flat();
  const bare = (schema: Schema, name: string): readonly string[] => [
    ...Object.entries(schema.properties ?? {}).flatMap(([key, value]) => [
      ...(value.description === undefined ? [`${name}.${key}`] : []),
      ...bare(value, `${name}.${key}`),
    ]),
    ...below(schema).flatMap((one) => bare(one, name)),
  ];

  it.each(['ir', 'plan'])('%s says what each property means, and takes new ones', (name) => {
    const schema = JSON.parse(readFileSync(join(projectRoot, `dist/schema/${name}.json`), 'utf8')) as Schema;
    expect(bare(schema, name)).toEqual([]);
    expect(schema.$id).toBe(`urn:sdkwright:schema:${name}:1`);
    expect(JSON.stringify(schema)).not.toContain('"additionalProperties":false');
  });
});

describe('commands of a config', () => {
  const config = (command: string): string =>
    `spec: openapi.yml\ntargets:\n  own:\n    command: ${JSON.stringify(command)}\n    out: generated/own\n`;
  const answer = (value: unknown): string => `cat > /dev/null; printf '%s' '${JSON.stringify(value)}'`;

  it('do not run unless the command line says so', async () => {
    put('sdkwright.yml', config('touch ran'));
    const { code, err } = await run('generate');
    expect([code, existsSync(join(folder, 'ran'))]).toEqual([1, false]);
    expect(err).toContain('[command-not-allowed]');
    expect(err).toContain('sdkwright.yml:');
  });

  it.each([
    ['ends with an error', 'echo broken >&2; exit 3', 'it ended with 3: broken'],
    ['prints no JSON', 'echo hello', 'its answer is no JSON object'],
    ['gives a file without text', answer({ files: [{ path: 'a' }] }), 'has no `path` or no `text`'],
  ])('a program that %s writes nothing', async (_title, command, reason) => {
    put('sdkwright.yml', config(command));
    const { code, err } = await run('generate', '--allow', 'commands');
    expect([code, existsSync(join(folder, 'generated'))]).toEqual([1, false]);
    expect(err).toContain('[command-failed]');
    expect(err).toContain(reason);
  });

  it.each(['../evil.txt', '/tmp/evil.txt', '.git/hooks/pre-commit', 'a/../../evil.txt'])(
    'a file may not be at %s',
    async (path) => {
      put('sdkwright.yml', config(answer({ files: [{ path, text: 'x' }] })));
      const { code, err } = await run('generate', '--allow', 'commands');
      expect([code, existsSync(join(folder, 'generated'))]).toEqual([1, false]);
      expect(err).toContain('[template-path-invalid]');
    },
  );

  it('what a program says is told with its severity', async () => {
    const diagnostics = [
      { severity: 'warning', message: 'mind the gap' },
      { severity: 'note', message: 'by the way' },
    ];
    put('sdkwright.yml', config(answer({ files: [{ path: 'a.txt', text: 'x' }], diagnostics })));
    const fine = await run('generate', '--allow', 'commands');
    expect([fine.code, fine.err]).toEqual([0, expect.stringContaining('[command-warning]')]);
    expect(fine.err).toContain('mind the gap');
    // Notes are for `check`.
    expect(fine.err).not.toContain('[command-note]');
    put('sdkwright.yml', config(answer({ files: [], diagnostics: [{ severity: 'error', message: 'no' }] })));
    const bad = await run('generate', '--allow', 'commands');
    expect([bad.code, bad.err]).toEqual([1, expect.stringContaining('[command-error]')]);
  });

  it('a program gets the plan, in the form of its schema, without what is not meant for it', async () => {
    put(
      'sdkwright.yml',
      `${config('cat > plan.json; echo "{\\"files\\":[]}"')}resources:\n  books:\n    methods:\n      list: { endpoint: get /books, only: [typescript] }\n      retrieve: { endpoint: 'get /books/{book_id}' }\n`,
    );
    const { code, err } = await run('generate', '--allow', 'commands');
    expect([code, err]).toEqual([0, expect.any(String)]);
    const plan = JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8')) as {
      readonly resources: readonly { readonly methods: readonly { readonly id: string }[] }[];
    };
    expect(plan.resources.flatMap((one) => one.methods.map((each) => each.id))).toEqual(['books.retrieve']);
    const schema = JSON.parse(readFileSync(join(projectRoot, 'dist/schema/plan.json'), 'utf8')) as object;
    const validate = new Ajv({ strict: false }).compile(schema);
    expect(validate(plan), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  });
});
