import { createServer } from 'node:http';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diskIo } from '../../generator/source/io.ts';
import { codes, load } from './support.ts';

test('too-many-documents: references do not lead on for ever', async () => {
  const page = (n: number): string => `$ref: https://example.com/${n + 1}.yml`;
  const io = {
    readFile: async () => undefined,
    fetch: async (url: string) => ({
      kind: 'bytes' as const,
      bytes: Buffer.from(page(Number(/(\d+)\.yml/.exec(url)?.[1]))),
    }),
  };
  const entry = `openapi: 3.1.0\npaths:\n  /a: {$ref: "https://example.com/0.yml"}`;
  const result = await load(
    { 'openapi.yml': entry },
    {
      allowRemote: true,
      io: { ...io, readFile: async () => ({ kind: 'bytes', bytes: Buffer.from(entry) }) },
    },
  );
  expect(result.texts.size).toBe(501);
  expect(codes(result)).toContain('too-many-documents');
});

describe('the disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sdkwright-'));
  writeFileSync(join(folder, 'a.yml'), 'a: 1');
  const io = diskIo(folder);

  test('a file, relative or absolute; none; a folder', async () => {
    expect((await io.readFile('a.yml'))?.kind).toBe('bytes');
    expect((await io.readFile(join(folder, 'a.yml')))?.kind).toBe('bytes');
    expect(await io.readFile('b.yml')).toBeUndefined();
    expect(await io.readFile('a.yml/b')).toBeUndefined();
    expect(await io.readFile('.')).toEqual({ kind: 'fault', reason: 'EISDIR' });
  });
});

describe('the network', () => {
  const ask = async (path: string): Promise<unknown> => {
    const server = createServer((request, response) => {
      if (request.url === '/missing') response.writeHead(404).end();
      else if (request.url === '/large') response.end('x'.repeat(5000));
      else if (request.url !== '/slow') response.end('a: 1');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const answer = await diskIo('.', {
      limits: { milliseconds: path === '/slow' ? 300 : 20_000, bytes: 1000 },
    }).fetch(`http://127.0.0.1:${port}${path}`);
    server.closeAllConnections();
    server.close();
    return answer.kind === 'bytes'
      ? new TextDecoder().decode(answer.bytes)
      : answer.kind === 'fault'
        ? answer.reason
        : answer.folder;
  };

  test.each([
    ['/ok', 'a: 1'],
    ['/missing', 'status 404'],
    ['/large', 'larger than 1000 bytes'],
    ['/slow', 'no answer within 0.3 s'],
  ])('%s', async (path, expected) => expect(await ask(path)).toBe(expected));

  test('nobody there', async () =>
    expect(await diskIo('.').fetch('http://127.0.0.1:1/')).toMatchObject({ kind: 'fault' }));
});
