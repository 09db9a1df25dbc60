/**
 * Every operation, called alike in TypeScript and Go, sends the same over the wire. The calls of Go are those that
 * samples print, so samples of every variant of every union are compiled here, too.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ClientOption } from '../../generator/ir/types.ts';
import { sortedBy } from '../../generator/lib/order.ts';
import { createSnippets } from '../../generator/languages/go/samples/snippet.ts';
import { optionName } from '../../generator/languages/typescript/layout.ts';
import type { TypescriptMethod } from '../../generator/languages/typescript/methods/method.ts';
import { type SampleCall, sampleCall } from '../../generator/plan/samples/call.ts';
import type { MemberChoice } from '../../generator/plan/samples/site.ts';
import { type PlayedRequest } from '../python/support/player.ts';
import { CONTENT, typescriptValue } from '../python/support/values.ts';
import { choicesOf, memberBy } from '../python/support/variants.ts';
import { recordingFetch, wireRequest } from '../python/support/wire.ts';
import { importSdk } from '../support/import-sdk.ts';
import { isSource, sdkOfFiles } from '../support/sdk.ts';
import { projectRoot } from '../support/shared.ts';
import { goForTests } from './go.ts';
import { goSays } from './support/generate.ts';
import { type MadeGo, makeGo } from './support/make.ts';

const go = goForTests() ?? '';
const ANSWER = { access_token: 'token', token_type: 'Bearer', expires_in: 3600 };

interface Pair {
  readonly name: string;
  readonly plan: TypescriptMethod;
  readonly sample: SampleCall;
  /** Statements of Go that give `err`. */
  readonly code: string;
}

const own = (name: string): readonly [string, string, string, number] => {
  const folder = join(projectRoot, 'specs', name);
  return [name, join(folder, 'openapi.yml'), join(folder, 'sdkwright.yml'), 100];
};
const body = (name: string): readonly [string, string, undefined, number] => [
  name,
  join(projectRoot, `test/python/bodies/${name}.yml`),
  undefined,
  3,
];

describe.skipIf(go === '')('same bytes', () => {
  test.each([own('smithery'), own('bookshop'), body('union-body'), body('parameters'), body('servers')])(
    '%s',
    { timeout: 600_000 },
    async (_name, spec, config, least) => {
      const made = await makeGo(spec, config);
      const sdk = await sdkOfFiles(spec, { ...(config !== undefined && { config }), only: isSource });
      if (!sdk.generation) throw new Error('no SDK');
      const typescript = sdk.generation.sdk;
      const exports = await importSdk(sdk.files);
      const { options } = made.design.api.client;
      const pairs = pairsOf(made, typescript.methods);
      const there: unknown[] = [];
      const baseURL = made.design.plan.client.hasServers ? undefined : 'https://none.test';
      for (const { plan, sample } of pairs) {
        const { fetch, requests } = recordingFetch(ANSWER);
        const Class = exports[typescript.layout.root.className] as new (options: object) => object;
        const names = (option: ClientOption): string => optionName(typescript.names, option.key);
        const values = [...sample.positional, ...(sample.argument ? [sample.argument] : [])];
        try {
          const client = new Class({ ...optionsOf(options, names), baseURL, maxRetries: 0, fetch });
          type Members = { readonly [name: string]: unknown };
          const resource = plan.resource.properties.reduce(
            (at, name) => at[name] as Members,
            client as Members,
          );
          const method = resource[plan.layout.name] as (...all: readonly unknown[]) => unknown;
          await method.apply(
            resource,
            values.map((value) => typescriptValue(value, 'bytes')),
          );
        } catch (error) {
          if (requests.length > 0) throw error;
        }
        there.push(requests.length === 0 ? 'refused' : requests.map(wireRequest));
      }
      const here = await sent(made, pairs, options, baseURL);
      const differences = pairs.flatMap((pair, index) =>
        written(here[index]) === written(there[index]) || isForbidden(pair, there[index], baseURL)
          ? []
          : [{ call: pair.name, there: there[index], here: here[index] }],
      );
      expect(differences).toEqual([]);
      expect(pairs.length).toBeGreaterThanOrEqual(least);
      expect(here.filter((each) => typeof each === 'string').length).toBeLessThan(pairs.length);
    },
  );
});

/** Each method with what it requires, with everything, and with each member of each union. */
function pairsOf(made: MadeGo, methods: readonly TypescriptMethod[]): readonly Pair[] {
  const snippets = createSnippets(made.design, { name: 'sdk', module: made.module } as never);
  return made.design.methods.flatMap((method) => {
    const { planned, service } = method;
    const plan = methods.find(
      (each) =>
        each.method.key === planned.method.key && each.resource.path.join('.') === service.path.join('.'),
    );
    if (!plan) throw new Error(`TypeScript lacks ${method.name}`);
    const of = (extent: 'required' | 'all', member?: MemberChoice): readonly Pair[] => {
      const sample = sampleCall(made.design.plan, planned, { extent, ...(member && { member }) });
      if (!sample) return [];
      // Whether there is a stream is the method's name in Go.
      const flag = planned.method.streaming?.discriminator?.property;
      const { argument } = sample;
      const given: SampleCall =
        argument?.kind === 'object'
          ? {
              ...sample,
              argument: { ...argument, entries: argument.entries.filter(({ name }) => name !== flag) },
            }
          : sample;
      const isStream = method.result.kind === 'stream' && method.result.plain === undefined;
      const call = snippets
        .call(method, sample, isStream ? { ending: 'Streaming' } : {})
        .replaceAll('strings.NewReader("content")', `strings.NewReader(${JSON.stringify(CONTENT)})`);
      const code = isStream
        ? `return ${call}.Err()`
        : method.result.kind === 'void'
          ? `return ${call}`
          : `_, err := ${call}\nreturn err`;
      return [{ name: call, plan, sample: given, code }];
    };
    const variants = (extent: 'required' | 'all'): readonly Pair[] =>
      choicesOf((member) => void sampleCall(made.design.plan, planned, { extent, member })).choices.flatMap(
        (choice) => of(extent, memberBy(choice)),
      );
    return [...of('required'), ...of('all'), ...variants('required'), ...variants('all')];
  });
}

async function sent(
  made: MadeGo,
  pairs: readonly Pair[],
  options: readonly ClientOption[],
  baseURL: string | undefined,
): Promise<readonly unknown[]> {
  const cache = join(projectRoot, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'go-wire-'));
  try {
    made.write(folder);
    const values = Object.entries(optionsOf(options, ({ key }) => key)).map(
      ([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(String(value))}`,
    );
    const rows = pairs.map(({ code }) => `{values, func(client sdk.Client) error {\n${code}\n}},`);
    const imports = ['io', 'strings', 'time'].map((path) => `"${path}"`);
    const packages = ['packages/param', 'shared/constant'].map((path) => `"${made.module}/${path}"`);
    const text = [
      `package main\nimport (\n"context"\n${[...imports, ...packages].join('\n')}\nsdk "${made.module}"\n)`,
      'var _ io.Reader\nvar _ = strings.NewReader\nvar _ time.Time\nvar _ = param.Null[string]\ntype _ constant.Constant[none]\ntype none string\nfunc (none) Default() none { return "" }\nvar _ context.Context',
      `var values = map[string]string{${values.join(', ')}}`,
      `var calls = []struct {\nvalues map[string]string\ncall func(sdk.Client) error\n}{\n${rows.join('\n')}\n}\n`,
    ].join('\n');
    mkdirSync(join(folder, 'sender'));
    writeFileSync(join(folder, 'sender/calls.go'), text);
    const program = readFileSync(join(import.meta.dirname, 'support/sender.go.txt'), 'utf8');
    writeFileSync(join(folder, 'sender/main.go'), program.replaceAll('sdk.invalid/module', made.module));
    const said = await goSays(go, ['build', '-o', 'send', './sender'], folder);
    if (said !== '') throw new Error(said);
    const output = execFileSync(join(folder, 'send'), {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: baseURL === undefined ? {} : { BASE: baseURL },
    });
    return output
      .trim()
      .split('\n')
      .map((line) => {
        const { requests, error } = JSON.parse(line) as {
          readonly requests: readonly PlayedRequest[] | null;
          readonly error?: string;
        };
        return requests === null || requests.length === 0
          ? `refused${error === undefined ? ' nothing' : ''}`
          : requests.map(wireRequest);
      });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The Fetch standard sends neither TRACE nor a body with GET or HEAD (section 5.4, the constructor of Request), and knows
 * http and https alone.
 */
function isForbidden({ plan }: Pair, there: unknown, baseURL: string | undefined): boolean {
  const { verb, body } = plan.method;
  const isOther = plan.planned.request.server?.startsWith('http') === false;
  return (
    there === 'refused' &&
    baseURL === undefined &&
    (isOther || verb === 'trace' || (body !== undefined && ['get', 'head'].includes(verb)))
  );
}

/** The order of parameters of a query and of properties of a body is not compared, that of equal names is. */
function written(requests: unknown): string {
  return JSON.stringify(requests, (key, value: unknown) => {
    if (typeof value !== 'string') return value;
    if (key === 'line') {
      const [path, query = ''] = value.split('?');
      return [path, sortedBy(query.split('&'), (part) => part.split('=')[0] ?? '')];
    }
    if (key === 'body' && /^[[{]/.test(value)) return inOrder(JSON.parse(value));
    return key === 'body' && /^[\w.%[\]-]+=/.test(value) ? value.split('&').sort() : value;
  });
}

const inOrder = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(inOrder)
    : typeof value === 'object' && value !== null
      ? Object.entries(value)
          .map(([name, item]) => [name, inOrder(item)] as const)
          .sort(([a], [b]) => (a < b ? -1 : 1))
      : value;

/** Values that no default has. */
const optionsOf = (
  options: readonly ClientOption[],
  nameOf: (option: ClientOption) => string,
): Readonly<Record<string, string | number | boolean>> =>
  Object.fromEntries(
    options.map((option) => [
      nameOf(option),
      option.type === 'number'
        ? 7
        : option.type === 'boolean'
          ? true
          : (option.values?.at(-1) ?? `the ${option.key}`),
    ]),
  );
