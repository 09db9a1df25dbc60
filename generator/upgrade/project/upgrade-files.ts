/** A project's files rewritten for the new SDK, and judged by the compiler before anything is kept. */
import ts from 'typescript';
import type { Change } from '../../diff/types.ts';
import { byCodeUnit } from '../../lib/order.ts';
import { classKey } from '../moves/surface.ts';
import type { Moves } from '../moves/moves.ts';
import type { MemberMove, Upgraded, UpgradedFile } from '../types.ts';
import { type Edited, type Span, apply, settle } from './edits.ts';
import { exposuresOf } from './exposures.ts';
import { type Fault, faultsIn, lineOf } from './faults.ts';
import { type Judged, leftIn, placeAt } from './left.ts';
import { rewriteFile } from './rewrite.ts';
import { type Note, type Planned, type Scene, indexMoves } from './scene.ts';
import { type SdkProgram, type SdkTree, type Workshop, sdkProgram } from './sdk-program.ts';

export interface Order {
  /** The user's files by their full name. */
  readonly files: ReadonlyMap<string, string>;
  readonly workshop: Workshop;
  readonly before: SdkTree;
  readonly after: SdkTree;
  readonly moves: Moves;
  /** Of `sdkwright diff`, for what is left. */
  readonly changes: readonly Change[];
  /** Files that an earlier run has upgraded, where names alone do not show it. */
  readonly done: ReadonlySet<string>;
}

interface Draft {
  readonly name: string;
  readonly scene: Scene;
  readonly faults: readonly Fault[];
  edits: readonly Planned[];
  readonly notes: Note[];
}

/** Edits that make worse what compiled are taken back so often, then they stay and are told. */
const ROUNDS = 3;

export function upgradeFiles(order: Order): Upgraded {
  const { files, workshop, before, after } = order;
  const old = sdkProgram(workshop, files, before);
  const fresh = sdkProgram(workshop, files, { ...after, name: before.name, isWhole: true });
  const index = indexMoves(order.moves);
  const exposures = exposuresOf(fresh, classKey(order.moves.revision.plan.layout.root));
  const shortened = new Map(
    order.changes
      .filter((one) => one.rule === 'list-shortened')
      .flatMap((one) => one.reach.map(({ symbol }) => [symbol, one])),
  );
  const shortenedList: Scene['shortenedList'] = (path) => shortened.get(['client', ...path].join('.'));
  const drafts = [...files.keys()].map((name) =>
    draft(order, name, { old, index, exposures, shortenedList }),
  );
  let judged = compile(order, drafts);
  const fresher = (name: string): readonly Judged[] => (judged.get(name) ?? []).filter((one) => !one.isOld);
  for (let round = 0; round < ROUNDS; round += 1) {
    const worse = drafts.filter((one) => takeBack(one, fresher(one.name), fresh));
    if (worse.length === 0) break;
    judged = compile(order, drafts);
  }
  const edited = new Map(drafts.map((one) => [one.name, apply(files.get(one.name) ?? '', one.edits)]));
  const upgraded = drafts.flatMap((one): UpgradedFile[] => {
    const [text, made] = [files.get(one.name) ?? '', edited.get(one.name)?.text ?? ''];
    return made === text ? [] : [{ path: one.name, before: text, after: made, edits: one.edits.length }];
  });
  const used = new Set(drafts.flatMap((one) => one.edits.map((edit) => edit.move)));
  return {
    files: upgraded,
    left: drafts.flatMap((one) =>
      leftIn({ ...one, edited: edited.get(one.name) }, fresher(one.name), order.changes),
    ),
    unknown: drafts.flatMap(({ name, scene }) => {
      const at = placeAt(scene.file, edited.get(name));
      return (judged.get(name) ?? [])
        .filter((one) => one.isOld)
        .map((one) => ({ file: name, reason: one.message, ...at(one.place) }));
    }),
    guesses: [...used].filter(
      (one): one is MemberMove => one.kind === 'member' && one.because === 'likeness',
    ),
    ambiguous: drafts
      .filter((one) => order.done.has(one.name) || one.edits.some((edit) => index.isAmbiguous(edit.move)))
      .map((one) => one.name)
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
      faults.some((one) => one.start < span.end && span.start < Math.max(one.end, one.start + 1)),
    edits: [],
    notes,
  };
  rewriteFile(scene);
  const isDone = order.done.has(name);
  const wanted = scene.edits.filter((one) => !isDone || !index.isTarget(one.move));
  const { edits, clashes } = settle(wanted);
  for (const one of clashes)
    notes.push({
      span: one,
      reason: 'two changes of this place do not go together',
      advice: 'Write it anew by hand.',
      subject: '',
    });
  return {
    name,
    scene,
    faults,
    edits,
    notes: notes.filter((one) => !(isDone && one.isOnce === true)),
  };
}

/** What the new SDK refuses of the edited files. */
function compile(order: Order, drafts: readonly Draft[]): ReadonlyMap<string, readonly Judged[]> {
  const edited = new Map(
    drafts.map((one): [string, Edited] => [one.name, apply(order.files.get(one.name) ?? '', one.edits)]),
  );
  const { program } = sdkProgram(
    order.workshop,
    new Map([...edited].map(([name, one]) => [name, one.text])),
    order.after,
  );
  return new Map(
    drafts.map((one) => {
      const { file } = one.scene;
      const known = new Set(one.faults.map((each) => `${lineOf(file, each.start)} ${each.code}`));
      const found = faultsIn(program, one.name)
        .map((each) => ({ ...each, place: edited.get(one.name)?.toOld(each.start) ?? each.start }))
        .map((each) => ({ ...each, isOld: known.has(`${lineOf(file, each.place)} ${each.code}`) }));
      return [one.name, found];
    }),
  );
}

/** True where edits were taken back: their statement compiled without them and does not with them. */
function takeBack(one: Draft, faults: readonly Judged[], fresh: SdkProgram): boolean {
  if (faults.length === 0 || one.edits.length === 0) return false;
  const { file } = one.scene;
  let unedited: readonly Fault[] | undefined;
  let worse = false;
  for (const fault of faults) {
    const span = statementAt(file, fault.place);
    const inside = one.edits.filter((edit) => span.start <= edit.start && edit.end <= span.end);
    if (inside.length === 0) continue;
    unedited ??= faultsIn(fresh.program, one.name);
    const was = [...unedited, ...one.faults].some(
      (each) => span.start <= each.start && each.start < span.end,
    );
    if (was) continue;
    one.edits = one.edits.filter((edit) => !inside.includes(edit));
    worse = true;
    // A text that is of the SDK's list by its values alone is of the user's own.
    if (inside.every((edit) => edit.move.kind === 'value')) continue;
    one.notes.push({
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
