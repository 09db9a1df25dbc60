/** Collects compiler errors for each file. The compiler gives errors alone here, no suggestions. */
import ts from 'typescript';
import type { Span } from './edits.ts';

export interface Fault extends Span {
  readonly code: number;
  readonly message: string;
}

export function faultsIn(program: ts.Program, name: string): readonly Fault[] {
  const file = program.getSourceFile(name);
  if (file === undefined) return [];
  return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
    (diagnostic) => ({
      start: diagnostic.start ?? 0,
      end: (diagnostic.start ?? 0) + (diagnostic.length ?? 0),
      code: diagnostic.code,
      message: firstSentence(ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n')),
    }),
  );
}

/** True if a fault is in the range; a fault of no length, too. */
export const meets = (faults: readonly Span[], { start, end }: Span): boolean =>
  faults.some((fault) => fault.start < end && start < Math.max(fault.end, fault.start + 1));

/**
 * Further lines explain how types were compared, which is of little use to users. A line about a missing
 * property is kept, because it names the property.
 */
function firstSentence(text: string): string {
  const lines = text.split('\n').map((name) => name.trim());
  return lines.find((line) => /^Property '.*' is missing in type /.test(line)) ?? lines[0] ?? '';
}

export const lineOf = (file: ts.SourceFile, place: number): number =>
  file.getLineAndCharacterOfPosition(place).line;
