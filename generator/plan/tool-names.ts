/** Names of tools: at most 64 characters that every API of models accepts, all distinct. */
import { sha256 } from '../lib/hash.ts';
import { splitWords } from '../lib/words.ts';

const LONGEST = 64;

/** Tools that a server adds to those of the API. */
const RESERVED: readonly string[] = ['search_docs', 'execute'];

/**
 * Names by id (`servers.releases.list`), in the given order:
 * `servers_releases_list`, or the requested name.
 */
export function toolNames(
  ids: readonly string[],
  options: ReadonlyMap<string, string | undefined> = new Map(),
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const taken = new Set(RESERVED);
  const wanted = new Map(ids.map((id) => [id, wordsOf(options.get(id) ?? id).join('_')]));
  const counts = new Map<string, number>();
  for (const name of wanted.values()) counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const [id, name] of wanted) {
    const isGood = name !== '' && name.length <= LONGEST && counts.get(name) === 1 && !taken.has(name);
    let given = isGood ? name : shortened(id);
    for (let count = 2; taken.has(given); count++) given = shortened(id, String(count));
    taken.add(given);
    found.set(id, given);
  }
  return found;
}

/** Words with letters of other scripts are dropped, because they are rejected. */
const wordsOf = (id: string): readonly string[] =>
  id
    .split('.')
    .flatMap((key) => splitWords(key))
    .map((word) => word.toLowerCase())
    .filter((word) => /^[a-z0-9]+$/.test(word));

/** Drops middle words until there is room for a hash of the whole. */
function shortened(id: string, salt: string = ''): string {
  const words = [...wordsOf(id)];
  const hash = sha256(id + salt)
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 6);
  const joined = (): string => [...words, hash].join('_');
  while (words.length > 2 && joined().length > LONGEST) words.splice(Math.floor(words.length / 2), 1);
  return [
    ...words
      .join('_')
      .slice(0, LONGEST - 7)
      .split('_'),
    hash,
  ]
    .filter((word) => word !== '')
    .join('_');
}
