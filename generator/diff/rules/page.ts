/** Generates the documentation's table of rules. */
import type { Cell, Context, SdkLanguage } from '../types.ts';
import { differencesOf } from './by-language.ts';
import { ruleCatalogue } from './catalogue.ts';
import type { Rule } from './rule.ts';

const CONTEXTS: readonly { readonly context: Context; readonly name: string }[] = [
  { context: 'api', name: 'everywhere' },
  { context: 'parameter', name: 'parameter' },
  { context: 'request', name: 'request' },
  { context: 'response', name: 'response' },
  { context: 'header', name: 'response header' },
];

/** Markdown table: one row per rule and context, in catalogue order. */
export function ruleTablePage(): string {
  const lines = [
    '| rule | change | where | wire | stops compiling | at run time | bump |',
    '|---|---|---|---|---|---|---|',
  ];
  for (const [id, rule] of Object.entries(ruleCatalogue)) lines.push(...rowsOf(id, rule));
  return `${lines.join('\n')}\n`;
}

/** Markdown table of the differences between a language and the catalogue, with reasons. */
export function differencesPage(language: SdkLanguage): string {
  const lines = ['| rules | where | why |', '|---|---|---|'];
  for (const { rules, contexts, reason } of differencesOf(language))
    lines.push(
      `| ${rules.map((rule) => `\`${rule}\``).join(', ')} | ${contexts?.join(', ') ?? 'everywhere'} | ${reason} |`,
    );
  return `${lines.join('\n')}\n`;
}

function rowsOf(id: string, rule: Rule): string[] {
  const seen = new Map<string, string[]>();
  for (const { context, name } of CONTEXTS) {
    const cell = rule.cells[context];
    if (cell === undefined) continue;
    const text = cellText(cell);
    seen.set(text, [...(seen.get(text) ?? []), name]);
  }
  return [...seen].map(([text, names]) => `| \`${id}\` | ${rule.title} | ${names.join(', ')} | ${text} |`);
}

const cellText = (cell: Cell): string =>
  [cell.wire, cell.source.join(', ') || 'nothing', cell.runtime, cell.bump].join(' | ');
