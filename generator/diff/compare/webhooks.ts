import type { Api, TypeNode, Webhook } from '../../ir/types.ts';
import { type UnwrapName, eventOf, ownWebhooks, unwrapsIn } from '../../ir/unwraps.ts';
import { matchContents } from './contents.ts';
import { RESPONSE } from './fact.ts';
import { compareLives } from './lifecycle.ts';
import type { SdkNames } from '../../lib/sdk-names.ts';
import { type Findings, type User, own } from './place.ts';
import { comparePlace } from './types.ts';
import type { Walk } from './walk.ts';
import { type Subject, contentSubject, methodSubject, namedSubject, textSubject } from '../subject.ts';

const keyOf = (webhook: Webhook): string =>
  webhook.callback === undefined
    ? `webhook ${webhook.name} ${webhook.verb}`
    : `callback ${webhook.callback.verb} ${webhook.callback.path} ${webhook.name} ${webhook.verb}`;
const nameOf = (webhook: Webhook): string =>
  webhook.callback === undefined
    ? `webhook ${webhook.name}`
    : `callback ${webhook.name} of ${webhook.callback.verb.toUpperCase()} ${webhook.callback.path}`;

const subjectOf = (webhook: Webhook): Subject =>
  webhook.callback === undefined ? namedSubject('webhook', webhook.name) : textSubject(nameOf(webhook));

/**
 * The server is the sender of webhooks, so payloads are judged like responses: the user's code reads them.
 */
export function compareWebhooks(walk: Walk, a: Api, b: Api, findings: Findings): void {
  const after = new Map(b.webhooks.map((webhook) => [keyOf(webhook), webhook]));
  const before = new Set(a.webhooks.map(keyOf));
  compareUnwraps(walk, a, b, findings);
  for (const webhook of a.webhooks) {
    const other = after.get(keyOf(webhook));
    const user: User = { operation: nameOf(webhook), unstable: false };
    if (other !== undefined)
      compareWebhook(walk, { a: webhook, b: other, user, typed: isRead(webhook, a), findings });
    else
      findings.own.push(
        own(
          webhook.callback === undefined ? 'webhook-removed' : 'callback-removed',
          {
            subject: subjectOf(webhook),
            message: 'was removed',
            base: webhook.origin,
            ...(webhook.callback !== undefined || isRead(webhook, a) ? {} : { adjust: { source: [] } }),
          },
          user,
        ),
      );
  }
  for (const webhook of b.webhooks) {
    if (before.has(keyOf(webhook))) continue;
    findings.own.push(
      own(
        webhook.callback === undefined ? 'webhook-added' : 'callback-added',
        {
          subject: subjectOf(webhook),
          message: 'was added',
          revision: webhook.origin,
          ...(webhook.callback !== undefined || (areRead(a) && isRead(webhook, b)) ? {} : { adjust: UNREAD }),
        },
        { operation: nameOf(webhook), unstable: false },
      ),
    );
  }
}

/**
 * Compares the methods that parse webhooks. Their results are compared here unless the webhooks already
 * report them.
 */
function compareUnwraps(walk: Walk, a: Api, b: Api, findings: Findings): void {
  const [before, after] = [unwrapsOf(a, walk.base.names), unwrapsOf(b, walk.revision.names)];
  for (const [name, unwrapName] of before) {
    const subject = methodSubject(name);
    const other = after.get(name);
    if (other === undefined) {
      findings.own.push(own('unwrap-method-removed', { subject, message: 'was removed' }));
      continue;
    }
    const user: User = { operation: `webhooks read by ${name}`, symbol: name, unstable: false };
    // Without an option, callers pass the key themselves and can continue to do so.
    if (unwrapName.keyOption !== undefined && unwrapName.keyOption !== other.keyOption)
      findings.own.push(
        own(
          'unwrap-key-changed',
          {
            subject,
            message: 'reads its key from another client option',
            before: unwrapName.keyOption,
            after: other.keyOption ?? 'none',
            ...(other.keyOption === undefined ? { adjust: { source: ['call'] } } : {}),
          },
          user,
        ),
      );
    const [x, y] = [unwrapName.event ?? anyEvent(a), other.event ?? anyEvent(b)];
    const known = x ?? y;
    // Payloads of the document's webhooks on both sides are reported with the webhooks.
    if (known === undefined || (x && y && unwrapName.event === undefined && other.event === undefined))
      continue;
    const anything: TypeNode = { kind: 'unknown', reason: 'any', origin: known.origin };
    const pair = comparePlace(walk, {
      a: x ?? anything,
      b: y ?? anything,
      subject: contentSubject('result', user),
      mask: RESPONSE,
    });
    findings.places.push({ user, where: 'payload', context: 'response', typed: true, pair });
  }
  for (const name of after.keys())
    if (!before.has(name))
      findings.own.push(own('unwrap-method-added', { subject: methodSubject(name), message: 'was added' }));
}

const unwrapsOf = (api: Api, names: SdkNames): ReadonlyMap<string, UnwrapName> =>
  new Map(unwrapsIn(api).map((unwrap) => [names.call(unwrap.resource, unwrap.key), unwrap]));

/** A union of all webhook payloads of the document. */
function anyEvent(api: Api): TypeNode | undefined {
  const members = ownWebhooks(api).flatMap((ownWebhook) => eventOf(ownWebhook) ?? []);
  const [first] = members;
  if (first === undefined || members.length === 1) return first;
  return { kind: 'union', members, mode: 'oneOf', origin: first.origin };
}

/** The parsing methods return any event of the document, so code distinguishes the events. */
const areRead = (api: Api): boolean => unwrapsIn(api).some(({ event }) => event === undefined);
const isRead = (webhook: Webhook, api: Api): boolean => areRead(api) && ownWebhooks(api).includes(webhook);

/** No code can depend on it yet. */
const UNREAD = { source: [], runtime: 'same', bump: 'minor' } as const;

function compareWebhook(
  walk: Walk,
  {
    a,
    b,
    user,
    typed,
    findings,
  }: {
    readonly a: Webhook;
    readonly b: Webhook;
    readonly user: User;
    readonly typed: boolean;
    readonly findings: Findings;
  },
): void {
  const at = { subject: subjectOf(a), base: a.origin, revision: b.origin };
  for (const { rule, ...fact } of compareLives(a, b, walk.options))
    findings.own.push(own(rule, { ...at, ...fact }, user));
  if (a.description !== b.description || a.summary !== b.summary)
    findings.own.push(own('docs-changed', { ...at, message: 'is documented otherwise' }, user));
  if (a.body === undefined || b.body === undefined) {
    if (a.body !== undefined)
      findings.own.push(
        own('response-body-removed', { ...at, message: 'no longer carries a payload' }, user, 'payload'),
      );
    if (b.body !== undefined)
      findings.own.push(
        own('response-body-added', { ...at, message: 'carries a payload now' }, user, 'payload'),
      );
    return;
  }
  const { pairs, removed, fresh } = matchContents(a.body.contents, b.body.contents);
  for (const content of removed)
    findings.own.push(
      own(
        'response-media-type-removed',
        { ...at, message: `is no longer sent as ${content.mediaType}`, before: content.mediaType },
        user,
        'payload',
      ),
    );
  for (const content of fresh)
    findings.own.push(
      own(
        'response-media-type-added',
        { ...at, message: `is also sent as ${content.mediaType}`, after: content.mediaType },
        user,
        'payload',
      ),
    );
  for (const [x, y] of pairs) {
    findings.places.push({
      user,
      where: 'payload',
      context: 'response',
      typed,
      pair: comparePlace(walk, {
        a: x.type,
        b: y.type,
        subject: contentSubject('payload', user),
        mask: RESPONSE,
      }),
    });
  }
}
