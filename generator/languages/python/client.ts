/** The client: its options, how they are sent, and the URL of the API. */
import type { ClientOption } from '../../ir/types.ts';
import type { AuthWay, ClientPlan, OptionPlan, ServerPlan } from '../../plan/client.ts';
import type { SdkPlan } from '../../plan/sdk.ts';
import {
  type Code,
  code,
  dictOf,
  empty,
  identifier,
  join,
  stringLiteral,
  tupleOf,
  valueLiteral,
} from './code.ts';
import * as part from './fragment.ts';
import { optionName } from './layout.ts';
import { securityOf } from './methods/options.ts';
import type { Colour } from './methods/returns.ts';
import type { Names } from './names.ts';
import * as expr from './types/expr.ts';

type UseName = (name: expr.NameExpression) => Code;

export interface ClientMember extends Pick<OptionPlan, 'option' | 'isCredential' | 'isRequired'> {
  readonly name: string;
}

export const clientMembers = (names: Names, client: ClientPlan): readonly ClientMember[] =>
  client.options.map((option) => ({ ...option, name: optionName(names, option.option.key) }));

export const mustBeGiven = ({ option, isRequired }: ClientMember): boolean =>
  isRequired && option.default === undefined;

/** Servers that the user can choose from. */
export const environmentsOf = ({ servers }: ClientPlan): readonly ServerPlan[] =>
  servers.length > 1 ? servers : [];

/** Type of the attribute and of the optional argument. */
export function optionType({ option, isCredential }: ClientMember, colour: Colour): expr.TypeExpression {
  if (isCredential) return expr.runtime('_types', colour === 'async' ? 'AsyncCredential' : 'Credential');
  const type = option.values
    ? expr.unionOf([expr.text, expr.literalOf(option.values)])
    : expr.builtin({ string: 'str', number: 'float', boolean: 'bool' }[option.type]);
  return option.nullable ? expr.optional(type) : type;
}

/** The sources of a value that the caller does not pass: the environment, then the default. */
export function fallbackOf({ option }: ClientMember): readonly part.Fragment[] {
  const read = option.readEnv === undefined ? [] : [readEnv(option, option.readEnv)];
  return [...read, ...(option.default === undefined ? [] : [part.plain(valueLiteral(option.default))])];
}

function readEnv({ type }: ClientOption, name: string): part.Fragment {
  const call = (fn: string): part.Fragment =>
    part.call(expr.runtime('_env', fn), [part.plain(stringLiteral(name))]);
  switch (type) {
    case 'string':
      return call('read_env');
    case 'number':
      return call('read_number');
    case 'boolean':
      return call('read_boolean');
    default:
      return type satisfies never;
  }
}

type ClientMembers = readonly ClientMember[];

const own = (members: ClientMembers, key: string): Code =>
  code`self.${identifier(members.find((member) => member.option.key === key)?.name ?? key)}`;

/** How each security scheme signs a request: dictionary entries by scheme name. */
export function authEntries(
  client: ClientPlan,
  members: ClientMembers,
): readonly (readonly [Code, part.Fragment])[] {
  return client.auth.map(({ scheme, way }) => [stringLiteral(scheme), authOf(way, members)]);
}

function authOf(way: AuthWay, members: ClientMembers): part.Fragment {
  const call = (name: string, ...holes: readonly Code[]): part.Fragment =>
    part.call(expr.runtime('_auth', name), holes.map(part.plain));
  switch (way.kind) {
    case 'bearer':
      return call('bearer', own(members, way.token));
    case 'basic':
      return call('basic', own(members, way.username), own(members, way.password));
    case 'api_key':
      return call('api_key', stringLiteral(way.in), stringLiteral(way.name), own(members, way.value));
    case 'client_credentials':
      return call(
        'client_credentials',
        tokenURL(way.tokenURL),
        own(members, way.clientId),
        own(members, way.clientSecret),
        ...(way.token === undefined ? [] : [own(members, way.token)]),
      );
    default:
      return way satisfies never;
  }
}

/** A path is relative to the base URL. */
const tokenURL = (url: string): Code =>
  /^https?:/i.test(url)
    ? stringLiteral(url)
    : code`str(self.base_url).rstrip("/") + ${stringLiteral(url.startsWith('/') ? url : `/${url}`)}`;

/** Options sent as headers and query parameters. */
export function sentAs(
  members: ClientMembers,
  place: 'header' | 'query' | 'cookie',
): readonly (readonly [Code, Code])[] {
  return members.flatMap(({ option }) =>
    option.send?.in === place ? [[stringLiteral(option.send.name), own(members, option.key)] as const] : [],
  );
}

/** Server variables set by client options are filled in when the client is created. */
export function urlCode({ url }: ServerPlan, members: ClientMembers): Code {
  if (url.every((item) => item.kind === 'text')) return stringLiteral(url.map((item) => item.text).join(''));
  const pieces = url.map((item) => {
    if (item.kind === 'text') return stringLiteral(item.text);
    const member = members.find((each) => each.option.key === item.option);
    const name = identifier(member?.name ?? item.option);
    const isText = member?.option.type === 'string';
    const text = isText ? name : code`str(${name})`;
    return member?.option.nullable
      ? code`(${stringLiteral(item.written)} if ${name} is None else ${text})`
      : text;
  });
  return join(pieces, ' + ');
}

/** The same as data: variables set by options remain unchanged. */
export const urlText = ({ url }: ServerPlan): Code =>
  stringLiteral(url.map((item) => (item.kind === 'text' ? item.text : item.written)).join(''));

/** Arguments of the base class that concern the API, in addition to the caller's choices. */
export function settings({ api, client }: SdkPlan, members: ClientMembers, use: UseName): readonly Code[] {
  const { client: facts, serialization } = api;
  const policy = facts.retryPolicy;
  const retry = [
    ...(policy === undefined || policy.statuses.length === 0
      ? []
      : [code`statuses=${tupleOf(policy.statuses.map(stringLiteral))}`]),
    ...(
      [
        ['initial', seconds(policy?.initialMs)],
        ['max', seconds(policy?.maxMs)],
        ['exponent', policy?.exponent],
        ['max_elapsed', seconds(policy?.maxElapsedMs)],
      ] as const
    ).flatMap(([key, value]) =>
      value === undefined ? [] : [code`${identifier(key)}=${valueLiteral(value)}`],
    ),
  ];
  return [
    ...(facts.idempotencyHeader === undefined
      ? []
      : [code`idempotency_header=${stringLiteral(facts.idempotencyHeader)}`]),
    code`query_defaults=${tupleOf([stringLiteral(serialization.arrayFormat), stringLiteral(serialization.nestedFormat)])}`,
    ...(serialization.formLists === 'repeat' || !client.sendsForms
      ? []
      : [code`form_lists=${stringLiteral(serialization.formLists)}`]),
    ...(api.security.length > 0 && api.perEndpointSecurity
      ? [code`security=${securityOf(api.security)}`]
      : []),
    ...(client.credentials.length === 0
      ? []
      : [
          code`credentials=${dictOf(client.credentials.map((credential) => [credential.scheme, stringLiteral(namesOf(credential.options, members))]))}`,
        ]),
    ...(client.redacted.length > 0 ? [code`redact=${tupleOf(client.redacted.map(stringLiteral))}`] : []),
    ...(retry.length === 0
      ? []
      : [code`retry=${use(expr.runtime('_retry', 'RetrySettings'))}(${join(retry, ', ')})`]),
  ];
}

const namesOf = (options: readonly string[], members: ClientMembers): string =>
  options.flatMap((key) => members.find((member) => member.option.key === key)?.name ?? []).join(' and ');

const seconds = (ms: number | undefined): number | undefined => (ms === undefined ? undefined : ms / 1000);

export const headerDefaults = (plan: SdkPlan): Code =>
  plan.api.client.defaultHeaders.length === 0
    ? empty
    : dictOf(
        plan.api.client.defaultHeaders.map((defaultHeader) => [
          defaultHeader.name,
          stringLiteral(defaultHeader.value),
        ]),
      );
