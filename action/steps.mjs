import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { appendFile, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { upsertComment } from './comment.mjs';

/**
 * @typedef {object} World
 * @property {Readonly<Record<string, string | undefined>>} env Inputs as `SDKWRIGHT_*`, and what GitHub sets.
 * @property {string} cwd Root of the checkout.
 * @property {(text: string) => void} log The job's log; workflow commands go there as well.
 * @property {typeof globalThis.fetch} fetch
 */

/**
 * Regenerates, compares with the base, and tells the exit code: that of `sdkwright diff`.
 * @param {World} world
 * @returns {Promise<number>}
 */
export async function runAction(world) {
  const { env } = world;
  const specs = specsOf(env);
  if (specs.length === 0) return fail(world, 'The input `spec` is empty.', 2);
  const command = env.SDKWRIGHT_GENERATE ? 'generate' : env.SDKWRIGHT_BUILD ? 'build' : undefined;
  const event = env.GITHUB_EVENT_NAME ?? '';
  if (command !== undefined && PRIVILEGED.has(event)) {
    return fail(
      world,
      `The input \`${command}\` is not for \`${event}\`: its command runs what the pull request brings, beside the secrets of the base repository. Use \`on: pull_request\`.`,
      2,
    );
  }
  if (env.SDKWRIGHT_GENERATE) {
    const generated = await run(world, 'bash', ['-c', env.SDKWRIGHT_GENERATE]);
    quote(world, generated.out);
    if (generated.code !== 0)
      return fail(world, `The SDK could not be generated: ${generated.err.trim()}`, 4);
  }
  const base = await baseRevision(world);
  if (base === undefined) return fail(world, 'There is nothing to compare with: give the input `base`.', 2);
  await deepen(world, base);
  return compare(world, base, specs);
}

/** Events whose jobs have the secrets of the repository while a stranger may have brought the checkout. */
const PRIVILEGED = new Set(['pull_request_target', 'workflow_run', 'issue_comment']);

/** Names and patterns, one a line. @param {World['env']} env */
const specsOf = (env) => (env.SDKWRIGHT_SPEC ?? '').split('\n').flatMap((line) => line.trim() || []);

/** @param {World} world @param {string} base @param {string[]} specs */
async function compare(world, base, specs) {
  const { env, log } = world;
  const folder = await mkdtemp(join(env.RUNNER_TEMP ?? tmpdir(), 'sdkwright-'));
  const command = await commandOf(world, folder);
  if (command.kind === 'fault') return fail(world, `sdkwright could not be installed: ${command.reason}`, 4);
  const report = join(folder, 'diff.json');
  const told = join(folder, 'diff.md');
  const annotations = join(folder, 'annotations.txt');
  const asked = { sarif: env.SDKWRIGHT_SARIF, html: env.SDKWRIGHT_HTML };
  // One run for all formats: `build` runs once.
  const first = await runDiff(world, {
    command: command.parts,
    base,
    specs,
    also: [
      `markdown=${told}`,
      `github=${annotations}`,
      ...Object.entries(asked).flatMap(([format, file]) => (file ? [`${format}=${file}`] : [])),
    ],
  });
  if (first.code > 1) {
    quote(world, first.err);
    return fail(world, `sdkwright diff ended with ${first.code}.`, first.code);
  }
  await writeFile(report, first.out);
  const { verdict, reports } = JSON.parse(first.out);
  const markdown = await readFile(told, 'utf8');
  log((await readFile(annotations, 'utf8')).trimEnd());
  if (first.err !== '') quote(world, first.err);
  if (env.GITHUB_STEP_SUMMARY) await appendFile(env.GITHUB_STEP_SUMMARY, markdown);
  await setOutputs(world, {
    bump: verdict.bump,
    wire: verdict.wire,
    ok: String(verdict.ok),
    report,
    markdown: told,
  });
  const { declaredBump, failOn } = reports?.[0]?.verdict ?? verdict;
  const bound = declaredBump === undefined ? `the bound is ${failOn}` : `only ${declaredBump} was declared`;
  if (first.code === 1)
    log(`::error::${data(`The change is ${verdict.bump} for users of the SDK, ${bound}.`)}`);
  return first.code;
}

/** @param {World} world @param {{ command: string[], base: string, specs: string[], also: string[] }} of */
async function runDiff(world, { command, base, specs, also }) {
  const { env } = world;
  const title =
    env.SDKWRIGHT_DECLARED_BUMP === 'title' ? ((await eventOf(env)).pull_request?.title ?? '') : undefined;
  /** @param {string} option @param {string | undefined} value */
  const given = (option, value) => (value ? [`${option}=${value}`] : []);
  /** @param {string} option @param {string | undefined} values */
  const each = (option, values) => (values ?? '').split(/[\s,]+/).flatMap((one) => given(option, one));
  const optional = [
    ...given('--config', env.SDKWRIGHT_CONFIG),
    ...given('--exceptions', env.SDKWRIGHT_EXCEPTIONS),
    ...given('--preset', env.SDKWRIGHT_PRESET),
    ...given('--language', env.SDKWRIGHT_LANGUAGE),
    ...given('--base-spec', env.SDKWRIGHT_BASE_SPEC),
    ...given('--build', env.SDKWRIGHT_BUILD),
    ...each('--exclude', env.SDKWRIGHT_EXCLUDE_TAGS),
    ...each('--exclude', env.SDKWRIGHT_EXCLUDE_EXTENSIONS),
    ...(title !== undefined
      ? [`--declared-bump=title:${title}`]
      : given('--declared-bump', env.SDKWRIGHT_DECLARED_BUMP)),
    ...also.map((one) => `--format=${one}`),
  ];
  const [program = process.execPath, ...before] = command;
  return run(world, program, [
    ...before,
    'diff',
    `--against=${base}`,
    '--format=json',
    `--fail-on=${env.SDKWRIGHT_FAIL_ON || 'major'}`,
    ...optional,
    '--',
    ...specs,
  ]);
}

/**
 * `SDKWRIGHT_COMMAND` (a JSON list) is for tests and for repositories that have the package installed.
 * Otherwise the package is installed into
 * a folder of its own: an `.npmrc` that a pull request brings along has no say in where it comes from.
 * @param {World} world @param {string} folder @returns {Promise<{ kind: 'command', parts: string[] } | {
 *   kind: 'fault', reason: string }>}
 */
async function commandOf(world, folder) {
  const { env } = world;
  if (env.SDKWRIGHT_COMMAND) return { kind: 'command', parts: JSON.parse(env.SDKWRIGHT_COMMAND) };
  const version =
    env.SDKWRIGHT_VERSION ||
    JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')).version;
  // A range or a tag would be another program tomorrow.
  if (!/^\d+\.\d+\.\d+(?:-[\w.-]+)?$/.test(version))
    return { kind: 'fault', reason: `${version} is no exact version` };
  // Through bash, because npm is a script of another kind on each system; the version is an argument, no part
  // of the command.
  const installed = await run({ ...world, cwd: folder }, 'bash', [
    '-c',
    'exec npm install --package-lock --save-exact --no-audit --no-fund --ignore-scripts --prefix . -- "$1"',
    'npm',
    `sdkwright@${version}`,
  ]);
  if (installed.code !== 0) return { kind: 'fault', reason: installed.err.trim() };
  const fault = await integrityFault(folder, env.SDKWRIGHT_INTEGRITY);
  return fault === undefined
    ? { kind: 'command', parts: [process.execPath, join(folder, 'node_modules/sdkwright/dist/cli/main.js')] }
    : { kind: 'fault', reason: fault };
}

/**
 * npm has compared every package with the hash in the lock file that it wrote; nothing of them has run yet.
 * `wanted` is the hash that the user
 * knows of the program.
 * @param {string} folder @param {string | undefined} wanted @returns {Promise<string | undefined>}
 */
async function integrityFault(folder, wanted) {
  /** @type {{ packages: Record<string, { integrity?: string }> }} */
  const lock = JSON.parse(await readFile(join(folder, 'package-lock.json'), 'utf8'));
  const bare = Object.entries(lock.packages).filter(
    ([name, { integrity }]) => name !== '' && integrity === undefined && existsSync(join(folder, name)),
  );
  if (bare.length > 0) return `no hash is known of ${bare.map(([name]) => name).join(', ')}`;
  const found = lock.packages['node_modules/sdkwright']?.integrity;
  return wanted && wanted !== found ? `the package has the hash ${found}, not ${wanted}` : undefined;
}

/**
 * @param {World['env']} env @returns {Promise<{ before?: unknown, pull_request?: { number?: unknown, title?:
 * string } }>}
 */
const eventOf = async (env) =>
  env.GITHUB_EVENT_PATH ? JSON.parse(await readFile(env.GITHUB_EVENT_PATH, 'utf8')) : {};

/**
 * The named revision, the pull request's base branch, or the commit before the push; fetched when the clone
 * is shallow. @param {World} world
 */
async function baseRevision(world) {
  const { env } = world;
  const { before } = await eventOf(env);
  const wanted = env.SDKWRIGHT_BASE || (env.GITHUB_BASE_REF ? `origin/${env.GITHUB_BASE_REF}` : before);
  if (typeof wanted !== 'string' || wanted === '' || /^0+$/.test(wanted) || wanted.startsWith('-'))
    return undefined;
  // A tag or a branch of the clone may be called like the branch of the remote.
  const known = wanted.startsWith('origin/') ? `refs/remotes/${wanted}` : wanted;
  if ((await git(world, ['rev-parse', '--verify', '--quiet', `${known}^{commit}`])).code === 0) return wanted;
  const branch = wanted.replace(/^origin\//, '');
  const fetched = await git(world, [
    'fetch',
    '--quiet',
    '--depth=1',
    'origin',
    `+${branch}:refs/remotes/origin/${branch}`,
  ]);
  if (fetched.code === 0) return `origin/${branch}`;
  const commit = await git(world, ['fetch', '--quiet', '--depth=1', '--', 'origin', branch]);
  return commit.code === 0 ? 'FETCH_HEAD' : undefined;
}

/** A shallow clone does not hold where the branches met; without it the tip would be compared with. */
/** @param {World} world @param {string} base */
async function deepen(world, base) {
  const known = base.startsWith('origin/') ? `refs/remotes/${base}` : base;
  const meets = async () => (await git(world, ['merge-base', known, 'HEAD'])).code === 0;
  if (await meets()) return;
  await git(world, ['fetch', '--quiet', '--deepen=200', 'origin']);
  if (!(await meets())) await git(world, ['fetch', '--quiet', '--unshallow', 'origin']);
}

/**
 * The step that comments, and the only one that has the token: a command of the other step can read the
 * environment of its parents.
 * It runs no program, and takes from the other step two files, which it reads as data.
 * @param {World} world @returns {Promise<number>}
 */
export async function runComment(world) {
  const { env, log } = world;
  if (!env.SDKWRIGHT_REPORT || !env.SDKWRIGHT_MARKDOWN) return 0;
  const markdown = await readFile(env.SDKWRIGHT_MARKDOWN, 'utf8');
  /** @typedef {{ changes: unknown[], withoutEffect: unknown[], accepted: unknown[] }} Report */
  /** @type {Report & { reports?: Report[] }} */
  const report = JSON.parse(await readFile(env.SDKWRIGHT_REPORT, 'utf8'));
  const number = (await eventOf(env)).pull_request?.number;
  if (typeof number !== 'number' || !env.GITHUB_REPOSITORY || !env.SDKWRIGHT_TOKEN) return 0;
  const isEmpty = (report.reports ?? [report]).every(
    (one) => one.changes.length + one.withoutEffect.length + one.accepted.length === 0,
  );
  const result = await tryComment({
    fetch: world.fetch,
    api: env.GITHUB_API_URL || 'https://api.github.com',
    repository: env.GITHUB_REPOSITORY,
    number,
    token: env.SDKWRIGHT_TOKEN,
    body: markdown,
    key: specsOf(env).join(' '),
    onlyUpdate: isEmpty,
  });
  // A pull request from a fork has a token that may only read.
  if (result.kind === 'refused')
    log(
      `::warning::${data(`The comment could not be written (${result.reason}); the report is in the job's summary.`)}`,
    );
  return 0;
}

/**
 * That the comment fails, for whatever reason, is no finding. @param {import('./comment.mjs').Comment} wanted
 * @returns {Promise<{ kind: 'written' } | { kind: 'refused', reason: string }>}
 */
async function tryComment(wanted) {
  try {
    const result = await upsertComment(wanted);
    return result.kind === 'refused'
      ? { kind: 'refused', reason: `status ${result.status}` }
      : { kind: 'written' };
  } catch (error) {
    return { kind: 'refused', reason: error instanceof Error ? error.message : String(error) };
  }
}

/** @param {World} world @param {Record<string, string>} outputs */
async function setOutputs({ env }, outputs) {
  if (env.GITHUB_OUTPUT)
    await appendFile(
      env.GITHUB_OUTPUT,
      Object.entries(outputs)
        .map(([key, value]) => `${key}=${value}\n`)
        .join(''),
    );
}

/** @param {World} world @param {string} message @param {number} code */
function fail({ log }, message, code) {
  log(`::error::${data(message)}`);
  return code;
}

/**
 * Text that others wrote goes to the log with workflow commands switched off. @param {World} world @param
 * {string} text
 */
function quote({ log }, text) {
  if (text.trim() === '') return;
  const token = randomUUID();
  log(`::stop-commands::${token}`);
  // Runners also look for `##[` anywhere in a line, and not all of them stop with the others.
  log(unseen(text.trimEnd()).replaceAll('##[', '##\\u005b'));
  log(`::${token}::`);
}

/**
 * For the text of a workflow command. The same as `workflowText` of the program, which the action runs
 * without a build of; a test compares them.
 * @param {string} text
 */
export const data = (text) =>
  unseen(text)
    .replaceAll('##[', '##\\u005b')
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .replaceAll('%', '%25')
    .replaceAll('\n', '%0A');

/** @param {string} text */
const unseen = (text) =>
  text.replace(
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** Without hooks and watchers, which may lead into the checkout. @param {World} world @param {string[]} args */
const git = (world, args) =>
  run(world, 'git', ['-c', 'core.hooksPath=/dev/null', '-c', 'core.fsmonitor=false', ...args]);

/**
 * Tokens of the job, and the files by which a step sets variables and outputs for later steps: nothing that a
 * command of ours needs.
 */
const WITHHELD =
  /^(?:SDKWRIGHT_TOKEN|GITHUB_TOKEN|GITHUB_(?:ENV|PATH|OUTPUT|STATE|STEP_SUMMARY)|ACTIONS_(?:RUNTIME|ID_TOKEN|CACHE|RESULTS)_.*)$/;

/**
 * No shell: inputs are arguments, never commands. The token stays here. @param {World} world @param {string}
 * command @param {string[]} args @returns {Promise<{ code: number, out: string, err: string }>}
 */
function run(world, command, args) {
  return new Promise((done) => {
    const env = Object.fromEntries(Object.entries(world.env).filter(([name]) => !WITHHELD.test(name)));
    const child = spawn(command, args, { cwd: world.cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    /** @type {Buffer[]} */
    const out = [];
    /** @type {Buffer[]} */
    const err = [];
    child.stdout.on('data', (chunk) => out.push(chunk));
    child.stderr.on('data', (chunk) => err.push(chunk));
    child.on('error', (error) => done({ code: 4, out: '', err: error.message }));
    child.on('close', (code) =>
      done({ code: code ?? 4, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
    );
  });
}
