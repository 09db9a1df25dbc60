/** Samples per operation for the documented OpenAPI file. */
import type { OperationSamples } from '../../language.ts';
import { operationSamples } from '../../operation-samples.ts';
import type { TypescriptSdk } from '../sdk.ts';
import { nameFunctions } from '../views/function.ts';
import { planSample } from './call.ts';
import { type SnippetContext, classSnippet } from './snippet.ts';

const LABELS = {
  lang: 'TypeScript',
  names: new Set(['typescript', 'javascript', 'ts', 'js', 'node', 'nodejs', 'node.js', 'node-ts', 'tsx']),
};

export function documentedSamples(sdk: TypescriptSdk, context: SnippetContext): readonly OperationSamples[] {
  const names = nameFunctions(sdk);
  return operationSamples(
    sdk.methods.map((plan) => ({
      planned: plan,
      slug: names.get(plan)?.file ?? 'operation',
      call: [...plan.resource.properties, plan.layout.name].join('.'),
      source: () => {
        const sample = planSample(sdk, plan, { extent: 'required' });
        return sample && classSnippet(context, sample);
      },
    })),
    LABELS,
  );
}
