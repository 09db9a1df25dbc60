/** Reads pagination that the document itself marks, parameter by parameter and property by property. */
import { isJsonObject } from '../../lib/json.ts';
import { paginationPurpose } from '../../openapi/operation-hints.ts';
import { type ReportContext, type DocumentNode, follow, originAt } from '../context.ts';
import type { Operation } from '../operations/collect.ts';
import { listAt, objectAt, objectEntries, valueAt } from '../read.ts';
import type { Content, PaginationPurpose, PaginationType, PurposeUse } from '../types.ts';
import { PURPOSES } from '../../config/pagination-purposes.ts';
import type { Proposal } from './proposal.ts';

/** Marks nested deeper than this in a result are ignored. */
const DEEPEST = 4;

/** The scheme described by the marks. Undefined if there are no marks, or none that requests a page. */
export function proposeFromMarks(
  context: ReportContext,
  operation: Operation,
  result: Content | undefined,
): Proposal | undefined {
  const query = parameterMarks(context, operation);
  const body = query.length > 0 ? [] : bodyMarks(context, operation);
  const fields = result === undefined ? [] : resultMarks(context, operation, result);
  const purposes = [...query, ...body, ...fields];
  const type = typeOf(purposes);
  const items = purposes.find((use) => use.purpose === 'items')?.path;
  if (type === undefined || items === undefined) return undefined;
  return {
    type,
    purposes,
    items,
    paramLocation: body.length > 0 ? 'body' : 'query',
    params: [...query, ...body].flatMap((use) => use.path.slice(0, 1)),
    topLevelArray: items.length === 0,
  };
}

function typeOf(uses: readonly PurposeUse[]): PaginationType | undefined {
  const has = (purpose: PaginationPurpose) => uses.some((use) => use.purpose === purpose);
  if (has('cursor_url_field')) return 'cursor_url';
  if (has('next_cursor_id_param')) return 'cursor_id';
  if (has('next_cursor_param') && has('next_cursor_field')) return 'cursor';
  if (has('page_number_param')) return 'page_number';
  return has('offset_count_param') ? 'offset' : undefined;
}

function parameterMarks(context: ReportContext, operation: Operation): readonly PurposeUse[] {
  return [operation.pathItem, operation.place].flatMap((holder) =>
    listAt(holder.node, 'parameters').flatMap((value, index) => {
      const parameter = follow(context, value, originAt(context, holder, 'parameters', index));
      const name = parameter && valueAt(parameter.node, 'name');
      if (parameter === undefined || typeof name !== 'string') return [];
      const schema = objectAt(parameter.node, 'schema');
      return useOf(paginationPurpose(parameter.node) ?? (schema && paginationPurpose(schema)), [name]);
    }),
  );
}

function bodyMarks(context: ReportContext, operation: Operation): readonly PurposeUse[] {
  const body = follow(context, valueAt(operation.place.node, 'requestBody'), operation.place.origin);
  const media = body && objectEntries(objectAt(body.node, 'content'))[0];
  return body === undefined || media === undefined
    ? []
    : schemaMarks(context, { node: media[1], origin: originAt(context, body, 'content', media[0]) });
}

function resultMarks(context: ReportContext, operation: Operation, result: Content): readonly PurposeUse[] {
  for (const [status, value] of Object.entries(objectAt(operation.place.node, 'responses') ?? {})) {
    const response = follow(context, value, originAt(context, operation.place, 'responses', status));
    const media = response && objectAt(objectAt(response.node, 'content') ?? {}, result.mediaType);
    if (response !== undefined && media !== undefined && /^2|default/i.test(status))
      return schemaMarks(context, {
        node: media,
        origin: originAt(context, response, 'content', result.mediaType),
      });
  }
  return [];
}

/** Marks on the properties of a media type's schema, at any depth allowed for pages. */
function schemaMarks(context: ReportContext, media: DocumentNode): readonly PurposeUse[] {
  const uses: PurposeUse[] = [];
  const root = follow(context, valueAt(media.node, 'schema'), media.origin);
  const waiting: { readonly place: DocumentNode; readonly path: readonly string[] }[] =
    root === undefined ? [] : [{ place: root, path: [] }];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { place, path } = next;
    for (const [index, part] of listAt(place.node, 'allOf').entries()) {
      const inner = follow(context, part, originAt(context, place, 'allOf', index));
      if (inner !== undefined && path.length < DEEPEST) waiting.push({ place: inner, path });
    }
    for (const [name, value] of objectEntries(objectAt(place.node, 'properties'))) {
      const own = isJsonObject(value) ? paginationPurpose(value) : undefined;
      const inner = follow(context, value, originAt(context, place, 'properties', name));
      uses.push(...useOf(own ?? (inner && paginationPurpose(inner.node)), [...path, name]));
      if (
        inner !== undefined &&
        path.length + 1 < DEEPEST &&
        objectAt(inner.node, 'properties') !== undefined
      )
        waiting.push({ place: inner, path: [...path, name] });
    }
    if (waiting.length > 200) break;
  }
  return uses;
}

const useOf = (word: string | undefined, path: readonly string[]): readonly PurposeUse[] => {
  const purpose = PURPOSES.find((known) => known === word);
  return purpose === undefined ? [] : [{ purpose, path }];
};
