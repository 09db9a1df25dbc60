/** The one composition of a template set with an SDK of its language, for commands and the library. */
import { audienceNamed, languageNamed, languageNames } from './languages/registry.ts';
import type { Language, OperationSamples } from './languages/language.ts';
import type { Config } from './config/types.ts';
import { type Diagnostic, diagnostic } from './diagnostics/diagnostic.ts';
import { type SetWish, loadTemplateSet } from './emit/load.ts';
import { render } from './emit/render.ts';
import type { TemplateIo } from './emit/template-io.ts';
import type { TemplateSet } from './emit/template-set.ts';
import { type Trace, createTrace } from './emit/trace.ts';
import type { TreeFile } from './emit/types.ts';
import { type Generation, type Planner, createPlanner, generateFor } from './generate.ts';
import type { Origin } from './lib/origin.ts';
import { hasErrors } from './lib/result.ts';
import type { Places } from './plan/sdk.ts';
import type { Project } from './project.ts';

interface Place {
  readonly out: string;
  /** Named on the command line. */
  readonly isWish: boolean;
}

/** A template set applied to a folder, or what a program of the user makes of the plan. */
export type Target = TemplatesTarget | CommandTarget;

export interface TemplatesTarget extends Place {
  readonly kind: 'templates';
  readonly templates: SetWish;
}

export interface CommandTarget extends Place {
  readonly kind: 'command';
  readonly name: string;
  readonly command: string;
  /** Where the config names it. */
  readonly origin: Origin;
}

export interface TargetWish {
  readonly out?: string;
  readonly templates?: string;
  /** Name of the only target that is made. */
  readonly target?: string;
}

/** What a target can be called: the languages, and those of the config. */
export const targetNames = (config: Config): readonly string[] => [
  ...new Set([...languageNames, ...config.targets.map((target) => target.name)]),
];

/** The language whose faults a run tells first: that of the target that is wished for. */
export const mainLanguage = (config: Config, { target, templates }: TargetWish = {}): string =>
  [target, templates].find((name) => name !== undefined && languageNames.includes(name)) ??
  madeLanguages(config)[0] ??
  config.audience.language;

/**
 * Languages that the config makes, the main one first; the one that is made without a config where it names
 * none.
 */
export function madeLanguages(config: Config): readonly string[] {
  const named = targetLanguages(config);
  const { language } = config.audience;
  const isMain = named.length === 0 || config.output.out !== undefined;
  return [...new Set([...(isMain ? [language] : []), ...named])];
}

/** The template set of the main target, unless a wish or the config names another. */
export const templatesOf = (config: Config, wish: TargetWish = {}): SetWish =>
  wish.templates === undefined
    ? (config.output.templates ?? { value: config.audience.language })
    : { value: wish.templates };

/** The main target first. An output that a wish names is this output alone. */
export function targetsOf(config: Config, wish: TargetWish): readonly Target[] {
  // Where the config makes one language alone, a folder without a name is meant for it.
  const own = wish.out === undefined || wish.templates !== undefined ? undefined : mainLanguage(config);
  const target = wish.target ?? (own === config.audience.language ? undefined : own);
  if (target !== undefined && !config.audience.targets.includes(target))
    return namedTarget(config, wish, target);
  const out = wish.out ?? config.output.out?.value ?? config.target.out;
  const isWish = wish.out !== undefined;
  const main: readonly Target[] =
    out === undefined ? [] : [{ kind: 'templates', templates: templatesOf(config, wish), out, isWish }];
  const others = config.targets.map((extraTarget): Target => ({ ...extraTarget, isWish: false }));
  return isWish || target !== undefined ? main : [...main, ...others];
}

/** One of the config's, or a language that the config does not speak of. */
function namedTarget(config: Config, wish: TargetWish, name: string): readonly Target[] {
  const isWish = wish.out !== undefined;
  const own = config.targets.find((target) => target.name === name);
  if (own) {
    const out = wish.out ?? own.out;
    return [
      own.kind === 'templates'
        ? {
            ...own,
            out,
            isWish,
            ...(wish.templates !== undefined && { templates: { value: wish.templates } }),
          }
        : { ...own, out, isWish },
    ];
  }
  return wish.out !== undefined && languageNames.includes(name)
    ? [{ kind: 'templates', templates: { value: wish.templates ?? name }, out: wish.out, isWish }]
    : [];
}

/** What a template set printed. */
export interface Made {
  readonly files: readonly TreeFile[];
  /** Made without templates, laid out already. */
  readonly documented: readonly TreeFile[];
  /** Holds on to the views, so let go of it where they weigh. */
  readonly trace: Trace;
}

export interface MadeSet {
  /** Undefined: the diagnostics say why. */
  readonly made: Made | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Whose views its templates print. */
  readonly language: string | undefined;
  /** The texts of the templates, for excerpts, and their folders as on disk. */
  readonly sources: ReadonlyMap<string, string>;
  readonly folders: readonly string[];
}

/** The version that a package has already, of the files that tell it in the language. */
export type VersionReader = (manifest: Language<never>['manifest']) => Promise<string | undefined>;

/** Makes the SDK of each language once, however many template sets print it. */
export interface Maker {
  readonly generationOf: (language: string) => Generation<unknown, object>;
  readonly make: (templates: SetWish, io: TemplateIo, version?: VersionReader) => Promise<MadeSet>;
}

/** `former`: where models were when the SDK was made before. */
export function createMaker(project: Project, former?: Places): Maker {
  const known = new Map<string, Generation<unknown, object>>();
  const plan = createPlanner(project.documents, former);
  /** Of the languages of the other targets. */
  const samplesBut = (name: string): readonly OperationSamples[] =>
    targetLanguages(project.config)
      .filter((targetLanguage) => targetLanguage !== name)
      .flatMap((targetLanguage) => generationOf(targetLanguage).printed.samples);
  const generationOf: Maker['generationOf'] = (name) => {
    const found =
      known.get(name) ?? generationFor(project, name, { plan, otherSamples: () => samplesBut(name) });
    known.set(name, found);
    return found;
  };
  return {
    generationOf,
    make: async (templates, io, version) => {
      const { value: set, ...loaded } = await loadTemplateSet(templates, io);
      const diagnostics = [...loaded.diagnostics, ...(set ? languageFault(set) : [])];
      if (!set || hasErrors(diagnostics))
        return { ...loaded, made: undefined, language: undefined, diagnostics };
      const { printed, documented } = generationOf(set.language.text);
      const language = languageNamed(set.language.text);
      const known = language && (await version?.(language.manifest));
      const views = printed.views(known);
      const rendered = render(set, views);
      diagnostics.push(...rendered.diagnostics);
      if (hasErrors(diagnostics))
        return { ...loaded, made: undefined, language: set.language.text, diagnostics };
      const made = {
        files: rendered.value,
        documented: set.documented ? documented : [],
        trace: createTrace(set, views),
      };
      return { ...loaded, made, language: set.language.text, diagnostics };
    },
  };
}

function generationFor(
  { documents, config, configFor }: Project,
  name: string,
  more: {
    readonly plan: Planner;
    readonly otherSamples: () => readonly OperationSamples[];
  },
): Generation<unknown, object> {
  const language = languageNamed(name);
  const audience = audienceNamed(name);
  if (!language || !audience) throw new Error(`no language ${name}`);
  const own = audience.language === config.audience.language ? config : configFor(audience);
  const input = { documents, config: own, ...more };
  return language.with((item): Generation<unknown, object> => generateFor(item, input));
}

/** Languages that the config speaks of as targets, the main one first. */
const targetLanguages = (config: Config): readonly string[] => [
  ...new Set([
    ...(config.target.origin === undefined ? [] : [config.audience.language]),
    ...config.targets.flatMap((target) =>
      target.kind === 'templates'
        ? [target.templates.value, target.name].filter((name) => languageNames.includes(name)).slice(0, 1)
        : [],
    ),
  ]),
];

/** A set may come from anywhere, and a language that nobody knows prints nothing. */
const languageFault = ({ language: { text, position } }: TemplateSet): readonly Diagnostic[] =>
  languageNames.includes(text)
    ? []
    : [
        diagnostic(
          'template-set-invalid',
          { reason: `there is no language ${text}; it may be ${languageNames.join(', ')}` },
          position ? { position } : {},
        ),
      ];
