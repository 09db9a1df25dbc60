/** The programmatic interface. */
import { describe, expect, it } from 'vitest';
import { diff, generate, loadConfig, memoryIo } from '../../generator/index.ts';

const document = (path: string): string => `openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
servers: [{ url: https://shop.example }]
paths:
  ${path}:
    get:
      operationId: listBooks
      responses: { '204': { description: Nothing } }
`;

describe('generate', () => {
  it('gives files and the api', async () => {
    const { files, api, diagnostics } = await generate({
      spec: 'openapi.yml',
      config: false,
      io: memoryIo({ 'openapi.yml': document('/books') }),
    });
    expect(diagnostics).toEqual([]);
    expect(api?.info.title).toBe('Shop');
    expect(files.find((file) => file.path === 'src/resources/books.ts')?.text).toContain(
      "this._client.get('/books'",
    );
  });

  it('says what is wrong and gives no files', async () => {
    const { files, diagnostics } = await generate({ spec: 'absent.yml', config: false, io: memoryIo({}) });
    expect(files).toEqual([]);
    expect(diagnostics.map((one) => one.code)).toEqual(['file-not-found']);
  });
});

describe('diff', () => {
  it('lists changes', async () => {
    const { value } = await diff({
      base: 'a.yml',
      revision: 'b.yml',
      config: false,
      today: '2026-01-01',
      io: memoryIo({ 'a.yml': document('/books'), 'b.yml': document('/novels') }),
    });
    expect(value?.length).toBeGreaterThan(0);
  });

  it('finds none between equal documents', async () => {
    const io = memoryIo({ 'a.yml': document('/books'), 'b.yml': document('/books') });
    expect(
      (await diff({ base: 'a.yml', revision: 'b.yml', config: false, today: '2026-01-01', io })).value,
    ).toEqual([]);
  });
});

describe('loadConfig', () => {
  it('reads a file', async () => {
    const { value } = await loadConfig('sdkwright.yml', {
      io: memoryIo({ 'sdkwright.yml': 'organization: { name: shop }' }),
    });
    expect(value?.organization.name).toBe('shop');
  });
});
