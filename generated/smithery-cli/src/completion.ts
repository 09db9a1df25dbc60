/**
 * Shell completion. The scripts are constant and ask the program, so a shell never runs text of the document.
 */
import { type Program, entryOf } from './command-types.ts';
import { FORMATS, ownFlag, ownFlagsOf, schemaOf } from './flags.ts';
import { type Group, namesIn } from './tree.ts';
import { UsageError } from './exit.ts';

/**
 * The hidden command of the scripts. Its arguments are the words before the cursor, including the partial
 * one.
 */
const COMPLETE = '__complete';

/** `name` is the name of the program: lowercase letters, digits and dashes. */
export function completionScript(name: string, shell: string | undefined): string {
  const id = name.replace(/\W/g, '_');
  switch (shell) {
    case 'bash':
      return `_${id}() {
  local IFS=$'\\n'
  COMPREPLY=($(compgen -W "$(${name} ${COMPLETE} "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _${id} ${name}
`;
    case 'zsh':
      return `#compdef ${name}
_${id}() {
  local -a found
  found=("\${(@f)$(${name} ${COMPLETE} "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  compadd -a found || _files
}
compdef _${id} ${name}
`;
    case 'fish':
      return `complete -c ${name} -f -a '(${name} ${COMPLETE} (commandline -opc)[2..] (commandline -ct) 2>/dev/null)'
`;
    default:
      throw new UsageError('completion: name a shell: bash, zsh or fish', 'completion');
  }
}

/** Candidates for the last word. Each consists of letters, digits and dashes. */
export function completions(program: Program, root: Group, words: readonly string[]): readonly string[] {
  const current = words.at(-1) ?? '';
  let group = root;
  for (const [index, word] of words.slice(0, -1).entries()) {
    const next = group.groups.get(word);
    const command = group.commands.get(word);
    const following = words[index + 1] ?? '';
    if (command && !(next && (namesIn(next).includes(following) || index === words.length - 2)))
      return flagCompletions(program, command.name, words.slice(index + 1));
    if (!next) return [];
    group = next;
  }
  const names = [...namesIn(group), ...(group === root ? Object.values(program.own) : [])];
  return names.filter((name) => name.startsWith(current) && isSafe(name));
}

function flagCompletions(program: Program, name: string, words: readonly string[]): readonly string[] {
  const command = program.commands.find((candidate) => candidate.name === name);
  if (!command) return [];
  const entry = entryOf(command);
  const current = words.at(-1) ?? '';
  const before = words.at(-2) ?? '';
  const index = entry.flags.findIndex((flag) => before === `--${flag}`);
  const argument = entry.arguments[index];
  const values = argument ? schemaOf(entry, argument)['enum'] : undefined;
  if (before === `--${ownFlag(entry, 'format')}`)
    return FORMATS.filter((format) => format.startsWith(current));
  if (Array.isArray(values))
    return values.map(String).filter((value) => value.startsWith(current) && isSafe(value));
  if (!current.startsWith('-')) return [];
  const flags = [...entry.flags, ...ownFlagsOf(entry).map((flag) => ownFlag(entry, flag))];
  return flags.map((flag) => `--${flag}`).filter((flag) => flag.startsWith(current) && isSafe(flag));
}

/** Shells expand candidates; these characters cannot be expanded. */
const isSafe = (text: string): boolean => /^[\p{L}\p{N}._-]+$/u.test(text);
