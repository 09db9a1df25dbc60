/** One operation with the part of the document that it needs: a page for people and tools that look at the HTTP interface. */
import { stringify } from 'yaml';
import { byCodeUnit } from '../lib/order.ts';
import { type JsonObject, type JsonValue, isJsonObject } from '../lib/json.ts';
import { unescapeToken } from '../lib/origin.ts';
import { valueOf } from './document-spec.ts';
import type { DocumentedOperation } from './types.ts';

/** Undefined when the document has no such operation under `paths`. */
export function referencePage(root: JsonObject, operation: DocumentedOperation, document: string): string | undefined {
  const excerpt = excerptOf(root, operation);
  if (!excerpt) return undefined;
  const yaml = stringify(excerpt, { lineWidth: 80, blockQuote: 'literal', aliasDuplicateObjects: false }).trimEnd();
  const longest = Math.max(3, ...(yaml.match(/`{3,}/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const description = operation.description.replaceAll('<!--', '&lt;!--').replace(/!?\[([^\]\n]{1,300})\]\((?!https?:|mailto:)[^)\n]{0,500}\)/g, '$1').trim();
  return `> ## Documentation index
> [All operations](README.md)

# ${oneLine(operation.summary)}

${description === '' ? '' : `> ${description.replaceAll('\n', '\n> ')}\n\n`}## OpenAPI

${fence}yaml ${document} ${operation.verb} ${oneLine(operation.path)}
${yaml}
${fence}
`;
}

export function referenceIndex(operations: readonly DocumentedOperation[]): string {
  const rows = operations.map((one) => `- [${oneLine(one.summary).replace(/[[\]]/g, '\\$&')}](${one.slug}.md): \`${one.verb.toUpperCase()} ${oneLine(one.path)}\`, \`${one.call}\``);
  return `# Requests and responses\n\nThe HTTP interface behind each method, as the API's own description has it.\n\n${rows.join('\n')}\n\n[All pages](../README.md)\n`;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('<!--', '&lt;!--').trim();

/** The document with one operation and what that refers to. */
export function excerptOf(root: JsonObject, operation: DocumentedOperation): JsonObject | undefined {
  const item = memberAt(memberAt(root, 'paths'), operation.path);
  const found = memberAt(item, operation.verb);
  if (!isJsonObject(item) || !isJsonObject(found)) return undefined;
  const shared = ['parameters', 'servers'].flatMap((key) => (Object.hasOwn(item, key) ? [[key, item[key]] as const] : []));
  const decorated = { ...found, 'x-codeSamples': valueOf(operation.samples, 'x-codeSamples') };
  const head = ['openapi', 'info', 'servers', 'security', 'tags'].flatMap((key) => (Object.hasOwn(root, key) ? [[key, root[key] ?? null] as const] : []));
  const path = Object.fromEntries([...shared, [operation.verb, decorated]]) as JsonObject;
  const components = componentsOf(root, path);
  return Object.fromEntries<JsonValue>([...head, ['paths', Object.fromEntries([[operation.path, path]])], ...(components ? [['components', components] as const] : [])]);
}

const memberAt = (node: JsonValue | undefined, key: string): JsonValue | undefined => (isJsonObject(node) && Object.hasOwn(node, key) ? node[key] : undefined);

/** Components that the operation reaches, in the order of their names, and all security schemes. */
function componentsOf(root: JsonObject, start: JsonValue): JsonObject | undefined {
  const wanted = new Map<string, Set<string>>();
  const queue: JsonValue[] = [start];
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if (Array.isArray(node)) queue.push(...node);
    if (!isJsonObject(node)) continue;
    for (const [key, value] of Object.entries(node)) {
      const [, kind, name] = key === '$ref' && typeof value === 'string' ? (/^#\/components\/([^/]+)\/([^/]+)/.exec(value) ?? []) : [];
      if (kind === undefined || name === undefined) {
        queue.push(value);
        continue;
      }
      const key2 = unescapeToken(decode(name));
      const known = wanted.get(kind) ?? new Set();
      wanted.set(kind, known);
      const target = memberAt(memberAt(memberAt(root, 'components'), kind), key2);
      if (known.has(key2) || target === undefined) continue;
      known.add(key2);
      queue.push(target);
    }
  }
  const schemes = memberAt(memberAt(root, 'components'), 'securitySchemes');
  const kinds = [...wanted].filter(([, names]) => names.size > 0).sort(([a], [b]) => byCodeUnit(a, b));
  const found = kinds.map(([kind, names]) => [kind, Object.fromEntries([...names].sort(byCodeUnit).map((name) => [name, memberAt(memberAt(memberAt(root, 'components'), kind), name) ?? null]))] as const);
  const entries: (readonly [string, JsonValue])[] = [...found.filter(([kind]) => kind !== 'securitySchemes'), ...(schemes === undefined ? [] : [['securitySchemes', schemes] as const])];
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
