/** Runs `diff` for the studio: the effect of the current config on users of a base. */
import { diffApis } from '../diff/diff-apis.ts';
import { BUMPS, worse } from '../diff/types.ts';
import { emptyConfig } from '../config/empty.ts';
import { findConfig, loadConfig } from '../config/load.ts';
import { readConfigText } from '../editable-config.ts';
import { hasErrors } from '../lib/result.ts';
import { buildApi } from '../ir/build.ts';
import type { Api } from '../ir/types.ts';
import { type LoadedProject, type Project, everyLanguage, loadProject, withConfig } from '../project.ts';
import { type Io, diskIo } from '../source/io.ts';
import type { EffectView } from '../studio/contract.ts';
import { documentStamps } from '../studio/stamps.ts';
import type { LanguageSelector } from '../lib/language-selector.ts';
import { commitOf, gitIo, gitText, openSide } from './diff-inputs.ts';
import { loadSide, publishedConfigOf } from './diff-load.ts';
import { languageOf, noReport } from './diff-language.ts';
import type { Inputs } from './inputs.ts';

export interface EffectRequest {
  /** `start`, a git revision, or a published package: `npm:@acme/api@1.2.0`. */
  readonly base: string;
  readonly language: string;
  readonly start: string | undefined;
  readonly inputs: Inputs;
  readonly cwd: string;
}

/** Maximum number of findings that are shown. */
const MOST = 400;

export async function effectOf({ base, language, start, inputs, cwd }: EffectRequest): Promise<EffectView> {
  const none = (fault: string): EffectView => ({ base, bump: 'none', findings: [], fault });
  const unreported = noReport(language as never);
  if (unreported !== undefined) return none(unreported);
  const { data, names } = languageOf(language as never);
  const disk = diskIo(cwd, { allowOutside: inputs.allowOutside });
  const file = inputs.config ?? (await findConfig('', disk));
  const apiOf = ({ documents, config, configFor }: Project): Api =>
    buildApi({ documents, config: config.audience.language === language ? config : configFor(data) }).value;
  const now = await currentProject({ file, inputs, cwd, disk });
  if (!now.value || hasErrors(now.diagnostics))
    return none('The config or a document has errors; see the diagnostics.');
  const { value: project } = now;
  const compared = (api: Api): EffectView => {
    const changes = diffApis(api, apiOf(project), {
      naming: names,
      language: data.language as never,
      today: new Date().toISOString().slice(0, 10),
    });
    return {
      base,
      bump: changes.reduce<(typeof BUMPS)[number]>((all, { bump }) => worse(BUMPS, all, bump), 'none'),
      findings: changes.slice(0, MOST).map(({ bump, rule, subject, message, mitigation }) => ({
        bump,
        rule,
        subject,
        message,
        ...(mitigation !== undefined && { mitigation }),
      })),
    };
  };
  const commit = base === 'start' || base.startsWith('npm:') ? undefined : await commitOf(base, cwd);
  const key = JSON.stringify([base, commit, language, start, inputs, cwd, now.stamps]);
  const before = lastBase?.key === key ? lastBase.base : await baseOf();
  return 'fault' in before ? none(before.fault) : compared(before.api);

  async function baseOf(): Promise<Base> {
    const loaded = base.startsWith('npm:') ? undefined : await (base === 'start' ? atStart() : atRevision());
    const found = loaded ? apiIn(base, loaded, apiOf) : await publishedApi(base, cwd, data);
    // Versions and commits do not change, and a change of the documents is seen; anything else is read again.
    const isLasting =
      commit !== undefined || /@\d[^/]*$/.test(base) || loadedDocuments(loaded) === project.documents;
    lastBase = 'api' in found && isLasting ? { key, base: found } : undefined;
    return found;
  }

  async function atStart(): Promise<LoadedProject> {
    const read = start === undefined || file === undefined ? undefined : await readConfigText(file, start);
    const config =
      read === undefined
        ? { config: emptyConfig(), configFor: emptyConfig }
        : read.value && everyLanguage(read.value);
    // Without a config, the document is that of the command line, or of the config as it is now.
    const same = config && withConfig(project, config, inputs.spec !== undefined || read === undefined);
    if (same !== undefined) return { value: same, diagnostics: [], texts: new Map() };
    return loadProject({
      cwd,
      ...inputs,
      io: file === undefined || start === undefined ? disk : withText(disk, file, start),
      config: start === undefined ? false : (file ?? false),
      ...(start === undefined && inputs.spec === undefined && project.config.spec
        ? { spec: project.config.spec.value }
        : {}),
    });
  }

  async function atRevision(): Promise<LoadedProject | string> {
    if (commit === undefined) return `There is no revision ${base} here.`;
    const prefix = (await gitText(['rev-parse', '--show-prefix'], cwd)) ?? '';
    const io = gitIo(commit, disk, cwd);
    const there = await findConfig(prefix.trim(), io);
    const spec = inputs.spec ?? project.config.spec?.value;
    return loadProject({
      cwd,
      ...inputs,
      io,
      config: there ?? false,
      ...(spec === undefined ? {} : { spec: `${prefix.trim()}${spec}` }),
    });
  }
}

/** A base, or the reason why there is none. */
type Base = { readonly api: Api } | { readonly fault: string };

function apiIn(base: string, loaded: LoadedProject | string, apiOf: (project: Project) => Api): Base {
  if (typeof loaded === 'string') return { fault: loaded };
  return loaded.value
    ? { api: apiOf(loaded.value) }
    : { fault: `${base} cannot be read: ${loaded.diagnostics[0]?.message ?? ''}` };
}

/** The last base: every change is compared with the same base. */
let lastBase: { readonly key: string; readonly base: Base } | undefined;

const loadedDocuments = (loaded: LoadedProject | string | undefined): Project['documents'] | undefined =>
  typeof loaded === 'string' ? undefined : loaded?.value?.documents;

interface CurrentProject extends LoadedProject {
  /** Of the documents. */
  readonly stamps: string;
}

/** The last project: most changes are of the config alone, and its documents need not be parsed again. */
let lastProject: { readonly key: string; readonly project: Project; readonly stamps: string } | undefined;

async function currentProject({
  file,
  inputs,
  cwd,
  disk,
}: {
  readonly file: string | undefined;
  readonly inputs: Inputs;
  readonly cwd: string;
  readonly disk: Io;
}): Promise<CurrentProject> {
  const key = JSON.stringify([file, inputs, cwd]);
  const stampsOf = ({ documents }: Project): Promise<string> =>
    documentStamps([...documents.sources.keys()], disk);
  if (lastProject?.key === key && file !== undefined) {
    const { project, stamps } = lastProject;
    const read = await loadConfig(file, disk);
    const same =
      read.value && !hasErrors(read.diagnostics) && stamps === (await stampsOf(project))
        ? withConfig(project, everyLanguage(read.value), inputs.spec !== undefined)
        : undefined;
    if (same !== undefined) return { value: same, diagnostics: read.diagnostics, texts: new Map(), stamps };
  }
  const loaded = await loadProject({ io: disk, cwd, ...inputs });
  const stamps = loaded.value ? await stampsOf(loaded.value) : '';
  lastProject = loaded.value && { key, project: loaded.value, stamps };
  return { ...loaded, stamps };
}

/** The document and config that a published package contains. */
async function publishedApi(base: string, cwd: string, audience: LanguageSelector): Promise<Base> {
  const { side, diagnostics } = await openSide(base, diskIo(cwd), cwd);
  if (side === undefined) return { fault: diagnostics[0]?.message ?? `${base} cannot be opened.` };
  const config = await publishedConfigOf(side, audience);
  const loaded = await loadSide(side, {
    allowRemote: false,
    cwd,
    isBase: true,
    audience,
    ...(config?.value && { config: config.value }),
  });
  return loaded.api === undefined
    ? { fault: `${base} cannot be read: ${loaded.diagnostics[0]?.message ?? ''}` }
    : { api: loaded.api };
}

const withText = (io: Io, file: string, text: string): Io => ({
  ...io,
  readFile: async (path, namedBy) =>
    path === file && namedBy === undefined
      ? { kind: 'bytes', bytes: new TextEncoder().encode(text) }
      : io.readFile(path, namedBy),
});
