/**
 * Two types that are not the same: at which innermost places they differ, through properties, elements and
 * members of unions.
 */
import ts from 'typescript';

export type Verdict =
  | 'same'
  /** Every value of theirs is one of ours, but not the other way round. */
  | 'ours-wider'
  | 'theirs-wider'
  | 'different'
  /** A side is `any`: the place does not exist there, or the peer gave up. */
  | 'not-comparable';

export interface Difference {
  /**
   * Path of properties: `.user.emails[].verification`, `.user?` when one side lets the property be absent
   * (`.user?&`: one part of several of theirs), `.user!` when one
   * side lacks it, `.user&` when parts of theirs disagree and ours is as one of them says (but for the
   * differences inside), `|` for a member of a union, `[key]` for the values of a map, `[other]` for those
   * beside named properties.
   */
  readonly place: string;
  readonly verdict: Verdict;
  /**
   * Both types at that place as the compiler prints them, shortened; empty on the side that lacks the
   * property.
   */
  readonly ours: string;
  readonly theirs: string;
  /** The peer says the same as ours once it heeds discriminators. */
  readonly isTag?: true;
}

/** Deeper places are judged as a whole. */
const DEEPEST = 14;

interface Spot {
  readonly place: string;
  readonly a: ts.Type;
  readonly b: ts.Type;
  /** An optional property: whether `undefined` is allowed has been said. */
  readonly mayBeAbsent?: boolean;
}

interface Search {
  readonly found: Difference[];
  /** Pairs of types already looked into: each is said once, and rings end. */
  readonly seen: Set<string>;
}

export function createDifferences(checker: ts.TypeChecker): {
  readonly verdictOf: (a: ts.Type, b: ts.Type) => Verdict;
  readonly differencesOf: (a: ts.Type, b: ts.Type) => readonly Difference[];
} {
  return { verdictOf, differencesOf };

  function differencesOf(a: ts.Type, b: ts.Type): readonly Difference[] {
    const search: Search = { found: [], seen: new Set() };
    walk({ place: '', a, b }, search, 0);
    return search.found;
  }

  function verdictOf(a: ts.Type, b: ts.Type): Verdict {
    if ((a.flags & ts.TypeFlags.Any) !== 0 || (b.flags & ts.TypeFlags.Any) !== 0) return 'not-comparable';
    const [fits, takes] = [checker.isTypeAssignableTo(a, b), checker.isTypeAssignableTo(b, a)];
    if (fits && takes) return 'same';
    if (takes) return 'ours-wider';
    return fits ? 'theirs-wider' : 'different';
  }

  function shown(type: ts.Type): string {
    return checker.typeToString(type, undefined, ts.TypeFormatFlags.InTypeAlias).slice(0, 240);
  }

  /** Whether the two differ, and if so all that is different inside is said. */
  function walk(spot: Spot, search: Search, depth: number): boolean {
    const { place } = spot;
    const verdict = verdictOf(spot.a, spot.b);
    if (verdict === 'same' || verdict === 'not-comparable') return false;
    const key = `${idOf(spot.a)} ${idOf(spot.b)}`;
    if (search.seen.has(key)) return true;
    search.seen.add(key);
    const [x, y] = [allowsNull(spot.a), allowsNull(spot.b)];
    if (x !== y)
      search.found.push({
        place,
        verdict: x ? 'ours-wider' : 'theirs-wider',
        ours: x ? 'null' : '',
        theirs: y ? 'null' : '',
      });
    const [a, b] = [checker.getNonNullableType(spot.a), checker.getNonNullableType(spot.b)];
    const inner = verdictOf(a, b);
    if (inner === 'same') {
      if (x === y && !spot.mayBeAbsent)
        search.found.push({ place, verdict, ours: shown(spot.a), theirs: shown(spot.b) });
      return x !== y || !spot.mayBeAbsent;
    }
    const isOpen = ((spot.a.flags | spot.b.flags) & ts.TypeFlags.Unknown) !== 0;
    if (isOpen || depth > DEEPEST || !step({ place, a, b }, search, depth + 1))
      search.found.push({
        place,
        verdict: inner,
        ours: shown(isOpen ? spot.a : a),
        theirs: shown(isOpen ? spot.b : b),
      });
    return true;
  }

  /** False: the difference is here, not further inside. */
  function step({ place, a, b }: Spot, search: Search, depth: number): boolean {
    if (checker.isArrayType(a) && checker.isArrayType(b)) {
      const [x, y] = [elementOf(a), elementOf(b)];
      return x !== undefined && y !== undefined && walk({ place: `${place}[]`, a: x, b: y }, search, depth);
    }
    if (a.isUnion() || b.isUnion()) return members({ place, a, b }, search, depth);
    return properties({ place, a, b }, search, depth);
  }

  function elementOf(type: ts.Type): ts.Type | undefined {
    return checker.getTypeArguments(type as ts.TypeReference)[0];
  }

  /**
   * Members that have an equal on the other side are taken away; the rest is paired by what the members have
   * in common.
   */
  function members({ place, a, b }: Spot, search: Search, depth: number): boolean {
    const [ours, theirs] = [a.isUnion() ? a.types : [a], b.isUnion() ? b.types : [b]];
    const left = ours.filter((one) => !theirs.some((other) => verdictOf(one, other) === 'same'));
    const rest = new Set(theirs.filter((one) => !ours.some((other) => verdictOf(one, other) === 'same')));
    if (left.length === 0 && rest.size === 0) return false;
    const alone: ts.Type[] = [];
    for (const one of left) {
      const best = [...rest]
        .map((other) => ({ other, score: likeness(one, other) }))
        .filter(({ score }) => score > 0)
        .sort((x, y) => y.score - x.score)[0];
      if (best === undefined) alone.push(one);
      else {
        rest.delete(best.other);
        walk({ place: `${place}|`, a: one, b: best.other }, search, depth);
      }
    }
    const others = [...rest];
    const [lone, absent] = [
      (all: readonly ts.Type[]): readonly ts.Type[] => all.filter((one) => !isAbsence(one)),
      (all: readonly ts.Type[]): boolean => all.some(isAbsence),
    ];
    if ((absent(alone) || absent(others)) && !isLacking(b))
      search.found.push({
        place: `${place}?`,
        verdict: absent(alone) ? 'ours-wider' : 'theirs-wider',
        ours: '',
        theirs: '',
      });
    const [extra, lacking] = [lone(alone).map(shown).join(' | '), lone(others).map(shown).join(' | ')];
    if (extra !== '' || lacking !== '')
      search.found.push({
        place: `${place}|`,
        verdict: lacking === '' ? 'ours-wider' : extra === '' ? 'theirs-wider' : 'different',
        ours: extra,
        theirs: lacking,
      });
    return true;
  }

  /**
   * How much two members of unions look like one schema: shared literal properties count most, then shared
   * names.
   */
  function likeness(a: ts.Type, b: ts.Type): number {
    if (checker.isArrayType(a) || checker.isArrayType(b))
      return checker.isArrayType(a) && checker.isArrayType(b) ? 1 : 0;
    if (!isObject(a) || !isObject(b)) return 0;
    const names = new Map(b.getProperties().map((one) => [one.name, one]));
    let score = 0.5;
    for (const one of a.getProperties()) {
      const other = names.get(one.name);
      if (!other) continue;
      const [x, y] = [
        checker.getNonNullableType(checker.getTypeOfSymbol(one)),
        checker.getNonNullableType(checker.getTypeOfSymbol(other)),
      ];
      score += x.isLiteral() && y.isLiteral() ? (x.value === y.value ? 100 : -100) : 1;
    }
    return score - Math.abs(names.size - a.getProperties().length) / 100;
  }

  function isObject(type: ts.Type): boolean {
    // `string & {}` is an intersection and no object.
    return (
      (type.flags & ts.TypeFlags.Object) !== 0 ||
      (type.isIntersection() && type.types.some((one) => isObject(one) && one.getProperties().length > 0))
    );
  }

  function properties({ place, a, b }: Spot, search: Search, depth: number): boolean {
    if (![a, b].every((one) => isObject(one) && !checker.isArrayLikeType(one))) return false;
    const { found } = search;
    let some = false;
    const say = (difference: Difference): void => {
      found.push(difference);
      some = true;
    };
    const names = new Map(b.getProperties().map((one) => [one.name, one]));
    if (
      names.size > 0 &&
      a.getProperties().length > 0 &&
      !a.getProperties().some((one) => names.has(one.name))
    )
      return false;
    for (const one of a.getProperties()) {
      const [other, type] = [names.get(one.name), checker.getTypeOfSymbol(one)];
      names.delete(one.name);
      if (!other) {
        say({ place: `${place}.${one.name}!`, verdict: 'different', ours: shown(type), theirs: '' });
        continue;
      }
      const theirs = checker.getTypeOfSymbol(other);
      if (isOptional(one) !== isOptional(other))
        say({
          place: `${place}.${one.name}?${b.isIntersection() && !isOptional(one) ? '&' : ''}`,
          verdict: isOptional(one) ? 'ours-wider' : 'theirs-wider',
          ours: shown(type),
          theirs: shown(theirs),
        });
      if (verdictOf(type, theirs) !== 'same' && isRedeclared(b, one.name, type)) {
        say({
          place: `${place}.${one.name}&`,
          verdict: verdictOf(type, theirs),
          ours: shown(type),
          theirs: shown(theirs),
        });
        continue;
      }
      const later = laterPart(b, one.name);
      if (later !== undefined && verdictOf(type, theirs) !== 'same') {
        // Theirs asks for all declarations at once: besides that, ours has to be as the last one says.
        say({
          place: `${place}.${one.name}&`,
          verdict: verdictOf(type, theirs),
          ours: shown(type),
          theirs: shown(theirs),
        });
        walk(
          {
            place: `${place}.${one.name}&`,
            a: type,
            b: later,
            mayBeAbsent: isOptional(one) || isOptional(other),
          },
          search,
          depth,
        );
        continue;
      }
      some =
        walk(
          {
            place: `${place}.${one.name}`,
            a: type,
            b: theirs,
            mayBeAbsent: isOptional(one) || isOptional(other),
          },
          search,
          depth,
        ) || some;
    }
    for (const one of names.values())
      say({
        place: `${place}.${one.name}!`,
        verdict: 'different',
        ours: '',
        theirs: `${isReadonly(one) ? 'readonly ' : ''}${shown(checker.getTypeOfSymbol(one))}`,
      });
    const [x, y] = [indexOf(a), indexOf(b)];
    const key = a.getProperties().length > 0 ? '[other]' : '[key]';
    if (x && y) some = walk({ place: place + key, a: x, b: y }, search, depth) || some;
    else if (x || y)
      say({
        place: place + key,
        verdict: x ? 'ours-wider' : 'theirs-wider',
        ours: x ? shown(x) : '',
        theirs: y ? shown(y) : '',
      });
    return some;
  }

  /** Whether several parts of theirs declare the property, and one of them just as ours does. */
  function isRedeclared(whole: ts.Type, name: string, ours: ts.Type): boolean {
    const found = (whole.isIntersection() ? whole.types : [whole]).flatMap((part) => {
      const symbol = part.getProperty(name);
      const type = symbol && checker.getNonNullableType(checker.getTypeOfSymbol(symbol));
      return type === undefined ? [] : type.isIntersection() ? type.types : [type];
    });
    const mine = checker.getNonNullableType(ours);
    return (
      found.length > 1 &&
      found.some(
        (type) =>
          verdictOf(mine, type) === 'same' || (isOpenEnum(mine) && verdictOf(mine, type) === 'ours-wider'),
      )
    );
  }

  /** How the last of several parts of theirs declares the property; undefined when fewer than two do. */
  function laterPart(whole: ts.Type, name: string): ts.Type | undefined {
    const symbols = (whole.isIntersection() ? whole.types : []).flatMap(
      (part) => part.getProperty(name) ?? [],
    );
    const last = symbols.at(-1);
    return symbols.length > 1 && last !== undefined ? checker.getTypeOfSymbol(last) : undefined;
  }

  function isOpenEnum(type: ts.Type): boolean {
    return type.isUnion() && type.types.some((one) => one.isIntersection() && !isObject(one));
  }

  function indexOf(type: ts.Type): ts.Type | undefined {
    return checker.getIndexTypeOfType(type, ts.IndexKind.String);
  }
}

const allowsNull = (type: ts.Type): boolean =>
  (type.isUnion() ? type.types : [type]).some((one) => (one.flags & ts.TypeFlags.Null) !== 0);

/** The probe's mark of a field that the peer does not have. */
const isLacking = (type: ts.Type): boolean => type.symbol?.name === 'Lacking';

/** The probe's mark of an argument that may be left out. */
const isAbsence = (type: ts.Type): boolean => (type.flags & ts.TypeFlags.UniqueESSymbol) !== 0;

const isReadonly = (symbol: ts.Symbol): boolean =>
  (symbol.declarations ?? []).some(
    (one) => (ts.getCombinedModifierFlags(one) & ts.ModifierFlags.Readonly) !== 0,
  );

const isOptional = (symbol: ts.Symbol): boolean => (symbol.flags & ts.SymbolFlags.Optional) !== 0;

/** The compiler's number of a type, which its public interface does not name. */
const idOf = (type: ts.Type): string => String((type as ts.Type & { readonly id?: number }).id);
