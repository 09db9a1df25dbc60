/** Calls as commands of a program: words and flags that a shell accepts, all distinct. */
import { splitWords } from '../lib/words.ts';
import type { CatalogueEntry } from './catalogue.ts';

/** Flags of the program itself. If the API needs the name, the program's flag becomes `cli-…`. */
const OWN_FLAGS = ['all', 'data', 'format', 'help', 'json', 'limit', 'output', 'select', 'yes'] as const;

/** Commands of the program itself. */
const OWN_COMMANDS = ['help', 'completion', 'man'] as const;

export interface CommandNames {
  /** Command for each id, such as `servers releases list`. */
  readonly commands: ReadonlyMap<string, string>;
  readonly own: Readonly<Record<(typeof OWN_COMMANDS)[number], string>>;
}

export interface FlagNames {
  /** In the order of the arguments. */
  readonly flags: readonly string[];
  readonly renamed: Readonly<Record<string, string>>;
}

/** `pageSize` → `page-size`, without characters that a shell interprets. */
function shellWord(text: string): string {
  const words = splitWords(text)
    .map((word) => word.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ''))
    .filter((word) => word !== '');
  return words.join('-').slice(0, 60).replace(/-+$/, '') || 'value';
}

/** The first free name of `base`, `base-2` … */
function free(base: string, taken: ReadonlySet<string>): string {
  let name = base;
  for (let count = 2; taken.has(name); count++) name = `${base}-${count}`;
  return name;
}

export function commandNames(entries: readonly Pick<CatalogueEntry, 'id'>[]): CommandNames {
  const groups = new Map<string, string>([['', '']]);
  const taken = new Set<string>();
  const within = (parent: string, key: string): string => {
    const prefix = groups.get(parent) ?? '';
    const name = free(`${prefix} ${shellWord(key)}`.trim(), taken);
    taken.add(name);
    return name;
  };
  // Groups are named first, so a method named like a resource beside it gets another name.
  for (const { id } of entries) {
    const keys = id.split('.');
    for (let depth = 1; depth < keys.length; depth++) {
      const path = keys.slice(0, depth).join('.');
      if (!groups.has(path))
        groups.set(path, within(keys.slice(0, depth - 1).join('.'), keys[depth - 1] ?? ''));
    }
  }
  const commands = new Map(
    entries.map(({ id }) => {
      const keys = id.split('.');
      return [id, within(keys.slice(0, -1).join('.'), keys.at(-1) ?? '')];
    }),
  );
  const own = (name: string): string => (taken.has(name) ? free(`cli-${name}`, taken) : name);
  return { commands, own: { help: own('help'), completion: own('completion'), man: own('man') } };
}

export function flagNames({ arguments: args }: Pick<CatalogueEntry, 'arguments'>): FlagNames {
  const taken = new Set<string>();
  const flags = args.map(({ name }) => {
    const flag = free(shellWord(name), taken);
    taken.add(flag);
    return flag;
  });
  const renamed = OWN_FLAGS.filter((flag) => taken.has(flag)).map((flag) => [
    flag,
    free(`cli-${flag}`, taken),
  ]);
  return { flags, renamed: Object.fromEntries(renamed) as Record<string, string> };
}
