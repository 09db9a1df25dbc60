/** Reads a repository that another generator filled, and decides on each file. Nothing is written here. */
import { byCodeUnit, sortedBy } from '../lib/order.ts';
import { type AdoptContext, type AdoptFile, type AdoptRule, isPublisher, rulesOf } from './rules.ts';

export interface AdoptDecision extends AdoptRule {
  readonly path: string;
}

/** Something that a person has to look at after the run. */
export interface AdoptTask {
  readonly file: string;
  readonly line?: number;
  readonly text: string;
}

export interface AdoptSurvey {
  readonly decisions: readonly AdoptDecision[];
  readonly tasks: readonly AdoptTask[];
}

/** `files`: every file in git. `edited`: files known to differ from what the former generator wrote. */
export function surveyFiles(
  files: readonly AdoptFile[],
  context: AdoptContext,
  edited: ReadonlySet<string>,
): AdoptSurvey {
  const { common, own, rest } = rulesOf(context.language);
  const rules = [...common, ...own, rest];
  const decisions = sortedBy(
    files.flatMap((file): readonly AdoptDecision[] => {
      const rule = rules.find((candidate) => candidate.fits(file, context));
      return rule ? [{ path: file.path, files: rule.files, fate: rule.fate, reason: rule.reason }] : [];
    }),
    (decision) => decision.path,
    byCodeUnit,
  );
  const deleted = new Set(decisions.flatMap(({ path, fate }) => (fate === 'deleted' ? [path] : [])));
  const left = new Set([
    ...files.map((file) => file.path).filter((path) => !deleted.has(path)),
    ...context.generated.keys(),
  ]);
  const kept = files.filter((file) => isKept(file.path, decisions));
  return {
    decisions,
    tasks: [
      ...kept.flatMap((file) => staleCalls(file, { context, left })),
      ...kept.flatMap((file) => staleFiles(file, context)),
      ...kept.flatMap((file) => lostImports(file, left)),
      ...lostModules(decisions, { context, left }),
      ...releaseTasks(kept, { context, left }),
      ...files.flatMap(({ path, text }) => {
        const next = context.generated.get(path);
        return next === undefined || next.once
          ? []
          : [
              ...otherVersion(path, { before: text, after: next.text }, context),
              ...otherLicense(path, { before: text, after: next.text }, context),
              ...context.language.adoption.losses(path, text, next.text),
            ].map((loss) => ({ file: path, text: loss }));
      }),
      ...decisions.flatMap(({ path, fate }) =>
        edited.has(path) && fate !== 'kept'
          ? [{ file: path, text: 'had edits by hand, which are in git and not in the new file.' }]
          : [],
      ),
    ],
  };
}

interface Texts {
  readonly before: string;
  readonly after: string;
}

function otherLicense(
  path: string,
  { before, after }: Texts,
  { language: { adoption } }: AdoptContext,
): readonly string[] {
  const [old, next] = [before, after].map((text) => adoption.licenseIn(path, text));
  return old === undefined || old === next
    ? []
    : [
        `The license was ${old} and is now ${next ?? 'none'}, and the file LICENSE stays. ` +
          'Set `settings.license` to what holds.',
      ];
}

/** A version that could not be kept, such as that of a tool that takes it from git. */
function otherVersion(
  path: string,
  { before, after }: Texts,
  { language: { manifest } }: AdoptContext,
): readonly string[] {
  const [old, next] = [before, after].map((text) => manifest.versionIn(text));
  if (!manifest.files.includes(path) || next === undefined || next === old) return [];
  const change = old === undefined ? 'It had no version that can be read' : `The version was ${old}`;
  return [`${change}, and is ${next} now. Write the last published version there.`];
}

const isKept = (path: string, decisions: readonly AdoptDecision[]): boolean =>
  decisions.some((decision) => decision.path === path && decision.fate === 'kept');

interface After {
  readonly context: AdoptContext;
  /** The files after the run. */
  readonly left: ReadonlySet<string>;
}

/** Words of package managers that are no scripts of the package. */
const BUILT_IN =
  /^(?:install|i|ci|add|global|dlx|exec|publish|pack|config|version|set|cache|view|whoami|login|why|info)$/;

/** Commands in a workflow that call what is deleted. */
function staleCalls({ path, text }: AdoptFile, { context, left }: After): readonly AdoptTask[] {
  if (!path.startsWith('.github/workflows/')) return [];
  const scripts = scriptsOf(context);
  return text.split('\n').flatMap((code, index): readonly AdoptTask[] => {
    if (/^\s*#/.test(code)) return [];
    const at = { file: path, line: index + 1 };
    const called = [...code.matchAll(/(?:^|[\s'"(&|;])(?:\.\/)?((?:scripts|bin)\/[\w./-]+)/g)].map(
      (hit) => hit[1] ?? '',
    );
    const names = [...code.matchAll(/\b(?:npm run|(?:yarn|pnpm)(?: run)?) ([\w:-]+)/g)].map(
      (hit) => hit[1] ?? '',
    );
    return [
      ...called
        .filter((name) => !left.has(name))
        .map((name) => ({
          ...at,
          text: `runs ${name}, which is deleted. Remove the step, or write the file.`,
        })),
      ...names
        .filter(
          (name) =>
            scripts !== undefined && !scripts.has(name) && !BUILT_IN.test(name) && !name.startsWith('-'),
        )
        .map((name) => ({ ...at, text: `runs the script ${name}, which the new package does not have.` })),
      ...(/\buses:\s*['"]?stainless-api\//.test(code)
        ? [{ ...at, text: 'uses an action of the former generator, which needs its service.' }]
        : []),
      ...context.language.adoption.stale
        .filter(({ command }) => command.test(code))
        .map(({ reason }) => ({ ...at, text: `does not work as before: ${reason}` })),
    ];
  });
}

/** Kept files whose text does not work with the new package. */
const staleFiles = ({ path, text }: AdoptFile, { language }: AdoptContext): readonly AdoptTask[] =>
  language.adoption.staleFiles
    .filter((stale) => stale.path.test(path) && stale.text.test(text))
    .map(({ reason }) => ({ file: path, text: reason }));

const MOST_MODULES = 8;

/** Modules that users could import, and which are deleted. */
function lostModules(decisions: readonly AdoptDecision[], { context, left }: After): readonly AdoptTask[] {
  const { importedAs } = context.language.adoption;
  const there = new Set([...left].flatMap((path) => importedAs(path) ?? []));
  const modules = decisions.flatMap(({ path, fate }) => {
    const name = fate === 'deleted' ? importedAs(path) : undefined;
    return name === undefined || there.has(name) ? [] : [name];
  });
  const more = modules.length > MOST_MODULES ? ` and ${modules.length - MOST_MODULES} more` : '';
  const names = modules.slice(0, MOST_MODULES).join(', ');
  return modules.length === 0
    ? []
    : [{ file: 'src', text: `The modules ${names}${more} are gone, which users may import.` }];
}

/** Scripts of the new package; undefined in a language whose packages have none. */
function scriptsOf({ generated, language: { adoption } }: AdoptContext): ReadonlySet<string> | undefined {
  const names = [...generated].flatMap(([path, { text }]) => adoption.scriptNames(path, text) ?? []);
  return names.length === 0 ? undefined : new Set(names);
}

/** Relative imports of kept code that lead to a deleted module. */
function lostImports({ path, text }: AdoptFile, left: ReadonlySet<string>): readonly AdoptTask[] {
  if (!/\.[cm]?tsx?$/.test(path) || path.startsWith('packages/')) return [];
  return text.split('\n').flatMap((code, index): readonly AdoptTask[] =>
    [...code.matchAll(/(?:from|import|require\()\s*\(?['"](\.{1,2}\/[^'"]*)['"]/g)].flatMap(
      ([, name = '']) => {
        const target = joined(path, name);
        const base = target.replace(/\.[cm]?[jt]s$/, '');
        const found = [
          target,
          ...['.ts', '.tsx', '.mts', '.js', '/index.ts'].map((ending) => `${base}${ending}`),
        ];
        const module = found.find((candidate) => left.has(candidate));
        const at = { file: path, line: index + 1 };
        if (module === undefined)
          return [{ ...at, text: `imports ${name}, which is not there after the run.` }];
        return module === target || base !== target || !path.startsWith('src/')
          ? []
          : [{ ...at, text: `imports ${name}. Write the ending, which the new package needs: ${name}.ts.` }];
      },
    ),
  );
}

function joined(from: string, name: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of name.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** Whether versions are still counted and published, by one workflow and not by two. */
function releaseTasks(kept: readonly AdoptFile[], { context, left }: After): readonly AdoptTask[] {
  const publishers = kept.filter((file) => isPublisher(file, context.language));
  const config = kept.find((file) => file.path === 'release-please-config.json');
  const extra = [
    ...(config?.text.matchAll(/"(?:path"\s*:\s*")?([\w./-]+\.(?:ts|py|go|json|md|toml|yml))"/g) ?? []),
  ]
    .map((hit) => hit[1] ?? '')
    .filter((name) => name.includes('.') && !name.startsWith('http') && !left.has(name));
  const runs = kept.some(
    (file) =>
      file.path.startsWith('.github/workflows/') &&
      /googleapis\/release-please-action|npx release-please|run: release-please/.test(file.text),
  );
  return [
    ...extra.map((name) => ({
      file: 'release-please-config.json',
      text: `names ${name}, which is not there after the run. Remove it.`,
    })),
    ...(config && !runs && !context.publishes
      ? [
          {
            file: 'release-please-config.json',
            text:
              'No workflow runs release-please, as the service of the former generator did it. ' +
              '`output: { repository: github }` in the config writes one, and deletes the former publishers.',
          },
        ]
      : []),
    ...(context.publishes
      ? publishers.map(({ path }) => ({
          file: path,
          text: 'may publish as well as the new `release.yml`. Remove one of both.',
        }))
      : []),
  ];
}
