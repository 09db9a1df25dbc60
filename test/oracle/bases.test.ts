import { expect, test } from 'vitest';
import { sdkOf } from '../support/sdk.ts';

test('a base that may be null gives its properties to what extends it', async () => {
  const sdk = await sdkOf(`
openapi: 3.0.3
info: { title: Shelf, version: 1.0.0 }
paths:
  /books:
    get:
      responses:
        '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Book' } } } }
components:
  schemas:
    Item: { type: object, nullable: true, required: [id], properties: { id: { type: string } } }
    Book: { allOf: [{ $ref: '#/components/schemas/Item' }, { properties: { title: { type: string } } }] }
`);
  const book = /export interface Book \{[^}]*\}/
    .exec(sdk.files.find((one) => one.path === 'src/resources/books.ts')?.text ?? '')?.[0]
    .replace(/\s+/g, ' ');
  expect(book).toBe('export interface Book { id: string; title?: string; }');
});
