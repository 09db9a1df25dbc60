/** What is read from disk and network, asked directly: which text may name which file, and how much of it. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Io, diskIo, memoryIo } from '../../generator/source/io.ts';
import { readLimitedFile } from '../../generator/source/read-file.ts';
import { type Scene, createScene } from '../security/support.ts';

const text = (found: Awaited<ReturnType<Io['readFile']>>): unknown =>
  found?.kind === 'bytes' ? new TextDecoder().decode(found.bytes) : found;

describe('files of the disk', () => {
  let scene: Scene;
  let folder = '';
  let io: Io;
  beforeEach(() => {
    scene = createScene();
    folder = join(scene.top, 'repository/specs');
    scene.put('repository/specs/a.yml', 'a');
    scene.put('repository/b.yml', 'b');
    scene.put('home/c.yml', 'c');
    scene.link('repository/specs/out.yml', '../../home/c.yml');
    scene.link('repository/specs/in.yml', '../b.yml');
    io = diskIo(folder);
  });
  const outside = (name: string) => ({ kind: 'outside', folder: name });

  test('are read for the user wherever they lie, but not through a link of the project', async () => {
    expect(text(await io.readFile('a.yml'))).toBe('a');
    expect(text(await io.readFile('../b.yml'))).toBe('b');
    expect(text(await io.readFile('in.yml'))).toBe('b');
    expect(text(await io.readFile(join(scene.top, 'home/c.yml')))).toBe('c');
    expect(text(await io.readFile('../../home/c.yml'))).toBe('c');
    expect(await io.readFile('out.yml')).toEqual(outside('the project (..)'));
    expect(await io.readFile('gone.yml')).toBeUndefined();
  });

  test('are read for a text within its project only', async () => {
    expect(text(await io.readFile('../b.yml', 'a.yml'))).toBe('b');
    expect(text(await io.readFile(join(scene.top, 'repository/b.yml'), 'a.yml'))).toBe('b');
    expect(text(await io.readFile('in.yml', 'a.yml'))).toBe('b');
    expect(await io.readFile('out.yml', 'a.yml')).toEqual(outside('the project (..)'));
    expect(await io.readFile('../../home/c.yml', 'a.yml')).toEqual(outside('the project (..)'));
    expect(await io.readFile('gone.yml', 'a.yml')).toBeUndefined();
    // What counts is the project of the text, not where the program runs.
    expect(text(await io.readFile('../../home/c.yml', '../../home/d.yml'))).toBe('c');
    expect(await io.readFile('a.yml', '../../home/d.yml')).toEqual(outside('the project (../../home)'));
    expect(await diskIo(join(scene.top, 'repository')).readFile('../home/c.yml', 'b.yml')).toEqual(
      outside('the project (.)'),
    );
  });

  test('are not read for a text from the network', async () => {
    for (const name of ['https://example.test/a.yml', 'http://example.test/a.yml'])
      expect(await io.readFile('a.yml', name)).toEqual(outside(name));
  });

  test('are all read where the user says so', async () => {
    const open = diskIo(folder, { allowOutside: true });
    expect(text(await open.readFile('out.yml'))).toBe('c');
    expect(text(await open.readFile('../../home/c.yml', 'a.yml'))).toBe('c');
    expect(text(await open.readFile('a.yml', 'https://example.test/a.yml'))).toBe('a');
    expect(open.isPrivate).toBeUndefined();
  });

  test('are private as git and their names have it; the document itself may be ignored', () => {
    scene.put('repository/.gitignore', 'built.yml\n');
    const isPrivate = (path: string, isEntry: boolean, namedBy = 'a.yml'): boolean | undefined =>
      io.isPrivate?.(path, { namedBy, isEntry });
    expect([isPrivate('built.yml', true), isPrivate('built.yml', false)]).toEqual([false, true]);
    expect([isPrivate('.env', true), isPrivate('.env', false)]).toEqual([true, true]);
    expect([isPrivate('a.yml', true), isPrivate('a.yml', false)]).toEqual([false, false]);
    expect(isPrivate('built.yml', false, join(folder, 'built.yml'))).toBe(false);
    expect(isPrivate(join(folder, '.env'), false)).toBe(true);
  });

  test('of Windows may have the letter of a disk', async () => {
    // Here it is the name of a file, which is looked for where the program runs and nowhere below the folder.
    scene.put('repository/specs/C:/x.yml', 'below');
    expect(await io.readFile('C:/x.yml')).toBeUndefined();
    expect(await io.readFile('c:\\x.yml')).toBeUndefined();
    scene.put('repository/specs/ab:/x.yml', 'below');
    scene.put('repository/specs/C:x.yml', 'below');
    expect(text(await io.readFile('ab:/x.yml'))).toBe('below');
    expect(text(await io.readFile('C:x.yml'))).toBe('below');
    scene.put('repository/specs/a/C:/x.yml', 'below');
    expect(text(await io.readFile('a/C:/x.yml'))).toBe('below');
  });

  test('called - are standard input for the user alone', async () => {
    scene.put('repository/specs/-', 'a file');
    expect(text(await io.readFile('-', 'a.yml'))).toBe('a file');
  });

  test('are read up to a limit', async () => {
    const limited = diskIo(folder, { limits: { milliseconds: 1000, bytes: 5 } });
    scene.put('repository/specs/five.yml', '12345');
    scene.put('repository/specs/six.yml', '123456');
    expect(text(await limited.readFile('five.yml'))).toBe('12345');
    expect(await limited.readFile('six.yml')).toEqual({ kind: 'fault', reason: 'larger than 5 bytes' });
  });
});

describe.skipIf(process.platform === 'win32')('one file', () => {
  let scene: Scene;
  beforeEach(() => void (scene = createScene()));
  const read = (path: string, regular = true, bytes = 1_000_000) =>
    readLimitedFile(path.startsWith('/') ? path : join(scene.top, path), { bytes, regular });

  test('is read whole, however large it is', async () => {
    for (const size of [0, 1, 65_535, 65_536, 200_000]) {
      writeFileSync(join(scene.top, 'file'), Buffer.alloc(size, 7));
      const found = await read('file');
      expect(found?.kind === 'bytes' && Buffer.from(found.bytes).equals(Buffer.alloc(size, 7))).toBe(true);
    }
  });

  test('that is a folder, a pipe or a device is refused', async () => {
    mkdirSync(join(scene.top, 'folder'));
    execFileSync('mkfifo', [join(scene.top, 'pipe')]);
    expect(await read('folder')).toEqual({ kind: 'fault', reason: 'EISDIR' });
    expect(await read('folder', false)).toEqual({ kind: 'fault', reason: 'EISDIR' });
    for (const path of ['pipe', '/dev/zero', '/dev/null'])
      expect(await read(path)).toEqual({ kind: 'fault', reason: 'it is no regular file' });
  });

  test('that the user names may be a device, within the limit', async () => {
    expect(text(await read('/dev/null', false))).toBe('');
    expect(await read('/dev/zero', false, 100_000)).toEqual({
      kind: 'fault',
      reason: 'larger than 100000 bytes',
    });
    execFileSync('mkfifo', [join(scene.top, 'pipe')]);
    execFileSync('sh', ['-c', `(echo piped > '${join(scene.top, 'pipe')}') >/dev/null 2>&1 &`]);
    expect(text(await read('pipe', false))).toBe('piped\n');
    // In more pieces than one.
    const many = `(head -c 200000 /dev/zero | tr '\\0' a > '${join(scene.top, 'pipe')}') >/dev/null 2>&1 &`;
    execFileSync('sh', ['-c', many]);
    expect(text(await read('pipe', false))).toBe('a'.repeat(200_000));
  });

  test.skipIf(process.platform !== 'linux')('is closed again', async () => {
    scene.put('file', 'text');
    const open = (): number => readdirSync('/proc/self/fd').length;
    const before = open();
    for (let count = 0; count < 20; count++) {
      await read('file');
      await read('file', true, 1);
    }
    expect(open()).toBeLessThan(before + 20);
  });

  test.skipIf(process.platform !== 'linux')('whose size is told as nothing is read to its end', async () => {
    expect(text(await read('/proc/self/comm', true))).toMatch(/\w\n$/);
    expect(await read('/proc/self/maps', true, 10)).toEqual({
      kind: 'fault',
      reason: 'larger than 10 bytes',
    });
  });

  test('that is not there is undefined; what cannot be read has a reason', async () => {
    scene.put('file', '');
    expect(await read('gone')).toBeUndefined();
    expect(await read('file/below')).toBeUndefined();
    expect(await read(`${'n'.repeat(300)}`)).toEqual({ kind: 'fault', reason: 'ENAMETOOLONG' });
    expect(await read('a\0b')).toEqual({ kind: 'fault', reason: 'ERR_INVALID_ARG_VALUE' });
  });
});

describe('standard input', () => {
  /** A module of its own, which has read nothing yet. */
  const given = async (limit: number, pieces: readonly (string | Error)[]) => {
    vi.resetModules();
    const { readStandardInput } = await import('../../generator/source/read-file.ts');
    let count = 0;
    async function* stream(): AsyncGenerator<Buffer> {
      count += 1;
      for (const piece of pieces) {
        if (piece instanceof Error) throw piece;
        yield Buffer.from(piece);
      }
    }
    const found = await readStandardInput(limit, stream);
    return {
      found: found.kind === 'bytes' ? text(found) : found,
      again: readStandardInput,
      count: () => count,
    };
  };

  test('is read whole, up to a limit', async () => {
    expect((await given(6, ['abc', 'def'])).found).toBe('abcdef');
    expect((await given(5, ['abc', 'def'])).found).toEqual({ kind: 'fault', reason: 'larger than 5 bytes' });
    expect((await given(5, [])).found).toBe('');
  });

  test('that fails is a fault', async () => {
    const fault = Object.assign(new Error('no'), { code: 'EAGAIN' });
    expect((await given(6, ['abc', fault])).found).toEqual({ kind: 'fault', reason: 'EAGAIN' });
    expect((await given(6, [new Error('torn')])).found).toEqual({ kind: 'fault', reason: 'torn' });
    const odd = Object.assign(new Error('odd'), { code: 7 });
    expect((await given(6, [odd])).found).toEqual({ kind: 'fault', reason: 'odd' });
  });

  test('is read once, however often it is asked for', async () => {
    const { again, count } = await given(6, ['abc']);
    const other = async function* (): AsyncGenerator<Buffer> {
      yield Buffer.from('other');
    };
    expect([text(await again(6, other)), count()]).toEqual(['abc', 1]);
  });
});

test('memory has what it was given', async () => {
  const io = memoryIo({ 'a.yml': 'a', 'b.bin': new Uint8Array([98]), 'https://x.test/a': 'c' });
  expect([text(await io.readFile('a.yml')), text(await io.readFile('b.bin'))]).toEqual(['a', 'b']);
  expect(await io.readFile('c.yml')).toBeUndefined();
  expect(text(await io.fetch('https://x.test/a'))).toBe('c');
  expect(await io.fetch('https://x.test/b')).toEqual({ kind: 'fault', reason: 'status 404' });
});

describe('the network', () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.closeAllConnections(), server.close();
  });
  async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void) {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      answer(request, response);
    });
    servers.push(server);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
  }
  const get = async (url: string, limits = { milliseconds: 20_000, bytes: 1000 }): Promise<unknown> => {
    const found = await diskIo('.', { limits }).fetch(url);
    return found.kind === 'fault' ? found.reason : text(found);
  };

  test('is asked for documents', async () => {
    const { url } = await serve(({ headers, method }, response) =>
      response.end(`${method} ${headers.accept}`),
    );
    expect(await get(url)).toBe('GET application/json, application/yaml, */*');
  });

  test('gives no more than the limit, whatever length it tells', async () => {
    const { url } = await serve(({ url: path }, response) => {
      response.write('x'.repeat(600));
      response.end('y'.repeat(path === '/fits' ? 400 : 401));
    });
    expect(await get(`${url}/fits`)).toHaveLength(1000);
    expect(await get(`${url}/long`)).toBe('larger than 1000 bytes');
  });

  test('gives nothing where the answer is an error', async () => {
    const { url } = await serve((_request, response) => response.writeHead(500).end('secret'));
    expect(await get(url)).toBe('status 500');
    expect(await get('http://127.0.0.1:1/')).toMatch(/ECONNREFUSED|bad port/);
    expect(await get('nonsense')).toMatch(/ERR_INVALID_URL/);
  });

  test('redirects within the host, five times', async () => {
    const { url, asked } = await serve(({ url: path = '' }, response) => {
      const left = Number(path.slice(1));
      if (left === 0) response.end('there');
      else response.writeHead(302, { location: `/${left - 1}` }).end();
    });
    expect(await get(`${url}/5`)).toBe('there');
    expect(asked).toHaveLength(6);
    expect(await get(`${url}/6`)).toBe('more than 5 redirects');
  });

  test.each([301, 302, 303, 307, 308])('does not redirect to another host (%i)', async (status) => {
    const victim = await serve((_request, response) => response.end('secret'));
    const { url } = await serve((_request, response) =>
      response.writeHead(status, { location: `${victim.url}/x` }).end(),
    );
    expect(await get(url)).toBe(
      `it redirects to another host, ${victim.url}/x; name that address if it is the one that is meant`,
    );
    expect(victim.asked).toEqual([]);
  });

  test('has no redirect outside of 300 to 399, nor without a place', async () => {
    const { url } = await serve(({ url: path = '' }, response) => {
      const status = Number(path.slice(1));
      response.writeHead(status, status === 304 ? {} : { location: '/299' }).end(`${status}`);
    });
    expect(await get(`${url}/299`)).toBe('299');
    expect(await get(`${url}/201`)).toBe('201');
    expect(await get(`${url}/300`)).toBe('299');
    expect(await get(`${url}/399`)).toBe('299');
    expect(await get(`${url}/400`)).toBe('status 400');
    expect(await get(`${url}/304`)).toBe('status 304');
  });

  test('redirects to https of the same host only without ports', async () => {
    const places = ['https://127.0.0.1/x', 'https://localhost/x', 'ftp://127.0.0.1/x', 'http://['];
    const { url } = await serve(({ url: path = '' }, response) =>
      response.writeHead(302, { location: places[Number(path.slice(1))] }).end(),
    );
    expect(await get(`${url}/0`)).toMatch(/^it redirects to another host, https:\/\/127\.0\.0\.1\/x;/);
    expect(await get(`${url}/1`)).toMatch(/^it redirects to another host, https:\/\/localhost\/x;/);
    expect(await get(`${url}/2`)).toMatch(/^it redirects to another host, ftp:/);
    expect(await get(`${url}/3`)).toBe('status 302 to no URL');
  });

  test('follows http to https of the same host, and back to nowhere', async () => {
    const answers: Record<string, Response> = {
      'http://zoo.test/a': new Response(null, { status: 301, headers: { location: 'https://zoo.test/a' } }),
      'https://zoo.test/a': new Response('there'),
      'http://zoo.test/b': new Response(null, { status: 301, headers: { location: 'https://other.test/a' } }),
      'http://zoo.test/c': new Response(null, {
        status: 301,
        headers: { location: 'https://zoo.test:8443/a' },
      }),
      'http://zoo.test:8080/d': new Response(null, {
        status: 301,
        headers: { location: 'https://zoo.test/a' },
      }),
      'https://zoo.test/e': new Response(null, { status: 301, headers: { location: 'http://zoo.test/a' } }),
    };
    const asked: string[] = [];
    const original = globalThis.fetch;
    globalThis.fetch = (async (input: URL, init: RequestInit) => {
      expect(init.redirect).toBe('manual');
      asked.push(input.href);
      return answers[input.href] ?? new Response('victim');
    }) as typeof fetch;
    try {
      expect(await get('http://zoo.test/a')).toBe('there');
      for (const path of [
        'http://zoo.test/b',
        'http://zoo.test/c',
        'http://zoo.test:8080/d',
        'https://zoo.test/e',
      ])
        expect(await get(path)).toMatch(/^it redirects to another host/);
      expect(asked).toHaveLength(6);
    } finally {
      globalThis.fetch = original;
    }
  });

  test('has so much time', async () => {
    const { url } = await serve(() => undefined);
    expect(await get(url, { milliseconds: 100, bytes: 10 })).toBe('no answer within 0.1 s');
  });
});
