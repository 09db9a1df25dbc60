/** Finds the parts of a result that can belong to a page: its items and the fields about them. */
import { snake } from '../../lib/words.ts';
import type { TypeNode } from '../types.ts';
import type { Pageable } from './request.ts';
import { DEEPER, ITEMS, META, WRAPPERS } from './vocabulary.ts';
import { type TypesById } from '../type-walk.ts';
import { itemOf, propertiesOf } from './view.ts';

export interface Field {
  readonly path: readonly string[];
  readonly type: TypeNode;
  readonly description?: string;
  /** Name of the header, if the value comes in a header. */
  readonly header?: string;
}

/** The last name of the path in `snake` case; a header's name without `X-`. */
export const nameOf = ({ path, header }: Field): string =>
  header === undefined ? snake(path.at(-1) ?? '') : snake(header).replace(/^x_/, '');

/**
 * The items of a page: the result itself, a property with a usual name, the only array of objects,
 * or any of these inside a wrapper.
 */
export function itemsOf(types: TypesById, result: TypeNode): Field | undefined {
  const top = itemOf(types, result);
  if (top !== undefined) return { path: [], type: result };
  const direct = arrayIn(types, result, []);
  if (direct !== undefined) return direct;
  const properties = propertiesOf(types, result);
  if (properties === undefined) return undefined;
  for (const name of [...WRAPPERS, '_embedded']) {
    const inner = properties.get(name);
    const found = inner && arrayIn(types, inner.type, [name]);
    if (found !== undefined) return found;
  }
  // A wrapper has the name of its list (`albums.items`). A resource that
  // merely contains a list is not a list.
  const [wrapper, ...others] = properties.values();
  if (wrapper === undefined || others.length > 0) return undefined;
  const inner = arrayIn(types, wrapper.type, [wrapper.name]);
  return inner !== undefined && ITEMS.includes(snake(inner.path.at(-1) ?? '')) ? inner : undefined;
}

/** The name of the property if a result consists of a single property. */
function only(types: TypesById, result: TypeNode): readonly string[] {
  const names = [...(propertiesOf(types, result)?.keys() ?? [])];
  return names.length === 1 ? names : [];
}

const BESIDE = /^(?:errors?|warnings?|links?|messages?|columns|fields|facets|included|tags)$/i;

function arrayIn(types: TypesById, type: TypeNode, before: readonly string[]): Field | undefined {
  const properties = propertiesOf(types, type);
  if (properties === undefined) return undefined;
  const arrays = [...properties.values()].filter((property) => itemOf(types, property.type) !== undefined);
  const usual = ITEMS.map((name) => arrays.find((property) => snake(property.name) === name)).find(
    (property) => property !== undefined,
  );
  const plain = arrays.filter((property) => !BESIDE.test(property.name) || arrays.length === 1);
  const chosen = usual ?? (plain.length === 1 ? plain[0] : undefined);
  return chosen && { path: [...before, chosen.name], type: chosen.type };
}

/** Properties of the result and of the objects that usually describe a page, outermost first. */
export function fieldsOf(types: TypesById, result: TypeNode): readonly Field[] {
  const fields: Field[] = [];
  const add = ({ type, path }: Pick<Field, 'type' | 'path'>) => {
    for (const property of propertiesOf(types, type)?.values() ?? []) {
      fields.push({
        path: [...path, property.name],
        type: property.type,
        ...(property.description !== undefined && { description: property.description }),
      });
    }
  };
  add({ type: result, path: [] });
  const names = new Set([...WRAPPERS, ...only(types, result)]);
  const holders = fields.filter(({ path: [name = ''] }) => META.has(snake(name)) || names.has(name));
  for (const holder of holders) add(holder);
  for (const holder of fields.filter(({ path }) => DEEPER.has(snake(path[1] ?? '')))) add(holder);
  return fields;
}

/** The headers of the response as fields. */
export const headersOf = ({ headers }: Pageable): readonly Field[] =>
  headers.map(({ name, type }): Field => ({ path: [name], type, header: name }));

/** True if the text is the URL of a page. */
export function isUrl(field: Field): boolean {
  const type = field.type.kind === 'nullable' ? field.type.type : field.type;
  if (type.kind === 'scalar' && /^(?:uri|url|iri)/.test(type.format ?? '')) return true;
  if (
    /(?:url|uri|link)$/i.test(field.path.at(-1) ?? '') ||
    field.path[0] === '_links' ||
    field.path[0] === 'links'
  )
    return true;
  return /\b(?:urls?|uri|link|hyperlink)\b/i.test(`${field.description ?? ''} ${type.description ?? ''}`);
}

/** True if an example of the field is a URL or the path of a URL. */
export const isShownAsUrl = ({ type }: Field): boolean =>
  [...(type.examples ?? []), ...(type.kind === 'nullable' ? (type.type.examples ?? []) : [])].some(
    (item) => typeof item === 'string' && /^(?:https?:\/)?\//.test(item),
  );
