import { type DiffReport, type LocatedChange, SECTIONS, sectionOf } from './report.ts';
import { headlineOf, leftOutLine, whereOf } from './lines.ts';
import { markdownCode, markdownText } from '../../lib/safe-text.ts';
import { type Grouping, groupBy } from './grouping.ts';
import { runOf, subjectOfRun } from './run.ts';
import { countByTitle, summaryOf } from './text.ts';
import { effectOf, reachedBy, valuesOf } from './words.ts';

/** Identifies the comment on the next run. */
const MARKER = '<!-- sdkwright-diff -->';
const MAX_ROWS = 40;
/** GitHub rejects comments longer than 65,536 characters. */
const MAX_LENGTH = 60_000;

/**
 * A pull request comment: verdict, a table of required actions, the rest folded. Text of the documents is
 * escaped, so it cannot add markup, mentions or links.
 */
export function renderMarkdown(report: DiffReport, grouping?: Grouping): string {
  const lines = [
    MARKER,
    `## ${headlineOf(report)}`,
    subtitle(report),
    '',
    ...(report.changes.length + report.withoutEffect.length === 0 ? [] : [summaryOf(report), '']),
    ...(leftOutLine(report) === '' ? [] : [leftOutLine(report), '']),
  ];
  const all = [...report.changes, ...report.withoutEffect];
  for (const { key, title } of SECTIONS) {
    const found = all.filter((locatedChange) => sectionOf(locatedChange) === key);
    if (found.length === 0) continue;
    if (key === 'code') lines.push(`**${title} (${found.length})**`, '', ...tables(found, grouping), '');
    else if (key === 'none')
      lines.push(
        ...folded(`${title} (${found.length})`, [
          countByTitle(found)
            .map((name) => `- ${markdownText(name)}`)
            .join('\n'),
        ]),
      );
    else lines.push(...folded(`${title} (${found.length})`, tables(found, grouping)));
  }
  if (report.accepted.length > 0)
    lines.push(
      ...folded(
        `Accepted (${report.accepted.length})`,
        report.accepted.map(
          (locatedChange) =>
            `- ${markdownText(locatedChange.message)}: ${markdownText(locatedChange.accepted?.reason ?? '')}`,
        ),
      ),
    );
  for (const idleException of report.idleExceptions) lines.push(`> ${markdownText(idleException)}`, '');
  lines.push(...advice(report));
  const text = `${lines.join('\n').trimEnd()}\n`;
  return text.length <= MAX_LENGTH ? text : shortened(text);
}

/** Several documents in one comment: the worst verdict, then each document folded. */
export function renderRunMarkdown(reports: readonly DiffReport[], grouping?: Grouping): string {
  const { verdict } = runOf(reports);
  const lines = [
    MARKER,
    `## ${subjectOfRun(reports)}: ${verdict.bump === 'none' ? 'nothing' : verdict.bump} at worst`,
    '',
    ...reports.flatMap((report) => [
      `<details${report.verdict.ok ? '' : ' open'}>`,
      `<summary>${markdownText(report.revision === 'nothing' ? report.base : report.revision)}: ${markdownText(headlineOf(report))}</summary>`,
      '',
      ...renderMarkdown(report, grouping).split('\n').slice(1),
      '</details>',
      '',
    ]),
  ];
  const text = `${lines.join('\n').trimEnd()}\n`;
  return text.length <= MAX_LENGTH ? text : shortened(text);
}

/** Cuts the text at a line break and closes folded sections. */
function shortened(text: string): string {
  const kept = text.slice(0, text.lastIndexOf('\n', MAX_LENGTH));
  const count = (pattern: RegExp): number => [...kept.matchAll(pattern)].length;
  const open = count(/^<details(?: open)?>$/gm) - count(/^<\/details>$/gm);
  return `${kept}\n\n${'</details>\n\n'.repeat(open)}… shortened; \`sdkwright diff --verbose\` prints the rest.\n`;
}

function subtitle(report: DiffReport): string {
  const sdk = report.sdk === undefined ? '' : ` · ${markdownText(report.sdk.name)}`;
  return `${markdownCode(report.base)} → ${markdownCode(report.revision)}${sdk}`;
}

/** One table, or a table per endpoint if grouped by endpoint. */
const tables = (changes: readonly LocatedChange[], grouping?: Grouping): string[] =>
  grouping === 'endpoint'
    ? groupBy(changes, grouping)
        .flatMap((changeGroup) => [
          `**${markdownText(changeGroup.title)}**`,
          '',
          ...table(changeGroup.changes),
          '',
        ])
        .slice(0, -1)
    : table(changes);

const table = (changes: readonly LocatedChange[]): string[] => [
  '| what | before | after | effect | where |',
  '|---|---|---|---|---|',
  ...changes
    .slice(0, MAX_ROWS)
    .map(
      (change) =>
        `| ${markdownText(change.message)}${reach(change)} | ${markdownCode(valuesOf(change).before ?? '')} | ${markdownCode(valuesOf(change).after ?? '')} | ${markdownText(effectOf(change))} | ${whereOf(change) === '' ? '' : markdownCode(whereOf(change))} |`,
    ),
  ...(changes.length > MAX_ROWS ? [`| … and ${changes.length - MAX_ROWS} more | | | | |`] : []),
];

function reach(locatedChange: LocatedChange): string {
  const names = reachedBy(locatedChange);
  if (names.length === 0) return '';
  return `<br>in ${names.slice(0, 4).map(markdownCode).join(', ')}${names.length > 4 ? ` and ${names.length - 4} more` : ''}`;
}

function folded(title: string, body: readonly string[]): string[] {
  return ['<details>', `<summary>${title}</summary>`, '', ...body, '', '</details>', ''];
}

function advice(report: DiffReport): string[] {
  const tips = [
    ...new Set(
      report.changes
        .filter((change) => change.bump === 'major')
        .flatMap((change) => (change.mitigation === undefined ? [] : [change.mitigation])),
    ),
  ];
  const out =
    tips.length === 0 ? [] : ['To avoid the major:', '', ...tips.slice(0, 5).map((tip) => `- ${tip}`), ''];
  const major = report.changes.filter((change) => change.bump === 'major');
  if (major.length > 0 && !report.verdict.ok)
    out.push(
      `To accept: add the fingerprint (${major
        .slice(0, 3)
        .map((locatedChange) => markdownCode(locatedChange.fingerprint))
        .join(', ')}${major.length > 3 ? ' …' : ''}) with a reason to the exceptions file.`,
    );
  return out;
}
