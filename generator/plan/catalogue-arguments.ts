/**
 * The arguments of a call as a single flat object, with names that every client
 * accepts and a schema that stays small.
 */
import type { TypeNode } from '../ir/types.ts';
import type { Origin } from '../lib/origin.ts';
import { type Field, fieldsOf, isRawBody } from './arguments.ts';
import { type AgentSchemaOptions, agentSchema, isPlainName } from './json-schema/agents.ts';
import { ANY, describedBy } from './json-schema/fold.ts';
import type { JsonSchema } from './json-schema/types.ts';
import type { PlannedMethod } from './methods.ts';
import type { SdkPlan } from './sdk.ts';
import { type Shapes, flatten, resolveNode, visibleIn } from './shapes.ts';

export interface CatalogueArgument {
  /** The name in a tool: unique, in characters that every client accepts. */
  readonly name: string;
  /** The name in the SDK, if it differs. */
  readonly key?: string;
  readonly required: boolean;
  readonly in: 'path' | 'query' | 'body' | 'header' | 'cookie';
  /**
   * `positional`: passed by itself, in this order. `spread`: its properties are arguments.
   * `whole`: it is the only argument.
   */
  readonly as: 'positional' | 'field' | 'spread' | 'whole';
  /** Paths of the files in it; `*` is every element: `[]`, `['images', '*']`. */
  readonly files: readonly (readonly string[])[];
}

export interface PlannedArgument {
  readonly argument: CatalogueArgument;
  readonly type: TypeNode;
  readonly description: string | undefined;
  /** The header that repeats the argument. */
  readonly header?: string | undefined;
  readonly origin: Origin;
}

/**
 * Values that a caller must never provide: by location and lower-case name
 * (`header x-key`), or by the client's option.
 */
export interface Secrets {
  readonly places: ReadonlySet<string>;
  readonly options: ReadonlySet<string>;
}

/** Headers that a caller may never set, whatever the document declares. */
const NEVER = ['authorization', 'proxy-authorization', 'cookie', 'host'].map((name) => `header ${name}`);

export function secretsOf({ api, client }: SdkPlan): Secrets {
  const keys = api.securitySchemes.flatMap((scheme) =>
    scheme.kind === 'api_key' ? [`${scheme.in} ${scheme.parameter.toLowerCase()}`] : [],
  );
  const options = client.options.flatMap(({ option, isCredential }) => (isCredential ? [option.key] : []));
  return { places: new Set([...NEVER, ...keys]), options: new Set(options) };
}

const isSecret = ({ group, wireName, clientOption }: Field, secrets: Secrets | undefined): boolean =>
  secrets?.places.has(`${group} ${wireName.toLowerCase()}`) === true ||
  (clientOption !== undefined && secrets?.options.has(clientOption) === true);

/** SDK names of arguments that are credentials: a body that accepts any property must not set them. */
export const withheldOf = (
  shapes: Shapes,
  { arguments: args }: PlannedMethod,
  secrets: Secrets,
): readonly string[] =>
  fieldsOf(shapes, args).flatMap((field) => (isSecret(field, secrets) ? [field.name] : []));

export function argumentsOf(
  shapes: Shapes,
  planned: PlannedMethod,
  secrets?: Secrets,
): readonly PlannedArgument[] {
  const { arguments: args, method } = planned;
  const isWhole = args.kind === 'body' && isRawBody(args.body);
  const found: Omit<PlannedArgument, 'argument'>[] = [];
  const drafts: Omit<CatalogueArgument, 'name' | 'files'>[] = [];
  const add = (
    draft: Omit<CatalogueArgument, 'name' | 'files'>,
    rest: Omit<PlannedArgument, 'argument'>,
  ): void => {
    drafts.push(draft);
    found.push(rest);
  };
  for (const parameter of args.positional)
    add(
      { key: parameter.alias ?? parameter.name, required: true, in: 'path', as: 'positional' },
      {
        type: parameter.type,
        description: parameter.description,
        header: parameter.mcpHeader,
        origin: parameter.origin,
      },
    );
  const spread = args.body.kind === 'union' ? args.body.node : undefined;
  for (const field of fieldsOf(shapes, args)) {
    if (isSecret(field, secrets)) continue;
    const { parameter, property, type } = field;
    add(
      { key: field.name, required: field.required, in: field.group, as: isWhole ? 'whole' : 'field' },
      {
        type,
        description: parameter?.description ?? property?.description ?? resolveNode(shapes, type).description,
        header: parameter?.mcpHeader,
        origin: parameter?.origin ?? property?.origin ?? type.origin,
      },
    );
  }
  if (spread)
    add(
      { key: 'body', required: method.body?.required === true, in: 'body', as: 'spread' },
      { type: spread, description: method.body?.description, origin: spread.origin },
    );
  const names = plainNames(drafts.map((draft) => draft.key ?? ''));
  return found.map((rest, index): PlannedArgument => {
    const draft = drafts[index] ?? { required: false, in: 'body', as: 'field' };
    const name = names[index] ?? '';
    const { key, ...more } = draft;
    const files = filesIn(shapes, rest.type);
    return { ...rest, argument: { name, ...(key !== name && key !== undefined && { key }), ...more, files } };
  });
}

/** `filter[name]` → `filter_name`; names that become equal get a number. */
function plainNames(keys: readonly string[]): readonly string[] {
  const taken = new Set(keys.filter(isPlainName));
  const given = new Set<string>();
  return keys.map((key) => {
    const stem =
      key
        .replace(/[^\w.-]+/g, '_')
        .replace(/^_+|_+$/g, '')
        .slice(0, 60) || 'value';
    let name = isPlainName(key) ? key : stem;
    for (let count = 2; given.has(name) || (name !== key && taken.has(name)); count++)
      name = `${stem}_${count}`;
    given.add(name);
    return name;
  });
}

const DEEPEST_FILE = 3;

function filesIn(shapes: Shapes, node: TypeNode, depth: number = 0): readonly (readonly string[])[] {
  const type = resolveNode(shapes, node);
  if (depth > DEEPEST_FILE) return [];
  const below = (name: string, child: TypeNode): readonly (readonly string[])[] =>
    filesIn(shapes, child, depth + 1).map((path) => [name, ...path]);
  switch (type.kind) {
    case 'scalar':
      return type.scalar === 'binary' ? [[]] : [];
    case 'nullable':
      return filesIn(shapes, type.type, depth);
    case 'array':
      return below('*', type.items);
    case 'object':
      return flatten(shapes, type)
        .properties.filter(visibleIn('request'))
        .flatMap((property) => below(property.name, property.type));
    case 'union': {
      const paths = type.members.slice(0, 20).flatMap((member) => filesIn(shapes, member, depth + 1));
      return [...new Map(paths.map((path) => [path.join(' '), path])).values()];
    }
    default:
      return [];
  }
}

const DEEPEST = 5;
const LONGEST_ARGUMENT = 160;
/** Maximum size of a tool's arguments as JSON, in characters. */
const LONGEST_INPUT = 4000;

/** Reduces the depth until the schema is small enough, then drops descriptions, then optional arguments. */
export function inputOf(
  shapes: Shapes,
  args: readonly PlannedArgument[],
  isOpen: boolean,
): { readonly schema: JsonSchema; readonly isCut: boolean } {
  const sizes = [
    ...Array.from({ length: DEEPEST }, (_, index) => ({ depth: DEEPEST - index, longest: LONGEST_ARGUMENT })),
    { depth: 1, longest: 40 },
    { depth: 1, longest: 0 },
  ];
  for (const [index, size] of sizes.entries()) {
    const schema = rootOf(args, { shapes, direction: 'request', ...size }, isOpen);
    if (JSON.stringify(schema).length <= LONGEST_INPUT) return { schema, isCut: index > 0 };
  }
  const limits = { shapes, direction: 'request', depth: 0, longest: 0 } as const;
  let kept = args;
  for (let most = 60; ; most = Math.floor(most / 2)) {
    let optional = 0;
    kept = kept.filter(({ argument }) => argument.required || ++optional <= most);
    const schema = rootOf(kept, limits, true);
    if (most === 0 || JSON.stringify(schema).length <= LONGEST_INPUT) return { schema, isCut: true };
  }
}

/** Types that a header can hold. */
export const HEADER_TYPES: ReadonlySet<unknown> = new Set(['string', 'integer', 'boolean']);

function rootOf(args: readonly PlannedArgument[], limits: AgentSchemaOptions, isOpen: boolean): JsonSchema {
  const properties: Record<string, JsonSchema> = {};
  for (const { argument, type, description, header } of args) {
    const schema = agentSchema(limits, type) ?? (argument.required ? ANY : undefined);
    const words = description ?? type.description;
    const mirrored = header !== undefined && HEADER_TYPES.has(schema?.['type']) && { 'x-mcp-header': header };
    if (schema) properties[argument.name] = { ...describedBy(schema, words, limits.longest), ...mirrored };
  }
  const required = args.filter(({ argument }) => argument.required).map(({ argument }) => argument.name);
  return {
    type: 'object',
    properties: properties,
    ...(required.length > 0 && { required }),
    additionalProperties: isOpen,
  };
}
