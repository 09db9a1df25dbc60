/** Samples per operation for the document itself. */
import type { OperationSamples } from '../../language.ts';
import type { TypescriptSdk } from '../sdk.ts';
import { nameFunctions } from '../views/function.ts';
import { planSample } from './call.ts';
import { type SnippetContext, classSnippet } from './snippet.ts';

const OURS = new Set(['typescript', 'javascript', 'ts', 'js', 'node', 'nodejs', 'node.js', 'node-ts', 'tsx']);

/**
 * One entry per operation, in document order of the SDK; samples that the document has for other languages
 * stay behind ours.
 */
export function documentedSamples(sdk: TypescriptSdk, context: SnippetContext): readonly OperationSamples[] {
  const seen = new Set<string>();
  const names = nameFunctions(sdk);
  return sdk.methods.flatMap((plan): readonly OperationSamples[] => {
    const { method } = plan;
    const key = `${method.origin.document}#${method.origin.pointer}`;
    const sample = planSample(sdk, plan, { extent: 'required' });
    if (!sample || seen.has(key)) return [];
    seen.add(key);
    const others = method.samples
      .filter((item) => !OURS.has(item.language.toLowerCase()))
      .map((item) => ({ lang: item.language, source: item.source }));
    return [
      {
        origin: method.origin,
        path: method.path,
        verb: method.verb,
        ...(method.sentVerb !== undefined && { sentVerb: method.sentVerb }),
        slug: names.get(plan)?.file ?? 'operation',
        call: [...plan.resource.properties, plan.layout.name].join('.'),
        summary: method.summary ?? `${method.sentVerb ?? method.verb.toUpperCase()} ${method.path}`,
        description: method.description ?? '',
        samples: [{ lang: 'TypeScript', source: classSnippet(context, sample) }, ...others],
      },
    ];
  });
}
