/** Runs `diff` for the studio: the effect of the current config on users of a base. */
import { diffApis } from '../diff/diff-apis.ts';
import { BUMPS, worse } from '../diff/types.ts';
import { findConfig } from '../config/load.ts';
import { hasErrors } from '../lib/result.ts';
import { buildApi } from '../ir/build.ts';
import type { Api } from '../ir/types.ts';
import { type Project, loadProject } from '../project.ts';
import { type Io, diskIo } from '../source/io.ts';
import type { EffectView } from '../studio/contract.ts';
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
  const now = await loadProject({ io: disk, cwd, ...inputs });
  if (!now.value || hasErrors(now.diagnostics)) return none('The config has errors; see the diagnostics.');
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
  if (base.startsWith('npm:')) {
    const published = await publishedApi(base, cwd, data);
    return 'fault' in published ? none(published.fault) : compared(published.api);
  }
  let before: Awaited<ReturnType<typeof loadProject>>;
  if (base === 'start')
    before = await loadProject({
      cwd,
      ...inputs,
      io: file === undefined || start === undefined ? disk : withText(disk, file, start),
      config: start === undefined ? false : (file ?? false),
      ...(start === undefined && inputs.spec === undefined && now.value.config.spec
        ? { spec: now.value.config.spec.value }
        : {}),
    });
  else {
    const commit = await commitOf(base, cwd);
    if (commit === undefined) return none(`There is no revision ${base} here.`);
    const prefix = (await gitText(['rev-parse', '--show-prefix'], cwd)) ?? '';
    const io = gitIo(commit, disk, cwd);
    const there = await findConfig(prefix.trim(), io);
    const spec = inputs.spec ?? now.value.config.spec?.value;
    before = await loadProject({
      cwd,
      ...inputs,
      io,
      config: there ?? false,
      ...(spec === undefined ? {} : { spec: `${prefix.trim()}${spec}` }),
    });
  }
  if (!before.value) return none(`${base} cannot be read: ${before.diagnostics[0]?.message ?? ''}`);
  return compared(apiOf(before.value));
}

/** The document and config that a published package contains. */
async function publishedApi(
  base: string,
  cwd: string,
  audience: LanguageSelector,
): Promise<{ readonly api: Api } | { readonly fault: string }> {
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
