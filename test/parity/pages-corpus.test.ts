/**
 * Every list of the corpus that pages without a config, looked up again in the document as it is written: not
 * in the types that the decision
 * was made from. The list with its schemes is left in `node_modules/.cache/pages.txt`, to be read by a
 * person.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { corpusDocuments } from '../../bench/corpus/documents.ts';
import type { PaginationPurpose } from '../../generator/ir/types.ts';
import { type JsonObject, type JsonValue, isJsonObject } from '../../generator/lib/json.ts';
import { projectRoot, sharedFolder } from '../support/shared.ts';
import { type Built, type Paged, builtOf, pagedOf, wayOf } from './pages-support.ts';

const POSITIONS: ReadonlySet<PaginationPurpose> = new Set([
  'next_cursor_param',
  'next_cursor_id_param',
  'page_number_param',
  'offset_count_param',
]);
const FIELDS: ReadonlySet<PaginationPurpose> = new Set([
  'items',
  'next_cursor_field',
  'cursor_url_field',
  'has_next_page',
  'is_last_page',
  'total_page_count_field',
  'offset_total_count_field',
]);

/** The object that a node is or refers to. */
function lookUp({ documents }: Built, value: JsonValue | undefined): JsonObject | undefined {
  let node = value;
  for (let step = 0; step < 20 && isJsonObject(node) && typeof node['$ref'] === 'string'; step += 1)
    node = documents.resolve(node['$ref'], node).value?.value;
  return isJsonObject(node) ? node : undefined;
}

/** All schemas that a value of the schema may have to fit: itself, and the parts and variants of it. */
function partsOf(built: Built, value: JsonValue | undefined, depth = 0): readonly JsonObject[] {
  const schema = lookUp(built, value);
  if (schema === undefined || depth > 8) return [];
  const inner = ['allOf', 'oneOf', 'anyOf'].flatMap(
    (key) => (Array.isArray(schema[key]) ? schema[key] : []) as readonly JsonValue[],
  );
  return [schema, ...inner.flatMap((one) => partsOf(built, one, depth + 1))];
}

const property = (built: Built, schemas: readonly JsonObject[], name: string): readonly JsonObject[] =>
  schemas.flatMap((schema) => partsOf(built, lookUp(built, schema['properties'])?.[name]));

/** What is wrong with the page of a method; undefined where nothing is. */
function fault(built: Built, { method, scheme }: Paged): string | undefined {
  const [, paths, key = '', verb = ''] = method.origin.pointer.split('/');
  const written = lookUp(built, built.documents.root['paths'])?.[
    key.replaceAll('~1', '/').replaceAll('~0', '~')
  ];
  const item = lookUp(built, written);
  // Operations in files of their own are found by the path that they were read for.
  const holder =
    paths === 'paths' ? item : lookUp(built, lookUp(built, built.documents.root['paths'])?.[method.path]);
  const operation = lookUp(built, holder?.[paths === 'paths' ? verb : method.verb]);
  if (operation === undefined) return 'the operation is not found';
  const parameters = [...list(holder?.['parameters']), ...list(operation['parameters'])]
    .map((one) => lookUp(built, one))
    .filter((one) => one !== undefined);
  const body = mediaOf(built, lookUp(built, operation['requestBody']));
  const responses = Object.entries(lookUp(built, operation['responses']) ?? {})
    .filter(([status]) => /^2|^default$/i.test(status))
    .map(([, one]) => lookUp(built, one))
    .filter((one) => one !== undefined);
  for (const { purpose, path, header } of scheme.purposes) {
    if (POSITIONS.has(purpose)) {
      const [name = ''] = path;
      const declared =
        scheme.paramLocation === 'body'
          ? property(built, body, name)
          : parameters.filter((one) => one['name'] === name && one['in'] === 'query');
      if (declared.length === 0) return `no ${scheme.paramLocation} parameter ${name}`;
      const schemas = declared.flatMap((one) => [...partsOf(built, one['schema']), one]);
      if (schemas.some((one) => /^(?:date|time|duration)/.test(String(one['format'] ?? ''))))
        return `${name} is a date`;
      const said = schemas.map((one) => String(one['description'] ?? '')).join(' ');
      if (
        /\b(?:date|datetime|timestamp|iso ?8601|rfc ?3339|epoch)\b/i.test(said) &&
        !/cursor|pag(?:e|inat)|\bid\b/i.test(said)
      )
        return `${name} is described as a time: ${said}`;
    } else if (header !== undefined) {
      if (!responses.some((one) => Object.keys(lookUp(built, one['headers']) ?? {}).includes(header)))
        return `no header ${header}`;
    } else if (FIELDS.has(purpose)) {
      let schemas: readonly JsonObject[] = responses.flatMap((one) => mediaOf(built, one));
      for (const name of path) schemas = property(built, schemas, name);
      if (schemas.length === 0) return `nothing at ${path.join('.')}`;
      if (
        purpose === 'items' &&
        !schemas.some(
          (one) =>
            one['items'] !== undefined || one['type'] === 'array' || list(one['type']).includes('array'),
        )
      )
        return `${path.join('.')} is no array`;
    }
  }
  return undefined;
}

const list = (value: JsonValue | undefined): readonly JsonValue[] =>
  Array.isArray(value) ? (value as readonly JsonValue[]) : [];

const mediaOf = (built: Built, holder: JsonObject | undefined): readonly JsonObject[] =>
  Object.entries(lookUp(built, holder?.['content']) ?? {}).flatMap(([, media]) =>
    partsOf(built, lookUp(built, media)?.['schema']),
  );

/** `| cursor | 160 |` */
const floors = new Map(
  [
    ...readFileSync(join(import.meta.dirname, 'pages.md'), 'utf8').matchAll(
      /^\| (\w+) \| \d+ \| (\d+) \|$/gm,
    ),
  ].map(([, kind = '', count]) => [kind, Number(count)]),
);

describe.skipIf(sharedFolder === undefined)('lists of the corpus', () => {
  it('page by what the document says, and none in another way', { timeout: 400_000 }, async () => {
    const faults: string[] = [];
    const lines: string[] = [];
    const counts = new Map<string, number>();
    for (const document of corpusDocuments(sharedFolder ?? '')) {
      const built = await builtOf(document.file);
      for (const paged of built === undefined ? [] : pagedOf(built.api)) {
        if (built === undefined || paged.method.pagination?.provenance.rule !== 'default') continue;
        const { method, scheme } = paged;
        const found = fault(built, paged);
        if (found !== undefined) faults.push(`${document.id} ${method.verb} ${method.path}: ${found}`);
        counts.set(scheme.type, (counts.get(scheme.type) ?? 0) + 1);
        lines.push(`${document.id}\t${method.verb} ${method.path}\t${scheme.name}\t${wayOf(scheme)}`);
      }
    }
    mkdirSync(join(projectRoot, 'node_modules/.cache'), { recursive: true });
    writeFileSync(join(projectRoot, 'node_modules/.cache/pages.txt'), `${lines.join('\n')}\n`);
    console.info([...counts].map(([kind, count]) => `${kind} ${count}`).join(', '));
    expect(faults).toEqual([]);
    for (const [kind, least] of floors)
      expect.soft(counts.get(kind) ?? 0, kind).toBeGreaterThanOrEqual(least);
    expect(floors.size).toBe(6);
  });
});
