/**
 * Server variables as options of the client (OpenAPI 3.1 section 4.8.6), where the config names no options.
 */
import { snake } from '../lib/words.ts';
import type { ClientOption, Environment } from './types.ts';

/** Options that fill a variable take the values that the variable lists. */
export const withKnownValues = (
  options: readonly ClientOption[],
  environments: readonly Environment[],
): readonly ClientOption[] =>
  options.map((option) => {
    const values = option.send?.in === 'server_variable' ? valuesOf(environments, option.send.name) : [];
    return values.length === 0 || option.type !== 'string' ? option : { ...option, values };
  });

const valuesOf = (environments: readonly Environment[], name: string): readonly string[] => [
  ...new Set(
    environments.flatMap(
      (environment) => environment.variables.find((variable) => variable.name === name)?.enum ?? [],
    ),
  ),
];

/**
 * One for each variable of any environment that no other option is called like; without a default the
 * server's address is not whole until it is given.
 */
export function serverOptions(
  environments: readonly Environment[],
  { envPrefix, others }: { readonly envPrefix: string; readonly others: readonly ClientOption[] },
): readonly ClientOption[] {
  const keys = new Set(others.map((clientOption) => clientOption.key));
  const names = new Set<string>();
  const options: ClientOption[] = [];
  for (const variable of environments.flatMap((environment) => environment.variables)) {
    const plain = snake(variable.name);
    if (names.has(variable.name) || plain === '') continue;
    names.add(variable.name);
    const key = keys.has(plain) ? `server_${plain}` : plain;
    if (keys.has(key)) continue;
    keys.add(key);
    const fallback = variable.default === '' ? undefined : variable.default;
    options.push({
      key,
      type: 'string',
      required: false,
      nullable: fallback === undefined,
      readEnv: `${envPrefix}_${key.toUpperCase()}`,
      send: { in: 'server_variable', name: variable.name },
      description: variable.description ?? `The \`${variable.name}\` in the address of the server.`,
      ...(fallback !== undefined && { default: fallback }),
    });
  }
  return options;
}
