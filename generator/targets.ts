/** Combines template sets with SDKs of their languages, for commands and the library. */
import type { LanguageData } from './languages/language-data.ts';
import { isLanguage, languageNames } from './languages/names.ts';
import { languageNamed } from './languages/registry.ts';
import type { OperationSamples, PackageVersions } from './languages/language.ts';
import type { Config } from './config/types.ts';
import { type Diagnostic, diagnostic } from './diagnostics/diagnostic.ts';
import { type RequestedSet, loadTemplateSet } from './emit/load.ts';
import { fillPath } from './emit/output-path.ts';
import { render } from './emit/render.ts';
import type { TemplateIo } from './emit/template-io.ts';
import type { TemplateSet } from './emit/template-set.ts';
import { type Trace, createTrace } from './emit/trace.ts';
import type { TreeFile } from './emit/types.ts';
import { type Generation, createPlanner, generateFor } from './generate.ts';
import type { Origin } from './lib/origin.ts';
import { hasErrors } from './lib/result.ts';
import type { Places } from './plan/sdk.ts';
import type { Project } from './project.ts';

interface OutputFolder {
  readonly out: string;
  /** Set if the command line names it. */
  readonly isRequested: boolean;
}

/** A template set with its folder, or a user's program that receives the plan. */
export type Target = TemplatesTarget | CommandTarget;

export interface TemplatesTarget extends OutputFolder {
  readonly kind: 'templates';
  readonly templates: RequestedSet;
}

export interface CommandTarget extends OutputFolder {
  readonly kind: 'command';
  readonly name: string;
  readonly command: string;
  /** Location in the config. */
  readonly origin: Origin;
}

export interface RequestedTarget {
  readonly out?: string;
  readonly templates?: string;
  /** Name of the only target to generate. */
  readonly target?: string;
}

/** Valid names of targets: the languages, and the targets of the config. */
export const targetNames = (config: Config): readonly string[] => [
  ...new Set([...languageNames, ...config.targets.map((target) => target.name)]),
];

/** Language of the diagnostics: that of `--target` or `--templates`, else the first that the config generates. */
export const mainLanguage = (config: Config, { target, templates }: RequestedTarget = {}): string =>
  [target, templates].find((name) => name !== undefined && isLanguage(name)) ??
  madeLanguages(config)[0] ??
  config.audience.language;

/** Languages of the config, the main one first; without any, the default language. */
export function madeLanguages(config: Config): readonly string[] {
  const named = targetLanguages(config);
  const { language } = config.audience;
  const isMain = !config.target.skip && (named.length === 0 || config.output.out !== undefined);
  return [...new Set([...(isMain ? [language] : []), ...named])];
}

/** The template set of the main target, unless an option or the config names another. */
export const templatesOf = (config: Config, option: RequestedTarget = {}): RequestedSet =>
  option.templates === undefined
    ? (config.output.templates ?? { value: config.audience.language })
    : { value: option.templates };

/** The main target first. With `--out`, only that output. */
export function targetsOf(config: Config, option: RequestedTarget): readonly Target[] {
  // If the config has only one language, a folder without a target belongs to it.
  const own = option.out === undefined || option.templates !== undefined ? undefined : mainLanguage(config);
  const target = option.target ?? (own === config.audience.language ? undefined : own);
  if (target !== undefined && !config.audience.targets.includes(target))
    return namedTarget(config, option, target);
  const out = option.out ?? config.output.out?.value ?? config.target.out;
  const isRequested = option.out !== undefined;
  const isSkipped = config.target.skip && !isRequested && target === undefined;
  const main: readonly Target[] =
    out === undefined || isSkipped
      ? []
      : [{ kind: 'templates', templates: templatesOf(config, option), out, isRequested }];
  const others = config.targets.map((extraTarget): Target => ({ ...extraTarget, isRequested: false }));
  return isRequested || target !== undefined ? main : [...main, ...others];
}

/** A target of the config, or a language that the config does not mention. */
function namedTarget(config: Config, option: RequestedTarget, name: string): readonly Target[] {
  const isRequested = option.out !== undefined;
  const own = config.targets.find((target) => target.name === name);
  if (own) {
    const out = option.out ?? own.out;
    return [
      own.kind === 'templates'
        ? {
            ...own,
            out,
            isRequested,
            ...(option.templates !== undefined && { templates: { value: option.templates } }),
          }
        : { ...own, out, isRequested },
    ];
  }
  return option.out !== undefined && isLanguage(name)
    ? [
        {
          kind: 'templates',
          templates: { value: option.templates ?? name },
          out: option.out,
          isRequested,
        },
      ]
    : [];
}

/** The output of a template set. */
export interface Made {
  readonly files: readonly TreeFile[];
  /** Files created without templates, already formatted. */
  readonly documented: readonly TreeFile[];
  /** Refers to the views, so release it when memory matters. */
  readonly trace: Trace;
}

export interface RenderedSet {
  /** Undefined if there are errors in the diagnostics. */
  readonly rendered: Made | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** The language whose views the templates use. */
  readonly language: string | undefined;
  /** Texts of the templates for excerpts, and their folders on disk. */
  readonly sources: ReadonlyMap<string, string>;
  readonly folders: readonly string[];
}

/** Reads the versions of existing packages from the language's manifest files. */
export type VersionReader = (language: LanguageData) => Promise<PackageVersions>;

/** Generates the SDK of each language once for any number of template sets. */
export interface SdkRenderer {
  readonly generationOf: (language: string) => Generation<unknown, object>;
  readonly render: (
    templates: RequestedSet,
    io: TemplateIo,
    versions?: VersionReader,
  ) => Promise<RenderedSet>;
  /** Renders only the requested files, unformatted. */
  readonly renderFiles: (
    templates: RequestedSet,
    io: TemplateIo,
    paths: ReadonlySet<string>,
  ) => Promise<readonly TreeFile[]>;
  /** Pages that are not of a resource or a model, such as the README. */
  readonly renderGuides: (templates: RequestedSet, io: TemplateIo) => Promise<readonly TreeFile[]>;
  /** Releases all results; they are computed again when needed. */
  readonly forget: () => void;
}

/** The README and the folder of pages. */
const GUIDE = /^(?:README|docs\/.+)\.md$/;

/** Template sets that were loaded, by name. */
export type LoadedSets = Map<string, TemplateSet>;

/** `former`: locations of models in an existing SDK. `sets`: shared by renderers, for `renderFiles`. */
export function createRenderer(project: Project, former?: Places, sets: LoadedSets = new Map()): SdkRenderer {
  const known = new Map<string, Generation<unknown, object>>();
  const plan = createPlanner(project.documents, former);
  /** Samples of the other targets' languages. */
  const samplesBut = (name: string): readonly OperationSamples[] =>
    targetLanguages(project.config)
      .filter((targetLanguage) => targetLanguage !== name)
      .flatMap((targetLanguage) => generationOf(targetLanguage).views.samples);
  const generationOf: SdkRenderer['generationOf'] = (name) => {
    const found = known.get(name);
    if (found) return found;
    const language = languageNamed(name);
    if (!language) throw new Error(`no language ${name}`);
    const { documents, config, configFor } = project;
    const own = language.data.language === config.audience.language ? config : configFor(language.data);
    const input = { documents, config: own, plan, otherSamples: () => samplesBut(name) };
    const generation = language.with((item): Generation<unknown, object> => generateFor(item, input));
    known.set(name, generation);
    return generation;
  };
  const setOf = async (templates: RequestedSet, io: TemplateIo): Promise<TemplateSet | undefined> => {
    const set = sets.get(templates.value) ?? (await loadTemplateSet(templates, io)).value;
    if (set === undefined || languageFault(set).length > 0) return undefined;
    sets.set(templates.value, set);
    return set;
  };
  return {
    generationOf,
    forget: () => known.clear(),
    renderGuides: async (templates, io) => {
      const set = await setOf(templates, io);
      if (set === undefined) return [];
      const views = generationOf(set.language.text).views.forTemplates();
      const paths = new Set(
        set.outputs.flatMap(({ for: list, path }) =>
          list ? [] : (fillPath(path, views, views).value ?? []),
        ),
      );
      return render(set, views, (path) => paths.has(path) && GUIDE.test(path)).value;
    },
    renderFiles: async (templates, io, paths) => {
      const set = await setOf(templates, io);
      if (set === undefined) return [];
      const { views } = generationOf(set.language.text);
      const partial = views.forFiles(paths);
      // A file that is not an element of a list may list all others.
      const isWhole = set.outputs.some(
        ({ for: list, path }) => !list && paths.has(fillPath(path, partial, partial).value ?? ''),
      );
      return render(set, isWhole ? views.forTemplates() : partial, (path) => paths.has(path)).value;
    },
    render: async (templates, io, versions) => {
      const { value: set, ...loaded } = await loadTemplateSet(templates, io);
      const diagnostics = [...loaded.diagnostics, ...(set ? languageFault(set) : [])];
      if (!set || hasErrors(diagnostics))
        return { ...loaded, rendered: undefined, language: undefined, diagnostics };
      const { views: text, documented } = generationOf(set.language.text);
      const language = languageNamed(set.language.text);
      const known = language && (await versions?.(language.data));
      const views = text.forTemplates(known);
      const rendered = render(set, views);
      diagnostics.push(...rendered.diagnostics);
      if (hasErrors(diagnostics))
        return { ...loaded, rendered: undefined, language: set.language.text, diagnostics };
      const output = {
        files: rendered.value,
        documented: set.documented ? documented : [],
        trace: createTrace(set, views),
      };
      return { ...loaded, rendered: output, language: set.language.text, diagnostics };
    },
  };
}

/** Languages that the config has targets for, the main one first. */
const targetLanguages = (config: Config): readonly string[] => [
  ...new Set([
    ...(config.target.origin === undefined || config.target.skip ? [] : [config.audience.language]),
    ...config.targets.flatMap((target) =>
      target.kind === 'templates' ? [target.templates.value, target.name].filter(isLanguage).slice(0, 1) : [],
    ),
  ]),
];

/** A template set may name an unknown language. */
export const languageFault = ({ language: { text, position } }: TemplateSet): readonly Diagnostic[] =>
  isLanguage(text)
    ? []
    : [
        diagnostic(
          'template-set-invalid',
          { reason: `there is no language ${text}; it may be ${languageNames.join(', ')}` },
          position ? { position } : {},
        ),
      ];
