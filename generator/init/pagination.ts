import { type JsonObject, type JsonValue, isJsonObject } from '../lib/json.ts';
import type { Api, ObjectType, PaginationScheme, PurposeUse, TypeNode } from '../ir/types.ts';
import { block, comment, indent } from './text.ts';

const MARK = 'x-stainless-pagination-property';

/** `pagination:` with the schemes in use, each checked against the methods named in its comment. */
export function paginationLines(api: Api, uses: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const schemes = api.paginationSchemes.filter((scheme) => (uses.get(scheme.name) ?? []).length > 0);
  if (schemes.length === 0) return [];
  return [
    '',
    '# How lists are paged: found by names and types, and checked against the schemas of the methods that are named.',
    'pagination:',
    ...schemes.flatMap((scheme) => indent(1, schemeLines(scheme, uses.get(scheme.name) ?? []))),
  ];
}

function schemeLines(scheme: PaginationScheme, methods: readonly string[]): readonly string[] {
  const shown =
    methods.slice(0, 6).join(', ') + (methods.length > 6 ? ` and ${methods.length - 6} more` : '');
  const [first = '', ...rest] = block(schemeValue(scheme));
  return [
    comment(`${scheme.provenance.rule}: ${scheme.provenance.detail}; fits ${shown}`),
    `- ${first}`,
    ...indent(1, rest),
  ];
}

/** A scheme as an item of `pagination`. */
export function schemeValue(scheme: PaginationScheme): JsonValue {
  const onRequest = scheme.purposes.filter((use) => use.purpose.endsWith('_param'));
  const onItem = scheme.purposes.find((use) => use.purpose === 'cursor_item_id');
  const onResponse = scheme.purposes.filter((use) => !use.purpose.endsWith('_param') && use !== onItem);
  const inBody = onResponse.filter((use) => use.header === undefined && use.path.length > 0);
  const inHeader = onResponse.flatMap(({ purpose, path, header }) =>
    header === undefined
      ? []
      : [[path.at(-1) ?? header, { type: 'string', [MARK]: { purpose, from_header: header } }] as const],
  );
  const items = scheme.topLevelArray
    ? {
        items: {
          type: 'array',
          items: itemOf(onItem),
          [MARK]: { purpose: 'items', is_top_level_array: true },
        },
      }
    : {};
  return {
    name: scheme.name,
    type: scheme.type,
    ...(scheme.paramLocation === 'body' && { param_location: 'body' }),
    request: withFirst(scheme, mapOf(scheme.request, onRequest, undefined)),
    response: {
      ...items,
      ...(scheme.topLevelArray ? {} : mapOf(scheme.response, inBody, onItem)),
      ...Object.fromEntries(inHeader),
    },
    ...(scheme.continueOnEmptyItems && { continue_on_empty_items: true }),
  };
}

/** Adds a default page number if pages are counted from 0. */
function withFirst({ firstPage, purposes }: PaginationScheme, request: JsonObject): JsonObject {
  const [name] = purposes.find((use) => use.purpose === 'page_number_param')?.path ?? [];
  const schema = name === undefined ? undefined : request[name];
  return firstPage === undefined || name === undefined || !isJsonObject(schema)
    ? request
    : { ...request, [name]: { ...schema, default: firstPage } };
}

const itemOf = (id: PurposeUse | undefined): JsonObject => {
  const name = id?.path.at(-1);
  return name === undefined
    ? {}
    : { type: 'object', properties: { [name]: { type: 'string', [MARK]: { purpose: 'cursor_item_id' } } } };
};

/**
 * Properties that a purpose names or passes through, and in requests the properties next to them (the page
 * size).
 */
function mapOf(
  object: ObjectType,
  uses: readonly PurposeUse[],
  onItem: PurposeUse | undefined,
  before: readonly string[] = [],
): JsonObject {
  return Object.fromEntries(
    object.properties.map((property) => {
      const path = [...before, property.name];
      const own = uses.find((use) => use.path.join('\n') === path.join('\n'));
      return [
        property.name,
        {
          ...schemaOf(property.type, uses, { onItem, path, own }),
          ...(property.required && { required: true }),
          ...(own !== undefined && { [MARK]: { purpose: own.purpose } }),
        },
      ];
    }),
  );
}

function schemaOf(
  type: TypeNode,
  uses: readonly PurposeUse[],
  {
    onItem,
    path,
    own,
  }: {
    readonly onItem: PurposeUse | undefined;
    readonly path: readonly string[];
    readonly own: PurposeUse | undefined;
  },
): JsonObject {
  switch (type.kind) {
    case 'nullable':
      return { ...schemaOf(type.type, uses, { onItem, path, own }), nullable: true };
    case 'scalar':
      return { type: type.scalar === 'binary' || type.scalar === 'null' ? 'string' : type.scalar };
    case 'array':
      return { type: 'array', items: own?.purpose === 'items' ? itemOf(onItem) : {} };
    case 'object':
      return { type: 'object', properties: mapOf(type, uses, onItem, path) };
    default:
      return {};
  }
}
