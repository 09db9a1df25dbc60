/**
 * The scenarios of the TypeSpec project's mock server (`test/spector`), played by generated Go SDKs. Each
 * document is a program to compile, so CI takes some of them; `npm run spector:go` takes all.
 */
import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXCEPTIONS } from '../spector/exceptions.ts';
import {
  type Expectation,
  type MockServer,
  specifications,
  startServer,
} from '../spector/support/install.ts';
import { projectRoot } from '../support/shared.ts';
import { goForTests } from './go.ts';
import { type GoPlayer, goPlayer } from './support/generate.ts';
import { type MadeGo, makeGo } from './support/make.ts';
import { goCallFor, goOutcome } from './support/spector.ts';

const go = goForTests() ?? '';
const isWhole = process.env['MODE'] === 'corpus';
const { folder, list } = go === '' ? { folder: '', list: [] } : await specifications();

/** Beside those that TypeScript does not pass either. */
const OWN: readonly { readonly scenario: string; readonly reason: string }[] = [
  {
    scenario: 'Streaming_Jsonl_Basic_receive',
    reason: 'The document declares each line as a string, so a line that is an object stays text.',
  },
];

/** Documents that showed faults of the SDK; CI plays them always. */
const HAD_FAULTS: readonly string[] = [
  'encode/bytes',
  'parameters/body-optionality',
  'payload/json-merge-patch',
  'payload/multipart',
  'streaming/sse',
  'type/array',
  'type/file',
];

interface Sdk {
  readonly made: MadeGo;
  readonly player: GoPlayer;
}

describe.skipIf(go === '')('scenarios', () => {
  let server: MockServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  const documented = list.filter(({ documents }) => documents.length > 0);
  const chosen = documented.filter(
    ({ name }, index) => isWhole || index % 10 === 3 || HAD_FAULTS.includes(name),
  );
  test.each(chosen.map((each) => [each.name, each] as const))(
    '%s',
    { timeout: 300_000 },
    async (_name, specification) => {
      const cache = join(projectRoot, 'node_modules/.cache');
      mkdirSync(cache, { recursive: true });
      const place = mkdtempSync(join(cache, 'go-spector-'));
      const sdks: Sdk[] = [];
      const failures: { readonly scenario: string; readonly what: string }[] = [];
      try {
        // The newest version is meant; older ones are asked for what it no longer has.
        for (const [index, document] of [...specification.documents].reverse().entries()) {
          const made = await makeGo(join(folder, 'documents', specification.name, document));
          const own = join(place, String(index));
          made.write(own);
          sdks.push({
            made,
            player: await goPlayer(go, { folder: own, module: made.module, stop: () => undefined }),
          });
        }
        for (const { name, expectations } of specification.scenarios)
          for (const [index, expectation] of expectations.entries()) {
            const what = await playOne(sdks, expectation, index > 0);
            if (what !== undefined)
              failures.push({ scenario: name, what: `${expectation.method} ${expectation.uri}: ${what}` });
          }
      } finally {
        for (const { player } of sdks) player.stop();
        rmSync(place, { recursive: true, force: true });
      }
      if (process.env['SPECTOR_LOG'])
        appendFileSync(
          process.env['SPECTOR_LOG'],
          failures.map(({ scenario, what }) => `${scenario} | ${what}\n`).join(''),
        );
      const known = [...EXCEPTIONS, ...OWN].filter(({ scenario }) =>
        specification.scenarios.some(({ name }) => name === scenario),
      );
      expect(failures.filter((each) => !known.some(({ scenario }) => each.scenario === scenario))).toEqual(
        [],
      );
      expect(known.map(({ scenario }) => scenario)).toEqual([
        ...new Set(failures.map(({ scenario }) => scenario)),
      ]);
    },
  );

  /** A link in an answer may lead where the document describes nothing: there the client's own `Get` asks. */
  async function playOne(
    sdks: readonly Sdk[],
    expectation: Expectation,
    isFollowing: boolean,
  ): Promise<string | undefined> {
    const calls = [];
    for (const sdk of sdks) {
      const call = await goCallFor(sdk.made.design, expectation, server.url);
      if (call) calls.push({ sdk, call });
    }
    const [best] = calls.sort((a, b) => a.call.strangers - b.call.strangers);
    const { url } = server;
    if (best) {
      const { method, play } = best.call;
      return goOutcome(await best.sdk.player.play(play), expectation, { method, url });
    }
    const [first] = sdks;
    if (!isFollowing || !first || expectation.method !== 'get') return 'no method';
    const query = (expectation.request?.query ?? {}) as Readonly<Record<string, string>>;
    const played = await first.player.play({
      Path: [],
      Method: '',
      BaseURL: url,
      Get: expectation.uri,
      IsRaw: true,
      Query: query,
    });
    return goOutcome(played, expectation, { method: undefined, url });
  }
});
