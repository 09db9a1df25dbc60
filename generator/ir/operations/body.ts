/** Request Body Objects (OpenAPI 3.1 section 4.8.13). */
import { type Context, type DocumentNode, follow, originAt } from '../context.ts';
import { defined, flagAt, valueAt, wordsAt } from '../read.ts';
import type { RequestBody } from '../types.ts';
import { fileForm, readContents } from './content.ts';

export function readBody(context: Context, operation: DocumentNode): RequestBody | undefined {
  const declared = valueAt(operation.node, 'requestBody');
  if (declared === undefined) return undefined;
  const target = follow(context, declared, originAt(context, operation, 'requestBody'));
  if (target === undefined) return undefined;
  context.visit('Request Body Object', target.node, target.origin);
  const contents = readContents(context, target, 'request');
  const chosen = contents[0];
  if (chosen === undefined) return undefined;
  if (chosen.kind === 'xml')
    context.report('xml-only', { mediaType: chosen.mediaType, what: 'request body' }, chosen.origin);
  const form = fileForm(context, target, contents);
  const left = contents.slice(1).filter((content) => content !== form);
  if (left.length > 0) {
    const others = left.map((content) => content.mediaType).join(', ');
    context.report(
      'media-type-alternatives',
      { chosen: chosen.mediaType, others, what: 'request body' },
      target.origin,
    );
  }
  return {
    required: flagAt(target.node, 'required') === true,
    contents,
    chosen: 0,
    ...(form !== undefined && { fileForm: contents.indexOf(form) }),
    origin: target.origin,
    ...defined({ description: wordsAt(target.node, 'description') }),
  };
}
