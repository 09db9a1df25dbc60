/** Behaviour of a method: defaults, streams, retries and similar. */

import type { Method, Streaming } from '../../ir/types.ts';
import type { RuleId } from '../rules/catalogue.ts';
import type { MethodSurface } from '../surface.ts';
import { RESPONSE } from './fact.ts';
import { jsonText } from './json-text.ts';
import { type At, type Compared, type Findings, type User, own, pushDiffering } from './place.ts';
import type { Walk } from './walk.ts';
import { comparePlace } from './types.ts';
import { contentSubject } from '../subject.ts';

/** Compares the behaviour of a method, apart from its request and response. */
export function compareDefaults(
  { method: a }: MethodSurface,
  { method: b }: MethodSurface,
  { at, user, findings }: { readonly at: At; readonly user: User; readonly findings: Findings },
): void {
  // Called for every method, few of which differ, so nothing is allocated for the others.
  const say = (rule: RuleId, message: string, before: string, after: string): void => {
    if (before !== after) pushDiffering(findings, rule, { ...at, message, before, after }, user);
  };
  const servers = (item: Method): string => (item.servers ?? []).map((each) => each.url).join(', ');
  say('operation-server-changed', 'goes to another server', servers(a), servers(b));
  const ownText = (item: Method): string =>
    jsonText({
      timeoutMs: item.timeoutMs ?? null,
      maxRetries: item.maxRetries ?? null,
      idempotent: item.idempotent ?? null,
    });
  if (hasDefaults(a) || hasDefaults(b))
    say(
      'method-default-changed',
      'has another time limit, other retries or another idempotency',
      ownText(a),
      ownText(b),
    );
  const filled = (item: Method): string =>
    (item.bodyOptions ?? []).map((each) => `${each.property} from ${each.option}`).join(', ');
  say('body-default-changed', 'fills its body from other client options', filled(a), filled(b));
  if (a.body !== undefined && b.body !== undefined)
    say('argument-renamed', 'takes its body under another name', a.bodyName ?? '', b.bodyName ?? '');
  if (a.externalDocs !== b.externalDocs)
    findings.own.push(own('docs-changed', { ...at, message: 'is documented otherwise' }, user));
}

const hasDefaults = ({ timeoutMs, maxRetries, idempotent }: Method): boolean =>
  timeoutMs !== undefined || maxRetries !== undefined || idempotent !== undefined;

const rulesText = (streaming: Streaming): string =>
  jsonText((streaming.onEvent ?? []).map((each) => ({ ...each })));
/** Both methods return streams. */
function compareStreams(
  walk: Walk,
  {
    x,
    y,
    where,
    findings,
  }: {
    readonly x: Streaming;
    readonly y: Streaming;
    readonly where: { readonly at: At; readonly user: User };
    readonly findings: Findings;
  },
): void {
  const { at, user } = where;
  const say = (rule: RuleId, message: string, before: string, after: string): void =>
    pushDiffering(findings, rule, { ...at, message, before, after }, user);
  say(
    'stream-form-changed',
    'streams in another form',
    `${x.format} of ${x.data}`,
    `${y.format} of ${y.data}`,
  );
  const choice = (streaming: Streaming): string =>
    streaming.discriminator === undefined
      ? ''
      : `${streaming.discriminator.in} ${streaming.discriminator.property}`;
  if (x.discriminator !== undefined && y.discriminator !== undefined)
    say('stream-option-changed', 'takes the flag for a stream elsewhere', choice(x), choice(y));
  else if (x.discriminator === undefined && y.discriminator !== undefined)
    findings.own.push(
      own(
        'stream-option-added',
        {
          ...at,
          message: 'returns a stream on demand only',
          adjust: { wire: 'depends', source: ['read', 'fake'], runtime: 'changed', bump: 'major' },
        },
        user,
      ),
    );
  else if (x.discriminator !== undefined)
    findings.own.push(
      own(
        'stream-option-removed',
        { ...at, message: 'always returns a stream now', adjust: { source: ['call', 'read', 'fake'] } },
        user,
      ),
    );
  say('stream-rules-changed', 'treats events otherwise', rulesText(x), rulesText(y));
  say(
    'params-type-renamed',
    'calls the type of its arguments otherwise',
    x.paramsTypeName ?? '',
    y.paramsTypeName ?? '',
  );
  findings.places.push({
    user,
    where: 'event',
    context: 'response',
    typed: true,
    pair: comparePlace(walk, {
      a: x.event,
      b: y.event,
      subject: contentSubject('event', user),
      mask: RESPONSE,
    }),
  });
}
export function compareBehaviour(
  walk: Walk,
  { a, b, at, user, findings }: Compared & { readonly at: At },
): void {
  const [x, y] = [a.method.streaming, b.method.streaming];
  if (x === undefined && y !== undefined)
    findings.own.push(
      own(
        y.discriminator === undefined ? 'stream-added' : 'stream-option-added',
        {
          ...at,
          message: y.discriminator === undefined ? 'returns a stream now' : 'can return a stream now',
        },
        user,
      ),
    );
  if (x !== undefined && y !== undefined) compareStreams(walk, { x, y, where: { at, user }, findings });
  if (x !== undefined && y === undefined)
    findings.own.push(
      own(
        x.discriminator === undefined ? 'stream-removed' : 'stream-option-removed',
        {
          ...at,
          message:
            x.discriminator === undefined ? 'no longer returns a stream' : 'can no longer return a stream',
        },
        user,
      ),
    );
  const unwrap = (methodSurface: MethodSurface): string => (methodSurface.method.unwrap ?? []).join('.');
  if (unwrap(a) !== unwrap(b))
    findings.own.push(
      own(
        'result-unwrapped-changed',
        { ...at, message: 'returns another part of the response', before: unwrap(a), after: unwrap(b) },
        user,
      ),
    );
}
