/** What a call does to the data behind an API: an agent asks before it destroys, and may repeat what it reads. */
import type { Method } from '../ir/types.ts';
import { splitWords } from '../lib/words.ts';

export type Effect = 'read' | 'write' | 'destroy';

export interface Effects {
  readonly effect: Effect;
  /** Sent twice, it does what it does once (RFC 9110 section 9.2.2). */
  readonly isRepeatable: boolean;
}

/** RFC 9110 section 9.2.1, and QUERY. */
const READING: ReadonlySet<string> = new Set(['get', 'head', 'options', 'query', 'trace']);

/** RFC 9110 section 9.2.2: these, and whatever reads. */
const REPEATABLE: ReadonlySet<string> = new Set(['put', 'delete']);

const DESTROYING: ReadonlySet<string> = new Set([
  'archive',
  'cancel',
  'clear',
  'delete',
  'destroy',
  'disable',
  'erase',
  'purge',
  'remove',
  'reset',
  'revoke',
  'terminate',
  'wipe',
]);

/**
 * DELETE (RFC 9110 section 9.3.5) and what is called so destroy. A name alone never makes a call harmless: a
 * POST that is called `search` writes, as far as anybody can tell.
 */
export function effectsOf({ verb, key, idempotent }: Pick<Method, 'verb' | 'key' | 'idempotent'>): Effects {
  const isReading = READING.has(verb);
  const words = splitWords(key).map((word) => word.toLowerCase());
  // `get_archive` reads an archive; `archive` by GET does what it says.
  const telling = isReading ? words.slice(0, 1) : words;
  const isDestroying = verb === 'delete' || telling.some((word) => DESTROYING.has(word));
  return {
    effect: isDestroying ? 'destroy' : isReading ? 'read' : 'write',
    isRepeatable: idempotent ?? (REPEATABLE.has(verb) || (isReading && !isDestroying)),
  };
}
