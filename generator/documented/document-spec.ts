/** The input document with a code sample on each operation. What is no sample keeps its text, comments included. */
import { stringify } from 'yaml';
import { type JsonObject, type JsonValue, isJsonObject } from '../lib/json.ts';
import { unescapeToken } from '../lib/origin.ts';
import type { SourceText } from '../source/types.ts';
import { spliceSamples } from './splice.ts';
import type { DocumentedSample, SampleKey, SampledOperation } from './types.ts';

export interface DocumentOptions {
  readonly operations: readonly SampledOperation[];
  /** The tree as overlays and transforms left it, when they changed anything: then it is written anew. */
  readonly root?: JsonValue;
  readonly key?: SampleKey;
}

/** Text of `openapi.documented.yml`. A JSON document stays JSON, which is YAML too. */
export function documentSpec(source: SourceText, options: DocumentOptions): string {
  const key = options.key ?? 'x-codeSamples';
  const isJson = /^\s*\{/.test(source.text);
  if (options.root === undefined && !isJson) {
    return spliceSamples(source, options.operations.filter((one) => one.origin.document === source.name).map((one) => ({ pointer: one.origin.pointer, key, value: valueOf(one.samples, key) })));
  }
  const root: JsonValue = options.root ?? JSON.parse(source.text);
  const decorated = options.operations.reduce((tree, one) => decorate(tree, tokensOf(root, source.name, one), key, valueOf(one.samples, key)), root);
  return isJson ? `${JSON.stringify(decorated, null, 2)}\n` : stringify(decorated, { lineWidth: 0, aliasDuplicateObjects: false });
}

export const valueOf = (samples: readonly DocumentedSample[], key: SampleKey): JsonValue =>
  key === 'x-readme' ? { 'code-samples': samples.map((one) => ({ language: one.lang.toLowerCase(), name: one.label ?? one.lang, code: one.source })) } : samples.map((one) => ({ lang: one.lang, ...(one.label === undefined ? {} : { label: one.label }), source: one.source }));

/** An operation that an overlay brought in stands where its path and verb say. */
function tokensOf(root: JsonValue, document: string, one: SampledOperation): readonly string[] {
  const tokens = one.origin.pointer.split('/').slice(1).map(unescapeToken);
  return one.origin.document === document && isJsonObject(valueAt(root, tokens)) ? tokens : ['paths', one.path, one.verb];
}

const valueAt = (root: JsonValue, tokens: readonly string[]): JsonValue | undefined => {
  let here: JsonValue | undefined = root;
  for (const token of tokens) here = isJsonObject(here) && Object.hasOwn(here, token) ? here[token] : undefined;
  return here;
};

/** A copy along the path; the tree itself when there is no object at its end. */
function decorate(node: JsonValue, tokens: readonly string[], key: string, value: JsonValue): JsonValue {
  if (!isJsonObject(node)) return node;
  const [token, ...rest] = tokens;
  if (token === undefined) return replaced(node, key, value);
  const child = Object.hasOwn(node, token) ? node[token] : undefined;
  return child === undefined ? node : replaced(node, token, decorate(child, rest, key, value));
}

/** Keeps the place of a key that is there; `fromEntries` makes `__proto__` an own property. */
function replaced(node: JsonObject, key: string, value: JsonValue): JsonObject {
  const entries = Object.entries(node);
  return Object.fromEntries(Object.hasOwn(node, key) ? entries.map(([name, old]) => [name, name === key ? value : old]) : [...entries, [key, value]]);
}
