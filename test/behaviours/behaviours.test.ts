/**
 * How SDKs behave with servers that misbehave: cases written once, played by every language. A language that
 * behaves otherwise has a reason in the case.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { goForTests } from '../go/go.ts';
import { pythonForTests } from '../python/venv.ts';
import type { Case, Outcome, PlayedLanguage, Seen } from './support/case.ts';
import { errorMessageCases } from './support/error-messages.ts';
import { goPlays } from './support/go.ts';
import { type PythonPlayer, pythonPlayer } from './support/python.ts';
import { retriedStatusCases } from './support/retried-statuses.ts';
import { type Received, type Servers, startServers } from './support/servers.ts';
import { type Play, typescriptPlayer } from './support/typescript.ts';

const python = pythonForTests() ?? '';
const go = goForTests() ?? '';
const folder = import.meta.dirname;
const config = join(folder, 'sdkwright.yml');
/** Cases that are computed; all others are files. */
const COMPUTED: Readonly<Record<string, readonly Case[]>> = {
  'error messages': errorMessageCases,
  'retried statuses': retriedStatusCases,
};
const FILES = ['retries', 'redirects', 'bodies', 'pages', 'streams', 'reconnect', ...Object.keys(COMPUTED)];
const SECURED = ['security'];
const secured = join(folder, 'secured.sdkwright.yml');
const casesOf = (file: string): readonly Case[] =>
  COMPUTED[file] ?? (parse(readFileSync(join(folder, 'cases', `${file}.yml`), 'utf8')) as readonly Case[]);

let servers: Servers;
beforeAll(async () => {
  servers = await startServers();
});
afterAll(() => servers.stop());

describe('TypeScript', () => {
  let play: Play;
  beforeAll(async () => {
    play = await typescriptPlayer(join(folder, 'openapi.yml'), config);
  });
  playAll('typescript', FILES, () => play);
});

describe('TypeScript, secured', () => {
  let play: Play;
  beforeAll(async () => {
    play = await typescriptPlayer(join(folder, 'secured.openapi.yml'), secured);
  });
  playAll('typescript', SECURED, () => play);
});

describe.skipIf(python === '').each(['sync', 'async'] as const)('Python, %s', (colour) => {
  describe.each([
    ['open', FILES, config],
    ['secured', SECURED, secured],
  ] as const)('%s', (kind, files, file) => {
    let player: PythonPlayer | undefined;
    beforeAll(async () => {
      player = await pythonPlayer(python, file, kind === 'secured');
    }, 60_000);
    afterAll(() => player?.stop());
    playAll('python', files, () => (player as PythonPlayer).play(colour));
  });
});

describe.skipIf(go === '').each([
  ['open', FILES, config],
  ['secured', SECURED, secured],
] as const)('Go, %s', (kind, files, file) => {
  let player: Awaited<ReturnType<typeof goPlays>> | undefined;
  beforeAll(async () => {
    player = await goPlays(go, file, kind === 'secured');
  }, 120_000);
  afterAll(() => player?.stop());
  playAll('go', files, () => player?.play as Play);
});

function playAll(language: PlayedLanguage, files: readonly string[], player: () => Play): void {
  describe.each(files)('%s', (file) => {
    test.each(casesOf(file).map((one) => [one.name, one] as const))('%s', async (_name, one) => {
      const received = servers.script(one.answers);
      const found = compared(one, language, { outcome: await player()(one, servers.own), received });
      const { got, wanted } = found;
      // An exception that is none any more is one too many.
      if (one.except?.[language] === undefined) expect(got).toEqual(wanted);
      else expect(got).not.toEqual(wanted);
    });
  });
}

/** Go is as strict as Python where languages differ. */
const kindIn = (kind: NonNullable<Case['expect']['error']>['kind'], language: PlayedLanguage): string =>
  typeof kind === 'string' ? kind : language === 'go' ? (kind.go ?? kind.python) : kind[language];

/** What the case names, of what happened. */
function compared(
  { expect: wanted, answers }: Case,
  language: PlayedLanguage,
  { outcome, received }: { readonly outcome: Outcome; readonly received: readonly Received[] },
): { readonly got: unknown; readonly wanted: unknown } {
  const { error, count, same, wait, requests } = wanted;
  const got: Record<string, unknown> = { failed: outcome.error?.kind };
  const expected: Record<string, unknown> = { failed: undefined };
  const compare = (name: string, is: unknown, should: unknown): void => {
    got[name] = is;
    expected[name] = should;
  };
  if (error) {
    expected['failed'] = kindIn(error.kind, language);
    if (error.status !== undefined) compare('status', outcome.error?.status, error.status);
    if (error.says !== undefined)
      compare('says', outcome.error?.message, expect.stringContaining(error.says));
    if (error.is !== undefined) compare('is', outcome.error?.message, error.is);
    if (error.request !== undefined)
      compare('request', outcome.error?.request, {
        ...error.request,
        url: error.request.url.replace('{own}', servers.own),
      });
    if (error.body !== undefined) compare('body', outcome.error?.body, error.body);
  }
  if (outcome.error && !error) got['message'] = outcome.error.message;
  if (wanted.value !== undefined) compare('value', outcome.value ?? null, wanted.value);
  if (wanted.before !== undefined) compare('before', outcome.before, wanted.before);
  if (count !== undefined) compare('count', received.length, count);
  if (requests)
    compare(
      'requests',
      received.map((one, index) => asNamed(one, requests[index] ?? {})),
      requests,
    );
  if (same !== undefined) {
    const values = new Set(received.map((one) => one.headers[same]));
    compare('same', [values.size, typeof [...values][0]], [1, 'string']);
  }
  if (wanted.hides !== undefined) {
    compare('isShown', (outcome.shown ?? '').length > 0, true);
    compare('hides', leaks(outcome.shown ?? '', wanted.hides), []);
  }
  const [first, second] = received;
  if (wait && first && second) {
    const seconds = (second.at - first.at) / 1000;
    compare('wait', seconds >= wait[0] && seconds < wait[1] ? wait : seconds, wait);
  }
  if (answers.length === 0) compare('answers', 0, 'at least one');
  return { got, wanted: expected };
}

/** The places in a text where something stands that is to be hidden. */
const leaks = (text: string, hidden: string): readonly string[] =>
  text
    .split(hidden)
    .slice(1)
    .map((after, index) => `${text.split(hidden)[index]?.slice(-60)}${hidden}${after.slice(0, 20)}`);

/** A request, as far as the case speaks of it. */
function asNamed(one: Received, named: Partial<Seen>): Partial<Seen> {
  return {
    ...(named.server !== undefined && { server: one.server }),
    ...(named.method !== undefined && { method: one.method }),
    ...(named.path !== undefined && { path: one.path }),
    ...(named.json !== undefined && { json: one.body === '' ? undefined : JSON.parse(one.body) }),
    ...(named.headers && {
      headers: Object.fromEntries(
        Object.keys(named.headers).map((name) => [name, one.headers[name]?.toString() ?? null]),
      ),
    }),
  };
}
