/**
 * A target that a program of the user makes: the plan on its standard input, files on its standard output.
 */
import type { LanguageSelector } from '../../lib/language-selector.ts';
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
import { runCommand } from '../child.ts';

/** A program that says nothing for so long has stopped. */
const MINUTES = 10;

export async function runCommandTarget(
  { documents, configFor }: Project,
  target: CommandTarget,
  cwd: string,
): Promise<Result<readonly TreeFile[] | undefined>> {
  const { name, origin } = target;
  const fail = (reason: string): Result<undefined> =>
    failed([diagnostic('command-failed', { name, reason }, { origin })]);
  const audience: LanguageSelector = { language: name, title: name, targets: [name], hints: [name, '*'] };
  const built = buildApi({ documents, config: configFor(audience) });
  const plan = planSdk(built.value);
  const input = printContract(planContract(plan), {
    entry: documents.originOf(documents.root).document,
    ids: new Set(built.value.schemas.map((schema) => schema.id)),
    hasOrigins: true,
  });
  const { code, out, err, end } = await runCommand(target.command, { cwd, input, seconds: MINUTES * 60 });
  if (code === 0) return readAnswer(out.toString(), target);
  return fail(err === '' ? end : `${end}: ${err}`);
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
  for (const item of answer['files']) {
    const { path, text: content } = isJsonObject(item) ? item : {};
    if (typeof path !== 'string' || typeof content !== 'string')
      return fail('a file of its answer has no `path` or no `text`');
    const fault = pathFault(path);
    if (fault === undefined) files.push({ path, text: content });
    else diagnostics.push(diagnostic('template-path-invalid', { path, reason: fault }, { origin }));
  }
  const stated = Array.isArray(answer['diagnostics']) ? answer['diagnostics'] : [];
  for (const item of stated) {
    const { severity, message } = isJsonObject(item) ? item : {};
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
