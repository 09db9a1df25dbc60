/** Lists the types that a method uses, and the resources of the tree. */
import type { Content, Method, Resource, TypeNode, Webhook } from './types.ts';

type MethodTypes = Pick<Method, 'parameters' | 'body' | 'responses' | 'streaming' | 'pagination'>;

export const requestTypes = (method: Pick<Method, 'parameters' | 'body'>): readonly TypeNode[] => [
  ...method.parameters.map((parameter) => parameter.type),
  ...(method.body?.contents ?? []).flatMap(contentTypes),
];

export const responseTypes = (method: Pick<MethodTypes, 'responses' | 'streaming'>): readonly TypeNode[] => [
  ...method.responses.flatMap((response) => [
    ...response.contents.flatMap(contentTypes),
    ...response.headers.map((header) => header.type),
  ]),
  ...(method.streaming === undefined ? [] : [method.streaming.event]),
];

const contentTypes = (content: Content): readonly TypeNode[] =>
  content.itemType === undefined ? [content.type] : [content.type, content.itemType];

/** Types of all methods and webhooks. */
export const allTypes = (root: Resource, webhooks: readonly Webhook[]): readonly TypeNode[] => [
  ...[...walkResources(root)].flatMap(({ resource }) =>
    resource.methods.flatMap((method) => [...requestTypes(method), ...responseTypes(method)]),
  ),
  ...webhooks.flatMap(requestTypes),
];

/** Every resource with its path, parents before children, in tree order. */
export function* walkResources(
  root: Resource,
): Generator<{ readonly path: readonly string[]; readonly resource: Resource }> {
  const waiting: { readonly path: readonly string[]; readonly resource: Resource }[] = [
    { path: [], resource: root },
  ];
  for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
    yield entry;
    const { path } = entry;
    for (const resource of [...entry.resource.children].reverse())
      waiting.push({ path: [...path, resource.key], resource });
  }
}
