/** Server variables as client options (OpenAPI 3.1 section 4.8.6), if the config declares no options. */
import { snake } from '../lib/words.ts';
import type { ClientOption, Environment } from './types.ts';

/** Adds the values that a server variable lists to the option that fills it. */
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
 * An option for each variable of any environment, unless another option already has its name. Without a
 * default, the option is required to complete the server's URL.
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
