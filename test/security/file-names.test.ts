/**
 * Names of an API that some file system does not take as they are: an SDK is made all the same, with the
 * files under names that all take.
 */
import { describe, expect, test } from 'vitest';
import { isDeviceName } from '../../generator/lib/file-names.ts';
import { pathFault } from '../../generator/emit/output-path.ts';
import { sdkOf } from '../support/sdk.ts';

const NAMES = [
  'con',
  'aux',
  'nul',
  'prn',
  'com1',
  'lpt9',
  'CON',
  'x'.repeat(300),
  `${'long_word_'.repeat(30)}a`,
  `${'long_word_'.repeat(30)}b`,
  'ß'.repeat(150),
  '語'.repeat(120),
  '𝒳'.repeat(90),
];

const documentOf = (names: readonly string[]): string =>
  JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Names', version: '1' },
    servers: [{ url: 'https://x.example' }],
    paths: Object.fromEntries(
      names.flatMap((name, at) => [
        [
          `/a${at}`,
          {
            get: {
              tags: [name],
              operationId: name,
              responses: {
                200: {
                  description: 'One',
                  content: {
                    'application/json': {
                      schema: { $ref: `#/components/schemas/${encodeURIComponent(name)}` },
                    },
                  },
                },
              },
            },
          },
        ],
        [
          `/${name}/{id}/${name}`,
          {
            get: {
              parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
              responses: { 204: { description: 'None' } },
            },
          },
        ],
      ]),
    ),
    components: {
      schemas: Object.fromEntries(
        names.map((name) => [name, { type: 'object', properties: { [name]: { type: 'string' } } }]),
      ),
    },
  });

const faults = (files: readonly { readonly path: string }[]): readonly unknown[] =>
  files.flatMap(({ path }) => [
    ...(pathFault(path) === undefined ? [] : [[path, pathFault(path)]]),
    ...path
      .split('/')
      .flatMap((part) => (new TextEncoder().encode(part).length > 255 || isDeviceName(part) ? [part] : [])),
  ]);

describe('each alone and all together', () => {
  test.each([...NAMES.map((name) => [name.slice(0, 12), [name]] as const), ['all', NAMES] as const])(
    '%s',
    async (_title, names) => {
      const { files, diagnostics } = await sdkOf(documentOf(names), {
        config: 'docs: { reference: true }\n',
      });
      expect(diagnostics.filter((one) => one.severity === 'error')).toEqual([]);
      expect(faults(files)).toEqual([]);
      expect(new Set(files.map(({ path }) => path.toLowerCase())).size).toBe(files.length);
      // Every import leads to a file.
      const paths = new Set(files.map(({ path }) => path));
      const dangling = files
        .filter(({ path }) => path.startsWith('src/') && path.endsWith('.ts'))
        .flatMap(({ path, text }) =>
          [...text.matchAll(/from '(\.[^']+\.ts)'/g)]
            .map((found) => new URL(found[1] ?? '', `file:///${path}`).pathname.slice(1))
            .map(decodeURIComponent)
            .filter((target) => !paths.has(target)),
        );
      expect(dangling).toEqual([]);
    },
  );
});

test('names of ordinary length stay as they are', async () => {
  const { files } = await sdkOf(documentOf(['Pets', 'a'.repeat(150)]));
  expect(files.map(({ path }) => path)).toContain(`docs/models/components/${'a'.repeat(150)}.md`);
});
