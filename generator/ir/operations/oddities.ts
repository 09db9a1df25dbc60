/** Reports what OpenAPI ignores although its author meant something by it. */
import { distance } from 'fastest-levenshtein';
import { isJsonObject } from '../../lib/json.ts';
import { sortedBy } from '../../lib/order.ts';
import { type Context, type DocumentNode, originAt } from '../context.ts';

/** Reports operations under fields that are not HTTP methods, such as `GET` and `gett`. */
export function reportMisplaced(context: Context, pathItem: DocumentNode, verbs: readonly string[]): void {
  for (const [field, value] of sortedBy(Object.entries(pathItem.node), ([key]) => key)) {
    if (
      verbs.includes(field) ||
      field === 'additionalOperations' ||
      field.startsWith('x-') ||
      !isJsonObject(value)
    )
      continue;
    if (!Object.hasOwn(value, 'responses') && !Object.hasOwn(value, 'operationId')) continue;
    const [nearest] = [...verbs].sort(
      (a, b) => distance(a, field.toLowerCase()) - distance(b, field.toLowerCase()),
    );
    context.report(
      'operation-misplaced',
      { field, nearest: nearest ?? 'get' },
      originAt(context, pathItem, field),
    );
  }
}

/** Reports a path key that is probably a mistake. */
export function reportOddPath(context: Context, pathKey: string, pathItem: DocumentNode): void {
  const reason = oddityOf(pathKey);
  if (reason !== undefined) context.report('path-odd', { path: pathKey, reason }, pathItem.origin);
}

function oddityOf(pathKey: string): string | undefined {
  if (!pathKey.startsWith('/')) return 'does not begin with a slash';
  const outside = pathKey.replace(/\{[^{}]*\}/g, '');
  if (/[{}]/.test(outside)) return 'has a brace without its partner';
  const segment = pathKey.split('/').find((name) => /^:[A-Za-z_]\w*$/.test(name));
  return segment === undefined ? undefined : `has the segment ${segment}, which OpenAPI takes for plain text`;
}
