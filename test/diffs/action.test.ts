/** The action's script against a real git repository and an API server that remembers. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { type Server, createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { projectRoot } from '../support/shared.ts';
import { runAction, runComment } from '../../action/steps.mjs';

interface Request {
  readonly method: string;
  readonly url: string;
  readonly body: string;
}

const folder = mkdtempSync(join(tmpdir(), 'sdkwright-action-'));
const cli = join(projectRoot, 'node_modules/.cache/sdkwright-action-test/main.mjs');
let server: Server;
let api = '';
let requests: Request[] = [];
let comments: { id: number; body: string; user: { type: string } }[] = [];
let status = 200;

beforeAll(async () => {
  await build({
    entryPoints: [join(projectRoot, 'generator/cli/main.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile: cli,
    define: { 'import.meta.url': JSON.stringify(new URL('../../dist/main.js', import.meta.url).href) },
  });
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      requests.push({ method: request.method ?? '', url: request.url ?? '', body });
      response.writeHead(status, { 'content-type': 'application/json' });
      if (request.method === 'POST' && status < 300)
        comments.push({
          id: comments.length + 7,
          body: (JSON.parse(body) as { body: string }).body,
          user: { type: 'Bot' },
        });
      response.end(JSON.stringify(request.method === 'GET' ? comments : {}));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  api = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '';
});
afterAll(() => void server.close());
beforeEach(() => {
  requests = [];
  comments = [];
  status = 200;
});

const git = (cwd: string, ...args: string[]): string =>
  execFileSync(
    'git',
    ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'init.defaultBranch=main', ...args],
    { cwd, encoding: 'utf8' },
  );

const document = (limit: number, extra = ''): string =>
  JSON.stringify(
    {
      openapi: '3.1.0',
      info: { title: 'Pets', version: '1.0.0' },
      servers: [{ url: 'https://api.example.com' }],
      paths: {
        '/pets': {
          get: {
            operationId: 'listPets',
            parameters: [
              {
                name: 'limit',
                in: 'query',
                required: extra !== '',
                schema: { type: 'integer', maximum: limit },
              },
            ],
            responses: { 204: { description: 'ok' } },
          },
        },
      },
    },
    null,
    2,
  );

/** The first line of the comment about these documents. */
const mark = (documents: string): string =>
  `<!-- sdkwright-diff ${createHash('sha256').update(documents).digest('hex').slice(0, 12)} -->`;

let repositories = 0;

/** A clone on a branch, its `origin` holding `main`. */
function repository(before: string | undefined, after: string): string {
  const origin = join(folder, `origin-${(repositories += 1)}`);
  execFileSync('git', ['-c', 'init.defaultBranch=main', 'init', '-q', origin]);
  writeFileSync(join(origin, 'README.md'), 'pets');
  if (before !== undefined) writeFileSync(join(origin, 'openapi.json'), before);
  git(origin, 'add', '.');
  git(origin, 'commit', '-q', '-m', 'first');
  const clone = join(folder, `clone-${repositories}`);
  git(folder, 'clone', '-q', '--depth=1', `file://${origin}`, clone);
  git(clone, 'checkout', '-q', '-b', 'change');
  writeFileSync(join(clone, 'openapi.json'), after);
  return clone;
}

async function act(cwd: string, env: Readonly<Record<string, string>> = {}, pull: object = {}) {
  const files = Object.fromEntries(
    ['output', 'summary', 'event'].map((name) => [name, join(cwd, '..', `${name}-${repositories}`)]),
  );
  writeFileSync(files['output'] ?? '', '');
  writeFileSync(files['summary'] ?? '', '');
  writeFileSync(files['event'] ?? '', JSON.stringify({ pull_request: { number: 12, ...pull } }));
  const lines: string[] = [];
  const graph = { cwd, log: (text: string) => void lines.push(text), fetch: globalThis.fetch };
  const common = {
    PATH: process.env['PATH'] ?? '',
    HOME: process.env['HOME'] ?? '',
    GITHUB_BASE_REF: 'main',
    GITHUB_REPOSITORY: 'acme/pets',
    GITHUB_API_URL: api,
    RUNNER_TEMP: folder,
    GITHUB_OUTPUT: files['output'] ?? '',
    GITHUB_STEP_SUMMARY: files['summary'] ?? '',
    GITHUB_EVENT_PATH: files['event'] ?? '',
    SDKWRIGHT_SPEC: 'openapi.json',
    SDKWRIGHT_COMMAND: JSON.stringify([process.execPath, cli]),
    ...env,
  };
  const code = await runAction({ ...graph, env: common });
  const outputs = new Map(
    readFileSync(files['output'] ?? '', 'utf8')
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
  // As action.yml has it: a step of its own.
  if (env['SDKWRIGHT_COMMENT'] !== 'false')
    await runComment({
      ...graph,
      env: {
        ...common,
        SDKWRIGHT_TOKEN: 'secret',
        SDKWRIGHT_REPORT: outputs.get('report'),
        SDKWRIGHT_MARKDOWN: outputs.get('markdown'),
      },
    });
  return {
    code,
    log: lines.join('\n'),
    output: readFileSync(files['output'] ?? '', 'utf8'),
    summary: readFileSync(files['summary'] ?? '', 'utf8'),
  };
}

describe('the action', () => {
  it('fails, annotates and comments when users must change code', async () => {
    const done = await act(repository(document(100), document(100, 'required')));
    expect(done.code).toBe(1);
    expect(done.output).toMatch(
      /^bump=major\nwire=break\nok=false\nreport=.*diff\.json\nmarkdown=.*diff\.md\n$/,
    );
    expect(done.log).toContain('::error file=openapi.json,line=');
    expect(done.summary).toContain('## API change: major for the TypeScript SDK, breaking on the wire');
    expect(requests.map((one) => one.method)).toEqual(['GET', 'POST']);
    expect(comments[0]?.body).toContain('query parameter limit became required');
  });

  it('passes within the bound and updates the comment of an earlier run', async () => {
    const clone = repository(document(100), document(50));
    expect((await act(clone)).code).toBe(0);
    expect((await act(clone)).code).toBe(0);
    expect(requests.map((one) => `${one.method} ${one.url}`)).toEqual([
      'GET /repos/acme/pets/issues/12/comments?per_page=100&page=1',
      'POST /repos/acme/pets/issues/12/comments',
      'GET /repos/acme/pets/issues/12/comments?per_page=100&page=1',
      'PATCH /repos/acme/pets/issues/comments/7',
    ]);
  });

  it('leaves alone what somebody else wrote under the mark', async () => {
    comments = [{ id: 3, body: `${mark('openapi.json')} mine`, user: { type: 'User' } }];
    expect((await act(repository(document(100), document(50)))).code).toBe(0);
    expect(requests.map((one) => one.method)).toEqual(['GET', 'POST']);
  });

  it('gives the token to no program that it runs, and their output commands nothing', async () => {
    const done = await act(repository(document(100), document(100)), {
      SDKWRIGHT_GENERATE: 'echo "token=[$SDKWRIGHT_TOKEN]"; echo "::error::injected"',
      SDKWRIGHT_COMMENT: 'false',
    });
    expect(done.log).toContain('token=[]');
    expect(done.log).toMatch(/^::stop-commands::([0-9a-f-]{36})\ntoken=\[\]\n::error::injected\n::\1::$/m);
  });

  it('does not take a comment that cannot be written for a finding', async () => {
    const done = await act(repository(document(100), document(50)), { GITHUB_API_URL: 'http://127.0.0.1:1' });
    expect(done).toMatchObject({
      code: 0,
      log: expect.stringContaining('The comment could not be written') as string,
    });
  });

  it('writes no comment where nothing changed, and none it may not write', async () => {
    const same = await act(repository(document(100), document(100)));
    expect([same.code, requests.map((one) => one.method)]).toEqual([0, ['GET']]);
    status = 403;
    const refused = await act(repository(document(100), document(50)));
    expect(refused.code).toBe(0);
    expect(refused.log).toContain('::warning::The comment could not be written (status 403)');
  });

  it('obeys its inputs: bound, comment, command that regenerates, SARIF', async () => {
    const clone = repository(document(100), document(100));
    const done = await act(clone, {
      SDKWRIGHT_FAIL_ON: 'minor',
      SDKWRIGHT_COMMENT: 'false',
      SDKWRIGHT_SARIF: 'diff.sarif',
      SDKWRIGHT_GENERATE: `printf '%s' '${document(50)}' > openapi.json`,
    });
    expect(done.code).toBe(1);
    expect(requests).toEqual([]);
    expect(JSON.parse(readFileSync(join(clone, 'diff.sarif'), 'utf8'))).toMatchObject({
      version: '2.1.0',
      runs: [{ results: [{ ruleId: 'limit-tightened' }] }],
    });
  });

  it('writes the page where it is told', async () => {
    const clone = repository(document(100), document(100, 'required'));
    const html = join(clone, '..', `diff-${repositories}.html`);
    expect((await act(clone, { SDKWRIGHT_HTML: html })).code).toBe(1);
    expect(readFileSync(html, 'utf8')).toContain('limit');
  });

  it('asks the title what was announced', async () => {
    const clone = repository(document(100), document(100, 'required'));
    expect(
      await act(clone, { SDKWRIGHT_DECLARED_BUMP: 'title' }, { title: 'feat!: limit is required' }),
    ).toMatchObject({ code: 0 });
    expect(
      await act(
        clone,
        { SDKWRIGHT_DECLARED_BUMP: 'title' },
        { title: 'fix: `touch pwned` $(touch pwned) "; touch pwned' },
      ),
    ).toMatchObject({ code: 1, log: expect.stringContaining('only patch was declared') as string });
    expect(existsSync(join(clone, 'pwned'))).toBe(false);
  });

  it('runs and marks up nothing that a branch name or a document says', async () => {
    const name = '$(touch${IFS}pwned)`touch${IFS}pwned`';
    const hostile = (limit: number): string =>
      document(limit).replaceAll(
        '"limit"',
        JSON.stringify('<img src=x> @everyone [x](https://evil.example) %0A::error::no'),
      );
    const clone = repository(hostile(100), hostile(50));
    git(clone, 'branch', '-q', name, 'HEAD');
    const done = await act(clone, { SDKWRIGHT_BASE: name });
    expect(done.code).toBe(0);
    expect(existsSync(join(clone, 'pwned'))).toBe(false);
    expect(done.summary).not.toMatch(/<img|[^;]@everyone|[^\\]\[x\]\(https/);
    expect(done.log).not.toMatch(/^::error::no/m);
    expect(comments[0]?.body).not.toMatch(/<img|\[x\]\(https/);
  });

  it('never takes "could not run" for a finding', async () => {
    expect(await act(repository(document(100), '{'))).toMatchObject({
      code: 3,
      log: expect.stringContaining('cannot be compared') as string,
    });
    expect(
      await act(repository(document(100), document(50)), { SDKWRIGHT_BASE: 'no-such-branch' }),
    ).toMatchObject({ code: 2 });
    expect(await act(repository(document(100), document(50)), { SDKWRIGHT_SPEC: '' })).toMatchObject({
      code: 2,
    });
    expect(await act(repository(document(100), document(50)), { SDKWRIGHT_SPEC: '--help' })).toMatchObject({
      code: 3,
    });
    expect(
      await act(repository(document(100), document(50)), { SDKWRIGHT_GENERATE: 'exit 9' }),
    ).toMatchObject({ code: 4 });
  });

  it('has a comment for each set of documents', async () => {
    const cwd = repository(document(100), document(50, 'required'));
    await act(cwd);
    await act(cwd, { SDKWRIGHT_SPEC: 'openapi.json\n*.json' });
    await act(cwd);
    expect(comments).toHaveLength(2);
    expect(new Set(comments.map((one) => one.body.split('\n')[0])).size).toBe(2);
  });

  it('says that a document is new, with what it was compared with', async () => {
    expect(await act(repository(undefined, document(50)))).toMatchObject({
      code: 0,
      output: expect.stringMatching(/^bump=minor\nwire=ok\nok=true\nreport=/) as string,
    });
  });
});
