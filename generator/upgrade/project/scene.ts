/** One file at work: what rewriting it needs to know, and what it has found so far. */
import type ts from 'typescript';
import type { Change } from '../../diff/types.ts';
import type { Moves } from '../moves/moves.ts';
import { pathKey } from '../moves/surface.ts';
import type {
  ArgumentsMove,
  DeclarationKey,
  DeclarationMove,
  MemberMove,
  MethodMove,
  Move,
  Path,
  ResourceMove,
  ResultMove,
  ValueMove,
} from '../types.ts';
import type { Edit, Span } from './edits.ts';
import type { Exposures } from './exposures.ts';
import type { SdkProgram } from './sdk-program.ts';

export interface MoveIndex {
  readonly members: ReadonlyMap<string, MemberMove>;
  readonly declarations: ReadonlyMap<DeclarationKey, DeclarationMove>;
  readonly arguments: ReadonlyMap<string, ArgumentsMove>;
  readonly results: ReadonlyMap<string, ResultMove>;
  readonly values: readonly ValueMove[];
  readonly classes: ReadonlyMap<DeclarationKey, Path>;
  /** Where a method or a resource is now; undefined: nowhere. */
  readonly whereMethod: (path: Path) => Path | undefined;
  readonly whereResource: (path: Path) => Path | undefined;
  readonly moveOf: (path: Path) => MethodMove | ResourceMove | undefined;
  /** The method is gone and another one has its name. */
  readonly isTaken: (path: Path) => boolean;
  /** Functions of `funcs/` → the method they stand for. */
  readonly functions: ReadonlyMap<DeclarationKey, Path>;
  /** Its new name meant something else before, so that code does not tell whether it was written anew. */
  readonly isAmbiguous: (move: Move) => boolean;
  /** Its old name is the new name of something else: in a file that was upgraded before, it stays. */
  readonly isTarget: (move: Move) => boolean;
}

/** An edit with the move it follows from. */
export interface Planned extends Edit {
  readonly move: Move;
}

export interface Note {
  readonly span: Span;
  readonly reason: string;
  readonly advice: string;
  /** What the finding is looked for by: `client.pets.list`, `Pet.name`. */
  readonly subject: string;
  /** The finding itself, where it is known. */
  readonly change?: Change;
  /** Said of code that is upgraded for the first time; afterwards the name means what it should. */
  readonly isOnce?: true;
}

export interface Scene {
  readonly file: ts.SourceFile;
  readonly checker: ts.TypeChecker;
  readonly old: SdkProgram;
  readonly index: MoveIndex;
  readonly exposures: Exposures;
  /** The finding about a list that came whole and may come in parts now, by the new path of its method. */
  readonly shortenedList: (path: Path) => Change | undefined;
  /** As code imports it in future. */
  readonly packageName: string;
  /** Whether the old SDK refuses something in a stretch: then it was not written for it. */
  readonly isFaulty: (span: Span) => boolean;
  readonly edits: Planned[];
  readonly notes: Note[];
}

export const spanOf = (node: ts.Node, file: ts.SourceFile): Span => ({
  start: node.getStart(file),
  end: node.end,
});

/** `moves` by what a place in code gives. */
export function indexMoves({ all, base, revision, paths }: Moves): MoveIndex {
  const of = <K extends Move['kind']>(kind: K): Extract<Move, { kind: K }>[] =>
    all.filter((move): move is Extract<Move, { kind: K }> => move.kind === kind);
  const methods = new Map(of('method').map((methodMove) => [pathKey(methodMove.before), methodMove]));
  const resources = new Map(
    of('resource').map((resourceMove) => [pathKey(resourceMove.before), resourceMove]),
  );
  const members = new Map(
    of('member').map((memberMove) => [`${memberMove.owner}/${memberMove.before}`, memberMove]),
  );
  const names = memberNames(base);
  const declarations = new Map(
    of('declaration').map((declarationMove) => [declarationMove.before, declarationMove]),
  );
  const functionOf = new Map(
    [...base.functions].map(([plan, key]) => [key, [...plan.resource.properties, plan.layout.name]]),
  );
  const whereResource = (path: Path): Path | undefined => {
    if (path.length === 0) return path;
    const moved = resources.get(pathKey(path))?.after;
    return moved ?? (revision.resources.has(pathKey(path)) ? path : undefined);
  };
  return {
    members,
    declarations,
    arguments: new Map(
      of('arguments').map((argumentsMove) => [pathKey(argumentsMove.method), argumentsMove]),
    ),
    results: new Map(of('result').map((resultMove) => [pathKey(resultMove.method), resultMove])),
    values: of('value'),
    classes: base.paths,
    functions: functionOf,
    moveOf: (path) => methods.get(pathKey(path)) ?? resources.get(pathKey(path)),
    whereMethod: (path) => {
      const found = paths.get(pathKey(path));
      if (found !== undefined || base.methods.has(pathKey(path)) || base.resources.has(pathKey(path)))
        return found;
      // Methods that no operation is behind, such as those that read webhooks.
      const resource = whereResource(path.slice(0, -1));
      return resource === undefined ? undefined : [...resource, ...path.slice(-1)];
    },
    whereResource,
    isTaken: (path) =>
      !paths.has(pathKey(path)) && base.methods.has(pathKey(path)) && revision.methods.has(pathKey(path)),
    isTarget: (move) => {
      if (move.kind === 'arguments') return isPermutation(move);
      // Whether a value is the whole or the part, the code that hands it on does not show.
      if (move.kind === 'result') return true;
      const own = scopeOf(move, 'before');
      return own !== undefined && all.some((item) => item !== move && scopeOf(item, 'after') === own);
    },
    isAmbiguous: (move) => {
      switch (move.kind) {
        case 'method':
          return base.methods.has(pathKey(move.after)) || base.resources.has(pathKey(move.after));
        case 'resource':
          return base.resources.has(pathKey(move.after));
        case 'member':
          return names.get(move.owner)?.has(move.after) === true;
        case 'declaration':
          return names.has(move.after);
        case 'value':
          return move.list.includes(move.after);
        case 'arguments':
          return isPermutation(move);
        case 'result':
          return true;
        default:
          return move satisfies never;
      }
    },
  };
}

/** Arguments of the same number in another order: the calls look alike. */
const isPermutation = (move: ArgumentsMove): boolean =>
  move.named.length === 0 &&
  move.before.positional === move.after.positional &&
  move.before.params === move.after.params;

/** A name with all that makes it one. */
function scopeOf(move: Move, side: 'before' | 'after'): string | undefined {
  switch (move.kind) {
    case 'method':
    case 'resource':
      return `path ${pathKey(move[side])}`;
    case 'member':
      return `member ${move.owner}/${move[side]}`;
    case 'declaration':
      return `declaration ${move[side]}`;
    default:
      return undefined;
  }
}

/** Declared types with the names of their properties. */
function memberNames(base: Moves['base']): ReadonlyMap<DeclarationKey, ReadonlySet<string>> {
  const found = new Map<DeclarationKey, ReadonlySet<string>>();
  const { types, pages } = base.plan;
  const pending = [
    ...[...types.values()].flatMap((moduleTypes) => [
      ...moduleTypes.models,
      ...moduleTypes.responses,
      ...moduleTypes.params,
      ...moduleTypes.errors,
    ]),
    ...pages.map((page) => page.declaration),
  ];
  for (let declaration = pending.pop(); declaration !== undefined; declaration = pending.pop()) {
    found.set(
      declaration.key,
      new Set(declaration.body.kind === 'interface' ? declaration.body.members.map((each) => each.name) : []),
    );
    pending.push(...declaration.nested);
  }
  for (const key of base.paths.keys()) found.set(key, new Set());
  return found;
}
