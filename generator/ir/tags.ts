/** Tag Objects (OpenAPI 3.1 section 4.8.22; 3.2 adds `parent`). */
import { isJsonObject } from '../lib/json.ts';
import { type Context, originAt, follow } from './context.ts';
import { documentRoot } from './operations/method.ts';
import { defined, listAt, textAt, wordsAt } from './read.ts';
import type { Api } from './types.ts';

export function readTags(context: Context): Api['tags'] {
  const root = documentRoot(context);
  return listAt(root.node, 'tags').flatMap((value, index) => {
    const tag = isJsonObject(value)
      ? follow(context, value, originAt(context, root, 'tags', index))
      : undefined;
    const name = tag && textAt(tag.node, 'name');
    if (tag === undefined || name === undefined) return [];
    context.visit('Tag Object', tag.node, tag.origin);
    const described = wordsAt(tag.node, 'description') ?? wordsAt(tag.node, 'summary');
    return [{ name, ...defined({ description: described, parent: textAt(tag.node, 'parent') }) }];
  });
}
