/** `sdkwright config …`: makes a single, minimal change of the config. */
import { createTwoFilesPatch } from 'diff';
import { type ConfigAction, planAction } from '../../config/rewrite/actions.ts';
import { type EditedSdk, NO_SDK } from '../../config/rewrite/sdk.ts';
import { rewriteConfig, valueOf } from '../../config/rewrite/rewrite.ts';
import type { ConfigChange } from '../../config/rewrite/types.ts';
import { changeValue } from '../../config/rewrite/value.ts';
import { findConfig } from '../../config/load.ts';
import { NEW_CONFIG, configText, editedSdk, proposedConfig, readConfigText } from '../../editable-config.ts';
import { buildApi } from '../../ir/build.ts';
import type { JsonValue } from '../../lib/json.ts';
import { hasErrors } from '../../lib/result.ts';
import { writeFiles } from '../../output/write-file.ts';
import { loadProject } from '../../project.ts';
import { diskIo } from '../../source/io.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Inputs } from '../inputs.ts';
import { report } from '../report.ts';
import type { Terminal } from '../terminal.ts';

interface ConfigArguments extends Inputs {
  readonly action: ConfigAction;
  readonly dryRun: boolean;
}

export async function runConfig(terminal: Terminal, args: ConfigArguments): Promise<ExitCode> {
  const opened = await openConfig(terminal, args);
  if (opened === undefined) return EXIT.failed;
  const { file, before, sdk } = opened;
  const refuse = (reason: string, code: ExitCode = EXIT.usage): ExitCode => {
    terminal.err(reason);
    return code;
  };
  const root = valueOf(before);
  const planned = planAction(root ?? {}, sdk, args.action);
  if (planned.kind === 'fault') return refuse(planned.reason);
  const fault = root && faultOf(root, planned.changes);
  if (fault !== undefined) return refuse(`${file}: ${fault}`);
  const done = rewriteConfig(before, planned.changes);
  if (done.kind === 'fault') return refuse(`${file}: ${done.reason}`, EXIT.failed);
  const known = new Set((await readConfigText(file, before)).diagnostics.map(({ message }) => message));
  const later = await readConfigText(file, done.text);
  const fresh = later.diagnostics.filter(({ message }) => !known.has(message));
  const texts = new Map(later.value && [[file, later.value.source]]);
  if (hasErrors(fresh)) {
    report(terminal, fresh, texts);
    return refuse('Nothing was written.');
  }
  const isNew = opened.isNew || done.text !== before;
  if (!isNew) {
    terminal.err(`${file} says so already.`);
    return EXIT.ok;
  }
  terminal.out(patch(file, opened.isNew ? '' : before, done.text));
  // A key without effect is written, and said.
  if (fresh.length > 0) report(terminal, fresh, texts);
  if (args.dryRun) return EXIT.ok;
  const unwritten = writeFiles(terminal.cwd, [{ path: file, text: done.text }]);
  report(terminal, unwritten, new Map());
  if (unwritten.length > 0) return EXIT.failed;
  terminal.err(`${file} is written.`);
  return EXIT.ok;
}

/** The first change that the config does not allow, such as the removal of a key that is not there. */
function faultOf(root: JsonValue, changes: readonly ConfigChange[]): string | undefined {
  let value = root;
  for (const change of changes) {
    const changed = changeValue(value, change);
    if ('fault' in changed) return changed.fault;
    ({ value } = changed);
  }
  return undefined;
}

interface OpenConfig {
  readonly file: string;
  readonly before: string;
  /** True if there was no config; `before` is then the proposal of `init`. */
  readonly isNew: boolean;
  readonly sdk: EditedSdk;
}

/** Undefined if it failed, which has been reported. */
async function openConfig(terminal: Terminal, args: ConfigArguments): Promise<OpenConfig | undefined> {
  const io = diskIo(terminal.cwd, { allowOutside: args.allowOutside });
  const found = args.config ?? (await findConfig('', io));
  const text = found === undefined ? undefined : await configText(found, io);
  if (found !== undefined && text === undefined) {
    const isThere = (await io.readFile(found)) !== undefined;
    terminal.err(isThere ? `${found} cannot be read as text.` : `There is no file ${found}.`);
    return undefined;
  }
  // A path in the file does not need the document, which may itself be faulty.
  if (text !== undefined && found !== undefined && args.action.kind === 'changes')
    return { file: found, before: text, isNew: false, sdk: NO_SDK };
  const project = await loadProject({ io, cwd: terminal.cwd, ...args });
  if (!project.value || hasErrors(project.diagnostics)) {
    report(terminal, project.diagnostics, project.texts);
    return undefined;
  }
  const { config, documents } = project.value;
  const sdk = editedSdk(buildApi({ documents, config }).value, config, {
    document: documents.originOf(documents.root).document,
    file: found ?? NEW_CONFIG,
  });
  if (text !== undefined && found !== undefined) return { file: found, before: text, isNew: false, sdk };
  return {
    file: NEW_CONFIG,
    before: proposedConfig(documents, { file: NEW_CONFIG, cwd: terminal.cwd }).text,
    isNew: true,
    sdk,
  };
}

const patch = (file: string, before: string, after: string): string =>
  createTwoFilesPatch(file, file, before, after, undefined, undefined, { context: 2 })
    .replace(/^Index: .*\n=+\n/, '')
    .trimEnd();
