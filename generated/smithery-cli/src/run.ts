/** The program: arguments in, output and an exit code out. It never prompts. */
import type { ClientMaker } from './client-maker.ts';
import { type Command, type CommandEntry, type Program, entryOf } from './command-types.ts';
import { EXIT, type ExitCode, UsageError, failed } from './exit.ts';
import { commandHelp, groupHelp, helpJson, rootHelp, usageOf } from './help.ts';
import { readInput } from './read-input.ts';
import { type Group, findCommand, treeOf } from './tree.ts';

export interface ProgramParts {
  readonly program: Program;
  readonly makeClient: ClientMaker;
}

export async function run(
  parts: ProgramParts,
  args: readonly string[] = process.argv.slice(2),
): Promise<void> {
  // It is not an error if the reader, such as `head`, closes the pipe early.
  process.stdout.on('error', () => process.exit(EXIT.ok));
  process.exitCode = await exitOf(parts, args);
}

/** The hidden command that completion scripts run. */
const COMPLETE = '__complete';

const print = (text: string): void => void process.stdout.write(text);

async function exitOf(parts: ProgramParts, args: readonly string[]): Promise<ExitCode> {
  const { program } = parts;
  const root = treeOf(program.commands);
  try {
    const [first = ''] = args;
    if (first === COMPLETE) {
      const { completions } = await import('./completion.ts');
      print(
        completions(program, root, args.slice(1))
          .map((word) => `${word}\n`)
          .join(''),
      );
      return EXIT.ok;
    }
    if (first === '--version' || first === '-v') {
      print(`${program.version}\n`);
      return EXIT.ok;
    }
    if (Object.values(program.own).includes(first)) return await ownCommand(program, root, args);
    const { group, command, rest } = findCommand(program, root, args);
    if (command) return await call(parts, { root, group, command }, rest);
    const unknown = rest.find((arg) => !['--help', '-h', '--json'].includes(arg));
    if (unknown !== undefined)
      throw new UsageError(`${unknown.slice(0, 60)}: flags must follow the command`, group.name);
    if (rest.includes('--json')) print(`${helpJson(program, group, undefined)}\n`);
    else print(group === root ? rootHelp(program, root) : groupHelp(program, group));
    // A group without a command does nothing, so the exit code reports a failure.
    return rest.length === 0 && args.length > 0 ? EXIT.usage : EXIT.ok;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return failed(
      {
        message: error.message,
        code: 'usage',
        ...(error.command && { command: error.command }),
      },
      EXIT.usage,
    );
  }
}

async function ownCommand(program: Program, root: Group, args: readonly string[]): Promise<ExitCode> {
  const [first, ...rest] = args;
  if (first === program.own.completion) {
    const { completionScript } = await import('./completion.ts');
    print(completionScript(program.name, rest[0]));
  } else if (first === program.own.man) {
    const { manPage } = await import('./man.ts');
    print(manPage(program));
  } else if (rest.length === 0) print(rootHelp(program, root));
  else print(await found(program, root, rest));
  return EXIT.ok;
}

/** Help for a command, or the commands that match a description of a task. */
async function found(program: Program, root: Group, words: readonly string[]): Promise<string> {
  const exact = program.commands.find(({ name }) => name === words.join(' '));
  if (exact) return commandHelp(program, exact);
  const { createSearch } = await import('./search.ts');
  const entries = new Map(program.commands.map((command) => [entryOf(command), command]));
  const results = createSearch([...entries.keys()])(words.join(' '));
  if (results.length === 0) return rootHelp(program, root);
  return results
    .map((entry) => {
      const command = entries.get(entry as CommandEntry);
      return command
        ? `${usageOf(program, command, entry as CommandEntry)}\n  ${entry.description.slice(0, 160)}\n`
        : '';
    })
    .join('');
}

interface Place {
  readonly root: Group;
  readonly group: Group;
  readonly command: Command;
}

async function call(
  parts: ProgramParts,
  { group, command }: Place,
  rest: readonly string[],
): Promise<ExitCode> {
  const { program } = parts;
  const entry = entryOf(command);
  const { readFlags } = await import('./flags.ts');
  try {
    const asked = await readFlags(entry, rest, async () => (await standardInput()).toString('utf8'));
    if (asked.isHelp) {
      print(asked.isJson ? `${helpJson(program, group, command)}\n` : commandHelp(program, command));
      return EXIT.ok;
    }
    const missing = entry.arguments.findIndex(
      ({ name, as }) => as === 'positional' && (asked.args[name] === undefined || asked.args[name] === ''),
    );
    if (missing >= 0)
      throw new UsageError(`<${entry.flags[missing]}> is missing; ${usageOf(program, command, entry)}`);
    const [{ makeCall }, { sessionOf }] = await Promise.all([
      import('./make-call.ts'),
      import('./client-maker.ts'),
    ]);
    const session = sessionOf({ catalogue: program, makeClient: parts.makeClient });
    return await makeCall({ program, entry, asked, session, stdin: standardInput });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return failed({ message: error.message, code: 'usage', command: command.name }, EXIT.usage);
  }
}

export const standardInput = (): Promise<Buffer> => readInput(process.stdin, 'standard input');
