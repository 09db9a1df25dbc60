/** Pages of lists: structs in a separate package that does not import the API's types. */
import type { ObjectType, TypeNode } from '../../ir/types.ts';
import type { PageField, PagePlan } from '../../plan/pages.ts';
import type { SdkPlan } from '../../plan/sdk.ts';
import { flatten, resolveNode, visibleIn } from '../../plan/shapes.ts';
import { withoutRepeats } from '../page-name.ts';
import { type Code, code, empty, fieldLines, flagValue, identifier, tagLiteral, textValue } from './code.ts';
import { type GoNames, createScope } from './names.ts';
import { scalarType } from './scalars.ts';

export interface PageType {
  readonly plan: PagePlan;
  readonly name: string;
  readonly structs: readonly PageStruct[];
  /** `Items` or `Data.Items`. */
  readonly items: Code;
  readonly scheme: Code;
}

export interface PageStruct {
  readonly name: Code;
  readonly parameters: Code;
  readonly fields: readonly { readonly name: Code; readonly type: Code; readonly tag: Code }[];
}

const TAKEN = ['JSON', 'RawJSON', 'UnmarshalJSON', 'GetNextPage', 'SetPage', 'ExtraFields'];

export function pageClasses(plan: SdkPlan, names: GoNames): readonly PageType[] {
  const scope = createScope(['T']);
  return plan.pages.map((page): PageType => {
    const { scheme } = page;
    const whole = names.pascal(scheme.name);
    const short = plan.shapes.edition.isPublished ? whole : withoutRepeats(whole);
    const name = scope.free(scope.has(short) ? whole : short);
    scope.free(`${name}AutoPager`);
    const builder = { plan, names, scope, structs: [] as PageStruct[] };
    const items = scheme.topLevelArray
      ? topLevel(builder, name)
      : structOf(builder, scheme.response, { name, way: page.items, depth: 0 });
    return { plan: page, name, structs: builder.structs, items, scheme: schemeLiteral(page) };
  });
}

interface Builder {
  readonly plan: SdkPlan;
  readonly names: GoNames;
  readonly scope: ReturnType<typeof createScope>;
  readonly structs: PageStruct[];
}

function topLevel({ structs }: Builder, name: string): Code {
  structs.push({
    name: identifier(name),
    parameters: code`[T any]`,
    fields: [{ name: code`Items`, type: code`[]T`, tag: tagLiteral([['json', ',inline']]) }],
  });
  return code`Items`;
}

interface Place {
  readonly name: string;
  readonly way: readonly string[];
  readonly depth: number;
}

/** Declares a struct and returns the path of the items in it. */
function structOf(builder: Builder, node: ObjectType, { name, way, depth }: Place): Code {
  const { plan, names, scope, structs } = builder;
  const [first, ...rest] = way;
  const fields: PageStruct['fields'][number][] = [];
  const own = createScope(TAKEN);
  let items: Code = empty;
  const slot = structs.length;
  for (const property of flatten(plan.shapes, node).properties.filter(visibleIn('response'))) {
    const field = identifier(own.free(names.pascal(property.alias ?? property.name)));
    const isOdd = /[,"\\`]|^-?$/.test(property.name);
    const tag = tagLiteral(
      isOdd
        ? [
            ['json', ''],
            ['wire', property.name],
          ]
        : [['json', property.name]],
    );
    if (property.name !== first) {
      fields.push({ name: field, type: typeOf(builder, property.type, name + field, depth), tag });
      continue;
    }
    const target = plainOf(plan, property.type);
    if (rest.length > 0 && target.kind === 'object') {
      const inner = scope.free(name + field);
      const below = structOf(builder, target, { name: inner, way: rest, depth: depth + 1 });
      items = code`${field}.${below}`;
      fields.push({ name: field, type: code`${identifier(inner)}[T]`, tag });
    } else {
      items = field;
      fields.push({ name: field, type: code`[]T`, tag });
    }
  }
  structs.splice(slot, 0, {
    name: identifier(name),
    parameters: items === empty && depth > 0 ? empty : code`[T any]`,
    fields,
  });
  return items;
}

const plainOf = (plan: SdkPlan, node: TypeNode): TypeNode => {
  const target = resolveNode(plan.shapes, node);
  return target.kind === 'nullable' ? resolveNode(plan.shapes, target.type) : target;
};

function typeOf(builder: Builder, node: TypeNode, name: string, depth: number): Code {
  const target = plainOf(builder.plan, node);
  if (target.kind === 'scalar') return scalarType(target, 'response').text;
  if (target.kind === 'union' && target.mode === 'enum') return code`any`;
  if (target.kind !== 'object' || depth > 2 || flatten(builder.plan.shapes, target).properties.length === 0)
    return code`any`;
  const inner = builder.scope.free(name);
  structOf(builder, target, { name: inner, way: [], depth: depth + 1 });
  return identifier(inner);
}

function schemeLiteral({ scheme, items, fields, parameters, itemId }: PagePlan): Code {
  const place = (field: PageField | undefined): Code | undefined =>
    field && textValue(field.kind === 'header' ? `:${field.header}` : field.path.join('.'));
  return code`\n${fieldLines({
    Kind: textValue(scheme.type),
    Items: scheme.topLevelArray ? undefined : textValue(items.join('.')),
    Param: textValue(parameters.page ?? parameters.offset ?? parameters.cursor ?? parameters.after),
    BackParam: textValue(parameters.previousCursor ?? parameters.before),
    HasMore: place(fields.hasMore),
    IsLast: place(fields.isLast),
    Current: place(fields.current),
    Total: place(fields.total),
    Start: place(fields.start),
    Next: place(fields.next),
    Previous: place(fields.previous),
    ItemID: textValue(itemId?.join('.')),
    First: scheme.type === 'page_number' && scheme.firstPage !== 0 ? code`1` : undefined,
    InBody: flagValue(scheme.paramLocation === 'body'),
    GoesOnWhenEmpty: flagValue(scheme.continueOnEmptyItems),
  })}\n`;
}
