/** The command-line options of `sdkwright config`. The implementation is loaded when it is needed. */
import { pointerTokens } from '../../lib/origin.ts';
import type { Command } from 'commander';
import type { ConfigAction } from '../../config/rewrite/actions.ts';
import type { CommandFrame, InputOptions } from '../inputs.ts';
import type { Terminal } from '../terminal.ts';

interface ConfigOptions extends InputOptions {
  readonly dryRun?: boolean;
  readonly undo?: boolean;
  readonly all?: boolean;
  readonly skip?: boolean;
  readonly remove?: boolean;
}

export function addConfigCommands(
  program: Command,
  terminal: Terminal,
  { withInputs, inputsOf, finish }: Omit<CommandFrame, 'signal'>,
): void {
  const config = program
    .command('config')
    .description('edit the config and keep its comments, order and style');
  const add = (name: string, about: string, example: string): Command =>
    withInputs(config.command(name))
      .description(about)
      .option('--dry-run', 'write nothing; print what would change')
      .addHelpText('after', `\nExamples:\n  $ sdkwright config ${example}`);
  const run = async (options: ConfigOptions, action: ConfigAction): Promise<void> => {
    const { runConfig } = await import('./config-run.ts');
    finish(await runConfig(terminal, { ...inputsOf(options), action, dryRun: options.dryRun === true }));
  };

  add('set', 'set a key; missing parent keys are added', 'set client_settings.default_timeout 30000')
    .argument('<path>', 'keys in dots, or a JSON Pointer: /resources/a.b/methods')
    .argument('<value>', 'text, number, true or false; a list or an object as YAML')
    .action(async (path: string, text: string, options: ConfigOptions) => {
      const { valueOfWord } = await import('./config-value.ts');
      const value = valueOfWord(text);
      return run(options, { kind: 'changes', changes: [{ kind: 'set', path: keysOf(path), value }] });
    });
  add('unset', 'remove a key with its value', 'unset client_settings.default_timeout')
    .argument('<path>', 'keys in dots, or a JSON Pointer')
    .action((path: string, options: ConfigOptions) =>
      run(options, { kind: 'changes', changes: [{ kind: 'unset', path: keysOf(path) }] }),
    );
  add('rename', 'rename a method or a resource', 'rename servers.retrieve get')
    .argument(
      '<method>',
      'books.list, or its operation: "get /books"; a resource: books; with --all only the name',
    )
    .argument('<name>', 'the new name')
    .option('--all', 'rename every method of that name: rename --all retrieve get')
    .action((method: string, name: string, options: ConfigOptions) =>
      run(
        options,
        options.all === true
          ? { kind: 'rename-all', key: method, to: name }
          : { kind: 'rename', method, key: name },
      ),
    );
  add('move', 'move methods or a resource into another resource', 'move servers.deploy servers.releases')
    .argument(
      '<method...>',
      'books.list, its operation, or a resource; the last word is the target ($client: the client)',
    )
    .action((words: readonly string[], options: ConfigOptions) => {
      const resource = words.at(-1) ?? '';
      if (words.length < 2) return program.error('error: name a method and a resource', { exitCode: 2 });
      return run(options, {
        kind: 'move',
        methods: words.slice(0, -1),
        resource: resource === '$client' ? [] : resource.split('.'),
      });
    });
  add('model', 'name a model, or move it', 'model books.genre books.kind')
    .argument('<model>', 'books.genre, or the schema: Genre')
    .argument('[name]', 'its new resource and name; $shared.genre: for several resources')
    .option('--skip', 'remove the type; it is written inline where it is used')
    .action((model: string, name: string | undefined, options: ConfigOptions) => {
      if ((name === undefined) !== (options.skip === true))
        return program.error('error: give a name, or --skip', { exitCode: 2 });
      const keys = name?.split('.') ?? [];
      // A name without dots belongs to the client itself.
      const resource = keys.length < 2 ? ['$client'] : keys.slice(0, -1);
      const to = { resource, key: keys.at(-1) ?? '' };
      return run(options, { kind: 'model', model, ...(name !== undefined && { to }) });
    });
  add('option', 'rename a client option and its uses', 'option bearer_token api_key')
    .argument('<option>', 'its key in client_settings.opts')
    .argument('<name>', 'the new name')
    .action((option: string, to: string, options: ConfigOptions) =>
      run(options, { kind: 'rename-option', option, to }),
    );
  add('pages', 'rename a pagination scheme and its uses', 'pages page_number_page numbered_page')
    .argument('<scheme>', 'its name in pagination')
    .argument('[name]', 'the new name')
    .option('--remove', 'remove the scheme')
    .action((scheme: string, to: string | undefined, options: ConfigOptions) => {
      if ((to === undefined) !== (options.remove === true))
        return program.error('error: give a name, or --remove', { exitCode: 2 });
      return run(
        options,
        to === undefined ? { kind: 'remove-scheme', scheme } : { kind: 'rename-scheme', scheme, to },
      );
    });
  add('skip', 'remove methods from the SDK', 'skip servers.delete')
    .argument('<method...>', 'books.list, or its operation')
    .option('--undo', 'restore the methods')
    .action((methods: readonly string[], options: ConfigOptions) =>
      run(options, {
        kind: 'method-key',
        methods,
        key: 'skip',
        ...(options.undo !== true && { value: true }),
      }),
    );
}

const keysOf = (path: string): readonly string[] =>
  path.startsWith('/') ? pointerTokens(path) : path.split('.');
