import type { Judgement } from './judge.ts';

const MAX = 20;
const codeText = (code: number | string): string => (typeof code === 'number' ? `TS${code}` : code);

/** Lines for a person: how much was compiled, what broke, and where rules and compiler disagree. */
export function printJudgement(judgement: Judgement, seconds: number): string {
  const { probes, symbols, breaks, disagreements, leftOut, refused = 0 } = judgement;
  const outcome = breaks.length === 0 ? 'all compile' : `${breaks.length} uses no longer compile`;
  const lines = [
    probes === 0 && leftOut > 0
      ? 'No line of user code was compiled.'
      : `Compiled ${probes} lines of user code for ${symbols} methods and types of the base against the revision: ${outcome}.`,
  ];
  for (const one of breaks.slice(0, MAX)) lines.push(`  ${one.symbol}: ${one.kind} (${codeText(one.code)})`);
  if (breaks.length > MAX) lines.push(`  … and ${breaks.length - MAX} more`);
  if (refused > 0)
    lines.push(`${refused} further lines say nothing: they do not compile against the base itself.`);
  if (leftOut > 0)
    lines.push(
      `${leftOut} further lines were not compiled: the ${seconds} seconds of --verify-timeout are over. What they would show is unknown.`,
    );
  if (disagreements.length === 0)
    return [
      ...lines,
      leftOut > 0
        ? 'The judgement is incomplete; of what was compiled nothing speaks against the rules.'
        : 'The rules say the same.',
    ].join('\n');
  lines.push(
    `The rules say otherwise in ${disagreements.length} ${disagreements.length === 1 ? 'place' : 'places'}, which is a fault of ours:`,
  );
  for (const one of disagreements.slice(0, MAX)) {
    lines.push(
      `  ${one.symbol}: ${one.kind} ${one.expected === 'breaks' ? 'was said to break, but compiles' : `was said to compile, but breaks (${codeText(one.fault?.code ?? 0)})`}`,
      `    ${one.probe}`,
    );
  }
  return lines.join('\n');
}
