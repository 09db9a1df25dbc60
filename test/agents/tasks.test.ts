/** Every task is solved by each surface on a mock, within few calls and tokens. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aboutTokens } from '../../generator/plan/tokens.ts';
import { createRedactor } from '../../generated/smithery-mcp/src/redact.ts';
import { cliProgram, runProgram } from './cli-support.ts';
import { CANARY, type Service, environment, serverProgram, startService, textOf } from './support.ts';
import { TASKS, type Task } from './tasks.ts';

type Toolset = ReturnType<typeof import('../../generated/smithery-mcp/src/handlers.ts').createToolset>;

let service: Service;
let toolset: Toolset;
let program: string;
let client: object;
const redactor = createRedactor();
redactor.add(CANARY);
const spent = { tools: 0, code: 0, commands: 0 };

beforeAll(async () => {
  service = await startService();
  program = await cliProgram();
  const index = (await import(/* @vite-ignore */ join(await serverProgram(), '../index.js'))) as {
    createServer: (options: object) => { toolset: Toolset };
  };
  const { Smithery } = await import('../../generated/smithery/src/index.ts');
  client = new Smithery({ apiKey: CANARY, baseURL: service.url, maxRetries: 0 });
  ({ toolset } = index.createServer({ mode: 'both' }));
}, 60_000);
afterAll(async () => {
  console.info(JSON.stringify(spent));
  await service.close();
});

/** Runs it, and gives the text of its answers; the requests of the task must be among those that were sent. */
async function sentBy({ sent }: Task, work: () => Promise<string>): Promise<string> {
  const before = service.requests.length;
  const text = await work();
  const requests = service.requests.slice(before).map(({ method, url, body }) => `${method} ${url} ${body}`);
  for (const request of sent) expect(requests.map((line) => line.startsWith(request))).toContain(true);
  if (sent.length === 0) expect(requests).toEqual([]);
  return text;
}

const call = async (name: string, args: object) => {
  const answer = await toolset.call(name, args, { client: () => Promise.resolve(client), redactor });
  return { text: textOf(answer), isError: answer.isError === true };
};

const rows = Object.entries(TASKS).flatMap(([kind, tasks]) =>
  tasks.map((task, index) => [kind, index, task] as const),
);

test('there are 24 of them', () => expect(rows).toHaveLength(24));

describe.each(rows)('%s %d', (_kind, _index, task) => {
  test('by tools', async () => {
    const text = await sentBy(task, async () => {
      let last = { text: '', isError: false };
      for (const [name, args] of task.tools) {
        last = await call(name, args);
        spent.tools += aboutTokens(JSON.stringify(args) + last.text);
      }
      expect(last.isError).toBe(task.exit !== undefined);
      return last.text;
    });
    expect(text).toMatch(task.answer);
  });

  test('by code: a search and a run', async () => {
    const found = await call('search_docs', { query: task.task });
    expect(found.text).toContain(`client.${task.call}(`);
    const text = await sentBy(task, async () => {
      const ran = await call('execute', { code: task.code });
      const tokens = aboutTokens(task.task + found.text + task.code + ran.text);
      spent.code += tokens;
      expect(tokens).toBeLessThanOrEqual(1300);
      expect(ran.isError).toBe(task.exit !== undefined);
      return ran.text;
    });
    expect(text).toMatch(task.answer);
  });

  test('by commands: help for words, and the calls', async () => {
    const help = await runProgram(program, ['help', ...task.task.split(' ')], environment(service));
    const [command = []] = task.commands;
    const words = command.slice(0, task.call.split('.').length);
    expect(help.out).toContain(`smithery ${words.join(' ')}`);
    expect(task.commands.length + 1).toBeLessThanOrEqual(5);
    const text = await sentBy(task, async () => {
      let last = '';
      for (const [index, args] of task.commands.entries()) {
        const { code, out, err } = await runProgram(program, args, environment(service));
        last = `${out}${err}`;
        spent.commands += aboutTokens(args.join(' ') + last) + (index === 0 ? aboutTokens(help.out) : 0);
        expect(code).toBe(task.exit ?? 0);
      }
      return last;
    });
    expect(text).toMatch(task.answer);
  });
});
