/** The change in the reader's terms: methods and types, grouped by resource, without pointers. */
import { byCodeUnit } from '../../lib/order.ts';
import { type ChangelogEntry, changelogEntries } from './entries.ts';
import type { DiffReport } from './report.ts';

const KINDS: readonly ChangelogEntry['kind'][] = ['Changed', 'Removed', 'Deprecated', 'Added', 'Fixed'];

/**
 * A section in the format of keepachangelog.com 1.1.0, grouped by resource. Breaking entries come first and
 * are marked.
 */
export function renderChangelog(report: DiffReport, heading: string): string {
  const entries = changelogEntries(report.changes, { links: true });
  const lines = [`## ${heading}`, ''];
  if (entries.length === 0) lines.push('No changes that users can notice.', '');
  const breaking = entries.filter((entry) => entry.breaking);
  if (breaking.length > 0)
    lines.push('### Breaking', '', ...byResource(breaking), '', ...upgradeLines(report));
  for (const kind of KINDS) {
    const found = entries.filter((entry) => !entry.breaking && entry.kind === kind);
    if (found.length > 0) lines.push(`### ${kind}`, '', ...byResource(found), '');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

/** Lists the breaking entries that `upgrade` handles. */
function upgradeLines({ changes }: DiffReport): readonly string[] {
  const titles = [
    ...new Set(changes.flatMap((change) => (change.fixedByUpgrade === true ? [change.title] : []))),
  ];
  return titles.length === 0
    ? []
    : [`\`npx sdkwright upgrade\` rewrites your code for these: ${titles.sort(byCodeUnit).join(', ')}.`, ''];
}

function byResource(entries: readonly ChangelogEntry[]): string[] {
  const names = [...new Set(entries.map((entry) => entry.resource))].sort(byCodeUnit);
  return names.flatMap((name) => {
    const mine = entries.filter((entry) => entry.resource === name);
    return mine.length === 1
      ? mine.map((entry) => `- **${name}**: ${entry.text}`)
      : [`- **${name}**`, ...mine.map((entry) => `  - ${entry.text}`)];
  });
}

/** `.changeset/<id>.md`: front matter with the package and the bump. */
export function renderChangeset(report: DiffReport, packageName: string): string {
  const bump = report.verdict.bump === 'none' ? 'patch' : report.verdict.bump;
  return `---\n${JSON.stringify(packageName)}: ${bump}\n---\n\n${changelogEntries(report.changes)
    .map((changelogEntry) => `- ${changelogEntry.breaking ? '**breaking** ' : ''}${changelogEntry.text}`)
    .join('\n')}\n`;
}

/** A conventional commit (1.0.0): `feat!:` and a footer if something breaks. */
export function renderCommit(report: DiffReport): string {
  const entries = changelogEntries(report.changes);
  const breaking = entries.filter((entry) => entry.breaking);
  const type = breaking.length > 0 ? 'feat!' : report.verdict.bump === 'minor' ? 'feat' : 'fix';
  const body = entries.filter((entry) => !entry.breaking).map((entry) => `- ${entry.text}`);
  const footer =
    breaking.length === 0 ? [] : ['', `BREAKING CHANGE: ${breaking.map((entry) => entry.text).join(' ')}`];
  return `${type}: follow the API\n${body.length > 0 ? `\n${body.join('\n')}\n` : ''}${footer.join('\n')}${footer.length > 0 ? '\n' : ''}`;
}
