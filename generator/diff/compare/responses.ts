import type { Api, Content, PaginationScheme, Response } from '../../ir/types.ts';
import type { MethodSurface } from '../surface.ts';
import { generalizes, matchContents } from './contents.ts';
import { compareErrorBodies, sayErrorAdded, sayErrorGone } from './error-statuses.ts';
import { RESPONSE } from './fact.ts';
import { type Compared, type Findings, type User, own } from './place.ts';
import { pageOf, resultOf, schemeOf } from './pages.ts';
import { comparePlace } from './types.ts';
import type { Walk } from './walk.ts';
import {
  type Answered,
  type Paged,
  isSuccess,
  chosenOf,
  compareChosen,
  compareContent,
  compareHeaders,
  isStream,
} from './contents-of-responses.ts';
import { contentSubject, methodSubject } from '../subject.ts';

export function compareResponses(
  walk: Walk,
  apis: { readonly base: Api; readonly revision: Api },
  { a, b, user, findings }: Compared,
): void {
  const after = new Map(b.method.responses.map((response) => [response.status, response]));
  const before = new Set(a.method.responses.map((response) => response.status));
  const removed = a.method.responses.filter(
    (response) => isSuccess(response.status) && !after.has(response.status),
  );
  const fresh = b.method.responses.filter(
    (response) => isSuccess(response.status) && !before.has(response.status),
  );
  const [from, to] = [removed[0], fresh[0]];
  const replaced = removed.length === 1 && fresh.length === 1 && from !== undefined && to !== undefined;
  if (replaced && (resultOf(a) === undefined) === (resultOf(b) === undefined)) {
    findings.own.push(
      own(
        'success-status-changed',
        {
          subject: contentSubject('response', user, from.status),
          message: `became ${to.status}`,
          before: from.status,
          after: to.status,
          base: from.origin,
          revision: to.origin,
        },
        user,
        `response ${to.status}`,
      ),
    );
  }
  const paged = pagedBy(schemeOf(apis.base, a), schemeOf(apis.revision, b));
  for (const response of a.method.responses) {
    if (replaced && response === from) continue;
    const other = after.get(response.status);
    if (other !== undefined) {
      if (!isSuccess(response.status)) compareErrorBodies(walk, [response, other], { a, b, user }, findings);
      compareResponse(walk, {
        a: response,
        b: other,
        of: {
          user,
          ...(isSuccess(response.status) && paged !== undefined ? { paged } : {}),
          returned:
            !isSuccess(response.status) ||
            (statusOf(a) === response.status && statusOf(b) === response.status),
          streamed:
            isSuccess(response.status) &&
            (a.method.streaming === undefined) !== (b.method.streaming === undefined),
          streams:
            isSuccess(response.status) &&
            a.method.streaming !== undefined &&
            b.method.streaming !== undefined,
        },
        findings,
      });
    } else if (isSuccess(response.status)) sayStatus('success-status-removed', response, user, findings);
    else sayErrorGone(walk, response, { after: b, user }, findings);
  }
  for (const response of b.method.responses)
    if (!isSuccess(response.status) && !before.has(response.status))
      sayErrorAdded(walk, response, { before: a, user }, findings);
    else if (!before.has(response.status) && !(replaced && response === to))
      sayStatus('success-status-added', response, user, findings);
  compareErrors(a, b, user, findings);
  compareResults(walk, { a, b, user, findings });
  compareEmptiness(a, b, user, findings);
}

/** The error type of a method exists as long as at least one error has a body. */
function compareErrors(a: MethodSurface, b: MethodSurface, user: User, findings: Findings): void {
  const hasTypes = ({ method }: MethodSurface): boolean =>
    method.responses.some(
      (response, index) =>
        index !== method.success && !/^[123]/.test(response.status) && response.chosen !== undefined,
    );
  if (hasTypes(a) === hasTypes(b)) return;
  const at = { subject: methodSubject(a.symbol), base: a.method.origin, revision: b.method.origin };
  findings.own.push(
    own(
      hasTypes(b) ? 'error-types-added' : 'error-types-removed',
      {
        ...at,
        message: hasTypes(b) ? 'documents the body of an error' : 'no longer documents the body of any error',
      },
      user,
    ),
  );
}

/** Compares a success without a body next to one with a value: the method then also returns `null`. */
function compareEmptiness(a: MethodSurface, b: MethodSurface, user: User, findings: Findings): void {
  const [x, y] = [resultOf(a), resultOf(b)];
  // A file is passed on as the response, whatever its content.
  if (
    x === undefined ||
    y === undefined ||
    x.kind === 'binary' ||
    y.kind === 'binary' ||
    mayBeEmpty(a) === mayBeEmpty(b)
  )
    return;
  const at = { subject: methodSubject(a.symbol), base: x.origin, revision: y.origin };
  const fact = mayBeEmpty(b)
    ? ({ rule: 'result-may-be-empty', message: 'may give null now' } as const)
    : ({ rule: 'result-never-empty', message: 'no longer gives null' } as const);
  findings.own.push(own(fact.rule, { ...at, message: fact.message }, user, 'result'));
}

const mayBeEmpty = ({ method }: MethodSurface): boolean =>
  method.unwrap === undefined &&
  method.pagination === undefined &&
  method.streaming === undefined &&
  method.responses.some((response) => isSuccess(response.status) && response.chosen === undefined);

function sayStatus(
  rule: 'success-status-removed' | 'success-status-added',
  response: Response,
  user: User,
  findings: Findings,
): void {
  const removed = rule === 'success-status-removed';
  findings.own.push(
    own(
      rule,
      {
        subject: contentSubject('response', user, response.status),
        message: removed ? 'was removed' : 'was added',
        ...(removed
          ? { before: response.status, base: response.origin }
          : { after: response.status, revision: response.origin }),
      },
      user,
      `response ${response.status}`,
    ),
  );
}

/** Compares the value that the SDK returns, whatever its status. */
function compareResults(walk: Walk, { a, b, user, findings }: Compared): void {
  const [x, y] = [resultOf(a), resultOf(b)];
  const at = {
    subject: methodSubject(a.symbol),
    base: x?.origin ?? a.method.origin,
    revision: y?.origin ?? b.method.origin,
  };
  if (x !== undefined && y === undefined)
    findings.own.push(
      own(
        'response-body-removed',
        { ...at, message: 'no longer returns a value', ...statuses(a, b) },
        user,
        'result',
      ),
    );
  else if (x === undefined && y !== undefined)
    findings.own.push(
      own(
        'response-body-added',
        { ...at, message: 'returns a value now', ...statuses(a, b) },
        user,
        'result',
      ),
    );
  else if (x !== undefined && y !== undefined && statusOf(a) !== statusOf(b)) {
    findings.places.push({
      user,
      where: 'result',
      context: 'response',
      typed: true,
      pair: comparePlace(walk, {
        a: x.type,
        b: y.type,
        subject: contentSubject('result', user),
        mask: RESPONSE,
      }),
    });
  }
}

const statuses = (
  a: MethodSurface,
  b: MethodSurface,
): { readonly before?: string; readonly after?: string } =>
  statusOf(a) === statusOf(b) ? {} : { before: statusOf(a) ?? '', after: statusOf(b) ?? '' };

const statusOf = (methodSurface: MethodSurface): string | undefined =>
  methodSurface.method.success === undefined
    ? undefined
    : methodSurface.method.responses[methodSurface.method.success]?.status;

const pagedBy = (p: PaginationScheme | undefined, q: PaginationScheme | undefined): Paged | undefined =>
  p === undefined && q === undefined
    ? undefined
    : (node, schemas) => pageOf(pageOf(node, p, schemas), q, schemas);

function compareResponse(
  walk: Walk,
  {
    a,
    b,
    of,
    findings,
  }: { readonly a: Response; readonly b: Response; readonly of: Answered; readonly findings: Findings },
): void {
  const { user } = of;
  const typed = (x: Content, y: Content): boolean =>
    (of.returned && chosenOf(a) === x && chosenOf(b) === y) || (of.streams && isStream(x) && isStream(y));
  const where = `response ${b.status}`;
  const at = { subject: contentSubject('response', user, b.status), base: a.origin, revision: b.origin };
  if (a.description !== b.description)
    findings.own.push(own('docs-changed', { ...at, message: 'is documented otherwise' }, user, where));
  const { pairs, removed, fresh } = matchContents(a.contents, b.contents);
  const streams = of.streamed;
  const unclaimed = new Set(fresh.filter((content) => !(streams && isStream(content))));
  for (const content of removed) {
    if (streams) continue;
    const relative = [...unclaimed].find(
      (other) =>
        generalizes(other.mediaType, content.mediaType) || generalizes(content.mediaType, other.mediaType),
    );
    if (relative === undefined) {
      findings.own.push(
        own(
          'response-media-type-removed',
          { ...at, message: `is no longer offered as ${content.mediaType}`, before: content.mediaType },
          user,
          where,
        ),
      );
      continue;
    }
    unclaimed.delete(relative);
    const general = generalizes(relative.mediaType, content.mediaType);
    findings.own.push(
      own(
        general ? 'response-media-type-generalized' : 'response-media-type-specialized',
        {
          ...at,
          message: 'has another media type of the same family',
          before: content.mediaType,
          after: relative.mediaType,
        },
        user,
        where,
      ),
    );
    compareContent(walk, {
      a: content,
      b: relative,
      use: { ...of, where, status: b.status, typed: typed(content, relative) },
      findings,
    });
  }
  for (const content of unclaimed)
    findings.own.push(
      own(
        'response-media-type-added',
        { ...at, message: `is also offered as ${content.mediaType}`, after: content.mediaType },
        user,
        where,
      ),
    );
  for (const [x, y] of pairs)
    compareContent(walk, {
      a: x,
      b: y,
      use: { ...of, where, status: b.status, typed: typed(x, y) },
      findings,
    });
  compareChosen(walk, { a, b, of, findings });
  compareHeaders(walk, { a, b, user, findings });
}
