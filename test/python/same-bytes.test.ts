/** Every operation, called alike in TypeScript and Python (sync and async), sends the same over the wire. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ClientOption } from '../../generator/ir/types.ts';
import { optionName as pythonOption } from '../../generator/languages/python/layout.ts';
import type { PythonMethod } from '../../generator/languages/python/methods/method.ts';
import { optionName as typescriptOption } from '../../generator/languages/typescript/layout.ts';
import type { TypescriptMethod } from '../../generator/languages/typescript/methods/method.ts';
import type { TypescriptSdk } from '../../generator/languages/typescript/sdk.ts';
import { type SampleCall, sampleCall } from '../../generator/plan/samples/call.ts';
import type { MemberChoice } from '../../generator/plan/samples/site.ts';
import { sortedBy } from '../../generator/lib/order.ts';
import { corpusDocuments } from '../../bench/corpus/documents.ts';
import { importSdk } from '../support/import-sdk.ts';
import { isSource, sdkOfFiles } from '../support/sdk.ts';
import { projectRoot, sharedFolder } from '../support/shared.ts';
import { type MadePython, makePython } from './support/make.ts';
import { type Declined, decline, expectDeclined } from './support/declined.ts';
import { hostileDocument } from './support/hostile-names.ts';
import { type Play, type Player, startPlayer } from './support/player.ts';
import { type FileKind, inOrderOf, pythonCall, sampleFile, typescriptValue } from './support/values.ts';
import { choicesOf, memberBy } from './support/variants.ts';
import { recordingFetch, type WireRequest, wireRequest } from './support/wire.ts';
import { pythonForTests } from './venv.ts';

const python = pythonForTests() ?? '';

/** Whatever is asked for, a token as well. */
const ANSWER = { access_token: 'token', token_type: 'Bearer', expires_in: 3600 };

/** One call in both languages. */
interface Pair {
  readonly name: string;
  readonly typescript: { readonly plan: TypescriptMethod; readonly args: readonly unknown[] };
  readonly python: Pick<Play, 'path' | 'args' | 'kwargs'>;
  readonly options: readonly ClientOption[];
  /** The scheme whose credentials alone are given. */
  readonly scheme?: string;
}

interface Input {
  readonly name: string;
  readonly spec: string;
  readonly config?: string;
  /** So many calls at least. */
  readonly least: number;
}

const own = (name: string): Input => {
  const folder = join(projectRoot, 'specs', name);
  return { name, spec: join(folder, 'openapi.yml'), config: join(folder, 'sdkwright.yml'), least: 100 };
};

const body = (name: string): Input => ({
  name,
  spec: join(projectRoot, `test/python/bodies/${name}.yml`),
  least: 3,
});

const hostile = (): Input => {
  const spec = join(mkdtempSync(join(tmpdir(), 'hostile-')), 'openapi.json');
  writeFileSync(spec, hostileDocument());
  return { name: 'hostile', spec, least: 100 };
};

/** Real documents: a sample, or by hand all that are not very large (`--mode corpus`), or the very large ones. */
const isWhole = process.env['MODE'] === 'corpus';
const isLarge = process.env['MODE'] === 'large';
const LARGEST = 3_000_000;
const corpus = sharedFolder ? corpusDocuments(sharedFolder) : [];
const real = corpus
  .filter((one) => !one.flags.includes('torture'))
  .filter((one) => (isLarge ? one.bytes >= LARGEST : one.bytes < (isWhole ? LARGEST : 150_000)))
  .filter((_one, index) => isWhole || isLarge || index % 9 === 4)
  .map((one, index): Input => ({ name: `real_${index}`, spec: one.file, least: 0 }));

const inputs = [
  own('smithery'),
  own('bookshop'),
  body('union-body'),
  body('overlapping'),
  body('parameters'),
  body('verbs'),
  body('servers'),
  hostile(),
  ...real,
];

test.skipIf(corpus.length === 0)('documents that are played by hand alone (`--mode large`) are known', () => {
  const left = corpus.filter((one) => one.bytes >= LARGEST || one.flags.includes('torture'));
  expect(left.map((one) => basename(one.file))).toEqual([
    'oad--github.com.api.github.com.json',
    'stripe.openapi--openapi-spec3@2023-09-12.yaml',
  ]);
});

describe.skipIf(python === '').each(inputs)(
  '$name $spec',
  { timeout: 600_000 },
  ({ name, spec, config, least }) => {
    let player: Player;
    let folder = '';
    let made: MadePython;
    let typescript: TypescriptSdk;
    let exports: Readonly<Record<string, unknown>>;
    let pairs: readonly Pair[] = [];
    const notMade: Declined = new Map();
    /** Documents without a server need a base URL, or neither language sends anything. */
    let baseUrl: string | undefined;

    beforeAll(async () => {
      const cache = join(projectRoot, 'node_modules/.cache');
      mkdirSync(cache, { recursive: true });
      folder = mkdtempSync(join(cache, 'python-wire-'));
      made = await makePython(spec, config);
      made.writePackage(folder, name);
      const sdk = await sdkOfFiles(spec, { ...(config !== undefined && { config }), only: isSource });
      if (!sdk.generation) throw new Error('no SDK');
      typescript = sdk.generation.sdk;
      exports = await importSdk(sdk.files);
      pairs = pairsOf(made, typescript, notMade);
      baseUrl = made.design.api.client.environments.length === 0 ? 'https://none.test' : undefined;
      player = startPlayer(python);
    });
    afterAll(() => {
      player.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    test('both have the same operations', () => {
      const keys = (all: readonly { readonly method: TypescriptMethod['method'] }[]): readonly string[] =>
        all.map((one) => `${one.method.key} ${one.method.verb} ${one.method.path}`).sort();
      expect(keys(made.design.methods)).toEqual(keys(typescript.methods));
      expect(new Set(pairs.map((one) => one.python.path.join('.'))).size).toBe(made.design.methods.length);
    });

    test('all modules of Python import, and all attributes can be read', () => {
      const script = join(projectRoot, 'test/python/import_all.py');
      const output = execFileSync(python, [script, folder, name], { encoding: 'utf8' });
      expect(output).toMatch(/^\d+ modules, \d+ types$/m);
    });

    test.each(['sync', 'async'] as const)('%s', async (colour) => {
      const differences: unknown[] = [];
      const declined: Declined = new Map(notMade);
      for (const pair of pairs) {
        const there = await playTypescript(pair);
        const here = await playPython(pair, colour);
        if (isForbidden(pair, here)) {
          expect(there, pair.name).toEqual({ refused: true });
          decline(declined, 'refused by fetch');
        } else if (written(here, pair) !== written(there, pair))
          differences.push({ call: pair.name, there, here });
        else if (!Array.isArray(here)) decline(declined, pair.scheme ? 'no credentials' : 'refused by both');
        else if (JSON.stringify(here) !== JSON.stringify(there)) decline(declined, 'order');
      }
      expect(differences).toEqual([]);
      expectDeclined(spec, declined);
      expect(pairs.length).toBeGreaterThanOrEqual(least);
    });

    async function playTypescript(pair: Pair): Promise<unknown> {
      const { fetch, requests } = recordingFetch(ANSWER);
      const Class = exports[typescript.layout.root.className] as new (options: object) => object;
      const names = (one: ClientOption): string => typescriptOption(typescript.names, one.key);
      try {
        const client = new Class({
          ...optionsOf(pair.options, names),
          ...(baseUrl !== undefined && { baseURL: baseUrl }),
          maxRetries: 0,
          fetch,
        });
        const { plan, args } = pair.typescript;
        type Members = { readonly [name: string]: unknown };
        const resource = plan.resource.properties.reduce((at, one) => at[one] as Members, client as Members);
        await (resource[plan.layout.name] as (...all: readonly unknown[]) => unknown).apply(resource, [
          ...args,
        ]);
      } catch (error) {
        if (requests.length === 0) return { refused: true };
        throw error;
      }
      return requests.map(wireRequest);
    }

    async function playPython(pair: Pair, colour: 'sync' | 'async'): Promise<unknown> {
      const names = (one: ClientOption): string => pythonOption(made.design.names, one.key);
      const played = await player.play({
        ...pair.python,
        folder,
        package: name,
        client: made.design.layout.root.className,
        colour,
        options: {
          ...optionsOf(pair.options, names),
          ...(baseUrl !== undefined && { base_url: baseUrl }),
          max_retries: 0,
        },
        answer: ANSWER,
      });
      if (played.error && played.requests.length > 0)
        throw new Error(`${pair.name}: ${played.error.message}`);
      return played.error ? { refused: true } : played.requests.map(wireRequest);
    }
  },
);

/**
 * Each method with what it requires, with everything, with files of both kinds, and with each way to sign.
 */
function pairsOf(made: MadePython, typescript: TypescriptSdk, declined: Declined): readonly Pair[] {
  const { options } = made.design.api.client;
  const signs = (option: ClientOption, scheme: string): boolean =>
    option.auth === undefined || option.auth.scheme === scheme;
  const schemes = made.design.api.securitySchemes.map((one) => one.name);
  return made.design.methods.flatMap((design) => {
    const plan = typescript.methods.find(
      (one) =>
        one.method.key === design.method.key &&
        one.resource.path.join('.') === design.resource.path.join('.'),
    );
    if (!plan) return [];
    const of = (
      extent: 'required' | 'all',
      files: FileKind,
      { streamFlag = false, member }: { readonly streamFlag?: boolean; readonly member?: MemberChoice } = {},
    ): readonly Pair[] => {
      const asked = { extent, ...(member && { member }) };
      const there = sampleCall(typescript.plan, plan.planned, asked);
      const here = sampleCall(made.design.plan, design.planned, asked);
      if (!there || !here) {
        decline(declined, 'no sample');
        return [];
      }
      return [
        pairOf({
          plan,
          there: withWish(there, streamFlag),
          design,
          here: withWish(here, streamFlag),
          files,
          options,
        }),
      ];
    };
    const all = of('all', 'named');
    const variants = (extent: 'required' | 'all'): readonly Pair[] => {
      const visit = (member: MemberChoice): void =>
        void sampleCall(made.design.plan, design.planned, { extent, member });
      const { choices, left } = choicesOf(visit);
      decline(declined, 'variants beyond the bound', left);
      return choices.flatMap((one) => of(extent, 'named', { member: memberBy(one) }));
    };
    return [
      ...of('required', 'named'),
      ...all,
      ...of('all', 'bytes'),
      ...variants('required'),
      ...variants('all'),
      ...(design.streamFlag ? of('all', 'named', { streamFlag: true }) : []),
      ...schemes.flatMap((scheme) =>
        all.map((one) => ({
          ...one,
          scheme,
          name: `${one.name} with ${scheme} alone`,
          options: options.filter((option) => signs(option, scheme)),
        })),
      ),
    ];
  });
}

function pairOf(input: {
  readonly plan: TypescriptMethod;
  readonly there: SampleCall;
  readonly design: PythonMethod;
  readonly here: SampleCall;
  readonly files: FileKind;
  readonly options: readonly ClientOption[];
}): Pair {
  const { plan, there, design, here, files, options } = input;
  const argument = there.argument && inOrderOf(design, there.argument);
  const call = pythonCall(here, design, sampleFile(files));
  return {
    name: `${call.path.join('.')} ${JSON.stringify([call.args, call.kwargs])}`,
    typescript: {
      plan,
      args: [...there.positional, ...(argument ? [argument] : [])].map((one) => typescriptValue(one, files)),
    },
    python: call,
    options,
  };
}

/** The sample asks for no stream; this asks for one. */
function withWish(sample: SampleCall, streamFlag: boolean): SampleCall {
  const tag = sample.planned.method.streaming?.discriminator?.property;
  const { argument } = sample;
  if (!streamFlag || argument?.kind !== 'object') return sample;
  const others = argument.entries.filter((one) => one.name !== tag);
  return {
    ...sample,
    argument: {
      ...argument,
      entries: [...others, { name: tag ?? '', value: { kind: 'literal', value: true } }],
    },
  };
}

/** The Fetch standard sends neither TRACE nor a body with GET or HEAD (section 5.4, the constructor of Request). */
function isForbidden({ typescript }: Pair, sent: unknown): boolean {
  const { verb } = typescript.plan.method;
  // A token is fetched by a request of its own.
  const last = Array.isArray(sent) ? (sent as readonly WireRequest[]).at(-1) : undefined;
  const hasBody = last !== undefined && last.body.length > 0;
  return verb === 'trace' || (hasBody && ['get', 'head'].includes(verb));
}

/**
 * TypeScript writes the properties of a body and the parameters of a query that have another name in the argument, or
 * none that is an identifier, before the others: the order of these is not compared, that of equal names is.
 */
function written(sent: unknown, { typescript }: Pair): string {
  const { body } = typescript.plan.planned.arguments;
  const isRenamed = body.kind === 'object' && body.fields.some((one) => one.name !== one.wireName);
  return JSON.stringify(sent, (key, value: unknown) => {
    if (typeof value !== 'string') return value;
    if (key === 'line') {
      const [path, query = ''] = value.split('?');
      return [path, sortedBy(query.split('&'), (one) => one.split('=')[0] ?? '')];
    }
    if (!isRenamed || key !== 'body' || !value.startsWith('{')) return value;
    return Object.entries(JSON.parse(value) as object).sort(([a], [b]) => (a < b ? -1 : 1));
  });
}

/** Values that no default has. */
const optionsOf = (
  options: readonly ClientOption[],
  nameOf: (option: ClientOption) => string,
): Readonly<Record<string, string | number | boolean>> =>
  Object.fromEntries(
    options.map((one) => [
      nameOf(one),
      one.type === 'number' ? 7 : one.type === 'boolean' ? true : (one.values?.at(-1) ?? `the ${one.key}`),
    ]),
  );
