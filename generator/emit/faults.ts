/** Describes faults of templates, each once for all files that it affects. */
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts';
import type { Rendered } from './engine.ts';
import { type Position, nearest } from './target-file.ts';
import type { TextPlace, Trace } from './trace.ts';
import { count } from '../lib/count.ts';

/** A template that failed while rendering a file. */
export interface RenderFault {
  readonly output: string;
  readonly fault: Exclude<Rendered, { readonly kind: 'text' }>;
}

export const renderFaults = (faults: readonly RenderFault[]): readonly Diagnostic[] =>
  grouped(faults, ({ fault }) => [
    fault.position,
    fault.kind === 'fault' ? fault.reason : [fault.miss.field, fault.miss.owner.replace(/\[\d+\]/g, '[]')],
  ]).map((group) => {
    const { position } = group.first.fault;
    const output = outputsText(group.all.map((renderFault) => renderFault.output));
    if (group.first.fault.kind === 'fault')
      return diagnostic('template-failed', { output, reason: group.first.fault.reason }, { position });
    const { isInRoot, miss } = group.first.fault;
    const { field, owner, known } = miss;
    return diagnostic(
      'template-field',
      {
        field,
        owner: owner === '' ? 'the root view' : owner,
        output,
        nearest: isInRoot ? `; the root view has it: @root.${field}` : nearest(field, known),
      },
      { position },
    );
  });

/** A rendered text that is invalid in its language. */
export interface TextFault {
  readonly path: string;
  readonly reason: string;
  /** The file of the set that rendered it. */
  readonly template?: string;
  /** Position in the text as rendered. Absent: unknown. */
  readonly place?: TextPlace;
  /** The line at that position. */
  readonly line: string;
  /** The missing formatter package, if that is the fault. */
  readonly missing?: string;
}

/** Without a trace, the diagnostic names the template but not the position in it. */
export const textFaults = (faults: readonly TextFault[], trace?: Trace): readonly Diagnostic[] =>
  grouped(
    faults.map((fault) => ({ ...fault, position: fault.place && trace?.(fault.path, fault.place) })),
    ({ missing, position, reason, template, line }) => missing ?? [position ?? [template, line], reason],
  ).map(({ first: { missing, reason, template, line, position }, all }) => {
    const file = outputsText(all.map((item) => item.path));
    if (missing !== undefined) return diagnostic('formatter-missing', { file, package: missing });
    return diagnostic(
      'format-failed',
      {
        file,
        reason,
        line: line === '' ? '' : `, in the line \`${line.replaceAll('`', "'")}\``,
        template: template ?? 'that makes it',
      },
      position ? { position } : {},
    );
  });

/** A rendered text that its language's compiler rejects. */
export interface CompileFault {
  readonly path: string;
  /** Position in the formatted text. */
  readonly at: TextPlace;
  /** The line at that position. */
  readonly line: string;
  readonly reason: string;
  /** The compiler's error number. */
  readonly code: number;
  /** The position in the template that rendered it. */
  readonly position?: Position;
}

export const compileFaults = (faults: readonly CompileFault[]): readonly Diagnostic[] =>
  grouped(faults, ({ position, path, line, code }) => [position ?? [path, line], code]).map(
    ({ first: { path, at, line, reason, code, position }, all }) => {
      const others = new Set(all.map((compileFault) => compileFault.path)).size - 1;
      const more = others === 0 ? '' : ` (and ${count(others, 'more file')})`;
      return diagnostic(
        'template-compile',
        {
          place: `${path}:${at.line}:${at.column}${more}`,
          reason: `TS${code}: ${reason.split('\n', 1)[0] ?? ''}`,
          line: line.replaceAll('`', "'"),
        },
        position ? { position } : {},
      );
    },
  );

interface FaultGroup<T> {
  readonly first: T;
  readonly all: readonly T[];
}

/** Groups in the order of their first items. */
function grouped<T>(items: readonly T[], keyOf: (item: T) => unknown): readonly FaultGroup<T>[] {
  const groups = new Map<string, { readonly first: T; readonly all: T[] }>();
  for (const item of items) {
    const key = JSON.stringify(keyOf(item));
    const known = groups.get(key);
    if (known) known.all.push(item);
    else groups.set(key, { first: item, all: [item] });
  }
  return [...groups.values()];
}

/** `src/a.ts`, or the number of files and the first of them. */
function outputsText(paths: readonly string[]): string {
  const distinct = [...new Set(paths)];
  if (distinct.length <= 3) return distinct.join(', ');
  return `${distinct.length} files (${distinct.slice(0, 3).join(', ')}, …)`;
}

/** A line of a rendered text, as a message quotes it. */
export function quotedLine(text: string, { line, column }: TextPlace): string {
  const found = text.split('\n')[line - 1] ?? '';
  const from = Math.max(0, column - 60);
  const part = found.slice(from, from + 100);
  return `${from > 0 ? '…' : ''}${part.trim()}${from + 100 < found.length ? '…' : ''}`;
}
