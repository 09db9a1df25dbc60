/** The description of the API for the runtime, and the options of the client. */
import type { AuthWay } from '../../plan/client.ts';
import type { Client, SecurityRequirement } from '../../ir/types.ts';
import type { SdkPlan } from '../../plan/sdk.ts';
import {
  type Code,
  type LiteralFields,
  code,
  fieldLines,
  fieldList,
  flagValue,
  identifier,
  join,
  numberLiteral,
  stringLiteral,
  textValue,
} from './code.ts';
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

const rows = (type: string, all: readonly Code[]): Code | undefined =>
  all.length === 0
    ? undefined
    : code`[]request.${identifier(type)}{\n${join(
        all.map((row) => code`{\n${row}\n},`),
        '\n',
      )}\n}`;

export const milliseconds = (value: number | undefined): Code | undefined =>
  value === undefined ? undefined : code`${numberLiteral(Math.round(value))} * time.Millisecond`;

/** Fields of the API's description. */
export function apiFields(plan: SdkPlan, options: readonly OptionMember[], title: string): Code {
  const { api, client } = plan;
  const { maxRetries, retryPolicy } = api.client;
  return fieldLines({
    Title: stringLiteral(api.info.title),
    UserAgent: code`${stringLiteral(`${title}/Go `)} + internal.PackageVersion`,
    Servers: rows('Server', client.servers.map(serverFields)),
    BaseURLEnv: textValue(client.baseURLEnv),
    HeadersEnv: textValue(`${api.client.envPrefix}_CUSTOM_HEADERS`),
    Options: rows(
      'Option',
      client.options.map((option, index) => optionFields(option, options[index]?.name ?? '')),
    ),
    Schemes: rows(
      'Scheme',
      client.auth.map(({ scheme, way }) => schemeFields(scheme, way)),
    ),
    Security: api.perEndpointSecurity && api.security.length > 0 ? securityLiteral(api.security) : undefined,
    PerEndpoint: flagValue(api.perEndpointSecurity),
    Header: headerMap(api.client.defaultHeaders),
    Idempotency: textValue(api.client.idempotencyHeader),
    Array: textValue(api.serialization.arrayFormat),
    Nested: textValue(api.serialization.nestedFormat),
    FormLists: textValue(api.serialization.formLists),
    Timeout: milliseconds(api.client.timeoutMs),
    MaxRetries: maxRetries === undefined ? undefined : numberLiteral(maxRetries || -1),
    Retry: retryPolicy && code`request.Retry{${fieldList(retryFields(retryPolicy))}}`,
  });
}

const serverFields = ({ name, url }: SdkPlan['client']['servers'][number]): Code =>
  fieldLines({
    Name: textValue(name),
    URL: textValue(url.map((part) => (part.kind === 'text' ? part.text : `{${part.option}}`)).join('')),
  });

const retryFields = (policy: NonNullable<Client['retryPolicy']>): LiteralFields => ({
  Statuses:
    policy.statuses.length === 0
      ? undefined
      : code`[]string{${join(policy.statuses.map(stringLiteral), ', ')}}`,
  Initial: milliseconds(policy.initialMs),
  Max: milliseconds(policy.maxMs),
  Exponent: policy.exponent === undefined ? undefined : numberLiteral(policy.exponent),
  MaxElapsed: milliseconds(policy.maxElapsedMs),
});

function optionFields({ option, isRequired }: SdkPlan['client']['options'][number], name: string): Code {
  const { send } = option;
  const isSent = send !== undefined && ['header', 'query', 'cookie'].includes(send.in);
  return fieldLines({
    Key: textValue(option.key),
    Name: textValue(name),
    Env: textValue(option.readEnv),
    Default: option.default === undefined ? undefined : stringLiteral(String(option.default)),
    IsRequired: flagValue(isRequired && option.default === undefined),
    In: isSent ? textValue(send.in) : undefined,
    SentAs: isSent ? textValue(send.name) : undefined,
  });
}

const schemeFields = (scheme: string, way: AuthWay): Code =>
  fieldLines({ Name: textValue(scheme), Kind: textValue(way.kind), ...credentialFields(way) });

function credentialFields(way: AuthWay): LiteralFields {
  switch (way.kind) {
    case 'bearer':
      return { Value: textValue(way.token) };
    case 'basic':
      return { Username: textValue(way.username), Password: textValue(way.password) };
    case 'api_key':
      return { In: textValue(way.in), Parameter: textValue(way.name), Value: textValue(way.value) };
    default:
      return {
        Value: textValue(way.token),
        ClientID: textValue(way.clientId),
        ClientSecret: textValue(way.clientSecret),
        TokenURL: textValue(way.tokenURL),
      };
  }
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
