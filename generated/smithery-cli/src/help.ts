/**
 * Help for the program, a group and a command. The first stays short for any API because agents read it
 * first.
 */
import type { Argument } from './catalogue-types.ts';
import { type Command, type CommandEntry, type OwnFlag, type Program, entryOf } from './command-types.ts';
import { FORMATS, ownFlag, ownFlagsOf, schemaOf } from './flags.ts';
import { type Group, namesIn } from './tree.ts';
import { isSwitch, kindsOf } from './values.ts';

/** Maximum length of the list of groups in the help of the program, in characters. */
const ROOM = 1100;

export function rootHelp(program: Program, root: Group): string {
  const { title, name, own } = program;
  return [
    `${title.slice(0, 60)}: ${program.commands.length} commands`,
    '',
    `Usage: ${name} GROUP … COMMAND [VALUES] [FLAGS]`,
    '',
    ...rowsWithin(name, root, own.help),
    '',
    `${name} GROUP --help lists its commands, ${name} GROUP COMMAND --help its flags.`,
    `${name} ${own.help} WORDS finds commands: ${name} ${own.help} list servers`,
    `${name} ${own.completion} bash|zsh|fish, ${name} ${own.man}, --version`,
    `Exit codes: 0 success, 1 API, 2 usage, 4 credential, 5 not found, 6 limit. Errors are JSON on standard error.`,
    ...(program.credentials.length > 0
      ? [
          `Credentials: ${program.credentials
            .slice(0, 6)
            .map(({ env }) => env)
            .join(', ')}`.slice(0, 200),
        ]
      : []),
    '',
  ].join('\n');
}

/** Letters of other scripts cost more than one token each. */
const weightOf = (text: string): number => text.length + 3 * text.replace(/[\x20-\x7e\n]+/g, '').length;

/** Groups with their commands if that fits, otherwise the names of the groups, as many as fit. */
function rowsWithin(name: string, root: Group, help: string): readonly string[] {
  const names = namesIn(root);
  const full = names.map((word) => {
    const group = root.groups.get(word);
    const about = group ? namesIn(group).join(' ') : (root.commands.get(word)?.title ?? '');
    return `  ${word}: ${about}`.slice(0, 110);
  });
  if (weightOf(full.join('\n')) <= ROOM) return full;
  const kept: string[] = [];
  let room = ROOM - 100;
  for (const word of names) {
    room -= weightOf(word) + 1;
    if (room < 0) break;
    kept.push(word);
  }
  const left = names.length - kept.length;
  return [
    `  ${kept.join(' ')}`,
    ...(left > 0 ? [`  and ${left} more; ${name} ${help} WORDS finds them`] : []),
  ];
}

export function groupHelp(program: Program, group: Group): string {
  const rows = namesIn(group).map((word) => {
    const command = group.commands.get(word);
    const inside = group.groups.get(word);
    const about = [
      ...(command ? [command.title] : []),
      ...(inside ? [`group: ${namesIn(inside).join(' ')}`] : []),
    ];
    return `  ${word}  ${about.join('; ')}`.slice(0, 160);
  });
  return [`Usage: ${program.name} ${group.name} COMMAND [VALUES] [FLAGS]`, '', ...rows, ''].join('\n');
}

export const usageOf = (program: Pick<Program, 'name'>, command: Command, entry: CommandEntry): string => {
  const values = entry.arguments.flatMap((argument, index) =>
    argument.as === 'positional' ? [`<${entry.flags[index]}>`] : [],
  );
  const required = entry.arguments.flatMap((argument, index) =>
    argument.as !== 'positional' && argument.required
      ? [`--${entry.flags[index]} ${typeName(entry, argument)}`.trim()]
      : [],
  );
  const isMore = entry.arguments.some(({ as, required: isRequired }) => as !== 'positional' && !isRequired);
  return [program.name, command.name, ...values, ...required, ...(isMore ? ['[FLAGS]'] : [])].join(' ');
};

export function commandHelp(program: Program, command: Command): string {
  const entry = entryOf(command);
  const rows = entry.arguments.map((argument, index): readonly [string, string] => {
    const flag = entry.flags[index] ?? argument.name;
    const name = argument.as === 'positional' ? `<${flag}>` : `--${flag} ${typeName(entry, argument)}`.trim();
    return [
      name,
      `${argument.required && argument.as !== 'positional' ? 'Required. ' : ''}${wordsOf(entry, argument)}`,
    ];
  });
  const own = ownFlagsOf(entry).map((flag) => ownRow(entry, flag));
  return [
    `Usage: ${usageOf(program, command, entry)}`,
    '',
    entry.description,
    ...(entry.effect === 'destroy'
      ? [`Removes data. Without a terminal, --${ownFlag(entry, 'yes')} is required.`]
      : []),
    '',
    ...laidOut(rows),
    ...(rows.length > 0 ? [''] : []),
    ...laidOut(own),
    '',
  ].join('\n');
}

const WIDEST = 28;

function laidOut(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.min(WIDEST, Math.max(0, ...rows.map(([name]) => name.length)));
  return rows.map(([name, words]) => `  ${name.padEnd(width)}  ${words}`.trimEnd());
}

function typeName(entry: CommandEntry, argument: Argument): string {
  const schema = schemaOf(entry, argument);
  if (isSwitch(schema)) return '';
  if (argument.files.some((path) => path.length === 0)) return '@FILE';
  if (Array.isArray(schema['enum'])) return schema['enum'].map(String).join('|').slice(0, 60);
  const kinds = [...kindsOf(schema)];
  const [kind] = kinds;
  if (kinds.length === 1 && kind === 'integer') return 'N';
  if (kinds.length === 1 && kind === 'number') return 'NUMBER';
  if (kinds.includes('array')) return 'ITEM …';
  return kinds.includes('object') && !kinds.includes('string') ? 'JSON' : 'TEXT';
}

function wordsOf(entry: CommandEntry, argument: Argument): string {
  const { description } = schemaOf(entry, argument);
  return typeof description === 'string' ? description : '';
}

const ABOUT: Readonly<Record<OwnFlag, readonly [string, string]>> = {
  data: [' JSON|@FILE|-', 'All arguments as JSON; flags override it'],
  select: [' FIELDS', 'Fields to keep: id,owner.name'],
  format: [` ${FORMATS.join('|')}`, 'Default: indented JSON at a terminal, else one line'],
  limit: [' N', 'Maximum number of items (20)'],
  all: ['', 'All items'],
  output: [' FILE', 'Write the response to a file (-o)'],
  yes: ['', 'Confirm without a terminal'],
  help: ['', 'Print this help (-h)'],
  json: ['', 'With --help: the command and the schema of its arguments as JSON'],
};

const ownRow = (entry: CommandEntry, flag: OwnFlag): readonly [string, string] => {
  const [value, words] = ABOUT[flag];
  return [`--${ownFlag(entry, flag)}${value}`, words];
};

/** For a command, its entry in the catalogue; for a group, its commands. */
export function helpJson(program: Program, group: Group, command: Command | undefined): string {
  if (command) {
    const entry = entryOf(command);
    return JSON.stringify({ command: command.name, usage: usageOf(program, command, entry), ...entry });
  }
  const inside = program.commands.filter(
    ({ name }) => group.name === '' || name.startsWith(`${group.name} `),
  );
  return JSON.stringify({
    name: program.name,
    version: program.version,
    commands: inside.map(({ name, title, effect }) => ({ command: name, title, effect })),
  });
}
