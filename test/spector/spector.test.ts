/**
 * A judge of another hand: the mock server of the TypeSpec project, its specifications and what it expects of
 * every request.
 */
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { typecheckNew } from '../support/typecheck.ts';
import { importSdk } from '../support/import-sdk.ts';
import { type Sdk, sdkOfFiles } from '../support/sdk.ts';
import { EXCEPTIONS } from './exceptions.ts';
import { callFor } from './support/driver.ts';
import {
  type Expectation,
  type MockServer,
  type Specification,
  specifications,
  startServer,
} from './support/install.ts';
import { outcomeOf } from './support/outcome.ts';

const { folder, list } = await specifications();
let server: MockServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const documented = list.filter((one) => one.documents.length > 0);

test('all have a document but these', () => {
  // Ranges of statuses and paths with a query cannot be said in OpenAPI; on the third its emitter fails (the
  // packages' versions are locked).
  expect(list.filter((one) => one.documents.length === 0).map((one) => one.name)).toEqual([
    'response/status-code-range',
    'routes',
    'special-words',
  ]);
});

describe.each(documented)('$name', (specification) => {
  const sdks = new Map<string, Sdk>();
  // The newest version is meant; older ones are asked for what it no longer has.
  const documents = [...specification.documents].reverse();

  beforeAll(async () => {
    for (const document of documents)
      sdks.set(document, await sdkOfFiles(join(folder, 'documents', specification.name, document)));
  });

  test('compiles, with its functions and tests', () => {
    for (const [document, { files }] of sdks)
      expect([document, typecheckNew([...files, ...TEST_TYPES])]).toEqual([document, []]);
  });

  test('every scenario', async () => {
    const failures = await play(specification, sdks);
    if (process.env['SPECTOR_LOG'])
      await appendFile(
        process.env['SPECTOR_LOG'],
        failures.map((one) => `${one.scenario} | ${one.what}\n`).join(''),
      );
    const known = EXCEPTIONS.filter((one) =>
      specification.scenarios.some(({ name }) => name === one.scenario),
    );
    expect(failures.filter((one) => !known.some(({ scenario }) => one.scenario === scenario))).toEqual([]);
    expect(known.map(({ scenario }) => scenario)).toEqual([...new Set(failures.map((one) => one.scenario))]);
  });
});

/** As much of what generated tests import as they need to be checked. */
const TEST_TYPES = [
  {
    path: 'node_modules/vitest/package.json',
    text: '{ "name": "vitest", "type": "module", "types": "index.d.ts" }',
  },
  {
    path: 'node_modules/vitest/index.d.ts',
    text: `type Body = () => void | Promise<void>;
interface Test { (name: string, run: Body, timeout?: number): void; skip(name: string, run?: Body): void }
export declare const test: Test;
export declare const it: Test;
export declare const describe: (name: string, run: () => void) => void;
export declare const expect: (value: unknown) => any;
`,
  },
  {
    path: 'tests/globals.d.ts',
    text: 'declare const process: { readonly env: Record<string, string | undefined> };',
  },
];

interface Failure {
  readonly scenario: string;
  readonly what: string;
}

async function play(
  specification: Specification,
  sdks: ReadonlyMap<string, Sdk>,
): Promise<readonly Failure[]> {
  const failures: Failure[] = [];
  for (const scenario of specification.scenarios) {
    for (const expectation of scenario.expectations) {
      const what = await playOne(sdks, expectation, scenario.expectations.indexOf(expectation) > 0);
      if (what !== undefined)
        failures.push({ scenario: scenario.name, what: `${expectation.method} ${expectation.uri}: ${what}` });
    }
  }
  return failures;
}

/**
 * A link in an answer may lead where the document describes nothing (`isFollowing`): there the client's own
 * `get` asks.
 */
async function playOne(
  sdks: ReadonlyMap<string, Sdk>,
  expectation: Expectation,
  isFollowing: boolean,
): Promise<string | undefined> {
  for (const { generation, files } of sdks.values()) {
    const sdk = generation?.sdk;
    const call = sdk && callFor(sdk, expectation, server.url);
    if (!sdk || !call) continue;
    const exports = await loaded(files);
    const Class = exports[sdk.layout.root.className] as new (options: object) => object;
    const client = new Class({ maxRetries: 0, ...call.options });
    const resource = call.plan.resource.properties.reduce(
      (at, name) => at[name] as Members,
      client as Members,
    );
    const method = resource[call.plan.layout.name] as (...args: readonly unknown[]) => PromiseLike<unknown>;
    return outcomeOf(() => method.apply(resource, [...call.args]), expectation, {
      result: call.plan.result,
      url: server.url,
    });
  }
  const [first] = sdks.values();
  if (!isFollowing || !first?.generation || expectation.method !== 'get') return 'no method';
  const Class = (await loaded(first.files))[first.generation.sdk.layout.root.className] as new (
    options: object,
  ) => { get(path: string, options: object): PromiseLike<unknown> };
  const client = new Class({ maxRetries: 0, baseURL: server.url });
  return outcomeOf(() => client.get(expectation.uri, { query: expectation.request?.query }), expectation, {
    result: undefined,
    url: server.url,
  });
}

type Members = { readonly [name: string]: unknown };

const modules = new WeakMap<Sdk['files'], Promise<Readonly<Record<string, unknown>>>>();
const loaded = (files: Sdk['files']): Promise<Readonly<Record<string, unknown>>> => {
  const known = modules.get(files) ?? importSdk(files);
  modules.set(files, known);
  return known;
};
