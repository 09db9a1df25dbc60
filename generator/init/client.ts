import type { Api, ClientOption, Environment } from '../ir/types.ts';
import type { JsonObject } from '../lib/json.ts';
import { block, comment, indent, inline, keyOf } from './text.ts';

export function environmentLines(api: Api): readonly string[] {
  const { environments } = api.client;
  if (environments.length === 0)
    return [
      '',
      '# The document names no server: add the base URL.',
      '# environments:',
      '#   production: https://api.example.com',
    ];
  return [
    '',
    '# From `servers` in the document. The first is the default.',
    'environments:',
    ...environments.flatMap((environment) => indent(1, environmentOf(environment))),
  ];
}

function environmentOf({ name, url, variables }: Environment): readonly string[] {
  if (variables.length === 0) return [`${keyOf(name)}: ${inline(url)}`];
  const about = Object.fromEntries(
    variables.map((variable): [string, JsonObject] => [
      variable.name,
      {
        ...(variable.default !== undefined && { default: variable.default }),
        ...(variable.enum !== undefined && { enum: variable.enum }),
        ...(variable.description !== undefined && { description: variable.description }),
      },
    ]),
  );
  return [`${keyOf(name)}:`, ...indent(1, [`url: ${inline(url)}`, 'variables:', ...indent(1, block(about))])];
}

/** `client_settings:`. Its options come from security schemes, which the comment names. */
export function clientLines(api: Api): readonly string[] {
  const { client } = api;
  const options = client.options.flatMap((option) => indent(2, optionLines(api, option)));
  return [
    '',
    'client_settings:',
    `  client_name: ${inline(client.name)}`,
    `  default_env_prefix: ${inline(client.envPrefix)}`,
    ...(client.timeoutMs === undefined ? [] : [`  default_timeout: ${client.timeoutMs}`]),
    ...(client.maxRetries === undefined
      ? []
      : ['  default_retries:', `    max_retries: ${client.maxRetries}`]),
    ...(client.idempotencyHeader === undefined
      ? []
      : [
          indented('the client makes a key where a call gives none'),
          '  idempotency:',
          `    header: ${inline(client.idempotencyHeader)}`,
        ]),
    ...(options.length === 0
      ? ['  # The document declares no security scheme, so the client takes no credential.']
      : ['  opts:', ...options]),
  ];
}

/** Spellings found in the document, written down so that they can be reviewed and corrected. */
export function casingLines({ client }: Api): readonly string[] {
  if (client.casings.length === 0) return [];
  const spelt = client.casings.map(
    ({ word, initialism, pascal }) =>
      `  ${keyOf(word)}: ${inline({ ...(initialism !== undefined && { initialism }), ...(pascal !== undefined && { pascal }) })}`,
  );
  return [
    '',
    '# How the document spells these words, in every name that holds one.',
    'custom_casings:',
    ...spelt,
  ];
}

const indented = (remark: string): string => `  ${comment(remark)}`;

function optionLines(api: Api, option: ClientOption): readonly string[] {
  const scheme = api.securitySchemes.find((securityScheme) => securityScheme.name === option.auth?.scheme);
  const from =
    option.auth === undefined
      ? []
      : [
          comment(
            `for the security scheme ${option.auth.scheme}${scheme === undefined ? '' : ` (${scheme.kind})`}`,
          ),
        ];
  return [...from, `${keyOf(option.key)}:`, ...indent(1, block(optionValue(option)))];
}

/** An option as an entry of `client_settings.opts`. */
export const optionValue = (option: ClientOption): JsonObject => ({
  type: option.type,
  ...(option.nullable && { nullable: true }),
  ...(option.default !== undefined && { default: option.default }),
  ...(option.readEnv !== undefined && { read_env: option.readEnv }),
  ...(option.auth !== undefined && {
    auth: {
      security_scheme: option.auth.scheme,
      ...(option.auth.role !== 'value' && { role: option.auth.role }),
    },
  }),
  ...(option.send !== undefined && { [SENDING[option.send.in]]: option.send.name }),
  ...(option.description !== undefined && { description: option.description }),
});

const SENDING = {
  header: 'send_in_header',
  query: 'send_as_query_param',
  path: 'send_as_path_param',
  body: 'send_as_body_param',
  cookie: 'send_in_cookie',
  server_variable: 'server_variable',
} as const;
