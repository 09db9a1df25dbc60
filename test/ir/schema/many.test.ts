import { typescript as TYPESCRIPT } from '../../../generator/languages/typescript/data.ts';
import { expect, it } from 'vitest';
import { createSchemaReader } from '../../../generator/ir/schema/reader.ts';
import { documentsOf } from './notation.ts';

const text = { type: 'string' };

it('is linear: 100,000 schemas in the square would take longer than this may', {
  timeout: 60_000,
}, async () => {
  const count = 100_000;
  const documents = await documentsOf({
    openapi: '3.1.0',
    info: { title: 'T', version: '1' },
    paths: {},
    components: {
      schemas: Object.fromEntries(
        Array.from({ length: count }, (_, index) => [
          `S${index}`,
          {
            type: 'object',
            properties: {
              a: text,
              next: { $ref: `#/components/schemas/S${(index * 7) % count}` },
              e: { enum: ['x', 'y'] },
            },
          },
        ]),
      ),
    },
  });
  expect(createSchemaReader(documents, TYPESCRIPT).finish().schemas).toHaveLength(count);
});
