/** Rewrites a project's files for the new SDK; the compiler checks the result before anything is kept. */
import ts from 'typescript';
import type { Change } from '../../diff/types.ts';
import { byCodeUnit } from '../../lib/order.ts';
import { classKey } from '../moves/surface.ts';
import type { Moves } from '../moves/moves.ts';
import type { MemberMove, Upgraded, UpgradedFile } from '../types.ts';
import { type Span, apply, settle } from './edits.ts';
import { exposuresOf } from './exposures.ts';
import { type Fault, faultsIn, lineOf, meets } from './faults.ts';
import { type Judged, leftIn, placeAt } from './left.ts';
import { marksIn, withMarks } from './marks.ts';
import { rewriteFile } from './rewrite.ts';
import { type Note, type Planned, type Scene, indexMoves } from './scene.ts';
import { type SdkProgram, type SdkTree, type Workshop, sdkProgram } from './sdk-program.ts';

export interface Order {
  /** The user's files by full path. */
  readonly files: ReadonlyMap<string, string>;
  readonly workshop: Workshop;
  readonly before: SdkTree;
  readonly after: SdkTree;
  readonly moves: Moves;
  /** Findings of `sdkwright diff`, which explain what is left. */
  readonly changes: readonly Change[];
  /** Files that an earlier run upgraded, where names alone do not show that. */
  readonly done: ReadonlySet<string>;
}

interface Draft {
  readonly name: string;
  readonly scene: Scene;
  readonly faults: readonly Fault[];
  edits: readonly Planned[];
  readonly notes: Note[];
  /** What the new SDK says of the edited file. */
  judged: readonly Judged[];
}

/**
 * Number of rounds in which edits that break compiling code are undone. Edits that are still faulty
 * afterwards stay and are reported.
 */
const ROUNDS = 3;

export function upgradeFiles(order: Order): Upgraded {
  const { files, workshop, before, after } = order;
  const old = sdkProgram(workshop, files, before);
  const fresh = sdkProgram(workshop, files, { ...after, name: before.name, isWhole: true });
  const index = indexMoves(order.moves);
  const exposures = exposuresOf(fresh, classKey(order.moves.revision.plan.layout.root));
  const shortened = new Map(
    order.changes
      .filter((change) => change.rule === 'list-shortened')
      .flatMap((change) => change.reach.map(({ symbol }) => [symbol, change])),
  );
  const shortenedList: Scene['shortenedList'] = (path) => shortened.get(['client', ...path].join('.'));
  const drafts = [...files.keys()].map((name) =>
    draft(order, name, { old, index, exposures, shortenedList }),
  );
  compile(order, drafts);
  for (let round = 0; round < ROUNDS; round += 1) {
    const worse = drafts.filter((item) => takeBack(item, fresh));
    if (worse.length === 0) break;
    compile(order, drafts);
  }
  const results = drafts.map((item) => {
    const written = withMarks(item.edits, marksIn(item, freshOf(item), order.changes));
    return { ...item, written, edited: apply(item.scene.file.text, written) };
  });
  const used = new Set(drafts.flatMap((item) => item.edits.map((edit) => edit.move)));
  return {
    files: results.flatMap(({ name, scene, written, edited }): UpgradedFile[] => {
      const { text } = scene.file;
      return edited.text === text
        ? []
        : [{ path: name, before: text, after: edited.text, edits: written.length }];
    }),
    left: results.flatMap((item) => leftIn(item, freshOf(item), order.changes)),
    unknown: results.flatMap(({ name, scene, edited, judged }) => {
      const at = placeAt(scene.file, edited);
      return judged
        .filter((item) => item.isOld)
        .map((item) => ({ file: name, reason: item.message, ...at(item.place) }));
    }),
    guesses: [...used].filter(
      (move): move is MemberMove => move.kind === 'member' && move.because === 'likeness',
    ),
    ambiguous: drafts
      .filter((item) => order.done.has(item.name) || item.edits.some((edit) => index.isAmbiguous(edit.move)))
      .map((item) => item.name)
      .sort(byCodeUnit),
  };
}

function draft(
  order: Order,
  name: string,
  {
    old,
    index,
    exposures,
    shortenedList,
  }: { readonly old: SdkProgram } & Pick<Scene, 'index' | 'exposures' | 'shortenedList'>,
): Draft {
  const file = old.program.getSourceFile(name);
  if (file === undefined) throw new Error(`${name} is not in the program`);
  const faults = faultsIn(old.program, name);
  const notes: Note[] = [];
  const scene: Scene = {
    file,
    checker: old.checker,
    old,
    index,
    exposures,
    shortenedList,
    packageName: order.after.name,
    isFaulty: (span) => meets(faults, span),
    ...{ edits: [], notes },
  };
  rewriteFile(scene);
  const isDone = order.done.has(name);
  const wanted = scene.edits.filter((edit) => !isDone || !index.isTarget(edit.move));
  const { edits, clashes } = settle(wanted);
  for (const clash of clashes)
    notes.push({
      span: clash,
      reason: 'two changes of this place do not go together',
      advice: 'Write it anew by hand.',
      subject: '',
    });
  return {
    name,
    scene,
    faults,
    edits,
    notes: notes.filter((note) => !(isDone && note.isOnce === true)),
    judged: [],
  };
}

/** What the new SDK alone rejects. */
const freshOf = ({ judged }: Draft): readonly Judged[] => judged.filter((item) => !item.isOld);

/** Compiles the edited files with the new SDK. */
function compile(order: Order, drafts: readonly Draft[]): void {
  const edited = drafts.map((item) => ({ item, now: apply(item.scene.file.text, item.edits) }));
  const texts = new Map(edited.map(({ item, now }) => [item.name, now.text]));
  const { program } = sdkProgram(order.workshop, texts, order.after);
  for (const { item, now } of edited) {
    const { file } = item.scene;
    const known = new Set(item.faults.map((each) => `${lineOf(file, each.start)} ${each.code}`));
    item.judged = faultsIn(program, item.name)
      .map((each) => ({ ...each, place: now.toOld(each.start) }))
      .map((each) => ({ ...each, isOld: known.has(`${lineOf(file, each.place)} ${each.code}`) }));
  }
}

/** True if edits were undone: their statement compiles without them but not with them. */
function takeBack(item: Draft, fresh: SdkProgram): boolean {
  const { file } = item.scene;
  const count = item.edits.length;
  let unedited: readonly Fault[] | undefined;
  for (const fault of freshOf(item)) {
    const span = statementAt(file, fault.place);
    const inside = item.edits.filter((edit) => span.start <= edit.start && edit.end <= span.end);
    if (inside.length === 0) continue;
    unedited ??= faultsIn(fresh.program, item.name);
    const was = [...unedited, ...item.faults].some(
      (each) => span.start <= each.start && each.start < span.end,
    );
    if (was) continue;
    item.edits = item.edits.filter((edit) => !inside.includes(edit));
    // A text that only happens to equal a value of the SDK's list belongs to the user.
    if (inside.every((edit) => edit.move.kind === 'value')) continue;
    item.notes.push({
      span: { start: fault.place, end: fault.place },
      reason: `what was to be written there does not compile: ${fault.message}`,
      advice: 'It compiles as it stands. See whether it still means what it should.',
      subject: '',
    });
  }
  return item.edits.length < count;
}

/** The nearest statement, or member of a class, around a place. */
function statementAt(file: ts.SourceFile, place: number): Span {
  let found: ts.Node = file;
  const visit = (node: ts.Node): void => {
    if (place < node.getFullStart() || place >= node.end) return;
    if ((ts.isStatement(node) && !ts.isBlock(node)) || ts.isClassElement(node)) found = node;
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { start: found.getStart(file), end: found.end };
}
