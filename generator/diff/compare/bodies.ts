import type { Content, RequestBody, TypeNode } from '../../ir/types.ts';
import { jsonText } from './json-text.ts';
import { REQUEST } from './fact.ts';
import { matchContents } from './contents.ts';
import { type Compared, type Findings, type User, own } from './place.ts';
import { type Schemas, resolve, withoutNull } from './shape.ts';
import { comparePlace } from './types.ts';
import type { Walk } from './walk.ts';
import { contentSubject } from '../subject.ts';

export function compareBodies(walk: Walk, { a, b, user, findings }: Compared): void {
  const before = a.method.body;
  const after = b.method.body;
  const subject = contentSubject('request body', user);
  if (before === undefined && after === undefined) return;
  if (before === undefined) {
    const required = after?.required === true || b.slot === 'required';
    const isFirst = a.slot === 'none' && !walk.base.names.keywords;
    findings.own.push(
      own(
        after?.required === true ? 'body-added-required' : 'body-added-optional',
        {
          subject,
          message:
            after?.required === true
              ? 'was added and is required'
              : isFirst
                ? 'was added, before the request options'
                : 'was added',
          ...(after === undefined ? {} : { revision: after.origin }),
          ...(after?.required !== true && (isFirst || required)
            ? { adjust: { source: ['call'], bump: 'major' } }
            : {}),
        },
        user,
        'body',
      ),
    );
    return;
  }
  if (after === undefined) {
    findings.own.push(
      own('body-removed', { subject, message: 'was removed', base: before.origin }, user, 'body'),
    );
    return;
  }
  const at = { subject, base: before.origin, revision: after.origin };
  if (before.required !== after.required) {
    // If the properties are separate arguments, each can still be omitted.
    const isSpread = walk.base.names.keywords && isObjectBody(before, walk.base);
    const affected = !isSpread && a.slot !== b.slot;
    findings.own.push(
      own(
        after.required ? 'body-became-required' : 'body-became-optional',
        {
          ...at,
          message: after.required ? 'became required' : 'became optional',
          ...(affected ? {} : { adjust: { source: [], bump: 'minor' } }),
        },
        user,
        'body',
      ),
    );
  }
  if (before.description !== after.description)
    findings.own.push(own('docs-changed', { ...at, message: 'is documented otherwise' }, user, 'body'));
  compareContents(walk, { before, after, user, optional: b.slot === 'optional', findings });
}

const isObjectBody = ({ contents, chosen }: RequestBody, schemas: Schemas): boolean => {
  const type = contents[chosen]?.type;
  return type !== undefined && resolve(type, schemas)?.kind === 'object';
};

interface Bodies {
  readonly before: RequestBody;
  readonly after: RequestBody;
  readonly user: User;
  readonly optional: boolean;
  readonly findings: Findings;
}

/** Compares each media type, and the one that the SDK sends. */
function compareContents(walk: Walk, { before, after, user, optional, findings }: Bodies): void {
  const { pairs, removed, fresh } = matchContents(before.contents, after.contents);
  const at = { subject: contentSubject('request body', user), base: before.origin, revision: after.origin };
  const sent = before.contents[before.chosen];
  const replaced = sent !== undefined && removed.includes(sent);
  for (const content of removed) {
    if (content === sent && after.contents[after.chosen] !== undefined)
      findings.own.push(
        own(
          'request-media-type-replaced',
          {
            ...at,
            message: 'is sent in another media type',
            before: content.mediaType,
            after: after.contents[after.chosen]?.mediaType ?? '',
          },
          user,
          'body',
        ),
      );
    else
      findings.own.push(
        own(
          'request-media-type-removed',
          { ...at, message: `no longer accepts ${content.mediaType}`, before: content.mediaType },
          user,
          'body',
        ),
      );
  }
  for (const content of fresh) {
    if (replaced && content === after.contents[after.chosen]) continue;
    findings.own.push(
      own(
        'request-media-type-added',
        { ...at, message: `also accepts ${content.mediaType}`, after: content.mediaType },
        user,
        'body',
      ),
    );
  }
  const next = after.contents[after.chosen];
  const sentPairs = replaced && next !== undefined ? [[sent, next] as const] : [];
  for (const [x, y] of [...pairs, ...sentPairs]) {
    const typed = x === sent && y === after.contents[after.chosen];
    if (typed && isSpreadBody(before, walk.base) !== isSpreadBody(after, walk.revision))
      findings.own.push(
        own(
          'body-argument-changed',
          {
            ...at,
            message: isSpreadBody(after, walk.revision)
              ? 'is passed property by property'
              : 'is passed as one argument `body`',
          },
          user,
          'body',
        ),
      );
    findings.places.push({
      user,
      where: 'body',
      context: 'request',
      typed,
      optional,
      spread: isSpread(y.type, walk.revision),
      pair: comparePlace(walk, {
        a: x.type,
        b: y.type,
        subject: contentSubject('request body', user),
        mask: REQUEST,
      }),
    });
    if (x.described !== undefined && y.described !== undefined)
      findings.places.push({
        user,
        where: 'body',
        context: 'request',
        typed: false,
        optional,
        pair: comparePlace(walk, {
          a: x.described,
          b: y.described,
          subject: contentSubject('request body', user),
          mask: REQUEST,
        }),
      });
    if (x.kind === y.kind && encodingText(x) !== encodingText(y))
      findings.own.push(
        own(
          'request-encoding-changed',
          {
            subject: contentSubject('request body', user),
            base: x.origin,
            revision: y.origin,
            message: 'encodes its parts otherwise',
            before: encodingText(x),
            after: encodingText(y),
          },
          user,
          'body',
        ),
      );
  }
}

/** If a form with files can be passed instead, the argument is either of the two bodies. */
const isSpreadBody = (body: RequestBody, schemas: Schemas): boolean =>
  [body.contents[body.chosen], body.fileForm === undefined ? undefined : body.contents[body.fileForm]].every(
    (content) => content === undefined || isSpread(content.type, schemas),
  );

/** Properties of an object become separate arguments; any other body is one argument. */
function isSpread(type: TypeNode, schemas: Schemas): boolean {
  const target = resolve(type, schemas);
  const plain = target === undefined ? undefined : withoutNull(target);
  const inner = plain === undefined ? undefined : resolve(plain, schemas);
  if (inner?.kind === 'union' && inner === target)
    return inner.members.every((member) => resolve(member, schemas)?.kind === 'object');
  return inner?.kind === 'object';
}

const encodingText = (content: Content): string => jsonText(content.encoding.map((each) => ({ ...each })));
