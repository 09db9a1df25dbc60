import { expect, test } from 'vitest';
import { type JsonValue, isJsonObject } from '../../generator/lib/json.ts';
import type { Origin } from '../../generator/lib/origin.ts';
import { ok } from '../../generator/lib/result.ts';
import { follow, nodeAt, read, valueAt } from './support.ts';

const text =
  'openapi: 3.0.0\npaths: {}\ncomponents:\n  schemas:\n    A: {type: object}\n    B: {type: string, nullable: true}';

test('an edited entry: untouched, copied, moved and new nodes each have their origin', async () => {
  const added = { $ref: '#/components/schemas/B' };
  const documents = await read(text, {
    prepare: (root) => {
      const schemas =
        isJsonObject(root) && isJsonObject(root['components']) && isJsonObject(root['components']['schemas'])
          ? root['components']['schemas']
          : {};
      const { A: a, ...rest } = schemas;
      const edited: JsonValue = {
        ...(isJsonObject(root) ? root : {}),
        components: { schemas: { ...rest, Moved: a ?? {}, Added: added } },
      };
      return {
        ...ok<JsonValue>(edited),
        origins: new Map<object, Origin>([
          [added, { document: 'overlay.yml', pointer: '/actions/0/update' }],
        ]),
        sources: [{ name: 'overlay.yml', text: 'x', locate: () => ({ line: 1, column: 1 }) }],
      };
    },
  });
  const origin = (...keys: readonly string[]): unknown =>
    documents.originOf(nodeAt(documents.root, 'components', ...keys));
  expect(origin('schemas', 'Moved')).toEqual({ document: 'openapi.yml', pointer: '/components/schemas/A' });
  expect(origin('schemas', 'Added')).toEqual({ document: 'overlay.yml', pointer: '/actions/0/update' });
  expect(origin('schemas', 'B')).toEqual({ document: 'openapi.yml', pointer: '/components/schemas/B' });
  expect(origin('schemas')).toEqual({ document: 'openapi.yml', pointer: '/components/schemas' });
  expect(follow(documents, 'components', 'schemas', 'Added').value).toEqual({ type: ['string', 'null'] });
  expect(valueAt(documents.root, 'components', 'schemas', 'A')).toBeUndefined();
  expect([...documents.sources.keys()]).toEqual(['openapi.yml', 'overlay.yml']);
});
