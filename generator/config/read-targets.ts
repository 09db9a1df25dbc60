import { defaultLanguage, languageOfTarget } from '../languages/data.ts';
import type { LanguageSelector } from '../lib/language-selector.ts';
import type { JsonObject } from '../lib/json.ts';
import { at } from '../lib/origin.ts';
import { joinFolder } from '../source/reference.ts';
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
  textsAt,
} from './node.ts';
import { templateSetOf } from './template-set.ts';
import type { ExtraTarget, Located, TargetConfig } from './types.ts';

const BROWSER = ['allow', 'disallow', 'dangerous_allow'] as const;

/**
 * Names with which `skip` and `only` address a language: the first of its names that is
 * a target, otherwise all of them.
 */
export function targetNames(top: Section, { targets: names }: LanguageSelector): ReadonlySet<string> {
  const targets = sectionAt(top, 'targets');
  const configured = names.find((name) => hasSection(targets, name));
  return new Set(configured === undefined ? names : [configured]);
}

/**
 * The target of a language, `targets.typescript`. Keys that it omits come from
 * its older names (`targets.node`).
 */
export function readTarget(top: Section, file: string, { targets: names }: LanguageSelector): TargetConfig {
  const targets = sectionAt(top, 'targets');
  const configured = names.find((name) => hasSection(targets, name));
  const sections = names.map((name) => sectionAt(targets, name));
  const first = <T>(read: (section: Section) => T | undefined): T | undefined =>
    sections.map(read).find((item) => item !== undefined);
  /** Merges the keys of all names; the preferred name overrides. */
  const merged = (key: string): JsonObject =>
    Object.assign({}, ...sections.map((section) => sectionAt(section, key).value).reverse());
  const out = first((section) => textAt(section, 'out'));
  return {
    publish: merged('publish'),
    options: merged('options'),
    browser: first((section) => browserAt(sectionAt(section, 'options'))) ?? 'dangerous_allow',
    skip: first((section) => flagAt(section, 'skip')) ?? false,
    ...(configured === undefined ? {} : { origin: at(targets.origin, configured) }),
    ...defined({
      packageName: first((section) => textAt(section, 'package_name')),
      projectName: first((section) => textAt(section, 'project_name')),
      modulePath: first((section) => textAt(section, 'module_path')),
      edition: first((section) => scalarAt(section, 'edition')),
      productionRepo: first((section) => repositoryOf(textAt(section, 'production_repo'))),
      version: first((section) => textAt(section, 'version')),
      templates: sections.flatMap((section) => locatedSet(section, file)).at(0),
      out: out === undefined ? undefined : joinFolder(file, out),
    }),
  };
}

/** `owner/name` from text that may also be a URL, or contain a branch: `owner/name#main`. */
const repositoryOf = (text: string | undefined): string | undefined =>
  text
    ?.replace(/^(?:https?:\/\/|git@)github\.com[/:]/, '')
    .replace(/#.*$/, '')
    .replace(/\.git$/, '');

/** `templates` of a section, with its origin. */
export function locatedSet(section: Section, file: string): readonly Located<string>[] {
  const wanted = [textAt(section, 'templates') ?? textsAt(section, 'templates')].flat();
  // Several overlays become a single set separated by commas, as on the command line.
  const value = wanted.map((set) => templateSetOf(file, set)).join(',');
  return value === '' ? [] : [{ value, origin: at(section.origin, 'templates') }];
}

const browserAt = (options: Section): TargetConfig['browser'] | undefined =>
  choiceAt(options, 'browser', BROWSER) ?? choiceAt(sectionAt(options, 'browser'), 'state', BROWSER);

/**
 * Every other target that names templates or a command. A supported language needs only a folder, because
 * configs also list languages that other generators handle.
 */
export const readExtraTargets = (top: Section, file: string): readonly ExtraTarget[] =>
  entriesOf(sectionAt(top, 'targets')).flatMap((entry): readonly ExtraTarget[] => {
    const section = sectionOf(entry);
    const language = languageOfTarget(entry.key);
    const hasFolder = textAt(section, 'out') !== undefined;
    // No older config has `mcp`, so the key is unambiguous. `cli` of older configs is a different program.
    const isOurs = entry.key === 'mcp' || (hasFolder && (language !== undefined || entry.key === 'cli'));
    if (language === defaultLanguage || (isOurs && flagAt(section, 'skip') === true)) return [];
    const [named] = locatedSet(section, file);
    const command = textAt(section, 'command');
    const templates =
      named ?? (isOurs && command === undefined ? { value: entry.key, origin: entry.origin } : undefined);
    const target = {
      name: entry.key,
      out: joinFolder(file, textAt(section, 'out') ?? `generated/${entry.key.replace(/[^\w-]+/g, '_')}`),
      origin: entry.origin,
    };
    if (templates !== undefined) return [{ ...target, kind: 'templates', templates }];
    return command === undefined ? [] : [{ ...target, kind: 'command', command }];
  });
