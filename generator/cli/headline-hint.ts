/** A hint about which call an SDK's README begins with, and how to choose another call. */
import type { Config } from '../config/types.ts';
import { planShowcase } from '../plan/samples/showcase.ts';
import type { SdkPlan } from '../plan/sdk.ts';

export function headlineHint({ readme }: Config, plan: SdkPlan): string | undefined {
  const options = readme.examples.map(({ name, endpoint, params }) => ({ name, ...endpoint, params }));
  const headline = planShowcase(plan, options).headline?.planned.method;
  return headline === undefined
    ? undefined
    : `The README begins with ${headline.verb} ${headline.path}; \`readme.example_requests.headline\` changes that.`;
}
