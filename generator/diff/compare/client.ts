/**
 * Compares the client: what it sends by default, what it reads from the environment, and the meaning of its
 * options.
 */
import type { Api, ClientOption } from '../../ir/types.ts';
import type { JsonValue } from '../../lib/json.ts';
import type { RuleId } from '../rules/catalogue.ts';
import { jsonText } from './json-text.ts';
import { type Findings, pushDiffering } from './place.ts';
import { namedSubject, textSubject } from '../subject.ts';

export function compareClient(a: Api, b: Api, findings: Findings): void {
  const say = (rule: RuleId, subject: string, texts: ClientTexts): void =>
    pushDiffering(findings, rule, { subject: textSubject(subject), ...texts });
  const { client: x } = a;
  const { client: y } = b;
  say(
    'client-default-changed',
    'the time limit of the client',
    texts(x.timeoutMs, y.timeoutMs, 'is another one'),
  );
  say(
    'client-default-changed',
    'the number of retries of the client',
    texts(x.maxRetries, y.maxRetries, 'is another one'),
  );
  say(
    'client-default-changed',
    'the retry policy of the client',
    texts(x.retryPolicy && { ...x.retryPolicy }, y.retryPolicy && { ...y.retryPolicy }, 'is another one'),
  );
  say(
    'client-default-changed',
    'the idempotency header',
    texts(x.idempotencyHeader, y.idempotencyHeader, 'is another one'),
  );
  say(
    'client-default-changed',
    'the headers of every request',
    texts(listed(x.defaultHeaders), listed(y.defaultHeaders), 'are others'),
  );
  say(
    'serialization-changed',
    'arrays and objects in queries and forms',
    texts({ ...a.serialization }, { ...b.serialization }, 'are written otherwise'),
  );
  say('credentials-sent-changed', 'every call', texts(sentText(a), sentText(b), 'sends other credentials'));
  say(
    'environment-variable-changed',
    'the base URL',
    texts(
      x.baseURLEnv ?? `${x.envPrefix}_BASE_URL`,
      y.baseURLEnv ?? `${y.envPrefix}_BASE_URL`,
      'is read from another variable of the environment',
    ),
  );
  for (const [key, name] of CONVERSIONS)
    say(
      'conversion-changed',
      name,
      texts(x.values?.[key] === true, y.values?.[key] === true, 'are converted otherwise'),
    );
  if (x.browser !== y.browser) {
    const refused = x.browser === 'allow' || y.browser === 'disallow';
    say(
      refused ? 'browsers-refused' : 'browsers-allowed',
      'the client in a browser',
      texts(x.browser, y.browser, refused ? 'is refused, or needs an option' : 'is allowed'),
    );
  }
}

const CONVERSIONS = [
  ['dates', 'times'],
  ['int64', '64-bit integers'],
] as const;

interface ClientTexts {
  readonly before: string;
  readonly after: string;
  readonly message: string;
}

const texts = (
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  message: string,
): ClientTexts => ({
  before: textOf(before),
  after: textOf(after),
  message,
});
const textOf = (value: JsonValue | undefined): string =>
  value === undefined ? '' : typeof value === 'string' ? value : jsonText(value);
const listed = (headers: Api['client']['defaultHeaders']): string | undefined =>
  headers
    .map((header) => `${header.name}: ${header.value}`)
    .sort()
    .join(', ') || undefined;
const sentText = (api: Api): string =>
  api.perEndpointSecurity ? 'those that the operation names' : 'all that are set';

/** Compares the effect of options with the same name and type. */
export function compareOptionUse(a: ClientOption, b: ClientOption, findings: Findings): void {
  const at = {
    subject: namedSubject('client option', a.key),
    ...(a.origin === undefined ? {} : { base: a.origin }),
    ...(b.origin === undefined ? {} : { revision: b.origin }),
  };
  const say = (rule: RuleId, texts: ClientTexts): void => pushDiffering(findings, rule, { ...at, ...texts });
  say('client-option-meaning-changed', texts(useText(a), useText(b), 'is used for something else'));
  say('client-option-default-changed', texts(a.default, b.default, 'has another default'));
  say(
    'environment-variable-changed',
    texts(a.readEnv, b.readEnv, 'is read from another variable of the environment'),
  );
}

/** Describes the option as a credential or as a value and where it is sent. */
const useText = ({ auth, send }: ClientOption): string =>
  [
    ...(auth === undefined ? [] : [`${auth.role} of ${auth.scheme}`]),
    ...(send === undefined ? [] : [`${send.in} ${send.name}`]),
  ].join(', ');
