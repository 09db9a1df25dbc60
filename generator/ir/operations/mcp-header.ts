/**
 * `x-mcp-header`: the header that carries an argument in addition to the body of a tool call,
 * so that proxies can route by it.
 */
import { own as read } from '../../lib/json.ts';
import { type Context, type DocumentNode, follow, originAt } from '../context.ts';
import { objectAt, valueAt } from '../read.ts';
import type { Parameter } from '../types.ts';

/** RFC 9110 section 5.6.2. */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$/;
const TYPES: readonly unknown[] = ['string', 'integer', 'boolean'];

/**
 * From the parameter or its schema. Clients reject a whole tool because of an invalid header,
 * so an invalid header is left out.
 */
export function mcpHeader(context: Context, parameter: DocumentNode): string | undefined {
  const schema = objectAt(parameter.node, 'schema');
  const holder = schema && read(schema, 'x-mcp-header') !== undefined ? schema : parameter.node;
  const value = valueAt(holder, 'x-mcp-header');
  if (value === undefined) return undefined;
  const resolved = schema && follow(context, schema, originAt(context, parameter, 'schema'));
  const declared = resolved && valueAt(resolved.node, 'type');
  const types = [declared ?? []].flat().filter((type) => type !== 'null');
  const reason =
    typeof value !== 'string' || !TOKEN.test(value)
      ? 'it is no name of a header'
      : types.every((type) => TYPES.includes(type))
        ? undefined
        : 'the parameter is no text, whole number or boolean';
  if (reason === undefined && typeof value === 'string') return value;
  report(context, { value: JSON.stringify(value), reason: reason ?? '' }, parameter.origin);
  return undefined;
}

/** If several parameters share a header, the first keeps it. */
export function withoutRepeats(context: Context, parameters: readonly Parameter[]): readonly Parameter[] {
  const taken = new Set<string>();
  return parameters.map((parameter) => {
    const { mcpHeader: name, ...others } = parameter;
    if (name === undefined || !taken.has(name.toLowerCase())) {
      if (name !== undefined) taken.add(name.toLowerCase());
      return parameter;
    }
    const reason = 'another parameter of the operation has it';
    report(context, { value: JSON.stringify(name), reason }, parameter.origin);
    return others;
  });
}

const report = (
  context: Context,
  details: { readonly value: string; readonly reason: string },
  origin: Parameter['origin'],
): void => context.report('mcp-header-invalid', details, origin);
