/** Samples per operation for the documented OpenAPI file. */
import { sampleCall } from '../../../plan/samples/call.ts';
import type { OperationSamples } from '../../language.ts';
import { operationSamples } from '../../operation-samples.ts';
import { type SnippetContext, snippet } from './snippet.ts';

const LABELS = { lang: 'Python', names: new Set(['python', 'py', 'python3']) };

export function documentedSamples(context: SnippetContext): readonly OperationSamples[] {
  const { methods, plan, names } = context.design;
  return operationSamples(
    methods.map((item) => ({
      planned: item.planned,
      slug: [...item.resource.path, item.method.key].map(names.kebab).join('-'),
      call: [...item.resource.properties, item.layout.name].join('.'),
      source: () => {
        const sample = sampleCall(plan, item.planned, { extent: 'required' });
        return sample && snippet(context, item, sample);
      },
    })),
    LABELS,
  );
}
