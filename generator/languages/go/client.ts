/** The description of the API for the runtime, and the options of the client. */
import type { AuthWay } from '../../plan/client.ts';
import type { SecurityRequirement } from '../../ir/types.ts';
import type { SdkPlan } from '../../plan/sdk.ts';
import { type Code, code, empty, identifier, join, numberLiteral, stringLiteral } from './code.ts';
import { type GoNames, createScope } from './names.ts';

export interface OptionMember {
  readonly key: string;
  /** `APIKey` for the option `WithAPIKey`. */
  readonly name: string;
  readonly type: 'string' | 'number' | 'boolean';
  readonly description: string | undefined;
}

/** Options that every client has. */
const OPTIONS = (
  'BaseURL HTTPClient Middleware MaxRetries RequestTimeout Header HeaderAdd HeaderDel Query QueryAdd QueryDel ' +
  'JSONSet JSONDel RequestBody ResponseInto ResponseBodyInto DebugLog MaxResponseBytes Credential'
).split(' ');

export function optionMembers(plan: SdkPlan, names: GoNames): readonly OptionMember[] {
  const scope = createScope(OPTIONS);
  return plan.client.options.map(({ option }) => ({
    key: option.key,
    name: scope.free(names.pascal(option.key)),
    type: option.type,
    description: option.description,
  }));
}

export function environmentMembers(
  plan: SdkPlan,
  names: GoNames,
): readonly { readonly name: string; readonly server: string }[] {
  const scope = createScope();
  return plan.client.servers.map(({ name }) => ({ name: scope.free(names.pascal(name)), server: name }));
}

type ApiField = readonly [key: string, value: Code | undefined];

/** Lines of `Key: value,`; undefined values are omitted. */
const entries = (all: readonly ApiField[]): Code =>
  join(
    all.flatMap(([key, value]) =>
      value === undefined || value === empty ? [] : [code`${identifier(key)}: ${value},`],
    ),
    '\n',
  );

const text = (value: string | undefined): Code | undefined =>
  value === undefined || value === '' ? undefined : stringLiteral(value);

const rows = (type: string, all: readonly Code[]): Code | undefined =>
  all.length === 0
    ? undefined
    : code`[]request.${identifier(type)}{\n${join(
        all.map((row) => code`{\n${row}\n},`),
        '\n',
      )}\n}`;

/** Fields of the API's description. */
export function apiFields(plan: SdkPlan, options: readonly OptionMember[], title: string): Code {
  const { api, client } = plan;
  const policy = api.client.retryPolicy;
  const ms = (value: number | undefined): Code | undefined =>
    value === undefined ? undefined : code`${numberLiteral(Math.round(value))} * time.Millisecond`;
  return entries([
    ['Title', stringLiteral(api.info.title)],
    ['UserAgent', code`${stringLiteral(`${title}/Go `)} + internal.PackageVersion`],
    [
      'Servers',
      rows(
        'Server',
        client.servers.map(({ name, url }) =>
          entries([
            ['Name', text(name)],
            [
              'URL',
              text(url.map((part) => (part.kind === 'text' ? part.text : `{${part.option}}`)).join('')),
            ],
          ]),
        ),
      ),
    ],
    ['BaseURLEnv', text(client.baseURLEnv)],
    ['HeadersEnv', text(`${api.client.envPrefix}_CUSTOM_HEADERS`)],
    [
      'Options',
      rows(
        'Option',
        plan.client.options.map((option, index) => optionFields(option, options[index]?.name ?? '')),
      ),
    ],
    [
      'Schemes',
      rows(
        'Scheme',
        client.auth.map(({ scheme, way }) => schemeFields(scheme, way)),
      ),
    ],
    [
      'Security',
      api.perEndpointSecurity && api.security.length > 0 ? securityLiteral(api.security) : undefined,
    ],
    ['PerEndpoint', api.perEndpointSecurity ? code`true` : undefined],
    ['Header', headerMap(api.client.defaultHeaders)],
    ['Idempotency', text(api.client.idempotencyHeader)],
    ['Array', text(api.serialization.arrayFormat)],
    ['Nested', text(api.serialization.nestedFormat)],
    ['FormLists', text(api.serialization.formLists)],
    ['Timeout', ms(api.client.timeoutMs)],
    [
      'MaxRetries',
      api.client.maxRetries === undefined ? undefined : numberLiteral(api.client.maxRetries || -1),
    ],
    [
      'Retry',
      policy &&
        code`request.Retry{${join(
          [
            ...(policy.statuses.length > 0
              ? [code`Statuses: []string{${join(policy.statuses.map(stringLiteral), ', ')}}`]
              : []),
            ...(
              [
                ['Initial', ms(policy.initialMs)],
                ['Max', ms(policy.maxMs)],
                ['Exponent', policy.exponent === undefined ? undefined : numberLiteral(policy.exponent)],
                ['MaxElapsed', ms(policy.maxElapsedMs)],
              ] as const
            ).flatMap(([key, value]) => (value === undefined ? [] : [code`${identifier(key)}: ${value}`])),
          ],
          ', ',
        )}}`,
    ],
  ]);
}

function optionFields({ option, isRequired }: SdkPlan['client']['options'][number], name: string): Code {
  const { send } = option;
  const isSent = send !== undefined && ['header', 'query', 'cookie'].includes(send.in);
  return entries([
    ['Key', text(option.key)],
    ['Name', text(name)],
    ['Env', text(option.readEnv)],
    ['Default', option.default === undefined ? undefined : stringLiteral(String(option.default))],
    ['IsRequired', isRequired && option.default === undefined ? code`true` : undefined],
    ['In', isSent ? text(send.in) : undefined],
    ['SentAs', isSent ? text(send.name) : undefined],
  ]);
}

function schemeFields(scheme: string, way: AuthWay): Code {
  const own: readonly ApiField[] =
    way.kind === 'bearer'
      ? [['Value', text(way.token)]]
      : way.kind === 'basic'
        ? [
            ['Username', text(way.username)],
            ['Password', text(way.password)],
          ]
        : way.kind === 'api_key'
          ? [
              ['In', text(way.in)],
              ['Parameter', text(way.name)],
              ['Value', text(way.value)],
            ]
          : [
              ['Value', text(way.token)],
              ['ClientID', text(way.clientId)],
              ['ClientSecret', text(way.clientSecret)],
              ['TokenURL', text(way.tokenURL)],
            ];
  return entries([['Name', text(scheme)], ['Kind', text(way.kind)], ...own]);
}

/** Security alternatives, each with its schemes and their scopes. */
export const securityLiteral = (security: readonly SecurityRequirement[]): Code =>
  code`request.Security{${join(
    security.map(
      ({ schemes }) =>
        code`{${join(
          schemes.map(
            ({ name, scopes }) => code`${stringLiteral(name)}: {${join(scopes.map(stringLiteral), ', ')}}`,
          ),
          ', ',
        )}}`,
    ),
    ', ',
  )}}`;

const headerMap = (
  headers: readonly { readonly name: string; readonly value: string }[],
): Code | undefined =>
  headers.length === 0
    ? undefined
    : code`map[string]string{${join(
        headers.map(({ name, value }) => code`${stringLiteral(name)}: ${stringLiteral(value)}`),
        ', ',
      )}}`;
