/** Code that tells the members of a union apart, as users write it: by kind, by a tag, by a property. */
import ts from 'typescript';
import { isPlainObject } from './literals.ts';
import { widened } from './widened.ts';

type KindTest = readonly [flags: ts.TypeFlags, kind: string, use: string];

/** What code does with a value of the kind, once it knows: nothing of this can be done with what is none. */
const KINDS: readonly KindTest[] = [
  [ts.TypeFlags.StringLike, 'string', 'it.trim();'],
  [ts.TypeFlags.NumberLike, 'number', 'it.toFixed();'],
  [ts.TypeFlags.BigIntLike, 'bigint', 'it.valueOf();'],
  [ts.TypeFlags.BooleanLike, 'boolean', 'it.valueOf();'],
];
/** Properties of one member that are read. */
const MOST_READS = 30;
const MOST_MEMBERS = 40;

/**
 * Statements over `value`, exhaustive for the old type, so that a member more or less is an error in them.
 * `it` is what is left. Undefined where the type has no two members, or where code cannot tell them apart.
 */
export function tellApart(type: ts.Type, value: string, checker: ts.TypeChecker): string | undefined {
  const all = membersOf(checker.getNonNullableType(type));
  if (all.length < 2 || all.length > MOST_MEMBERS) return undefined;
  const kinds = KINDS.filter(([flags]) => all.some((one) => isOfKind(one, flags)));
  const others = all.filter((one) => !KINDS.some(([flags]) => isOfKind(one, flags)));
  const lists = others.filter((one) => checker.isArrayType(one) || checker.isTupleType(one));
  const objects = others.filter((one) => !lists.includes(one));
  if (!objects.every(isPlainObject)) return undefined;
  // Whoever has only one kind left need not look at what it is.
  if (kinds.length + Math.min(lists.length, 1) + objects.length < 2) return undefined;
  const list = lists.length > 0 ? [LIST] : [];
  const told = byTag(objects, list, checker) ?? byProperty(objects, list, checker);
  if (told === undefined) return undefined;
  return [
    `const it = ${value};`,
    'if (it == null) return;',
    ...kinds.map(([, kind, use]) => `if (typeof it === "${kind}") { ${use} return; }`),
    ...told,
  ].join(' ');
}

/** Booleans are one member. */
const membersOf = (type: ts.Type): readonly ts.Type[] =>
  type.isUnion()
    ? type.types.filter(
        (one, index, all) =>
          !(one.flags & ts.TypeFlags.BooleanLiteral) ||
          all.findIndex((each) => each.flags & ts.TypeFlags.BooleanLiteral) === index,
      )
    : [type];

/** `string & {}` is a text. */
const isOfKind = (type: ts.Type, flags: ts.TypeFlags): boolean =>
  (type.flags & flags) !== 0 ||
  (type.isIntersection() && type.types.some((one) => (one.flags & flags) !== 0));

const END = 'const none: never = it; return none;';
const LIST = 'if (Array.isArray(it)) { it.length; return; }';

/**
 * Statements over `value` that read what each object of a union has, once its tag is known; none where the
 * objects have no tag.
 */
export function readsByTag(type: ts.Type, value: string, checker: ts.TypeChecker): readonly string[] {
  const objects = membersOf(checker.getNonNullableType(type));
  if (objects.length > MOST_MEMBERS || !objects.every(isPlainObject)) return [];
  return (tagsOf(objects, checker) ?? []).map(({ type: one, test }) => {
    const kinds = namedIn(one, checker).flatMap((property) => {
      const kind = kindOf(property, checker);
      return kind === undefined ? [] : [`read<${kind}>(${member(property.name)});`];
    });
    return [`const it = ${value};`, `if (it == null || !(${test})) return;`, ...kinds].join(' ');
  });
}

/** Every object has a constant of its own under one name. */
function byTag(
  objects: readonly ts.Type[],
  list: readonly string[],
  checker: ts.TypeChecker,
): readonly string[] | undefined {
  const tags = tagsOf(objects, checker);
  return (
    tags && [
      ...list,
      ...tags.map(({ type, test }) => `if (${test}) { ${reads(type, checker)} return; }`),
      END,
    ]
  );
}

function tagsOf(
  objects: readonly ts.Type[],
  checker: ts.TypeChecker,
): readonly { readonly type: ts.Type; readonly test: string }[] | undefined {
  const [first] = objects;
  if (first === undefined || objects.length < 2) return undefined;
  for (const { name } of checker.getPropertiesOfType(first)) {
    const tags = objects.map((one) => constantOf(one.getProperty(name), checker));
    if (tags.some((one) => one === undefined) || new Set(tags).size < tags.length) continue;
    return objects.map((type, index) => ({ type, test: `${member(name)} === ${tags[index]}` }));
  }
  return undefined;
}

function constantOf(property: ts.Symbol | undefined, checker: ts.TypeChecker): string | undefined {
  const type = property === undefined ? undefined : checker.getTypeOfSymbol(property);
  if (type?.isStringLiteral()) return JSON.stringify(type.value);
  if (type?.isNumberLiteral()) return String(type.value);
  return type !== undefined && type.flags & ts.TypeFlags.BooleanLiteral
    ? checker.typeToString(type)
    : undefined;
}

/**
 * One after the other by a property that must be there and that no object has which is left. One object may
 * have none: it is what is left in the end.
 */
function byProperty(
  objects: readonly ts.Type[],
  list: readonly string[],
  checker: ts.TypeChecker,
): readonly string[] | undefined {
  const left = [...objects];
  const statements: string[] = [];
  for (;;) {
    const next = left
      .map((one) => ({ one, name: ownProperty(one, left, checker) }))
      .find((each) => each.name !== undefined);
    if (next?.name === undefined) break;
    const { one, name } = next;
    left.splice(left.indexOf(one), 1);
    statements.push(`if (${JSON.stringify(name)} in it) { ${reads(one, checker, name)} return; }`);
  }
  const [last, another] = left;
  if (another !== undefined) return undefined;
  return last === undefined
    ? [...statements, ...list, END]
    : [...statements, ...list, reads(last, checker) || 'it["undeclared"];'];
}

function ownProperty(type: ts.Type, left: readonly ts.Type[], checker: ts.TypeChecker): string | undefined {
  if (type.getStringIndexType() !== undefined) return undefined;
  return checker
    .getPropertiesOfType(type)
    .find(
      (property) =>
        (property.flags & ts.SymbolFlags.Optional) === 0 &&
        kindOf(property, checker) !== undefined &&
        left.every((one) => one === type || one.getProperty(property.name) === undefined),
    )?.name;
}

/** What is read of a member once it is known; `known` is the property that told it. */
const reads = (type: ts.Type, checker: ts.TypeChecker, known?: string): string => {
  const property = known === undefined ? undefined : type.getProperty(known);
  const kind = property === undefined ? undefined : kindOf(property, checker);
  const named = namedIn(type, checker)
    .map((one) => `${member(one.name)};`)
    .join(' ');
  return kind === undefined || known === undefined ? named : `read<${kind}>(${member(known)}); ${named}`;
};

const namedIn = (type: ts.Type, checker: ts.TypeChecker): readonly ts.Symbol[] =>
  checker
    .getPropertiesOfType(type)
    .filter((one) => !one.name.startsWith('__'))
    .slice(0, MOST_READS);

/** The kind of value that the property has; undefined where nothing is known of it. */
function kindOf(property: ts.Symbol, checker: ts.TypeChecker): string | undefined {
  const kind = widened(checker.getTypeOfSymbol(property), checker);
  return kind === 'unknown' ? undefined : kind;
}

const member = (name: string): string =>
  /^[A-Za-z_$][\w$]*$/.test(name) ? `it.${name}` : `it[${JSON.stringify(name)}]`;
