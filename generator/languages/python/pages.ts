/** Page classes: the fields of a page's body, and data for finding the next page. */
import type { ObjectType, PaginationScheme, Property, TypeNode } from '../../ir/types.ts';
import { nestedName } from '../../plan/nested-name.ts';
import type { FieldRole, PageField, PagePlan, ParameterRole } from '../../plan/pages.ts';
import { withoutRepeats } from '../page-name.ts';
import { type Code, code, identifier, stringLiteral, tupleOf } from './code.ts';
import * as part from './fragment.ts';
import { fieldName } from './reserved.ts';
import { declare } from './types/declare.ts';
import { type Declaration, type Member, type TypeModule, createDeclaration } from './types/declaration.ts';
import * as expr from './types/expr.ts';
import type { TypeSite, TypeContext } from './types/type-context.ts';

const PAGES_MODULE = 'pagination';

export interface PageClass {
  readonly plan: PagePlan;
  /** `ServersPage`, without the `Sync` or `Async` prefix. */
  readonly name: string;
  readonly declaration: Declaration;
  readonly asyncDeclaration: Declaration;
  /** Fields by name, including the items. */
  readonly members: readonly Member[];
  /** A runtime object that describes how the next page is found. */
  readonly scheme: part.Fragment;
  /** Name of the constant for it. */
  readonly constant: string;
}

/** Members of every page, which fields must not hide. */
const PAGE_MEMBERS = new Set(
  'has_next_page next_page_info get_next_page iter_pages read_field raw_items requested'.split(' '),
);

/** The file of pages, in which nested types precede the classes. */
export interface Pages {
  readonly classes: readonly PageClass[];
  readonly module: TypeModule;
}

export function pageClasses(context: TypeContext, plans: readonly PagePlan[]): Pages {
  const taken = new Set<string>(['T', '_T']);
  const nested: Declaration[] = [];
  const open = (wanted: string): Declaration => {
    let name = wanted;
    for (let count = 2; taken.has(name); count++) name = `${wanted}${count}`;
    taken.add(name);
    const declaration = createDeclaration(PAGES_MODULE, name);
    nested.push(declaration);
    return declaration;
  };
  const classes = plans.map((plan): PageClass => {
    const { scheme, items } = plan;
    const whole = context.names.pascal(scheme.name);
    const short = context.edition.isPublished ? whole : withoutRepeats(whole);
    let name = taken.has(`Sync${short}`) ? whole : short;
    while (taken.has(`Sync${name}`)) name = `${name}Page`;
    taken.add(`Sync${name}`).add(`Async${name}`);
    const site: TypeSite = {
      scope: { module: PAGES_MODULE, open },
      path: name,
      way: 'response',
      within: new Map(),
    };
    const way = scheme.topLevelArray ? [] : items;
    const members = scheme.topLevelArray
      ? [itemsMember('items', scheme.response)]
      : fieldsOf(context, scheme.response, { way, site, open });
    const declaration = createDeclaration(PAGES_MODULE, `Sync${name}`);
    const asyncDeclaration = createDeclaration(PAGES_MODULE, `Async${name}`);
    declaration.body = { kind: 'page', base: expr.runtime('_pagination', 'BaseSyncPage'), members };
    asyncDeclaration.body = { kind: 'page', base: expr.runtime('_pagination', 'BaseAsyncPage'), members };
    return {
      plan,
      name,
      declaration,
      asyncDeclaration,
      members,
      scheme: schemeOf(plan),
      constant: `_${context.names.snake(name).toUpperCase()}`,
    };
  });
  return { classes, module: { name: PAGES_MODULE, declarations: nested, root: undefined } };
}

/** The class of a scheme; undefined if no method uses it. */
export const pageOf = (pages: readonly PageClass[], scheme: string): PageClass | undefined =>
  pages.find((page) => page.plan.scheme.name === scheme);

const ITEM = expr.local('_T');

const itemsMember = (name: string, node: TypeNode): Member => ({
  name,
  wireName: name,
  required: true,
  type: expr.listOf(ITEM),
  doc: [],
  about: { type: node },
});

/** Fields of a page. In the field with the items, the items have the type parameter of the page. */
function fieldsOf(
  context: TypeContext,
  node: ObjectType,
  place: {
    readonly way: readonly string[];
    readonly site: TypeSite;
    readonly open: (name: string) => Declaration;
  },
): readonly Member[] {
  const holder = createDeclaration(PAGES_MODULE, 'X');
  const [first, ...rest] = place.way;
  const others = node.properties.filter((property) => property.name !== first);
  declare(context, holder, { ...node, properties: others, bases: [] }, place.site);
  const own = holder.body.kind === 'model' ? holder.body.members : [];
  const items = node.properties.find((property) => property.name === first);
  const all = items === undefined ? own : [...own, wayMember(context, items, { ...place, way: rest })];
  const order = new Map(node.properties.map((property, at) => [property.name, at]));
  return [...all]
    .map((member) => (PAGE_MEMBERS.has(member.name) ? { ...member, name: `${member.name}_` } : member))
    .sort((a, b) => (order.get(a.wireName) ?? 0) - (order.get(b.wireName) ?? 0));
}

function wayMember(
  context: TypeContext,
  property: Property,
  place: {
    readonly way: readonly string[];
    readonly site: TypeSite;
    readonly open: (name: string) => Declaration;
  },
): Member {
  const name = fieldName(context.names.snake(property.name));
  const member = itemsMember(name, property.type);
  if (place.way.length === 0 || property.type.kind !== 'object')
    return { ...member, wireName: property.name, doc: [] };
  const path = `${place.site.path}${context.names.pascal(nestedName(property))}`;
  const declaration = place.open(path);
  const members = fieldsOf(context, property.type, { ...place, site: { ...place.site, path } });
  declaration.body = { kind: 'model', bases: [], members };
  return {
    ...member,
    wireName: property.name,
    required: property.required,
    type: expr.generic(expr.declared(declaration), ITEM),
  };
}

interface Scheme {
  /** Class name in the runtime. */
  readonly name: string;
  readonly parameters: readonly ParameterRole[];
  readonly fields: readonly FieldRole[];
}

/** The arguments of the runtime's page schemes, in this order. */
const SCHEMES: Readonly<Record<PaginationScheme['type'], Scheme>> = {
  page_number: { name: 'PageNumberScheme', parameters: ['page'], fields: ['current', 'total'] },
  offset: { name: 'OffsetScheme', parameters: ['offset'], fields: ['start', 'total'] },
  cursor: {
    name: 'CursorScheme',
    parameters: ['cursor', 'previousCursor'],
    fields: ['next', 'previous'],
  },
  cursor_id: { name: 'CursorIDScheme', parameters: ['after', 'before'], fields: [] },
  cursor_url: { name: 'CursorURLScheme', parameters: [], fields: ['next'] },
  fake_page: { name: 'PageScheme', parameters: [], fields: [] },
};

function schemeOf({ scheme, items, fields, parameters, itemId }: PagePlan): part.Fragment {
  const own = SCHEMES[scheme.type];
  return part.call(expr.runtime('_pagination', own.name), [
    part.plain(code`items=${tupleOf(items.map(stringLiteral))}`),
    ...own.parameters.flatMap((role) => {
      const name = parameters[role];
      return name === undefined ? [] : [part.plain(code`${keywordOf(role)}=${stringLiteral(name)}`)];
    }),
    ...[...own.fields, 'hasMore' as const, 'isLast' as const].flatMap((role) => {
      const field = fields[role];
      return field === undefined ? [] : [part.keyword(keywordOf(role), source(field))];
    }),
    ...(itemId === undefined ? [] : [part.plain(code`id=${tupleOf(itemId.map(stringLiteral))}`)]),
    ...(scheme.firstPage === 0 ? [part.plain(code`first=0`)] : []),
    ...(scheme.paramLocation === 'body' ? [part.plain(code`location="body"`)] : []),
    ...(scheme.continueOnEmptyItems ? [part.plain(code`continue_on_empty=True`)] : []),
  ]);
}

const KEYWORDS: Readonly<Record<ParameterRole | FieldRole, string>> = {
  page: 'page',
  offset: 'offset',
  cursor: 'cursor',
  previousCursor: 'previous_cursor',
  after: 'after',
  before: 'before',
  hasMore: 'has_more',
  isLast: 'is_last',
  current: 'current',
  total: 'total',
  start: 'start',
  next: 'next',
  previous: 'previous',
};

const keywordOf = (role: ParameterRole | FieldRole): Code => identifier(KEYWORDS[role]);

/** A path of names on the wire, or the name of a header. */
const source = (field: PageField): part.Fragment =>
  field.kind === 'header'
    ? part.call(expr.runtime('_pagination', 'Header'), [part.plain(stringLiteral(field.header))])
    : part.plain(tupleOf(field.path.map(stringLiteral)));
