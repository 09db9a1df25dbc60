/** Page classes: the fields of a page's body and, as data, how to get from one page to the next. */
import type {
  Api,
  ObjectType,
  PaginationPurpose,
  PaginationScheme,
  PurposeUse,
  TypeNode,
} from '../../ir/types.ts';
import { type Code, code, empty, identifier, join, propertyKey, stringLiteral } from './code.ts';
import { withoutRepeats } from './page-name.ts';
import { declare, expression } from './types/declare.ts';
import { type Declaration, createDeclaration } from './types/declaration.ts';
import * as expr from './types/expr.ts';
import type { World } from '../../plan/world.ts';

export const PAGES_MODULE = 'pages';

export interface PagePlan {
  readonly scheme: PaginationScheme;
  readonly className: string;
  /** Runtime class that it extends and type of its data. */
  readonly base: string;
  readonly schemeType: string;
  /** Holds the fields' nested types; its members are the fields. */
  readonly declaration: Declaration;
  readonly data: Code;
  /** Path of the field that is true on the last page. */
  readonly lastPage?: Code;
}

const KINDS: Readonly<Record<PaginationScheme['type'], { readonly base: string; readonly scheme: string }>> =
  {
    page_number: { base: 'AbstractPageNumberPage', scheme: 'PageNumberScheme' },
    offset: { base: 'AbstractOffsetPage', scheme: 'OffsetScheme' },
    cursor: { base: 'AbstractCursorPage', scheme: 'CursorScheme' },
    cursor_id: { base: 'AbstractCursorIDPage', scheme: 'CursorIDScheme' },
    cursor_url: { base: 'AbstractCursorURLPage', scheme: 'CursorURLScheme' },
    fake_page: { base: 'AbstractSinglePage', scheme: 'PageScheme' },
  };

/** What a page has itself; a field of such a name is not a property of the page. */
const PAGE_MEMBERS = new Set(
  (
    '__proto__ constructor toString valueOf hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString getPaginatedItems hasNextPage ' +
    'getNextPage iterPages nextPageRequestOptions nextStep isEndKnown readField readNumber requested'
  ).split(' '),
);

export function planPages(world: World, api: Api): readonly PagePlan[] {
  const used = new Set(collectSchemes(api.root));
  const taken = new Set<string>();
  return api.paginationSchemes
    .filter((scheme) => used.has(scheme.name))
    .map((scheme) => {
      const whole = world.names.pascal(scheme.name);
      const short = world.edition.plainPageNames ? withoutRepeats(whole) : whole;
      let className = taken.has(short) ? whole : short;
      while (taken.has(className) || className.startsWith('Abstract')) className = `${className}Page`;
      taken.add(className);
      const declaration = createDeclaration({ name: className, module: PAGES_MODULE });
      const items = itemsPath(scheme);
      declare(
        pageWorld(world),
        declaration,
        withItems(scheme.response, scheme.topLevelArray ? [] : items),
        'response',
      );
      inlineItems(pageWorld(world), declaration, scheme.response, scheme.topLevelArray ? [] : items);
      const body = declaration.body;
      if (body.kind === 'interface')
        declaration.body = { ...body, members: body.members.filter((one) => !PAGE_MEMBERS.has(one.name)) };
      if (body.kind !== 'interface') declaration.body = { kind: 'interface', bases: [], members: [] };
      if (scheme.topLevelArray) addItems(declaration);
      const last = find(scheme, 'is_last_page');
      return {
        ...(last && { lastPage: path(last.path) }),
        scheme,
        className,
        base: KINDS[scheme.type].base,
        schemeType: KINDS[scheme.type].scheme,
        declaration,
        data: schemeData(scheme, items),
      };
    });
}

const collectSchemes = (resource: Api['root']): readonly string[] => [
  ...resource.methods.flatMap((method) => method.pagination?.scheme ?? []),
  ...resource.children.flatMap(collectSchemes),
];

/** The class of a scheme; undefined when no method uses it. */
export const pageOf = (pages: readonly PagePlan[], scheme: string): PagePlan | undefined =>
  pages.find((one) => one.scheme.name === scheme);

/** Marks the place of the items so that they print as `Item`. */
const ITEM = '\u0000item';

function withItems(node: ObjectType, path: readonly string[]): ObjectType {
  const [name, ...rest] = path;
  if (name === undefined) return node;
  return {
    ...node,
    properties: node.properties.map((property) => {
      if (property.name !== name) return property;
      if (rest.length === 0)
        return {
          ...property,
          required: true,
          type: {
            kind: 'array',
            origin: property.origin,
            items: { kind: 'ref', id: ITEM, origin: property.origin },
          } satisfies TypeNode,
        };
      return property.type.kind === 'object'
        ? { ...property, type: withItems(property.type, rest) }
        : property;
    }),
  };
}

/**
 * A nested interface cannot see the class's type parameter, so objects around the items are written in place.
 */
function inlineItems(
  world: World,
  declaration: Declaration,
  node: ObjectType,
  path: readonly string[],
): void {
  const [first] = path;
  const { body } = declaration;
  if (path.length < 2 || first === undefined || body.kind !== 'interface') return;
  const property = withItems(node, path).properties.find((one) => one.name === first);
  if (!property || property.type.kind !== 'object') return;
  const type = inline(world, property.type, { path: path.slice(1), owner: declaration });
  const nested = world.names.pascal(first);
  declaration.nested.splice(
    0,
    declaration.nested.length,
    ...declaration.nested.filter((one) => one.name !== nested),
  );
  declaration.body = {
    ...body,
    members: body.members.map((one) => (one.name === first ? { ...one, type } : one)),
  };
}

function inline(
  world: World,
  node: ObjectType,
  place: { readonly path: readonly string[]; readonly owner: Declaration },
): expr.TypeExpression {
  const [next, ...rest] = place.path;
  const members = node.properties.map((property) => {
    const isWay = property.name === next && property.type.kind === 'object' && rest.length > 0;
    const type =
      isWay && property.type.kind === 'object'
        ? inline(world, property.type, { path: rest, owner: place.owner })
        : expression(world, property.type, {
            owner: place.owner,
            hint: world.names.pascal(property.name),
            direction: 'response',
            within: new Map(),
          });
    return [
      ...expr.text(code`${propertyKey(property.name)}${property.required ? empty : code`?`}: `),
      ...type,
    ];
  });
  return [...expr.text(code`{ `), ...expr.separated(members, code`; `), ...expr.text(code` }`)];
}

export const ITEM_DECLARATION: Declaration = createDeclaration({ name: 'Item', module: PAGES_MODULE });
/** The world of page declarations: the items' place resolves to the type parameter. */
export const pageWorld = (world: World): World => ({
  ...world,
  models: new Map([...world.models, [ITEM, ITEM_DECLARATION]]),
});

function addItems(declaration: Declaration): void {
  const type = expr.arrayOf(expr.declared(ITEM_DECLARATION));
  declaration.body = {
    kind: 'interface',
    bases: [],
    members: [{ name: 'items', key: code`items`, optional: false, type, doc: [] }],
  };
}

function schemeData(scheme: PaginationScheme, items: readonly string[]): Code {
  const entries: (Code | undefined)[] = [
    code`items: ${path(items)}`,
    scheme.paramLocation === 'body' ? code`in: 'body'` : undefined,
    field(scheme, 'hasMore', 'has_next_page'),
    scheme.continueOnEmptyItems ? code`continueOnEmpty: true` : undefined,
    ...specific(scheme),
  ];
  return code`{ ${join(
    entries.flatMap((one) => one ?? []),
    ', ',
  )} }`;
}

function specific(scheme: PaginationScheme): readonly (Code | undefined)[] {
  switch (scheme.type) {
    case 'page_number':
      return [
        parameter(scheme, 'page', 'page_number_param'),
        scheme.firstPage === undefined ? undefined : code`first: 0`,
        field(scheme, 'current', 'current_page_number_field'),
        field(scheme, 'total', 'total_page_count_field'),
      ];
    case 'offset':
      return [
        parameter(scheme, 'offset', 'offset_count_param'),
        field(scheme, 'start', 'offset_count_start_field'),
        field(scheme, 'total', 'offset_total_count_field'),
      ];
    case 'cursor':
      return [
        parameter(scheme, 'cursor', 'next_cursor_param'),
        field(scheme, 'next', 'next_cursor_field'),
        parameter(scheme, 'previousCursor', 'previous_cursor_param'),
        field(scheme, 'previous', 'previous_cursor_field'),
      ];
    case 'cursor_id':
      return [
        idPath(scheme, itemsPath(scheme)),
        parameter(scheme, 'after', 'next_cursor_id_param'),
        parameter(scheme, 'before', 'previous_cursor_id_param'),
      ];
    case 'cursor_url':
      return [field(scheme, 'next', 'cursor_url_field')];
    case 'fake_page':
      return [];
    default:
      return scheme.type satisfies never;
  }
}

const find = (scheme: PaginationScheme, purpose: PaginationPurpose): PurposeUse | undefined =>
  scheme.purposes.find((one) => one.purpose === purpose);
/** Where the page class looks for the items in a response: property names from the root. */
export const itemsPath = (scheme: PaginationScheme): readonly string[] => find(scheme, 'items')?.path ?? [];
const path = (names: readonly string[]): Code => code`[${join(names.map(stringLiteral), ', ')}]`;

function parameter(scheme: PaginationScheme, key: string, purpose: PaginationPurpose): Code | undefined {
  const name = find(scheme, purpose)?.path.at(-1);
  return name === undefined ? undefined : code`${identifier(key)}: ${stringLiteral(name)}`;
}

function field(scheme: PaginationScheme, key: string, purpose: PaginationPurpose): Code | undefined {
  const use = find(scheme, purpose);
  if (!use) return undefined;
  return use.header !== undefined
    ? code`${identifier(key)}: { header: ${stringLiteral(use.header)} }`
    : code`${identifier(key)}: ${path(use.path)}`;
}

/** The identifier's path inside an item: the declared one, without the items' own path. */
function idPath(scheme: PaginationScheme, within: readonly string[]): Code {
  const declared = find(scheme, 'cursor_item_id')?.path ?? ['id'];
  const inside =
    declared.length > within.length && within.every((name, index) => declared[index] === name)
      ? declared.slice(within.length)
      : declared;
  return code`id: ${path(inside)}`;
}
