/** State of rewriting a file: the input, and the edits and notes so far. */
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
  /** New path of a method or a resource; undefined if it was removed. */
  readonly whereMethod: (path: Path) => Path | undefined;
  readonly whereResource: (path: Path) => Path | undefined;
  readonly moveOf: (path: Path) => MethodMove | ResourceMove | undefined;
  /** True if the method was removed and another method has its name. */
  readonly isTaken: (path: Path) => boolean;
  /** Functions of `funcs/` → the method that each implements. */
  readonly functions: ReadonlyMap<DeclarationKey, Path>;
  /**
   * True if the new name meant something else before, so that code does not show
   * whether it is already upgraded.
   */
  readonly isAmbiguous: (move: Move) => boolean;
  /**
   * True if the old name is the new name of something else. In a file that was already upgraded, it stays.
   */
  readonly isTarget: (move: Move) => boolean;
}

/** An edit and the move that caused it. */
export interface Planned extends Edit {
  readonly move: Move;
}

export interface Note {
  readonly span: Span;
  readonly reason: string;
  readonly advice: string;
  /** The subject by which the finding is searched: `client.pets.list`, `Pet.name`. */
  readonly subject: string;
  /** The finding itself, if known. */
  readonly change?: Change;
  /** Reported only when code is upgraded for the first time; afterwards the name is correct. */
  readonly isOnce?: true;
}

export interface Scene {
  readonly file: ts.SourceFile;
  readonly checker: ts.TypeChecker;
  readonly old: SdkProgram;
  readonly index: MoveIndex;
  readonly exposures: Exposures;
  /** The finding about a list that was complete and is now paginated, by the new path of its method. */
  readonly shortenedList: (path: Path) => Change | undefined;
  /** The package name that code imports after the upgrade. */
  readonly packageName: string;
  /** True if the old SDK rejects something in the range: then it was not written for that SDK. */
  readonly isFaulty: (span: Span) => boolean;
  readonly edits: Planned[];
  readonly notes: Note[];
}

export const spanOf = (node: ts.Node, file: ts.SourceFile): Span => ({
  start: node.getStart(file),
  end: node.end,
});

/** Indexes `moves` by what can be determined at a place in code. */
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
      // Methods without an operation, such as those that read webhooks.
      const resource = whereResource(path.slice(0, -1));
      return resource === undefined ? undefined : [...resource, ...path.slice(-1)];
    },
    whereResource,
    isTaken: (path) =>
      !paths.has(pathKey(path)) && base.methods.has(pathKey(path)) && revision.methods.has(pathKey(path)),
    isTarget: (move) => {
      if (move.kind === 'arguments') return isPermutation(move);
      // Code that passes a value on does not show whether it is the whole or the part.
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

/** Same number of arguments in another order: old and new calls look alike. */
const isPermutation = (move: ArgumentsMove): boolean =>
  move.named.length === 0 &&
  move.before.positional === move.after.positional &&
  move.before.params === move.after.params;

/** A name with its scope, which makes it unique. */
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
