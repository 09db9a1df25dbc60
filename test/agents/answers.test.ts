/** Answers of several parts, and what is told while an answer is made. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerOf } from '../../generated/smithery-mcp/src/answers.ts';
import { partsOf } from '../../generated/smithery-mcp/src/multipart.ts';
import { createRedactor } from '../../generated/smithery-mcp/src/redact.ts';
import { sdkOf } from '../support/sdk.ts';
import {
  CANARY,
  type Service,
  connect,
  environment,
  serverProgram,
  startService,
  textOf,
} from './support.ts';

const redactor = createRedactor();
redactor.add(CANARY);

const part = (type: string, body: string) => `--b\r\nContent-Type: ${type}\r\n\r\n${body}\r\n`;
const MIXED = 'multipart/mixed; boundary=b';
const textPart = (body: string) => ({ type: 'text/plain', body });

describe('parts', () => {
  test.each([
    [
      'two',
      MIXED,
      `${part('text/plain', 'a')}${part('image/png', 'PNG')}--b--`,
      [textPart('a'), { type: 'image/png', body: 'PNG' }],
    ],
    [
      'a quoted boundary',
      'multipart/mixed; a=1; boundary="b"',
      `${part('text/plain', 'a')}--b--\r\n`,
      [textPart('a')],
    ],
    ['words before and after', MIXED, `see\r\n${part('text/plain', 'a')}--b--\r\nend`, [textPart('a')]],
    ['no last boundary', MIXED, `${part('text/plain', 'a')}${part('text/plain', 'cut')}`, [textPart('a')]],
    ['no headers', MIXED, '--b\r\n\r\na\r\n--b--', [textPart('a')]],
    ['an empty body', MIXED, `${part('text/plain', '')}--b--`, [textPart('')]],
    [
      'a line that begins like the boundary',
      MIXED,
      `${part('text/plain', 'x --b y')}--b--`,
      [textPart('x --b y')],
    ],
    ['no boundary in the type', 'multipart/mixed', `${part('text/plain', 'a')}--b--`, undefined],
    ['no parts', MIXED, 'a', undefined],
    ['nothing', MIXED, '', undefined],
    ['another type', 'application/json', `${part('text/plain', 'a')}--b--`, undefined],
  ])('%s', (_name, type, body, expected) => {
    const parts = partsOf(type, Buffer.from(body))?.map((found) => ({
      type: found.type,
      body: Buffer.from(found.bytes).toString(),
    }));
    expect(parts).toEqual(expected);
  });

  test('are few, and a long type ends', () => {
    const many = Buffer.from(`${part('text/plain', 'a').repeat(5000)}--b--`);
    expect(partsOf(MIXED, many)).toHaveLength(50);
    expect(partsOf(`multipart/mixed;${' ;'.repeat(50_000)}`, many)).toBeUndefined();
  });

  test('are content of their own kinds, without credentials, and no longer together than one text', () => {
    const parts = [
      ['text/plain', `key ${CANARY}`],
      ['image/png', 'PNG'],
      ['application/zip', 'PK'],
      ['application/zip', CANARY],
      ['text/plain', 'y'.repeat(50_000)],
    ].map(([type = '', body = '']) => ({ type, bytes: Buffer.from(body) }));
    const answer = answerOf({ kind: 'parts', parts }, { select: undefined, limit: 1 }, redactor);
    const kinds = answer.content.map(({ type }) => type);
    expect(kinds).toEqual(['text', 'image', 'text', 'resource', 'text', 'text']);
    expect(answer.isError).toBe(true);
    expect(JSON.stringify(answer)).not.toContain(CANARY);
    expect(JSON.stringify(answer).length).toBeLessThan(9000);
  });

  test('of a response are bytes for the SDK, which reads no parts', async () => {
    const sdk = await sdkOf(`
openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
servers: [{ url: https://shop.example }]
paths:
  /parts: { get: { operationId: parts, responses: { '200': { description: ok, content: { multipart/mixed: { schema: { type: object, properties: { a: { type: string } } } } } } } } }
`);
    const [method] = sdk.generation?.plan.resources.flatMap((resource) => resource.methods) ?? [];
    expect(method?.result.kind).toBe('binary');
  });
});

describe.each(['modern', 'legacy'] as const)('progress, %s revision', (era) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService();
    await serverProgram();
  }, 60_000);
  afterAll(() => service.close());

  test.each([
    ['servers_list', { limit: 25 }, [10, 20, 25], '10 items'],
    ['servers_releases_stream', { id: 'r', qualifiedName: 'a' }, [1, 2, 3], '{"message":"0 [redacted]"}'],
    [
      'execute',
      { code: 'await client.servers.get("a"); await client.servers.get("b"); return 1' },
      [1, 2],
      'client.servers.get',
    ],
  ])('%s', async (name, args, counts, text) => {
    const connection = await connect(['--mode', 'both'], { era, env: environment(service) });
    const told: { readonly progress: number; readonly message?: string | undefined }[] = [];
    const answer = await connection.client.callTool(
      { name, arguments: args },
      { onprogress: (progress) => told.push(progress) },
    );
    expect(answer.isError).not.toBe(true);
    // A client may have stopped listening when the last of them comes.
    const seen = told.map(({ progress }) => progress).slice(0, counts.length);
    expect(seen.length).toBeGreaterThanOrEqual(counts.length - 1);
    expect(seen).toEqual(counts.slice(0, seen.length));
    expect(told[0]?.message).toContain(text);
    expect(JSON.stringify(told)).not.toContain(CANARY);
    expect(textOf(answer)).not.toContain(CANARY);
    await connection.close();
  });

  test('nothing is told to who does not ask', async () => {
    const connection = await connect(['--mode', 'both'], { era, env: environment(service) });
    const told: unknown[] = [];
    connection.client.setNotificationHandler('notifications/progress', (notice) => void told.push(notice));
    await connection.client.callTool({ name: 'servers_list', arguments: { limit: 25 } });
    expect(told).toEqual([]);
    await connection.close();
  });
});
