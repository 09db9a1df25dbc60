/** The command line for an API: each call of the catalogue as a command. */
import { withoutArticle } from '../../package-data.ts';
import { commandNames, flagNames } from '../../../plan/commands.ts';
import type { ClientClass } from '../client.ts';
import { type Code, lineText, stringLiteral } from '../code.ts';
import { json, packageName as validName } from '../package.ts';
import type { TypescriptSdk } from '../sdk.ts';
import {
  type AgentViewOptions,
  type BesideSdk,
  besideSdk,
  callableEntries,
  credentialsOf,
  programName,
  secretNames,
} from './mcp.ts';

export interface CliView extends BesideSdk {
  /** String literals: text of the document never becomes code. */
  readonly commands: readonly {
    readonly name: Code;
    readonly title: Code;
    readonly effect: Code;
    readonly entry: Code;
  }[];
  readonly title: Code;
  /** The name of the program: `smithery`. */
  readonly name: Code;
  readonly plainName: Code;
  readonly packageName: Code;
  readonly plainPackageName: Code;
  readonly description: Code;
  readonly credentials: Code;
  readonly secretNames: Code;
  /** Names of the program's own commands, as JSON. */
  readonly own: Code;
  readonly variables: readonly { readonly name: Code; readonly about: Code }[];
  readonly hasVariables: boolean;
  readonly count: Code;
  /** A read-only command for documentation: `servers list`. */
  readonly example: Code;
  readonly helpCommand: Code;
  readonly completionCommand: Code;
  readonly manCommand: Code;
  /** First words of commands, each with its number of commands. */
  readonly groups: readonly { readonly name: Code; readonly count: Code }[];
  readonly hasMoreGroups: boolean;
}

const MOST_GROUPS = 20;

export function viewCli(
  sdk: TypescriptSdk,
  client: ClientClass,
  { package: info, agents, pathsToSdk }: AgentViewOptions,
): CliView {
  const packageName = validName(agents.cli.packageName ?? `${info.name}-cli`);
  const entries = callableEntries(sdk);
  const { commands, own } = commandNames(entries);
  const name = programName(agents.cli.binaryName ?? sdk.api.client.name);
  const variables = client.options.flatMap(({ option, isCredential }) =>
    isCredential && option.readEnv !== undefined
      ? [{ name: lineText(option.readEnv), about: lineText(option.description ?? 'Credential of the API.') }]
      : [],
  );
  const nameOf = ({ id }: { readonly id: string }): string => commands.get(id) ?? id;
  const isEasy = (entry: (typeof entries)[number]): boolean =>
    entry.effect === 'read' && entry.arguments.every((argument) => !argument.required);
  const example =
    entries.find((entry) => isEasy(entry) && entry.result === 'page') ?? entries.find(isEasy) ?? entries[0];
  const counts = new Map<string, number>();
  for (const entry of entries) {
    const [word = ''] = nameOf(entry).split(' ');
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return {
    commands: entries.map((entry) => ({
      name: stringLiteral(nameOf(entry)),
      title: stringLiteral(entry.title),
      effect: stringLiteral(entry.effect),
      entry: stringLiteral(JSON.stringify({ ...entry, ...flagNames(entry) })),
    })),
    title: stringLiteral(sdk.api.info.title),
    name: stringLiteral(name),
    plainName: lineText(name),
    ...besideSdk(pathsToSdk.cli),
    packageName: json(packageName),
    plainPackageName: lineText(packageName),
    description: json(`Command line of the ${withoutArticle(sdk.api.info.title)}`),
    credentials: stringLiteral(JSON.stringify(credentialsOf(client))),
    secretNames: stringLiteral(JSON.stringify(secretNames(sdk))),
    own: stringLiteral(JSON.stringify(own)),
    variables,
    hasVariables: variables.length > 0,
    count: lineText(String(entries.length)),
    example: lineText(example ? nameOf(example) : own.help),
    helpCommand: lineText(own.help),
    completionCommand: lineText(own.completion),
    manCommand: lineText(own.man),
    groups: [...counts]
      .slice(0, MOST_GROUPS)
      .map(([word, count]) => ({ name: lineText(word), count: lineText(String(count)) })),
    hasMoreGroups: counts.size > MOST_GROUPS,
  };
}
