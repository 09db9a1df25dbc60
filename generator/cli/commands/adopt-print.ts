/** Prints what a run of `adopt` does to each file, with its reason, and what is left to do. */
import type { Fate } from '../../adopt/rules.ts';
import type { AdoptSurvey } from '../../adopt/survey.ts';
import { byCodeUnit } from '../../lib/order.ts';
import type { WritePlan } from '../../output/plan-write.ts';
import type { Terminal } from '../terminal.ts';
import { count } from '../../lib/count.ts';

/** All that happens to one folder. */
export interface Adoption {
  readonly out: string;
  readonly survey: AdoptSurvey;
  readonly plan: WritePlan;
}

interface Line {
  readonly fate: Fate;
  readonly reason: string;
  readonly path: string;
}

export function printAdoption(
  terminal: Terminal,
  { out, survey, plan }: Adoption,
  { isDryRun }: { readonly isDryRun: boolean },
): void {
  const { colors } = terminal;
  const lines: readonly Line[] = [
    ...survey.decisions,
    ...plan.create.map(({ path }): Line => ({ path, fate: 'created', reason: 'generated' })),
  ];
  const paint = { kept: colors.cyan, replaced: colors.yellow, deleted: colors.red, created: colors.green };
  terminal.out(`${out}${isDryRun ? ' (nothing is written)' : ''}`);
  for (const fate of ['kept', 'replaced', 'deleted', 'created'] as const) {
    const own = lines.filter((line) => line.fate === fate);
    if (own.length === 0) continue;
    terminal.out(paint[fate](`\n${fate}: ${count(own.length, 'file')}`));
    for (const reason of new Set(own.map((line) => line.reason))) {
      terminal.out(`  ${reason}`);
      const paths = own.flatMap((line) => (line.reason === reason ? [line.path] : []));
      for (const path of [...paths].sort(byCodeUnit)) terminal.out(`    ${path}`);
    }
  }
  if (survey.tasks.length === 0) return;
  terminal.out(colors.bold(`\nlook at: ${count(survey.tasks.length, 'place')}`));
  for (const { file, line, text } of survey.tasks)
    terminal.out(`  ${file}${line === undefined ? '' : `:${line}`}  ${text}`);
}
