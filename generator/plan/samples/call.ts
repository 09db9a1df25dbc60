/**
 * A sample call of a method: its arguments, and what is worth showing of the result. One plan serves class,
 * function, docs and tests.
 */
import type { ClientOption, TypeNode } from '../../ir/types.ts';
import type { JsonObject, JsonValue } from '../../lib/json.ts';
import { positionalNames } from '../../languages/typescript/methods/variables.ts';
import type { MethodPlan } from '../../languages/typescript/methods/method.ts';
import { type Field, isRawBody } from '../arguments.ts';
import { fieldsOf } from '../../languages/typescript/methods/params-type.ts';
import { lastName } from '../../languages/typescript/methods/result.ts';
import { variableName } from '../../languages/typescript/reserved.ts';
import type { SdkPlan } from '../../languages/typescript/sdk.ts';
import { flatten, ordered, resolveNode, visibleIn } from '../world.ts';
import { fitSample } from './fit.ts';
import {
  type SampleSite,
  hasExample,
  isExampleObject,
  sampleProperty,
  sampleType,
  sampleUnion,
} from './type-sample.ts';
import {
  type SampleEntry,
  type SampleStyle,
  type SampleValue,
  DEFAULT_STYLE,
  holdsFile,
  literalSample,
} from './value.ts';

export interface SamplePlan {
  readonly plan: MethodPlan;
  readonly positional: readonly SampleValue[];
  /** The argument after the positional ones; absent when it can be left out. */
  readonly argument: SampleValue | undefined;
  /** Name for the result, or for one item of a list. */
  readonly variable: string;
  readonly shows: Shown;
  readonly usesFile: boolean;
}

export type Shown =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'value'; readonly property: string | undefined }
  | { readonly kind: 'items'; readonly property: string | undefined }
  | { readonly kind: 'events' }
  | { readonly kind: 'binary' };

export interface SampleWish {
  readonly extent: 'required' | 'all';
  readonly style?: SampleStyle;
  /** Values that somebody chose, by wire name; those that do not fit are passed over. */
  readonly values?: JsonObject;
}

/** Undefined when a required value cannot be made up (a type that requires itself). */
export function planSample(sdk: SdkPlan, plan: MethodPlan, wish: SampleWish): SamplePlan | undefined {
  if (wish.values) return makeSample(sdk, plan, wish);
  // Comments, functions, pages, tests and the document show the same call.
  const known =
    samples.get(plan) ??
    new Map<string, { readonly sdk: SdkPlan; readonly sample: SamplePlan | undefined }>();
  samples.set(plan, known);
  const { placeholders, optional } = wish.style ?? DEFAULT_STYLE;
  const key = `${wish.extent} ${placeholders} ${optional}`;
  const found = known.get(key);
  if (found?.sdk === sdk) return found.sample;
  const sample = makeSample(sdk, plan, wish);
  known.set(key, { sdk, sample });
  return sample;
}

const samples = new WeakMap<
  MethodPlan,
  Map<string, { readonly sdk: SdkPlan; readonly sample: SamplePlan | undefined }>
>();

function makeSample(sdk: SdkPlan, plan: MethodPlan, wish: SampleWish): SamplePlan | undefined {
  const site: SampleSite = {
    world: sdk.world,
    style: wish.style ?? DEFAULT_STYLE,
    extent: wish.extent,
    name: 'value',
    within: new Set(),
    depth: 0,
  };
  const chosen = new Map(Object.entries(wish.values ?? {}));
  const positional = positionalNames(sdk.names, plan).map(
    ({ parameter }) =>
      choose(site, parameter.type, chosen.get(parameter.name)) ??
      sampleType(parameter.type, { ...site, name: parameter.name }, parameter.example),
  );
  const entries = argumentEntries(plan, site, { chosen, options: sdk.api.client.options });
  if (!entries || positional.some((one) => one === undefined)) return undefined;
  const values = positional.flatMap((one) => one ?? []);
  const needed = plan.arguments.kind !== 'none' && (entries.length > 0 || !plan.arguments.optional);
  const argument: SampleValue | undefined = !needed
    ? undefined
    : plan.arguments.kind === 'body' && isRawBody(plan.arguments.body)
      ? rawFile(plan)
      : { kind: 'object', entries };
  return {
    plan,
    positional: values,
    argument,
    variable: variableFor(sdk, plan),
    shows: shownOf(sdk, plan),
    usesFile: values.some(holdsFile) || (argument !== undefined && holdsFile(argument)),
  };
}

/** As many optional properties as the body must have at least. */
function fillUp(
  entries: SampleEntry[],
  fields: readonly Field[],
  least: number | undefined,
  make: (field: Field) => SampleValue | undefined,
): void {
  const own = new Set(fields.map((field) => field.name));
  const had = new Set(entries.map((entry) => entry.name));
  let missing = (least ?? 0) - entries.filter((entry) => own.has(entry.name)).length;
  for (const field of fields) {
    const value = missing > 0 && !had.has(field.name) ? make(field) : undefined;
    if (!value) continue;
    entries.push({ name: field.name, value });
    missing--;
  }
}

const choose = (site: SampleSite, type: TypeNode, value: JsonValue | undefined): SampleValue | undefined =>
  value === undefined ? undefined : fitSample(site, type, value);

function argumentEntries(
  plan: MethodPlan,
  site: SampleSite,
  {
    chosen,
    options,
  }: { readonly chosen: ReadonlyMap<string, JsonValue>; readonly options: readonly ClientOption[] },
): readonly SampleEntry[] | undefined {
  const { arguments: args } = plan;
  if (args.kind === 'none') return [];
  const given = bodyExample(plan, site);
  const entries: SampleEntry[] = [];
  const fields = args.body.kind === 'union' ? args.fields : fieldsOf(site.world, args);
  for (const field of fields) {
    const wished = choose(site, field.type, chosen.get(field.wireName));
    if (wished) {
      entries.push({ name: field.name, value: wished });
      continue;
    }
    const fromBody = field.group === 'body' ? given?.get(field.wireName) : undefined;
    if (fromBody) {
      entries.push({ name: field.name, value: fromBody });
      continue;
    }
    if (field.group === 'body' && given && !field.required) continue;
    if (!field.required && !isWanted(field, site) && !isDoubtful(field, options)) continue;
    const value = sampleField(plan, field, site);
    if (value) entries.push({ name: field.name, value });
    else if (field.required) return undefined;
  }
  if (args.body.kind === 'object')
    fillUp(
      entries,
      fields.filter((field) => field.group === 'body'),
      args.body.node.constraints?.minProperties,
      (field) => sampleField(plan, field, site),
    );
  if (args.body.kind !== 'union') return entries;
  const body = sampleUnionBody(args.body.node, site);
  return body && [...entries, ...body];
}

/** A range of media types leaves the choice to the caller. */
function rawFile(plan: MethodPlan): SampleValue {
  const range = /^(image|video|audio|text|font)\/\*/.exec(plan.arguments.content?.mediaType ?? '')?.[1];
  return range === undefined
    ? { kind: 'file' }
    : { kind: 'file', type: SUBTYPES.get(range) ?? `${range}/plain` };
}

const SUBTYPES = new Map([
  ['image', 'image/png'],
  ['video', 'video/mp4'],
  ['audio', 'audio/mpeg'],
  ['font', 'font/woff2'],
]);

/**
 * The document's example of the whole body, by property. With all properties wanted each speaks for itself.
 */
function bodyExample(plan: MethodPlan, site: SampleSite): ReadonlyMap<string, SampleValue> | undefined {
  const { body, content } = plan.arguments;
  if (site.extent === 'all' || body.kind !== 'object' || !isExampleObject(content?.example)) return undefined;
  const fitted = fitSample(site, body.node, content.example);
  return fitted?.kind === 'object' ? new Map(fitted.entries.map((one) => [one.name, one.value])) : undefined;
}

/** A path parameter that a client option gives, which has no value by itself. */
const isDoubtful = (field: Field, options: readonly ClientOption[]): boolean =>
  field.group === 'path' &&
  options.some((one) => one.key === field.parameter?.clientOption && one.default === undefined);

function isWanted(field: Field, site: SampleSite): boolean {
  if (field.property?.expected) return true;
  if (site.extent === 'all') return (field.parameter?.deprecated ?? field.property?.deprecated) === undefined;
  return (
    site.style.optional === 'with-example' &&
    hasExample(site.world, field.type, field.parameter?.example ?? field.property?.example)
  );
}

function sampleField(plan: MethodPlan, field: Field, site: SampleSite): SampleValue | undefined {
  const tag = plan.method.streaming?.discriminator;
  if (tag && tag.property === field.wireName) return literalSample(false);
  if (field.property) return sampleProperty({ ...field.property, name: field.wireName }, site);
  if (field.parameter)
    return sampleType(field.type, { ...site, name: field.parameter.name }, field.parameter.example);
  const { content } = plan.arguments;
  if (content && content.kind !== 'json' && field.type.kind === 'scalar')
    return field.type.scalar === 'binary'
      ? rawFile(plan)
      : (sampleType(field.type, { ...site, name: field.name }, content.example) ?? literalSample('text'));
  return sampleType(field.type, { ...site, name: field.name }, content?.example);
}

function sampleUnionBody(
  node: Extract<TypeNode, { kind: 'union' }>,
  site: SampleSite,
): readonly SampleEntry[] | undefined {
  const value = sampleUnion(node, { ...site, name: 'body' });
  return value?.kind === 'object' ? value.entries : undefined;
}

/** Methods that deal with the one thing that the resource is about. */
const SINGLE = new Set(['create', 'retrieve', 'get', 'update', 'delete', 'replace']);

function variableFor(sdk: SdkPlan, plan: MethodPlan): string {
  const { result } = plan;
  const key = plan.resource.resource.key;
  const name = (wanted: string): string => {
    const variable = variableName(sdk.names.camel(wanted));
    return TAKEN.has(variable) ? `${variable}_` : variable;
  };
  switch (result.kind) {
    case 'void':
      return 'response';
    case 'page':
      return name(lastName(result.item) ?? 'item');
    case 'stream':
      return result.plain ? 'response' : 'stream';
    case 'binary':
      return SINGLE.has(plan.method.key) && key !== '' ? name(sdk.names.pascalSingular(key)) : 'response';
    case 'value': {
      if (key !== '' && plan.method.key === 'list') return name(sdk.names.pascalPlural(key));
      if (key !== '' && SINGLE.has(plan.method.key)) return name(sdk.names.pascalSingular(key));
      const model = lastName(result.type);
      return model === undefined || model === `${plan.prefix}Response` ? 'response' : name(model);
    }
    default:
      return result satisfies never;
  }
}

/** Names that the sample itself uses. */
const TAKEN = new Set(['client', 'console', 'process', 'fs', 'result', 'content', 'event', 'run']);

function shownOf(sdk: SdkPlan, plan: MethodPlan): Shown {
  const { result } = plan;
  switch (result.kind) {
    case 'void':
      return { kind: 'nothing' };
    case 'binary':
      return { kind: 'binary' };
    case 'stream':
      return result.plain?.content.kind === 'binary'
        ? { kind: 'binary' }
        : result.plain
          ? { kind: 'value', property: undefined }
          : { kind: 'events' };
    case 'page':
      return {
        kind: 'items',
        property: plan.method.pagination && firstProperty(sdk, plan.method.pagination.item),
      };
    case 'value':
      return {
        kind: 'value',
        property:
          result.unwrap.length > 0 || result.mayBeEmpty ? undefined : firstProperty(sdk, result.content.type),
      };
    default:
      return result satisfies never;
  }
}

/** The property that stands first in the declared type. */
function firstProperty(sdk: SdkPlan, node: TypeNode): string | undefined {
  const target = resolveNode(sdk.world, node);
  if (target.kind !== 'object') return undefined;
  const flat = flatten(sdk.world, target);
  return ordered(sdk.world, flat.properties.filter(visibleIn('response')))[0]?.name;
}
