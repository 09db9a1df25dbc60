/** Chooses the calls of a README: the most important call, then a call for each feature. */
import { singular, splitWords } from '../../lib/words.ts';
import type { JsonObject } from '../../lib/json.ts';
import type { PlannedMethod } from '../methods.ts';
import { fieldsOf } from '../arguments.ts';
import type { SdkPlan } from '../sdk.ts';
import { type SampleCall, sampleCall } from './call.ts';

/**
 * A call that the config requests, by section: `default`, `headline`, `pagination`, `errors`, `streaming` …
 */
export interface RequestedCall {
  readonly name: string;
  readonly verb: string;
  readonly path: string;
  readonly params: JsonObject;
}

export interface Showcase {
  /** The first call of the README. */
  readonly headline: SampleCall | undefined;
  /** The other calls, best first, for sections that need a call of a certain kind. */
  readonly ranked: readonly SampleCall[];
  readonly pagination: SampleCall | undefined;
  readonly streaming: SampleCall | undefined;
  readonly uploads: SampleCall | undefined;
  /** The call that the config requests for the section on errors. */
  readonly errors: SampleCall | undefined;
}

export function planShowcase(sdk: SdkPlan, options: readonly RequestedCall[]): Showcase {
  const planned = sdk.resources.flatMap((resource) => resource.methods);
  const configured = (...names: readonly string[]): SampleCall | undefined => {
    const call = names.flatMap((name) => options.filter((requested) => requested.name === name))[0];
    const found = planned.find(({ method }) => method.verb === call?.verb && method.path === call.path);
    return found && call && sampleCall(sdk, found, { extent: 'required', values: call.params });
  };
  const samples = planned.flatMap(
    (plannedMethod) => sampleCall(sdk, plannedMethod, { extent: 'required' }) ?? [],
  );
  const weights = weightsOf(sdk, samples);
  const ranked = [...samples].sort((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0));
  const streamed = ranked.flatMap((item) =>
    item.planned.result.kind === 'stream' ? (asStream(sdk, item.planned) ?? []) : [],
  );
  const headline =
    configured('headline', 'default') ??
    ranked.find((item) => item.planned.method.showcase === true && !isSecretive(item)) ??
    ranked[0];
  const withPages = configured('pagination');
  const withEvents = configured('streaming');
  return {
    headline,
    ranked,
    pagination: withPages?.planned.result.kind === 'page' ? withPages : plainestList(ranked, headline),
    streaming:
      withEvents?.planned.result.kind === 'stream'
        ? (asStream(sdk, withEvents.planned) ?? withEvents)
        : streamed[0],
    uploads:
      configured('file_uploads') ??
      ranked.find((item) => item.usesFile && item.planned.result.kind !== 'stream') ??
      planned
        .flatMap((plannedMethod) => sampleCall(sdk, plannedMethod, { extent: 'all' }) ?? [])
        .find((item) => item.usesFile),
    errors: configured('errors', 'headline', 'default'),
  };
}

/** A list without required arguments, preferably of the headline's resource. */
function plainestList(
  ranked: readonly SampleCall[],
  headline: SampleCall | undefined,
): SampleCall | undefined {
  const lists = ranked.filter((call) => call.planned.result.kind === 'page');
  const plain = lists.filter((call) => !hasArguments(call));
  const top = headline?.planned.resource[0];
  return plain.find((call) => call.planned.resource[0] === top) ?? plain[0] ?? lists[0];
}

const isGiven = ({ argument }: SampleCall): boolean =>
  argument !== undefined && (argument.kind !== 'object' || argument.entries.length > 0);

const hasArguments = (call: SampleCall): boolean => call.positional.length > 0 || isGiven(call);

const asStream = (sdk: SdkPlan, planned: PlannedMethod): SampleCall | undefined =>
  sampleCall(sdk, planned, { extent: 'required', streams: true });

/** Verbs of an API's main calls. */
const MAIN = new Set(['create', 'send']);
/** Also main verbs, unless the call acts on an item named by a path value. */
const MAIN_BY_THEMSELVES = new Set(['generate', 'complete', 'run', 'search', 'chat']);
const READS = new Set(['retrieve', 'get']);

/**
 * Calls with a streamed result come first, those with most fields before others. Otherwise the resource
 * counts most: the resource with most operations, or of the first tag. Within it, create or send with a
 * body precedes a single item, which precedes a list. Calls without arguments come last.
 */
function weightsOf(sdk: SdkPlan, samples: readonly SampleCall[]): ReadonlyMap<SampleCall, number> {
  const sizes = new Map<string, number>();
  for (const { planned } of samples) {
    const top = planned.resource[0] ?? '';
    sizes.set(top, (sizes.get(top) ?? 0) + 1);
  }
  const most = Math.max(1, ...sizes.values());
  const isStreamed = ({ planned }: SampleCall): boolean => planned.request.stream?.flag !== undefined;
  const fieldCount = ({ planned }: SampleCall): number => fieldsOf(sdk.shapes, planned.arguments).length;
  const mostFields = Math.max(1, ...samples.filter(isStreamed).map(fieldCount));
  const firstTag = sdk.api.tags[0]?.name;
  const weigh = (sample: SampleCall): number => {
    const { method, resource, request, result } = sample.planned;
    const isMainVerb =
      MAIN.has(method.key) || (MAIN_BY_THEMSELVES.has(method.key) && sample.positional.length === 0);
    const isMain = isMainVerb && request.body !== undefined && isGiven(sample);
    const share = isStreamed(sample)
      ? fieldCount(sample) / mostFields
      : (sizes.get(resource[0] ?? '') ?? 0) / most;
    return sum([
      [method.deprecated !== undefined || method.hidden === true, -10_000],
      [isSecretive(sample), -8_000],
      [method.verb === 'delete' || method.stability !== undefined, -4_000],
      [DULL.test([...resource, method.key, method.path].join(' ')), -3_000],
      [hasArguments(sample), 2_000],
      [isStreamed(sample) && isGiven(sample), 1_000],
      [resource.length > 0, Math.round(600 * share)],
      [firstTag !== undefined && method.tags[0] === firstTag, 200],
      [resource.length === 1, 300],
      [isMain, 300],
      [READS.has(method.key) && sample.positional.length > 0, 200],
      [result.kind === 'page' || method.key === 'list', 100],
      [result.kind === 'value' || result.kind === 'stream', 50],
      [true, -10 * sample.positional.length],
    ]);
  };
  return new Map(samples.map((sample) => [sample, weigh(sample)]));
}

const sum = (parts: readonly (readonly [counts: boolean, points: number])[]): number =>
  parts.reduce((all, [counts, points]) => (counts ? all + points : all), 0);

const SECRET =
  /token|secret|passw|credential|signature|private|(?:api|access|auth|secret|signing)[_-]?key|(?:^|[\W_])(?:keys?|auth|oauth2?|log_?in|session)s?(?:$|[\W_])/i;
/** Words of calls about the service itself, not about what it offers. */
const DULL =
  /health|ping|status|version|(?:^|[\W_])(?:alpha|beta|count|debug|experimental|info|me|metrics|ready|live|unstable|usage|webhooks?|whoami)(?:$|[\W_])/i;

/** True if the call returns a secret, or is about secrets, which do not belong in a log. */
function isSecretive({ planned, shows }: SampleCall): boolean {
  const property = shows.kind === 'value' || shows.kind === 'items' ? shows.property : undefined;
  const names = [...planned.resource, planned.method.key, planned.method.path, property ?? ''];
  return names.some((name) => SECRET.test(name.replace(/(?<=[a-z\d])(?=[A-Z])/g, '_')));
}

/**
 * The items that `list_members` lists, without the words of its resource: `member`. Undefined
 * if the name does not contain them.
 */
export function listedThing(resource: readonly string[], key: string): string | undefined {
  const [verb, ...words] = splitWords(key).map((word) => word.toLowerCase());
  const last = words.pop();
  if (verb !== 'list' || last === undefined || singular(last) === last) return undefined;
  const known = new Set(splitWords(resource.at(-1) ?? '').map((word) => singular(word.toLowerCase())));
  return [...words.filter((word) => !known.has(singular(word))), singular(last)].join('_');
}

/**
 * The variable for the result in a sample: `ServerSummary` of the resource `servers` is a `server`, and so
 * is `PutServerResponse`. Uses the type's own name if the resource is about something else.
 */
export function thingOf(resource: readonly string[], typeName: string): string {
  const key = resource.at(-1) ?? '';
  const thing = splitWords(key).map((word) => word.toLowerCase());
  const last = thing.pop();
  if (last === undefined) return typeName;
  const words = [...thing, singular(last)];
  const inType = splitWords(typeName).map((word) => singular(word.toLowerCase()));
  const isAbout = inType.some((_word, start) => words.every((word, at) => inType[start + at] === word));
  return isAbout ? words.join('_') : typeName;
}
