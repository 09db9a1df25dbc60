import { byCodeUnit } from '../../lib/order.ts';
import { type Origin, originKey } from '../../lib/origin.ts';
import type { Diagnostic, Severity } from '../diagnostic.ts';

/** Texts that diagnostics refer to, by document name. */
export type Texts = ReadonlyMap<
  string,
  {
    readonly text: string;
    readonly locate: (pointer: string) => { readonly line: number; readonly column: number };
  }
>;

export interface SourcePosition {
  readonly file: string;
  /** 1-based; absent if the text is not available. */
  readonly line?: number;
  readonly column?: number;
}

/** A diagnostic with resolved locations. */
export interface LocatedDiagnostic {
  readonly diagnostic: Diagnostic;
  readonly place: SourcePosition | undefined;
  readonly related: readonly { readonly message: string; readonly place: SourcePosition }[];
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** Distinct diagnostics, errors first, then in the order of the texts. */
export function placeDiagnostics(
  diagnostics: readonly Diagnostic[],
  texts: Texts,
): readonly LocatedDiagnostic[] {
  const order = new Map([...texts.keys()].map((name, at) => [name, at]));
  const rank = ({ place }: LocatedDiagnostic): number =>
    place === undefined ? -1 : (order.get(place.file) ?? order.size);
  const seen = new Set<string>();
  const placed: LocatedDiagnostic[] = [];
  for (const diagnostic of diagnostics) {
    const key = keyOf(diagnostic);
    if (seen.has(key)) continue;
    seen.add(key);
    const related = (diagnostic.related ?? []).map(({ message, origin }) => ({
      message,
      place: placeOf(origin, texts),
    }));
    placed.push({ diagnostic, place: ownPlace(diagnostic, texts), related });
  }
  return placed.sort(
    (a, b) =>
      RANK[a.diagnostic.severity] - RANK[b.diagnostic.severity] ||
      rank(a) - rank(b) ||
      byCodeUnit(a.place?.file ?? '', b.place?.file ?? '') ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
      byCodeUnit(a.diagnostic.code, b.diagnostic.code) ||
      byCodeUnit(a.diagnostic.message, b.diagnostic.message),
  );
}

function keyOf({ code, message, origin, position }: Diagnostic): string {
  const where =
    origin === undefined
      ? position === undefined
        ? ''
        : `${position.document}:${position.line}:${position.column}`
      : originKey(origin);
  return JSON.stringify([code, where, message]);
}

function ownPlace({ origin, position }: Diagnostic, texts: Texts): SourcePosition | undefined {
  if (position !== undefined)
    return { file: position.document, line: position.line, column: position.column };
  return origin === undefined ? undefined : placeOf(origin, texts);
}

const placeOf = ({ document, pointer }: Origin, texts: Texts): SourcePosition => ({
  file: document,
  ...texts.get(document)?.locate(pointer),
});
