/** A sample call with its names in TypeScript. */
import { type SampleCall, type SampleRequest, sampleCall } from '../../../plan/samples/call.ts';
import { listedThing, thingOf } from '../../../plan/samples/showcase.ts';
import { lastName } from '../methods/result.ts';
import type { TypescriptMethod } from '../methods/method.ts';
import { variableName } from '../reserved.ts';
import type { TypescriptSdk } from '../sdk.ts';

export interface SamplePlan extends SampleCall {
  readonly plan: TypescriptMethod;
  /** Variable for the result, or for an item of a list. */
  readonly variable: string;
}

/** Undefined if a required value cannot be created (a type that requires itself). */
export function planSample(
  sdk: TypescriptSdk,
  plan: TypescriptMethod,
  option: SampleRequest,
): SamplePlan | undefined {
  const sample = sampleCall(sdk.plan, plan.planned, { ...option, hasWholeModels: true });
  return sample && withNames(sdk, sample, plan);
}

/** Adds TypeScript names to a sample call of the plan. */
export function namedSample(sdk: TypescriptSdk, sample: SampleCall | undefined): SamplePlan | undefined {
  const plan = sample && sdk.methods.find((method) => method.planned === sample.planned);
  return plan && withNames(sdk, sample, plan);
}

function withNames(sdk: TypescriptSdk, sample: SampleCall, plan: TypescriptMethod): SamplePlan {
  const known = named.get(sample);
  if (known !== undefined) return known;
  const variable = sample.shows.kind === 'events' ? 'stream' : variableFor(sdk, plan);
  const own = { ...sample, plan, variable };
  named.set(sample, own);
  return own;
}

const named = new WeakMap<SampleCall, SamplePlan>();

/** Methods that handle a single item of the resource. */
const SINGLE = new Set(['create', 'retrieve', 'get', 'update', 'delete', 'replace']);

function variableFor(sdk: TypescriptSdk, plan: TypescriptMethod): string {
  const { result } = plan;
  const key = plan.resource.resource.key;
  const thing = (model: string): string => thingOf(plan.resource.path, model);
  const name = (wanted: string): string => {
    const variable = variableName(sdk.names.camel(wanted));
    return TAKEN.has(variable) ? `${variable}_` : variable;
  };
  switch (result.kind) {
    case 'void':
      return 'response';
    case 'page':
      return name(listedThing(plan.resource.path, plan.method.key) ?? thing(lastName(result.item) ?? 'item'));
    case 'stream':
      if (!result.plain) return 'stream';
      return SINGLE.has(plan.method.key) && key !== '' ? name(sdk.names.pascalSingular(key)) : 'response';
    case 'binary':
      return SINGLE.has(plan.method.key) && key !== '' ? name(sdk.names.pascalSingular(key)) : 'response';
    case 'value': {
      if (key !== '' && plan.method.key === 'list') return name(sdk.names.pascalPlural(key));
      if (key !== '' && SINGLE.has(plan.method.key)) return name(sdk.names.pascalSingular(key));
      const model = lastName(result.type);
      return model === undefined || model === `${plan.prefix}Response` ? 'response' : name(thing(model));
    }
    default:
      return result satisfies never;
  }
}

/** Names that samples use themselves. */
const TAKEN = new Set(['client', 'console', 'process', 'fs', 'result', 'content', 'run']);
