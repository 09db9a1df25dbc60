/** Extracts the message from an error body. `_error_message.py` of the Python SDK has the same list. */
import { stringifyJSON } from './json.ts';

/** Properties that may contain the message, in order of preference; `errors` and `detail` may be lists. */
const MEMBERS = ['message', 'error_description', 'error', 'detail', 'title', 'errors', 'msg', 'reason'];
/** Maximum depth of the search, and maximum number of list entries in the message. */
const DEEPEST = 4;
const MOST = 3;
/** Maximum length of a message in characters. */
const LONGEST = 500;

/** The message; the whole JSON if the body has an unknown shape. */
export function describeBody(body: unknown): string {
  const text = messageOf(body) ?? (typeof body === 'string' ? '' : (stringifyJSON(body) ?? ''));
  if (text.length <= LONGEST) {
    return text;
  }
  const start = [...text.slice(0, 2 * LONGEST + 2)];
  return start.length > LONGEST ? `${start.slice(0, LONGEST).join('')}…` : text;
}

/**
 * The message in a body of a common shape: `{ message }`, `{ error: { message } }`, OAuth (RFC 6749 section
 * 5.2), problem details (RFC 9457), `{ detail: [{ loc, msg }] }`, `{ errors: [{ title }] }` or
 * `{ errors: { field: [text] } }`.
 */
function messageOf(body: unknown, depth = 0): string | undefined {
  if (typeof body === 'string') {
    return body.trim() || undefined;
  }
  if (depth > DEEPEST) {
    return undefined;
  }
  if (Array.isArray(body)) {
    const texts = body.slice(0, MOST).flatMap((item: unknown) => messageOf(item, depth + 1) ?? []);
    return texts.join('; ') || undefined;
  }
  if (!isRecord(body)) {
    return undefined;
  }
  for (const name of MEMBERS) {
    const value = Object.hasOwn(body, name) ? body[name] : undefined;
    const text =
      messageOf(value, depth + 1) ??
      (name === 'errors' && isRecord(value) ? fields(value, depth) : undefined);
    if (text) {
      return placed(body['loc'], text);
    }
  }
  return undefined;
}

/** `{ email: ['is taken'] }` */
function fields(value: Record<string, unknown>, depth: number): string | undefined {
  const texts = Object.entries(value)
    .slice(0, MOST)
    .flatMap(([name, item]) => {
      const text = messageOf(item, depth + 1);
      return text ? [`${name}: ${text}`] : [];
    });
  return texts.join('; ') || undefined;
}

/** Converts `['body', 'items', 0, 'q']` to `items.0.q`. */
function placed(place: unknown, text: string): string {
  const path = Array.isArray(place) ? place.slice(1).filter(isStep).join('.') : '';
  return path ? `${path}: ${text}` : text;
}

const isStep = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
