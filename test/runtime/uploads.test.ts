import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { binaryRequestOptions } from '../../templates/typescript/runtime/internal/binary.ts';
import { urlEncodedRequestOptions } from '../../templates/typescript/runtime/internal/form.ts';
import {
  multipartFormRequestOptions,
  type PartEncodings,
} from '../../templates/typescript/runtime/internal/multipart.ts';
import type { RequestOptions } from '../../templates/typescript/runtime/internal/request-options.ts';
import { isUploadable, toFile } from '../../templates/typescript/runtime/uploads.ts';
import { failure, fakeFetch, json, NOW, serve, TestClient } from './support.ts';

const folder = await mkdtemp(join(tmpdir(), 'sdk-'));
await writeFile(join(folder, 'data.txt'), 'from disk');
afterAll(() => rm(folder, { recursive: true }));
const fromDisk = (): ReturnType<typeof createReadStream> => createReadStream(join(folder, 'data.txt'));

const { url } = await serve((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    response.setHeader('content-type', 'application/json');
    const body = Buffer.concat(chunks).toString('latin1');
    response.end(
      JSON.stringify({
        type: request.headers['content-type'],
        length: request.headers['content-length'],
        body,
      }),
    );
  });
});

interface Echo {
  readonly type: string;
  readonly length: string | undefined;
  readonly body: string;
}
const send = (options: RequestOptions): Promise<Echo> =>
  new TestClient({ baseURL: url }).post<Echo>('/x', options);

/** Sends a form and gives its parts: headers and content. */
async function parts(body: unknown, encodings?: PartEncodings): Promise<string[]> {
  const echo = await send(multipartFormRequestOptions({ body }, encodings));
  const boundary = /^multipart\/form-data; boundary=(.+)$/.exec(echo.type)?.[1];
  expect(boundary).toBeTruthy();
  const all = echo.body.split(`--${boundary}`);
  expect(all.at(0)).toBe('');
  expect(all.at(-1)).toBe('--\r\n');
  return all.slice(1, -1).map((part) => part.slice(2, -2).replace('Content-Disposition: form-data; ', ''));
}

describe('multipart forms', () => {
  it('write fields, lists and objects in order', async () => {
    const body = {
      b: 'text',
      a: [1, true],
      o: { k: 'v', n: { m: 1 } },
      u: undefined,
      d: new Date(0),
      p: Promise.resolve('later'),
    };
    expect(await parts(body)).toEqual([
      'name="b"\r\n\r\ntext',
      'name="a"\r\n\r\n1',
      'name="a"\r\n\r\ntrue',
      'name="o[k]"\r\n\r\nv',
      'name="o[n][m]"\r\n\r\n1',
      'name="d"\r\n\r\n1970-01-01T00:00:00.000Z',
      'name="p"\r\n\r\nlater',
    ]);
  });

  it('write parts as JSON, with types and repeated names where told', async () => {
    const encodings: PartEncodings = {
      meta: { contentType: 'application/json' },
      tags: { repeat: true },
      note: { contentType: 'text/markdown' },
    };
    expect(
      await parts({ meta: { a: [1] }, tags: ['x', 'y'], note: '# hi', constructor: 'c' }, encodings),
    ).toEqual([
      'name="meta"\r\nContent-Type: application/json\r\n\r\n{"a":[1]}',
      'name="tags"\r\n\r\nx',
      'name="tags"\r\n\r\ny',
      'name="note"\r\nContent-Type: text/markdown\r\n\r\n# hi',
      'name="constructor"\r\n\r\nc',
    ]);
  });

  it('write files of every kind', async () => {
    const body = {
      file: new File(['a'], 'a "quoted"\n.png', { type: 'image/png' }),
      blob: new Blob(['b']),
      bytes: new Uint8Array([99]),
      stream: fromDisk(),
      response: new Response('d', { headers: { 'content-type': 'text/css' } }),
      made: await toFile('e', 'e.txt', { type: 'text/plain' }),
      many: [new File(['f'], 'f'), new File(['g'], 'g')],
    };
    expect(await parts(body)).toEqual([
      'name="file"; filename="a %22quoted%22%0A.png"\r\nContent-Type: image/png\r\n\r\na',
      'name="blob"; filename="unknown_file"\r\nContent-Type: application/octet-stream\r\n\r\nb',
      'name="bytes"; filename="bytes"\r\nContent-Type: application/octet-stream\r\n\r\nc',
      'name="stream"; filename="data.txt"\r\nContent-Type: application/octet-stream\r\n\r\nfrom disk',
      'name="response"; filename="unknown_file"\r\nContent-Type: text/css\r\n\r\nd',
      'name="made"; filename="e.txt"\r\nContent-Type: text/plain\r\n\r\ne',
      'name="many"; filename="f"\r\nContent-Type: application/octet-stream\r\n\r\nf',
      'name="many"; filename="g"\r\nContent-Type: application/octet-stream\r\n\r\ng',
    ]);
  });

  it('know their length unless a part is a stream', async () => {
    expect((await send(multipartFormRequestOptions({ body: { a: new Blob(['x']) } }))).length).toMatch(
      /^\d+$/,
    );
    const chunks = (async function* () {
      yield new TextEncoder().encode('x');
    })();
    expect((await send(multipartFormRequestOptions({ body: { a: chunks } }))).length).toBeUndefined();
    const disk = await send(multipartFormRequestOptions({ body: { a: fromDisk() } }));
    expect([disk.length, disk.body.includes('from disk')]).toEqual([
      String(Buffer.byteLength(disk.body)),
      true,
    ]);
  });

  it('take a FormData as it is, and a value that is no object as one part', async () => {
    const form = new FormData();
    form.set('a', '1');
    expect((await send(multipartFormRequestOptions({ body: form }))).body).toContain('name="a"\r\n\r\n1');
    expect(await parts('x')).toEqual(['name="body"\r\n\r\nx']);
  });

  it('refuse null', async () => {
    expect(await failure(parts({ a: null }))).toMatchObject({
      name: 'SDKError',
      message: expect.stringContaining('property a'),
    });
  });

  it('are encoded again for a retry, unless a stream is used up', async () => {
    const { fetch, requests } = fakeFetch(
      new Response('', { status: 503, headers: NOW }),
      json({ ok: true }),
    );
    const client = new TestClient({ fetch });
    expect(await client.post('/x', multipartFormRequestOptions({ body: { a: new Blob(['x']) } }))).toEqual({
      ok: true,
    });
    expect(requests[1]?.body).toContain('x');
    const { fetch: once, requests: attempts } = fakeFetch(new Response('', { status: 503, headers: NOW }));
    await failure(
      new TestClient({ fetch: once }).post(
        '/x',
        multipartFormRequestOptions({ body: { a: new Response('x').body } }),
      ),
    );
    expect(attempts).toHaveLength(1);
    const { fetch: twice, requests: both } = fakeFetch(
      new Response('', { status: 503, headers: NOW }),
      json({}),
    );
    await new TestClient({ fetch: twice }).post(
      '/x',
      multipartFormRequestOptions({ body: { a: fromDisk() } }),
    );
    expect(both.map(({ body }) => body.includes('from disk'))).toEqual([true, true]);
  });
});

describe('other bodies', () => {
  it('write url-encoded forms', async () => {
    const body = { a: [1, 2], o: { k: 'x y' }, ids: [1, 2] };
    expect(await send(urlEncodedRequestOptions({ body }, { ids: { explode: false } }))).toMatchObject({
      type: 'application/x-www-form-urlencoded',
      body: 'a=1&a=2&o%5Bk%5D=x%20y&ids=1,2',
    });
    expect((await send(urlEncodedRequestOptions({ body: 'a=1' }))).body).toBe('a=1');
    expect((await send(urlEncodedRequestOptions({ body: new URLSearchParams({ a: '1' }) }))).body).toBe(
      'a=1',
    );
    expect(await failure(send(urlEncodedRequestOptions({ body: 1 })))).toMatchObject({
      message: expect.stringContaining('object'),
    });
  });

  it('send bytes, text, files and streams as they are', async () => {
    const lines = async function* (): AsyncGenerator<Uint8Array> {
      yield new TextEncoder().encode('lines');
    };
    const bodies = [
      new Uint8Array([97]),
      'text',
      new Blob(['blob']),
      fromDisk(),
      new Response('response'),
      new Blob(['readable']).stream(),
      lines(),
    ];
    const seen: string[] = [];
    for (const body of bodies) {
      const echo = await send(binaryRequestOptions({ body }, 'application/x'));
      expect(echo.type).toBe('application/x');
      seen.push(echo.body);
    }
    expect(seen).toEqual(['a', 'text', 'blob', 'from disk', 'response', 'readable', 'lines']);
    expect(
      (await send(binaryRequestOptions({ body: 'x', headers: { 'Content-Type': 'text/own' } }))).type,
    ).toBe('text/own');
    expect((await send(binaryRequestOptions({ body: 'x' }))).type).toBe('application/octet-stream');
  });
});

describe('toFile', () => {
  const bytes = async function* (): AsyncGenerator<Uint8Array | string> {
    yield new TextEncoder().encode('ab');
    yield 'c';
  };
  it.each([
    ['text', 'abc'],
    ['bytes', new TextEncoder().encode('abc')],
    ['a buffer', new TextEncoder().encode('abc').buffer],
    ['a blob', new Blob(['abc'])],
    ['an iterable', ['a', new Blob(['bc'])]],
    ['a response', new Response('abc')],
    ['a readable stream', new Blob(['abc']).stream()],
    ['an async iterable', bytes()],
    ['a promise', Promise.resolve('abc')],
  ])('takes %s', async (_title, value) => {
    const file = await toFile(value, 'x.txt', { type: 'text/plain', lastModified: 5 });
    expect(file).toBeInstanceOf(File);
    expect(file).toMatchObject({ name: 'x.txt', type: 'text/plain', lastModified: 5 });
    expect(await file.text()).toBe('abc');
  });

  it('takes name and type from the source', async () => {
    const same = new File(['a'], 'a.txt', { type: 'text/css' });
    expect(await toFile(same)).toBe(same);
    expect(await toFile(same, 'b.txt')).toMatchObject({ name: 'b.txt', type: 'text/css' });
    expect(await toFile(fromDisk())).toMatchObject({ name: 'data.txt' });
    expect(await toFile('x')).toMatchObject({ name: 'unknown_file', type: '' });
    expect(await toFile(new Response(null))).toMatchObject({ name: 'unknown_file', size: 0 });
    const download = new Response('x', { headers: { 'content-type': 'image/png' } });
    Object.defineProperty(download, 'url', { value: 'https://x.test/a/b%20c.png?d=e/f' });
    expect(await toFile(download)).toMatchObject({ name: 'b c.png', type: 'image/png' });
  });

  it('reads a stream into bytes and text when asked', async () => {
    expect(new Uint8Array(await (await toFile(bytes(), 'x')).arrayBuffer())).toEqual(
      new TextEncoder().encode('abc'),
    );
    expect(isUploadable(new Response())).toBe(true);
    expect(isUploadable({ path: 'x' })).toBe(false);
    expect(isUploadable(null)).toBe(false);
  });
});

describe('a runtime that cannot stream requests', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  it.each(['text', 'error'])('gets buffered bodies (%s)', async (kind) => {
    vi.resetModules();
    vi.stubGlobal(
      'Request',
      class {
        headers = new Headers({ 'content-type': 'text/plain' });
        constructor() {
          if (kind === 'error') {
            throw new TypeError('no');
          }
        }
      },
    );
    const uploads = await import('../../templates/typescript/runtime/uploads.ts');
    const { multipartFormRequestOptions: multipart } = await import(
      '../../templates/typescript/runtime/internal/multipart.ts'
    );
    const { binaryRequestOptions: binary } = await import(
      '../../templates/typescript/runtime/internal/binary.ts'
    );
    const { StreamedFile } = await import('../../templates/typescript/runtime/internal/streamed-file.ts');
    expect(await uploads.toFile(fromDisk())).not.toBeInstanceOf(StreamedFile);
    const streamed = (): File => new StreamedFile(fromDisk(), 'x', {});
    const form = await multipart({ body: { a: streamed() } }).__encode?.({ a: streamed() }, {});
    expect(form?.body).toBeInstanceOf(Blob);
    const raw = await binary({}).__encode?.(streamed(), {});
    expect(raw?.body).toBeInstanceOf(ArrayBuffer);
  });
});

describe('a file made of a stream', () => {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode('streamed');
  }

  it('keeps its content under another name', async () => {
    const renamed = await toFile(await toFile(chunks(), 'a.txt'), 'b.txt', { type: 'text/plain' });
    expect([renamed.name, renamed.type, await renamed.text()]).toEqual(['b.txt', 'text/plain', 'streamed']);
    const dated = await toFile(new File(['x'], 'a.txt'), null, { lastModified: 5 });
    expect([dated.name, dated.lastModified]).toEqual(['a.txt', 5]);
  });

  it('is not sent a second time as an empty one', async () => {
    const file = await toFile(chunks(), 'a.txt');
    expect((await send(binaryRequestOptions({ body: file }))).body).toBe('streamed');
    expect(await failure(send(binaryRequestOptions({ body: file })))).toMatchObject({
      message: 'A file created from a stream can only be read once',
    });
    const response = new Response('once');
    await response.text();
    expect(await failure(toFile(response))).toMatchObject({
      message: expect.stringContaining('already read'),
    });
  });

  it('takes its name from a URL with a stray percent sign', async () => {
    const response = new Response('x');
    Object.defineProperty(response, 'url', { value: 'http://api.test/files/100%.txt' });
    expect((await toFile(response)).name).toBe('100%.txt');
  });
});
