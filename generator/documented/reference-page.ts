/**
 * A page for an operation with the parts of the document that it needs, for people and tools that work with
 * HTTP.
 */
import { stringify } from 'yaml';
import { byCodeUnit } from '../lib/order.ts';
import { type JsonObject, type JsonValue, isJsonObject } from '../lib/json.ts';
import { unescapeToken } from '../lib/origin.ts';
import { label, prose } from '../text/markdown.ts';
import { valueOf } from './document-spec.ts';
import type { DocumentedOperation } from './types.ts';

/** The pages of all operations under `paths`. Parts that several pages share are serialized once. */
export function referencePages(
  root: JsonObject,
  operations: readonly DocumentedOperation[],
  document: string,
): readonly { readonly operation: DocumentedOperation; readonly text: string }[] {
  const fragments = FRAGMENTS.get(root) ?? createFragments(root);
  FRAGMENTS.set(root, fragments);
  return operations.flatMap((operation) => {
    const excerpt = excerptOf(root, operation, fragments);
    return excerpt === undefined ? [] : [{ operation, text: pageText(operation, excerpt, document) }];
  });
}

function pageText(operation: DocumentedOperation, excerpt: Excerpt, document: string): string {
  const yaml = excerpt.yaml.trimEnd();
  const longest = (yaml.match(/`{3,}/g) ?? []).reduce((most, run) => Math.max(most, run.length), 3);
  const fence = '`'.repeat(longest + 1);
  const description = prose(operation.description);
  return `> ## Documentation index
> [All operations](README.md)

# ${label(operation.summary)}

${description === '' ? '' : `> ${description.replaceAll('\n', '\n> ')}\n\n`}## OpenAPI

${fence}yaml ${document} ${operation.verb} ${infoText(operation.path)}
${yaml}
${fence}
${excerpt.isWhole ? '' : `\nFor all schemas, see [the whole document](../../${document}).\n`}`;
}

export function referenceIndex(operations: readonly DocumentedOperation[]): string {
  const rows = operations.map(
    (operation) =>
      `- [${label(operation.summary)}](${operation.slug}.md): \`${operation.sentVerb ?? operation.verb.toUpperCase()} ${oneLine(operation.path)}\`, \`${operation.call}\``,
  );
  return `# Requests and responses\n\nThe HTTP request and response of each method, from the API document.\n\n${rows.join('\n')}\n\n[All pages](../README.md)\n`;
}

/** The text after a fence of backticks must not contain backticks (CommonMark section 4.5). */
const infoText = (text: string): string => oneLine(text).replaceAll('`', "'");

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('<!--', '&lt;!--').trim();

interface Excerpt {
  readonly yaml: string;
  /** False if some components of the operation are omitted. */
  readonly isWhole: boolean;
}

/**
 * Maximum length of the components on one page, in characters. If all components refer to each other, the
 * size of complete pages would grow quadratically.
 */
const MAX_COMPONENTS = 64_000;
/** Maximum length of `info` and `tags` that each page repeats completely, in characters. */
const MAX_HEAD = 8_000;

/** The document with one operation and everything that it refers to. */
function excerptOf(
  root: JsonObject,
  operation: DocumentedOperation,
  fragments: Fragments,
): Excerpt | undefined {
  const item = memberAt(memberAt(root, 'paths'), operation.path);
  const { sentVerb } = operation;
  const found =
    sentVerb === undefined
      ? memberAt(item, operation.verb)
      : memberAt(memberAt(item, 'additionalOperations'), sentVerb);
  if (!isJsonObject(item) || !isJsonObject(found)) return undefined;
  const shared = ['parameters', 'servers'].flatMap((key) =>
    Object.hasOwn(item, key) ? [[key, item[key] ?? null] as const] : [],
  );
  const decorated: JsonObject = { ...found, 'x-codeSamples': valueOf(operation.samples, 'x-codeSamples') };
  const path = Object.fromEntries<JsonValue>([
    ...shared,
    sentVerb === undefined
      ? [operation.verb, decorated]
      : ['additionalOperations', { [sentVerb]: decorated }],
  ]);
  const paths = write({ paths: Object.fromEntries([[operation.path, path]]) });
  const components = fragments.componentsOf(path);
  return { yaml: fragments.head + paths + components.yaml, isWhole: components.isWhole };
}

const memberAt = (node: JsonValue | undefined, key: string): JsonValue | undefined =>
  isJsonObject(node) && Object.hasOwn(node, key) ? node[key] : undefined;

const write = (value: JsonValue): string =>
  stringify(value, { lineWidth: 80, blockQuote: 'literal', aliasDuplicateObjects: false });

interface Fragments {
  /** The start of every page. */
  readonly head: string;
  /**
   * Components that a part of the document refers to, the nearest first until the page is full, sorted by
   * name, and all security schemes.
   */
  readonly componentsOf: (start: JsonValue) => Excerpt;
}

/** Cached, because the SDKs of all languages show the same parts of a document. */
const FRAGMENTS = new WeakMap<JsonObject, Fragments>();

function createFragments(root: JsonObject): Fragments {
  const components = memberAt(root, 'components');
  const known = new Map<string, Fragment | undefined>();
  const fragmentOf = (kind: string, name: string): Fragment | undefined => {
    const key = `${kind}/${name}`;
    if (known.has(key)) return known.get(key);
    const value = memberAt(memberAt(components, kind), name);
    const fragment =
      value === undefined
        ? undefined
        : { kind, name, yaml: entry(kind, name, value), references: referencesIn(value) };
    known.set(key, fragment);
    return fragment;
  };
  const schemes = memberAt(components, 'securitySchemes');
  const schemesText =
    schemes === undefined
      ? ''
      : write({ components: { securitySchemes: schemes } }).slice('components:\n'.length);
  const head = ['openapi', 'info', 'servers', 'security', 'tags'].flatMap((key) =>
    Object.hasOwn(root, key) ? [[key, shortened(key, root[key] ?? null)] as const] : [],
  );
  return {
    head: head.length === 0 ? '' : write(Object.fromEntries<JsonValue>(head)),
    componentsOf: (start) => {
      const found: Fragment[] = [];
      const seen = new Set<Fragment>();
      const queue = [...referencesIn(start)];
      let size = 0;
      let isWhole = true;
      for (let at = 0; at < queue.length; at++) {
        const { kind, name } = queue[at] ?? { kind: '', name: '' };
        const fragment = kind === 'securitySchemes' ? undefined : fragmentOf(kind, name);
        if (!fragment || seen.has(fragment)) continue;
        seen.add(fragment);
        if (size + fragment.yaml.length > MAX_COMPONENTS) {
          isWhole = false;
          continue;
        }
        size += fragment.yaml.length;
        found.push(fragment);
        queue.push(...fragment.references);
      }
      const kinds = [...new Set(found.map((fragment) => fragment.kind))].sort(byCodeUnit);
      const parts = kinds.map(
        (kind) =>
          `  ${kind}:\n${found
            .filter((fragment) => fragment.kind === kind)
            .sort((a, b) => byCodeUnit(a.name, b.name))
            .map((fragment) => fragment.yaml)
            .join('')}`,
      );
      const all = `${parts.join('')}${schemesText}`;
      return { yaml: all === '' ? '' : `components:\n${all}`, isWhole };
    },
  };
}

interface Reference {
  readonly kind: string;
  readonly name: string;
}

interface Fragment extends Reference {
  readonly yaml: string;
  readonly references: readonly Reference[];
}

/** A component as serialized in the document, without the two lines above it. */
const entry = (kind: string, name: string, value: JsonValue): string =>
  write({ components: { [kind]: Object.fromEntries([[name, value]]) } }).slice(
    `components:\n  ${kind}:\n`.length,
  );

/** Omits long introductions. */
function shortened(key: string, value: JsonValue): JsonValue {
  if ((key !== 'info' && key !== 'tags') || JSON.stringify(value).length <= MAX_HEAD) return value;
  if (key === 'tags')
    return Array.isArray(value)
      ? value.map((tag) => (isJsonObject(tag) ? { name: tag['name'] ?? null } : tag))
      : value;
  return isJsonObject(value)
    ? Object.fromEntries(Object.entries(value).filter(([name]) => name !== 'description'))
    : value;
}

function referencesIn(start: JsonValue): readonly Reference[] {
  const found = new Map<string, Reference>();
  const queue: JsonValue[] = [start];
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if (Array.isArray(node)) for (const item of node) queue.push(item);
    if (!isJsonObject(node)) continue;
    for (const [key, value] of Object.entries(node)) {
      const [, kind, token] =
        key === '$ref' && typeof value === 'string'
          ? (/^#\/components\/(\w+)\/([^/]+)/.exec(value) ?? [])
          : [];
      if (kind === undefined || token === undefined) queue.push(value);
      else {
        const name = unescapeToken(decode(token));
        found.set(`${kind}/${name}`, { kind, name });
      }
    }
  }
  return [...found.values()];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
