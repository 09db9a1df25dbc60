/** `sdkwright completion`: commands and options for a shell, read off the program itself. */
import { Argument, type Command } from 'commander';
import type { Terminal } from '../terminal.ts';

const SHELLS = ['bash', 'zsh', 'fish'] as const;

export function addCompletionCommand(program: Command, terminal: Terminal): void {
  program
    .command('completion')
    .description('print a completion script for a shell')
    .addArgument(new Argument('<shell>', 'which one').choices(SHELLS))
    .addHelpText('after', '\nExamples:\n  $ source <(sdkwright completion bash)\n  $ sdkwright completion fish > ~/.config/fish/completions/sdkwright.fish')
    .action((shell: (typeof SHELLS)[number]) => terminal.out(completionScript(program, shell)));
}

export function completionScript(program: Command, shell: (typeof SHELLS)[number]): string {
  const commands = program.commands.map((one) => ({ name: one.name(), about: one.description(), options: one.options.flatMap((option) => option.long ?? []) }));
  switch (shell) {
    case 'bash': return bash(commands);
    case 'zsh': return `#compdef sdkwright\nautoload -U +X bashcompinit && bashcompinit\n${bash(commands)}`;
    case 'fish': return [
      'complete -c sdkwright -f',
      ...commands.map((one) => `complete -c sdkwright -n __fish_use_subcommand -a ${one.name} -d '${one.about.replaceAll("'", "\\'")}'`),
      ...commands.flatMap((one) => one.options.map((option) => `complete -c sdkwright -n '__fish_seen_subcommand_from ${one.name}' -l ${option.slice(2)} -r -F`)),
    ].join('\n');
    default: return shell satisfies never;
  }
}

const bash = (commands: readonly { readonly name: string; readonly options: readonly string[] }[]): string => `_sdkwright() {
  local current=\${COMP_WORDS[COMP_CWORD]} command=\${COMP_WORDS[1]}
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map((one) => one.name).join(' ')}" -- "$current"))
    return
  fi
  local options=
  case $command in
${commands.map((one) => `    ${one.name}) options="${one.options.join(' ')}" ;;`).join('\n')}
  esac
  if [ "\${current#-}" != "$current" ]; then COMPREPLY=($(compgen -W "$options" -- "$current")); else COMPREPLY=($(compgen -f -- "$current")); fi
}
complete -F _sdkwright sdkwright`;
