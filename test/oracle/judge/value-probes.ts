/** Lines that look at values: what results, errors and arguments hold. */
import ts from 'typescript';
import { isPlainObject, literalOf } from './literals.ts';
import type { Scene } from './probe.ts';
import { readsByTag, tellApart } from './narrowing.ts';
import { walkValues } from './walk-values.ts';
import { widened } from './widened.ts';

export function resultProbes(
  scene: Scene,
  result: ts.Type,
  names: { readonly now: string; readonly before: string | undefined },
): void {
  const { symbol, probes, checker } = scene;
  const type = names.now;
  valueProbes(scene, result, type);
  if (!isFakeable(result, checker)) return;
  if (names.before !== undefined)
    probes.push({ symbol, kind: 'fake', code: `(value: Flat<${names.before}>) => fake<${type}>(value);` });
  const literal = literalOf(result, { checker, full: true, sought: scene.sought });
  if (literal !== undefined) probes.push({ symbol, kind: 'fake', code: `fake<${type}>(${literal});` });
}

/** What code reads of a value, compares it with and switches over. `type` is its type in the other SDK. */
function valueProbes(scene: Scene, result: ts.Type, type: string): void {
  const { symbol, probes, checker } = scene;
  walkValues(scene, result, (path, leaf, name = '') => {
    const text = widened(leaf, checker);
    if (text !== undefined)
      probes.push({ symbol, kind: 'read', code: `(value: ${type}) => read<${text}>(value${path});` });
    for (const own of comparable(leaf))
      probes.push({ symbol, kind: 'exhaust', code: `(value: ${type}) => value${path} === ${own};` });
    if (leaf.flags & ts.TypeFlags.Unknown)
      for (const own of ['"a value of the user\'s own"', '-4711'])
        probes.push({ symbol, kind: 'exhaust', code: `(value: ${type}) => value${path} === ${own};` });
    const told = tellApart(leaf, `value${path}`, checker);
    if (told !== undefined)
      probes.push({ symbol, kind: 'exhaust', tells: name, code: `(value: ${type}) => { ${told} };` });
    for (const told of readsByTag(leaf, `value${path}`, checker))
      probes.push({ symbol, kind: 'read', tells: name, code: `(value: ${type}) => { ${told} };` });
    const union = literalUnion(leaf);
    if (union === undefined) return;
    probes.push({
      symbol,
      kind: 'exhaust',
      code: `(value: ${type}) => read<${[...union, ...emptiness(leaf)].join(' | ')}>(value${path});`,
    });
    for (const one of union)
      probes.push({ symbol, kind: 'exhaust', code: `(value: ${type}) => value${path} === ${one};` });
  });
}

/**
 * Values of the user's own that a value of the type can be compared with, one of each kind that it may be.
 */
function comparable(type: ts.Type): readonly string[] {
  const kinds = type.isUnion() ? type.types : [type];
  const isText = kinds.some((one) => one.flags & ts.TypeFlags.String) || isOpenText(type);
  return [
    ...(isText ? ['"a value of the user\'s own"'] : []),
    ...(kinds.some((one) => one.flags & ts.TypeFlags.Number) ? ['-4711'] : []),
    ...(kinds.length > 2 && kinds.some((one) => one.flags & ts.TypeFlags.BooleanLiteral) ? ['true'] : []),
  ];
}

/**
 * Bodies of errors, as code reads them once `isErrorOf` has told the method and the status: the type of the
 * promise holds a map from status to body.
 */
export function errorProbes(scene: Scene, returned: ts.Type): void {
  const { checker, access } = scene;
  const map = returned.getProperty('_errors');
  if (map === undefined) return;
  const bodies = new Map(
    checker.getPropertiesOfType(checker.getTypeOfSymbol(map)).map((one) => [one.name, one] as const),
  );
  const asked = [...scene.sought].flatMap((one) => /^response (\d{3})$/.exec(one)?.slice(1) ?? []);
  for (const name of new Set([...bodies.keys(), ...asked])) {
    const status = name === 'default' ? OTHER : name.replace('XX', '99');
    const body = bodies.get(name) ?? bodies.get(`${name.slice(0, 1)}XX`) ?? bodies.get('default');
    if (!/^\d{3}$/.test(status) || body === undefined) continue;
    valueProbes(scene, checker.getTypeOfSymbol(body), `ErrorBody<New${access}, ${status}>`);
  }
}

/** A status that only the entry for all others speaks of. */
const OTHER = '599';

/** Exhaustive code over what may be sent: a table of all values. */
export function tableProbes(scene: Scene, type: ts.Type, now: string): void {
  const { symbol, probes } = scene;
  walkValues(scene, type, (path, leaf) => {
    const union = literalUnion(leaf);
    if (union !== undefined)
      probes.push({
        symbol,
        kind: 'exhaust',
        input: true,
        code: `(value: ${now}) => read<${[...union, ...emptiness(leaf)].join(' | ')}>(value${path});`,
      });
  });
}

/** A mock of a page or a stream needs its class; only plain values can be written down. */
function isFakeable(type: ts.Type, checker: ts.TypeChecker): boolean {
  if (type.isUnion()) return type.types.every((one) => isFakeable(one, checker));
  if (checker.isArrayType(type)) return true;
  return (
    (type.flags &
      (ts.TypeFlags.StringLike |
        ts.TypeFlags.NumberLike |
        ts.TypeFlags.BigIntLike |
        ts.TypeFlags.BooleanLike |
        ts.TypeFlags.Null)) !==
      0 || isPlainObject(type)
  );
}

/** `'a' | 'b' | (string & {})`: known values, and any other. */
const isOpenText = (type: ts.Type): boolean =>
  type.isUnion() &&
  type.types.some(
    (one) => one.isIntersection() && one.types.some((each) => each.flags & ts.TypeFlags.String),
  );

const emptiness = (type: ts.Type): readonly string[] =>
  (type.isUnion()
    ? type.types.flatMap((one) =>
        one.flags & ts.TypeFlags.Null ? ['null'] : one.flags & ts.TypeFlags.Undefined ? ['undefined'] : [],
      )
    : []
  ).concat('undefined');

/** The literals of a closed union of at least one; undefined for anything else. Booleans are none. */
export function literalUnion(type: ts.Type): readonly string[] | undefined {
  const members = (type.isUnion() ? type.types : [type]).filter(
    (one) => !(one.flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined)),
  );
  const literals = members
    .map((one) =>
      one.isStringLiteral()
        ? JSON.stringify(one.value)
        : one.isNumberLiteral()
          ? String(one.value)
          : undefined,
    )
    .filter((one) => one !== undefined);
  return literals.length > 0 && literals.length === members.length ? literals : undefined;
}
