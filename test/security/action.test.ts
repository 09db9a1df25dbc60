/**
 * The action on a pull request of a stranger: what `generate` runs there finds no token, and the wrong event
 * is refused.
 */
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { projectRoot } from '../support/shared.ts';
import { SECRET, createScene } from './support.ts';

interface Step {
  readonly run: string;
  readonly env: Readonly<Record<string, string>>;
}

const action = parse(readFileSync(join(projectRoot, 'action.yml'), 'utf8')) as {
  readonly runs: { readonly steps: readonly Step[] };
};
const [compare, comment] = action.runs.steps;

/** Runs a step as the runner does: the environment that action.yml gives it, inputs filled in. */
function runStep(
  step: Step | undefined,
  cwd: string,
  inputs: Readonly<Record<string, string>>,
  more: NodeJS.ProcessEnv = {},
): Promise<{ readonly code: unknown; readonly said: string }> {
  const env = Object.fromEntries(
    Object.entries(step?.env ?? {}).map(([name, value]) => [
      name,
      value.replace(/\$\{\{ *inputs\.([\w-]+) *\}\}/g, (_all, input: string) => inputs[input] ?? ''),
    ]),
  );
  const script = /action\/[\w-]+\.mjs/.exec(step?.run ?? '')?.[0] ?? '';
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(projectRoot, script)],
      { cwd, env: { PATH: process.env['PATH'], ...more, ...env } },
      (error, out, err) => resolve({ code: error ? error.code : 0, said: `${out}${err}` }),
    );
  });
}

const STEAL = "tr '\\0' '\\n' < /proc/$PPID/environ; tr '\\0' '\\n' < /proc/self/environ; env";

test.skipIf(process.platform !== 'linux')(
  'no token is in the environment of the command, of the action, or in what the runner gives to later steps',
  async () => {
    const { top } = createScene();
    const cwd = join(top, 'repository');
    writeFileSync(join(top, 'env'), '');
    const { said } = await runStep(
      compare,
      cwd,
      {
        spec: 'openapi.yml',
        generate: `${STEAL}; echo "NODE_OPTIONS=--import=evil.mjs" >> "\${GITHUB_ENV:-/dev/null}"`,
        token: SECRET,
      },
      { GITHUB_ENV: join(top, 'env'), GITHUB_EVENT_NAME: 'pull_request' },
    );
    expect(said).toContain('SDKWRIGHT_SPEC=openapi.yml');
    expect(said).not.toContain(SECRET);
    expect(readFileSync(join(top, 'env'), 'utf8')).toBe('');
  },
);

test('the token goes to the step that comments, and that step runs no program', () => {
  expect(action.runs.steps.filter((step) => JSON.stringify(step).includes('token'))).toEqual([comment]);
  expect(comment?.run).toContain('action/comment-run.mjs');
});

test.each(
  ['pull_request_target', 'workflow_run', 'issue_comment'].flatMap((event) =>
    ['generate', 'build'].map((input) => [input, event] as const),
  ),
)('%s is refused under %s, before anything runs', async (input, event) => {
  const { top } = createScene();
  const { code, said } = await runStep(
    compare,
    join(top, 'repository'),
    { spec: 'openapi.yml', [input]: 'echo it ran' },
    { GITHUB_EVENT_NAME: event },
  );
  expect(code).toBe(2);
  expect(said).toContain(`::error::The input \`${input}\` is not for \`${event}\``);
  expect(said).not.toContain('it ran');
});

test('the comment of a job of its own needs the files of the other job alone', () => {
  const own = parse(readFileSync(join(projectRoot, 'action/comment/action.yml'), 'utf8')) as typeof action;
  const [step, ...others] = own.runs.steps;
  expect(others).toEqual([]);
  expect(step?.run).toBe('node "$GITHUB_ACTION_PATH/../comment-run.mjs"');
  const env = { ...comment?.env };
  delete env['BASH_ENV'];
  delete env['NODE_OPTIONS'];
  expect(Object.keys(step?.env ?? {}).sort()).toEqual(Object.keys(env).sort());
});

test('variables that a command could set for later steps are empty where the token is', () => {
  expect(comment?.env).toMatchObject({ BASH_ENV: '', NODE_OPTIONS: '' });
});

test.each(['latest', '^1.0.0', '1', '1.0.0 evil', 'file:../evil', ''])(
  'a version that is not exact (%j) is not installed',
  async (version) => {
    const { top, put } = createScene();
    const cwd = join(top, 'repository');
    put('repository/.git/HEAD', 'ref: refs/heads/main\n');
    const git = (...args: readonly string[]): Promise<void> =>
      new Promise(
        (resolve, reject) =>
          void execFile(
            'git',
            ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args],
            { cwd },
            (error) => (error ? reject(error) : resolve()),
          ),
      );
    await git('init', '-q', '-b', 'main');
    await git('add', 'openapi.yml');
    await git('commit', '-qm', 'first');
    const { code, said } = await runStep(
      compare,
      cwd,
      { spec: 'openapi.yml', base: 'HEAD', version },
      { RUNNER_TEMP: top, npm_config_registry: 'http://127.0.0.1:1/', npm_config_fetch_retries: '0' },
    );
    expect(code).toBe(4);
    expect(said).toContain(version === '' ? 'sdkwright could not be installed' : 'is no exact version');
  },
);

test('the example in the documentation leaves no credentials in the checkout', () => {
  const example =
    /```yaml\n# \.github[\s\S]*?```/.exec(readFileSync(join(projectRoot, 'docs/diff.md'), 'utf8'))?.[0] ?? '';
  expect(example).toMatch(/on: pull_request\n/);
  expect(example).toContain('persist-credentials: false');
});
