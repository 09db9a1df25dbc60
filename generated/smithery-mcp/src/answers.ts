/** Converts the result of an SDK method to the answer of a tool: small, plain and without credentials. */
import type { Called } from './call.ts';
import { CallError, type Entry, isRecord } from './catalogue-types.ts';
import { type Part, partsOf } from './multipart.ts';
import { type Page, asJson, isAsyncIterable, isPage } from './plain.ts';
import type { Redactor } from './redact.ts';
import { select } from './select.ts';

export interface Answer {
  readonly content: readonly Content[];
  readonly structuredContent?: Record<string, unknown>;
  readonly isError?: boolean;
}

export type Content =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'image' | 'audio'; readonly data: string; readonly mimeType: string }
  | {
      readonly type: 'resource';
      readonly resource: { readonly uri: string; readonly mimeType: string; readonly blob: string };
    };

export interface AnswerOptions {
  readonly select: string | undefined;
  readonly limit: number;
}

const LONGEST = 40_000;
const MOST_PAGES = 100;
const MOST_EVENTS = 50;
const LONGEST_STREAM_MS = 30_000;
const MOST_BYTES = 5_000_000;

/** A result before it is converted to text. */
export type Outcome =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'list'; readonly items: readonly unknown[]; readonly more: string }
  | { readonly kind: 'parts'; readonly parts: readonly Part[] };

/** Number of received items, and a short description of the latest. */
export type Progress = (count: number, text: string) => void;

export async function outcomeOf(
  entry: Entry,
  { promise }: Called,
  limit: number,
  progress: Progress = () => undefined,
): Promise<Outcome> {
  const value = await promise;
  switch (entry.result) {
    case 'page':
      return isPage(value) ? pagesOf(entry, value, { limit, progress }) : { kind: 'value', value };
    case 'stream':
      return isAsyncIterable(value) ? eventsOf(value, progress) : valueOf(value);
    default:
      return valueOf(value);
  }
}

async function valueOf(value: unknown): Promise<Outcome> {
  if (!(value instanceof Response)) return { kind: 'value', value: value ?? null };
  const bytes = await bytesOf(value);
  const contentType = value.headers.get('content-type') ?? '';
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  return { kind: 'parts', parts: partsOf(contentType, bytes) ?? [{ type, bytes }] };
}

/** Throws if there are more bytes than are passed on, and does not read the rest. */
export async function bytesOf({ body }: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > MOST_BYTES)
      throw new CallError(`The response is larger than the limit of ${MOST_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

interface PagesOptions {
  readonly limit: number;
  readonly progress: Progress;
}

async function pagesOf(entry: Entry, first: Page, { limit, progress }: PagesOptions): Promise<Outcome> {
  const items: unknown[] = [];
  const { limit: name } = entry.own;
  let pages = 0;
  for await (const page of first.iterPages()) {
    const own = page.getPaginatedItems();
    items.push(...own.slice(0, limit - items.length));
    progress(items.length, `${items.length} items`);
    // Some APIs return empty pages for ever.
    if (items.length < limit && ++pages >= MOST_PAGES && page.hasNextPage())
      return {
        kind: 'list',
        items,
        more: `There are more items; these are from the first ${MOST_PAGES} pages.`,
      };
    if (items.length < limit) continue;
    const isMore = own.length > 0 && (page.hasNextPage() || items.at(-1) !== own.at(-1));
    return {
      kind: 'list',
      items,
      more: isMore ? `There are more items; ${name} was ${limit}, a larger value returns more.` : '',
    };
  }
  return { kind: 'list', items, more: '' };
}

async function eventsOf(stream: AsyncIterable<unknown>, progress: Progress): Promise<Outcome> {
  const items: unknown[] = [];
  const events = stream[Symbol.asyncIterator]();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((done) => {
    timer = setTimeout(() => done('late'), LONGEST_STREAM_MS);
  });
  for (;;) {
    const next = await Promise.race([events.next(), late]);
    if (next !== 'late' && next.done !== true) {
      items.push(next.value);
      progress(
        items.length,
        typeof next.value === 'string' ? next.value : (JSON.stringify(next.value) ?? ''),
      );
    }
    if (next !== 'late' && next.done !== true && items.length < MOST_EVENTS) continue;
    clearTimeout(timer);
    // A stream that waits for its next event ends with its request.
    void events.return?.()?.catch(() => undefined);
    if (next === 'late')
      return {
        kind: 'list',
        items,
        more: 'The stream continues; these are the events of its first 30 seconds.',
      };
    if (next.done === true) return { kind: 'list', items, more: '' };
    return { kind: 'list', items, more: `The stream continues; these are its first ${MOST_EVENTS} events.` };
  }
}

export function answerOf(outcome: Outcome, options: AnswerOptions, redactor: Redactor): Answer {
  if (outcome.kind === 'parts') return partsAnswer(outcome.parts, redactor);
  const raw = outcome.kind === 'list' ? outcome.items : outcome.value;
  const plain = redactor.value(asJson(raw));
  const value = options.select === undefined ? plain : select(plain, options.select);
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'null');
  const more = outcome.kind === 'list' ? outcome.more : '';
  if (text.length > LONGEST)
    return { content: [textOf(cut(text, 'Use select to keep only the fields that you need.'))] };
  // Both protocol revisions allow an object; only the newer one allows a list.
  const structured = isRecord(value) ? value : Array.isArray(value) ? { items: value } : undefined;
  return {
    content: [textOf(text), ...(more === '' ? [] : [textOf(more)])],
    ...(structured && { structuredContent: structured }),
  };
}

const cut = (text: string, advice: string, longest: number = LONGEST): string =>
  text.length <= longest
    ? text
    : `${text.slice(0, longest)}\n… shortened from ${text.length} characters. ${advice}`;

function partsAnswer(parts: readonly Part[], redactor: Redactor): Answer {
  const longest = Math.floor(LONGEST / parts.length);
  const answers = parts.map((part) => partAnswer(part, redactor, longest));
  const isError = answers.some((answer) => answer.isError === true);
  return { content: answers.flatMap((answer) => answer.content), ...(isError && { isError }) };
}

function partAnswer({ bytes, type: given }: Part, redactor: Redactor, longest: number): Answer {
  const type = /^[\w.+-]+\/[\w.+-]+$/.test(given) ? given : 'application/octet-stream';
  const isText = /^text\/|[/+](?:json|xml|yaml|csv)$/.test(type);
  if (isText)
    return {
      content: [textOf(cut(redactor.text(new TextDecoder().decode(bytes)), 'The rest is omitted.', longest))],
    };
  const raw = Buffer.from(bytes);
  const data = raw.toString('base64');
  // Redacting bytes would corrupt them.
  const latin = raw.toString('latin1');
  if (redactor.text(latin) !== latin || redactor.text(data) !== data)
    return {
      isError: true,
      content: [
        textOf(`${bytes.length} bytes of ${type} were not passed on because they contain a credential.`),
      ],
    };
  const kind = /^(image|audio)\//.exec(type)?.[1];
  if (kind === 'image' || kind === 'audio') return { content: [{ type: kind, data, mimeType: type }] };
  const resource = { uri: `data:${type};length=${bytes.length}`, mimeType: type, blob: data };
  return { content: [textOf(`${bytes.length} bytes of ${type}`), { type: 'resource', resource }] };
}

export const textOf = (text: string): Content => ({ type: 'text', text });
