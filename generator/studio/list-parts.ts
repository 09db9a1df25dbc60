/** The parts of a list from which a page scheme can be made: parameters, lists and fields of the response. */
import { fieldsOf, itemsOf } from '../ir/pagination/fields.ts';
import { pageableOf } from '../ir/pagination/request.ts';
import { type TypesById, bare } from '../ir/type-walk.ts';
import { itemOf, propertiesOf } from '../ir/pagination/view.ts';
import type { Method, PaginationScheme, TypeNode } from '../ir/types.ts';
import type { ListParts, PagePart } from './contract.ts';
import type { Plan } from './plan.ts';

/** `found`: the scheme that the rules without a config give the method. */
export function listPartsOf(
  { api }: Pick<Plan, 'api'>,
  method: Method,
  found: PaginationScheme | undefined,
): ListParts | undefined {
  const types: TypesById = new Map(api.schemas.map(({ id, type }) => [id, type]));
  const pageable = pageableOf(types, method);
  if (pageable.result === undefined) return undefined;
  const { result } = pageable;
  const fields = fieldsOf(types, result).map(({ path, type }) => partOf(types, path, type));
  const isList = (type: TypeNode): boolean => itemOf(types, type) !== undefined;
  const lists = [
    ...(isList(result) ? [[]] : []),
    ...fieldsOf(types, result).flatMap(({ path, type }) => (isList(type) ? [path] : [])),
  ];
  if (lists.length === 0) return undefined;
  const items = itemsOf(types, result) ?? { type: result };
  const item = itemOf(types, items.type);
  return {
    params: [...pageable.query].map(([name, { type }]) => partOf(types, [name], type)),
    lists: lists.map((path) => ({ path, type: 'string' })),
    fields: fields.filter(({ path }) => !lists.some((list) => list.join('.') === path.join('.'))),
    itemKeys: [...((item && propertiesOf(types, item)?.values()) ?? [])].map(({ name, type }) =>
      partOf(types, [name], type),
    ),
    found:
      found === undefined
        ? []
        : found.purposes
            .filter(({ header }) => header === undefined)
            .map(({ purpose, path }) => ({ purpose, path })),
    ...(found !== undefined && { type: found.type }),
  };
}

function partOf(types: TypesById, path: readonly string[], type: TypeNode): PagePart {
  const inner = bare(types, type);
  const isPlain = inner.kind === 'scalar' && ['integer', 'number', 'boolean'].includes(inner.scalar);
  return { path, type: isPlain ? (inner.scalar as PagePart['type']) : 'string' };
}
