/**
 * Reads the configs and accepted changes of both sides. A change is judged by those that existed before it.
 */
import { posix } from 'node:path';
import { findConfig, loadConfig } from '../../config/load.ts';
import type { Config } from '../../config/types.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { type Exceptions, noExceptions } from '../../diff/exceptions.ts';
import { type Io, diskIo } from '../../source/io.ts';
import type { Texts } from '../../diagnostics/print/placed.ts';
import { configAt, configIn, nameIn, placedIn } from '../config-at.ts';
import { filesAt } from '../config-files.ts';
import { gitIo, gitText, openSide } from '../diff-inputs.ts';
import { loadExceptions } from '../load-exceptions.ts';
import type { SdkLanguage } from '../../diff/types.ts';
import { languageOf } from '../diff-language.ts';
import { type GitTree, nameBefore } from './tree.ts';

export interface GateSettings {
  readonly config?: Config;
  readonly baseConfig?: Config;
  /** Read the files that the configs name; absent: on the disk. */
  readonly configFiles?: Io;
  readonly baseConfigFiles?: Io;
  /** The document that the base's config names, from the current folder. */
  readonly baseDocument?: string;
  readonly exceptions: Exceptions;
  /** Exceptions and settings that the change itself adds, which do not apply yet. */
  readonly notYet: readonly string[];
  readonly notes: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  readonly texts: Texts;
}

type MapValue<TMap> = TMap extends ReadonlyMap<string, infer TValue> ? TValue : never;

export interface RequestedSettings {
  readonly config?: string;
  readonly exceptions?: string;
  /** The language of the SDK. */
  readonly language?: SdkLanguage;
}

export async function readSettings(
  option: RequestedSettings,
  tree: GitTree,
  cwd: string,
): Promise<GateSettings> {
  const { data: audience } = languageOf(option.language);
  const disk = diskIo(cwd);
  const base = gitIo(tree.commit, disk, cwd);
  const prefix = (await gitText(['rev-parse', '--show-prefix'], cwd)) ?? '';
  const texts = new Map<string, MapValue<Texts>>();
  const diagnostics: Diagnostic[] = [];
  const notes: string[] = [];

  const file = option.config ?? (await findConfig('', disk));
  const opened = file === undefined ? undefined : await openSide(file, disk, cwd);
  diagnostics.push(...(opened?.diagnostics ?? []));
  const side = opened?.side;
  const now = side && configIn(side.commit, await loadConfig(side.entry, side.io, audience));
  const before = file === undefined ? undefined : nameBefore(tree, posix.normalize(file));
  const { commit } = tree;
  const then = await configAt({
    ...{ commit, disk, cwd, audience },
    ...(file !== undefined && { file }),
    ...(before !== undefined && { before }),
  });
  for (const item of [now, then]) {
    const source = item?.value?.source;
    if (source) texts.set(source.name, source);
    diagnostics.push(...(item?.diagnostics ?? []).filter((text) => text.severity === 'error'));
  }
  if (file !== undefined && then !== undefined && before === undefined)
    notes.push(`${file} is new, so it holds for the new side alone.`);

  const list = option.exceptions;
  const mine = list === undefined ? undefined : await loadExceptions(list, disk);
  const listBefore = list === undefined ? undefined : nameBefore(tree, posix.normalize(list));
  const theirs = listBefore === undefined ? undefined : await loadExceptions(`${prefix}${listBefore}`, base);
  diagnostics.push(
    ...(mine?.diagnostics ?? []),
    ...(theirs?.diagnostics ?? []).map((item) => placedIn(commit, item)),
  );
  for (const [name, text] of mine?.texts ?? []) texts.set(name, text);
  for (const [name, text] of theirs?.texts ?? []) texts.set(nameIn(commit, name), text);
  const exceptions = theirs?.value ?? noExceptions;
  const ofRevision = side?.commit === undefined ? undefined : side.io;
  const judging = (then ?? now)?.value;
  const baseDocument = then === undefined ? now?.value?.config.spec?.value : then.value?.document;
  return {
    exceptions,
    notYet: mine === undefined ? [] : switchedOff(exceptions, mine.value),
    notes,
    diagnostics,
    texts,
    ...(now?.value && { config: now.value.config }),
    ...(judging && { baseConfig: judging.config }),
    ...(ofRevision && { configFiles: ofRevision }),
    baseConfigFiles: then?.value.files ?? ofRevision ?? filesAt(tree.commit, disk, cwd),
    ...(baseDocument !== undefined && { baseDocument: posix.normalize(baseDocument) }),
  };
}

/** Exceptions that only the new list contains, as sentences. */
function switchedOff(before: Exceptions, now: Exceptions): readonly string[] {
  const known = new Set(before.accept.map((exception) => JSON.stringify(exception)));
  const accepted = now.accept
    .filter((exception) => !known.has(JSON.stringify(exception)))
    .map(
      ({ fingerprint, rule, pointer, reason }) =>
        `accepts ${fingerprint ?? `${rule ?? ''}${pointer === undefined ? '' : ` at ${pointer}`}`} (${reason})`,
    );
  const weighed = [...now.severities]
    .filter(([rule, weight]) => before.severities.get(rule) !== weight)
    .map(([rule, weight]) => (weight === 'off' ? `switches ${rule} off` : `weighs ${rule} as ${weight}`));
  return [...accepted, ...weighed].map((name) => `Not in force before it is merged: ${name}.`);
}
