/** What the security schemes name is never logged, however innocent the name, nor told in an error. */
import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { failure } from '../runtime/support.ts';
import { host, SecretClient, sendJSON } from './hosts.ts';

function recorder() {
  const lines: string[] = [];
  const write = (...parts: unknown[]): void => void lines.push(inspect(parts, { depth: 9 }));
  return { lines, logger: { error: write, warn: write, info: write, debug: write } };
}

it('headers, query parameters, cookies and bodies of every level', async () => {
  const { lines, logger } = recorder();
  const api = await host((_request, response) =>
    sendJSON(response, { sid: 'SECRET-answered', plain: 'shown' }),
  );
  const client = new SecretClient({
    baseURL: api.url,
    logger,
    logLevel: 'debug',
    settings: { redact: ['X-Acme-Id'] },
  });
  await client.post('/x?sid=SECRET-path', {
    body: { 'x-session': 'SECRET-body' },
    headers: { 'X-Acme-Id': 'SECRET-option' },
  });
  expect(JSON.stringify(api.received)).toContain('SECRET-header');
  expect(lines.join()).toContain('shown');
  expect(lines.join()).not.toContain('SECRET');
});

it('where a response leads', async () => {
  const { lines, logger } = recorder();
  const locations = ['/y?sid=SECRET', '/y?ticket=SECRET', 'https://me:SECRET@example.test/y#a=SECRET'];
  const api = await host((_request, response) =>
    response
      .writeHead(201, { location: locations.pop() ?? '', 'content-location': '/z?one=SECRET' })
      .end('{}'),
  );
  const client = new SecretClient({ baseURL: api.url, logger, logLevel: 'debug' });
  for (const path of ['/a', '/b', '/c']) {
    await client.get(path);
  }
  expect(lines.join()).toContain('example.test/y');
  expect(lines.join()).not.toContain('SECRET');
});

it('a header that the platform refuses', async () => {
  const client = new SecretClient({
    baseURL: 'http://api.test',
    defaultHeaders: { 'X-Own': 'SECRET\nbroken' },
  });
  const error = await failure(client.get('/x'));
  expect(error).toMatchObject({ message: 'Invalid header "x-own"' });
  expect(inspect(error, { depth: 9 })).not.toContain('SECRET');
});

it('a URL that the platform refuses', async () => {
  const { lines, logger } = recorder();
  for (const baseURL of ['http://me:SECRET@api.test', 'http://[bad', 'api.test', '', 'localhost:1']) {
    const error = await failure(
      new SecretClient({ baseURL, logger, logLevel: 'debug', maxRetries: 2 }).get('/x'),
    );
    expect(error).toMatchObject({ name: 'SDKError', message: expect.stringContaining('baseURL') });
    expect(inspect(error, { depth: 9 }) + lines.join()).not.toContain('SECRET');
  }
});
