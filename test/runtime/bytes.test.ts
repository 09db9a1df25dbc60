/** What becomes of bytes: files in forms, text in JSON, whether or not both use the same schema. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../../generator/ir/types.ts';
import { type Client, type Sent, recordingClient } from '../support/import-sdk.ts';
import { type Sdk, isSource, sdkOf } from '../support/sdk.ts';

const bytes = { type: 'string', format: 'binary' };
const attachment = { $ref: '#/components/schemas/Attachment' };
const done = { 200: { description: 'x', content: { 'application/json': { schema: attachment } } } };
const post = (mediaType: string, schema: object, rest: object = {}): object => ({
  post: { requestBody: { required: true, content: { [mediaType]: { schema, ...rest } } }, responses: done },
});

const DOCUMENT = {
  openapi: '3.1.0',
  info: { title: 'Mail', version: '1' },
  servers: [{ url: 'https://api.example' }],
  components: {
    schemas: {
      Attachment: {
        type: 'object',
        required: ['content'],
        properties: {
          name: { type: 'string' },
          content: bytes,
          thumbnails: { type: 'array', items: bytes },
          original: attachment,
        },
      },
      Scan: { type: 'object', required: ['page'], properties: { page: bytes } },
      Bytes: bytes,
    },
  },
  paths: {
    '/mails': post('application/json', {
      type: 'object',
      required: ['attachments'],
      properties: {
        attachments: { type: 'array', items: attachment },
        extra: { oneOf: [bytes, { type: 'integer' }] },
        more: { type: 'object', additionalProperties: bytes },
      },
    }),
    '/uploads': post('multipart/form-data', {
      type: 'object',
      required: ['file'],
      properties: {
        file: attachment,
        scan: { $ref: '#/components/schemas/Scan' },
        raw: { $ref: '#/components/schemas/Bytes' },
      },
    }),
    '/notes': post(
      'multipart/form-data',
      {
        type: 'object',
        required: ['meta', 'file'],
        properties: { meta: attachment, inner: { type: 'object', properties: { data: bytes } }, file: bytes },
      },
      {
        encoding: {
          meta: { contentType: 'application/json' },
          inner: { contentType: 'application/json' },
          file: { contentType: 'application/json' },
        },
      },
    ),
    '/pings': post('application/x-www-form-urlencoded', {
      type: 'object',
      required: ['token'],
      properties: { token: bytes },
    }),
    '/blobs': post('application/json', { $ref: '#/components/schemas/Bytes' }),
    '/choices': {
      post: {
        requestBody: {
          content: {
            'application/json': { schema: { $ref: '#/components/schemas/Scan' } },
            'multipart/form-data': { schema: { $ref: '#/components/schemas/Scan' } },
          },
        },
        responses: done,
      },
    },
  },
};

let sdk: Sdk;
let client: Client;
let sent: readonly Sent[];
beforeAll(async () => {
  sdk = await sdkOf(JSON.stringify(DOCUMENT), { only: isSource });
  ({ client, sent } = await recordingClient(sdk.files, 'Mail'));
});

const typeIn = (path: string, name: string): string => {
  const text = sdk.files.find((file) => file.path === path)?.text ?? '';
  return (
    text
      .slice(text.indexOf(`interface ${name} {`))
      .split('\n}')[0]
      ?.replace(/\s+/g, ' ') ?? ''
  );
};
async function call(resource: string, params: unknown): Promise<Sent | undefined> {
  await client[resource]?.['create']?.(params);
  return sent.at(-1);
}

describe('the types', () => {
  it('of JSON take strings at any depth', () => {
    expect(typeIn('src/resources/shared.ts', 'Attachment')).toMatch(
      /content: string;.*original\?: Attachment;.*thumbnails\?: Array<string>;/,
    );
    expect(typeIn('src/resources/mails.ts', 'MailCreateParams')).toMatch(
      /attachments: Array<Shared\.Attachment>;.*extra\?: string \| number;.*more\?: \{ \[key: string\]: string \};/,
    );
  });

  it('of forms take files, of a schema that JSON uses too as well', () => {
    expect(typeIn('src/resources/uploads.ts', 'UploadCreateParams')).toMatch(
      /file: UploadCreateParams\.File;.*raw\?: Bytes;.*scan\?: Shared\.Scan;/,
    );
    expect(typeIn('src/resources/uploads.ts', 'File')).toMatch(
      /content: Uploadable;.*original\?: UploadCreateParams\.File;.*thumbnails\?: Array<Uploadable>;/,
    );
  });

  it('of parts that are JSON take strings, unless the part is a file', () => {
    expect(typeIn('src/resources/notes.ts', 'NoteCreateParams')).toMatch(
      /file: Uploadable;.*meta: Shared\.Attachment;.*inner\?: NoteCreateParams\.Inner;/,
    );
    expect(typeIn('src/resources/notes.ts', 'Inner')).toContain('data?: string;');
  });

  it('of URL-encoded forms take strings', () =>
    expect(typeIn('src/resources/pings.ts', 'PingCreateParams')).toContain('token: string;'));
});

describe('the request', () => {
  it('has strings in JSON', async () => {
    expect(
      (await call('mails', { attachments: [{ name: 'a', content: 'aGk=' }], more: { b: 'Yg==' } }))?.body,
    ).toBe('{"attachments":[{"name":"a","content":"aGk="}],"more":{"b":"Yg=="}}');
  });

  it('has files in a form', async () => {
    expect(
      (await call('uploads', { file: { content: new Blob(['hello']) }, scan: { page: new Blob(['page']) } }))
        ?.body,
    ).toMatch(
      /name="file\[content\]"; filename="unknown_file"\r\nContent-Type: application\/octet-stream\r\n\r\nhello[^]*name="scan\[page\]"; filename=[^]*page/,
    );
  });

  it('has JSON in a part that is JSON', async () => {
    expect(
      (
        await call('notes', {
          meta: { content: 'aGk=' },
          file: new Blob(['{}'], { type: 'application/json' }),
        })
      )?.body,
    ).toMatch(
      /name="meta"\r\nContent-Type: application\/json\r\n\r\n\{"content":"aGk="\}[^]*name="file"; filename=/,
    );
  });

  it('is the bytes where the schema says nothing else', async () => {
    expect((await call('blobs', new Blob(['raw'])))?.body).toBe('raw');
  });

  it('is a form where JSON would lose the files', async () => {
    expect((await call('choices', { page: new Blob(['page']) }))?.headers.get('content-type')).toMatch(
      /^multipart\/form-data/,
    );
  });
});

it('says which values have to be text', () => {
  expect(
    sdk.diagnostics.filter((one) => one.code === 'bytes-in-text').map((one) => one.origin?.pointer),
  ).toEqual([
    '/components/schemas/Attachment/properties/content',
    '/components/schemas/Attachment/properties/thumbnails/items',
    '/paths/~1mails/post/requestBody/content/application~1json/schema/properties/extra/oneOf/0',
    '/paths/~1mails/post/requestBody/content/application~1json/schema/properties/more/additionalProperties',
    '/paths/~1notes/post/requestBody/content/multipart~1form-data/schema/properties/inner/properties/data',
    '/paths/~1pings/post/requestBody/content/application~1x-www-form-urlencoded/schema/properties/token',
  ]);
});

it('keeps the Api closed under reference', () => {
  const api: Api | undefined = sdk.generation?.api;
  expect(api?.schemas.filter((one) => one.copyOf !== undefined).map((one) => [one.name, one.model])).toEqual([
    ['Attachment', undefined],
  ]);
});
