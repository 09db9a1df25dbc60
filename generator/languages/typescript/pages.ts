/** Page classes: the fields of a page's body, and data for finding the next page. */
import type { ObjectType, PaginationScheme, TypeNode } from '../../ir/types.ts';
import { nestedName } from '../../plan/nested-name.ts';
import type { FieldRole, PageField, PagePlan, ParameterRole } from '../../plan/pages.ts';
import { type Code, code, empty, identifier, join, propertyKey, stringLiteral } from './code.ts';
import { visibleIn } from '../../plan/shapes.ts';
import { withoutRepeats } from '../page-name.ts';
import { declare, expression } from './types/declare.ts';
import { type Declaration, createDeclaration } from './types/declaration.ts';
import * as expr from './types/expr.ts';
import type { TypeContext } from './types/type-context.ts';

export const PAGES_MODULE = 'pages';

export interface PageClass {
  readonly plan: PagePlan;
  readonly className: string;
  /** The runtime class that it extends, and the type of its data. */
  readonly base: string;
  readonly schemeType: string;
  /** Contains the nested types of the fields; its members are the fields. */
  readonly declaration: Declaration;
  readonly data: Code;
  /** Path of the field that is true on the last page. */
  readonly lastPage?: Code;
}

type PageDatum =
  | { readonly field: FieldRole }
  | { readonly parameter: ParameterRole }
  | { readonly own: 'itemId' | 'firstPage' };

interface PageKind {
  /** Names in the runtime. */
  readonly base: string;
  readonly scheme: string;
  /** The fields of its data, in this order. */
  readonly data: readonly PageDatum[];
}

const KINDS: Readonly<Record<PaginationScheme['type'], PageKind>> = {
  page_number: {
    base: 'AbstractPageNumberPage',
    scheme: 'PageNumberScheme',
    data: [{ parameter: 'page' }, { own: 'firstPage' }, { field: 'current' }, { field: 'total' }],
  },
  offset: {
    base: 'AbstractOffsetPage',
    scheme: 'OffsetScheme',
    data: [{ parameter: 'offset' }, { field: 'start' }, { field: 'total' }],
  },
  cursor: {
    base: 'AbstractCursorPage',
    scheme: 'CursorScheme',
    data: [
      { parameter: 'cursor' },
      { field: 'next' },
      { parameter: 'previousCursor' },
      { field: 'previous' },
    ],
  },
  cursor_id: {
    base: 'AbstractCursorIDPage',
    scheme: 'CursorIDScheme',
    data: [{ own: 'itemId' }, { parameter: 'after' }, { parameter: 'before' }],
  },
  cursor_url: {
    base: 'AbstractCursorURLPage',
    scheme: 'CursorURLScheme',
    data: [{ field: 'next' }],
  },
  fake_page: { base: 'AbstractSinglePage', scheme: 'PageScheme', data: [] },
};

/** Members of every page. A body field with such a name does not become a property of the page. */
const PAGE_MEMBERS = new Set(
  (
    '__proto__ constructor toString valueOf hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString getPaginatedItems hasNextPage ' +
    'getNextPage iterPages nextPageRequestOptions nextStep isEndKnown readField readNumber requested'
  ).split(' '),
);

/** `inUse` contains names already taken in the client's namespace, which also exports page classes. */
export function pageClasses(
  context: TypeContext,
  plans: readonly PagePlan[],
  inUse: ReadonlySet<string>,
): readonly PageClass[] {
  const taken = new Set<string>([...inUse, 'AbstractPage', ...Object.values(KINDS).map(({ base }) => base)]);
  return plans.map((plan) => {
    const { scheme, items } = plan;
    const whole = context.names.pascal(scheme.name);
    const short = context.edition.isPublished ? whole : withoutRepeats(whole);
    const byKind = whole.replace(/Page$/, '') + KINDS[scheme.type].base.replace('Abstract', '');
    let className = [short, whole, byKind].find((name) => !taken.has(name)) ?? short;
    while (taken.has(className)) className = `${className}Page`;
    taken.add(className);
    const declaration = createDeclaration({ name: className, module: PAGES_MODULE });
    const way = scheme.topLevelArray ? [] : items;
    declare(pageWorld(context), declaration, {
      node: withItems(scheme.response, way),
      direction: 'response',
    });
    inlineItems(pageWorld(context), declaration, scheme.response, way);
    const { body } = declaration;
    declaration.body =
      body.kind === 'interface'
        ? { ...body, members: body.members.filter((member) => !PAGE_MEMBERS.has(member.name)) }
        : { kind: 'interface', bases: [], members: [] };
    if (scheme.topLevelArray) addItems(declaration);
    const last = plan.fields.isLast;
    return {
      ...(last?.kind === 'path' && { lastPage: path(last.path) }),
      plan,
      className,
      base: KINDS[scheme.type].base,
      schemeType: KINDS[scheme.type].scheme,
      declaration,
      data: schemeData(plan),
    };
  });
}

/** The class of a scheme; undefined if no method uses it. */
export const pageOf = (pages: readonly PageClass[], scheme: string): PageClass | undefined =>
  pages.find((page) => page.plan.scheme.name === scheme);

/** Placeholder for the type of the items, printed as `Item`. */
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
 * Objects around the items are written inline, because a nested interface cannot use the type parameter of
 * the class.
 */
function inlineItems(
  context: TypeContext,
  declaration: Declaration,
  node: ObjectType,
  path: readonly string[],
): void {
  const [first] = path;
  const { body } = declaration;
  if (path.length < 2 || first === undefined || body.kind !== 'interface') return;
  const property = withItems(node, path).properties.find((item) => item.name === first);
  if (!property || property.type.kind !== 'object') return;
  const type = inline(context, property.type, { path: path.slice(1), owner: declaration });
  const nested = context.names.pascal(nestedName(property));
  declaration.nested.splice(
    0,
    declaration.nested.length,
    ...declaration.nested.filter((item) => item.name !== nested),
  );
  declaration.body = {
    ...body,
    members: body.members.map((member) => (member.name === first ? { ...member, type } : member)),
  };
}

function inline(
  context: TypeContext,
  node: ObjectType,
  place: { readonly path: readonly string[]; readonly owner: Declaration },
): expr.TypeExpression {
  const [next, ...rest] = place.path;
  const members = node.properties.filter(visibleIn('response')).map((property) => {
    const type =
      property.name === next && property.type.kind === 'object' && rest.length > 0
        ? inline(context, property.type, { path: rest, owner: place.owner })
        : expression(context, property.type, {
            owner: place.owner,
            hint: context.names.pascal(nestedName(property)),
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
/** The type context of page declarations, in which items resolve to the type parameter. */
const pageWorld = (context: TypeContext): TypeContext => ({
  ...context,
  models: new Map([...context.models, [ITEM, ITEM_DECLARATION]]),
});

function addItems(declaration: Declaration): void {
  const type = expr.arrayOf(expr.declared(ITEM_DECLARATION));
  declaration.body = {
    kind: 'interface',
    bases: [],
    members: [{ name: 'items', key: code`items`, optional: false, type, doc: [] }],
  };
}

function schemeData(plan: PagePlan): Code {
  const { scheme, items, fields } = plan;
  const entries = [
    code`items: ${path(items)}`,
    ...(scheme.paramLocation === 'body' ? [code`in: 'body'`] : []),
    ...entry('hasMore', fieldCode(fields.hasMore)),
    ...(scheme.continueOnEmptyItems ? [code`continueOnEmpty: true`] : []),
    ...KINDS[scheme.type].data.flatMap((item) => entryOf(plan, item)),
  ];
  return code`{ ${join(entries, ', ')} }`;
}

function entryOf(plan: PagePlan, item: PageDatum): readonly Code[] {
  if ('field' in item) return entry(item.field, fieldCode(plan.fields[item.field]));
  if ('parameter' in item) {
    const name = plan.parameters[item.parameter];
    return entry(item.parameter, name === undefined ? undefined : stringLiteral(name));
  }
  switch (item.own) {
    case 'itemId':
      return [code`id: ${path(plan.itemId ?? [])}`];
    case 'firstPage':
      return plan.scheme.firstPage === undefined ? [] : [code`first: 0`];
    default:
      return item.own satisfies never;
  }
}

const entry = (key: string, value: Code | undefined): readonly Code[] =>
  value === undefined ? [] : [code`${identifier(key)}: ${value}`];

const fieldCode = (field: PageField | undefined): Code | undefined =>
  field?.kind === 'header' ? code`{ header: ${stringLiteral(field.header)} }` : field && path(field.path);

const path = (names: readonly string[]): Code => code`[${join(names.map(stringLiteral), ', ')}]`;
