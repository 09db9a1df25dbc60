/** Turns names of path parameters into words that distinguish two calls: `retrieve_by_file_name`. */
import { singular, snake } from '../../lib/words.ts';

const withoutId = (name: string): string => snake(name).replace(/_ids?$/, '') || snake(name);

/** `comment_id` of comments becomes `id`, `contact_number` of contacts becomes `number`. */
export function plainId(name: string, resource: string): string {
  const known = new Set(resource.split('_').map(singular));
  const rest = snake(name)
    .split('_')
    .filter((word) => !known.has(singular(word)));
  return rest.length === 0 ? withoutId(name) : rest.join('_') === 'id' ? 'id' : withoutId(rest.join('_'));
}
