/** What is left to a person, with its places in the old text and in the new text. */
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
  /** The old SDK refuses it as well. */
  readonly isOld: boolean;
}

export interface Outcome {
  readonly name: string;
  readonly scene: Scene;
  readonly notes: readonly Note[];
  /** Absent: nothing was changed. */
  readonly edited: Edited | undefined;
}

/** A place of the old text, in the file as it was and as it is written. */
export function placeAt(file: ts.SourceFile, edited: Edited | undefined): (place: number) => MovedPlace {
  const before = placesIn(file.text);
  const after = edited === undefined ? before : placesIn(edited.text);
  return (place) => ({ ...after(edited?.toNew(place) ?? place), before: before(place) });
}

/** Lines end as the compiler ends them; a text may be long, and its places many. */
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
