/** One comment per pull request and documents, found again by a hidden mark. */
import { createHash } from 'node:crypto';

const FIRST_LINE = '<!-- sdkwright-diff -->';
const MAX_PAGES = 30;
const TIMEOUT_MS = 30_000;

/**
 * @typedef {object} Comment
 * @property {typeof globalThis.fetch} fetch
 * @property {string} api
 * @property {string} repository `owner/name`.
 * @property {number} number Of the pull request.
 * @property {string} token
 * @property {string} body Markdown, its first line a mark.
 * @property {string} key What tells this comment from those of other runs: the documents that it is about.
 * @property {boolean} onlyUpdate Write nothing where there is no comment yet.
 */

/**
 * Creates the comment or replaces the one of an earlier run.
 * @param {Comment} wanted
 * @returns {Promise<{ kind: 'created' | 'updated' | 'nothing' } | { kind: 'refused', status: number }>}
 */
export async function upsertComment(wanted) {
  const { api, repository, number } = wanted;
  const mark = markOf(wanted.key);
  const body = wanted.body.replace(FIRST_LINE, mark);
  const comments = `${api}/repos/${repository}/issues/${number}/comments`;
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const listed = await call(wanted, 'GET', `${comments}?per_page=100&page=${page}`);
    if (!listed.ok) return { kind: 'refused', status: listed.status };
    /** @type {{ id: number, body?: string, user?: { type?: string }, author_association?: string }[]} */
    const found = await listed.json();
    const known = found.find((one) => one.body?.startsWith(mark) && isOurs(one));
    if (known !== undefined)
      return settle(
        await call(wanted, 'PATCH', `${api}/repos/${repository}/issues/comments/${known.id}`, body),
        'updated',
      );
    if (found.length < 100) break;
  }
  return wanted.onlyUpdate
    ? { kind: 'nothing' }
    : settle(await call(wanted, 'POST', comments, body), 'created');
}

/** A name of a document may hold what ends a comment of HTML. @param {string} key */
const markOf = (key) =>
  `<!-- sdkwright-diff ${createHash('sha256').update(key).digest('hex').slice(0, 12)} -->`;

/**
 * Anybody can write the mark; only what a bot or a member of the project wrote is replaced. @param {{ user?:
 * { type?: string }, author_association?: string }} comment
 */
const isOurs = ({ user, author_association: association }) =>
  user?.type === 'Bot' || ['OWNER', 'MEMBER', 'COLLABORATOR'].includes(association ?? '');

/**
 * @param {Response} response @param {'created' | 'updated'} kind @returns {{ kind: 'created' | 'updated' } |
 * { kind: 'refused', status: number }}
 */
const settle = (response, kind) => (response.ok ? { kind } : { kind: 'refused', status: response.status });

/** @param {Comment} wanted @param {string} method @param {string} url @param {string} [body] */
const call = ({ fetch, token }, method, url, body) =>
  fetch(url, {
    method,
    signal: AbortSignal.timeout(TIMEOUT_MS),
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'user-agent': 'sdkwright',
    },
    ...(body === undefined ? {} : { body: JSON.stringify({ body }) }),
  });
