/**
 * The input document with a code sample for each operation. All other text is preserved, including comments.
 */
import { stringify } from 'yaml';
import { type JsonObject, type JsonValue, isJsonObject } from '../lib/json.ts';
import { pointerTokens } from '../lib/origin.ts';
import type { SourceText } from '../source/types.ts';
import { spliceSamples } from './splice.ts';
import type { DocumentedSample, SampleKey, SampledOperation } from './types.ts';

export interface DocumentOptions {
  readonly operations: readonly SampledOperation[];
  /** The tree after overlays and transforms, if they changed it. The document is then serialized again. */
  readonly root?: JsonValue;
  readonly key?: SampleKey;
  /** The tree of the original text, to find existing values of the key. */
  readonly tree?: JsonValue;
}

/** The text of `openapi.documented.yml`. A JSON document remains JSON, which is valid YAML. */
export function documentSpec(source: SourceText, options: DocumentOptions): string {
  const key = options.key ?? 'x-codeSamples';
  const isJson = /^\s*\{/.test(source.text);
  const own = options.root ?? (isJson ? parsed(source.text) : undefined);
  if (own === undefined) {
    const operations = options.operations.filter((operation) => operation.origin.document === source.name);
    const tree = options.tree ?? null;
    return spliceSamples(
      source,
      operations.map((operation) => ({
        pointer: operation.origin.pointer,
        key,
        value: besides(valueAt(tree, tokensOf(tree, source.name, operation)), operation.samples, key),
      })),
    );
  }
  const additions = new Map(
    options.operations.flatMap((operation) => {
      const target = valueAt(own, tokensOf(own, source.name, operation));
      return isJsonObject(target)
        ? [[target, { key, value: besides(target, operation.samples, key) }] as const]
        : [];
    }),
  );
  const tree = decorated(own, additions);
  return isJson
    ? `${JSON.stringify(tree, null, 2)}\n`
    : stringify(tree, { lineWidth: 0, aliasDuplicateObjects: false });
}

/** Undefined if the text looks like JSON but is YAML or JSON with comments. */
function parsed(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

export const valueOf = (samples: readonly DocumentedSample[], key: SampleKey): JsonValue =>
  key === 'x-readme'
    ? {
        'code-samples': samples.map((sample) => ({
          language: sample.lang.toLowerCase(),
          name: sample.label ?? sample.lang,
          code: sample.source,
        })),
      }
    : samples.map((sample) => ({
        lang: sample.lang,
        ...(sample.label === undefined ? {} : { label: sample.label }),
        source: sample.source,
      }));

/** Preserves other settings of the tool under the key. */
function besides(
  operation: JsonValue | undefined,
  samples: readonly DocumentedSample[],
  key: SampleKey,
): JsonValue {
  const value = valueOf(samples, key);
  const old = isJsonObject(operation) && Object.hasOwn(operation, key) ? operation[key] : undefined;
  return isJsonObject(value) && isJsonObject(old) ? { ...old, ...value } : value;
}

/** Location of an operation that an overlay added, by path and HTTP method. */
function tokensOf(root: JsonValue, document: string, sampledOperation: SampledOperation): readonly string[] {
  const tokens = pointerTokens(sampledOperation.origin.pointer);
  return sampledOperation.origin.document === document && isJsonObject(valueAt(root, tokens))
    ? tokens
    : [
        'paths',
        sampledOperation.path,
        ...(sampledOperation.sentVerb === undefined
          ? [sampledOperation.verb]
          : ['additionalOperations', sampledOperation.sentVerb]),
      ];
}

const valueAt = (root: JsonValue, tokens: readonly string[]): JsonValue | undefined => {
  let here: JsonValue | undefined = root;
  for (const token of tokens)
    here = isJsonObject(here) && Object.hasOwn(here, token) ? here[token] : undefined;
  return here;
};

/**
 * Copies the tree and adds one member to the given objects. Operations are at most six levels deep; deeper
 * parts are shared.
 */
function decorated(
  node: JsonValue,
  additions: ReadonlyMap<JsonObject, { readonly key: string; readonly value: JsonValue }>,
  depth = 0,
): JsonValue {
  if (!isJsonObject(node) || depth > 6) return node;
  const own = additions.get(node);
  const copy = Object.fromEntries(
    Object.entries(node).map(([name, value]) => [name, decorated(value, additions, depth + 1)]),
  );
  return own ? replaced(copy, own.key, own.value) : copy;
}

/** Preserves the position of an existing key. `fromEntries` creates `__proto__` as an own property. */
function replaced(node: JsonObject, key: string, value: JsonValue): JsonObject {
  const entries = Object.entries(node);
  return Object.fromEntries(
    Object.hasOwn(node, key)
      ? entries.map(([name, old]) => [name, name === key ? value : old])
      : [...entries, [key, value]],
  );
}
