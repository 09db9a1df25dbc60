/** Describes what is left to the user, with its positions in the old and the new text. */
import type ts from 'typescript';
import type { Change } from '../../diff/types.ts';
import type { CodePlace, Left, MovedPlace } from '../types.ts';
import type { Edited } from './edits.ts';
import { type Fault, lineOf } from './faults.ts';
import { findingFor, findingOf, subjectsAt } from './findings.ts';
import type { Note, Scene } from './scene.ts';

export interface Judged extends Fault {
  /** In the old text. */
  readonly place: number;
  /** True if the old SDK rejects it as well. */
  readonly isOld: boolean;
}

export interface Outcome {
  readonly name: string;
  readonly scene: Scene;
  readonly notes: readonly Note[];
  /** Absent if nothing was changed. */
  readonly edited: Edited | undefined;
}

/** Maps a position of the old text to the original and the written file. */
export function placeAt(file: ts.SourceFile, edited: Edited | undefined): (place: number) => MovedPlace {
  const before = placesIn(file.text);
  const after = edited === undefined ? before : placesIn(edited.text);
  return (place) => ({ ...after(edited?.toNew(place) ?? place), before: before(place) });
}

/**
 * Uses the compiler's line ends. Line starts are computed once, because a text
 * may be long with many positions.
 */
function placesIn(text: string): (place: number) => CodePlace {
  const lines = text.split(/\r?\n/);
  const starts = [0, ...[...text.matchAll(/\n/g)].map((item) => item.index + 1)];
  return (place) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    return {
      line: low + 1,
      column: Math.min(place, text.length) - (starts[low] ?? 0) + 1,
      excerpt: (lines[low] ?? '').trim(),
    };
  };
}

export function leftIn(
  outcome: Outcome,
  faults: readonly Judged[],
  changes: readonly Change[],
): readonly Left[] {
  const { file } = outcome.scene;
  const found = new Map<string, Left>();
  const at = placeAt(file, outcome.edited);
  const add = (place: number, left: Pick<Left, 'reason' | 'advice' | 'finding'>): void => {
    const key = `${lineOf(file, place)} ${left.finding ?? left.reason}`;
    if (!found.has(key)) found.set(key, { file: outcome.name, ...at(place), ...left });
  };
  for (const note of outcome.notes) {
    const finding =
      note.change === undefined
        ? findingFor(
            changes,
            note.subject === '' ? subjectsAt(outcome.scene, note.span.start) : [note.subject],
            note.reason,
          )
        : findingOf(note.change);
    add(note.span.start, {
      reason: note.reason,
      advice: note.advice,
      ...(finding === undefined ? {} : { finding: finding.text }),
    });
  }
  const noted = new Set(outcome.notes.map((note) => lineOf(file, note.span.start)));
  for (const fault of faults) {
    if (noted.has(lineOf(file, fault.place))) continue;
    const finding = findingFor(changes, subjectsAt(outcome.scene, fault.place), fault.message);
    add(fault.place, {
      reason: fault.message,
      advice: finding?.advice ?? 'Adapt the code to what the new SDK says.',
      ...(finding === undefined ? {} : { finding: finding.text }),
    });
  }
  return [...found.values()].sort((a, b) => a.line - b.line || a.column - b.column);
}
