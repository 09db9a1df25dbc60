/** The arguments of a call as JSON Schema 2020-12, as the document has them, for clients that take all of it. */
import { HEADER_TYPES, type PlannedArgument } from './catalogue-arguments.ts';
import { conditionsOf } from './json-schema/conditions.ts';
import { fullWriter } from './json-schema/full.ts';
import type { JsonSchema } from './json-schema/types.ts';
import type { PlannedMethod } from './methods.ts';
import { type Shapes, flatten, visibleIn } from './shapes.ts';

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

export function wholeInput(
  shapes: Shapes,
  args: readonly PlannedArgument[],
  { body }: PlannedMethod['arguments'],
  isOpen: boolean,
): JsonSchema {
  const { write, definitions } = fullWriter({ shapes, direction: 'request' });
  const properties: Record<string, JsonSchema> = {};
  for (const { argument, type, description, header } of args) {
    const schema = write(type);
    properties[argument.name] = {
      ...schema,
      ...(description !== undefined && { description }),
      ...(header !== undefined && HEADER_TYPES.has(schema['type']) && { 'x-mcp-header': header }),
    };
  }
  const required = args.filter(({ argument }) => argument.required).map(({ argument }) => argument.name);
  return {
    $schema: DIALECT,
    type: 'object',
    properties: properties,
    ...(required.length > 0 && { required }),
    ...(body.kind === 'object' &&
      conditionsOf(body.node.constraints, {
        unseen: otherNames(shapes, args, body),
        taken: {},
        isWidened: true,
      })),
    additionalProperties: isOpen,
    ...definitions(),
  };
}

/** Properties of the body that are no arguments, or are called otherwise as such. */
function otherNames(
  shapes: Shapes,
  args: readonly PlannedArgument[],
  { node, fields }: Extract<PlannedMethod['arguments']['body'], { kind: 'object' }>,
): readonly string[] {
  const same = new Set(
    args.flatMap(({ argument: { name, key = name, in: place } }) =>
      place === 'body' && fields.some((field) => field.name === key && field.wireName === name) ? [name] : [],
    ),
  );
  return flatten(shapes, node)
    .properties.filter((property) => !visibleIn('request')(property) || !same.has(property.name))
    .map((property) => property.name);
}
