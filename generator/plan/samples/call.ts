/**
 * A sample call of a method: its arguments and the relevant part of its result. Class, function,
 * docs and tests share the same plan.
 */
import type { ClientOption, TypeNode } from '../../ir/types.ts';
import type { JsonObject, JsonValue } from '../../lib/json.ts';
import type { PlannedMethod } from '../methods.ts';
import { type Field, fieldsOf, isRawBody } from '../arguments.ts';
import type { SdkPlan } from '../sdk.ts';
import { flatten, objectBehind, ordered, resolveNode, visibleIn } from '../shapes.ts';
import { fitSample } from './fit.ts';
import { type MemberChoice, type SampleSite, newBudget } from './site.ts';
import { hasExample, isExampleObject, sampleProperty, sampleType, sampleUnion } from './type-sample.ts';
import {
  type SampleEntry,
  type SampleStyle,
  type SampleValue,
  DEFAULT_STYLE,
  holdsFile,
  literalSample,
} from './value.ts';

export interface SampleCall {
  readonly planned: PlannedMethod;
  readonly positional: readonly SampleValue[];
  /** The argument after the positional arguments; absent if it can be omitted. */
  readonly argument: SampleValue | undefined;
  readonly shows: Shown;
  readonly usesFile: boolean;
}

export type Shown =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'value'; readonly property: string | undefined }
  | { readonly kind: 'items'; readonly property: string | undefined }
  | { readonly kind: 'events' }
  | { readonly kind: 'binary' };

export interface SampleRequest {
  readonly extent: 'required' | 'all';
  readonly style?: SampleStyle;
  /** True if the caller requests a stream and has the choice. */
  readonly streams?: true;
  /** Requested values by wire name; values that do not fit are ignored. */
  readonly values?: JsonObject;
  /** Chooses which members of unions are shown. */
  readonly member?: MemberChoice;
  /** True if a model that is sent and received has a single type in the language. */
  readonly hasWholeModels?: true;
}

/** Undefined if a required value cannot be generated (a type that requires itself). */
export function sampleCall(
  sdk: SdkPlan,
  planned: PlannedMethod,
  request: SampleRequest,
): SampleCall | undefined {
  if (request.values || request.member) return makeSample(sdk, planned, request);
  // Comments, functions, pages, tests and the document show the same call.
  const known =
    samples.get(planned) ??
    new Map<string, { readonly sdk: SdkPlan; readonly sample: SampleCall | undefined }>();
  samples.set(planned, known);
  const { placeholders, optional } = request.style ?? DEFAULT_STYLE;
  const flags = [request.streams === true, request.hasWholeModels === true];
  const key = `${request.extent} ${placeholders} ${optional} ${flags.join(' ')}`;
  const found = known.get(key);
  if (found?.sdk === sdk) return found.sample;
  const sample = makeSample(sdk, planned, request);
  known.set(key, { sdk, sample });
  return sample;
}

const samples = new WeakMap<
  PlannedMethod,
  Map<string, { readonly sdk: SdkPlan; readonly sample: SampleCall | undefined }>
>();

function makeSample(sdk: SdkPlan, planned: PlannedMethod, request: SampleRequest): SampleCall | undefined {
  const site: SampleSite = {
    shapes: sdk.shapes,
    style: request.style ?? DEFAULT_STYLE,
    extent: request.extent,
    name: 'value',
    within: new Set(),
    budget: newBudget(),
    depth: 0,
    ...(request.member && { member: request.member }),
    ...(request.hasWholeModels && { whole: wholeModels(sdk) }),
  };
  const result = sampleAt(site, sdk, planned, request);
  // If the optional properties exhaust the budget before the required properties, all
  // optional properties are dropped.
  return result === undefined && site.extent === 'all' && site.budget.left <= 0
    ? sampleAt({ ...site, extent: 'required', budget: newBudget() }, sdk, planned, request)
    : result;
}

const wholeModels = ({ models }: SdkPlan): ReadonlySet<string> =>
  new Set(
    models
      .filter(({ direction, isSplit }) => direction === 'both' && !isSplit)
      .map(({ schema }) => schema.id),
  );

function sampleAt(
  site: SampleSite,
  sdk: SdkPlan,
  planned: PlannedMethod,
  request: SampleRequest,
): SampleCall | undefined {
  const chosen = new Map(Object.entries(request.values ?? {}));
  const positional = planned.arguments.positional.map(
    (parameter) =>
      choose(site, parameter.type, chosen.get(parameter.name)) ??
      sampleType(parameter.type, pathSite(site, parameter.name), parameter.example),
  );
  const entries = argumentEntries(planned, site, {
    chosen,
    options: sdk.api.client.options,
    streams: request.streams === true,
  });
  if (!entries || positional.some((sampleValue) => sampleValue === undefined)) return undefined;
  const values = positional.flatMap((sampleValue) => sampleValue ?? []);
  const needed = planned.arguments.kind !== 'none' && (entries.length > 0 || !planned.arguments.optional);
  const argument: SampleValue | undefined = !needed
    ? undefined
    : planned.arguments.kind === 'body' && isRawBody(planned.arguments.body)
      ? rawFile(planned)
      : { kind: 'object', entries };
  return {
    planned,
    positional: values,
    argument,
    shows: request.streams === true ? { kind: 'events' } : shownOf(sdk, planned),
    usesFile: values.some(holdsFile) || (argument !== undefined && holdsFile(argument)),
  };
}

/** A path has no room for an empty value, so an object in it has all properties. */
const pathSite = (site: SampleSite, name: string): SampleSite => ({ ...site, name, extent: 'all' });

/** Adds optional properties up to the minimum that the body requires. */
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

interface EntryChoices {
  readonly chosen: ReadonlyMap<string, JsonValue>;
  readonly options: readonly ClientOption[];
  readonly streams: boolean;
}

function argumentEntries(
  planned: PlannedMethod,
  site: SampleSite,
  { chosen, options, streams }: EntryChoices,
): readonly SampleEntry[] | undefined {
  const { arguments: args } = planned;
  if (args.kind === 'none') return [];
  const given = bodyExample(planned, site);
  const inBody = bodySite(planned, site);
  const siteOf = (field: Field): SampleSite => (field.group === 'body' ? inBody : site);
  const entries: SampleEntry[] = [];
  const fields = args.body.kind === 'union' ? args.fields : fieldsOf(site.shapes, args);
  const flag = planned.method.streaming?.discriminator?.property;
  for (const field of fields) {
    if (streams && field.wireName === flag) {
      entries.push({ name: field.name, value: literalSample(true) });
      continue;
    }
    const configured = choose(site, field.type, chosen.get(field.wireName));
    if (configured) {
      entries.push({ name: field.name, value: configured });
      continue;
    }
    const fromBody = field.group === 'body' ? given?.get(field.wireName) : undefined;
    if (fromBody) {
      entries.push({ name: field.name, value: fromBody });
      continue;
    }
    if (field.group === 'body' && given && !field.required) continue;
    if (!field.required && !isWanted(field, site) && !isDoubtful(field, options)) continue;
    const value = sampleField(planned, field, siteOf(field));
    if (value) entries.push({ name: field.name, value });
    else if (field.required) return undefined;
  }
  if (args.body.kind === 'object')
    fillUp(
      entries,
      fields.filter((field) => field.group === 'body'),
      args.body.node.constraints?.minProperties,
      (field) => sampleField(planned, field, inBody),
    );
  if (args.body.kind !== 'union') return entries;
  const body = sampleUnionBody(args.body.node, inBody);
  return body && [...entries, ...body];
}

/**
 * The site of the body's fields. If the body's schema requires a property that only the server sets, an
 * optional property that leads back to that schema is left out: validators that follow a reference
 * to an enclosing schema, such as Prism's, require the server's property there.
 */
function bodySite({ arguments: { body, content } }: PlannedMethod, site: SampleSite): SampleSite {
  if (body.kind === 'property') return site;
  const behind = new Set<string>();
  for (let type = content?.type; type?.kind === 'ref' && !behind.has(type.id); ) {
    behind.add(type.id);
    type = site.shapes.schemas.get(type.id)?.type;
  }
  const target = content && objectBehind(site.shapes, content.type);
  const needsServer =
    target !== undefined &&
    flatten(site.shapes, target).properties.some(({ required, readOnly }) => required && readOnly === true);
  const isWhole = [...behind].some((id) => site.whole?.has(id));
  return needsServer && !isWhole ? { ...site, within: behind } : site;
}

/** A range of media types leaves the choice to the caller. */
function rawFile(planned: PlannedMethod): SampleValue {
  const range = /^(image|video|audio|text|font)\/\*/.exec(planned.arguments.content?.mediaType ?? '')?.[1];
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
 * The document's example of the whole body, by property. If all properties are requested,
 * each uses its own example instead.
 */
function bodyExample(planned: PlannedMethod, site: SampleSite): ReadonlyMap<string, SampleValue> | undefined {
  const { body, content } = planned.arguments;
  if (site.extent === 'all' || site.member || body.kind !== 'object' || !isExampleObject(content?.example))
    return undefined;
  const fitted = fitSample(site, body.node, content.example);
  return fitted?.kind === 'object'
    ? new Map(fitted.entries.map((entry) => [entry.name, entry.value]))
    : undefined;
}

/** True for a path parameter that a client option without a default provides. */
const isDoubtful = (field: Field, options: readonly ClientOption[]): boolean =>
  field.group === 'path' &&
  options.some((option) => option.key === field.parameter?.clientOption && option.default === undefined);

function isWanted(field: Field, site: SampleSite): boolean {
  if (field.property?.expected) return true;
  if (site.extent === 'all') return (field.parameter?.deprecated ?? field.property?.deprecated) === undefined;
  return (
    site.style.optional === 'with-example' &&
    hasExample(site.shapes, field.type, field.parameter?.example ?? field.property?.example)
  );
}

function sampleField(planned: PlannedMethod, field: Field, site: SampleSite): SampleValue | undefined {
  const tag = planned.method.streaming?.discriminator;
  if (tag && tag.property === field.wireName) return literalSample(false);
  if (field.property) return sampleProperty({ ...field.property, name: field.wireName }, site);
  if (field.parameter) {
    const { name, example } = field.parameter;
    const own = field.group === 'path' ? pathSite(site, name) : { ...site, name };
    return sampleType(field.type, own, example);
  }
  const { content } = planned.arguments;
  if (content && content.kind !== 'json' && field.type.kind === 'scalar')
    return field.type.scalar === 'binary'
      ? rawFile(planned)
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

function shownOf(sdk: SdkPlan, { result }: PlannedMethod): Shown {
  switch (result.kind) {
    case 'void':
      return { kind: 'nothing' };
    case 'binary':
      return { kind: 'binary' };
    case 'stream':
      if (!result.plain) return { kind: 'events' };
      return result.plain.kind === 'binary' ? { kind: 'binary' } : { kind: 'value', property: undefined };
    case 'page':
      return { kind: 'items', property: firstProperty(sdk, result.item) };
    case 'value': {
      const isWhole = result.unwrap.length === 0 && !result.mayBeEmpty;
      return { kind: 'value', property: isWhole ? firstProperty(sdk, result.content.type) : undefined };
    }
    default:
      return result satisfies never;
  }
}

/** The first property of the declared type that is not deprecated. */
function firstProperty({ shapes }: SdkPlan, node: TypeNode): string | undefined {
  const target = resolveNode(shapes, node);
  if (target.kind !== 'object') return undefined;
  const flat = flatten(shapes, target);
  return ordered(shapes, flat.properties.filter(visibleIn('response'))).find(
    ({ deprecated }) => deprecated === undefined,
  )?.name;
}
