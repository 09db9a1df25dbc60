/** The commands of a program as data: what the generator writes into `commands.ts`. */
import type { Catalogue, Effect, Entry } from './catalogue-types.ts';

/** Flags that every command has, beside those of the API. */
export type OwnFlag = 'all' | 'data' | 'format' | 'help' | 'json' | 'limit' | 'output' | 'select' | 'yes';

export interface CommandEntry extends Entry {
  /** The flag of each argument, in the order of `arguments`. */
  readonly flags: readonly string[];
  /** Own flags that are called otherwise, because the API has a flag of that name. */
  readonly renamed: Readonly<Partial<Record<OwnFlag, string>>>;
}

export interface Command {
  /** `servers releases list` */
  readonly name: string;
  readonly title: string;
  readonly effect: Effect;
  /** A `CommandEntry` as JSON, read when it is needed. */
  readonly entry: string;
}

export interface Program extends Pick<
  Catalogue,
  'title' | 'name' | 'version' | 'credentials' | 'secretNames'
> {
  /** Commands of the program itself: `help`, `completion`, `man`; with `cli-` before them where the API has such names. */
  readonly own: Readonly<Record<'help' | 'completion' | 'man', string>>;
  readonly commands: readonly Command[];
}

export const entryOf = (command: Command): CommandEntry => JSON.parse(command.entry) as CommandEntry;
