/** Samples per operation for the document itself. */
import { sampleCall } from '../../../plan/samples/call.ts';
import type { OperationSamples } from '../../language.ts';
import { type SnippetContext, snippet } from './snippet.ts';

const OURS = new Set(['python', 'py', 'python3']);

/**
 * One entry per operation, in the order of the SDK; what the document has for other languages stays behind
 * ours.
 */
export function documentedSamples(context: SnippetContext): readonly OperationSamples[] {
  const seen = new Set<string>();
  const slugs = new Set<string>();
  const { design: sdk } = context;
  return sdk.methods.flatMap((item): readonly OperationSamples[] => {
    const { method } = item;
    const key = `${method.origin.document}#${method.origin.pointer}`;
    const sample = sampleCall(sdk.plan, item.planned, { extent: 'required' });
    if (!sample || seen.has(key)) return [];
    seen.add(key);
    const wanted = [...item.resource.path, method.key].map(sdk.names.kebab).join('-');
    let slug = wanted;
    for (let count = 2; slugs.has(slug); count++) slug = `${wanted}-${count}`;
    slugs.add(slug);
    const others = method.samples
      .filter((each) => !OURS.has(each.language.toLowerCase()))
      .map((each) => ({ lang: each.language, source: each.source }));
    return [
      {
        origin: method.origin,
        path: method.path,
        verb: method.verb,
        ...(method.sentVerb !== undefined && { sentVerb: method.sentVerb }),
        slug,
        call: [...item.resource.properties, item.layout.name].join('.'),
        summary: method.summary ?? `${method.sentVerb ?? method.verb.toUpperCase()} ${method.path}`,
        description: method.description ?? '',
        samples: [{ lang: 'Python', source: snippet(context, item, sample) }, ...others],
      },
    ];
  });
}
