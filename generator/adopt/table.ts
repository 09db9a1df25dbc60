/** The table of `docs/migration.md`: what becomes of the files of a repository. */
import { type AdoptLanguage, type AdoptRule, rulesOf } from './rules.ts';

/** In the order in which rules are tried. A row of a single language begins with its name. */
export function adoptTable(languages: readonly AdoptLanguage[]): string {
  const all = languages.map((language) => ({ title: language.title, ...rulesOf(language) }));
  const common = all[0]?.common ?? [];
  const rows = [
    ...common.flatMap((first, index) => {
      const variants = all.map(({ title, common: own }) => [title, own[index] ?? first] as const);
      return variants.every(([, rule]) => rule.files === first.files)
        ? [rowOf(first)]
        : variants.map(([title, rule]) => rowOf(rule, title));
    }),
    ...all.flatMap(({ title, own }) => own.map((rule) => rowOf(rule, title))),
    ...all.slice(0, 1).map(({ rest }) => rowOf(rest)),
  ];
  return ['| Files | | Why |', '|---|---|---|', ...rows].join('\n');
}

const rowOf = ({ files, fate, reason }: AdoptRule, title?: string): string =>
  `| ${title === undefined ? files : `${title}: ${files}`} | ${fate} | ${reason} |`;
