/** Keys of a section as data: each gives its JSON Schema, its reader with the default, and its type. */
import { type Section, choiceAt, defined, flagAt, textAt, textsAt } from '../node.ts';
import { type Schema, choice, flag, textOrNull, texts } from './parts.ts';

export interface Key<T> {
  /** As the file spells it. */
  readonly name: string;
  readonly schema: Schema;
  readonly read: (section: Section) => T;
}

/** By the name of the field in `Config`. */
export type KeyTable = Readonly<Record<string, Key<unknown>>>;

/** A section as it is read. Keys that the file omits and that have no default are absent. */
export type ValuesOf<Table extends KeyTable> = ReturnType<
  typeof defined<{ readonly [Field in keyof Table]: ReturnType<Table[Field]['read']> }>
>;

export function key<T>(name: string, schema: Schema, read: (section: Section, name: string) => T): Key<T> {
  return { name, schema, read: (section) => read(section, name) };
}

export const textKey = (name: string, description: string): Key<string | undefined> =>
  key(name, textOrNull(description), textAt);

export const textsKey = (name: string, description: string): Key<readonly string[]> =>
  key(name, texts(description), textsAt);

/** `absent`: the value without the key. */
export const flagKey = <Absent extends boolean | undefined = undefined>(
  name: string,
  description: string,
  absent?: Absent,
): Key<boolean | Absent> =>
  key(name, flag(description), (section) => flagAt(section, name) ?? (absent as Absent));

export const choiceKey = <Value extends string, Absent extends Value | undefined = undefined>(
  name: string,
  values: readonly Value[],
  description: string,
  absent?: Absent,
): Key<Value | Absent> =>
  key(name, choice(values, description), (section) => choiceAt(section, name, values) ?? (absent as Absent));

export const schemaOf = (table: KeyTable): Readonly<Record<string, Schema>> =>
  Object.fromEntries(Object.values(table).map(({ name, schema }) => [name, schema]));

export const readKeys = <Table extends KeyTable>(table: Table, section: Section): ValuesOf<Table> =>
  defined(
    Object.fromEntries(Object.entries(table).map(([field, { read }]) => [field, read(section)])),
  ) as ValuesOf<Table>;
