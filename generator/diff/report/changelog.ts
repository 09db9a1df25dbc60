/** The change in the reader's words: methods and types, grouped by resource. No pointers. */
import { byCodeUnit } from '../../lib/order.ts';
import { type Entry, changelogEntries } from './entries.ts';
import type { DiffReport } from './report.ts';

const KINDS: readonly Entry['kind'][] = ['Changed', 'Removed', 'Deprecated', 'Added', 'Fixed'];

/**
 * A section in the form of keepachangelog.com 1.1.0, breaking entries first and marked, grouped by resource.
 */
export function renderChangelog(report: DiffReport, heading: string): string {
  const entries = changelogEntries(report.changes, { links: true });
  const lines = [`## ${heading}`, ''];
  if (entries.length === 0) lines.push('No changes that users can notice.', '');
  const breaking = entries.filter((one) => one.breaking);
  if (breaking.length > 0)
    lines.push('### Breaking', '', ...byResource(breaking), '', ...mendedLines(report));
  for (const kind of KINDS) {
    const found = entries.filter((one) => !one.breaking && one.kind === kind);
    if (found.length > 0) lines.push(`### ${kind}`, '', ...byResource(found), '');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

/** Which of the breaking entries nobody has to follow by hand. */
function mendedLines({ changes }: DiffReport): readonly string[] {
  const titles = [...new Set(changes.flatMap((one) => (one.mended === true ? [one.title] : [])))];
  return titles.length === 0
    ? []
    : [`\`npx sdkwright upgrade\` rewrites your code for these: ${titles.sort(byCodeUnit).join(', ')}.`, ''];
}

function byResource(entries: readonly Entry[]): string[] {
  const names = [...new Set(entries.map((one) => one.resource))].sort(byCodeUnit);
  return names.flatMap((name) => {
    const mine = entries.filter((one) => one.resource === name);
    return mine.length === 1
      ? mine.map((one) => `- **${name}**: ${one.text}`)
      : [`- **${name}**`, ...mine.map((one) => `  - ${one.text}`)];
  });
}

/** `.changeset/<id>.md`: front matter with package and bump. */
export function renderChangeset(report: DiffReport, packageName: string): string {
  const bump = report.verdict.bump === 'none' ? 'patch' : report.verdict.bump;
  return `---\n${JSON.stringify(packageName)}: ${bump}\n---\n\n${changelogEntries(report.changes)
    .map((one) => `- ${one.breaking ? '**breaking** ' : ''}${one.text}`)
    .join('\n')}\n`;
}

/** A conventional commit (1.0.0): `feat!:` with a footer when something breaks. */
export function renderCommit(report: DiffReport): string {
  const entries = changelogEntries(report.changes);
  const breaking = entries.filter((one) => one.breaking);
  const type = breaking.length > 0 ? 'feat!' : report.verdict.bump === 'minor' ? 'feat' : 'fix';
  const body = entries.filter((one) => !one.breaking).map((one) => `- ${one.text}`);
  const footer =
    breaking.length === 0 ? [] : ['', `BREAKING CHANGE: ${breaking.map((one) => one.text).join(' ')}`];
  return `${type}: follow the API\n${body.length > 0 ? `\n${body.join('\n')}\n` : ''}${footer.join('\n')}${footer.length > 0 ? '\n' : ''}`;
}
