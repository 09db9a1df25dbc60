/** Names that the document itself contains: vendor hints (rule 2) and code samples (rule 3). */
import { snake } from '../../lib/words.ts';
import type { NameHint } from '../../openapi/operation-hints.ts';
import { LANGUAGES } from '../../languages/data.ts';
import type { Sample, SampleCall } from '../../lib/sample.ts';
import { type ReportContext, originAt } from '../context.ts';
import type { Operation } from '../operations/collect.ts';
import type { DefaultName } from './surroundings.ts';
import type { Placement } from './types.ts';

/**
 * The name from the first vendor hint that names the operation. A hint with only a group or only a
 * method takes the rest from `fallback`.
 */
export function nameByHint(
  context: ReportContext,
  operation: Operation,
  fallback: () => DefaultName,
): Placement | undefined {
  const hint = operation.hints.names.find((name) => name.method !== undefined) ?? operation.hints.names[0];
  if (hint === undefined) return undefined;
  const group =
    operation.hints.names.find((name) => name.rule === hint.rule && name.group !== undefined)?.group ??
    hint.group;
  return {
    operation,
    resource: (group ?? groupOfTag(operation))?.map(keyOf) ?? fallback().resource,
    key: hint.method === undefined ? fallback().key : keyOf(hint.method),
    provenance: {
      rule: hint.rule,
      detail: detailOf(hint),
      origin: originAt(context, operation.place, hint.keyword),
    },
  };
}

/** Both vendors put an operation without a group under its first tag. Dots in the tag nest resources. */
const groupOfTag = (operation: Operation): readonly string[] | undefined =>
  operation.tags[0]?.split('.').filter((part) => snake(part) !== '');

const detailOf = (hint: NameHint): string =>
  `${hint.keyword}: ${[...(hint.group ?? []), ...(hint.method === undefined ? [] : [hint.method])].join('.')}`;

/** Parses the operation's code samples in supported languages. */
export const readSamples = (operation: Operation): readonly ReadSample[] =>
  operation.hints.samples.flatMap(({ keyword, source, language }) => {
    const reader = LANGUAGES.find(({ samples }) => samples?.labels.test(language.trim()))?.samples;
    return reader === undefined ? [] : [{ keyword, ...reader.read(source) }];
  });

export interface ReadSample extends Sample {
  /** The extension that holds the sample. */
  readonly keyword: string;
}

/** The call that the first readable sample shows: `client.servers.releases.get('id', { … })`. */
export function nameBySample(
  context: ReportContext,
  operation: Operation,
  samples: readonly ReadSample[],
): Placement | undefined {
  const calls = samples.flatMap(({ call, keyword }) => (call === undefined ? [] : [{ call, keyword }]));
  const [{ call, keyword } = { call: undefined, keyword: '' }, ...others] = calls;
  const method = call?.chain.at(-1);
  if (call === undefined || method === undefined) return undefined;
  const origin = originAt(context, operation.place, keyword);
  const other = others.find((item) => item.call.chain.map(keyOf).join() !== call.chain.map(keyOf).join());
  if (other !== undefined)
    context.report(
      'samples-disagree',
      { operation: operation.id, call: call.chain.join('.'), other: other.call.chain.join('.') },
      origin,
    );
  const positional = positionalOf(operation, call);
  return {
    operation,
    resource: call.chain.slice(0, -1).map(keyOf),
    key: keyOf(method),
    provenance: {
      rule: 'sample',
      detail: `the call client.${call.chain.join('.')}() in ${keyword}`,
      origin,
    },
    ...(positional !== undefined && { positional }),
    ...(call.paginated && { paginated: true }),
  };
}

/** Names of the positional path parameters, if they differ from the rule "the last path parameter". */
function positionalOf(operation: Operation, call: SampleCall): readonly string[] | undefined {
  const names = operation.path.names;
  if (names.length === 0) return undefined;
  if (call.positional === names.length && names.length > 1) return names;
  return call.positional === 0 && names.every((name) => call.keys.includes(name)) ? [] : undefined;
}

/** Normalizes keys, so that `apiKeys` of a sample and `api-keys` of a path are the same resource. */
const keyOf = (name: string): string => snake(name) || name;
