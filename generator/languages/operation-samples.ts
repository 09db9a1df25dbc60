/** Samples per operation for the documented OpenAPI file, independent of the language. */
import type { PlannedMethod } from '../plan/methods.ts';
import type { OperationSamples } from './language.ts';

export interface SampledMethod {
  readonly planned: Pick<PlannedMethod, 'method'>;
  /** Unique name of its page; a second method with the same name gets a number. */
  readonly slug: string;
  /** For example `servers.list`. */
  readonly call: string;
  /** Undefined if a required value cannot be created. */
  readonly source: () => string | undefined;
}

/**
 * One entry per operation, in the order of the SDK. The document's samples for other languages follow the
 * generated ones.
 */
export function operationSamples(
  methods: readonly SampledMethod[],
  { lang, names }: { readonly lang: string; readonly names: ReadonlySet<string> },
): readonly OperationSamples[] {
  const seen = new Set<string>();
  const slugs = new Set<string>();
  return methods.flatMap(
    ({ planned: { method }, slug: wanted, call, source }): readonly OperationSamples[] => {
      const key = `${method.origin.document}#${method.origin.pointer}`;
      const own = seen.has(key) ? undefined : source();
      if (own === undefined) return [];
      seen.add(key);
      let slug = wanted;
      for (let count = 2; slugs.has(slug); count++) slug = `${wanted}-${count}`;
      slugs.add(slug);
      const others = method.samples
        .filter(({ language }) => !names.has(language.toLowerCase()))
        .map((sample) => ({ lang: sample.language, source: sample.source }));
      return [
        {
          origin: method.origin,
          path: method.path,
          verb: method.verb,
          ...(method.sentVerb !== undefined && { sentVerb: method.sentVerb }),
          slug,
          call,
          summary: method.summary ?? `${method.sentVerb ?? method.verb.toUpperCase()} ${method.path}`,
          description: method.description ?? '',
          samples: [{ lang, source: own }, ...others],
        },
      ];
    },
  );
}
