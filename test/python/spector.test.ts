/** The scenarios of the TypeSpec project's mock server (`test/spector`), played by generated Python SDKs. */
import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXCEPTIONS } from '../spector/exceptions.ts';
import {
  type Expectation,
  type MockServer,
  type Specification,
  specifications,
  startServer,
} from '../spector/support/install.ts';
import { projectRoot } from '../support/shared.ts';
import { type DrivenCall, pythonCallFor, pythonOutcome } from './support/driver.ts';
import { type MadePython, makePython } from './support/make.ts';
import { type Player, startPlayer } from './support/player.ts';
import { pythonForTests } from './venv.ts';

const python = pythonForTests() ?? '';
const { folder, list } = python === '' ? { folder: '', list: [] } : await specifications();

/** Beside those that TypeScript does not pass either. */
const OWN: readonly { readonly scenario: string; readonly reason: string }[] = [];

describe.skipIf(python === '')('scenarios', () => {
  let server: MockServer;
  let player: Player;
  let packages = '';
  let count = 0;

  beforeAll(async () => {
    const cache = join(projectRoot, 'node_modules/.cache');
    mkdirSync(cache, { recursive: true });
    packages = mkdtempSync(join(cache, 'python-spector-'));
    server = await startServer();
    player = startPlayer(python);
  });
  afterAll(() => {
    server.stop();
    player.stop();
    rmSync(packages, { recursive: true, force: true });
  });

  const documented = list.filter((one) => one.documents.length > 0);
  test.each(documented.map((one) => [one.name, one] as const))('%s', async (_name, specification) => {
    const sdks: Sdk[] = [];
    // The newest version is meant; older ones are asked for what it no longer has.
    for (const document of [...specification.documents].reverse()) {
      const made = await makePython(join(folder, 'documents', specification.name, document));
      const name = `sdk_${count++}`;
      made.writePackage(packages, name);
      sdks.push({ made, name });
    }
    const failures = await play(specification, sdks);
    if (process.env['SPECTOR_LOG'])
      appendFileSync(
        process.env['SPECTOR_LOG'],
        failures.map((one) => `${one.scenario} | ${one.what}\n`).join(''),
      );
    const known = [...EXCEPTIONS, ...OWN].filter((one) =>
      specification.scenarios.some(({ name }) => name === one.scenario),
    );
    expect(failures.filter((one) => !known.some(({ scenario }) => one.scenario === scenario))).toEqual([]);
    expect(known.map(({ scenario }) => scenario)).toEqual([...new Set(failures.map((one) => one.scenario))]);
  });

  interface Sdk {
    readonly made: MadePython;
    readonly name: string;
  }

  async function play(
    specification: Specification,
    sdks: readonly Sdk[],
  ): Promise<readonly { readonly scenario: string; readonly what: string }[]> {
    const failures = [];
    for (const scenario of specification.scenarios) {
      for (const colour of ['sync', 'async'] as const) {
        for (const [index, expectation] of scenario.expectations.entries()) {
          const what = await playOne(sdks, expectation, { isFollowing: index > 0, colour });
          if (what !== undefined)
            failures.push({
              scenario: scenario.name,
              what: `${colour} ${expectation.method} ${expectation.uri}: ${what}`,
            });
        }
      }
    }
    return failures;
  }

  /**
   * A link in an answer may lead where the document describes nothing (`isFollowing`): there the client's own
   * `get` asks.
   */
  async function playOne(
    sdks: readonly Sdk[],
    expectation: Expectation,
    { isFollowing, colour }: { readonly isFollowing: boolean; readonly colour: 'sync' | 'async' },
  ): Promise<string | undefined> {
    const run = async (
      { made, name }: Sdk,
      { kind, strangers: _strangers, ...call }: DrivenCall,
    ): Promise<string | undefined> => {
      const played = await player.play({
        ...call,
        options: { ...call.options, max_retries: 0 },
        folder: packages,
        package: name,
        client: made.design.layout.root.className,
        colour,
      });
      return pythonOutcome(played, expectation, { kind, url: server.url });
    };
    const calls = [];
    for (const sdk of sdks) {
      const call = await pythonCallFor(sdk.made.design, expectation, server.url);
      if (call) calls.push({ sdk, call });
    }
    const best = calls.sort((a, b) => a.call.strangers - b.call.strangers)[0];
    if (best) return run(best.sdk, best.call);
    const [first] = sdks;
    if (!isFollowing || !first || expectation.method !== 'get') return 'no method';
    return run(first, {
      path: ['get'],
      args: [expectation.uri],
      kwargs: {
        cast_to: { $type: 'object' },
        options: { params: (expectation.request?.query ?? {}) as Readonly<Record<string, string>> },
      },
      options: { base_url: server.url },
      kind: undefined,
      strangers: 0,
    });
  }
});
