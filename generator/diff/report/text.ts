import pc from 'picocolors';
import { type DiffReport, type LocatedChange, SECTIONS, headlineOf, sectionOf, whereOf } from './report.ts';

export interface TextOptions {
  readonly colour: boolean;
  /** Every operation that a change reaches, and what has no effect. */
  readonly verbose?: boolean;
}

/** Short first: the verdict, then the changes by what they ask of users, then where to look. Control characters of the documents are shown as escapes. */
export function renderText(report: DiffReport, options: TextOptions): string {
  const c = pc.createColors(options.colour);
  const lines: string[] = [c.bold(headlineOf(report)), c.dim(`${report.base} → ${report.revision}`)];
  for (const { key, title } of SECTIONS) {
    const found = [...report.changes, ...report.withoutEffect].filter((one) => sectionOf(one) === key);
    if (found.length === 0) continue;
    lines.push('', `${c.bold(title)} (${found.length})`);
    if (key === 'none' && options.verbose !== true) {
      lines.push(c.dim(`  ${countByTitle(found).join(', ')}`));
      continue;
    }
    for (const one of found) lines.push(...entry(one, key, options));
  }
  if (report.accepted.length > 0) lines.push('', `${c.bold('Accepted')} (${report.accepted.length})`, ...report.accepted.map((one) => `  ${clean(one.message)}: ${clean(one.accepted?.reason ?? '')}`));
  for (const one of report.idleExceptions) lines.push('', c.yellow(clean(one)));
  if (!report.verdict.ok) lines.push('', c.red(report.verdict.declaredBump === undefined ? `The change is ${report.verdict.bump}, the bound is ${report.verdict.failOn}.` : `The change is ${report.verdict.bump}, only ${report.verdict.declaredBump} was declared.`));
  return `${lines.join('\n')}\n`;

  function entry(one: LocatedChange, key: string, { verbose }: TextOptions): string[] {
    const mark = key === 'code' ? c.red('✗') : key === 'wire' ? c.yellow('!') : key === 'new' ? c.green('+') : '·';
    const values = one.before === undefined && one.after === undefined ? '' : one.before === undefined ? ` (${one.after ?? ''})` : one.after === undefined ? ` (was ${one.before})` : ` (${one.before} → ${one.after})`;
    const out = [`  ${mark} ${clean(one.message)}${clean(values)}`];
    const details = [one.rule, verdictWords(one), whereOf(one)].filter((text) => text !== '').join(' · ');
    out.push(c.dim(`    ${clean(details)}`));
    const reach = one.reach.slice(0, verbose === true ? undefined : 3).map((use) => `${use.symbol ?? use.operation}${use.where.length === 0 ? '' : ` (${use.where.join(', ')})`}`);
    if (reach.length > 0) out.push(c.dim(`    reaches ${clean(reach.join(', '))}${one.reach.length > reach.length ? ` and ${one.reach.length - reach.length} more` : ''}`));
    if (verbose === true && one.mitigation !== undefined) out.push(c.dim(`    help: ${one.mitigation}`));
    return out;
  }
}

/** `wire break · breaks call, read · major`. */
export function verdictWords(one: LocatedChange): string {
  return [
    one.wire === 'ok' ? '' : `wire ${one.wire}`, one.source.length === 0 ? '' : `stops compiling: ${one.source.join(', ')}`,
    one.runtime === 'same' ? '' : `runtime ${one.runtime}`, one.bump, one.unstable === true ? 'unstable' : '',
  ].filter((text) => text !== '').join(' · ');
}

/** `description or example changed: 12`, one per rule. */
export function countByTitle(changes: readonly LocatedChange[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const one of changes) counts.set(one.title, (counts.get(one.title) ?? 0) + 1);
  return [...counts].map(([title, count]) => `${title}: ${count}`);
}

/** A document must not move the terminal's cursor. */
export const clean = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
