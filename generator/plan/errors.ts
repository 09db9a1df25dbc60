/** The bodies that an operation documents for its errors. */
import type { Api, Content, Method, Schema, TypeNode } from '../ir/types.ts';

export interface ErrorBody {
  /** `404`, `4XX`, `default`; each once. */
  readonly status: string;
  /** Text where the body is no JSON. */
  readonly type: TypeNode;
  readonly mediaType: string;
  readonly description?: string;
}

export function planErrors(method: Method): readonly ErrorBody[] {
  const seen = new Set<string>();
  return method.responses.flatMap(({ status, description, chosen, contents }, index) => {
    const content = chosen === undefined ? undefined : contents[chosen];
    if (index === method.success || /^[123]/.test(status) || !content || seen.has(status)) return [];
    seen.add(status);
    return [
      {
        status,
        type: bodyType(content),
        mediaType: content.mediaType,
        ...(description !== undefined && { description }),
      },
    ];
  });
}

const bodyType = ({ kind, type, origin }: Content): TypeNode =>
  kind === 'json' ? type : { kind: 'scalar', scalar: 'string', origin };

/** Bodies of errors that the document names and the config does not: declared once, not in every method. */
export function errorSchemas(api: Api): readonly Schema[] {
  const ids = new Set<string>();
  const visit = (resource: Api['root']): void => {
    for (const method of resource.methods) {
      method.responses.forEach((response, index) => {
        const type = response.chosen === undefined ? undefined : response.contents[response.chosen]?.type;
        if (index !== method.success && type?.kind === 'ref') ids.add(type.id);
      });
    }
    resource.children.forEach(visit);
  };
  visit(api.root);
  return api.schemas.filter((schema) => schema.model === undefined && ids.has(schema.id));
}
