/** Code that tells the members of a union apart: by kinds and classes, or by a constant of each class. */
import type { Declaration } from '../../../../generator/languages/python/types/declaration.ts';
import type { TypeExpression } from '../../../../generator/languages/python/types/expr.ts';
import { behind, literalText, membersOf, unannotated } from './values.ts';

const INDENT = '    ';
/** A `float` may be an `int`. */
const FLOAT = 'int() | float()';

/** A class under a name that nothing else has, imported from its package. */
export const importOf = ({ module, name }: Declaration, as: string): string =>
  `from sdk.${module.slice(0, module.lastIndexOf('.'))} import ${name} as ${as}`;

/** Statements, and the imports before them. */
export interface Told {
  readonly imports: readonly string[];
  readonly lines: readonly string[];
}

/** The document names the class; of others only the place that they are at. */
export type IsNamed = (one: Declaration) => boolean;

/** Statements over `value` for each way that there is; each ends with what can never be. */
export function tellApart(type: TypeExpression, value: string, isNamed: IsNamed): readonly Told[] {
  if (type.kind !== 'union' || type.members.length < 2) return [];
  const members = type.members.map((one) => behind(one).type);
  const classes = members.flatMap((one) => (one.kind === 'declaration' ? [one.declaration] : []));
  const tag = classes.length === members.length ? tagOf(classes) : undefined;
  return [
    ...(classes.every(isNamed) ? byKind(members, classes, value) : []),
    ...(tag === undefined ? [] : [byTag(tag, value), comparedWith(tag, value)]),
  ];
}

function byKind(
  members: readonly TypeExpression[],
  classes: readonly Declaration[],
  value: string,
): readonly Told[] {
  const names = new Map([...new Set(classes)].map((one, index) => [one, `_Kind${index}`] as const));
  const patterns = members.map((one) => patternOf(one, names));
  if (patterns.some((one) => one === undefined)) return [];
  const asked = new Set(patterns.flatMap((one) => one ?? []));
  if (asked.has(FLOAT)) asked.delete('int()');
  const lines = [
    `match ${value}:`,
    // A `bool` is an `int`.
    ...[...asked]
      .sort((a, b) => Number(b === 'bool()') - Number(a === 'bool()'))
      .flatMap((one) => [`${INDENT}case ${one}:`, `${INDENT}${INDENT}pass`]),
    `${INDENT}case _ as _rest:`,
    `${INDENT}${INDENT}assert_never(_rest)`,
  ];
  return [{ imports: [...names].map(([one, name]) => importOf(one, name)), lines }];
}

interface Tag {
  readonly name: string;
  readonly values: readonly string[];
}

const byTag = ({ name, values }: Tag, value: string): Told => ({
  imports: [],
  lines: [
    `_v = ${value}`,
    ...values.flatMap((one, index) => [
      `${index === 0 ? 'if' : 'elif'} _v.${name} == ${one}:`,
      `${INDENT}pass`,
    ]),
    'else:',
    `${INDENT}assert_never(_v)`,
  ],
});

/** Each by itself, as a chain ends with the last member that there is. */
const comparedWith = ({ name, values }: Tag, value: string): Told => ({
  imports: [],
  lines: [`_v = ${value}`, `_ = [${values.map((one) => `_v.${name} == ${one}`).join(', ')}]`],
});

/** Undefined where nothing is known of the kind, or where a class has no name of its own. */
function patternOf(type: TypeExpression, names: ReadonlyMap<Declaration, string>): string | undefined {
  switch (type.kind) {
    case 'builtin':
      return type.name === 'object' ? undefined : type.name === 'float' ? FLOAT : `${type.name}()`;
    case 'literal': {
      const kinds = new Set(type.values.map((one) => typeof one));
      return kinds.size > 1
        ? undefined
        : { string: 'str()', number: 'int()', boolean: 'bool()' }[[...kinds].join()];
    }
    case 'library':
      return type.module === 'datetime' ? `datetime.${type.name}()` : undefined;
    case 'generic':
      if (type.head.kind !== 'builtin') return undefined;
      return type.head.name === 'list' ? 'list()' : type.head.name === 'dict' ? 'dict()' : undefined;
    case 'declaration':
      return type.declaration.body.kind === 'model' ? `${names.get(type.declaration)}()` : undefined;
    default:
      return undefined;
  }
}

/** The classes of a union with a test that is true of all but the class; none where they have no tag. */
export function toldByTag(
  type: TypeExpression,
  variable: string,
): readonly { readonly declaration: Declaration; readonly other: string }[] {
  const members = type.kind === 'union' ? type.members.map((one) => behind(one).type) : [];
  const classes = members.flatMap((one) => (one.kind === 'declaration' ? [one.declaration] : []));
  const tag = classes.length === members.length && classes.length > 1 ? tagOf(classes) : undefined;
  return classes.flatMap((declaration, index) =>
    tag === undefined ? [] : [{ declaration, other: `${variable}.${tag.name} != ${tag.values[index]}` }],
  );
}

/** A property by which code knows the class: a constant of its own in each. */
function tagOf(classes: readonly Declaration[]): Tag | undefined {
  const [first] = classes;
  for (const { name } of first === undefined ? [] : (membersOf(first) ?? [])) {
    const values = classes.map((one) => {
      const member = membersOf(one)?.find((each) => each.name === name);
      const type = member?.required === true ? unannotated(member.type) : undefined;
      return type?.kind === 'literal' && type.values.length === 1
        ? type.values.map(literalText).join()
        : undefined;
    });
    const known = values.filter((one) => one !== undefined);
    if (known.length === classes.length && new Set(known).size === known.length)
      return { name, values: known };
  }
  return undefined;
}
