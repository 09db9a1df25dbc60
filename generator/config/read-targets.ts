import { type LanguageSelector, PYTHON, TYPESCRIPT } from '../lib/language-selector.ts';
import { at } from '../lib/origin.ts';
import { joinTarget } from '../source/reference.ts';
import {
  type Section,
  choiceAt,
  defined,
  entriesOf,
  flagAt,
  hasSection,
  scalarAt,
  sectionAt,
  sectionOf,
  textAt,
  valueAt,
} from './node.ts';
import { templateSetOf } from './template-set.ts';
import type { ExtraTarget, Located, TargetConfig } from './types.ts';

const BROWSER = ['allow', 'disallow', 'dangerous_allow'] as const;

/**
 * Names under which `skip` and `only` mean a language: the first of its names that is a target, or all of
 * them.
 */
export function targetNames(top: Section, { targets: names }: LanguageSelector): ReadonlySet<string> {
  const targets = sectionAt(top, 'targets');
  const configured = names.find((name) => hasSection(targets, name));
  return new Set(configured === undefined ? names : [configured]);
}

/**
 * The target of a language, `targets.typescript`, with its older names (`targets.node`) for what it leaves
 * out.
 */
export function readTarget(top: Section, file: string, { targets: names }: LanguageSelector): TargetConfig {
  const targets = sectionAt(top, 'targets');
  const configured = names.find((name) => hasSection(targets, name));
  const sections = names.map((name) => sectionAt(targets, name));
  const first = <T>(read: (section: Section) => T | undefined): T | undefined =>
    sections.map(read).find((item) => item !== undefined);
  const publish = (key: string) => first((section) => valueAt(sectionAt(section, 'publish'), key));
  const jsr = publish('jsr');
  const named = first((section) => textAt(sectionAt(sectionAt(section, 'publish'), 'jsr'), 'package_name'));
  const out = first((section) => textAt(section, 'out'));
  return {
    npm: publish('npm') !== false,
    pypi: publish('pypi') !== false,
    jsr: named ?? (typeof jsr === 'string' ? jsr : jsr !== undefined && jsr !== false),
    browser: first((section) => browserAt(sectionAt(section, 'options'))) ?? 'dangerous_allow',
    skip: first((section) => flagAt(section, 'skip')) ?? false,
    ...(configured === undefined ? {} : { origin: at(targets.origin, configured) }),
    ...defined({
      packageName: first((section) => textAt(section, 'package_name')),
      projectName: first((section) => textAt(section, 'project_name')),
      edition: first((section) => scalarAt(section, 'edition')),
      productionRepo: first((section) => repositoryOf(textAt(section, 'production_repo'))),
      version: first((section) => textAt(section, 'version')),
      templates: sections.flatMap((section) => locatedSet(section, file)).at(0),
      out: out === undefined ? undefined : joinTarget(file, out),
    }),
  };
}

/** `owner/name` of what may also be a URL, or name a branch: `owner/name#main`. */
const repositoryOf = (text: string | undefined): string | undefined =>
  text
    ?.replace(/^(?:https?:\/\/|git@)github\.com[/:]/, '')
    .replace(/#.*$/, '')
    .replace(/\.git$/, '');

/** `templates` of a section, with its place. */
export function locatedSet(section: Section, file: string): readonly Located<string>[] {
  const wanted = textAt(section, 'templates');
  return wanted === undefined
    ? []
    : [{ value: templateSetOf(file, wanted), origin: at(section.origin, 'templates') }];
}

const browserAt = (options: Section): TargetConfig['browser'] | undefined =>
  choiceAt(options, 'browser', BROWSER) ?? choiceAt(sectionAt(options, 'browser'), 'state', BROWSER);

/** Targets with templates of their own, beside the main one: they are made where they have a folder. */
const LANGUAGES: ReadonlySet<string> = new Set([...PYTHON.targets, 'mcp', 'cli']);

/**
 * Every other target that names the templates or the command that make it; a language that we speak needs a
 * folder alone, as configs name languages that others make.
 */
export const readExtraTargets = (top: Section, file: string): readonly ExtraTarget[] =>
  entriesOf(sectionAt(top, 'targets')).flatMap((entry): readonly ExtraTarget[] => {
    const section = sectionOf(entry);
    // No older config has `mcp`, so nobody means anything else by it.
    const isOurs = entry.key === 'mcp' || (LANGUAGES.has(entry.key) && textAt(section, 'out') !== undefined);
    if (TYPESCRIPT.targets.includes(entry.key) || (isOurs && flagAt(section, 'skip') === true)) return [];
    const [named] = locatedSet(section, file);
    const command = textAt(section, 'command');
    const templates =
      named ?? (isOurs && command === undefined ? { value: entry.key, origin: entry.origin } : undefined);
    const target = {
      name: entry.key,
      out: joinTarget(file, textAt(section, 'out') ?? `generated/${entry.key.replace(/[^\w-]+/g, '_')}`),
      origin: entry.origin,
    };
    if (templates !== undefined) return [{ ...target, kind: 'templates', templates }];
    return command === undefined ? [] : [{ ...target, kind: 'command', command }];
  });
