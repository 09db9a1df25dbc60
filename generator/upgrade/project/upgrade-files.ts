/** Rewrites a project's files for the new SDK; the compiler checks the result before anything is kept. */
import ts from 'typescript';
import type { Change } from '../../diff/types.ts';
import { byCodeUnit } from '../../lib/order.ts';
import { classKey } from '../moves/surface.ts';
import type { Moves } from '../moves/moves.ts';
import type { MemberMove, Upgraded, UpgradedFile } from '../types.ts';
import { type Edit, type Edited, type Span, apply, settle } from './edits.ts';
import { exposuresOf } from './exposures.ts';
import { type Fault, faultsIn, lineOf } from './faults.ts';
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
  let judged = compile(order, drafts);
  const fresher = (name: string): readonly Judged[] => (judged.get(name) ?? []).filter((item) => !item.isOld);
  for (let round = 0; round < ROUNDS; round += 1) {
    const worse = drafts.filter((item) => takeBack(item, fresher(item.name), fresh));
    if (worse.length === 0) break;
    judged = compile(order, drafts);
  }
  const written = new Map(
    drafts.map((item) => [
      item.name,
      withMarks(item.edits, marksIn(item, fresher(item.name), order.changes)),
    ]),
  );
  const editsOf = (name: string): readonly Edit[] => written.get(name) ?? [];
  const edited = new Map(drafts.map(({ name }) => [name, apply(files.get(name) ?? '', editsOf(name))]));
  const upgraded = drafts.flatMap(({ name }): UpgradedFile[] => {
    const [text, result] = [files.get(name) ?? '', edited.get(name)?.text ?? ''];
    return result === text ? [] : [{ path: name, before: text, after: result, edits: editsOf(name).length }];
  });
  const used = new Set(drafts.flatMap((item) => item.edits.map((edit) => edit.move)));
  return {
    files: upgraded,
    left: drafts.flatMap((item) =>
      leftIn({ ...item, edited: edited.get(item.name) }, fresher(item.name), order.changes),
    ),
    unknown: drafts.flatMap(({ name, scene }) => {
      const at = placeAt(scene.file, edited.get(name));
      return (judged.get(name) ?? [])
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
    isFaulty: (span) =>
      faults.some((fault) => fault.start < span.end && span.start < Math.max(fault.end, fault.start + 1)),
    edits: [],
    notes,
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
  };
}

/** Compiler errors of the edited files with the new SDK. */
function compile(order: Order, drafts: readonly Draft[]): ReadonlyMap<string, readonly Judged[]> {
  const edited = new Map(
    drafts.map((item): [string, Edited] => [item.name, apply(order.files.get(item.name) ?? '', item.edits)]),
  );
  const { program } = sdkProgram(
    order.workshop,
    new Map([...edited].map(([name, item]) => [name, item.text])),
    order.after,
  );
  return new Map(
    drafts.map((item) => {
      const { file } = item.scene;
      const known = new Set(item.faults.map((each) => `${lineOf(file, each.start)} ${each.code}`));
      const found = faultsIn(program, item.name)
        .map((each) => ({ ...each, place: edited.get(item.name)?.toOld(each.start) ?? each.start }))
        .map((each) => ({ ...each, isOld: known.has(`${lineOf(file, each.place)} ${each.code}`) }));
      return [item.name, found];
    }),
  );
}

/** True if edits were undone: their statement compiles without them but not with them. */
function takeBack(item: Draft, faults: readonly Judged[], fresh: SdkProgram): boolean {
  if (faults.length === 0 || item.edits.length === 0) return false;
  const { file } = item.scene;
  let unedited: readonly Fault[] | undefined;
  let worse = false;
  for (const fault of faults) {
    const span = statementAt(file, fault.place);
    const inside = item.edits.filter((edit) => span.start <= edit.start && edit.end <= span.end);
    if (inside.length === 0) continue;
    unedited ??= faultsIn(fresh.program, item.name);
    const was = [...unedited, ...item.faults].some(
      (each) => span.start <= each.start && each.start < span.end,
    );
    if (was) continue;
    item.edits = item.edits.filter((edit) => !inside.includes(edit));
    worse = true;
    // A text that only happens to equal a value of the SDK's list belongs to the user.
    if (inside.every((edit) => edit.move.kind === 'value')) continue;
    item.notes.push({
      span: { start: fault.place, end: fault.place },
      reason: `what was to be written there does not compile: ${fault.message}`,
      advice: 'It compiles as it stands. See whether it still means what it should.',
      subject: '',
    });
  }
  return worse;
}

/** The nearest statement, or member of a class, around a place. */
function statementAt(file: ts.SourceFile, place: number): Span {
  let found: ts.Node = file;
  const visit = (node: ts.Node): void => {
    if (place < node.getFullStart() || place >= Math.max(node.end, node.getFullStart() + 1)) return;
    if ((ts.isStatement(node) && !ts.isBlock(node)) || ts.isClassElement(node)) found = node;
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { start: found.getStart(file), end: found.end };
}
