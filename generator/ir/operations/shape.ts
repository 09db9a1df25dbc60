/** Derives from an operation's types what the default names need. */
import { snake } from '../../lib/words.ts';
import type { Shape } from '../naming/surroundings.ts';
import { itemsOf } from '../pagination/fields.ts';
import { pageableOf } from '../pagination/request.ts';
import { type TypesById, bare } from '../type-walk.ts';
import { itemOf, propertiesOf } from '../pagination/view.ts';
import type { TypeNode } from '../types.ts';
import type { Operation } from './collect.ts';
import type { Draft } from './method.ts';

export function shapeReader(
  types: TypesById,
  drafts: ReadonlyMap<string, Draft>,
): (operation: Operation) => Shape {
  const known = new Map<string, Shape>();
  return (operation) => {
    const found = known.get(operation.id);
    if (found !== undefined) return found;
    const draft = drafts.get(operation.id);
    const shape =
      draft === undefined
        ? { isArray: false, isList: false, wantsIds: false, isObject: false, takesPage: false }
        : shapeOf(types, draft);
    known.set(operation.id, shape);
    return shape;
  };
}

function shapeOf(types: TypesById, draft: Draft): Shape {
  const { result } = pageableOf(types, draft);
  const isArray = result !== undefined && itemOf(types, result) !== undefined;
  return {
    isArray,
    takesPage: draft.parameters.some(
      (parameter) => parameter.in === 'query' && PAGE.has(snake(parameter.name)),
    ),
    isList: isArray || isEnvelope(types, draft),
    wantsIds: draft.parameters.some(
      (parameter) =>
        parameter.in === 'query' && parameter.required && /^(?:.*_)?ids$/.test(snake(parameter.name)),
    ),
    isObject: !isArray && result !== undefined && isOne(types, result),
  };
}

const PAGE = new Set([
  'limit',
  'page',
  'per_page',
  'page_size',
  'offset',
  'cursor',
  'page_token',
  'next_token',
  'starting_after',
  'first',
]);

/**
 * True for an object with several properties that contains no list, not even one level down. Two lists with
 * unusual names count as parts of the object.
 */
function isOne(types: TypesById, result: TypeNode): boolean {
  const properties = [...(propertiesOf(types, result)?.values() ?? [])];
  const isOpen =
    properties.length < 4 &&
    properties.some(({ type }) => ['record', 'unknown', 'union'].includes(bare(types, type).kind));
  const holdsLists = properties.some(({ type }) =>
    [...(propertiesOf(types, type)?.values() ?? [])].some((inner) => itemOf(types, inner.type) !== undefined),
  );
  return properties.length > 1 && !isOpen && !holdsLists && itemsOf(types, result) === undefined;
}

/**
 * True for an object that only wraps a list: its array has a usual name and none of its other
 * properties is an object of content.
 */
function isEnvelope(types: TypesById, draft: Draft): boolean {
  const { result } = pageableOf(types, draft);
  const items = result && itemsOf(types, result);
  if (result === undefined || items === undefined || items.path.length === 0) return false;
  const properties = [...(propertiesOf(types, result)?.values() ?? [])];
  const rest = properties.filter(
    (property) =>
      property.name !== items.path[0] &&
      !/^(?:pagination|meta|metadata|_?links?|page_?info|paging|errors?|success|message|object|status|code|total|count|cursors?|pager)$/i.test(
        property.name,
      ),
  );
  return (
    rest.length <= 8 &&
    rest.every((property) =>
      ['scalar', 'literal', 'unknown', 'union'].includes(bare(types, property.type).kind),
    ) &&
    rest.length <= 6
  );
}
