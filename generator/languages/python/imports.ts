/** Import statements in the order of isort with shorter lines first, as in published SDKs. */
import { eastAsianWidth } from 'get-east-asian-width';
import { type Code, code, empty, identifier, join } from './code.ts';

export interface Import {
  /** For example `typing`, `..types.card` or `.`. */
  readonly module: Code;
  /** Absent: the module itself is imported. */
  readonly name?: string;
  /** The alias in this file. */
  readonly local: string;
  /** Re-exports the name: `Card as Card`. */
  readonly isExported?: boolean;
}

/**
 * The standard library, other packages, and the package itself, separated by blank lines, with one statement
 * per module.
 */
export function importBlock(imports: readonly Import[]): Code {
  const sections = [isStandard, isOther, isRelative].flatMap((isHere) => {
    const here = imports.filter((item) => isHere(item.module));
    return here.length === 0 ? [] : [join(importStatements(here), '\n')];
  });
  return sections.length === 0 ? empty : join(sections, '\n\n');
}

/** One line each, for imports of one section. */
export const importStatements = (imports: readonly Import[]): readonly Code[] => [
  ...wholeModules(imports),
  ...fromModules(imports),
];

/** Constants, classes, then other names, each sorted by length. */
export const inImportOrder = (names: readonly string[]): readonly string[] => [...names].sort(byName);

/** Shorter modules first; of equal length, the one with more leading dots. */
export const byModule = (a: string, b: string): number =>
  widthOf(a) - widthOf(b) || dotsOf(b) - dotsOf(a) || byLength(a, b);

const STANDARD: ReadonlySet<string> = new Set([
  'builtins',
  'datetime',
  'functools',
  'typing',
  // A backport, sorted with the module that it backports.
  'typing_extensions',
]);

const isRelative = (module: string): boolean => module.startsWith('.');
const isStandard = (module: string): boolean => STANDARD.has(module.split('.')[0] ?? '');
const isOther = (module: string): boolean => !isRelative(module) && !isStandard(module);

const wholeModules = (imports: readonly Import[]): readonly Code[] =>
  [...new Set(imports.filter((item) => item.name === undefined).map((item) => item.module))]
    .sort(byLength)
    .map((module) => code`import ${module}`);

function fromModules(imports: readonly Import[]): readonly Code[] {
  const modules = new Map<Code, Map<string, Imported>>();
  for (const { module, name, local, isExported = false } of imports) {
    if (name === undefined) continue;
    const names = modules.get(module) ?? new Map<string, Imported>();
    modules.set(module, names);
    const alias = name === local && !isExported ? '' : local;
    names.set(`${name} ${alias}`, { name, alias });
  }
  return [...modules]
    .sort(([a], [b]) => byModule(a, b))
    .map(([module, names]) => {
      const list = [...names.values()].sort((a, b) => byName(a.name, b.name) || naturally(a.alias, b.alias));
      return code`from ${module} import ${join(list.map(importedName), ', ')}`;
    });
}

interface Imported {
  readonly name: string;
  /** Empty: no alias. */
  readonly alias: string;
}

const importedName = ({ name, alias }: Imported): Code =>
  alias === '' ? identifier(name) : code`${identifier(name)} as ${identifier(alias)}`;

const byName = (a: string, b: string): number => kindOf(a) - kindOf(b) || byLength(a, b);

/** `A` is a class, `AB` is a constant: a constant needs at least two characters. */
const kindOf = (name: string): number =>
  !/^[ -~]$/.test(name) && /\p{Lu}/u.test(name) && !/[\p{Ll}\p{Lt}]/u.test(name)
    ? 0
    : /^\p{Lu}/u.test(name)
      ? 1
      : 2;

const dotsOf = (module: string): number => /^\.*/.exec(module)?.[0].length ?? 0;

const byLength = (a: string, b: string): number =>
  widthOf(a) - widthOf(b) || naturally(a.toLowerCase(), b.toLowerCase()) || naturally(a, b);

/** Width in columns: Chinese characters take two, combining marks none. */
const widthOf = (text: string): number =>
  /^[ -~]*$/.test(text)
    ? text.length
    : Array.from(text.replace(/[\p{Mn}\p{Me}\p{Cf}]/gu, '')).reduce(
        (sum, character) => sum + eastAsianWidth(character.codePointAt(0) ?? 0),
        0,
      );

/** Compares numbers in names by value: `a9b1` before `a10b`. */
function naturally(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => text.match(/\d+|\D/g) ?? []);
  for (const [index, name] of (left ?? []).entries()) {
    const other = right?.[index];
    if (other === undefined) return 1;
    if (name === other) continue;
    const isNumber = /\d/.test(name) && /\d/.test(other);
    return (isNumber && Number(name) - Number(other)) || (name < other ? -1 : 1);
  }
  return (left?.length ?? 0) - (right?.length ?? 0);
}
