import type { Api, Method, Resource } from '../../generator/ir/types.ts';

export interface Call {
  /** In dots from the client: `books.reviews.list`. */
  readonly name: string;
  readonly method: Method;
}

export const methodsOf = (resource: Resource, path: readonly string[] = []): readonly Call[] => [
  ...resource.methods.map((method) => ({ name: [...path, method.key].join('.'), method })),
  ...resource.children.flatMap((child) => methodsOf(child, [...path, child.key])),
];

/** What a user of the SDK sees of each method, as text. */
export const callsOf = (api: Api): readonly string[] =>
  methodsOf(api.root).map(
    ({ name, method }) =>
      `${name} ${method.verb} ${method.path} ${method.pagination?.scheme ?? '-'} ${method.streaming?.format ?? '-'} ${method.positional?.join() ?? '-'}`,
  );

/** Named types with their place: `Book@books`. */
export const modelsOf = (api: Api): readonly string[] =>
  api.schemas
    .flatMap(({ id, model }) => (model === undefined ? [] : [`${id} ${model.resource.join('.')}`]))
    .sort();
