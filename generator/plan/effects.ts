/** Effects of a call on the API's data: an agent asks before it destroys, and may repeat what only reads. */
import type { Method } from '../ir/types.ts';
import { splitWords } from '../lib/words.ts';

export type Effect = 'read' | 'write' | 'destroy';

export interface Effects {
  readonly effect: Effect;
  /** True if sending the request twice has the same effect as sending it once (RFC 9110 section 9.2.2). */
  readonly isRepeatable: boolean;
}

/** The safe methods of RFC 9110 section 9.2.1, and QUERY. */
const READING: ReadonlySet<string> = new Set(['get', 'head', 'options', 'query', 'trace']);

/** RFC 9110 section 9.2.2: these methods, and all that only read. */
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
 * DELETE (RFC 9110 section 9.3.5) and methods with a destructive name destroy. A name never makes a call
 * harmless: a POST named `search` is assumed to write.
 */
export function effectsOf({ verb, key, idempotent }: Pick<Method, 'verb' | 'key' | 'idempotent'>): Effects {
  const isReading = READING.has(verb);
  const words = splitWords(key).map((word) => word.toLowerCase());
  // `get_archive` reads an archive, whereas `archive` by GET archives.
  const telling = isReading ? words.slice(0, 1) : words;
  const isDestroying = verb === 'delete' || telling.some((word) => DESTROYING.has(word));
  return {
    effect: isDestroying ? 'destroy' : isReading ? 'read' : 'write',
    isRepeatable: idempotent ?? (REPEATABLE.has(verb) || (isReading && !isDestroying)),
  };
}
