/** What is answered before the protocol's library is loaded is what the library answers, whatever comes in which order. */
import { PassThrough } from 'node:stream';
import { StdioServerTransport, serveStdio as libraryStdio } from '@modelcontextprotocol/server/stdio';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../../generated/smithery-mcp/src/catalogue.ts';
import { createFirstAnswers } from '../../generated/smithery-mcp/src/first-answers.ts';
import { createParts } from '../../generated/smithery-mcp/src/server.ts';
import { serveStdio } from '../../generated/smithery-mcp/src/stdio.ts';

const instructions = 'Read first.';
const refuse = () => {
  throw new Error('no client');
};
const partsOf = () => createParts({ catalogue, instructions, makeClient: refuse, options: { mode: 'code' } });

type Message = Readonly<Record<string, unknown>>;
interface Streams {
  readonly input: PassThrough;
  readonly output: PassThrough;
}

const ours = (streams: Streams): void => {
  const { toolset, factory } = partsOf();
  serveStdio({ catalogue, instructions, tools: toolset.tools, factory: async () => factory, ...streams });
};
const library = ({ input, output }: Streams): void => {
  libraryStdio(partsOf().factory, { transport: new StdioServerTransport(input, output) });
};

/** All answers, by their ids. Every message with an id gets one. */
async function answersOf(
  serve: (streams: Streams) => void,
  messages: readonly Message[],
  size = Infinity,
): Promise<readonly unknown[]> {
  const streams = { input: new PassThrough(), output: new PassThrough() };
  let text = '';
  streams.output.on('data', (chunk) => (text += String(chunk)));
  serve(streams);
  const sent = messages.map((message) => `${JSON.stringify(message)}\n`).join('');
  for (let at = 0; at < sent.length; at += size) {
    streams.input.write(sent.slice(at, at + size));
    if (size < Infinity) await new Promise(setImmediate);
  }
  const wanted = messages.filter(({ id }) => id !== undefined).length;
  const lines = () => text.split('\n').filter((line) => line !== '');
  for (let waited = 0; lines().length < wanted && waited < 200; waited++)
    await new Promise((done) => setTimeout(done, 5));
  streams.input.end();
  return lines()
    .map((line) => JSON.parse(line) as { readonly id: number })
    .sort((a, b) => a.id - b.id);
}

const client = { name: 'a', version: '1' };
const meta = (changes: Message = {}) => ({
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientInfo': client,
  'io.modelcontextprotocol/clientCapabilities': {},
  ...changes,
});
const initialize = (protocolVersion: unknown, changes: Message = {}) => ({
  method: 'initialize',
  params: { protocolVersion, capabilities: {}, clientInfo: client, ...changes },
});

/** Answered without the library where nothing came before, and left to it. */
const FIRST: readonly Message[] = [
  initialize('2025-11-25'),
  initialize('2025-06-18', { capabilities: { elicitation: {}, roots: { listChanged: true } } }),
  initialize('2025-03-26', { clientInfo: { ...client, title: 'A' } }),
  { method: 'server/discover', params: { _meta: meta() } },
  { method: 'tools/list', params: { _meta: meta() } },
];
/** It is no request for the library either. */
const WITHOUT_ANSWER = { method: 'tools/list', params: [] };

const OTHERS: readonly Message[] = [
  initialize('2024-11-05'),
  initialize('1999-01-01'),
  initialize(7),
  initialize('2025-11-25', { capabilities: [] }),
  initialize('2025-11-25', { clientInfo: { name: 'a' } }),
  initialize('2025-11-25', { _meta: meta() }),
  { method: 'initialize' },
  { method: 'tools/list' },
  { method: 'tools/list', params: {} },
  { method: 'tools/list', params: { cursor: 'x' } },
  { method: 'tools/list', params: { _meta: { progressToken: 1 } } },
  WITHOUT_ANSWER,
  {
    method: 'tools/list',
    params: { _meta: meta({ 'io.modelcontextprotocol/protocolVersion': '2027-01-01' }) },
  },
  { method: 'tools/list', params: { _meta: meta({ 'io.modelcontextprotocol/clientInfo': 'a' }) } },
  { method: 'tools/list', params: { _meta: meta(), cursor: 'x' } },
  { method: 'server/discover' },
  { method: 'server/discover', params: { _meta: meta({ 'io.modelcontextprotocol/clientCapabilities': 1 }) } },
  { method: 'tools/call', params: { name: 'search_docs', arguments: { query: 'list servers' } } },
  {
    method: 'tools/call',
    params: { _meta: meta(), name: 'search_docs', arguments: { query: 'list servers' } },
  },
  { method: 'ping' },
  { method: 'no/such' },
];
const NOTICES: readonly Message[] = [
  { method: 'notifications/initialized' },
  { method: 'notifications/initialized', params: { _meta: meta() } },
  { method: 'notifications/other' },
];

const numbered = (messages: readonly Message[]): readonly Message[] =>
  messages.map((message, index) => ({
    jsonrpc: '2.0',
    ...message,
    ...(!NOTICES.includes(message) && { id: index + 1 }),
  }));

test.each(FIRST.map((message) => [JSON.stringify(message).slice(0, 90), message] as const))(
  'without the library: %s',
  (_name, message) => {
    const { toolset } = partsOf();
    const answer = createFirstAnswers({ catalogue, instructions, tools: toolset.tools });
    expect(answer(JSON.stringify({ jsonrpc: '2.0', id: 'a', ...message }))).toContain('"id":"a"');
  },
);

test.each(OTHERS.map((message) => [JSON.stringify(message).slice(0, 90), message] as const))(
  'left to the library: %s',
  (_name, message) => {
    const { toolset } = partsOf();
    const answer = createFirstAnswers({ catalogue, instructions, tools: toolset.tools });
    expect(answer(JSON.stringify({ jsonrpc: '2.0', id: 'a', ...message }))).toBeUndefined();
  },
);

describe('the same answers as the library gives alone', () => {
  test.each([...FIRST, ...OTHERS].map((message) => [JSON.stringify(message).slice(0, 90), message] as const))(
    '%s',
    async (_name, message) => {
      const messages = numbered([message]);
      expect(await answersOf(ours, messages)).toEqual(await answersOf(library, messages));
    },
  );

  test('in any order, in pieces of any size', async () => {
    const message = fc.constantFrom(
      ...FIRST,
      ...FIRST,
      ...OTHERS.filter((other) => other !== WITHOUT_ANSWER),
      ...NOTICES,
    );
    const given = fc.tuple(
      fc.array(message, { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 7, max: 3000 }),
    );
    await fc.assert(
      fc.asyncProperty(given, async ([chosen, size]) => {
        const messages = numbered(chosen);
        expect(await answersOf(ours, messages, size)).toEqual(await answersOf(library, messages));
      }),
      { numRuns: 60 },
    );
  });

  test('after more lines than are answered first, and after one that is very long', async () => {
    const many = numbered([
      initialize('2025-11-25'),
      ...Array.from({ length: 40 }, () => ({ method: 'tools/list' })),
    ]);
    expect(await answersOf(ours, many)).toEqual(await answersOf(library, many));
    const long = numbered([
      initialize('2025-11-25', { clientInfo: { ...client, title: 'x'.repeat(90_000) } }),
    ]);
    expect(await answersOf(ours, long, 1000)).toEqual(await answersOf(library, long));
  });
});
