/** References between types, walked without recursion: a document's author controls how deep types nest. */
import type { Content, Method, Resource, TypeNode } from './types.ts';

/** Ids of the named schemas that `types` refer to directly, in order of appearance, each once. */
export function directReferences(types: Iterable<TypeNode>): readonly string[] {
  const found = new Set<string>();
  const waiting: TypeNode[] = [...types].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.kind === 'ref') found.add(node.id);
    else for (const child of [...childrenOf(node)].reverse()) waiting.push(child);
  }
  return [...found];
}

export function childrenOf(node: TypeNode): readonly TypeNode[] {
  switch (node.kind) {
    case 'array': return [node.items];
    case 'tuple': return typeof node.rest === 'object' ? [...node.items, node.rest] : node.items;
    case 'record': return node.keys === undefined ? [node.values] : [node.values, node.keys];
    case 'object': return [
      ...node.bases,
      ...node.properties.map((property) => property.type),
      ...(typeof node.additional === 'object' ? [node.additional] : []),
      ...(node.patterns ?? []).map((pattern) => pattern.type),
    ];
    case 'union':
    case 'intersection': return node.members;
    case 'nullable': return [node.type];
    case 'scalar':
    case 'literal':
    case 'ref':
    case 'unknown':
    case 'never': return [];
    default: return node satisfies never;
  }
}

type Parts = Pick<Method, 'parameters' | 'body' | 'responses' | 'streaming' | 'pagination'>;

export const requestTypes = (method: Pick<Method, 'parameters' | 'body'>): readonly TypeNode[] => [
  ...method.parameters.map((parameter) => parameter.type),
  ...(method.body?.contents ?? []).flatMap(contentTypes),
];

export const responseTypes = (method: Pick<Parts, 'responses' | 'streaming'>): readonly TypeNode[] => [
  ...method.responses.flatMap((response) => [...response.contents.flatMap(contentTypes), ...response.headers.map((header) => header.type)]),
  ...(method.streaming === undefined ? [] : [method.streaming.event]),
];

const contentTypes = (content: Content): readonly TypeNode[] => (content.itemType === undefined ? [content.type] : [content.type, content.itemType]);

/** Every resource with its path, parents before children, in tree order. */
export function* walkResources(root: Resource): Generator<{ readonly path: readonly string[]; readonly resource: Resource }> {
  const waiting: { readonly path: readonly string[]; readonly resource: Resource }[] = [{ path: [], resource: root }];
  for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
    yield entry;
    const { path } = entry;
    for (const resource of [...entry.resource.children].reverse()) waiting.push({ path: [...path, resource.key], resource });
  }
}
