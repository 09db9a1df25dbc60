/** The bodies that an operation documents for its errors. */
import type { Api, Content, Method, Schema, TypeNode } from '../ir/types.ts';

export interface ErrorBody {
  /** `404`, `4XX` or `default`, without duplicates. */
  readonly status: string;
  /** Text if the body is not JSON. */
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

/**
 * Schemas of error bodies that have a name in the document but not in the config: they are declared
 * once instead of in every method.
 */
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
