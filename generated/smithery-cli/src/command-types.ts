/** The commands of a program as data. The generator writes them into `commands.ts`. */
import type { Catalogue, Effect, Entry } from './catalogue-types.ts';

/** Flags of the program itself, in addition to those of the API. */
export type OwnFlag = 'all' | 'data' | 'format' | 'help' | 'json' | 'limit' | 'output' | 'select' | 'yes';

export interface CommandEntry extends Entry {
  /** The flag of each argument, in the order of `arguments`. */
  readonly flags: readonly string[];
  /** Flags of the program that have another name, because the API has a flag of that name. */
  readonly renamed: Readonly<Partial<Record<OwnFlag, string>>>;
}

export interface Command {
  /** For example `servers releases list`. */
  readonly name: string;
  readonly title: string;
  readonly effect: Effect;
  /** A `CommandEntry` as JSON, parsed when it is needed. */
  readonly entry: string;
}

export interface Program extends Pick<
  Catalogue,
  'title' | 'name' | 'version' | 'credentials' | 'secretNames'
> {
  /**
   * Commands of the program itself: `help`, `completion` and `man`, prefixed with `cli-` if the API has these
   * names.
   */
  readonly own: Readonly<Record<'help' | 'completion' | 'man', string>>;
  readonly commands: readonly Command[];
}

export const entryOf = (command: Command): CommandEntry => JSON.parse(command.entry) as CommandEntry;
