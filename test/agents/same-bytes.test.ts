/** One call by four roads (tool, code, command line, SDK) sends the same bytes, for every operation of two APIs. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { render } from '../../generator/emit/render.ts';
import { type CommandEntry, type Program, entryOf } from '../../generated/smithery-cli/src/command-types.ts';
import { program as smithery } from '../../generated/smithery-cli/src/commands.ts';
import { run } from '../../generated/smithery-cli/src/run.ts';
import { createCodeHost } from '../../generated/smithery-mcp/src/code-host.ts';
import { dataFile, withFiles } from '../../generated/smithery-mcp/src/files.ts';
import { createToolset } from '../../generated/smithery-mcp/src/handlers.ts';
import { createRedactor } from '../../generated/smithery-mcp/src/redact.ts';
import { projectRoot } from '../support/shared.ts';
import { sdkOf, templateSet } from '../support/sdk.ts';
import { type Schema, chanceOf, sampleOf } from './sample.ts';

type Maker = (options: { fetch: typeof fetch; maxRetries: number }) => object;

interface Api {
  readonly program: Program;
  readonly make: Maker;
}

async function bookshopProgram(): Promise<Program> {
  const text = (name: string) => readFileSync(join(projectRoot, 'specs/bookshop', name), 'utf8');
  const sdk = await sdkOf(text('openapi.yml'), { config: text('sdkwright.yml') });
  if (!sdk.generation) throw new Error('refused');
  const files = render(await templateSet('cli'), sdk.generation.views.forTemplates()).value;
  const folder = join(projectRoot, 'node_modules/.cache/agents-bookshop');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `commands-${process.pid}.ts`);
  writeFileSync(file, files.find(({ path }) => path === 'src/commands.ts')?.text ?? '');
  return ((await import(/* @vite-ignore */ file)) as { program: Program }).program;
}

const apis: Record<string, Api> = {};
beforeAll(async () => {
  const { Smithery } = await import('../../generated/smithery/src/index.ts');
  const { Bookshop } = await import('../../generated/bookshop/src/index.ts');
  apis['smithery'] = { program: smithery, make: (options) => new Smithery(options as never) };
  apis['bookshop'] = { program: await bookshopProgram(), make: (options) => new Bookshop(options as never) };
  process.env['BOOKSHOP_STORE'] = 'store-1';
  for (const { program } of Object.values(apis))
    for (const { env } of program.credentials) process.env[env] = `value_of_${env}`;
}, 60_000);

/** What is sent: verb, address, headers and body, without what differs in every request. */
function recorder() {
  const sent: string[] = [];
  const record = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    if (/token$/.test(new URL(request.url).pathname))
      return Response.json({ access_token: 'of_the_machine', token_type: 'bearer', expires_in: 3600 });
    const headers = [...request.headers].filter(([name]) => name !== 'idempotency-key');
    const body = await request.text();
    const boundary = /boundary=([^;]+)/.exec(request.headers.get('content-type') ?? '')?.[1];
    const text = JSON.stringify([request.method, request.url, headers, body]);
    sent.push(boundary === undefined ? text : text.replaceAll(boundary, 'BOUNDARY'));
    return Response.json({});
  };
  return { sent, fetch: record as typeof fetch };
}

const FILE = 'data:text/plain;base64,aGVsbG8=';

async function valuesOf(entry: CommandEntry, seed: number): Promise<Record<string, unknown>> {
  const properties = entry.input['properties'] as Readonly<Record<string, Schema>>;
  const values: Record<string, unknown> = {};
  for (const [index, { name, files, in: place }] of entry.arguments.entries()) {
    const sample = sampleOf(properties[name] ?? {}, chanceOf(seed + index));
    const value = await withFiles(sample, files, () => Promise.resolve(FILE));
    if (value !== undefined) values[name] = place === 'path' && value === '' ? 'x' : value;
  }
  return values;
}

/** As a person would call the SDK. */
async function sdkArguments(entry: CommandEntry, values: Record<string, unknown>): Promise<unknown[]> {
  const positional: unknown[] = [];
  let params: Record<string, unknown> = {};
  let whole: unknown;
  for (const { name, key = name, as, files } of entry.arguments) {
    if (!(name in values)) continue;
    const value = await withFiles(
      values[name],
      files,
      async (text) => dataFile(text) ?? new File([text], 'file.txt', { type: 'text/plain' }),
    );
    if (as === 'positional') positional.push(value);
    else if (as === 'whole') whole = value;
    else if (as === 'spread') params = { ...params, ...(value as object) };
    else params[key] = value;
  }
  const hasMore = entry.arguments.some(({ as }) => as !== 'positional');
  return hasMore ? [...positional, whole ?? params] : positional;
}

type Road = (api: Api, entry: CommandEntry, values: Record<string, unknown>) => Promise<readonly string[]>;

const catalogueOf = ({ program }: Api) => ({ ...program, entries: program.commands.map(entryOf) });

const roads: Record<string, Road> = {
  sdk: async ({ make }, entry, values) => {
    const { sent, fetch } = recorder();
    let owner = make({ fetch, maxRetries: 0 }) as Record<string, unknown>;
    for (const step of entry.accessor.slice(0, -1)) owner = owner[step] as Record<string, unknown>;
    const method = owner[entry.accessor.at(-1) ?? ''] as (...args: unknown[]) => Promise<unknown>;
    await method.apply(owner, await sdkArguments(entry, values)).catch(() => undefined);
    return sent;
  },
  tool: async (api, entry, values) => {
    const { sent, fetch } = recorder();
    const client = api.make({ fetch, maxRetries: 0 });
    const toolset = createToolset(catalogueOf(api), { mode: 'tools' });
    const session = { client: () => Promise.resolve(client), redactor: createRedactor() };
    await toolset.call(
      entry.tool,
      { ...values, ...(entry.result === 'page' && { [entry.own.limit]: 1 }) },
      session,
    );
    return sent.slice(0, 1);
  },
  code: async (api, entry, values) => {
    const { sent, fetch } = recorder();
    const client = api.make({ fetch, maxRetries: 0 });
    const catalogue = catalogueOf(api);
    const { offer } = createToolset(catalogue, { mode: 'code' });
    const open = async (text: string) =>
      dataFile(text) ?? new File([text], 'file.txt', { type: 'text/plain' });
    const host = createCodeHost({
      catalogue,
      offer,
      redactor: createRedactor(),
      client: () => Promise.resolve(client),
      files: open,
      refusesDestroying: false,
    });
    const args = entry.arguments.filter(({ as }) => as === 'positional').map(({ name }) => values[name]);
    const rest = entry.arguments.filter(({ as, name }) => as !== 'positional' && name in values);
    const whole = rest.find(({ as }) => as === 'whole');
    const spread = rest.find(({ as }) => as === 'spread');
    const fields = rest
      .filter(({ as }) => as === 'field')
      .map(({ name, key = name }) => [key, values[name]] as const);
    const params = whole
      ? values[whole.name]
      : { ...Object.fromEntries(fields), ...(spread && (values[spread.name] as object)) };
    await host.ask(
      JSON.stringify({
        kind: 'call',
        what: entry.accessor.join('.'),
        args: [...args, ...(rest.length > 0 ? [params] : [])],
      }),
    );
    return sent;
  },
  'command line with --data': (api, entry, values) => commandLine(api, entry, values, true),
  'command line with flags': (api, entry, values) => commandLine(api, entry, values, false),
};

async function commandLine(
  { program, make }: Api,
  entry: CommandEntry,
  values: Record<string, unknown>,
  isData: boolean,
) {
  const { sent, fetch } = recorder();
  const command = program.commands.find((candidate) => entryOf(candidate).id === entry.id);
  const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
  const flags = entry.arguments.flatMap(({ name, as }, index) => {
    if (!(name in values) || (isData && as !== 'positional')) return [];
    return [`--${entry.flags[index]}=${textOf(values[name])}`];
  });
  const rest = entry.arguments.filter(({ as, name }) => as !== 'positional' && name in values);
  const whole = rest.find(({ as }) => as === 'whole');
  const body = whole ? values[whole.name] : Object.fromEntries(rest.map(({ name }) => [name, values[name]]));
  const data = isData && rest.length > 0 ? [`--${entry.renamed.data ?? 'data'}=${JSON.stringify(body)}`] : [];
  const yes = entry.effect === 'destroy' ? [`--${entry.renamed.yes ?? 'yes'}`] : [];
  const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const err = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const before = process.stdout.listeners('error');
  try {
    await run({ program, makeClient: () => make({ fetch, maxRetries: 0 }) }, [
      ...(command?.name.split(' ') ?? []),
      ...flags,
      ...data,
      ...yes,
    ]);
    if (sent.length === 0) return err.mock.calls.map(([text]) => String(text));
    return sent.slice(0, 1);
  } finally {
    out.mockRestore();
    err.mockRestore();
    process.exitCode = 0;
    for (const listener of process.stdout.listeners('error'))
      if (!before.includes(listener)) process.stdout.off('error', listener as () => void);
  }
}

/** A flag is a text: where both a text and a number may stand, it is sent as a text. */
const isAmbiguous = (entry: CommandEntry, values: Record<string, unknown>): boolean =>
  Object.entries(entry.input['properties'] as Readonly<Record<string, { anyOf?: { type?: string }[] }>>).some(
    ([name, { anyOf }]) =>
      anyOf?.some(({ type }) => type === 'string') === true && typeof values[name] !== 'string',
  );

describe.each(['smithery', 'bookshop'])('%s', (name) => {
  test.each(['tool', 'code', 'command line with --data', 'command line with flags'])('%s', async (road) => {
    const api = apis[name] as Api;
    const differences: unknown[] = [];
    let compared = 0;
    for (const [index, command] of api.program.commands.entries()) {
      const entry = entryOf(command);
      const values = await valuesOf(entry, 7 * index);
      if (road.endsWith('flags') && isAmbiguous(entry, values)) continue;
      const expected = (await roads['sdk']?.(api, entry, values)) ?? [];
      const sent = await roads[road]?.(api, entry, values);
      compared++;
      if (expected.length !== 1 || JSON.stringify(sent) !== JSON.stringify(expected))
        differences.push({ id: entry.id, values, expected, sent });
    }
    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(api.program.commands.length * 0.8);
  });
});
