import { terminalText } from '../../lib/safe-text.ts';
import pc from 'picocolors';
import { type DiffReport, type LocatedChange, type ReportPlace, SECTIONS, sectionOf } from './report.ts';
import { headlineOf } from './lines.ts';
import { whereOf } from './lines.ts';
import { failureOf } from './lines.ts';
import { leftOutLine } from './lines.ts';
import { type Grouping, groupBy } from './grouping.ts';
import { type ChangeGroup, reachedBy, valuesOf } from './words.ts';

export interface TextOptions {
  readonly colour: boolean;
  /** Includes every change, every affected operation, and changes without effect. */
  readonly verbose?: boolean;
  readonly grouping?: Grouping;
}

const MAX_LISTED = 20;
const MAX_REACHED = 3;

/**
 * The text report: verdict, summary, then the changes grouped by required action. Control characters of the
 * documents are escaped.
 */
export function renderText(report: DiffReport, options: TextOptions): string {
  const c = pc.createColors(options.colour);
  const all = [...report.changes, ...report.withoutEffect];
  const lines: string[] = [c.bold(headlineOf(report)), c.dim(`${report.base} → ${report.revision}`)];
  if (all.length > 0) lines.push(summaryOf(report));
  if (leftOutLine(report) !== '') lines.push(c.dim(leftOutLine(report)));
  for (const { key, title } of SECTIONS) {
    const found = all.filter((locatedChange) => sectionOf(locatedChange) === key);
    if (found.length === 0) continue;
    lines.push('', `${c.bold(title)} (${found.length})`);
    if (key === 'none' && options.verbose !== true) lines.push(c.dim(`  ${countByTitle(found).join(', ')}`));
    else for (const changeGroup of groupBy(found, options.grouping)) lines.push(...group(changeGroup, key));
  }
  if (report.accepted.length > 0)
    lines.push(
      '',
      `${c.bold('Accepted')} (${report.accepted.length})`,
      ...report.accepted.map(
        (locatedChange) =>
          `  ${terminalText(locatedChange.message)}: ${terminalText(locatedChange.accepted?.reason ?? '')}`,
      ),
    );
  for (const idleException of report.idleExceptions) lines.push('', c.yellow(terminalText(idleException)));
  if (!report.verdict.ok) lines.push('', c.red(failureOf(report)));
  return `${lines.join('\n')}\n`;

  function group({ title, rule, effect, bump, changes }: ChangeGroup, key: string): string[] {
    const shown = options.verbose === true ? changes : changes.slice(0, MAX_LISTED);
    const mitigation = options.verbose === true ? changes[0]?.mitigation : undefined;
    return [
      `  ${title}${effect === '' ? '' : `: ${effect}`}${key === 'code' ? '' : c.dim(` · ${bump}`)}${c.dim(` · ${rule}`)}${changes.every((change) => change.fixedByUpgrade === true) ? c.dim(' · sdkwright upgrade rewrites it') : ''}`,
      ...shown.flatMap((locatedChange) => entry(locatedChange, key)),
      ...(changes.length > shown.length
        ? [c.dim(`      … and ${changes.length - shown.length} more; --verbose lists them`)]
        : []),
      ...(mitigation === undefined ? [] : [c.dim(`      help: ${mitigation}`)]),
    ];
  }

  function entry(locatedChange: LocatedChange, key: string): string[] {
    const mark =
      key === 'code' ? c.red('✗') : key === 'wire' ? c.yellow('!') : key === 'new' ? c.green('+') : '·';
    const { before, after } = valuesOf(locatedChange);
    const values =
      before === undefined && after === undefined
        ? ''
        : before === undefined
          ? ` (${after ?? ''})`
          : after === undefined
            ? ` (was ${before})`
            : ` (${before} → ${after})`;
    const where = whereOf(locatedChange);
    const reached = reachedBy(locatedChange);
    const named = reached.slice(0, options.verbose === true ? undefined : MAX_REACHED);
    return [
      `    ${mark} ${terminalText(locatedChange.message)}${terminalText(values)}${where === '' ? '' : c.dim(`  ${terminalText(where)}`)}`,
      ...(options.verbose === true ? (locatedChange.places ?? []).slice(1) : []).map((place) =>
        c.dim(`        ${terminalText(place.subject)}${placeText(place)}`),
      ),
      ...(named.length === 0
        ? []
        : [
            c.dim(
              `        in ${terminalText(named.join(', '))}${reached.length > named.length ? ` and ${reached.length - named.length} more` : ''}`,
            ),
          ]),
    ];
  }
}

const placeText = (place: ReportPlace): string => {
  const where = whereOf(place);
  return where === '' ? '' : terminalText(`  ${where}`);
};

/** A one-line summary: `3 need changes of code · 12 are new`. */
export function summaryOf(report: DiffReport): string {
  const all = [...report.changes, ...report.withoutEffect];
  return SECTIONS.flatMap(({ key, count }) => {
    const found = all.filter((locatedChange) => sectionOf(locatedChange) === key).length;
    return found === 0 ? [] : [`${found} ${found === 1 ? count[0] : count[1]}`];
  }).join(' · ');
}

/** A line per rule: `description or example changed: 12`. */
export function countByTitle(changes: readonly LocatedChange[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const change of changes) counts.set(change.title, (counts.get(change.title) ?? 0) + 1);
  return [...counts].map(([title, count]) => `${title}: ${count}`);
}
