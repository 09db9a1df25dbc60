/** `sdkwright completion`: a shell script with the commands and options of the program itself. */
import { Argument, type Command } from 'commander';
import type { Terminal } from '../terminal.ts';

const SHELLS = ['bash', 'zsh', 'fish'] as const;

export function addCompletionCommand(program: Command, terminal: Terminal): void {
  program
    .command('completion')
    .description('print a completion script for a shell')
    .addArgument(new Argument('<shell>', 'which one').choices(SHELLS))
    .addHelpText(
      'after',
      '\nExamples:\n  $ source <(sdkwright completion bash)\n  $ sdkwright completion zsh > ~/.zfunc/_sdkwright\n  $ sdkwright completion fish > ~/.config/fish/completions/sdkwright.fish',
    )
    .action((shell: (typeof SHELLS)[number]) => terminal.out(completionScript(program, shell)));
}

/** A command for shells: the words of the command, and the words that may follow. */
interface CompletionEntry {
  /** `templates eject`; empty for the program itself. */
  readonly path: string;
  readonly about: string;
  readonly words: readonly string[];
  readonly options: readonly {
    readonly flag: string;
    readonly takesValue: boolean;
    readonly choices: readonly string[];
  }[];
}

function entriesOf(command: Command, path = ''): readonly CompletionEntry[] {
  const arguments_ = command.registeredArguments.flatMap(
    (registeredArgument) => registeredArgument.argChoices ?? [],
  );
  const own: CompletionEntry = {
    path,
    about: command.description(),
    words: [...command.commands.map((item) => item.name()), ...arguments_],
    options: command.options.flatMap((option) =>
      option.long == null
        ? []
        : [
            {
              flag: option.long,
              takesValue: option.required || option.optional,
              choices: option.argChoices ?? [],
            },
          ],
    ),
  };
  return [
    own,
    ...command.commands.flatMap((item) =>
      entriesOf(item, path === '' ? item.name() : `${path} ${item.name()}`),
    ),
  ];
}

function completionScript(program: Command, shell: (typeof SHELLS)[number]): string {
  const entries = entriesOf(program);
  switch (shell) {
    case 'bash':
      return `${bash(entries)}\ncomplete -o filenames -F __sdkwright_complete sdkwright`;
    case 'zsh':
      return zsh(entries);
    case 'fish':
      return fish(entries);
    default:
      return shell satisfies never;
  }
}

const quoted = (text: string): string => `"${text}"`;

/** Needs no quoting, because names of commands and options contain only letters, digits and hyphens. */
const bash = (entries: readonly CompletionEntry[]): string => `__sdkwright_complete() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command= words= options= index
  for ((index = 1; index < COMP_CWORD; index++)); do
    case "\${command:+$command }\${COMP_WORDS[index]}" in
      ${entries
        .filter((entry) => entry.path !== '')
        .map((entry) => quoted(entry.path))
        .join(' | ')}) command="\${command:+$command }\${COMP_WORDS[index]}" ;;
    esac
  done
  case "$command" in
${entries.map((entry) => `    ${quoted(entry.path)}) words="${entry.words.join(' ')}" options="${entry.options.map((option) => option.flag).join(' ')}" ;;`).join('\n')}
  esac
  case "$command $previous" in
${entries.flatMap((entry) => entry.options.filter((option) => option.choices.length > 0).map((option) => `    ${quoted(`${entry.path} ${option.flag}`)}) words="${option.choices.join(' ')}" ;;`)).join('\n')}
  esac
  case "$current" in
    -*) COMPREPLY=($(compgen -W "$options" -- "$current")) ;;
    *) if [ -n "$words" ]; then COMPREPLY=($(compgen -W "$words" -- "$current")); else COMPREPLY=($(compgen -f -- "$current")); fi ;;
  esac
}`;

/** Works when sourced, and as a file `_sdkwright` in a folder of `fpath`. */
const zsh = (entries: readonly CompletionEntry[]): string => `#compdef sdkwright
(( $+functions[compdef] )) || { autoload -U compinit && compinit; }
autoload -U +X bashcompinit && bashcompinit
${bash(entries)}
complete -F __sdkwright_complete sdkwright
if [ "\${funcstack[1]}" = _sdkwright ]; then _bash_complete -F __sdkwright_complete; fi`;

const fish = (entries: readonly CompletionEntry[]): string =>
  entries
    .flatMap((entry) => {
      const inside =
        entry.path === ''
          ? '__fish_use_subcommand'
          : entry.path
              .split(' ')
              .map((word) => `__fish_seen_subcommand_from ${word}`)
              .join('; and ');
      const children = entries.filter(
        (child) => child.path !== '' && child.path.split(' ').slice(0, -1).join(' ') === entry.path,
      );
      const open =
        children.length === 0 || entry.path === ''
          ? inside
          : `${inside}; and not __fish_seen_subcommand_from ${children.map((child) => child.path.split(' ').at(-1) ?? '').join(' ')}`;
      const about = (word: string): string =>
        children.find((child) => child.path.endsWith(word))?.about.replaceAll("'", "\\'") ?? '';
      return [
        ...(entry.words.length === 0 ? [] : [`complete -c sdkwright -n '${open}' -f`]),
        ...entry.words.map(
          (word) =>
            `complete -c sdkwright -n '${open}' -a ${word}${about(word) === '' ? '' : ` -d '${about(word)}'`}`,
        ),
        ...entry.options.map(
          (option) =>
            `complete -c sdkwright -n '${inside}' -l ${option.flag.slice(2)}${option.choices.length > 0 ? ` -x -a '${option.choices.join(' ')}'` : option.takesValue ? ' -r -F' : ''}`,
        ),
      ];
    })
    .join('\n');
