/**
 * Redacts credentials, so that a model never sees them: every credential that the client has sent, in each
 * encoding in which an API may repeat it.
 */
import { isRecord } from './catalogue-types.ts';

const BLACK = '[redacted]';

/** Redacting shorter texts would also hide ordinary words. */
const SHORTEST = 6;

export interface Redactor {
  readonly add: (secret: string) => void;
  readonly text: (text: string) => string;
  /** Redacts, then shortens. A text that was already shortened (`…`) may end with part of a secret. */
  readonly cutText: (text: string, longest: number) => string;
  /** Redacts all strings of a JSON value, including keys. */
  readonly value: (value: unknown) => unknown;
}

export function createRedactor(): Redactor {
  const known = new Set<string>();
  let pattern: RegExp | undefined;
  const add = (secret: string): void => {
    for (const form of formsOf(secret.trim())) {
      if (form.length < SHORTEST || known.has(form)) continue;
      known.add(form);
      pattern = undefined;
    }
  };
  const text = (given: string): string => {
    if (known.size === 0) return given;
    // The longest first, because a secret may start with another one.
    pattern ??= new RegExp(
      [...known]
        .sort((a, b) => b.length - a.length)
        .map(escaped)
        .join('|'),
      'gi',
    );
    return given.replace(pattern, BLACK);
  };
  const value = (given: unknown): unknown => {
    if (known.size === 0) return given;
    if (typeof given === 'string') return text(given);
    if (Array.isArray(given)) return given.map(value);
    if (!isRecord(given)) return given;
    return Object.fromEntries(Object.entries(given).map(([key, inside]) => [text(key), value(inside)]));
  };
  const cutText = (given: string, longest: number): string => {
    const whole = text(given);
    const [first = '', ...rest] = whole
      .split(ELLIPSIS)
      .map((part, index, all) =>
        index < Math.min(MOST_CUTS, all.length - 1) ? withoutStart(part, known) : part,
      );
    const shown = [first, ...rest].join(ELLIPSIS);
    return shown.length <= longest ? shown : `${shown.slice(0, longest)}${ELLIPSIS}`;
  };
  return { add, text, cutText, value };
}

const ELLIPSIS = '…';

/** Marks of text that the SDK has shortened. */
const MOST_CUTS = 5;

/** Redacts the start of a secret at the end of a shortened text. */
function withoutStart(text: string, secrets: ReadonlySet<string>): string {
  const end = text.toLowerCase();
  for (const secret of secrets)
    for (let length = Math.min(secret.length, text.length); length >= SHORTEST; length--)
      if (end.endsWith(secret.slice(0, length).toLowerCase()))
        return `${text.slice(0, text.length - length)}${BLACK}`;
  return text;
}

/** The secret itself, URL-encoded, in JSON, in base64 (at each of the three offsets), and in hex. */
function formsOf(secret: string): readonly string[] {
  if (secret.length < SHORTEST) return [];
  const bytes = Buffer.from(secret, 'utf8');
  const shifted = [0, 1, 2].map((pad) => {
    const encoded = Buffer.concat([Buffer.alloc(pad), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    // The first and last characters also depend on the bytes next to the secret.
    return encoded.slice(pad === 0 ? 0 : pad + 1, (bytes.length + pad) % 3 === 0 ? undefined : -1);
  });
  const parts = secret.startsWith('Basic ') ? formsOf(decoded(secret.slice(6))) : [];
  return [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    bytes.toString('hex'),
    ...shifted.flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_')]),
    ...parts,
  ];
}

/** The password in `name:password`. */
const decoded = (text: string): string => {
  const pair = Buffer.from(text, 'base64').toString('utf8');
  return pair.slice(pair.indexOf(':') + 1);
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
