/**
 * A target that a program of the user makes: the plan on its standard input, files on its standard output.
 */
import { spawn } from 'node:child_process';
import type { Audience } from '../../lib/audience.ts';
import { planContract } from '../../contract/plan.ts';
import { printContract } from '../../contract/print.ts';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts';
import { checkPaths, pathFault } from '../../emit/output-path.ts';
import type { TreeFile } from '../../emit/types.ts';
import { buildApi } from '../../ir/build.ts';
import { type JsonValue, isJsonObject } from '../../lib/json.ts';
import { type Result, failed, hasErrors, ok } from '../../lib/result.ts';
import { planSdk } from '../../plan/sdk.ts';
import type { Project } from '../../project.ts';
import type { CommandTarget } from '../../targets.ts';

/** A program that says nothing for so long has stopped. */
const MINUTES = 10;
const MOST_BYTES = 256 * 1024 * 1024;

export async function runCommandTarget(
  { documents, configFor }: Project,
  target: CommandTarget,
  cwd: string,
): Promise<Result<readonly TreeFile[] | undefined>> {
  const { name, origin } = target;
  const fail = (reason: string): Result<undefined> =>
    failed([diagnostic('command-failed', { name, reason }, { origin })]);
  const audience: Audience = { language: name, title: name, targets: [name], hints: [name, '*'] };
  const built = buildApi({ documents, config: configFor(audience) });
  const plan = planSdk(built.value);
  const input = printContract(planContract(plan), {
    entry: documents.originOf(documents.root).document,
    ids: new Set(built.value.schemas.map((one) => one.id)),
    hasOrigins: true,
  });
  const done = await run(target.command, { cwd, input });
  return done.kind === 'fault' ? fail(done.reason) : readAnswer(done.out, target);
}

type Done =
  | { readonly kind: 'out'; readonly out: string }
  | { readonly kind: 'fault'; readonly reason: string };

function run(
  command: string,
  { cwd, input }: { readonly cwd: string; readonly input: string },
): Promise<Done> {
  return new Promise((settle) => {
    const child = spawn(command, {
      cwd,
      shell: true,
      stdio: ['pipe', 'pipe', 'pipe'],
      timeout: MINUTES * 60_000,
    });
    const out: Buffer[] = [];
    let [size, said] = [0, ''];
    child.stdout.on('data', (part: Buffer) => {
      size += part.length;
      if (size > MOST_BYTES) child.kill();
      else out.push(part);
    });
    child.stderr.on('data', (part: Buffer) => void (said = `${said}${part.toString()}`.slice(-1000)));
    // A program that does not read all of its input closes it.
    child.stdin.on('error', () => undefined);
    child.on('error', (error) => settle({ kind: 'fault', reason: error.message }));
    child.on('close', (code, signal) => {
      const end = code === null ? `it was ended by ${signal ?? 'a signal'}` : `it ended with ${code}`;
      const reason = said.trim() === '' ? end : `${end}: ${said.trim()}`;
      settle(code === 0 ? { kind: 'out', out: Buffer.concat(out).toString() } : { kind: 'fault', reason });
    });
    child.stdin.end(input);
  });
}

const CODES = { error: 'command-error', warning: 'command-warning', note: 'command-note' } as const;

/**
 * `{ "files": [{ "path", "text" }], "diagnostics": [{ "severity", "message" }] }`; unknown keys are passed
 * over.
 */
function readAnswer(text: string, { name, origin }: CommandTarget): Result<readonly TreeFile[] | undefined> {
  const fail = (reason: string): Result<undefined> =>
    failed([diagnostic('command-failed', { name, reason }, { origin })]);
  const answer = parsed(text);
  if (!isJsonObject(answer) || !Array.isArray(answer['files']))
    return fail('its answer is no JSON object with a list `files`');
  const files: TreeFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const one of answer['files']) {
    const { path, text: content } = isJsonObject(one) ? one : {};
    if (typeof path !== 'string' || typeof content !== 'string')
      return fail('a file of its answer has no `path` or no `text`');
    const fault = pathFault(path);
    if (fault === undefined) files.push({ path, text: content });
    else diagnostics.push(diagnostic('template-path-invalid', { path, reason: fault }, { origin }));
  }
  const said = Array.isArray(answer['diagnostics']) ? answer['diagnostics'] : [];
  for (const one of said) {
    const { severity, message } = isJsonObject(one) ? one : {};
    const code = severity === 'error' || severity === 'note' ? CODES[severity] : CODES.warning;
    if (typeof message === 'string') diagnostics.push(diagnostic(code, { name, message }, { origin }));
  }
  diagnostics.push(...checkPaths(files));
  return ok(hasErrors(diagnostics) ? undefined : files, diagnostics);
}

function parsed(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}
