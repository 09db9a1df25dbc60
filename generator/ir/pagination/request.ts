/** What a method offers to pagination. */
import type { Content, Method, Parameter, TypeNode } from '../types.ts';
import { type TypesById, propertiesOf } from './view.ts';

export interface Pageable {
  readonly query: ReadonlyMap<string, TypeNode>;
  readonly body: ReadonlyMap<string, TypeNode>;
  /** Names that the request must have. */
  readonly required: ReadonlySet<string>;
  /** The JSON result; absent when the method has none. */
  readonly result?: TypeNode;
  /** The content that the result comes from. */
  readonly content?: Content;
}

type Parts = Pick<Method, 'parameters' | 'body' | 'responses' | 'success'>;

export function pageableOf(types: TypesById, method: Parts): Pageable {
  const query = method.parameters.filter((one) => one.in === 'query');
  const body = method.body && method.body.contents[method.body.chosen];
  const properties = body?.kind === 'json' ? propertiesOf(types, body.type) : undefined;
  const response = method.success === undefined ? undefined : method.responses[method.success];
  const content = response?.chosen === undefined ? undefined : response.contents[response.chosen];
  return {
    query: new Map(query.map((one) => [one.name, one.type])),
    body: new Map([...(properties ?? [])].map(([name, property]) => [name, property.type])),
    required: new Set([...requiredOf(query), ...[...(properties?.values() ?? [])].filter((one) => one.required).map((one) => one.name)]),
    ...(isJson(content) && { result: content.type, content }),
  };
}

const requiredOf = (parameters: readonly Parameter[]): readonly string[] => parameters.filter((one) => one.required).map((one) => one.name);
const isJson = (content: Content | undefined): content is Content => content?.kind === 'json';
