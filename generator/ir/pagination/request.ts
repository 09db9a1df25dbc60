/** The parts of a method that pagination can use. */
import type { Content, Method, Parameter, ResponseHeader, TypeNode } from '../types.ts';
import { type TypesById } from '../type-walk.ts';
import { propertiesOf } from './view.ts';

/** A parameter, or a property of the body. */
export interface Offered {
  readonly type: TypeNode;
  readonly description?: string;
}

export interface Pageable {
  readonly query: ReadonlyMap<string, Offered>;
  readonly body: ReadonlyMap<string, Offered>;
  /** Names of required parameters and properties. */
  readonly required: ReadonlySet<string>;
  /** The JSON result; absent if the method has none. */
  readonly result?: TypeNode;
  /** The content that holds the result. */
  readonly content?: Content;
  /** Headers of that response. */
  readonly headers: readonly ResponseHeader[];
}

type MethodTypes = Pick<Method, 'parameters' | 'body' | 'responses' | 'success'>;

export function pageableOf(types: TypesById, method: MethodTypes): Pageable {
  const query = method.parameters.filter((parameter) => parameter.in === 'query');
  const body = method.body && method.body.contents[method.body.chosen];
  const properties = body?.kind === 'json' ? propertiesOf(types, body.type) : undefined;
  const response = method.success === undefined ? undefined : method.responses[method.success];
  const content = response?.chosen === undefined ? undefined : response.contents[response.chosen];
  return {
    query: new Map(query.map((parameter) => [parameter.name, parameter])),
    body: properties ?? new Map(),
    required: new Set([
      ...requiredOf(query),
      ...[...(properties?.values() ?? [])]
        .filter((property) => property.required)
        .map((property) => property.name),
    ]),
    headers: response?.headers ?? [],
    ...(isJson(content) && { result: content.type, content }),
  };
}

const requiredOf = (parameters: readonly Parameter[]): readonly string[] =>
  parameters.filter((parameter) => parameter.required).map((parameter) => parameter.name);
const isJson = (content: Content | undefined): content is Content => content?.kind === 'json';
