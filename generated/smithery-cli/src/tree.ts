/** The tree of groups and commands. */
import type { Command, Program } from './command-types.ts';
import { UsageError } from './exit.ts';
import { nearest } from './near.ts';

export interface Group {
  /** For example `servers releases`; empty for the root. */
  readonly name: string;
  readonly groups: ReadonlyMap<string, Group>;
  readonly commands: ReadonlyMap<string, Command>;
}

interface Draft extends Group {
  readonly groups: Map<string, Draft>;
  readonly commands: Map<string, Command>;
}

const draft = (name: string): Draft => ({ name, groups: new Map(), commands: new Map() });

export function treeOf(commands: readonly Command[]): Group {
  const root = draft('');
  for (const command of commands) {
    const words = command.name.split(' ');
    let group = root;
    for (const word of words.slice(0, -1)) {
      const next = group.groups.get(word) ?? draft(`${group.name} ${word}`.trim());
      group.groups.set(word, next);
      group = next;
    }
    group.commands.set(words.at(-1) ?? '', command);
  }
  return root;
}

export const namesIn = ({ groups, commands }: Group): readonly string[] => [
  ...new Set([...groups.keys(), ...commands.keys()]),
];

export interface Found {
  readonly group: Group;
  readonly command?: Command;
  /** The arguments after the words of the command. */
  readonly rest: readonly string[];
}

/** Finds the command of `servers releases list …`, or in the older form `servers:releases list …`. */
export function findCommand(program: Program, root: Group, args: readonly string[]): Found {
  const [first = '', ...more] = args;
  const words = first.includes(':') ? [...first.split(':'), ...more] : args;
  let group = root;
  for (const [index, word] of words.entries()) {
    if (word.startsWith('-')) return { group, rest: words.slice(index) };
    const next = group.groups.get(word);
    const command = group.commands.get(word);
    const isGroupNext = next !== undefined && namesIn(next).includes(words[index + 1] ?? '');
    if (command && !isGroupNext) return { group, command, rest: words.slice(index + 1) };
    if (!next) throw new UsageError(unknownCommand(program, group, word), group.name);
    group = next;
  }
  return { group, rest: [] };
}

function unknownCommand(program: Program, group: Group, word: string): string {
  const names = [...namesIn(group), ...(group.name === '' ? Object.values(program.own) : [])];
  const near = nearest(word, names);
  const inside = program.commands
    .filter(({ name }) => name.split(' ').at(-1) === word || name.split(' ').includes(word))
    .slice(0, 3)
    .map(({ name }) => name);
  const advice = near.length > 0 ? near.map((name) => `${group.name} ${name}`.trim()) : inside;
  const shown = word.length <= 60 ? word : `${word.slice(0, 59)}…`;
  return advice.length > 0
    ? `${shown}: unknown command, did you mean ${advice.join(' or ')}?`
    : `${shown}: unknown command; ${program.name} ${program.own.help} WORDS finds commands`;
}
