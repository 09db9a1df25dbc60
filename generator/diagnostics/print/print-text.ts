import picocolors from 'picocolors';
import type { DiagnosticCode } from '../catalogue.ts';
import type { Diagnostic, Severity } from '../diagnostic.ts';
import { type SourcePosition, type LocatedDiagnostic, type Texts, placeDiagnostics } from './placed.ts';
import { terminalText } from '../../lib/safe-text.ts';
import { windowAt } from './window.ts';
import { count } from '../../lib/count.ts';

export interface PrintOptions {
  readonly color: boolean;
  /**
   * Maximum number of diagnostics per code; further ones are only counted. For errors, the limit is ten times
   * as high.
   */
  readonly perCode?: number;
}

type Colors = ReturnType<typeof picocolors.createColors>;

/**
 * The text for people: each diagnostic with its location, an excerpt and the action; then the totals. Empty
 * if there are none.
 */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  texts: Texts,
  { color, perCode = 5 }: PrintOptions,
): string {
  const colors = picocolors.createColors(color);
  const placed = placeDiagnostics(diagnostics, texts);
  if (placed.length === 0) return '';
  const shown = new Map<DiagnosticCode, number>();
  const blocks: string[] = [];
  for (const item of placed) {
    const { code, severity } = item.diagnostic;
    const count = (shown.get(code) ?? 0) + 1;
    shown.set(code, count);
    if (count <= limitOf(severity, perCode)) blocks.push(printOne(item, texts, colors));
  }
  for (const [code, count] of shown) {
    const severity = placed.find((item) => item.diagnostic.code === code)?.diagnostic.severity ?? 'note';
    const rest = count - limitOf(severity, perCode);
    if (rest > 0) blocks.push(`${label(severity, code, colors)}: ${rest} more like these`);
  }
  return `${[...blocks, summary(placed)].join('\n\n')}\n`;
}

const limitOf = (severity: Severity, perCode: number): number =>
  severity === 'error' ? perCode * 10 : perCode;

/** One diagnostic without a final line break. */
function printOne({ diagnostic, place, related }: LocatedDiagnostic, texts: Texts, colors: Colors): string {
  const lines = [
    `${label(diagnostic.severity, diagnostic.code, colors)}: ${colors.bold(terminalText(diagnostic.message))}`,
  ];
  if (place !== undefined)
    lines.push(...printPlace(place, texts, colors, paint(diagnostic.severity, colors)));
  for (const other of related)
    lines.push(
      `  ${colors.blue('=')} ${terminalText(other.message)}`,
      ...printPlace(other.place, texts, colors, colors.blue),
    );
  lines.push(`  ${colors.cyan('help:')} ${terminalText(diagnostic.help)}`);
  return lines.join('\n');
}

function printPlace(
  place: SourcePosition,
  texts: Texts,
  colors: Colors,
  mark: (text: string) => string,
): readonly string[] {
  const { file, line, column } = place;
  if (line === undefined || column === undefined) return [`  ${colors.blue('-->')} ${terminalText(file)}`];
  const head = `  ${colors.blue('-->')} ${terminalText(file)}:${line}:${column}`;
  const source = texts.get(file);
  const window = source === undefined ? undefined : windowAt(source, line, column);
  if (window === undefined) return [head];
  const gutter = ' '.repeat(String(line).length);
  return [
    head,
    `${colors.blue(`${line} |`)} ${window.text}`.trimEnd(),
    `${colors.blue(`${gutter} |`)} ${' '.repeat(window.from)}${mark('^'.repeat(window.length))}`,
  ];
}

const paint = (severity: Severity, colors: Colors): ((text: string) => string) =>
  severity === 'error' ? colors.red : severity === 'warning' ? colors.yellow : colors.blue;

const label = (severity: Severity, code: string, colors: Colors): string =>
  paint(severity, colors)(`${severity}[${code}]`);

function summary(placed: readonly LocatedDiagnostic[]): string {
  const counts = (['error', 'warning', 'note'] as const).map(
    (severity) => [severity, placed.filter((item) => item.diagnostic.severity === severity).length] as const,
  );
  return counts
    .filter(([, found]) => found > 0)
    .map(([severity, found]) => count(found, severity))
    .join(', ');
}
