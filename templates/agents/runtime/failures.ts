/** Describes a failure so that the caller can act on it. */
import { asJson } from './plain.ts';
import { CallError, type Catalogue, isRecord } from './catalogue-types.ts';
import type { Redactor } from './redact.ts';

const LONGEST = 2000;

export interface Failure {
  readonly message: string;
  /** HTTP status if the API responded. */
  readonly status?: number;
}

/** Redacts credentials before shortening the text, because part of a credential would not be recognized. */
export function failureOf(
  error: unknown,
  { credentials }: Pick<Catalogue, 'credentials'>,
  { cutText }: Pick<Redactor, 'cutText'>,
): Failure {
  const clipped = (text: string): string => cutText(text, LONGEST);
  if (error instanceof CallError) return { message: clipped(error.message) };
  if (!(error instanceof Error)) return { message: 'The call failed.' };
  const status = 'status' in error && typeof error.status === 'number' ? error.status : undefined;
  if (status === undefined) {
    const isMissing = /^Set the variable |credential/i.test(error.message);
    return { message: `${clipped(error.message)}${isMissing ? advice(credentials) : ''}` };
  }
  const id =
    'requestID' in error && typeof error.requestID === 'string' ? ` (request ${error.requestID})` : '';
  const body = 'error' in error ? bodyText(error.error) : '';
  const about = error.message.startsWith(String(status)) ? error.message : `${status} ${error.message}`;
  const more = body === '' || isSaid(about, 'error' in error ? error.error : undefined) ? '' : `\n${body}`;
  const isRefused = status === 401 || status === 403;
  return { status, message: `${clipped(about)}${id}${isRefused ? advice(credentials) : ''}${clipped(more)}` };
}

function advice(credentials: Catalogue['credentials']): string {
  const missing = credentials.filter(({ env }) => !process.env[env]).map(({ env }) => env);
  if (credentials.length === 0) return '';
  return missing.length > 0
    ? `. Not set in the environment: ${missing.join(', ')}`
    : '. The credential may not do this, or is no longer valid';
}

/** Whether the message already contains everything in the body. */
const isSaid = (about: string, body: unknown): boolean =>
  typeof body === 'string'
    ? about.includes(body)
    : isRecord(body) &&
      Object.values(body).every((value) => typeof value === 'string' && about.includes(value));

const bodyText = (body: unknown): string =>
  typeof body === 'string' ? body : isRecord(body) || Array.isArray(body) ? JSON.stringify(asJson(body)) : '';
