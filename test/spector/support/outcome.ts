/** What a call came to, and whether it is what the expectation says. */
import { isDeepStrictEqual } from 'node:util';
import type { TypescriptResult } from '../../../generator/languages/typescript/methods/result.ts';
import type { Expectation, ExpectedBody } from './install.ts';

/** The parts of a generated call's promise that are looked at. */
interface Answer {
  readonly data: unknown;
  readonly response: Response;
}
type Called = PromiseLike<unknown> & { withResponse?: () => Promise<Answer> };

/** Undefined: as expected. Else what is different, in a sentence. */
export async function outcomeOf(
  call: () => Called,
  expected: Expectation,
  facts: { readonly result: TypescriptResult | undefined; readonly url: string },
): Promise<string | undefined> {
  const { status, body } = expected.response;
  let answer: Answer;
  try {
    const promise = call();
    answer = promise.withResponse
      ? await promise.withResponse()
      : { data: await promise, response: new Response(null, { status }) };
  } catch (error) {
    const failure = error as {
      readonly status?: number;
      readonly error?: unknown;
      readonly message?: string;
      readonly cause?: unknown;
    };
    if (failure.status === undefined)
      return `threw ${failure.message ?? String(error)} ${String(failure.cause ?? '')}`;
    if (failure.status !== status)
      return `answered ${failure.status}: ${JSON.stringify(failure.error)?.slice(0, 500)}`;
    return body === undefined ? undefined : compare(failure.error, jsonOf(body, facts.url));
  }
  if (answer.response.status !== status) return `answered ${answer.response.status}, not ${status}`;
  return compareBody(answer, body, facts);
}

async function compareBody(
  { data, response }: Answer,
  body: ExpectedBody | undefined,
  { result, url }: { readonly result: TypescriptResult | undefined; readonly url: string },
): Promise<string | undefined> {
  if (data instanceof Response) {
    const bytes = Buffer.from(await data.arrayBuffer());
    return body === undefined || bytes.equals(bytesOf(body, url))
      ? undefined
      : `other bytes: ${bytes.length}`;
  }
  if (result?.kind === 'stream' && isIterable(data)) {
    const events: unknown[] = [];
    for await (const event of data) events.push(event);
    return compare(
      events,
      eventsOf(bytesOf(body, url).toString(), response.headers.get('content-type') ?? ''),
    );
  }
  if (result?.kind === 'void' && body === undefined) return undefined;
  if (body === undefined || (body.text === undefined && body.bytes === undefined))
    return data === null || data === undefined
      ? undefined
      : `a value where nothing came: ${JSON.stringify(data)}`;
  if (result?.kind === 'page') return compare(pageBody(data), jsonOf(body, url));
  return compare(data, jsonOf(body, url));
}

const isIterable = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value;

/** Own data of a page, as the body had it. */
const pageBody = (page: unknown): unknown =>
  (page as { body?: unknown }).body ??
  Object.fromEntries(Object.entries(page as object).filter(([, value]) => typeof value !== 'function'));

/** As the server sends it. */
export const bytesOf = (body: ExpectedBody | undefined, url: string): Buffer =>
  body?.bytes !== undefined
    ? Buffer.from(body.bytes, 'base64')
    : Buffer.from((body?.text ?? '').replaceAll('{baseUrl}', url));

/** JSON where the media type says so, else text. */
export function jsonOf(body: ExpectedBody, url: string): unknown {
  const text = bytesOf(body, url).toString();
  return /\bjson\b/.test(body.contentType) && !body.contentType.includes('jsonl') ? JSON.parse(text) : text;
}

/**
 * The events of a text by the rules of HTML section 9.2.6, or its lines of JSON; written apart from the
 * runtime's decoder.
 */
export function eventsOf(text: string, mediaType: string): readonly unknown[] {
  if (!mediaType.includes('event-stream'))
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as unknown);
  return text.split(/\n\n/).flatMap((block) => {
    const data = block
      .split('\n')
      .filter((line) => line.startsWith('data:'))
      .map((line) => line.slice(5).replace(/^ /, ''));
    if (data.length === 0) return [];
    const whole = data.join('\n');
    if (whole === '[DONE]') return [];
    try {
      return [JSON.parse(whole) as unknown];
    } catch {
      return [whole];
    }
  });
}

/** Undefined: equal as JSON. */
export const compare = (got: unknown, expected: unknown): string | undefined =>
  isDeepStrictEqual(plain(got), plain(expected))
    ? undefined
    : `got ${JSON.stringify(got)}, expected ${JSON.stringify(expected)}`;

const plain = (value: unknown): unknown =>
  value === undefined ? null : (JSON.parse(JSON.stringify(value)) as unknown);
