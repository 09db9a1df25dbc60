/** What may change or go is marked in every language, wherever the document says it. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diskTemplates } from '../../generator/emit/template-io.ts';
import { loadProject } from '../../generator/project.ts';
import { memoryIo } from '../../generator/source/io.ts';
import { createRenderer } from '../../generator/targets.ts';
import { projectRoot } from '../support/shared.ts';

const document = (marks: object): string =>
  JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Shop', version: '1' },
    servers: [{ url: 'https://shop.example' }],
    paths: {
      '/items/{item_id}': {
        post: {
          operationId: 'create',
          tags: ['items'],
          ...marks,
          parameters: [
            { name: 'item_id', in: 'path', required: true, schema: { type: 'string' } },
            { name: 'query_key', in: 'query', ...marks, schema: { type: 'string' } },
          ],
          requestBody: {
            content: {
              'application/json': {
                schema: { type: 'object', properties: { body_key: { type: 'string', ...marks } } },
              },
            },
          },
          responses: {
            200: {
              description: '',
              content: { 'application/json': { schema: { $ref: '#/components/schemas/Item' } } },
            },
          },
        },
      },
    },
    components: {
      schemas: { Item: { type: 'object', properties: { item_key: { type: 'string', ...marks } } } },
    },
  });

const io = diskTemplates(projectRoot, join(projectRoot, 'templates'));

/** How often the code says it; pages and samples aside. */
async function countIn(language: string, marks: object, text: RegExp): Promise<number> {
  const files = memoryIo({ 'openapi.json': document(marks) });
  const project = await loadProject({ io: files, cwd: '/', spec: 'openapi.json', allowRemote: false });
  if (!project.value) throw new Error('not loaded');
  const { rendered } = await createRenderer(project.value).render({ value: language }, io);
  const code = (rendered?.files ?? []).filter(
    ({ path }) => /items?|create/.test(path) && /\.(ts|py|go)$/.test(path),
  );
  return code
    .filter(({ path }) => !/test|examples|funcs/.test(path))
    .reduce((count, file) => count + file.text.split(text).length - 1, 0);
}

/**
 * The operation, the argument of the query, that of the body, and the property of the result. Python has two
 * methods, which list their arguments again.
 */
const PLACES: Readonly<Record<string, number>> = { typescript: 4, python: 2 + 2 + 2 * 2 + 1, go: 4 };

describe.each(['typescript', 'python', 'go'])('%s', (language) => {
  const places = PLACES[language] ?? 0;
  const isTypescript = language === 'typescript';
  it.each<[object, RegExp, number]>([
    [{ 'x-stability-level': 'beta' }, isTypescript ? /@beta/ : /Stability: beta\./, places],
    [{ 'x-stability-level': 'alpha' }, isTypescript ? /@alpha/ : /Stability: alpha\./, places],
    [{ 'x-stability-level': 'legacy' }, /Stability: legacy\./, places],
    [{ 'x-stability-level': 'stable' }, /Stability|@alpha|@beta/, 0],
    [{ 'x-fern-availability': 'generally-available' }, /Stability|@alpha|@beta/, 0],
    [
      { deprecated: true },
      { typescript: /@deprecated/, python: /Deprecated\./, go: /Deprecated: / }[language] ?? /x/,
      // The method of Python has a decorator instead.
      language === 'python' ? places - 2 : places,
    ],
  ])('%j', async (marks, text, expected) => {
    expect(await countIn(language, marks, text)).toBe(expected);
  });
});
